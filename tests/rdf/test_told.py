"""Moves, meetings and measures as quads: classes, things and places, each with its passage."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pyoxigraph as ox
import pytest

from kg import iri
from kg.model import (
    Article,
    ArticleRecords,
    Commitment,
    Evidence,
    Factuality,
    Measure,
    MeasureKind,
    MeasureStatus,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Mention,
    MoveKind,
    When,
)
from kg.packs import Pack
from kg.rdf import article_quads, entity_quads
from kg.rdf.records import FACTUALITIES, MEASURE_STATUSES, MEASURES, MEETING_STATUSES, MEETINGS, MOVES
from kg.resolve import Resolution, resolve
from kg.vocab import KG, OA, RDF, SKOS, Term

TEXT = "China vowed to buy goods by March. Chile will meet China in Lima to talk of a tariff."
NAME = "a.txt"
RUN = iri.record("run", "1", "test")


def evidence(start: int = 0, end: int = 33) -> Evidence:
    return Evidence(article=NAME, start=start, end=end, rule="test", confidence=0.8)


def polity(code: str, name: str, start: int) -> Mention:
    return Mention(
        evidence=evidence(start, start + len(name)), form="name", kind="polity", name=name, polity=code, sentence=0
    )


CHINA, CHILE = polity("CN", "China", 0), polity("CL", "Chile", 35)
MARCH = When(edtf="2019-03", earliest=date(2019, 3, 1), latest=date(2019, 3, 31))


def pledge(kind: MoveKind = "pledge") -> Commitment:
    return Commitment(
        evidence=evidence(), kind=kind, actors=(CHINA,), beneficiaries=(CHILE,), content="buy goods", content_start=15,
        content_end=24, issues=("tariffs",), amount=200e9, currency="USD", deadline=MARCH, factuality="attributed",
        attributed_to=(CHILE,),
    )  # fmt: skip


def talks(start: int = 35, event: str = "1", place: str | None = "Lima") -> Meeting:
    return Meeting(
        evidence=evidence(start, start + 5), event=event, kind="talks", participants=(CHINA, CHILE), place=place,
        status="planned",
    )  # fmt: skip


def tariff(event: str = "1") -> Measure:
    return Measure(
        evidence=evidence(74, 84), event=event, kind="tariff", imposers=(CHILE,), targets=(CHINA,), rate=25.0,
        rate_from=10.0, status="in-force",
    )  # fmt: skip


def records(name: str = NAME, **found: tuple[object, ...]) -> ArticleRecords:
    article = Article(identifier=name, text=TEXT, sha256="00")
    return ArticleRecords(article=article, mentions=(CHINA, CHILE), **found)  # type: ignore[arg-type]


class Written:
    """An article's graph and that of the entities, to ask."""

    def __init__(self, told: ArticleRecords, pack: Pack) -> None:
        self.resolution: Resolution = resolve([told], pack)
        name = told.article.identifier
        data = article_quads(self.resolution.records[0], self.resolution.referents[name], RUN)
        self.store = ox.Store()
        self.store.load(data + entity_quads(self.resolution.entities.values()), format=ox.RdfFormat.N_QUADS)

    def objects(self, subject: str, predicate: Term) -> list[str]:
        found = self.store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
        return sorted(quad.object.value for quad in found)

    def of_type(self, kind: Term) -> list[str]:
        found = self.store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(kind), None)
        return sorted(quad.subject.value for quad in found)


@pytest.fixture(scope="module")
def written(pack: Pack) -> Written:
    told = records(
        commitments=(pledge(),), meetings=(talks(), talks(47, place=None), talks(60, "2")), measures=(tariff(),)
    )
    return Written(told, pack)


def test_every_word_of_the_model_is_a_class_or_thing_of_the_ontology() -> None:
    tables = {
        MoveKind: MOVES, Factuality: FACTUALITIES, MeetingKind: MEETINGS, MeetingStatus: MEETING_STATUSES,
        MeasureKind: MEASURES, MeasureStatus: MEASURE_STATUSES,
    }  # fmt: skip
    for words, table in tables.items():
        assert set(get_args(words)) == table.keys()


@pytest.mark.parametrize(("kind", "classes"), MOVES.items())
def test_a_move_is_of_its_kind_and_of_all_above_it(pack: Pack, kind: MoveKind, classes: tuple[Term, ...]) -> None:
    written = Written(records(commitments=(pledge(kind),)), pack)
    (move,) = written.of_type(KG.Move)
    assert written.objects(move, RDF.type) == sorted([KG.Move, *classes])


def test_a_commitment_leads_to_whom_it_binds_to_what_by_when_and_who_says_so(written: Written) -> None:
    (move,) = written.of_type(KG.Pledge)
    assert written.objects(move, KG.actor) == [iri.polity("CN")]
    assert written.objects(move, KG.beneficiary) == written.objects(move, KG.attributedTo) == [iri.polity("CL")]
    assert written.objects(move, KG.content) == ["buy goods"]
    assert written.objects(move, KG.amount) == ["200000000000"]
    assert written.objects(move, KG.currency) == ["USD"]
    assert written.objects(move, KG.factuality) == [KG.attributedMove]
    assert written.objects(move, KG.isAbout) == [iri.issue("tariffs")]
    assert written.objects(move, KG.deadline) == ["2019-03"]
    assert written.objects(move, KG.deadlineLatest) == ["2019-03-31"]


@pytest.mark.parametrize("kind", [KG.Move, KG.Meeting, KG.Measure])
def test_each_has_its_article_and_a_passage_of_its_own(written: Written, kind: Term) -> None:
    for record in written.of_type(kind):
        assert written.objects(record, KG.reportedIn) == [iri.article(NAME)]
        (passage,) = written.objects(record, KG.hasEvidence)
        (start,), (end,) = written.objects(passage, OA.start), written.objects(passage, OA.end)
        assert written.objects(passage, OA.exact) == [TEXT[int(start) : int(end)]]


def test_tellings_of_one_meeting_share_an_event_that_no_measure_or_other_article_has(
    written: Written, pack: Pack
) -> None:
    events = [written.objects(meeting, KG.event)[0] for meeting in written.of_type(KG.Meeting)]
    assert sorted(events.count(event) for event in set(events)) == [1, 2]
    (measure,) = written.of_type(KG.Measure)
    assert {*events, *written.objects(measure, KG.event)} == set(written.of_type(KG.Event))
    assert len(written.of_type(KG.Event)) == 3


def test_a_measure_has_its_rates_as_numbers_and_its_kind_and_status_as_things(written: Written) -> None:
    (measure,) = written.of_type(KG.Measure)
    assert written.objects(measure, KG.rate) == ["25"]
    assert written.objects(measure, KG.rateFrom) == ["10"]
    assert written.objects(measure, KG.measureKind) == [KG.tariff]
    assert written.objects(measure, KG.measureStatus) == [KG.inForce]


def test_where_a_meeting_is_has_a_class_and_a_name_among_the_entities(written: Written) -> None:
    (place,) = written.of_type(KG.Place)
    assert place == iri.place("Lima")
    assert written.objects(place, SKOS.prefLabel) == ["Lima"]
    assert written.objects(place, RDF.type) == [KG.Place]
    assert {p for m in written.of_type(KG.Meeting) for p in written.objects(m, KG.place)} == {place}
