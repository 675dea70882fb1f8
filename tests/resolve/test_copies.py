"""Which articles repeat another, and which only tell the same story."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article
from kg.resolve.copies import CONTAINED, SHINGLE, SHORTEST, Shingler, copies

STORY = (
    "Peru and Chile signed an accord on fishing quotas on Monday after three days of talks in Lima. The Peruvian "
    "fisheries minister said the accord would last for ten years. Chile is to cut its anchovy catch by a fifth. "
    "Officials of both countries are to meet again in March, when inspectors report on the ports of the north."
)
OTHER = (
    "An accord on fishing quotas was signed by Chile and Peru on Monday. It ends a dispute of many years over the "
    "anchovy, which both countries turn into meal. Fishermen in Arica were sceptical and said that nobody had asked "
    "them; the union there wants to see the figures before it decides whether it will call off its strike."
)


def article(identifier: str, text: str, published: date | None = None) -> Article:
    return Article(identifier=identifier, text=text, sha256="", published=published)


def shingled(text: str) -> frozenset[tuple[str, ...]]:
    """The shingles of a text of lower-case words, spelt out."""
    words = text.split()
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)


def repeats(*texts: str) -> dict[str, str]:
    return copies([article(f"{i}.txt", text) for i, text in enumerate(texts)])


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.upper().replace(".", " ..."),
        STORY[: len(STORY) * 2 // 3],
        STORY.replace("Monday", "Tuesday"),
        "LIMA (Reuters) - " + STORY,
    ],
    ids=["whole", "in capitals", "cut", "a word changed", "with a dateline"],
)
def test_a_copy_repeats_the_longer_article(copy: str) -> None:
    longer = STORY + " The accord is the third in ten years, and the first with inspectors from both countries."
    assert repeats(copy, longer) == {"0.txt": "1.txt"}


def test_two_tellings_in_other_words_are_two_stories() -> None:
    assert repeats(STORY, OTHER) == {}


def test_of_equal_articles_the_first_identifier_is_repeated_by_the_others() -> None:
    assert repeats(STORY, STORY, STORY) == {"1.txt": "0.txt", "2.txt": "0.txt"}


def test_what_is_in_two_long_articles_does_not_make_them_one() -> None:
    found = repeats(STORY, f"{STORY} {OTHER}", f"{STORY} {OTHER[::-1]} {OTHER[1::2]}")
    assert found.keys() == {"0.txt"}


def test_short_articles_repeat_only_what_is_equal() -> None:
    short = "Peru and Chile signed an accord on Monday."
    assert repeats(short, STORY, short) == {"2.txt": "0.txt"}
    assert repeats(short, f"{short} It is the third.") == {}


@pytest.mark.parametrize(("days", "copied"), [(0, True), (7, True), (8, False)])
def test_a_text_that_comes_again_weeks_later_is_no_copy(days: int, copied: bool) -> None:
    first = article("a.txt", STORY, date(2019, 3, 1))
    again = article("b.txt", STORY, date.fromordinal(first.published.toordinal() + days))
    assert bool(copies([first, again])) is copied


def test_empty_texts_repeat_nothing() -> None:
    assert repeats("", "...") == {}


TEXTS = st.lists(st.lists(st.sampled_from("abcd"), max_size=40).map(" ".join), max_size=6)


@settings(deadline=None)
@given(TEXTS, st.randoms())
def test_no_copy_is_missed_and_no_order_can_be_told(texts: list[str], rng: random.Random) -> None:
    articles = [article(f"{i}.txt", text) for i, text in enumerate(texts)]
    found = copies(articles)
    shingles = {a.identifier: shingled(a.text) for a in articles}
    originals = shingles.keys() - found.keys()
    assert set(found.values()) <= originals
    for name in shingles:
        fits = {
            other
            for other in originals - {name}
            if (-len(shingles[other]), other) < (-len(shingles[name]), name)
            and len(shingles[name] & shingles[other]) >= max(1, round(CONTAINED * len(shingles[name])))
            and (len(shingles[name]) >= SHORTEST or shingles[name] == shingles[other])
        }
        assert (name in found) == bool(fits)
    rng.shuffle(articles)
    assert copies(articles) == found


@given(st.lists(st.sampled_from("abcd"), max_size=40).map(" ".join))
def test_each_shingle_has_a_number_of_its_own_wherever_it_stands(text: str) -> None:
    shingler = Shingler()
    numbers = {shingle: shingler.shingles(" ".join(shingle)).tolist() for shingle in shingled(text)}
    assert sorted(number for (number,) in numbers.values()) == shingler.shingles(text).tolist()
    assert len({number for (number,) in numbers.values()}) == len(numbers)
