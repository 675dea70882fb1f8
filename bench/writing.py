"""Quads into a store on disk as escaped N-Quads text, against rdflib building and serialising Turtle."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal as OxLiteral
from pyoxigraph import Quad
from rdflib import Graph, Literal, URIRef

from bench.timing import alternate
from kg.rdf.nquads import Lines, Value
from kg.store.answer import value as python_value
from kg.store.oxigraph import OxigraphStore
from kg.vocab import Term


class Plain(NamedTuple):
    """A quad as plain values: what both sides start from."""

    subject: Term
    predicate: Term
    value: Value
    language: str
    graph: Term


def measure(quads: list[Quad], repeat: int) -> Iterator[str]:
    """One line: seconds of both for the same triples and their ratio."""
    plain = [_plain(quad) for quad in quads]
    with tempfile.TemporaryDirectory() as folder:
        turn = count()
        taken = alternate(
            {
                "kg": lambda: _stored(plain, Path(folder) / f"store-{next(turn)}"),
                "rdflib": lambda: _serialised(plain),
            },
            repeat,
        )
    yield (
        f"N-Quads written and loaded {taken['kg']:.2f} s, rdflib built and serialised {taken['rdflib']:.2f} s: "
        f"{taken['rdflib'] / taken['kg']:.1f}x (aim >= 8x), {len(plain):,} quads, median of {repeat}"
    )


def _plain(quad: Quad) -> Plain:
    found = python_value(quad.object)
    value = float(found) if isinstance(found, Decimal) else found
    language = (quad.object.language or "") if isinstance(quad.object, OxLiteral) else ""
    return Plain(Term(quad.subject.value), Term(quad.predicate.value), value, language, Term(quad.graph_name.value))


def _stored(plain: list[Plain], folder: Path) -> None:
    graphs: dict[Term, Lines] = {}
    for subject, predicate, value, language, graph in plain:
        lines = graphs.get(graph) or graphs.setdefault(graph, Lines(graph))
        if language:
            lines.label(subject, predicate, str(value), language)
        else:
            lines.add(subject, predicate, value)
    with OxigraphStore.create(folder) as store:
        store.replace_graphs({graph: lines.data() for graph, lines in graphs.items()})


def _serialised(plain: list[Plain]) -> None:
    graph = Graph()
    for subject, predicate, value, language, _ in plain:
        named = isinstance(value, Term)
        term = URIRef(value) if named else Literal(value, lang=language) if language else Literal(value)
        graph.add((URIRef(subject), URIRef(predicate), term))
    graph.serialize(format="turtle", encoding="utf-8")
