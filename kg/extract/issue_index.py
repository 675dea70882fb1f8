"""Finds the phrases of issues in a row of lemmas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Part = frozenset[str] | None
Match = tuple[tuple[int, ...], str]


class IssueIndex:
    """Issue phrases on lemmas: `a|b` is either lemma, `~` up to three words between; indexed by the first two."""

    GAP = 3

    def __init__(self, entries: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._by_pair: dict[tuple[str, str], list[tuple[str, list[Part]]]] = {}
        self._by_first: dict[str, list[tuple[str, list[Part]]]] = {}
        for issue, phrases in entries:
            for phrase in phrases:
                self._add(issue, [None if p == "~" else frozenset(p.split("|")) for p in _words(phrase)])

    def _add(self, issue: str, parts: list[Part]) -> None:
        second = parts[1] if len(parts) > 1 else None
        for first in parts[0] or ():
            if second is None:
                self._by_first.setdefault(first, []).append((issue, parts[1:]))
            else:
                for lemma in second:
                    self._by_pair.setdefault((first, lemma), []).append((issue, parts[1:]))

    def find(self, lemmas: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The issues of these lemmas (without hyphens) in order, each with the words of its longest phrase there.

        A phrase hides those made of some of its words.
        """
        found: dict[str, tuple[str, ...]] = {}
        for places, issue in sorted(_shown(list(self._matches(lemmas)))):
            if len(places) > len(found.get(issue, ())):
                found[issue] = tuple(lemmas[i] for i in places)
        return found

    def _matches(self, lemmas: Sequence[str]) -> Iterator[Match]:
        for i, pair in enumerate(pairwise([*lemmas, ""])):
            for issue, rest in (*self._by_first.get(pair[0], ()), *self._by_pair.get(pair, ())):
                after = self._after(lemmas, i + 1, rest)
                if after is not None:
                    yield (i, *after), issue

    def _after(self, lemmas: Sequence[str], i: int, rest: list[Part]) -> list[int] | None:
        """Where the other words of a phrase stand, from i on; None where one is missing."""
        places: list[int] = []
        gap = 0
        for part in rest:
            if part is None:
                gap = self.GAP
                continue
            last = min(i + gap, len(lemmas) - 1)
            while i <= last and lemmas[i] not in part:
                i += 1
            if i > last:
                return None
            places.append(i)
            i, gap = i + 1, 0
        return places


def _words(phrase: str) -> list[str]:
    return phrase.replace("-", " ").split()


def _shown(matches: list[Match]) -> Iterator[Match]:
    """The matches whose words are not all, with others, the words of another one.

    What stands in a gap of a phrase is not hidden by it: "cut ~ exports" leaves the beef of "cut beef exports".
    """
    if len(matches) < 2:
        yield from matches
        return
    at: dict[int, list[frozenset[int]]] = defaultdict(list)
    for places in {places for places, _ in matches}:
        for place in places:
            at[place].append(frozenset(places))
    for places, issue in matches:
        if not any(frozenset(places) < other for other in at[places[0]]):
            yield places, issue
