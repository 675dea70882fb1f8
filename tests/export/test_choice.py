from __future__ import annotations

from io import BytesIO

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.export import Choice, export
from kg.iri import BASE, CURATED, ENTITIES, article, issue
from kg.store.dump import FORMATS
from kg.store.oxigraph import OxigraphStore
from kg.vocab import KG, OA, RDF
from tests.sample import A, B, C, D

RECORDS = {KG.Statement, KG.Move, KG.Meeting, KG.Measure, KG.RoleHolding}


def exported(store: OxigraphStore, choice: Choice, form: str = "nquads") -> ox.Store:
    out = BytesIO()
    export(store, form, out, choice)
    read = ox.Store()
    read.load(out.getvalue(), FORMATS[form].syntax)
    return read


def articles(read: ox.Store) -> set[str]:
    return {graph.value for graph in read.named_graphs() if "/id/article/" in graph.value}


def records(read: ox.Store) -> set[str]:
    """The records of articles, by IRI."""
    typed = read.quads_for_pattern(None, ox.NamedNode(RDF.type), None, None)
    return {q.subject.value for q in typed if q.object.value in RECORDS and "/id/article/" in q.graph_name.value}


def about(store: OxigraphStore, *notations: str) -> set[str]:
    values = " ".join(f"<{issue(notation)}>" for notation in notations)
    found = store.query(f"SELECT ?r {{ VALUES ?i {{ {values} }} GRAPH ?g {{ ?r <{KG.isAbout}> ?i }} }}")
    return {str(row[0]) for row in found}


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [
        (Choice(), {A, B, C, D}),
        (Choice(since="2019-03-28"), {B, C}),
        (Choice(until="2019-03-28"), {A, B, D}),
        (Choice(since="2019-02-01", until="2019-05-31"), {B, D}),
        (Choice(since="2020-01-01"), set()),
        (Choice(articles=(A,)), {A}),
        (Choice(articles=("001_b", "002_c.txt")), {B, C}),
        (Choice(articles=(A,), since="2019-03-28"), set()),
        (Choice(issues=("currency",)), {B, C, D}),
        (Choice(query="threats-and-conditions"), {A, B, C}),
        (Choice(query="threats-and-conditions", until="2019-02-01"), {A}),
    ],
)
def test_the_articles_that_all_filters_let_pass_are_exported(memory, choice, wanted):
    assert articles(exported(memory, choice)) == {article(each) for each in wanted}


def test_a_chosen_article_comes_with_all_it_says(memory):
    read = exported(memory, Choice(articles=(B,)))
    graph = ox.NamedNode(article(B))
    assert {str(q) for q in read.quads_for_pattern(None, None, None, graph)} == {
        str(q) for q in memory._quads.quads_for_pattern(None, None, None, graph)
    }


def test_an_issue_brings_the_records_on_it_and_on_what_lies_within_it(memory):
    assert records(exported(memory, Choice(issues=("currency",)))) == about(memory, "currency")
    within = exported(memory, Choice(issues=("trade-terms",)))
    assert records(within) == about(memory, "trade-terms", "enforcement", "tariffs")
    both = exported(memory, Choice(issues=("tariffs", "currency")))
    assert records(both) == about(memory, "tariffs", "currency")


def test_a_query_brings_the_records_that_it_lists_and_a_filter_narrows_them(memory):
    listed = {str(row[0]) for row in memory.query(f"SELECT ?m {{ GRAPH ?g {{ ?m a <{KG.Threat}> }} }}")}
    read = exported(memory, Choice(query="threats-and-conditions"))
    assert records(read) == listed
    narrowed = exported(memory, Choice(query="threats-and-conditions", issues=("tariffs",)))
    assert records(narrowed) == listed & about(memory, "tariffs") != listed


@pytest.mark.parametrize(
    "choice",
    [
        Choice(articles=(A,)),
        Choice(issues=("tariffs",)),
        Choice(query="who-met-whom"),
        Choice(query="mentions"),
        Choice(since="2019-03-01"),
    ],
    ids=str,
)
def test_what_chosen_records_point_at_is_described(memory, choice):
    read = exported(memory, choice)
    everything = {q.subject for q in memory._quads}
    subjects = {q.subject for q in read}
    pointed_at = {q.object for q in read if isinstance(q.object, ox.NamedNode) and q.object.value.startswith(BASE)}
    assert subjects
    assert pointed_at & everything <= subjects


def test_chosen_records_come_with_evidence_article_and_the_mentions_in_their_passage(memory):
    read = exported(memory, Choice(query="who-met-whom", articles=(A,)))
    graph = ox.NamedNode(article(A))
    evidence = {q.object for q in read.quads_for_pattern(None, ox.NamedNode(KG.hasEvidence), None, graph)}
    assert len(evidence) == len(records(read)) > 0
    assert all(any(read.quads_for_pattern(e, ox.NamedNode(OA.exact), None, graph)) for e in evidence)
    assert any(read.quads_for_pattern(graph, None, None, graph))
    said = exported(memory, Choice(issues=("enforcement",), articles=(A,)))
    mentions = said.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(KG.Mention), graph)
    printed = {
        o.object.value for m in mentions for o in said.quads_for_pattern(m.subject, ox.NamedNode(OA.exact), None)
    }
    assert printed == {"Gao Feng", "they"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_rdf_format_holds_the_same_part(memory, form):
    choice = Choice(issues=("tariffs",), until="2019-02-01")
    quads = {(q.subject, q.predicate, q.object) for q in exported(memory, choice)}
    assert {(q.subject, q.predicate, q.object) for q in exported(memory, choice, form)} == quads


def test_a_part_holds_no_more_than_it_needs(memory):
    read = exported(memory, Choice(issues=("currency",), articles=(C,)))
    people = {q.subject.value for q in read if "/id/person/" in q.subject.value}
    assert people == {f"{BASE}id/person/liu-he"}
    assert {g.value for g in read.named_graphs()} >= {ENTITIES, CURATED, article(C)}


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice(since="last week"), "--since needs a date"),
        (Choice(until="2019-02-31"), "--until needs a date"),
        (Choice(articles=("nothing.txt",)), "no article is called"),
        (Choice(issues=("ufos",)), "no issue is called"),
        (Choice(query="nothing"), "no query is called"),
        (Choice(query="issues-ranked"), "lists no records"),
        (Choice(query="actors"), "lists no records"),
    ],
)
def test_a_filter_that_means_nothing_is_said_to(memory, choice, said):
    with pytest.raises(QueryError, match=said):
        exported(memory, choice)
