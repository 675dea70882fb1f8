"""Deeds told as kept or broken words: sentences of our own, and decoys in which the word only stands near the deed."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Commitment
from tests.reading import ReadText

WEDNESDAY = date(2021, 6, 16)


def steps(read_text: ReadText, text: str) -> list[tuple[str, list[str], str]]:
    """Kind, actors and content of each fulfilment and breach of a body sentence."""
    found: tuple[Commitment, ...] = read_text(f"Talks resume\n\n{text}", WEDNESDAY).commitments
    return [
        (move.kind, [actor.name for actor in move.actors], move.content)
        for move in found
        if move.kind in ("fulfilment", "breach")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "content"),
    [
        ("Peru opened the bridge on Friday, as it had promised.", "fulfilment", "Peru", "opened the bridge on Friday"),
        ("Chad has returned the lorries, as agreed in April.", "fulfilment", "Chad", "returned the lorries"),
        ("Iran sent the samples, as the agency had asked.", "fulfilment", "Iran", "sent the samples"),
        ("The ferry was restored, as Malta had pledged.", "fulfilment", "Malta", "The ferry was restored"),
        ("Spain has not sent the ships as it promised in May.", "breach", "Spain", "sent the ships"),
        ("Ghana raised petrol prices in line with its undertaking.", "fulfilment", "Ghana", "raised petrol prices"),
        ("Oman sent the first barrels under its accord with Iraq.", "fulfilment", "Oman", "sent the first barrels"),
        ("Mali paid the sum two years earlier than it had promised.", "fulfilment", "Mali", "paid the sum"),
        ("Kenya closed its ports, carrying out a threat made in July.", "fulfilment", "Kenya", "closed its ports"),
        ("Cuba pumped at full rate despite its promise to Mexico.", "breach", "Cuba", "pumped at full rate"),
        ("Chile drew water contrary to its pledge to share it.", "breach", "Chile", "drew water"),
        (
            "Togo delivered only six of the boats it had promised.",
            "breach",
            "Togo",
            "delivered only six of the boats it had promised",
        ),
        (
            "Laos shut only two of the posts that it agreed to close.",
            "breach",
            "Laos",
            "shut only two of the posts that it agreed to close",
        ),
        ("Iran did admit them to six sites, as agreed.", "fulfilment", "Iran", "admit them to six sites"),
        ("Togo handed back the seized logs.", "fulfilment", "Togo", "handed back the seized logs"),
        ("Libya has never kept its promise to pay.", "breach", "Libya", "its promise to pay"),
    ],
)  # fmt: skip
def test_a_deed_is_told_as_a_word_kept_or_broken(
    read_text: ReadText, text: str, kind: str, actor: str, content: str
) -> None:
    assert steps(read_text, text) == [(kind, [actor], content)]


@pytest.mark.parametrize(
    "text",
    [
        "The peso fell as Japan threatened to retaliate.",
        "Peru will open the bridge, as it promised.",
        "Spain has not struck, as it had threatened.",
        "Prices rose despite its promise to Mexico.",
        "Chad said, as it had promised, that it was ready.",
        "Togo delivered six of the boats it had promised.",
        "Cuba attacked despite Iran's promise to leave.",
        "Kenya may have closed its ports, as it threatened.",
    ],
)
def test_what_only_stands_near_a_word_given_keeps_and_breaks_none(read_text: ReadText, text: str) -> None:
    assert steps(read_text, text) == []


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Peru broke its word to free the crew.", "pledge", "free the crew"),
        ("Peru has kept its commitment to disarm the police.", "pledge", "disarm the police"),
        ("Peru closed the port, making good on its threat to block the strait.", "threat", "block the strait"),
    ],
)
def test_the_word_that_was_kept_or_broken_is_a_move_of_its_own(
    read_text: ReadText, text: str, kind: str, content: str
) -> None:
    found = read_text(f"Talks resume\n\n{text}", WEDNESDAY).commitments
    assert (kind, content) in [(move.kind, move.content) for move in found]
