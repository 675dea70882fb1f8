"""Groups of people that no name or mention covers: "the two presidents", "six world powers", "pressmen"."""

from __future__ import annotations

from kg.extract.found import Found, with_modifiers
from kg.extract.mentions import Mentions
from kg.extract.text import Text

ARGUED = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})


def someone(text: Text, mentions: Mentions, head: int) -> Found | None:
    """A noun for people or parties that no mention covers: "the two presidents", "six world powers"."""
    people = text.lexicon.pack.people
    lemma = text.lemmas[head]
    plural = text.tags[head] in ("NNS", "NNPS")
    known = lemma in people.groups or lemma in people.parties or (plural and lemma in people.heads)
    counted = text.tags[head] == "CD" and text.lower[head - 1 : head] == ["the"] and text.deps[head] in ARGUED
    known = known or counted
    if (
        (text.pos[head] not in ("NOUN", "PROPN") and not counted)
        or not known
        or text.deps[head] in ("compound", "amod")
    ):
        return None
    start = with_modifiers(text, head, lambda i: mentions.at(i) is None)
    return Found(
        start=start, end=head + 1, form="group", kind="group", name=text.clean(start, head + 1), rule="acting-noun",
        confidence=0.6, plural=plural, head=head,
    )  # fmt: skip


def crowd(text: Text, head: int) -> Found | None:
    """A plural or "the Seven" as a group of people, for cues whose argument can be nothing else."""
    plural = text.tags[head] in ("NNS", "NNPS") and text.tokens[head].ent_type_ not in ("DATE", "TIME", "GPE", "LOC")
    if not plural and not (text.tags[head] == "CD" and text.lower[head - 1 : head] == ["the"]):
        return None
    start = with_modifiers(text, head)
    return Found(
        start=start, end=head + 1, form="group", kind="group", name=text.clean(start, head + 1), rule="plural-party",
        confidence=0.5, plural=True, head=head,
    )  # fmt: skip
