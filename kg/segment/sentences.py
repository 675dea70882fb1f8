"""A paragraph -> sentences, by full stops that end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST_SENTENCE: Final = 800
# What prose has at the least: letters of its characters, and characters to a word.
LETTERS: Final = 0.6
WORD_LENGTH: Final = 3.5
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]")
_CANDIDATE = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[–—-]*\s?[^\sa-z,;:.])")


def sentence_spans(paragraph: str, start: int, end: int, abbreviations: Abbreviations) -> Iterator[tuple[int, int]]:
    """Sentences of a paragraph: closing quotation marks stay with theirs; Mr., U.S. and an ellipsis end none."""
    for match in _CANDIDATE.finditer(paragraph, start, end):
        if abbreviations.goes_on(paragraph, match):
            continue
        yield from _bounded(paragraph, start, match.end())
        start = match.end()
        while start < end and paragraph[start].isspace():
            start += 1
    yield from _bounded(paragraph, start, end)


def _bounded(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence; one that is too long in parts, without those that are no prose.

    Later stages take the square of its length at worst, and some microseconds for each mark.
    """
    whole = end - start <= LONGEST_SENTENCE
    while end - start > LONGEST_SENTENCE:
        cut = paragraph.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        if _reads(paragraph[start:cut]):
            yield start, cut
        start = cut + (paragraph[cut : cut + 1] == " ")
    if any(map(str.isalnum, paragraph[start:end])) and (whole or _reads(paragraph[start:end])):
        yield start, end


def _reads(part: str) -> bool:
    """True for words, not for rows of marks, figures or single letters."""
    words = part.split()
    letters = sum(map(str.isalpha, part))
    return letters >= LETTERS * len(part) and len(part) >= WORD_LENGTH * len(words)


@dataclass(frozen=True)
class Abbreviations:
    """Knows where a full stop ends no sentence."""

    always: frozenset[str]
    sometimes: frozenset[str]
    openers: frozenset[str]
    speech: re.Pattern[str] = re.compile(
        r"\s(?:[A-Z][\w.'’-]*\s){1,4}(?:said|says|asked|told|added|replied|wrote)\b|\s(?:said|asked)\s"
    )

    def goes_on(self, paragraph: str, match: re.Match[str]) -> bool:
        before = paragraph[max(0, match.start() - 40) : match.start()].rsplit(None, 1)
        word = before[-1].lstrip("\"'“‘([") if before else ""
        after = paragraph[match.end() : match.end() + 60].split(None, 1)
        mark = match[0]
        if mark == ".":
            if word in self.always or (len(word) == 1 and word.isupper() and word != "I"):
                return True
            if word == "I":  # "Leonid I. Brezhnev", not "so did I. The"
                named = len(before) == 2 and before[0].rsplit(None, 1)[-1][:1].isupper()
                return named and after[0][:1].isupper() and after[0].strip("\"'“‘([") not in self.openers
            if word in self.sometimes or _INITIALS.fullmatch(word):  # "P.W. Botha"
                return after[0].strip("\"'“‘([") not in self.openers
        if mark.startswith(("..", "…")) and len(mark) < 5:
            return not after[0][:1].isupper()
        return mark[0] in "?!" and len(mark) > 1 and bool(self.speech.match(paragraph, match.end()))
