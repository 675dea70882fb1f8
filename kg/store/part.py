"""A part of a store: what chosen articles or records say, with all that these quads point at.

Nothing that is pointed at is left without its description: an entity, office, issue or run comes with what the graphs
beside the articles' say of it, and so on; an article that is pointed at with what it says of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from kg.vocab import KG, OA, RDF, Term

_TYPE, _MENTION = ox.NamedNode(RDF.type), ox.NamedNode(KG.Mention)
_EVIDENCE, _START, _END = ox.NamedNode(KG.hasEvidence), ox.NamedNode(OA.start), ox.NamedNode(OA.end)


class Chosen(NamedTuple):
    """An article by identifier and graph, and those of its records that are wanted; None for all it says."""

    identifier: str
    graph: Term
    records: frozenset[Term] | None = None


def _is_article(node: ox.NamedNode) -> bool:
    from kg.iri import is_article  # whose hashes take longer to import than a question to answer

    return is_article(node.value)


def part(
    store: ox.Store,
    whole: Callable[[str], Iterable[ox.Quad]],
    chosen: Iterable[Chosen],
    shared: Collection[ox.NamedNode],
    also: Iterable[ox.NamedNode] = (),
) -> Iterator[ox.Quad]:
    """The quads, each once: the articles' in the order given, then what they (and `also`) point at, graph by graph.

    `whole` gives the quads of a graph.
    """
    needed = set(also)
    written: set[str] = set()
    for one in chosen:
        written.add(one.graph)
        for quad in whole(one.graph) if one.records is None else _told(store, one, one.records):
            if isinstance(quad.object, ox.NamedNode):
                needed.add(quad.object)
            yield quad
    nodes = _closed(store, needed, shared)
    for graph in shared:
        for node in nodes:
            yield from store.quads_for_pattern(node, None, None, graph)
    for node in nodes:
        if _is_article(node) and node.value not in written:
            yield from store.quads_for_pattern(node, None, None, node)


def _closed(store: ox.Store, needed: set[ox.NamedNode], shared: Collection[ox.NamedNode]) -> list[ox.NamedNode]:
    """The nodes, and all that the shared graphs lead to from them, sorted."""
    found, fresh = set(needed), list(needed)
    while fresh:
        node = fresh.pop()
        for graph in shared:
            for quad in store.quads_for_pattern(node, None, None, graph):
                if isinstance(quad.object, ox.NamedNode) and quad.object not in found:
                    found.add(quad.object)
                    fresh.append(quad.object)
    return sorted(found, key=lambda node: node.value)


def _told(store: ox.Store, one: Chosen, records: Iterable[Term]) -> Iterator[ox.Quad]:
    """What the article says of itself and in these records, with their evidence and the mentions that stand in it."""
    graph = ox.NamedNode(one.graph)
    subjects = {graph}
    passages = []
    for record in map(ox.NamedNode, records):
        subjects.add(record)
        passages.append(_span(store, record, graph))
        for quad in store.quads_for_pattern(record, None, None, graph):
            if isinstance(quad.object, ox.NamedNode):
                subjects.add(quad.object)
                if quad.predicate == _EVIDENCE:
                    passages.append(_span(store, quad.object, graph))
    for typed in store.quads_for_pattern(None, _TYPE, _MENTION, graph):
        assert isinstance(typed.subject, ox.NamedNode)
        start, end = _span(store, typed.subject, graph)
        if any(start < last and end > first for first, last in passages):
            subjects.add(typed.subject)
    for subject in sorted(subjects, key=lambda node: node.value):
        yield from store.quads_for_pattern(subject, None, None, graph)


def _span(store: ox.Store, node: ox.NamedNode, graph: ox.NamedNode) -> tuple[int, int]:
    """The offsets of a selector; an empty span for what has none."""
    return _offset(store, node, _START, graph), _offset(store, node, _END, graph)


def _offset(store: ox.Store, node: ox.NamedNode, which: ox.NamedNode, graph: ox.NamedNode) -> int:
    values = (quad.object for quad in store.quads_for_pattern(node, which, None, graph))
    return next((int(value.value) for value in values if isinstance(value, ox.Literal)), 0)
