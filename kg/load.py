"""Puts the graphs of a store into a running server, each under its name, and counts them there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import StoreError
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.vocab import Term


class Loaded(NamedTuple):
    """One graph that the server has, with its number of triples."""

    graph: Term
    triples: int


def load(store: OxigraphStore, server: Endpoint) -> Iterator[Loaded]:
    """Each graph of the store, once the server holds it; graphs of the server with other names stay as they are.

    StoreError where the server refuses, or afterwards counts another number of triples than were sent.
    """
    for graph in store.graphs():
        triples = store.dump_graph(graph)
        server.put_graph(graph, triples)
        sent, held = triples.count(b"\n"), server.count(graph)
        if held != sent:
            raise StoreError(server.name, f"holds {held} triples of {graph} after {sent} were sent")
        yield Loaded(graph, held)
