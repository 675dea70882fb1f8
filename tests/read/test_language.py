from __future__ import annotations

import pytest

from kg.read.language import is_english


@pytest.mark.parametrize(
    "text",
    [
        "No deal on fish",
        "The ministers of nine states said on Monday that they had failed to agree on a catch of herring for the year.",
        "REUTER - Copper prices rose in London on Monday as talks on a strike at the mine broke down, traders said.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 678",
        "Präsident über Fisch",
        "Die Minister haben sich am Montag nicht auf eine Quote geeinigt. " * 3,
        "Les ministres de neuf pays n'ont pas pu se mettre d'accord lundi sur les quotas de pêche. " * 3,
        "Los ministros de nueve países no llegaron el lunes a un acuerdo sobre las cuotas de pesca. " * 3,
        "Ministrene ble mandag ikke enige om en kvote for det kommende året, sa lederen av møtet. " * 3,
    ],
)
def test_other_text_is_not(text: str) -> None:
    assert not is_english(text)
