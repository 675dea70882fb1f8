"""One article's records as quads, put to the questions that a reader of the graph would ask."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pytest

from kg import iri
from kg.model import ArticleRecords
from kg.packs import Pack
from kg.rdf import Run, article_quads
from kg.resolve import resolve
from kg.vocab import DCTERMS, KG, OA, RDF, Term
from tests.reading import ReadText

TEXT = (
    "“We are not there yet,” Danish Finance Minister Mette Krog told reporters on Monday.\r\n\r\n"
    "Greenland rejected claims that it had broken the accord. She hopes for a deal on fishing quotas.\n"
)
RUN = Run("1", "test").iri


class Written:
    """An article's graph, to ask."""

    def __init__(self, records: ArticleRecords, pack: Pack) -> None:
        resolution = resolve([records], pack)
        self.name = records.article.identifier
        self.data = article_quads(resolution.records[0], resolution.referents[self.name], RUN)
        self.store = ox.Store()
        self.store.load(self.data, format=ox.RdfFormat.N_QUADS)

    def objects(self, subject: ox.NamedNode, predicate: Term) -> list[str]:
        found = self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None, None)
        return sorted(quad.object.value for quad in found)

    def of_type(self, kind: Term) -> list[ox.NamedNode]:
        found = self.store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(kind), None)
        return [quad.subject for quad in found]


@pytest.fixture(scope="module")
def written(read_text: ReadText, pack: Pack) -> Written:
    return Written(read_text(TEXT, date(2021, 6, 16)), pack)


def test_every_quad_is_in_the_graph_of_its_article(written: Written) -> None:
    assert {quad.graph_name.value for quad in written.store} == {iri.article("a0.txt")}


def test_there_is_no_blank_node(written: Written) -> None:
    assert all(isinstance(quad.subject, ox.NamedNode) for quad in written.store)
    assert not any(isinstance(quad.object, ox.BlankNode) for quad in written.store)


def test_the_article_says_what_it_is_and_what_read_it(written: Written) -> None:
    (article,) = written.of_type(KG.Article)
    assert written.objects(article, DCTERMS.identifier) == ["a0.txt"]
    assert written.objects(article, DCTERMS.issued) == ["2021-06-16"]
    assert written.objects(article, DCTERMS.language) == ["en"]
    assert written.objects(article, KG.readBy) == [RUN]
    assert written.objects(article, KG.issuedInferred) == []


@pytest.mark.parametrize("kind", [KG.Evidence, KG.Mention, KG.TimeExpression, KG.LooseEnd])
def test_every_piece_of_evidence_quotes_the_text_at_its_offsets(written: Written, kind: Term) -> None:
    nodes = written.of_type(kind)
    assert nodes
    for node in nodes:
        (start,), (end,) = written.objects(node, OA.start), written.objects(node, OA.end)
        assert written.objects(node, OA.exact) == [TEXT[int(start) : int(end)]]
        assert written.objects(node, OA.hasSource) == [iri.article("a0.txt")]
        assert len(written.objects(node, KG.rule)) == len(written.objects(node, KG.confidence)) == 1


def test_the_evidence_of_a_record_has_the_words_around_it(written: Written) -> None:
    for node in written.of_type(KG.Evidence):
        (start,), (end,) = written.objects(node, OA.start), written.objects(node, OA.end)
        assert written.objects(node, OA.prefix) == [TEXT[max(0, int(start) - 32) : int(start)]]
        assert written.objects(node, OA.suffix) == [TEXT[int(end) : int(end) + 32]]


@pytest.mark.parametrize("kind", [KG.Statement, KG.RoleHolding])
def test_every_record_has_its_article_and_one_piece_of_evidence(written: Written, kind: Term) -> None:
    records = written.of_type(kind)
    assert records
    evidence = [written.objects(record, KG.hasEvidence) for record in records]
    assert all(len(one) == 1 for one in evidence)
    assert len({one[0] for one in evidence}) == len(records)
    assert all(written.objects(record, KG.reportedIn) == [iri.article("a0.txt")] for record in records)


def test_a_statement_leads_to_who_said_it_how_and_about_what(written: Written) -> None:
    by_content = {written.objects(s, KG.content)[0]: s for s in written.of_type(KG.Statement)}
    first = next(s for content, s in by_content.items() if "not there yet" in content)
    krog = iri.entity("person", "Mette Krog")
    assert written.objects(first, KG.spokenBy) == [krog]
    assert written.objects(first, KG.mode) == [KG.direct]
    assert written.objects(first, KG.polarity) == [KG.asserted]
    assert written.objects(first, KG.addressee) == ["reporters"]
    assert written.objects(first, KG.speakerRole) == ["Finance Minister"]
    assert written.objects(first, KG.when) == ["2021-06-14"]
    rejected = next(s for content, s in by_content.items() if "broken the accord" in content)
    assert written.objects(rejected, KG.spokenBy) == [iri.polity("GL")]
    assert written.objects(rejected, KG.polarity) == [KG.rejected]


def test_a_role_leads_to_its_holder_and_polity(written: Written) -> None:
    (role,) = written.of_type(KG.RoleHolding)
    assert written.objects(role, KG.holder) == [iri.entity("person", "Mette Krog")]
    assert written.objects(role, KG.title) == ["Finance Minister"]
    assert written.objects(role, KG.polity) == [iri.polity("DK")]


def test_an_article_of_nothing_is_still_an_article(read_text: ReadText, pack: Pack) -> None:
    written = Written(read_text("There was rain in the valley, and it was cold.", None), pack)
    assert len(written.of_type(KG.Article)) == 1
    assert written.of_type(KG.Statement) == []


def test_the_same_records_give_the_same_bytes(read_text: ReadText, pack: Pack, written: Written) -> None:
    assert Written(read_text(TEXT, date(2021, 6, 16)), pack).data == written.data
