"""A measure's cue, and what its finders look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.extract.actors import named
from kg.extract.amounts import Amounted
from kg.extract.arguments import agent_of, objects_of, passive_guest
from kg.extract.found import Found, with_modifiers
from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.extract.verbs import phrases_of
from kg.model import MeasureKind, MeasureStatus

Rule = Literal["noun", "law", "flow", "pact", "list", "verb", "ruling", "purchase", "deed"]

UPON = frozenset({"on", "against", "upon", "over"})


SHUT = frozenset({"from", "of"})

ORDERING = frozenset({"order", "instruct", "direct", "require", "oblige", "command", "compel", "force"})

MODIFIERS = ("compound", "amod", "nmod")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A measure's cue: the noun phrase it is told by, the verb that governs that, and what the verb does to it."""

    kind: MeasureKind
    head: int
    noun: int
    verb: int | None = None
    action: MeasureStatus | None = None
    rule: Rule


@dataclass(frozen=True)
class Scene:
    """What the finders look at."""

    text: Text
    mentions: Mentions
    amounts: dict[int, Amounted]

    def has_amount(self, start: int, end: int) -> bool:
        return any(i in self.amounts for i in range(start, end))


def is_of_none(text: Text, act: Act) -> bool:
    """ "Lifted no tariffs"."""
    return any(text.lower[j] == "no" for j in text.children[act.head] if text.deps[j] == "det")


def is_power(scene: Scene, verb: int) -> bool:
    """True when an actor, or what actors have drawn up, does it, and no drought."""
    text, agent = scene.text, doer_of(scene.text, verb)
    if agent is None:
        return False
    acting = named(text, scene.mentions, agent) or authorities(text, agent)
    return acting is not None or text.lemmas[agent] in text.lexicon.pack.measures.instruments


def closed_to(text: Text, verb: int) -> list[int]:
    """What somebody is shut out of: "barred from its ports", "kept out of the market"."""
    out = [j for j in text.children[verb] if text.lower[j] == "out"]
    return [*objects_of(text, verb, SHUT), *(k for j in out for k in objects_of(text, j, SHUT))]


def authorities(text: Text, head: int) -> Found | None:
    """ "Indiana has rationed power": those who rule a place that is no country, where it does what only they can do."""
    if text.tokens[head].ent_type_ != "GPE" or text.deps[head] not in ("nsubj", "conj", "pobj"):
        return None
    start = with_modifiers(text, head, lambda i: text.tokens[i].ent_type_ == "GPE")
    return Found(
        start=start, end=head + 1, form="name", kind="group", name=text.clean(start, head + 1), rule="ruled-place",
        confidence=0.6,
    )  # fmt: skip


def doer_of(text: Text, verb: int) -> int | None:
    """Who does it; of "the ministry ordered makers to trim output", who gives the order, not who carries it out."""
    order = text.heads[verb]
    ordered = text.lemmas[order] in ORDERING and text.deps[verb] in ("xcomp", "ccomp")
    giver = agent_of(text, order) if ordered else None
    giver = agent_of(text, verb) if giver is None else giver
    giver = _obliged(text, giver) if giver is not None else None
    limiting = (
        text.deps[verb] == "acl"
        and text.tags[verb] == "VBG"
        and text.lemmas[order] in text.lexicon.pack.measures.instruments
    )
    return order if giver is None and limiting else giver


def _obliged(text: Text, giver: int) -> int:
    """Of "Norway is obliged by law to halve it" no law, but Norway."""
    verb = text.heads[text.heads[giver]]
    bound = text.deps[giver] == "pobj" and text.lower[text.heads[giver]] == "by" and text.lemmas[verb] in ORDERING
    guest = passive_guest(text, verb) if bound else None
    return giver if guest is None or text.lemmas[giver] not in text.lexicon.pack.measures.instruments else guest


def action_of(text: Text, verb: int, preposition: str = "") -> MeasureStatus | None:
    """What the verb does to a measure that is its object, or stands behind the preposition: "do away with"."""
    actions = text.lexicon.measure_actions
    phrases = (f"{phrase} {preposition}".strip() for phrase in phrases_of(text, verb))
    return next((actions[phrase] for phrase in phrases if phrase in actions), None)
