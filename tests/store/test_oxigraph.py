from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError, StoreError
from kg.store.answer import Rows, Triples, Truth
from kg.store.mark import FILE, open_mark
from kg.store.oxigraph import OxigraphStore
from kg.vocab import Term

GRAPHS = [f"https://parley.example/id/article/{name}" for name in "abcd"]


def quads(graph: str, *values: object) -> bytes:
    return "".join(sorted(f'<{graph}> <urn:p> "{value}" <{graph}> .\n' for value in values)).encode()


def test_a_store_holds_exactly_the_graphs_given_and_those_to_keep():
    store = OxigraphStore.memory()
    a, b, c, _ = GRAPHS
    assert store.replace_graphs({a: quads(a, 1), b: quads(b, 1)}) == ((a, b), ())
    assert store.replace_graphs({c: quads(c, 1)}, keep=[a]) == ((c,), (b,))
    assert store.graphs() == [a, c]
    assert len(store) == 2


def test_only_graphs_whose_quads_changed_are_touched():
    store = OxigraphStore.memory()
    a, b, *_ = GRAPHS
    store.replace_graphs({a: quads(a, 1), b: quads(b, 1)})
    assert store.replace_graphs({a: quads(a, 1), b: quads(b, 2)}) == ((b,), ())
    assert store.replace_graphs({a: quads(a, 1), b: quads(b, 2)}) == ((), ())


def test_a_graph_without_quads_is_no_graph():
    store = OxigraphStore.memory()
    store.replace_graphs({GRAPHS[0]: quads(GRAPHS[0], 1)})
    assert store.replace_graphs({GRAPHS[0]: b""}).removed == (GRAPHS[0],)
    assert store.manifest.graphs == {}


@given(st.lists(st.dictionaries(st.sampled_from(GRAPHS), st.frozensets(st.integers(0, 9))), min_size=1, max_size=6))
def test_any_history_ends_in_the_store_that_the_last_state_alone_makes(history):
    walked, fresh = OxigraphStore.memory(), OxigraphStore.memory()
    for state in history:
        walked.replace_graphs({graph: quads(graph, *values) for graph, values in state.items()})
    fresh.replace_graphs({graph: quads(graph, *values) for graph, values in history[-1].items()})
    assert list(walked.lines()) == list(fresh.lines())
    assert walked.digest() == fresh.digest()
    assert walked.manifest == fresh.manifest


def test_bulk_loading_and_loading_give_the_same_store(tmp_path, monkeypatch, graphs):
    digests = set()
    for threshold in (0, 1 << 40):
        monkeypatch.setattr("kg.store.draft.BULK", threshold)
        with OxigraphStore.create(tmp_path / str(threshold)) as store:
            store.replace_graphs(graphs)
            digests.add(store.digest())
    assert len(digests) == 1


def test_the_store_on_disk_is_there_when_opened_again(folder, memory):
    with OxigraphStore.open(folder) as store:
        assert store.digest() == memory.digest()
        assert store.manifest.graphs == memory.manifest.graphs
    with OxigraphStore.create(folder) as store:
        assert len(store) == len(memory)


def test_the_manifest_is_kept_and_equal_manifests_are_equal_bytes(tmp_path):
    for name, order in (("a", 1), ("b", -1)):
        with OxigraphStore.create(tmp_path / name) as store:
            store.manifest.articles = dict(sorted({"x.txt": "1", "y.txt": "2"}.items())[::order])
            store.manifest.settings["max_chars"] = "200000"
            store.replace_graphs({})
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()
    with OxigraphStore.create(tmp_path / "a") as store:
        assert store.manifest.articles == {"x.txt": "1", "y.txt": "2"}
        assert store.manifest.settings == {"max_chars": "200000"}


@pytest.mark.parametrize("kind", ["missing", "empty", "other"])
def test_opening_what_is_no_store_is_an_error_and_makes_nothing(tmp_path, kind):
    place = tmp_path / "graph"
    if kind != "missing":
        place.mkdir()
    if kind == "other":
        (place / "notes.txt").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StoreError, match="kg build"):
        OxigraphStore.open(place)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_holds_something_else_is_not_taken(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="not empty"):
        OxigraphStore.create(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"), [("{}", "damaged"), ('{"format": 99}', "format 99"), ("\x00\x01", "damaged"), ("", "damaged")]
)
def test_a_broken_or_foreign_mark_is_one_clear_error(tmp_path, text, says):
    OxigraphStore.create(tmp_path / "graph").close()
    (tmp_path / "graph" / FILE).write_text(text)
    for way in (OxigraphStore.open, OxigraphStore.create):
        with pytest.raises(StoreError, match=says):
            way(tmp_path / "graph")


def test_a_manifest_damaged_behind_its_mark_is_one_clear_error(tmp_path):
    OxigraphStore.create(tmp_path / "graph").close()
    (tmp_path / "graph" / FILE).write_text('{"format": 1, "graphs": [')
    with pytest.raises(StoreError, match="damaged"):
        OxigraphStore.create(tmp_path / "graph")


def test_a_file_where_the_store_should_be_is_one_clear_error(tmp_path):
    (tmp_path / "graph").write_text("")
    with pytest.raises(StoreError):
        OxigraphStore.open(tmp_path / "graph")
    with pytest.raises(StoreError):
        OxigraphStore.create(tmp_path / "graph")


def test_a_second_writer_is_told_that_the_store_is_locked(tmp_path):
    with OxigraphStore.create(tmp_path / "graph"), pytest.raises(StoreError, match="locked"):
        OxigraphStore.create(tmp_path / "graph")


def test_a_store_is_read_while_it_is_written(tmp_path):
    a = GRAPHS[0]
    with OxigraphStore.create(tmp_path / "graph") as writer:
        for value in range(12):
            writer.replace_graphs({a: quads(a, value)})
            with OxigraphStore.open(tmp_path / "graph") as reader:
                assert reader.digest() == writer.digest()


def test_a_reader_goes_on_with_the_graph_it_opened(tmp_path):
    a, b, *_ = GRAPHS
    with OxigraphStore.create(tmp_path / "graph") as writer:
        writer.replace_graphs({a: quads(a, 1)})
        with OxigraphStore.open(tmp_path / "graph") as reader:
            before = reader.digest()
            for value in range(2, 5):
                writer.replace_graphs({a: quads(a, value), b: quads(b, value)})
                assert reader.graphs() == [a]
                assert reader.digest() == before
                assert list(reader.manifest.graphs) == [a]
                assert not writer.retire(), "the graph that is read was removed"
        assert writer.retire()
        assert len(list((tmp_path / "graph").glob("quads*"))) == 1


def test_nothing_of_a_replacement_is_seen_before_all_of_it(tmp_path):
    def graphs():
        for graph in GRAPHS:
            with OxigraphStore.open(tmp_path / "graph") as reader:
                assert reader.graphs() == GRAPHS[:1]
            yield graph, quads(graph, 2)

    with OxigraphStore.create(tmp_path / "graph") as writer:
        writer.replace_graphs({GRAPHS[0]: quads(GRAPHS[0], 1)})
        writer.replace_graphs(graphs(), rules={"urn:derived": "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }"})
    with OxigraphStore.open(tmp_path / "graph") as reader:
        assert reader.graphs() == [*GRAPHS, "urn:derived"]


def test_a_replacement_that_fails_leaves_the_store_as_it_was_and_nothing_behind(tmp_path):
    def graphs():
        yield GRAPHS[0], quads(GRAPHS[0], 2)
        raise ValueError("no more")

    with OxigraphStore.create(tmp_path / "graph") as store:
        store.replace_graphs({GRAPHS[0]: quads(GRAPHS[0], 1)})
        before, left = store.digest(), sorted((tmp_path / "graph").iterdir())
        with pytest.raises(ValueError, match="no more"):
            store.replace_graphs(graphs())
        assert store.digest() == before
        assert sorted((tmp_path / "graph").iterdir()) == left
    with OxigraphStore.create(tmp_path / "graph") as store:
        assert store.digest() == before


def test_a_store_that_lost_its_quads_is_built_anew(tmp_path):
    for _ in range(2):
        with OxigraphStore.create(tmp_path) as store:
            store.replace_graphs({"urn:g": b"<urn:s> <urn:p> <urn:o> <urn:g> .\n"})
            assert len(store) == 1
        shutil.rmtree(open_mark(tmp_path).quads)


def test_quads_that_are_damaged_are_one_clear_error(tmp_path):
    with OxigraphStore.create(tmp_path) as store:
        store.replace_graphs({iri: quads(iri, *range(10_000)) for iri in GRAPHS})
    for path in open_mark(tmp_path).quads.glob("*.sst"):
        data = path.read_bytes()
        if len(data) > 20_000:
            path.write_bytes(data[:5_000] + b"\0" * 10_000 + data[15_000:])
    with OxigraphStore.open(tmp_path) as store, pytest.raises(StoreError, match="cannot be used"):
        store.digest()


@pytest.mark.parametrize(
    "fault", [RecursionError("too deep"), RuntimeError("a bug"), OSError("not the store's"), StopIteration()]
)
def test_what_goes_wrong_in_the_making_of_a_graph_is_no_fault_of_the_store(tmp_path, fault):
    def graphs():
        yield GRAPHS[0], quads(GRAPHS[0], 2)
        raise fault

    with OxigraphStore.create(tmp_path / "graph") as store:
        store.replace_graphs({GRAPHS[0]: quads(GRAPHS[0], 1)})
        before = store.digest()
        with pytest.raises((RuntimeError, OSError)) as raised:
            store.replace_graphs(graphs())
        assert fault in (raised.value, raised.value.__cause__)
        assert store.digest() == before


def test_what_rules_derive_follows_the_graphs_they_read():
    store = OxigraphStore.memory()
    rules = {"urn:derived": "CONSTRUCT { ?s <urn:q> ?o } { GRAPH ?g { ?s <urn:p> ?o } }"}
    a, b, *_ = GRAPHS
    assert store.replace_graphs({a: quads(a, 1)}, rules=rules).written == (a, "urn:derived")
    assert store.replace_graphs({a: quads(a, 1)}, rules=rules).written == ()
    assert store.replace_graphs({b: quads(b, 1)}, rules=rules) == ((b, "urn:derived"), (a,))
    assert store.replace_graphs({}, rules=rules) == ((), (b, "urn:derived"))


def test_a_store_of_before_there_were_generations_is_read_and_built_on(tmp_path):
    a, b, *_ = GRAPHS
    with OxigraphStore.create(tmp_path / "graph") as store:
        store.replace_graphs({a: quads(a, 1)})
    (tmp_path / "graph" / "quads-1").rename(tmp_path / "graph" / "quads")
    text = (tmp_path / "graph" / FILE).read_text()
    (tmp_path / "graph" / FILE).write_text(text.replace(' "quads": "quads-1",\n', ""))
    with OxigraphStore.open(tmp_path / "graph") as reader, OxigraphStore.create(tmp_path / "graph") as store:
        assert store.replace_graphs({b: quads(b, 1)}, keep=[a]).written == (b,)
        assert (reader.graphs(), store.graphs()) == ([a], [a, b])


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ('"5"^^<http://www.w3.org/2001/XMLSchema#integer>', 5),
        ('"0.90"^^<http://www.w3.org/2001/XMLSchema#decimal>', Decimal("0.9")),
        ('"1.5E0"^^<http://www.w3.org/2001/XMLSchema#double>', 1.5),
        ('"true"^^<http://www.w3.org/2001/XMLSchema#boolean>', True),
        ('"2019-02-28"^^<http://www.w3.org/2001/XMLSchema#date>', date(2019, 2, 28)),
        ('"2019-02-31"^^<http://www.w3.org/2001/XMLSchema#date>', "2019-02-31"),
        ('"words"@en', "words"),
        ("<urn:a>", Term("urn:a")),
    ],
)
def test_terms_become_python_values(literal, value):
    store = OxigraphStore.memory()
    store.replace_graphs({"urn:g": f"<urn:s> <urn:p> {literal} <urn:g> .\n".encode()})
    rows = store.query("SELECT ?o ?none WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(rows, Rows)
    assert rows.variables == ("o", "none")
    ((found, none),) = rows
    assert (found, type(found), none) == (value, type(value), None)


def test_what_a_construct_gives_goes_into_a_graph_of_its_own(memory):
    found = memory.query("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(found, Triples)
    text = found.nquads("urn:g")
    assert text.splitlines() == sorted(set(text.splitlines()))
    again = OxigraphStore.memory()
    again.replace_graphs({"urn:g": text})
    assert len(again) == text.count(b"\n") > 100


def test_an_ask_is_true_or_false(memory):
    yes = memory.query("ASK { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(yes, Truth)
    assert bool(yes)
    assert not bool(memory.query("ASK { ?s ?p ?o }"))


@pytest.mark.parametrize("text", ["SELEC", "SELECT ?x { ?s ?p ?x } GROUP BY ?s", "SELECT '\ud800' {}", ""])
def test_sparql_that_does_not_parse_is_a_query_error_on_one_line(memory, text):
    with pytest.raises(QueryError, match="does not parse") as caught:
        memory.query(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8))
def test_every_text_comes_back_as_it_went_in(texts):
    from tests.sample import literal

    store = OxigraphStore.memory()
    lines = sorted({f"<urn:s> <urn:p> {literal(text)} <urn:g> .\n" for text in texts})
    store.replace_graphs({"urn:g": "".join(lines).encode()})
    assert sorted(row[0] for row in store.query("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")) == sorted(set(texts))
