"""A measure's cue, and what its finders look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.extract.amounts import Amounted
from kg.extract.arguments import agent_of, named, particle
from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.model import MeasureKind, MeasureStatus

Rule = Literal["noun", "law", "flow", "pact", "list", "verb", "ruling", "purchase", "deed"]

UPON = frozenset({"on", "against", "upon", "over"})

INSTRUMENTS = frozenset(
    "draft plan proposal bill deal accord package agreement pact treaty budget compromise scheme law decree order"
    " regulation resolution text protocol communique directive amendment programme program legislation".split()
)

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


def is_power(scene: Scene, verb: int) -> bool:
    """True when an actor, or what actors have drawn up, does it, and no drought."""
    agent = doer_of(scene.text, verb)
    if agent is None:
        return False
    return named(scene.text, scene.mentions, agent) is not None or scene.text.lemmas[agent] in INSTRUMENTS


def doer_of(text: Text, verb: int) -> int | None:
    """Who does it; of "the ministry ordered makers to trim output", who gives the order, not who carries it out."""
    order = text.heads[verb]
    ordered = text.lemmas[order] in ORDERING and text.deps[verb] in ("xcomp", "ccomp")
    giver = agent_of(text, order) if ordered else None
    return giver if giver is not None else agent_of(text, verb)


def action_of(text: Text, verb: int) -> MeasureStatus | None:
    prt = particle(text, verb)
    return text.lexicon.measure_actions.get(f"{text.lemmas[verb]} {prt}" if prt else text.lemmas[verb])
