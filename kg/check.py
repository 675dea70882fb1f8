"""Whether a graph is as it must be: the shapes of ontology/shapes.ttl and the rules of queries/check/*.rq.

Shapes (SHACL, https://www.w3.org/TR/shacl/) see the union of the named graphs, rules see each graph by its name.
pyshacl needs the graph in rdflib's memory, and some seconds for every 10,000 quads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from pyshacl import validate
from rdflib import RDF, SH, Graph
from rdflib.term import Node

from kg import catalogue
from kg.errors import OntologyError
from kg.files import data_dir
from kg.iri import local_name
from kg.ontology import read_graph
from kg.store.answer import Rows
from kg.store.oxigraph import OxigraphStore
from kg.vocab import Term

WARNING = "warning"
VIOLATION = "violation"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One breach of one rule.

    `source` is the name of the shape or check query, `what` the rule in words, `focus` the thing at fault, `where` the
    named graph that tells of it (empty where none does), `detail` the property and value that break the rule.
    """

    severity: str
    source: str
    where: str
    focus: str
    detail: str
    what: str


def check(store: OxigraphStore) -> list[Finding]:
    """All findings, violations first; none for a sound graph. OntologyError where the shapes themselves are broken."""
    graph, places = _union(store)
    found = {*_breaches(graph, places), *(finding for rule in rules() for finding in _rows(store, rule))}
    return sorted(found, key=lambda finding: (finding.severity != VIOLATION, finding))


def rules() -> Iterator[catalogue.Query]:
    """The check queries, by name."""
    folder = data_dir("queries") / "check"
    return (catalogue.load(name, folder) for name in catalogue.names(folder))


@cache
def shapes() -> Graph:
    """The shapes as rdflib holds them."""
    return read_graph(data_dir("ontology") / "shapes.ttl")


def _union(store: OxigraphStore) -> tuple[Graph, dict[Node, Term]]:
    """The triples of all named graphs, and the first graph that each subject stands in."""
    union = Graph(bind_namespaces="none")
    places: dict[Node, Term] = {}
    for name in store.graphs():
        part = Graph(bind_namespaces="none").parse(BytesIO(store.dump_graph(name)), format="nt")
        for triple in part:
            union.add(triple)
            places.setdefault(triple[0], name)
    return union, places


def _breaches(graph: Graph, places: dict[Node, Term]) -> Iterator[Finding]:
    """What the shapes find."""
    _, report, text = validate(graph, shacl_graph=shapes(), inplace=True)
    if not isinstance(report, Graph):
        raise OntologyError(f"shapes.ttl: {text}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        said = [report.value(result, part) for part in (SH.resultPath, SH.value)]
        yield Finding(
            severity=_last(report.value(result, SH.resultSeverity)).lower(),
            source=_last(report.value(result, SH.sourceShape)),
            where=places.get(focus, "") if focus else "",
            focus=str(focus),
            detail=" ".join(part for part in (_last(said[0]), str(said[1] or "")) if part and part != str(focus)),
            what=str(report.value(result, SH.resultMessage)),
        )


def _rows(store: OxigraphStore, rule: catalogue.Query) -> Iterator[Finding]:
    """What a check query finds: its first column is the focus, a column `graph` says where, the others are detail."""
    answer = store.query(rule.text)
    assert isinstance(answer, Rows)
    for named in answer.by_column():
        graph = named.pop("graph", None)
        focus, *rest = named
        yield Finding(
            severity=WARNING if WARNING in rule.tags else VIOLATION,
            source=rule.name,
            where=str(graph or ""),
            focus=str(named[focus]),
            detail=" ".join(f"{name}={named[name]}" for name in rest if named[name] is not None),
            what=rule.summary,
        )


def _last(node: object) -> str:
    """The local name of an IRI; nothing for nothing."""
    return "" if node is None else local_name(str(node))
