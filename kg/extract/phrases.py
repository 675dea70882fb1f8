"""Finds many phrases in a row of words at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

P = TypeVar("P")


class Phrases(Generic[P]):
    """Phrases with what each stands for, indexed by first word; the longest match at a place wins."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], P]]] = defaultdict(list)

    def add(self, words: Sequence[str], payload: P) -> None:
        entries = self._by_first[words[0]]
        entries.append((tuple(words), payload))
        entries.sort(key=lambda entry: -len(entry[0]))

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, P]]:
        """Start, end and payload of each phrase found, left to right, without overlaps."""
        end = 0
        by_first = self._by_first
        for i, word in enumerate(words):
            if word not in by_first or i < end:
                continue
            for phrase, payload in by_first[word]:
                if tuple(words[i : i + len(phrase)]) == phrase:
                    end = i + len(phrase)
                    yield i, end, payload
                    break
