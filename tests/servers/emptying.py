"""Takes from a real server what a test put there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.load import counts, load
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore


@contextmanager
def loaded(store: OxigraphStore, server: Endpoint, **how: bool) -> Iterator[Endpoint]:
    """The server with the graphs of the store, as long as they are needed."""
    assert sum(each.triples for each in load(store, server, **how)) == len(store)
    try:
        yield server
    finally:
        graphs = store.graphs()
        for graph in graphs:
            server.put_graph(graph, b"")
        assert not counts(server, graphs)
