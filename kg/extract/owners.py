"""Whose a noun for something said is: "Washington's complaints", "a conviction in Ankara", "came to the view that"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cues import Cue
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.speakers import SPEAKING, someone, speakers_of
from kg.extract.subjects import subject_of
from kg.extract.text import Text

FARTHEST_VOICE = 8
HOLDING = frozenset({"from", "by", "among", "amongst", "of"})
# Where a view is held: only of a capital, a country or a body.
PLACING = frozenset({"in", "at", "within", "inside", "across"})
# "Word came from Tehran that": the verb brings the noun and its owner.
ARRIVING = frozenset({"come", "emerge", "arrive", "reach", "issue"})
VOICED = frozenset({"pobj", "prep", "dobj", "obj", "conj", "advmod"})


def owners_of(text: Text, mentions: Mentions, cue: Cue) -> tuple[Found, ...]:
    """The actors that own the noun, or that the verb that gives voice to it has for subject."""
    start = text.subtree(cue.token)[0]
    inside = [f for j in range(start, cue.token) if (f := mentions.at(j)) is not None and f.kind in SPEAKING]
    if inside:
        return (inside[-1],)
    behind = _behind(text, mentions, cue.token)
    if behind is not None:
        return (behind,)
    voice = _voice(text, cue.token)
    if voice is not None:
        return speakers_of(text, mentions, replace(cue, subject=subject_of(text, voice)))
    return _demonym(text, start, cue.token)


def _behind(text: Text, mentions: Mentions, noun: int) -> Found | None:
    """ "The consensus among traders", "the line from the chancellery", "the mood in Paris"."""
    above = text.heads[noun]
    brought = text.deps[noun] == "nsubj" and text.lemmas[above] in ARRIVING
    for k in (*text.children[noun], *(text.children[above] if brought else ())):
        for j in text.children[k] if k > noun else ():
            found = mentions.at(j)
            if text.lower[k] in HOLDING and found is not None and found.kind in SPEAKING:
                return found
            placed = text.lower[k] in PLACING and text.deps[noun] != "dobj"  # "gave warning in London" is another's
            if placed and found is not None and found.kind in ("polity", "institution"):
                return found
            if text.lower[k] in HOLDING and _is_people(text, j):
                return someone(text, j)
    return None


def _is_people(text: Text, j: int) -> bool:
    cues = text.lexicon.pack.cues
    return text.tags[j] == "NNS" and text.lemmas[j] not in cues.inanimate and text.lower[text.heads[j]] != "of"


def _voice(text: Text, noun: int) -> int | None:
    """The verb that gives voice to the noun: "gave notice that", "has come round to the view that"."""
    i = noun
    while text.deps[i] in VOICED and text.heads[i] != i and text.pos[i] != "VERB":
        i = text.heads[i]
    voicing = text.lexicon.pack.cues.voicing
    return i if text.pos[i] == "VERB" and text.lemmas[i] in voicing and noun - i < FARTHEST_VOICE else None


def _demonym(text: Text, start: int, noun: int) -> tuple[Found, ...]:
    """ "The American view": a polity's word before the noun that no mention covers."""
    at = next((j for j in range(noun - 1, start - 1, -1) if text.words[j] in text.lexicon.polity_words), None)
    if at is None:
        return ()
    found = Found(
        start=at, end=at + 1, form="name", kind="polity", name=text.words[at],
        polity=text.lexicon.polity_words[text.words[at]], rule="demonym-owner", confidence=0.7,
    )  # fmt: skip
    return (found,)
