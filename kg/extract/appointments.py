"""Titles told by a verb: "X was appointed chief negotiator", "X is Peru's trade minister", "X resigned as envoy"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.appositions import title_of_phrase
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.role import Role
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_over
from kg.model import Standing

# What the verb makes of the office that its complement or "as" phrase names.
PASSIVE: Final[dict[str, Standing]] = {
    **dict.fromkeys(("appoint", "name", "elect", "reelect", "swear", "install", "reappoint", "promote"), "current"),
    **dict.fromkeys(("nominate", "propose", "tip"), "next"),
    **dict.fromkeys(("dismiss", "sack", "fire", "oust", "remove"), "former"),
}
ACTIVE: Final[dict[str, Standing]] = {
    **dict.fromkeys(("be", "become", "remain", "serve", "act"), "current"),
    **dict.fromkeys(("resign", "quit", "retire", "step"), "former"),
}
# Verbs that name an office behind "as" alone.
WITH_AS: Final = frozenset(
    {"swear", "serve", "act", "resign", "step", "dismiss", "sack", "fire", "oust", "remove", "retire", "quit"}
)
# Verbs of holding an office: a date beside them is no first or last day of it.
STATES: Final = frozenset({"be", "remain", "serve", "act"})
LEADING: Final = frozenset({"as", "in", "down", "to", "be", "now", "also", "on"})
FARTHEST: Final = 4


def appointments(text: Text, mentions: Mentions) -> Iterator[Role]:
    """The roles that verbs give their subject, or in "named X envoy" their object."""
    for person in [f for f in mentions.found if f.kind == "person" and f.form == "name"]:
        head = person.anchor
        verb, dep = text.heads[head], text.deps[head]
        lemma = text.lemmas[verb]
        if dep == "nsubjpass" and lemma in PASSIVE and not is_negated(text, verb):
            yield from _role(text, mentions, person, verb, PASSIVE[lemma])
        elif dep == "nsubj" and lemma in STATES and is_over(text, verb):
            yield from _role(text, mentions, person, verb, "former")
        elif dep == "nsubj" and lemma in ACTIVE and _is_told(text, verb):
            yield from _role(text, mentions, person, verb, ACTIVE[lemma])
        elif (lemma := text.lemmas[person.start - 1] if person.start else "") in PASSIVE:
            yield from _role(text, mentions, person, person.end - 1, PASSIVE[lemma])


def _is_told(text: Text, verb: int) -> bool:
    """ "Is", "has served": neither what may be nor what is not."""
    helped = any(text.deps[child] == "aux" and text.lower[child] != "has" for child in text.children[verb])
    return not helped and not is_negated(text, verb)


def _role(text: Text, mentions: Mentions, person: Found, before: int, standing: Standing) -> Iterator[Role]:
    """The role of the title that begins behind the token, "as" or "down as" between them."""
    end = text.sentences[text.sentence_of[person.start]][1]
    i = before + 1
    while i < min(end, before + FARTHEST) and text.lower[i] in LEADING:
        i += 1
    if text.lemmas[before] in WITH_AS and "as" not in text.lower[before:i]:
        return
    title = title_of_phrase(text, mentions, i, end)
    if title is not None and title.start <= i + 2:
        if standing != "current":
            title = replace(title, standing=standing)
        yield Role(person, title, "role-copula" if text.lemmas[before] in STATES else "role-verb")
