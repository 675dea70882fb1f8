"""Which earlier tellings a telling is compared with: those that share a key, so that time grows with their number."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Final

from kg.link.answers import ANSWERS
from kg.link.keeping import UNDERTAKINGS
from kg.link.references import given_in
from kg.link.tellings import Telling
from kg.model import Commitment, Measure, Meeting

LATEST: Final = 24
"""So many earlier tellings are kept for each key, the latest; none has to be compared with all of a long history."""
MONTHS: Final = 3
LOOKING_BACK: Final = frozenset({"fulfilment", "breach"})
"""Moves that may be told by what stands beside them: "kept their word and stopped raids"."""

Key = tuple[str, ...]


def candidates(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, list[Telling]]]:
    """Each of these tellings, which are in order, with the earlier ones that share a key with it, in order."""
    blocks: dict[Key, deque[int]] = defaultdict(lambda: deque(maxlen=LATEST))
    for place, telling in enumerate(tellings):
        keys = set(_keys(telling))
        sought = blocks.keys() & keys.union(_sought(telling))
        yield telling, [tellings[other] for other in sorted(set().union(*(blocks[key] for key in sought)))]
        for key in keys:
            if key[0] != "demand" or telling.record.kind == "demand":
                blocks[key].append(place)


def _sought(telling: Telling) -> Iterator[Key]:
    """Keys by which tellings of another kind are found: those of nobody known, by anybody, and by nobody all."""
    month = given_in(telling)
    if month is not None:
        yield from ((side, "given", str(month)) for side in telling.sides)
    if not isinstance(telling.record, Meeting):
        yield from (("nobody", word) for word in telling.about)
        if not telling.sides:
            yield from (("anybody", word) for word in _told_by(telling))


def _keys(telling: Telling) -> Iterator[Key]:
    record = telling.record
    kind = "meeting" if isinstance(record, Meeting) else "act"
    yield kind, telling.article
    if not isinstance(record, Commitment):
        yield record.slug, telling.article, record.event
    if isinstance(record, Meeting):
        when = record.when
        if when and when.earliest and when.earliest == when.latest:
            yield "met", when.edtf, record.kind
        for month in _months(telling, record):
            who = sorted(telling.actors | telling.names | telling.sides | {record.place or ""})
            yield from (("met", month, one) for one in who if one)
        return
    if isinstance(record, Commitment) and (record.kind in ANSWERS or (record.kind == "demand" and not telling.towards)):
        # Who is asked is often not said: a demand is found by its words too.
        yield from (("demand", word) for word in telling.about)
    yield from (("anybody", word) for word in telling.about)
    if not telling.sides:
        yield from (("nobody", word) for word in telling.about)
    whose = telling.sides | telling.towards if telling.sides else telling.towards | telling.actors
    for side in sorted(whose) or [telling.article]:
        yield from ((side, word) for word in _told_by(telling))
        if isinstance(record, Commitment) and record.kind in UNDERTAKINGS and telling.published:
            yield side, "given", str(telling.published.month)
        if isinstance(record, Commitment) and (record.deadline or record.kind == "denial"):
            yield side, "dated"
        if isinstance(record, Measure):
            yield side, "measure", record.kind
        elif isinstance(record, Commitment) and record.deadline:
            yield side, "due", record.deadline.edtf[:7]


def _told_by(telling: Telling) -> frozenset[str]:
    """The words by which it may be told what a telling is about."""
    return telling.about | telling.around | telling.setting if telling.record.kind in LOOKING_BACK else telling.about


def _months(telling: Telling, meeting: Meeting) -> Iterator[str]:
    """The months it is told for, or that in which it was published."""
    when = meeting.when
    if when and when.earliest and when.latest and (when.latest - when.earliest).days <= 31 * MONTHS:
        yield from sorted({when.earliest.isoformat()[:7], when.latest.isoformat()[:7]})
    if telling.published:
        yield telling.published.isoformat()[:7]
