"""Amounts: what is printed, its value and unit, and which of two is before and which after."""

from __future__ import annotations

import pytest

from kg.extract.amounts import Amounted, find_amounts, find_changes
from tests.reading import ParseText

BILLION = 1_000_000_000.0


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("The levy is 25 percent.", "25 percent", 25.0, "percent"),
        ("The levy is 25 per cent.", "25 per cent", 25.0, "percent"),
        ("The levy is 12.5% now.", "12.5%", 12.5, "percent"),
        ("Prices rose 10 pct last year.", "10 pct", 10.0, "percent"),
        ("Rates stand at 6-1/4 pct.", "6-1/4 pct", 6.25, "percent"),
        ("They offered a twenty-five percent rise.", "twenty-five percent", 25.0, "percent"),
        ("It was down by half a percentage point.", "half a percentage point", 0.5, "percentage points"),
        ("It will cut shipments by a fifth.", "a fifth", 20.0, "percent"),
        ("They asked for a 15-percent duty.", "15-percent", 15.0, "percent"),
        ("A 3,000 metric-ton quota was set.", "3,000 metric-ton", 3000.0, "tonnes"),
        ("The loan was 20 million D-marks.", "20 million D-marks", 20_000_000.0, "DEM"),
        ("The fine was 20 million new-zealand dollars.", "20 million new-zealand dollars", 20_000_000.0, "NZD"),
        ("Goods worth $40 billion were hit.", "$40 billion", 40 * BILLION, "USD"),
        ("Goods worth $US40 billion were hit.", "$US40 billion", 40 * BILLION, "USD"),
        ("Goods worth US$1.5bn were hit.", "US$1.5bn", 1.5 * BILLION, "USD"),
        ("The loan is for 500 mln dlrs.", "500 mln dlrs", 0.5 * BILLION, "USD"),
        ("The debt is a 68 billion dlr burden.", "68 billion dlr", 68 * BILLION, "USD"),
        ("Brussels set aside EUR 500m for it.", "EUR 500m", 0.5 * BILLION, "EUR"),
        ("Brussels set aside €2bn for it.", "€2bn", 2 * BILLION, "EUR"),
        ("London paid £30 million.", "£30 million", 0.03 * BILLION, "GBP"),
        ("The dollar fell to 145 yen.", "145 yen", 145.0, "JPY"),
        ("The fine is half a million dollars.", "half a million dollars", 500_000.0, "USD"),
        ("It cost a hundred billion euros.", "a hundred billion euros", 100 * BILLION, "EUR"),
        ("It is worth 50 million Canadian dollars.", "50 million Canadian dollars", 0.05 * BILLION, "CAD"),
        ("It lost 2.5-billion-dollar orders.", "2.5-billion-dollar", 2.5 * BILLION, "USD"),
        ("It cost five million pesos.", "five million pesos", 5_000_000.0, "pesos"),
        ("Output is 1.2 mln bpd.", "1.2 mln bpd", 1_200_000.0, "barrels a day"),
        ("Output is 600,000 barrels a day.", "600,000 barrels a day", 600_000.0, "barrels a day"),
        ("The quota is 96,000 tonnes.", "96,000 tonnes", 96_000.0, "tonnes"),
        ("A 99,000-tonne quota was set.", "99,000-tonne", 99_000.0, "tonnes"),
        ("Each side keeps two hundred and fifty warheads.", "two hundred and fifty warheads", 250.0, "warheads"),
        ("The party holds 61 seats.", "61 seats", 61.0, "seats"),
    ],
)
def test_an_amount_has_its_value_and_unit(
    parse_text: ParseText, text: str, printed: str, value: float, unit: str
) -> None:
    (found,) = find_amounts(parse_text(text))
    assert (found.value, found.unit, found.printed) == (value, unit, printed)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Goods worth hundreds of billions of dollars were hit.", "USD"),
        ("They bought several million tonnes of wheat.", "tonnes"),
        ("It was a multibillion-dollar deal.", "USD"),
    ],
)
def test_a_vague_amount_has_no_value(parse_text: ParseText, text: str, unit: str) -> None:
    (found,) = find_amounts(parse_text(text))
    assert (found.value, found.unit) == (None, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It costs $2-3 billion.", 2 * BILLION, 3 * BILLION),
        ("Duties of 10 to 15 percent are planned.", 10.0, 15.0),
        ("They pump between 5 and 10 million barrels a day.", 5_000_000.0, 10_000_000.0),
    ],
)
def test_a_range_has_two_ends(parse_text: ParseText, text: str, low: float, high: float) -> None:
    (found,) = find_amounts(parse_text(text))
    assert (found.value, found.upper) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "They met on March 8, 2019.",
        "Three rounds took five days.",
        "He bought two pounds of beef.",
        "A third round began.",
    ],
)
def test_other_numbers_are_no_amounts(parse_text: ParseText, text: str) -> None:
    assert find_amounts(parse_text(text)) == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("It raised the duty from 10 percent to 25 percent.", 10.0, 25.0),
        ("It raised the duty from 10 to 25 percent.", 10.0, 25.0),
        ("It raised the duty to 25 per cent from 10 per cent.", 10.0, 25.0),
        ("It raised the duty to 25 per cent from the current 10 per cent.", 10.0, 25.0),
        ("It raised the duty to 25 per cent from 10.", 10.0, 25.0),
        ("It raised the duty to 25 per cent.", None, 25.0),
        ("It cut the duty from 25 per cent.", 25.0, None),
    ],
)
def test_a_change_has_a_before_and_an_after(
    parse_text: ParseText, text: str, before: float | None, after: float | None
) -> None:
    parsed = parse_text(text)
    (change,) = find_changes(parsed, find_amounts(parsed))
    assert (_value(change.before), _value(change.after)) == (before, after)


def _value(amounted: Amounted | None) -> float | None:
    return amounted.value if amounted else None
