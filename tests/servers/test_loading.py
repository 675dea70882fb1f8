"""`kg load` into real servers: whole, again, cut in the middle, too large for one request, and for the wrong user."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError, UsageError
from kg.load import NOTES, counts, load
from kg.store.answer import Rows
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.store.profile import credentials
from tests.servers import running
from tests.servers.emptying import loaded


def store_of(folder: Path, graphs: dict[str, int]) -> OxigraphStore:
    """A store on disk whose graphs hold so many triples."""
    store = OxigraphStore.create(folder)
    lines = {
        iri: b"".join(b'<urn:s%d> <urn:p> "%06d" <%s> .\n' % (number, number, iri.encode()) for number in range(size))
        for iri, size in graphs.items()
    }
    store.replace_graphs(lines)
    return store


def test_a_load_that_was_cut_sends_only_what_is_not_there(there, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.load._GRAPHS", 2)
    sizes = {f"urn:g{number}": 3 for number in range(6)}
    with store_of(tmp_path / "store", sizes) as store:
        cut = load(store, there)
        first = [next(cut), next(cut)]
        cut.close()
        there.put_graph("urn:g1", b"")
        again = list(load(store, there))
        assert [each.sent for each in again] == [False, True, True, True, True, True]
        assert [*first, *again] == [*first[:1], *first[1:], *again]
        assert not any(each.sent for each in load(store, there))
        (note,) = (tmp_path / "store" / NOTES).iterdir()
        note.write_bytes(note.read_bytes()[:-3])
        assert [each.graph for each in load(store, there) if each.sent] == ["urn:g5"]
        store.replace_graphs({**dict.fromkeys(sizes, b""), "urn:g0": b"<urn:a> <urn:b> <urn:c> <urn:g0> .\n"})
        assert list(load(store, there)) == [("urn:g0", 1, True)]
        for graph in sizes:
            there.put_graph(graph, b"")


def test_a_graph_larger_than_a_request_is_sent_in_pieces(there, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.load._PIECE", 10_000)
    with store_of(tmp_path / "store", {"urn:large": 3000, "urn:small": 1}) as store, loaded(store, there):
        assert counts(there, store.graphs()) == {"urn:large": 3000, "urn:small": 1}


def test_adding_keeps_what_the_server_has(there, tmp_path):
    there.put_graph("urn:mine", b"<urn:a> <urn:b> <urn:c> .\n")
    with store_of(tmp_path / "store", {"urn:mine": 2}) as store:
        assert [each.triples for each in load(store, there, add=True)] == [3]
        assert [each.triples for each in load(store, there)] == [2]
    there.put_graph("urn:mine", b"")


def test_many_graphs_go_in_one_request_where_the_server_takes_them(there, memory):
    if there.takes_quads:
        with loaded(memory, there, bulk=True):
            assert sum(counts(there, memory.graphs()).values()) == len(memory)
    else:
        with pytest.raises(UsageError, match="leave out --bulk"):
            list(load(memory, there, bulk=True))


def test_more_rows_than_the_server_gives_at_once_are_all_there_in_order(there, tmp_path):
    with store_of(tmp_path / "store", {"urn:rows": 23_000}) as store, loaded(store, there):
        query = "PREFIX x: <urn:>\nSELECT ?s ?o { GRAPH x:rows { ?s x:p ?o } } ORDER BY ?o"
        for end in ("", "\nLIMIT 15000", "\nLIMIT 10000", "\nLIMIT 12000 OFFSET 5000"):
            rows, here = there.query(query + end), store.query(query + end)
            assert isinstance(rows, Rows)
            assert isinstance(here, Rows)
            assert list(rows) == list(here)


@pytest.mark.long
def test_virtuoso_says_when_it_stops_and_whom_it_refuses(virtuoso, tmp_path, monkeypatch):
    monkeypatch.setenv("KG_AUTH", f"{running.USER}:{running.PASSWORD}")
    with store_of(tmp_path / "store", {"urn:cut": 12_000}) as store:
        with (
            Endpoint(virtuoso, profile="virtuoso", auth=credentials("digest")) as writer,
            loaded(store, writer),
            pytest.raises(StoreError, match=r"stops at 10,000 rows: with an ORDER BY"),
        ):
            writer.query("SELECT ?s { GRAPH <urn:cut> { ?s ?p ?o } }")
        for secret, says in ((f"{running.USER}:wrong", "401"), (f"reader:{running.PASSWORD}", "403")):
            monkeypatch.setenv("KG_AUTH", secret)
            with (
                Endpoint(virtuoso, profile="virtuoso", auth=credentials("digest")) as other,
                pytest.raises(StoreError, match=f"{says}.*--auth"),
            ):
                other.put_graph("urn:refused", b"<urn:s> <urn:p> <urn:o> .\n")
