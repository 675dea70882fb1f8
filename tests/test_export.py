from __future__ import annotations

import re
import shutil
import subprocess
import warnings
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, Dataset, Graph, Literal, URIRef

from kg.export import export, export_file
from kg.store.dump import FORMATS
from kg.store.oxigraph import OxigraphStore
from tests.sample import literal

KEEPS_GRAPHS = ["trig", "nquads", "jsonld"]
FLATTENS = ["turtle", "ntriples", "rdfxml"]
NAMES = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
Quad = tuple[str, ...]


def exported(store: OxigraphStore, form: str) -> bytes:
    out = BytesIO()
    export(store, form, out)
    return out.getvalue()


def quads(store: OxigraphStore) -> set[Quad]:
    return {key(line) for line in store.lines()}


def key(line: bytes) -> Quad:
    """Subject, predicate, object and graph of a line of N-Quads, as text that tells any two apart."""
    quad = next(ox.parse(line, ox.RdfFormat.N_QUADS))
    return str(quad.subject), str(quad.predicate), str(quad.object), getattr(quad.graph_name, "value", "")


def by_pyoxigraph(text: bytes, form: str) -> set[Quad]:
    parsed = ox.parse(text, FORMATS[form].syntax)
    return {(str(q.subject), str(q.predicate), str(q.object), getattr(q.graph_name, "value", "")) for q in parsed}


def by_rdflib(text: bytes, form: str) -> set[Quad]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dataset = Dataset()
        dataset.parse(data=text, format=NAMES[form])
        default = dataset.default_graph.identifier
        return {(n(s), n(p), n(o), "" if g in (None, default) else str(g)) for s, p, o, g in dataset.quads()}


def n(term: object) -> str:
    if isinstance(term, URIRef):
        return f"<{term}>"
    assert isinstance(term, Literal)
    datatype = ox.NamedNode(str(term.datatype)) if term.datatype else None
    return str(ox.Literal(str(term), language=term.language, datatype=None if term.language else datatype))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("reader", [by_pyoxigraph, by_rdflib])
def test_every_format_reads_back_as_the_same_triples(memory, form, reader):
    wanted = quads(memory)
    if form in FLATTENS:
        wanted = {(*quad[:3], "") for quad in wanted}
    assert reader(exported(memory, form), form) == wanted


def test_every_format_is_tested():
    assert sorted(FORMATS) == sorted(KEEPS_GRAPHS + FLATTENS)


def test_n_triples_read_back_as_the_same_triples_in_owlready2(memory):
    owlready2 = pytest.importorskip("owlready2")
    world = owlready2.World()
    world.get_ontology("https://parley.example/all#").load(fileobj=BytesIO(exported(memory, "ntriples")))
    there = {(n(s), n(p), by_value(n(o))) for s, p, o in world.as_rdflib_graph() if o != OWL.Ontology}
    assert there == {(*quad[:2], by_value(quad[2])) for quad in quads(memory)}


def by_value(node: str) -> str:
    """The node; of a decimal the value, since owlready2 holds 25 as 25.0."""
    decimal = re.fullmatch(r'"([-+.\d]+)"\^\^<http://www\.w3\.org/2001/XMLSchema#decimal>', node)
    return f"{Decimal(decimal[1]).normalize():f}" if decimal else node


# XML 1.0 bans most controls and U+FFFE, U+FFFF; N-Triples holds all but surrogates.
AWKWARD = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
AWKWARD_IN_XML = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r", exclude_characters="\ufffe\uffff"),
    max_size=40,
)


def store_of(texts: list[str]) -> OxigraphStore:
    store = OxigraphStore.memory()
    lines = sorted({f"<urn:s> <urn:p> {literal(text)} <urn:g> .\n" for text in texts})
    store.replace_graphs({"urn:g": "".join(lines).encode()})
    return store


@settings(max_examples=40, deadline=None)
@given(st.lists(AWKWARD, min_size=1, max_size=5))
def test_awkward_texts_come_back_from_every_format_in_pyoxigraph(texts):
    for form in FORMATS:
        if form != "rdfxml":
            assert {eval_literal(q[2]) for q in by_pyoxigraph(exported(store_of(texts), form), form)} == set(texts)


@settings(max_examples=40, deadline=None)
@given(st.lists(AWKWARD_IN_XML, min_size=1, max_size=5))
def test_texts_that_xml_can_hold_come_back_from_every_format_in_both(texts):
    store = store_of(texts)
    for form in FORMATS:
        text = exported(store, form)
        assert {eval_literal(q[2]) for q in by_pyoxigraph(text, form)} == set(texts)
        assert {eval_literal(q[2]) for q in by_rdflib(text, form)} == set(texts)


def eval_literal(written: str) -> str:
    quad = next(ox.parse(f"<urn:s> <urn:p> {written} .".encode(), ox.RdfFormat.N_TRIPLES))
    assert isinstance(quad.object, ox.Literal)
    return quad.object.value


def test_turtle_declares_its_prefixes_in_order_and_uses_them(memory):
    text = exported(memory, "turtle").decode()
    declared = [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")]
    assert declared == sorted(declared)
    assert "kg:Statement" in text
    assert "<https://parley.example/ns#" not in text.replace("@prefix kg: <https://parley.example/ns#>", "")


def by_rapper(path: Path) -> set[str]:
    """The triples that Raptor reads of a Turtle file, as it writes them again: https://librdf.org/raptor/rapper.html."""
    program = shutil.which("rapper")
    if program is None:
        pytest.skip("run `apt-get install raptor2-utils`: the tests read Turtle with rapper too")
    done = subprocess.run([program, "-q", "-i", "turtle", path], capture_output=True, check=True)
    return {str(triple) for triple in ox.parse(done.stdout, ox.RdfFormat.N_TRIPLES)}


def test_rapper_reads_turtle_as_the_same_triples(memory, tmp_path):
    export_file(memory, "turtle", tmp_path / "graph.ttl")
    wanted = {str(triple) for triple in ox.parse(exported(memory, "ntriples"), ox.RdfFormat.N_TRIPLES)}
    assert by_rapper(tmp_path / "graph.ttl") == wanted


@pytest.mark.long
def test_turtle_of_the_seeds_is_the_same_triples_to_all_who_read_it(built, tmp_path):
    path = tmp_path / "graph.ttl"
    with OxigraphStore.open(built) as store:
        export_file(store, "turtle", path)
        wanted = {quad[:3] for quad in quads(store)}
    assert {quad[:3] for quad in by_pyoxigraph(path.read_bytes(), "turtle")} == wanted
    assert {quad[:3] for quad in by_rdflib(path.read_bytes(), "turtle")} == wanted
    assert by_rapper(path) == {" ".join(triple) for triple in wanted}


@settings(max_examples=15, deadline=None)
@given(st.lists(AWKWARD_IN_XML, min_size=1, max_size=20))
def test_rapper_reads_awkward_texts_from_turtle(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("awkward") / "graph.ttl"
    store = store_of(texts)
    export_file(store, "turtle", path)
    wanted = {str(triple) for triple in ox.parse(exported(store, "ntriples"), ox.RdfFormat.N_TRIPLES)}
    assert by_rapper(path) == wanted


@pytest.mark.parametrize("form", FORMATS)
def test_stores_with_the_same_quads_are_written_as_the_same_bytes(tmp_path, graphs, form):
    texts = set()
    for order in (1, -1):
        with OxigraphStore.create(tmp_path / str(order)) as store:
            for graph in sorted(graphs)[::order]:
                store.replace_graphs({graph: graphs[graph]}, keep=store.graphs())
            texts.add(exported(store, form))
    assert len(texts) == 1


def test_a_triple_of_several_graphs_is_written_once_when_flattened():
    store = OxigraphStore.memory()
    store.replace_graphs({g: f"<urn:s> <urn:p> <urn:o> <{g}> .\n".encode() for g in ("urn:a", "urn:b")})
    assert exported(store, "ntriples") == b"<urn:s> <urn:p> <urn:o> .\n"
    assert len(Graph().parse(data=exported(store, "turtle"), format="turtle")) == 1
