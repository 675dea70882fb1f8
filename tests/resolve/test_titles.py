from __future__ import annotations

import pytest

from kg.resolve.titles import fits, head, is_bare, names_office


@pytest.mark.parametrize(
    ("title", "noun"),
    [
        ("Trade Minister", "minister"),
        ("Minister for Foreign Affairs", "minister"),
        ("Secretary of State", "secretary"),
        ("Premier", "minister"),
        ("spokeswoman", "spokesperson"),
    ],
)
def test_the_noun_of_a_title_names_the_office(title: str, noun: str) -> None:
    assert head(title) == noun


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("minister", "trade minister"),
        ("foreign minister", "Minister of Foreign Affairs"),
        ("premier", "Prime Minister"),
        ("defense secretary", "Defence Secretary"),
        ("negotiator", "chief trade negotiator"),
        ("chairman", "chairwoman"),
    ],
)
def test_a_short_title_can_stand_for_a_fuller_one(short: str, full: str) -> None:
    assert fits(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("foreign minister", "trade minister"),
        ("foreign minister", "minister"),
        ("minister", "prime minister"),
        ("president", "vice president"),
        ("secretary", "assistant secretary"),
        ("premier", "vice-premier"),
        ("minister", "negotiator"),
    ],
)
def test_a_title_of_another_office_or_rank_cannot(short: str, full: str) -> None:
    assert not fits(short, full)


def test_a_loose_noun_tells_no_curated_office() -> None:
    assert not names_office("chief", "White House Chief of Staff")
    assert names_office("treasury secretary", "Treasury Secretary")
    assert names_office("minister", "Foreign Minister")


def test_a_bare_title_is_a_noun_alone() -> None:
    assert is_bare("minister")
    assert not is_bare("finance minister")
