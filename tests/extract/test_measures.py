"""Measures: what is imposed, changed or lifted, by whom and on whom, how much of it, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Measure
from tests.reading import ReadText


def one(read_text: ReadText, text: str) -> Measure:
    (measure,) = read_text(text, date(2019, 3, 28)).measures
    return measure


@pytest.mark.parametrize(
    ("text", "kind", "imposers", "status"),
    [
        ("Japan imposed countervailing duties on Korean yarn in 1983.", "tariff", ["Japan"], "in-force"),
        ("Canada will impose tariffs on Danish steel.", "tariff", ["Canada"], "announced"),
        ("Norway threatened to impose tariffs on Polish coal.", "tariff", ["Norway"], "threatened"),
        ("Peru has retaliated with import taxes on Chilean wine.", "tariff", ["Peru"], "in-force"),
        ("Brazil agreed to suspend tariffs on Indian sugar.", "tariff", ["Brazil"], "suspended"),
        ("Mexico lifted its ban on imports of Polish meat.", "sanction", ["Mexico"], "lifted"),
        ("Canada urged India to lift sanctions on Nepal.", "sanction", ["India"], "in-force"),
        ("Norway cut its cod quota by a fifth.", "quota", ["Norway"], "in-force"),
        ("Chile will limit exports to 96,000 tonnes a year.", "quota", ["Chile"], "announced"),
        ("Kuwait will cut its output by 100,000 barrels a day.", "production-target", ["Kuwait"], "announced"),
        ("India banned wheat exports in May.", "export-control", ["India"], "in-force"),
        ("The Senate passed a fisheries bill last July.", "law", ["Senate"], "in-force"),
        ("Switzerland repealed the law in a referendum.", "law", ["Switzerland"], "lifted"),
        (
            "The Commerce Department added 28 firms to its blacklist.",
            "entity-listing",
            ["Commerce Department"],
            "in-force",
        ),
        ("Ecuador withdrew from the pact in 2009.", "withdrawal", ["Ecuador"], "in-force"),
        ("Egypt bought 200,000 tonnes of wheat on Monday.", "purchase", ["Egypt"], "in-force"),
        ("Ghana promised 500 million euros in subsidies for cocoa growers.", "subsidy", ["Ghana"], "announced"),
    ],
)
def test_a_measure_has_kind_imposer_and_status(
    read_text: ReadText, text: str, kind: str, imposers: list[str], status: str
) -> None:
    measure = one(read_text, text)
    assert (measure.kind, [m.name for m in measure.imposers], measure.status) == (kind, imposers, status)


@pytest.mark.parametrize(
    ("text", "amount", "currency", "rate_from", "rate"),
    [
        ("Canada put tariffs of 25 percent on $40 billion of Danish goods.", 40e9, "USD", None, 25.0),
        ("Canada raised tariffs on Danish steel from 10 percent to 25 percent.", None, None, 10.0, 25.0),
        ("Canada raised tariffs on Danish steel to 25 percent from 10 percent.", None, None, 10.0, 25.0),
        ("Canada imposed 100 pct tariffs on 300 mln dlrs worth of Danish pumps.", 3e8, "USD", None, 100.0),
        ("The 90,000-tonne beef quota starts in June.", 90_000.0, None, None, None),
        ("The quota, imposed by Canada in 1986, holds shipments to 600,000 tons a year.", 600_000.0, None, None, None),
        ("Canada has tariffs on hundreds of billions of dollars of Danish goods.", None, "USD", None, None),
    ],
)
def test_a_measure_has_its_amount_and_rates(
    read_text: ReadText,
    text: str,
    amount: float | None,
    currency: str | None,
    rate_from: float | None,
    rate: float | None,
) -> None:
    measure = one(read_text, text)
    assert (measure.amount, measure.currency, measure.rate_from, measure.rate) == (amount, currency, rate_from, rate)


@pytest.mark.parametrize(
    ("text", "targets", "product"),
    [
        ("Canada imposed tariffs on South Korean yarn.", ["KR"], "South Korean yarn"),
        ("Canada imposed tariffs on $4 billion worth of Danish goods.", ["DK"], "Danish goods"),
        ("Ministers extended economic sanctions against Russia on Monday.", ["RU"], None),
        ("Norway cut its cod quota.", [], "cod"),
    ],
)
def test_a_measure_has_its_target_and_product(
    read_text: ReadText, text: str, targets: list[str], product: str | None
) -> None:
    measure = one(read_text, text)
    assert ([m.polity for m in measure.targets], measure.product) == (targets, product)


@pytest.mark.parametrize(
    "text",
    [
        "Tariffs have become a weapon, he said.",
        "Higher tariffs would hurt growth, the economist said.",
        "The quota system is unfair, farmers say.",
        "They put the measures on the table.",
        "Exports fell by 10 percent last year.",
        "He put the law first.",
        "Canada wants parliament to pass a law.",
        "The drought cut the harvest.",
    ],
)
def test_other_words_are_no_measures(read_text: ReadText, text: str) -> None:
    assert read_text(text).measures == ()


def test_a_second_telling_shares_the_event(read_text: ReadText) -> None:
    text = (
        "Canada imposed tariffs on Danish steel last year. It will raise those tariffs to 25 percent from 10 percent."
    )
    first, second = read_text(text, date(2019, 3, 28)).measures
    assert first.event == second.event
    assert [m.polity for m in second.targets] == ["DK"]


def test_the_phrase_is_short_and_the_articles_own(read_text: ReadText) -> None:
    text = "Officials said on Monday that Canada imposed tariffs on Danish steel, which angered growers for years."
    evidence = one(read_text, text).evidence
    assert text[evidence.start : evidence.end] == "imposed tariffs on Danish steel"
