from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from kg.read import language
from kg.read.language import language_of

ENGLISH = [
    "No deal on fish",
    "The minister said that the talks in Bodø had failed.",
    "The ministers of nine states said on Monday that they had failed to agree on a catch of herring for the year.",
    "REUTER - Copper prices rose in London on Monday as talks on a strike at the mine broke down, traders said.",
    "MINISTERS SAID MONDAY TALKS FAILED. NORWAY REFUSED LOWER QUOTA. ICELAND WARNED FLEETS WOULD SAIL. DENMARK SILENT.",
]
OTHER = [
    ("", "und"),
    ("12 345 678", "und"),
    ("Präsident über Fisch", "und"),
    ("Die Minister haben sich am Montag nicht auf eine Quote geeinigt. " * 3, "de"),
    ("Les ministres de neuf pays n'ont pas pu se mettre d'accord lundi sur les quotas de pêche. " * 3, "fr"),
    ("Los ministros de nueve países no llegaron el lunes a un acuerdo sobre las cuotas de pesca. " * 3, "es"),
    ("Ministrene ble mandag ikke enige om en kvote for det kommende året, sa lederen av møtet. " * 3, "no"),
]


@pytest.fixture(params=["with py3langid", "without"])
def identifier(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[bool]:
    """Whether the package that tells languages apart is there."""
    if request.param == "without":
        monkeypatch.setitem(sys.modules, "py3langid", None)
    language._identifier.cache_clear()
    yield request.param == "with py3langid"
    language._identifier.cache_clear()


@pytest.mark.usefixtures("identifier")
@pytest.mark.parametrize("text", ENGLISH[:4])
def test_english_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(("text", "code"), OTHER)
def test_other_text_is_not_and_is_named_where_it_can_be(identifier: bool, text: str, code: str) -> None:
    assert language_of(text) == (code if identifier else "und")


def test_a_telegram_without_small_words_is_english_by_its_letters() -> None:
    language._identifier.cache_clear()
    assert language_of(ENGLISH[4]) == "en"
