"""Counts of several sets are one count; the README's table is made of them."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.score import ERAS, SHOWN, pooled, quality, table

HALVES = ("development", "held back")


def counted(right: int) -> Counter[str]:
    return Counter(tp=right, predicted=10, gold=20)


@pytest.fixture
def found() -> dict[str, dict[str, Counter[str]]]:
    titles = [f"{name}, {half} half" for names in ERAS.values() for name in names for half in HALVES]
    return {title: {figure: counted(5) for figure in SHOWN} for title in ["seeds", *titles]}


def test_precision_recall_and_f1_of_counts() -> None:
    assert quality(counted(5)) == (0.5, 0.25, 10 / 30)


def test_what_was_not_found_at_all_is_nought() -> None:
    assert quality(Counter()) == (0, 0, 0)


def test_a_half_of_an_era_is_the_sum_of_its_sets(found) -> None:
    found["news, held back half"]["meeting"] = counted(9)
    sets = len(ERAS["recent"])
    assert pooled(found, "recent", "held back")["meeting"] == {
        "tp": 5 * (sets - 1) + 9, "predicted": 10 * sets, "gold": 20 * sets,
    }  # fmt: skip
    assert pooled(found, "old", "held back")["meeting"]["tp"] == 5 * len(ERAS["old"])


def test_a_figure_that_one_set_lacks_is_counted_in_the_others(found) -> None:
    del found["wire, development half"]["date"]
    assert pooled(found, "old", "development")["date"]["gold"] == 20 * (len(ERAS["old"]) - 1)


def test_the_table_has_a_row_for_each_record_and_both_halves_in_a_cell(found) -> None:
    found["seeds"]["role"] = Counter(tp=7, predicted=7, gold=7)
    head, _, *rows = table(found)
    assert head == "| record | seeds | recent | old |"
    assert len(rows) == len(SHOWN)
    assert "| role | 1.00 | .33 / .33 | .33 / .33 |" in rows
