"""What became of a move that spoke of a meeting or measure: a later telling of the same event shows it.

"They agreed to meet in May" and the meeting that was held; "it would slap a duty on plywood" and the duty imposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kg.history import Link, LinkKind
from kg.link.keeping import UNDERTAKINGS, comes_to
from kg.link.tellings import Telling
from kg.model import Commitment
from kg.vocab import Term

AHEAD: Final = frozenset({"planned", "expected", "hypothetical", "threatened", "proposed", "announced"})
HAPPENED: Final = frozenset({"held", "ongoing"})


def outcomes(told: Sequence[Telling], events: Mapping[Term, Term]) -> Iterator[Link]:
    """Links from each telling of an event that has happened, or was called off, to the moves that it was ahead of."""
    ahead: dict[Term, dict[Term, Telling]] = defaultdict(dict)
    moves = _by_article(told)
    for telling in told:
        record = telling.record
        if isinstance(record, Commitment):
            continue
        before = ahead[events[telling.node]]
        for move in before.values():
            kind = _kind(move, record.status)
            if kind and move.article != telling.article:
                yield Link(kind=kind, earlier=move.node, later=telling.node, rule="event-came", confidence=0.75)
        if record.status in AHEAD:
            before.update((move.node, move) for move in moves[telling.article] if _of(move, telling))


def _by_article(told: Iterable[Telling]) -> Mapping[str, list[Telling]]:
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        if isinstance(telling.record, Commitment):
            found[telling.article].append(telling)
    return found


def _of(move: Telling, event: Telling) -> bool:
    """Whether the move's content is where the event is told."""
    record = move.record
    assert isinstance(record, Commitment)
    start, end = record.content_start, record.content_end
    shared = min(end, event.span.end) - max(start, event.span.start)
    return shared * 2 > end - start


def _kind(move: Telling, status: str) -> LinkKind | None:
    record = move.record
    assert isinstance(record, Commitment)
    if status == "cancelled":
        return "breaks" if record.kind in ("pledge", "agreement", "obligation") else None
    if status in HAPPENED or comes_to(status, record.content):
        return "answers" if record.kind == "demand" else "fulfils" if record.kind in UNDERTAKINGS else None
    return None
