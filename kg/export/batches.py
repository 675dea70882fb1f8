"""The chosen articles, some at a time, each batch a small graph of its own on which the catalogue's queries run.

A query over the whole store sorts and joins all of it at once; over a batch it takes the memory of a batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from kg.export.choice import Choice, parted
from kg.query.solutions import solutions
from kg.store.oxigraph import OxigraphStore
from kg.store.part import Chosen

Row = Mapping[str, Any]
"""Column -> value; None where unbound."""

# Articles in a batch, and actors that are read together: some 30,000 quads.
_ARTICLES: Final = 25
_NODES: Final = 2_000


class Batch(NamedTuple):
    """Some articles by identifier, and the graph of what they say."""

    store: OxigraphStore
    articles: Mapping[str, Chosen]

    def rows(self, question: str, key: str) -> Iterator[Row]:
        """The rows of a listing query that tell of these articles and, where records are chosen, of those alone."""
        for row in rows(self.store, question):
            one = self.articles.get(row["article"])
            if one and (one.records is None or key == "article" or row[key] in one.records):
                yield row


def batches(store: OxigraphStore, choice: Choice) -> Iterator[Batch]:
    """The chosen articles in the order of their graphs."""
    shared = store.shared_graphs()
    for some in parted(choice.chosen(store), _ARTICLES):
        with store.part(some, shared) as part:
            yield Batch(part, {one.identifier: one for one in some})


def described(store: OxigraphStore, nodes: Iterable[str]) -> Iterator[OxigraphStore]:
    """Small graphs of what the store says of these nodes and of what that points at."""
    shared = store.shared_graphs()
    for some in parted(nodes, _NODES):
        with store.part((), shared, some) as part:
            yield part


def rows(store: OxigraphStore, question: str) -> Iterator[Row]:
    """The rows of a query of the catalogue, asked for everyone."""
    yield from solutions(store, "ask", question).by_column()
