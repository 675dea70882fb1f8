"""The slots on which the tellings of one commitment, meeting or measure differ: who says what, and who is silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from kg.history import Link, Matter, Slot, Step, Variant
from kg.link.clusters import Clusters
from kg.link.ledger import TOLD_AGAIN, entry_iri, undertakings
from kg.link.outcomes import AHEAD
from kg.link.tellings import Telling
from kg.link.ties import bounds
from kg.link.words import length, stems
from kg.model import Commitment, Measure, Meeting, When
from kg.vocab import Term

SETTLED: Final = frozenset({"amount", "rate", "status", "place"})
"""Slots that do not shift between a plan and what comes of it."""
_OF: Final[Mapping[type[object], Matter]] = {Commitment: "commitment", Meeting: "meeting", Measure: "measure"}
# What a telling says of a slot: as it is shown, and for comparison.
Said = tuple[str, object]


def variants(
    tellings: Mapping[Term, Telling], links: Sequence[Link], events: Mapping[Term, Term], history: Sequence[Step]
) -> list[Variant]:
    """A variant for each telling, and each slot on which tellings of its matter differ."""
    found = [
        variant
        for matter, told in _matters(tellings, links, events, history)
        if len(told) > 1
        for slot, says in SLOTS.items()
        for variant in _of_slot(matter, slot, told, says, events)
    ]
    return sorted(found, key=lambda r: (r.matter, r.slot, tellings[r.record].order))


def _matters(
    tellings: Mapping[Term, Telling], links: Sequence[Link], events: Mapping[Term, Term], history: Sequence[Step]
) -> Iterator[tuple[Term, list[Telling]]]:
    """What is told, and its tellings in order; measures that are told with other figures are one matter."""
    joined: Clusters[Term] = Clusters()
    for one in links:
        if one.is_otherwise and one.later in events:
            joined.join(events[one.later], events[one.earlier])
    told: dict[Term, list[Telling]] = defaultdict(list)
    for node, event in events.items():
        told[joined.root(event)].append(tellings[node])
    moves = undertakings(tellings, links)
    for step in history:
        root = moves.root(step.record)
        if step.entry == entry_iri(root) and (step.kind in TOLD_AGAIN or step.kind in (None, "conflicts-with")):
            told[step.entry].append(tellings[step.record])
    for matter in sorted(told):
        yield matter, sorted(told[matter], key=lambda t: t.order)


def _of_slot(
    matter: Term,
    slot: Slot,
    told: Sequence[Telling],
    says: Callable[[Telling], Said | None],
    events: Mapping[Term, Term],
) -> Iterator[Variant]:
    said = [(telling, says(telling)) for telling in (_latest(told) if slot == "status" else told)]
    values = [value for _, value in said if value]
    if len({shown for shown, _ in values}) < 2 or not _diverge(said):
        return
    # What may be a whole and its part, two events that were joined for their likeness, does not exclude each other.
    one = len({events.get(telling.node) for telling, value in said if value}) == 1
    # Nor does what was planned exclude what came of it.
    one = one and (slot in SETTLED or len({_stage(telling) for telling, value in said if value}) == 1)
    excludes = one and any(_exclude(a, b) for i, (_, a) in enumerate(values) for _, b in values[:i])
    speaking = {telling.article for telling, value in said if value}
    silent: set[str] = set()
    for telling, value in said:
        if value or (telling.article not in speaking | silent):
            silent |= set() if value else {telling.article}
            yield Variant(
                matter=matter, of=_OF[type(telling.record)], slot=slot, record=telling.node,
                value=value[0] if value else None, excludes=excludes,
            )  # fmt: skip


def _latest(told: Sequence[Telling]) -> list[Telling]:
    """Without what an article tells as planned of a thing that it tells of as done too."""
    done = {telling.article for telling in told if _stage(telling) == "happened"}
    return [telling for telling in told if telling.article not in done or _stage(telling) == "happened"]


def _stage(telling: Telling) -> str:
    record = telling.record
    return "" if isinstance(record, Commitment) else "ahead" if record.status in AHEAD else "happened"


def _diverge(said: Sequence[tuple[Telling, Said | None]]) -> bool:
    """Whether articles say different things, or one article says two that have nothing in common."""
    by_article: dict[str, set[str]] = defaultdict(set)
    for telling, value in said:
        if value:
            by_article[telling.article].add(value[0])
    values = [value for _, value in said if value]
    strange = any(_exclude(a, b) or _nothing_shared(a, b) for i, (_, a) in enumerate(values) for _, b in values[:i])
    return strange or len(set(map(frozenset, by_article.values()))) > 1


def _nothing_shared(one: object, other: object) -> bool:
    return isinstance(one, frozenset) and isinstance(other, frozenset) and not one & other


def _exclude(one: object, other: object) -> bool:
    """Whether not both can be right: times that do not meet, numbers a twentieth apart, words that share nothing."""
    match one, other:
        case (date(), date()), (date(), date()):
            assert isinstance(one, tuple)
            assert isinstance(other, tuple)
            return bool(one[1] < other[0] or other[1] < one[0])
        case float(), float():
            return abs(one - other) > 0.05 * max(abs(one), abs(other))
        case frozenset(), frozenset():
            return False
    return one != other


def _time(when: When | None) -> Said | None:
    known = bounds(when)
    return (when.edtf, known) if when and known else None


def _deadline(telling: Telling) -> Said | None:
    return _time(telling.record.deadline) if isinstance(telling.record, Commitment) else None


def _when(telling: Telling) -> Said | None:
    return None if isinstance(telling.record, Commitment) else _time(telling.record.when)


def _amount(telling: Telling) -> Said | None:
    record = telling.record
    if isinstance(record, Meeting) or record.amount is None:
        return None
    return f"{record.amount:.15g} {record.currency or ''}".strip(), float(record.amount)


def _rate(telling: Telling) -> Said | None:
    record = telling.record
    if not isinstance(record, Measure) or record.rate is None:
        return None
    return f"{record.rate:.15g}", float(record.rate)


def _length(telling: Telling) -> Said | None:
    record = telling.record
    found = None if isinstance(record, Measure) else length(
        record.content if isinstance(record, Commitment) else telling.passage
    )  # fmt: skip
    return (found[0], float(found[1])) if found else None


def _condition(telling: Telling) -> Said | None:
    record = telling.record
    condition = record.condition if isinstance(record, Commitment) else None
    return (" ".join(condition.split()), stems(condition)) if condition else None


def _place(telling: Telling) -> Said | None:
    record = telling.record
    return (record.place, stems(record.place)) if isinstance(record, Meeting) and record.place else None


def _status(telling: Telling) -> Said | None:
    return None if isinstance(telling.record, Commitment) else (telling.record.status, frozenset({""}))


SLOTS: Final[Mapping[Slot, Callable[[Telling], Said | None]]] = {
    "deadline": _deadline,
    "amount": _amount,
    "rate": _rate,
    "length": _length,
    "condition": _condition,
    "when": _when,
    "place": _place,
    "status": _status,
}
