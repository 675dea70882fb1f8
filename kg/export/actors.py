"""Actors gathered over batches: each once, with its counts added up, in a temporary file and not in memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, Self

from kg.export.batches import described, rows
from kg.query.solutions import solutions
from kg.store.oxigraph import OxigraphStore

_LISTS = ("alias", "wikidata")


def gather(batch: OxigraphStore) -> dict[str, dict[str, Any]]:
    """The actors of a batch by IRI, with what the batch tells of them."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows(batch, "actors"):
        record = found.setdefault(row["actor"], {**row, "alias": [], "wikidata": []})
        for column in _LISTS:
            if row[column] is not None and row[column] not in record[column]:
                record[column].append(row[column])
    return found


class Actors:
    """The rows of the query `actors`, a record per actor; an actor's articles and mentions are counts."""

    def __init__(self) -> None:
        # An empty name is a file that is gone when it is closed: https://www.sqlite.org/inmemorydb.html#temp_db
        self._kept = sqlite3.connect("", isolation_level=None)
        self._kept.execute(
            "CREATE TABLE actors (iri TEXT PRIMARY KEY, name TEXT, record TEXT, articles INT, mentions INT) "
            "WITHOUT ROWID"
        )
        self._kept.execute("BEGIN")

    def add(self, batch: OxigraphStore) -> None:
        """Count what the batch tells of its actors."""
        found = gather(batch)
        self._kept.executemany(
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
            "SET articles = articles + excluded.articles, mentions = mentions + excluded.mentions",
            [(iri, r["name"], json.dumps(r), r["articles"], r["mentions"]) for iri, r in found.items()],
        )

    def complete(self, store: OxigraphStore) -> None:
        """Add the actors of the store that no batch told of."""
        known = (str(row[0]) for row in solutions(store, "export", "actors"))
        for part in described(store, (iri for iri in known if not self._has(iri))):
            self.add(part)

    def _has(self, iri: str) -> bool:
        return self._kept.execute("SELECT 1 FROM actors WHERE iri = ?", (iri,)).fetchone() is not None

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The records, those told of most first."""
        ordered = "SELECT record, articles, mentions FROM actors ORDER BY articles DESC, mentions DESC, name, iri"
        for record, articles, mentions in self._kept.execute(ordered):
            yield json.loads(record) | {"articles": articles, "mentions": mentions}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._kept.close()
