"""One table per kind of record, a row per record: the catalogue's listing queries with what repeats gathered in lists.

The columns are those of the queries. Rows come in the order of the queries, tables that gather from all articles last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from kg.errors import StoreError
from kg.export.actors import Actors
from kg.export.batches import Batch, Row, batches, described, rows
from kg.export.choice import Choice
from kg.query.solutions import solutions
from kg.store.oxigraph import OxigraphStore

Type = Literal["string", "integer", "decimal", "date"]
Record = Mapping[str, Any]
"""Column -> value, or a list of values."""

_INTEGERS: Final = {"start", "end", "contentStart", "contentEnd", "statements", "commitments", "meetings", "measures"}
_DECIMALS: Final = {"confidence", "amount", "rate", "rateFrom"}
_DAYS: Final = ("earliest", "latest", "published")


class Table(NamedTuple):
    """A listing query as a table: `key` tells records apart, `lists` are the columns that repeat, in step or apart."""

    name: str
    key: str
    lists: tuple[tuple[str, ...], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, as the query has them."""
        return _columns(self.name)

    def repeats(self, column: str) -> bool:
        """Whether a record can have several values there."""
        return any(column in together for together in self.lists)

    def type(self, column: str) -> Type:
        """The type of the column's values; what is not typed is a string, IRIs and EDTF included."""
        if column in _INTEGERS or (self.name == "actors" and column in ("articles", "mentions")):
            return "integer"
        if column in _DECIMALS:
            return "decimal"
        return "date" if column.lower().endswith(_DAYS) else "string"


TOLD: Final = (
    Table("statements", "statement", (("speaker", "speakerName"), ("via", "viaName"), ("issue", "issueLabel"))),
    Table(
        "commitments",
        "commitment",
        (
            ("actor", "actorName"),
            ("beneficiary", "beneficiaryName"),
            ("issue", "issueLabel"),
            ("attributedTo", "attributedToName"),
        ),
    ),
    Table("meetings", "meeting", (("participant", "participantName"),)),
    Table("measures", "measure", (("imposer", "imposerName"), ("target", "targetName"))),
    Table("roles", "role"),
    Table("mentions", "mention", (("kind", "entity", "entityName"), ("candidate", "candidateName"))),
    Table("dates", "date"),
    Table("articles", "article"),
)
ACTORS: Final = Table("actors", "actor", (("alias",), ("wikidata",)))
ISSUES: Final = Table("issues", "issue", (("broader",),))
TABLES: Final = (*TOLD, ACTORS, ISSUES)


def records(store: OxigraphStore, choice: Choice) -> Iterator[tuple[Table, Record]]:
    """Every record of every table; with filters the actors and issues that the chosen records tell of."""
    issues: dict[str, dict[str, Any]] = {}
    with Actors() as actors:
        for batch in batches(store, choice):
            for table in TOLD:
                yield from ((table, record) for record in told(batch, table))
            actors.add(batch.store)
            _count(issues, gathered(ISSUES, rows(batch.store, "issues")))
        if not choice:
            actors.complete(store)
            for part in described(store, _iris(store, "issues")):
                _count(issues, gathered(ISSUES, rows(part, "issues")))
        yield from ((ACTORS, record) for record in actors)
    yield from ((ISSUES, issues[notation]) for notation in sorted(issues))


def told(batch: Batch, table: Table) -> Iterator[Record]:
    """The records of a batch in one of the tables of what articles tell."""
    return gathered(table, batch.rows(table.name, table.key))


def gathered(table: Table, found: Iterable[Row]) -> Iterator[Record]:
    """A record for each key; StoreError where a column that should hold one value has two."""
    by_key: dict[str, list[Row]] = {}
    for row in found:
        by_key.setdefault(row[table.key], []).append(row)
    for key, same in by_key.items():
        record = dict(same[0])
        for together in table.lists:
            values = dict.fromkeys(tuple(row[column] for column in together) for row in same)
            full = [each for each in values if any(value is not None for value in each)]
            record.update({column: [each[i] for each in full] for i, column in enumerate(together)})
        for column, value in record.items():
            if not table.repeats(column) and any(row[column] != value for row in same):
                raise StoreError(key, f"has two values of {column}: run `kg check`")
        yield record


@cache
def _columns(question: str) -> tuple[str, ...]:
    return solutions(OxigraphStore.memory(), "ask", question).variables


def _count(issues: dict[str, dict[str, Any]], found: Iterable[Record]) -> None:
    """Add what a batch tells of each issue: a record is told in one article, so that the counts add up."""
    for record in found:
        known = issues.setdefault(record["notation"], {**record, "statements": 0, "commitments": 0})
        for column in ("statements", "commitments"):
            known[column] += record[column]


def _iris(store: OxigraphStore, question: str) -> Iterator[str]:
    return (str(row[0]) for row in solutions(store, "export", question))
