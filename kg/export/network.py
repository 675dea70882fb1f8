"""The network of actors: who met, moved towards, took measures against or spoke about whom, how often and when.

Nodes and edges are gathered in temporary files, so that their number does not matter. Two that met, or agreed with each
other, are joined by one edge marked as mutual; every other edge leads from who acts to whom it bears on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any, Final, NamedTuple, Self

from kg.export.actors import Actors
from kg.export.batches import Batch, batches
from kg.export.choice import Choice
from kg.export.tables import TOLD, Record, told
from kg.store.oxigraph import OxigraphStore

_TABLES: Final = {table.name: table for table in TOLD}
_HAPPENED: Final = ("held", "ongoing")


class Node(NamedTuple):
    """An actor; country is the name of the polity it belongs to, empty if unknown."""

    iri: str
    name: str
    kind: str
    country: str
    articles: int
    mentions: int


class Edge(NamedTuple):
    """What joins two actors: met, agreement and the other kinds of move, measure, spoke-about; `weight` is how often.

    `first` and `last` bound when, as ISO dates: of the record, or else of the article's publication; empty if unknown.
    """

    source: str
    target: str
    kind: str
    mutual: bool
    weight: int
    first: str
    last: str


class _Tie(NamedTuple):
    """One act that joins two actors; tellings of one meeting or measure are one act."""

    source: str
    target: str
    kind: str
    what: str
    mutual: bool
    first: date | None
    last: date | None


class Network:
    """The network of what the choice leaves of a store; to be used in a `with`, which lets the files go."""

    def __init__(self, store: OxigraphStore, choice: Choice) -> None:
        self._actors = Actors()
        self._kept = sqlite3.connect("", isolation_level=None)
        self._kept.execute(
            "CREATE TABLE ties (source TEXT, target TEXT, kind TEXT, what TEXT, mutual INT, first TEXT, last TEXT, "
            "PRIMARY KEY (source, target, kind, what)) WITHOUT ROWID"
        )
        self._kept.execute("BEGIN")
        for batch in batches(store, choice):
            self._actors.add(batch.store)
            self._kept.executemany("INSERT OR IGNORE INTO ties VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, _ties(batch)))

    def nodes(self) -> Iterator[Node]:
        """Every actor that an article mentions."""
        for actor in self._actors:
            country = actor["countryName"] or ""
            yield Node(actor["actor"], actor["name"], actor["kind"], country, actor["articles"], actor["mentions"])

    def edges(self) -> Iterator[Edge]:
        """Every pair that something joins, once for each kind."""
        summed = (
            "SELECT source, target, kind, MAX(mutual), COUNT(*), COALESCE(MIN(first), ''), COALESCE(MAX(last), '') "
            "FROM ties GROUP BY source, target, kind ORDER BY source, target, kind"
        )
        for source, target, kind, mutual, *rest in self._kept.execute(summed):
            yield Edge(source, target, kind, bool(mutual), *rest)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._actors.__exit__()
        self._kept.close()


def _row(tie: _Tie) -> tuple[Any, ...]:
    return *tie[:5], *(day.isoformat() if day else None for day in tie[5:])


def _ties(batch: Batch) -> Iterator[_Tie]:
    records = {name: list(told(batch, table)) for name, table in _TABLES.items() if name not in ("roles", "dates")}
    published = {record["article"]: record["published"] for record in records["articles"]}
    known = {entity for row in records["mentions"] for kind, entity in _entities(row) if kind != "place"}
    for meeting in records["meetings"]:
        if meeting["status"] in _HAPPENED:
            yield from _mutual(meeting["participant"], "met", meeting["event"], _when(meeting, published))
    for move in records["commitments"]:
        when = _when(move, published)
        if move["kind"] == "agreement" and not move["beneficiary"]:
            yield from _mutual(move["actor"], "agreement", move["commitment"], when)
        else:
            yield from _directed(move["actor"], move["beneficiary"], move["kind"], move["commitment"], when)
    for measure in records["measures"]:
        yield from _directed(
            measure["imposer"], measure["target"], "measure", measure["event"], _when(measure, published)
        )
    for statement in records["statements"]:
        about = {entity for row in records["mentions"] if _within(row, statement) for _, entity in _entities(row)}
        when = _when(statement, published)
        yield from _directed(statement["speaker"], sorted(about & known), "spoke-about", statement["statement"], when)


def _entities(mention: Record) -> Iterable[tuple[str, str]]:
    return zip(mention["kind"], mention["entity"], strict=True)


def _within(mention: Record, statement: Record) -> bool:
    """Whether the words stand in what was said."""
    return bool(
        mention["article"] == statement["article"]
        and statement["contentStart"] <= mention["start"]
        and mention["end"] <= statement["contentEnd"]
    )


def _when(record: Record, published: dict[str, date | None]) -> tuple[date | None, date | None]:
    """The first and last day that it may mean; a deadline is not when a move was made."""
    printed = published[record["article"]]
    return record.get("whenEarliest") or printed, record.get("whenLatest") or printed


def _mutual(actors: list[str], kind: str, what: str, when: tuple[date | None, date | None]) -> Iterator[_Tie]:
    for source, target in combinations(sorted(set(actors)), 2):
        yield _Tie(source, target, kind, what, True, *when)


def _directed(
    sources: Iterable[str], targets: Iterable[str], kind: str, what: str, when: tuple[date | None, date | None]
) -> Iterator[_Tie]:
    for source in sources:
        yield from (_Tie(source, target, kind, what, False, *when) for target in targets if target != source)
