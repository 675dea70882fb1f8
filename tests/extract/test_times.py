from __future__ import annotations

import pytest

from kg.extract.times import Times
from kg.packs import Dates, Pack


@pytest.fixture(scope="module")
def times(pack: Pack) -> Times:
    return Times(pack.dates)


@pytest.mark.parametrize(
    ("word", "number"),
    [("january", 1), ("jan", 1), ("jan.", 1), ("may", 5), ("sept.", 9), ("sep", 9), ("december", 12)],
)
def test_a_month_is_known_by_name_and_abbreviation(times: Times, word: str, number: int) -> None:
    assert times.months[word] == number


@pytest.mark.parametrize("word", ["", "ja", "janu", "mar", "jun", "monday", "mars", "decade"])
def test_other_words_are_no_month(times: Times, word: str) -> None:
    assert word not in times.months


def test_every_word_of_time_wakes_the_grammar(times: Times, pack: Pack) -> None:
    words = {*pack.dates.months, *pack.dates.weekdays, "yesterday", "tonight", "afternoon", "weeks", "quarter", "few"}
    assert words <= times.time_words
    assert "last" not in times.time_words


def test_without_words_nothing_is_a_time_but_figures() -> None:
    found = {
        rule for rule, pattern, _ in Times(Dates()).grammar if pattern.search("on Monday, May 5, 2021, 3 days ago")
    }
    assert found == {"ago", "duration", "year"}
