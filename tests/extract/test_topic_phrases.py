"""Noun phrases that statements and moves turn on and no issue knows."""

from __future__ import annotations

import pytest

from tests.reading import ReadText


@pytest.mark.parametrize(
    ("said", "phrases"),
    [
        ("the velvet ribbon was hers", ["velvet ribbon"]),
        ("the same velvet ribbon was hers", ["velvet ribbon"]),
        ("the ribbon was hers", []),
        ("the import quota was hers", []),
        ("a senior official was there", []),
        ("that was the other day", []),
    ],
)
def test_two_common_words_or_more_that_mean_something_and_are_of_no_issue(
    read_text: ReadText, said: str, phrases: list[str]
) -> None:
    assert [phrase.lemmas for phrase in read_text(f"Ana Holm said {said}.").topic_phrases] == phrases


def test_what_nobody_said_or_promised_is_passed_over(read_text: ReadText) -> None:
    assert read_text("The velvet ribbon hung on the wall of the room.").topic_phrases == ()
