"""The Python API: open a graph, ask it, get typed rows."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from datetime import date
from os import PathLike, fspath
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg import catalogue
from kg.errors import StoreError
from kg.query import ask, run
from kg.store import Store, open_store
from kg.store.answer import Answer, Rows, Triples, Value

if TYPE_CHECKING:
    from rdflib import Dataset

Row = Any
"""A named tuple with the columns of the query: `row.start` is an int, `row.whenEarliest` a date, an IRI a `Term`."""

Result = list[Row] | list[tuple[Value, Value, Value]] | bool


class Graph:
    """A built graph, or one on a SPARQL server, to be asked.

    >>> graph = Graph.open("build/graph")                                       # doctest: +SKIP
    >>> graph.query("statements", issue="enforcement")[0].speakerName           # doctest: +SKIP
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, where: str | PathLike[str]) -> Self:
        """The graph in a store's folder, or behind the address of a SPARQL endpoint; StoreError where there is none."""
        return cls(open_store(fspath(where)))

    def query(self, name: str, *, limit: int | None = None, **params: str | date | Sequence[str | date]) -> Result:
        """The answer to a named question: a row per solution, or triples for a CONSTRUCT.

        A parameter takes what the command line takes, or a list of such for any of them. QueryError says what is
        unknown, ambiguous or ill-typed, and what there is.
        """
        given = {
            key: [str(v) for v in ([value] if isinstance(value, str | date) else value)]
            for key, value in params.items()
            if value is not None
        }
        return _result(name, ask(self._store, catalogue.load(name), given, limit=limit))

    def sparql(self, text: str, *, allow_service: bool = False) -> Result:
        """The answer to a SPARQL query: rows, triples, or True or False for an ASK."""
        return _result("row", run(self._store, text, allow_service=allow_service))

    def to_rdflib(self) -> Dataset:
        """A copy of all quads in an rdflib Dataset, with the project's prefixes; for a graph in a folder only."""
        from io import BytesIO

        from rdflib import Dataset

        from kg.store.oxigraph import OxigraphStore
        from kg.vocab import PREFIXES

        if not isinstance(self._store, OxigraphStore):
            raise StoreError(self._store.name, "is a server: only a graph in a folder is copied to rdflib")
        text = BytesIO()
        self._store.dump(text, "nquads", PREFIXES)
        text.seek(0)
        dataset = Dataset()
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        dataset.parse(text, format="nquads")
        return dataset

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()


def _result(name: str, answer: Answer) -> Result:
    if isinstance(answer, Rows):
        row = namedtuple(name.replace("-", "_"), answer.variables, rename=True)  # type: ignore[misc]
        return [row(*values) for values in answer]
    return list(answer) if isinstance(answer, Triples) else bool(answer)
