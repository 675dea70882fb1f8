"""Finds many phrases in a row of words at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

P = TypeVar("P")


class Phrases(Generic[P]):
    """Phrases with what each stands for, indexed by first word; the longest match at a place wins."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], P]] = defaultdict(dict)
        self._lengths: dict[str, list[int]] = {}

    def add(self, words: Sequence[str], payload: P) -> None:
        """Keep the phrase, unless it is there already."""
        phrases = self._by_first[words[0]]
        if phrases.setdefault(tuple(words), payload) is payload:
            self._lengths[words[0]] = sorted({*self._lengths.get(words[0], ()), len(words)}, reverse=True)

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, P]]:
        """Start, end and payload of each phrase found, left to right, without overlaps."""
        end = 0
        for i, word in enumerate(words):
            if word not in self._lengths or i < end:
                continue
            phrases = self._by_first[word]
            for length in self._lengths[word]:
                phrase = tuple(words[i : i + length])
                if phrase in phrases:
                    end = i + len(phrase)
                    yield i, end, phrases[phrase]
                    break
