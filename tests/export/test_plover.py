from __future__ import annotations

import json
import shutil
from io import BytesIO
from typing import get_args

import pytest

from kg.errors import PackError
from kg.export import EVERYTHING, Choice, export
from kg.export.mapping import EVENTS, Kind, plover, read
from kg.files import data_dir
from kg.model import Factuality, MeasureKind, MeasureStatus, MeetingKind, MeetingStatus, MoveKind, Polarity
from kg.store.oxigraph import OxigraphStore
from tests.sample import A, B


def events(store: OxigraphStore, choice: Choice = EVERYTHING) -> list[dict]:
    out = BytesIO()
    export(store, "plover", out, choice)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def one(store: OxigraphStore, article: str, text: str) -> dict:
    (event,) = [e for e in events(store, Choice(articles=(article,))) if e["text"] == text]
    return event


def who(actors: list[dict]) -> list[tuple[str, str | None]]:
    return [(actor["name"], actor["country"]) for actor in actors]


@pytest.mark.parametrize(
    ("record", "kinds", "states"),
    [
        ("commitment", get_args(MoveKind), get_args(Factuality)),
        ("meeting", get_args(MeetingKind), get_args(MeetingStatus)),
        ("measure", get_args(MeasureKind), get_args(MeasureStatus)),
    ],
)
def test_every_move_meeting_and_measure_is_an_event(record, kinds, states):
    for kind in kinds:
        for state in states:
            found = plover().event(record, kind, state)
            assert found is not None, (kind, state)
            assert found.event in EVENTS


@pytest.mark.parametrize(
    ("record", "kind", "state", "event"),
    [
        ("commitment", "pledge", "asserted", "AGREE"),
        ("commitment", "pledge", "negated", "REJECT"),
        ("commitment", "demand", "attributed", "REQUEST"),
        ("commitment", "threat", "conditional", "THREATEN"),
        ("commitment", "refusal", "asserted", "REJECT"),
        ("meeting", "call", "held", "CONSULT"),
        ("meeting", "visit", "planned", "AGREE"),
        ("meeting", "talks", "cancelled", "SANCTION"),
        ("measure", "tariff", "in-force", "COERCE"),
        ("measure", "tariff", "threatened", "THREATEN"),
        ("measure", "sanction", "lifted", "RETREAT"),
        ("measure", "subsidy", "in-force", "AID"),
        ("measure", "purchase", "announced", "AGREE"),
        ("statement", "criticised", "asserted", "ACCUSE"),
        ("statement", "Accuses", "asserted", "ACCUSE"),
        ("statement", "denies", "denied", "REJECT"),
        ("statement", "slammed", "asserted", "ACCUSE"),
        ("statement", "hit out", "asserted", "ACCUSE"),
        ("statement", "praising", "asserted", "SUPPORT"),
        ("statement", "said", "asserted", None),
        ("statement", "said", "rejected", "REJECT"),
        ("statement", "refused", "no-comment", None),
    ],
)
def test_a_record_is_the_event_that_the_table_says(record, kind, state, event):
    found = plover().event(record, kind, state)
    assert (found and found.event) == event


def test_a_statement_has_the_polarities_that_the_table_knows():
    assert {rule.state for rule in plover().rules if rule.record == "statement"} <= {
        "", "no-comment", *get_args(Polarity)
    }  # fmt: skip


def test_a_move_has_its_parties_with_their_countries_and_its_place_in_the_text(memory):
    assert one(memory, A, "raise duties") == {
        "id": one(memory, A, "raise duties")["id"], "date": "2019-01-10", "event": "THREATEN", "mode": None,
        "context": None, "source": [{"name": "United States", "kind": "polity", "country": "USA"}],
        "target": [{"name": "China", "kind": "polity", "country": "CHN"}], "targetInferred": False,
        "record": "commitment", "kind": "threat", "state": "conditional", "text": "raise duties", "article": A,
        "start": 460, "end": 472, "content": [460, 472], "publisher": "AFP", "confidence": 0.9,
    }  # fmt: skip
    demand = one(memory, B, "stop the theft")
    assert (who(demand["source"]), who(demand["target"])) == (
        [("Robert Lighthizer", "USA")],
        [("Ministry of Commerce", "CHN")],
    )


def test_those_who_meet_or_agree_are_source_and_target_both(memory):
    for text in ("the summit in Buenos Aires", "a truce until March 1"):
        event = one(memory, A, text)
        assert event["source"] == event["target"]
        assert {country for _, country in who(event["source"])} == {"USA", "CHN"}


def test_an_event_has_the_day_of_the_record_or_else_of_the_article(memory):
    assert one(memory, A, "the summit in Buenos Aires")["date"] == "2018-12-01"
    assert one(memory, A, "a truce until March 1")["date"] == "2019-01-10"


def test_a_target_that_nobody_tells_is_taken_from_the_words_and_marked(read_text, tmp_path, nlp, pack):
    from kg.pipeline import build

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        "Norway threatened on Monday to cut off gas supplies to Poland and Latvia.\n"
    )
    (tmp_path / "in" / "b.txt").write_text("Norway threatened on Monday to ban all Polish goods.\n")
    build([tmp_path / "in"], tmp_path / "graph", nlp=nlp, pack=pack)
    with OxigraphStore.open(tmp_path / "graph") as store:
        found = {e["article"]: e for e in events(store) if e["event"] == "THREATEN" and e["record"] == "commitment"}
    assert who(found["a.txt"]["target"]) == [("Poland", "POL"), ("Latvia", "LVA")]
    assert [c for _, c in who(found["b.txt"]["target"])] == ["POL"]
    assert all(event["targetInferred"] for event in found.values())


def test_filters_choose_events_and_lines_come_in_order(memory):
    whole = events(memory)
    assert [(e["article"], e["start"]) for e in whole] == sorted((e["article"], e["start"]) for e in whole)
    assert {e["article"] for e in events(memory, Choice(articles=(B,)))} == {B}
    threats = events(memory, Choice(query="threats-and-conditions"))
    assert {e["event"] for e in threats} == {"THREATEN"}
    assert len(threats) == 3


def test_a_row_that_cannot_be_read_is_named(tmp_path):
    shutil.copytree(data_dir("seeds"), tmp_path / "seeds", ignore=shutil.ignore_patterns("articles", "packs"))
    assert read(tmp_path / "seeds").event("meeting", "call", "held") == Kind("CONSULT", "phone")
    table = tmp_path / "seeds" / "plover" / "events.csv"
    table.write_text(table.read_text("utf-8") + "meeting,call,held,CHAT,\n", "utf-8")
    with pytest.raises(PackError, match=r"events\.csv, meeting,call,held,CHAT"):
        read(tmp_path / "seeds")
    table.unlink()
    with pytest.raises(PackError, match=r"events\.csv"):
        read(tmp_path / "seeds")


def test_every_polity_but_unions_has_a_code_of_three_letters():
    import csv

    with (data_dir("seeds") / "polities.csv").open(encoding="utf-8", newline="") as handle:
        polities = {row["code"]: row["kind"] for row in csv.DictReader(handle)}
    codes = plover().countries
    assert codes.keys() <= polities.keys()
    assert {code for code, kind in polities.items() if kind == "country"} == set(codes)
    assert all(len(code) == 3 and code.isupper() for code in codes.values())
    assert len(set(codes.values())) == len(codes)
