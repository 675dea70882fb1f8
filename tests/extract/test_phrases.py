from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.lexicon import IssueIndex
from kg.extract.phrases import Phrases

WORDS = st.lists(st.sampled_from("a b c d".split()), max_size=12)


def test_the_longest_phrase_at_a_place_wins() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(["New", "Zealand"], "country")
    phrases.add(["New", "Zealand", "First"], "party")
    words = "New Zealand First left New Zealand".split()
    assert list(phrases.matches(words)) == [(0, 3, "party"), (4, 6, "country")]


@given(st.lists(st.lists(st.sampled_from("a b c d".split()), min_size=1, max_size=3), min_size=1), WORDS)
def test_matches_are_in_order_never_overlap_and_are_phrases(entries: list[list[str]], words: list[str]) -> None:
    phrases: Phrases[tuple[str, ...]] = Phrases()
    for entry in entries:
        phrases.add(entry, tuple(entry))
    last = 0
    for start, end, phrase in phrases.matches(words):
        assert last <= start < end
        assert tuple(words[start:end]) == phrase
        last = end


@pytest.mark.parametrize(
    ("phrase", "lemmas", "found"),
    [
        ("import duty", "the import duty be high", True),
        ("import duty", "the duty on import be high", False),
        ("cut|lower tariff", "they lower tariff", True),
        ("duty on ~ import", "duty on import", True),
        ("duty on ~ import", "duty on all kind of import", True),
        ("duty on ~ import", "duty on one two three four import", False),
        ("tit-for-tat tariff", "a tit for tat tariff", True),
    ],
)
def test_a_phrase_allows_what_it_says(phrase: str, lemmas: str, found: bool) -> None:
    assert bool(IssueIndex([("x", (phrase,))]).find(lemmas.split())) is found


def test_a_longer_phrase_covers_the_shorter_one_in_it() -> None:
    index = IssueIndex([("tariffs", ("tariff",)), ("retaliatory-tariffs", ("retaliatory tariff",))])
    assert list(index.find("a retaliatory tariff".split())) == ["retaliatory-tariffs"]
    assert list(index.find("a retaliatory tariff and a tariff".split())) == ["retaliatory-tariffs", "tariffs"]
