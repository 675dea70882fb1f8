from __future__ import annotations

import gc
import tracemalloc

import pytest

from kg.errors import StoreError
from kg.load import counts, load
from kg.store.answer import Rows
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.store.profile import PROFILES

WAYS = [
    lambda url: Endpoint(url, profile="oxigraph"),
    lambda url: Endpoint(url, profile=PROFILES["generic"]._replace(data="store", query=f"{url}/query")),
]


@pytest.mark.parametrize("way", WAYS, ids=["oxigraph", "generic"])
def test_every_graph_is_on_the_server_and_counted(server, memory, way):
    with way(server) as endpoint:
        loaded = {each.graph: each.triples for each in load(memory, endpoint)}
        assert list(loaded) == memory.graphs()
        assert sum(loaded.values()) == len(memory)
        for graph in memory.graphs():
            query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
            assert sorted(map(str, endpoint.query(query))) == sorted(map(str, memory.query(query)))


def test_loading_again_replaces_and_leaves_other_graphs_alone(server):
    before, after = (b"<urn:s> <urn:p> <urn:%d> <urn:again> .\n" % number for number in (1, 2))
    with Endpoint(server, profile="oxigraph") as endpoint:
        endpoint.put_graph("urn:mine", b"<urn:a> <urn:b> <urn:c> .\n")
        for quads in (before, after, after):
            store = OxigraphStore.memory()
            store.replace_graphs({"urn:again": quads})
            assert list(load(store, endpoint)) == [("urn:again", 1, True)]
        rows = endpoint.query("SELECT ?o { GRAPH <urn:again> { ?s ?p ?o } }")
        assert isinstance(rows, Rows)
        assert list(rows) == [("urn:2",)]
        assert counts(endpoint, ["urn:mine"]) == {"urn:mine": 1}


@pytest.mark.parametrize("how", [{}, {"add": True}, {"bulk": True}], ids=["replacing", "adding", "in bulk"])
def test_a_server_that_does_not_hold_what_was_sent_is_an_error(server, how):
    class Forgetful(Endpoint):
        """Sends everything to another graph: the server takes it, and the count tells."""

        def put_graph(self, iri: str, triples: bytes) -> None:
            super().put_graph(f"{iri}/elsewhere", triples)

        def add_to_graph(self, iri: str, triples: bytes) -> None:
            super().add_to_graph(f"{iri}/elsewhere", triples)

        def add_quads(self, quads: bytes) -> None:
            super().add_quads(quads.replace(b"<urn:forgotten>", b"<urn:elsewhere>"))

    store = OxigraphStore.memory()
    store.replace_graphs({"urn:forgotten": b"<urn:s> <urn:p> <urn:o> <urn:forgotten> .\n"})
    with (
        Forgetful(server, profile="oxigraph") as endpoint,
        pytest.raises(StoreError, match="0 triples of urn:forgotten"),
    ):
        list(load(store, endpoint, **how))


def test_nothing_is_sent_to_a_server_that_takes_the_parameter_for_none(server):
    wrong = PROFILES["oxigraph"]._replace(parameter="named")
    store = OxigraphStore.memory()
    store.replace_graphs({"urn:new": b"<urn:s> <urn:p> <urn:o> <urn:new> .\n"})
    with Endpoint(server, profile="oxigraph") as endpoint, Endpoint(server, profile=wrong) as misled:
        endpoint.put_graph("urn:theirs", b"<urn:a> <urn:b> <urn:c> .\n")
        with pytest.raises(StoreError, match="--graph-param"):
            list(load(store, misled))
        assert counts(endpoint, ["urn:theirs", "urn:new"]) == {"urn:theirs": 1}


def test_what_was_sent_is_not_held_on_to(server):
    """A request of httpx stands in a cycle with its response: without care each body waits for the collector."""
    gc.disable()
    tracemalloc.start()
    try:
        with Endpoint(server, profile="oxigraph") as endpoint:
            for graph in range(9):
                body = b"".join(b"<urn:s> <urn:p> <urn:%d-%d> .\n" % (graph, n) for n in range(20_000))
                endpoint.put_graph(f"urn:g{graph}", body)
        held, _ = tracemalloc.get_traced_memory()
        assert held < 2 * len(body)
    finally:
        tracemalloc.stop()
        gc.enable()
