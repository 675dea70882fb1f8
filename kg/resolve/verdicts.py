"""What people judged of names: joined and parted before any rule, and told apart from what contradicts it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kg import iri
from kg.errors import PackError
from kg.packs import JUDGEMENTS, Judgement
from kg.resolve.names import plain
from kg.resolve.sightings import Profile

_SHOWN: Final = 5


class Verdicts:
    """The judgements on these profiles, by key; `unused` says in a line each which name could be several entities'."""

    def __init__(self, judgements: Iterable[Judgement], profiles: Sequence[Profile]) -> None:
        self._keys, self._names = _index(profiles)
        self.unused: list[str] = []
        self.rows = [(row, self._key(row.left), self._key(row.right)) for row in sorted(judgements, key=_order)]
        _refuse_contradictions(self.rows)
        kinds = {p.key: p.kind for p in profiles}
        self.same: list[tuple[str, str]] = []
        self.different: set[frozenset[str]] = set()
        self.judged: set[frozenset[str]] = set()
        for row, left, right in self.rows:
            if left in kinds and right in kinds:
                self._take(row, left, right, kinds)

    def _take(self, row: Judgement, left: str, right: str, kinds: Mapping[str, str]) -> None:
        if row.verdict == "same" and kinds[left] != kinds[right]:
            raise PackError(
                JUDGEMENTS, f"{_told(row)}: they are of two kinds, {kinds[left]} and {kinds[right]}; correct the row"
            )
        self.judged.add(frozenset((left, right)))
        if row.verdict == "same":
            self.same.append((left, right))
        elif row.verdict == "different":
            self.different.add(frozenset((left, right)))

    def _key(self, text: str) -> str:
        """The key that the text is, or the one that goes by this name; the text itself where none or several do."""
        wanted = iri.key_of(text)
        if wanted in self._keys:
            return wanted
        found = self._names.get(wanted) or self._names.get(plain(text)) or []
        if len(found) > 1:
            shown = ", ".join(found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
            self.unused.append(
                f"{JUDGEMENTS}: {text!r} names several ({shown}): its rows are not used, say which by its key"
            )
        return found[0] if len(found) == 1 else plain(text)


def _index(profiles: Sequence[Profile]) -> tuple[frozenset[str], Mapping[str, list[str]]]:
    """All keys; and for a key without its kind, and for a name, the keys that it can mean."""
    names: dict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        for name in {profile.key.partition("/")[2], plain(profile.name)}:
            names[name].append(profile.key)
    return frozenset(p.key for p in profiles), names


def _order(row: Judgement) -> tuple[str, ...]:
    return (row.left, row.right, row.verdict, row.who, row.when.isoformat(), row.note)


def _refuse_contradictions(rows: Sequence[tuple[Judgement, str, str]]) -> None:
    """PackError where two are judged different that other judgements, one after another, make the same."""
    near: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for row, left, right in rows:
        if row.verdict == "same":
            near[left].append((right, row))
            near[right].append((left, row))
    for row, left, right in rows:
        if row.verdict == "different" and (way := _way(near, left, right)) is not None:
            told = "; ".join(map(_told, (*way, row)))
            raise PackError(JUDGEMENTS, f"these judgements contradict each other, correct one of them: {told}")


def _way(near: Mapping[str, list[tuple[str, Judgement]]], start: str, end: str) -> tuple[Judgement, ...] | None:
    """The judgements that lead from one to the other; none for one and the same."""
    ways: dict[str, tuple[Judgement, ...]] = {start: ()}
    waiting = deque([start])
    while waiting and end not in ways:
        at = waiting.popleft()
        for other, row in near.get(at, ()):
            if other not in ways:
                ways[other] = (*ways[at], row)
                waiting.append(other)
    return ways.get(end)


def _told(row: Judgement) -> str:
    sign = {"same": "=", "different": "!=", "unsure": "?"}[row.verdict]
    return f"{row.left} {sign} {row.right} ({row.who}, {row.when})"
