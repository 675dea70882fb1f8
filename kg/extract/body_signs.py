"""Words beside a name that only a body has: "Arvino's chairman", "Varo shares", "the brewer Ulm"."""

from __future__ import annotations

from kg.extract.text import Text
from kg.extract.titles import POSSESSIVE

OFFICERS = frozenset(
    {"chairman", "chairwoman", "chairperson", "executive", "ceo", "cfo", "director", "founder", "boss"}
)
RANKS = frozenset(
    {"chief", "managing", "executive", "deputy", "non", "-", "operating", "finance", "financial", "commercial"}
)


def is_body(text: Text, start: int, end: int) -> bool:
    """True when the words beside the name [start, end) say that it is no person's."""
    owned = OFFICERS | text.lexicon.pack.institutions.assets
    return _owns(text, start, end, owned) or _is_told(text, start) or _which(text, end)


def has_officer(text: Text, start: int, end: int) -> bool:
    """ "Arvino's chief executive": of what is taken for a place."""
    place = text.words[start] in text.lexicon.polity_words or text.words[end : end + 1] == []
    return not place and text.words[end] in POSSESSIVE and _owns(text, start, end, OFFICERS)


def _owns(text: Text, start: int, end: int, owned: frozenset[str]) -> bool:
    """ "Varo's chief executive", "Varo chairman Ida Holm", "Varo shares"; no "Varo executive order"."""
    i = end + (text.words[end : end + 1] != [] and text.words[end] in POSSESSIVE)
    last = text.sentences[text.sentence_of[start]][1]
    while i < last - 1 and text.lower[i] in RANKS and text.lower[i + 1] in RANKS | OFFICERS:
        i += 1
    if i >= last or text.pos[i] not in ("NOUN", "PROPN"):
        return False
    if text.lower[i] in OFFICERS:
        return i + 1 == len(text.words) or text.pos[i + 1] != "NOUN"
    return text.lemmas[i] in owned


def _is_told(text: Text, start: int) -> bool:
    """ "The brewer Ulm", "the broadcaster, Ulm": what the name is stands before it."""
    comma = start > 1 and text.words[start - 1] == ","
    noun = start - 1 - comma
    if noun < 0 or text.sentence_of[noun] != text.sentence_of[start]:
        return False
    return (
        text.lemmas[noun] in text.lexicon.pack.institutions.ventures
        and text.pos[noun] == "NOUN"
        and text.words[noun].islower()
    )


def _which(text: Text, end: int) -> bool:
    """ "Ulm, which was bought in May, denied": a subject told of by "which"."""
    subject = text.deps[end - 1] in ("nsubj", "nsubjpass")
    return subject and text.lower[end : end + 2] == [",", "which"]
