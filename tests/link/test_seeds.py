"""The ledger and the divergences of the seeds.

Histories and standings are held against `ledger_seeds.json`, written by hand; `TOLD` lists the part of each history
that the program tells. The rows of divergence are those that it gives, pinned after they were compared with that file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.diff import Row
from kg.query.own import asked_rows
from kg.store.oxigraph import OxigraphStore

GOLD = json.loads((Path(__file__).parent.parent / "gold" / "links" / "ledger_seeds.json").read_text("utf-8"))
LEDGER: Mapping[str, Mapping[str, Any]] = {entry["id"]: entry for entry in GOLD["ledger"]}
A0, A1, A2, A3, A4 = sorted({step["article"] for entry in GOLD["ledger"] for step in entry["history"]})

# The steps that one entry tells, by the facts of the gold, and where it stands after the last.
TOLD = {
    "LED-01": ("COM-0-01 COM-1-01 COM-2-01 COM-4-02", "agreed"),
    # Disputed, as one article has March 2 and another March 1.
    "LED-02": ("COM-1-05 COM-3-01", "disputed"),
    "LED-03": ("COM-1-05 COM-3-01 COM-3-02", "disputed"),
    "LED-04": ("COM-0-08 COM-1-04 COM-1-10 COM-1-13", "partial"),
    "LED-05": ("COM-0-03 COM-1-02 COM-1-03 COM-3-08 COM-2-04", "partial"),
    "LED-06": ("COM-0-07 COM-2-05 COM-4-05", "open"),
    "LED-07": ("COM-3-04 COM-3-05", "broken"),
    "LED-08": ("COM-1-06", "open"),
    "LED-09": ("COM-0-02 COM-1-09", "agreed"),
    "LED-10": ("COM-2-04", "open"),
    "LED-11": ("COM-2-05", "open"),
    "LED-12": ("COM-4-01", "open"),
}


@pytest.fixture(scope="module")
def store(built: Path):
    with OxigraphStore.open(built) as opened:
        yield opened


@pytest.fixture(scope="module")
def entries(store) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in asked_rows(store, "commitment-ledger"):
        found[row["entry"]].append(row)
    return found


def stands_on(row: Row, step: Mapping[str, Any]) -> bool:
    """Whether a row's passage and one by hand share half of the shorter."""
    shared = min(row["end"], step["end"]) - max(row["start"], step["start"])
    shorter = min(row["end"] - row["start"], step["end"] - step["start"])
    return bool(row["article"] == step["article"] and shared * 2 >= shorter)


def told_by(told: list[Row], name: str) -> set[str | None]:
    """The facts of the history by hand that an entry tells."""
    return {step.get("fact") for step in LEDGER[name]["history"] if any(stands_on(row, step) for row in told)}


@pytest.mark.parametrize("name", TOLD)
def test_one_entry_tells_the_history_of_a_commitment_and_stands_where_the_articles_leave_it(entries, name):
    facts, standing = TOLD[name]
    fit = [told for told in entries.values() if set(facts.split()) <= told_by(told, name)]
    assert fit
    assert standing in {max(told, key=lambda row: row["step"])["standing"] for told in fit}
    assert standing in {LEDGER[name]["status"], *(LEDGER[name].get("status_alt") or ())}


def test_the_entry_of_the_truce_is_these_rows(entries):
    truce = [told for told in entries.values() if "truce" in told[0]["content"]]
    again = "same-commitment"
    assert len(truce) == 1
    assert [(row["step"], row["parties"], row["stepKind"], row["article"], row["start"]) for row in truce[0]] == [
        (step, "Donald Trump; Xi Jinping", kind, article, start)
        for step, (kind, article, start) in enumerate(
            [
                (None, A0, 497),
                (again, A1, 340),
                (again, A2, 1029),
                (again, A4, 2144),
            ],
            start=1,
        )
    ]


def divergences(store, slot: str) -> set[tuple[object, ...]]:
    wanted = "of contradiction value stance article start".split()
    return {tuple(row[column] for column in wanted) for row in asked_rows(store, "divergence", slot=slot)}


DIVERGENT = {
    # The deadline of the threat to raise tariffs: March 1 in one article, March 2 in the other.
    "deadline": {
        ("commitment", "yes", "2019-03-02", "says", A1, 2037),
        ("commitment", "yes", "2019-03", "says", A3, 1150),
        ("commitment", "yes", "2019-03-01", "says", A3, 1700),
    },
    # The truce: two lengths that may be the same, and two articles that tell of it without one.
    "length": {
        ("commitment", "no", "three-month", "says", A0, 497),
        ("commitment", "no", "90-day", "says", A1, 340),
        ("commitment", "no", None, "silent", A2, 1029),
        ("commitment", "no", None, "silent", A4, 2144),
        # The talks in Beijing: three days, where two were planned.
        ("meeting", "no", "from Monday to Wednesday", "says", A0, 408),
        ("meeting", "no", "three-day", "says", A1, 233),
        ("meeting", "no", "two days", "says", A1, 556),
    },
    # Imports under tariffs: all of them, and those whose rate is to rise.
    "amount": {
        ("measure", "no", "200000000000 USD", "says", A1, 1959),
        ("measure", "no", "200000000000 USD", "says", A3, 1185),
        ("measure", "no", "250000000000 USD", "says", A3, 3504),
    },
    "place": {
        ("meeting", "no", "Buenos Aires", "says", A1, 340),
        ("meeting", "no", "Argentina", "says", A1, 2490),
    },
    "status": {
        ("meeting", "no", "expected", "says", A2, 230),
        ("meeting", "no", "held", "says", A4, 82),
    },
    "when": {
        ("meeting", "no", "2019-04-01/2019-04-10", "says", A2, 1319),
        ("meeting", "no", "2019-W14", "says", A4, 1156),
        ("meeting", "no", "2019-04-01/2019-04-10", "says", A4, 2302),
        ("meeting", "no", "2019-01-07/2019-01-09", "says", A0, 408),
        ("meeting", "no", "2019-01-09", "says", A1, 233),
    },
    "rate": set(),
    "condition": set(),
}


@pytest.mark.parametrize("slot", DIVERGENT)
def test_the_articles_differ_on_a_slot_in_these_rows_and_no_others(store, slot):
    assert divergences(store, slot) == DIVERGENT[slot]


def test_demands_that_were_only_refused_are_unanswered(store):
    found = {(row["content"], row["refused"]) for row in asked_rows(store, "demands-unanswered")}
    assert ("the wholesale changes", True) in found
    assert not any("buy more American goods" in content for content, _ in found)
