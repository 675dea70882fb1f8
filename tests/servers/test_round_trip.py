"""Embedded store -> each RDF format -> a real server -> back: the same triples."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from io import BytesIO

import pyoxigraph as ox
import pytest

from kg.store.answer import Rows
from kg.store.dump import FORMATS
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.vocab import PREFIXES
from tests.servers.emptying import loaded

XSD = "http://www.w3.org/2001/XMLSchema#"
# What Virtuoso 7.2.5 writes otherwise: it keeps numbers and booleans by value, and decimals to fifteen digits. Of these
# a graph of ours has only booleans; all of them are among the random literals, so that each is seen to happen.
IN_VIRTUOSO = {
    f'"{written}"^^<{XSD}{given}>': f'"{kept}"^^<{XSD}{turned}>'
    for given, written, turned, kept in (
        ("boolean", "true", "boolean", "1"),
        ("boolean", "false", "boolean", "0"),
        ("integer", "+5", "integer", "5"),
        ("integer", "007", "integer", "7"),
        ("integer", "-0", "integer", "0"),
        ("integer", "123456789012345678901234567890", "decimal", "123456789012345678901234567890"),
        ("decimal", "0.90", "decimal", "0.9"),
        ("decimal", "25.0", "decimal", "25"),
        ("decimal", ".5", "decimal", "0.5"),
        ("decimal", "0.1234567890123456789012345", "decimal", "0.123456789012346"),
        ("duration", "P1D", "duration", "86400.0"),
    )
}
LETTERS = "abcxyzABC 0123456789\\\"'<>&{}|^`%#.;,\t\u00a0\u00e9\u0416\u4e2d\u05d0\u0301\u2028\ufffd\U0001f600\n\r"
ENDS = ("a", "%20", "\u00e9", "\u4e2d", "~!$()*+,;=:@")
PREDICATES = "SELECT DISTINCT ?p WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }} ORDER BY ?p"
# A whole graph is more rows than Virtuoso sorts in a few seconds.
BACK = "SELECT ?s ({} AS ?p) ?o WHERE {{ GRAPH <{}> {{ ?s {} ?o }} }} ORDER BY ?s ?o"


def literal(draw: random.Random, number: int) -> ox.Literal:
    """Some literal: plain, in a language, or of a type; numbers as `kg.rdf` writes them."""
    text = "".join(draw.choices(LETTERS, k=draw.randrange(40)))
    return draw.choice((
        ox.Literal(text),
        ox.Literal(text, language=draw.choice(("en", "en-GB", "zh-Hans", "fr"))),
        ox.Literal(str(draw.randrange(-(10**9), 10**9)), datatype=ox.NamedNode(XSD + "integer")),
        ox.Literal(f"{draw.randrange(-(10**6), 10**6)}.{draw.randrange(100)}1",
                   datatype=ox.NamedNode(XSD + "decimal")),
        ox.Literal(f"{draw.randrange(1, 2100):04}-0{draw.randrange(1, 10)}-1{draw.randrange(10)}",
                   datatype=ox.NamedNode(XSD + "date")),
        ox.Literal(f"{number}x", datatype=ox.NamedNode("urn:type")),
    ))  # fmt: skip


@pytest.fixture(scope="module")
def random_terms() -> OxigraphStore:
    """10,000 triples of random IRIs and literals, the same each time, and those that Virtuoso is known to change."""
    draw = random.Random(8)
    written = [str(literal(draw, number)) for number in range(10_000)]
    store = OxigraphStore.memory()
    lines = (
        f"<urn:s:{number}:{draw.choice(ENDS)}> <urn:p{number % 7}> {each} <urn:random> .\n"
        for number, each in enumerate([*written, *IN_VIRTUOSO])
    )
    store.replace_graphs({"urn:random": "".join(lines).encode()})
    return store


@pytest.fixture(scope="module")
def seeds(built) -> Iterator[OxigraphStore]:
    """The graph of the seed articles, with all curated data."""
    with OxigraphStore.open(built) as store:
        yield store


def through(store: OxigraphStore, form: str) -> OxigraphStore:
    """The store that is read from an export; formats without graphs give one graph."""
    out = BytesIO()
    store.dump(out, form, PREFIXES)
    read = ox.parse(out.getvalue(), FORMATS[form].syntax)
    copy = OxigraphStore.memory()
    graphs: dict[str, list[bytes]] = {}
    for quad in read:
        graph = quad.graph_name if FORMATS[form].graphs else ox.NamedNode("urn:flat")
        named = ox.Quad(quad.subject, quad.predicate, quad.object, graph)
        graphs.setdefault(graph.value, []).append(b"%s .\n" % str(named).encode())
    copy.replace_graphs({iri: b"".join(sorted(lines)) for iri, lines in graphs.items()})
    return copy


def rows(answer: object) -> list[tuple[str, ...]]:
    """The rows, each term as N-Triples has it."""
    assert isinstance(answer, Rows)
    out = BytesIO()
    answer.write(out, "json")
    solutions = ox.parse_query_results(out.getvalue(), ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(map(str, solution)) for solution in solutions]


def back(server: Endpoint, graphs: Iterable[str]) -> set[tuple[str, ...]]:
    """All triples of those graphs, as the server gives them."""
    return {
        triple
        for graph in graphs
        for (predicate,) in rows(server.query(PREDICATES.format(graph)))
        for triple in rows(server.query(BACK.format(predicate, graph, predicate)))
    }


def kept(server: Endpoint, store: OxigraphStore) -> set[tuple[str, ...]]:
    """The triples of the store as that server is known to keep them."""
    changed = IN_VIRTUOSO if "Virtuoso" in server.greet() else {}
    quads = ox.parse(b"".join(store.lines()), ox.RdfFormat.N_QUADS)
    return {(str(q.subject), str(q.predicate), changed.get(str(q.object), str(q.object))) for q in quads}


@pytest.mark.long
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("source", ["seeds", "random_terms"])
def test_a_server_gives_back_what_was_exported(there, request, source, form):
    store = request.getfixturevalue(source)
    copy = through(store, form)
    with loaded(copy, there):
        assert back(there, copy.graphs()) == kept(there, store)
