"""Turns of a transcript: a paragraph behind a label, "MR. SALAME: Not yet.", is what the label's bearer said."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.cues import Cue
from kg.extract.drafts import Draft
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.speakers import SPEAKING
from kg.extract.text import Text

LONGEST_LABEL = 8
ASKING = frozenset({"q", "question", "reporter", "journalist", "interviewer", "moderator", "host", "presenter"})
ANSWERING = frozenset({"a", "answer"})
# So many labels make a transcript, whose unlabelled paragraphs go on with the turn before.
FEWEST_LABELS = 3


def turns(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """What each label's bearer says; a question asked by nobody in particular is no statement."""
    labelled = [(first, last, _label_end(text, mentions, first, last)) for first, last in _paragraphs(text)]
    numbers = [number for number, (*_, colon) in enumerate(labelled) if colon is not None]
    within = range(numbers[0], numbers[-1] + 1) if len(numbers) >= FEWEST_LABELS else numbers
    speaker: Found | None = None
    for number in within:
        first, last, colon = labelled[number]
        if colon is not None:
            speaker = _bearer(text, mentions, first, colon)
        start = first if colon is None else colon + 1
        if speaker is not None and start < last:
            cue = Cue(token=start - 1, frame="clause", shown=":")
            yield Draft(cue=cue, start=start, end=last, speakers=(speaker,), rule="turn", confidence=0.95)


def _paragraphs(text: Text) -> Iterator[tuple[int, int]]:
    """The token ranges of the paragraphs."""
    start = 0
    for number, (_, last) in enumerate(text.sentences):
        if number + 1 == len(text.sentences) or text.paragraph(number + 1) != text.paragraph(number):
            yield start, last
            start = last


def _label_end(text: Text, mentions: Mentions, first: int, last: int) -> int | None:
    """The colon behind a label in capitals, or behind a person's name alone, at the paragraph's start."""
    colon = next((j for j in range(first + 1, min(first + LONGEST_LABEL, last - 1)) if text.words[j] == ":"), None)
    if colon is None:
        return None
    words = text.words[first:colon]
    if text.is_headline(text.sentence_of[first]) and is_capital(text, first, last):
        return None
    if all(word.isupper() or word in (".", "-", "'", ",", "(", ")") for word in words):
        return colon
    named = mentions.at(colon - 1)
    alone = all(word[0].isupper() or word == "." for word in words) and not text.is_headline(text.sentence_of[first])
    return colon if alone and named is not None and named.kind == "person" and named.form == "name" else None


def is_capital(text: Text, first: int, last: int) -> bool:
    """True for words without a small letter, in which capitals mark nothing."""
    return not any(letter.islower() for word in text.words[first:last] for letter in word)


def _bearer(text: Text, mentions: Mentions, first: int, colon: int) -> Found | None:
    """Whom the label names; the article's first person, where it only marks an answer."""
    label = text.lower[first]
    if label in ASKING:
        return None
    inside = [f for j in range(first, colon) if (f := mentions.at(j)) is not None and f.kind in SPEAKING]
    if inside:
        return inside[-1]
    if label in ANSWERING and colon == first + 1:
        return next((f for f in mentions.found if f.kind == "person" and f.form == "name"), None)
    return Found(
        start=colon - 1, end=colon, form="name", kind="person", name=text.words[colon - 1].title(),
        rule="turn-label", confidence=0.7, head=colon - 1,
    )  # fmt: skip
