"""CSV files for `neo4j-admin database import`: a file of nodes per table, the things they name, and all relationships.

Headers as https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format asks. The columns of a
record that name another node become relationships. A line break within a cell becomes a space, since the importer
takes it for a new row unless told otherwise.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg import iri
from kg.export.choice import Choice
from kg.export.tables import TABLES, Record, Table, records
from kg.store.oxigraph import OxigraphStore

FILES: Final = (*(f"{table.name}.csv" for table in TABLES), "things.csv", "relationships.csv")
THINGS: Final = ("iri:ID", "name", ":LABEL")
RELATIONSHIPS: Final = (":START_ID", ":END_ID", ":TYPE")

_LABELS: Final = {
    "statements": "Statement", "commitments": "Commitment", "meetings": "Meeting", "measures": "Measure",
    "roles": "Role", "mentions": "Mention", "dates": "Date", "articles": "Article", "actors": "Actor",
    "issues": "Issue",
}  # fmt: skip
# Column -> relationship, and the column with the names of those it leads to.
_LINKS: Final = {
    "speaker": ("SPOKEN_BY", "speakerName"),
    "via": ("VIA", "viaName"),
    "actor": ("ACTOR", "actorName"),
    "beneficiary": ("BENEFICIARY", "beneficiaryName"),
    "attributedTo": ("ATTRIBUTED_TO", "attributedToName"),
    "participant": ("PARTICIPANT", "participantName"),
    "imposer": ("IMPOSER", "imposerName"),
    "target": ("TARGET", "targetName"),
    "person": ("HOLDER", "personName"),
    "institution": ("INSTITUTION", "institutionName"),
    "country": ("COUNTRY", "countryName"),
    "place": ("PLACE", "placeName"),
    "entity": ("REFERS_TO", "entityName"),
    "issue": ("IS_ABOUT", "issueLabel"),
    "broader": ("BROADER", ""),
}
_THINGS: Final = {"place": "Place", "polity": "Actor;Polity"}
_TYPES: Final = {"string": "", "integer": ":long", "decimal": ":double", "date": ":date"}
_BREAKS: Final = str.maketrans("\r\n", "  ")


def write(store: OxigraphStore, choice: Choice, paths: Mapping[str, Path]) -> None:
    """Write all files; every relationship leads to a node of one of them."""
    with ExitStack() as stack:
        writers = {
            name: csv.writer(stack.enter_context(path.open("w", encoding="utf-8", newline="")), lineterminator="\n")
            for name, path in paths.items()
        }
        writers["things.csv"].writerow(THINGS)
        writers["relationships.csv"].writerow(RELATIONSHIPS)
        for table in TABLES:
            writers[f"{table.name}.csv"].writerow([*header(table), ":LABEL"])
        known: set[str] = set()
        named: dict[str, str] = {}
        for table, record in records(store, choice):
            node = _node(table, record)
            if table.name in ("actors", "issues"):
                known.add(node)
            values = [node, *(record[column] for column in _properties(table))]
            writers[f"{table.name}.csv"].writerow([*map(_cell, values), _label(table, record)])
            for end, kind, name in _links(table, record):
                writers["relationships.csv"].writerow((node, end, kind))
                if kind != "REPORTED_IN":
                    named[end] = named.get(end) or name
        for end in sorted(named.keys() - known):
            writers["things.csv"].writerow((end, _cell(named[end]), _thing(end)))


def header(table: Table) -> list[str]:
    """The node's key and its properties with their types."""
    columns = _properties(table)
    return ["iri:ID", *(f"{c}:string[]" if table.repeats(c) else c + _TYPES[table.type(c)] for c in columns)]


@cache
def _properties(table: Table) -> list[str]:
    """The columns that say something of the node itself; an article's key is its identifier and no IRI."""
    away = {name for column, (_, names) in _LINKS.items() if column in table.columns for name in (column, names)}
    key = set() if table.name == "articles" else {table.key}
    return [column for column in table.columns if column not in away | key]


def _node(table: Table, record: Record) -> str:
    return iri.article(record["article"]) if table.name == "articles" else str(record[table.key])


def _label(table: Table, record: Record) -> str:
    label = _LABELS[table.name]
    return f"{label};{record['kind'].title()}" if table.name == "actors" else label


def _links(table: Table, record: Record) -> Iterator[tuple[str, str, str]]:
    """Where the node leads: the other node, the type of the relationship, and the other's name."""
    if "article" in record and table.name != "articles":
        yield iri.article(record["article"]), "REPORTED_IN", ""
    for column, (kind, names) in _LINKS.items():
        if column != table.key and column in record:
            ends, labels = _listed(record[column]), _listed(record.get(names))
            for place, end in enumerate(ends):
                yield end, kind, str(labels[place] or "") if place < len(labels) else ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _thing(end: str) -> str:
    """The label of what records name and no table describes: places, and countries that act nowhere."""
    return _THINGS.get(iri.kind_of(end), "Actor")


def _cell(value: Any) -> str:
    """A value as a cell; several are parted by semicolons, the importer's default, which cannot be escaped."""
    if isinstance(value, list):
        return ";".join(_cell(each).replace(";", ",") for each in value)
    return "" if value is None else str(value).translate(_BREAKS)
