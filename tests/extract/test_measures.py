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
        ("Norway demanded a ceiling of 20,000 on new arrivals.", "quota", ["Norway"], "proposed"),
        ("Norway went ahead with tariffs on $5 billion of Danish goods.", "tariff", ["Norway"], "in-force"),
        ("Chile settled in March for an export quota of 70 percent.", "quota", ["Chile"], "in-force"),
        ("Norway ordered shipyards to cut output by 11 percent.", "production-target", ["Norway"], "announced"),
        ("Norway moved to stop trawlers landing mackerel.", "sanction", ["Norway"], "announced"),
        ("The president announced Peru's withdrawal from the treaty.", "withdrawal", ["president"], "announced"),
        ("It replaces the pact, which Peru said last year that it would leave.", "withdrawal", ["it"], "announced"),
        (
            "Norway's parliament passed a law which bans any payment of ransom.",
            "law",
            ["Norway's parliament"],
            "in-force",
        ),
        ("The withholding tax on dividends falls from 15 to 5 percent.", "budget", [], "in-force"),
        ("Norway obtained a court order against the union.", "ruling", ["Norway"], "in-force"),
        ("The publishers posted new work rules on Monday.", "law", ["publishers"], "in-force"),
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
        ("Norway cut ties with Peru in May.", "sanction", ["Norway"], "in-force"),
        ("Chile has closed its border to Peru.", "sanction", ["Chile"], "in-force"),
        ("Brazil reopened its ports in May.", "sanction", ["Brazil"], "lifted"),
        ("Farmers want an end to the quota that Brussels imposed in 1984.", "quota", ["European Union"], "proposed"),
        ("Peruvian fish, barred from Chilean ports since May, may be readmitted.", "sanction", ["Chilean"], "in-force"),
        ("Danish pork has been banned from Polish shops since May.", "sanction", ["Polish"], "in-force"),
        ("The airline was barred from Norwegian airspace on Monday.", "sanction", ["Norwegian"], "in-force"),
        ("Canadian apples were excluded from the Mexican market in 1978.", "sanction", ["Mexican"], "in-force"),
        ("The Australian embargo on Fijian gold ends in June.", "sanction", ["Australian"], "in-force"),
        ("China's suspension of Lithuanian beef imports drew a protest.", "sanction", ["China"], "in-force"),
        ("The boycott of Danish goods by Saudi importers went on.", "sanction", ["Saudi importers"], "in-force"),
        ("Venezuela on Monday readmitted Colombian trucks.", "sanction", ["Venezuela"], "lifted"),
        ("A quota allotted to Norway was cut in December by a fifth.", "quota", [], "in-force"),
        ("Its exports of the 17 metals were capped at 30,200 tons in 1999.", "quota", ["it"], "in-force"),
        ("Japan's imports of rice will be limited to 400,000 tonnes.", "quota", ["Japan"], "announced"),
        ("The export duty on tea is to be reduced by 5 percent, Norway announced.", "tariff", ["Norway"], "announced"),
        ("Peru undertook to ship no more than 40,000 tonnes of meal this year.", "quota", ["Peru"], "announced"),
        ("Chile agreed to let in 32,000 tonnes of garlic a year.", "quota", ["Chile"], "announced"),
        ("Korea will admit 50,000 American cars a year.", "quota", ["Korea"], "announced"),
        ("Norway was obliged by law to halve the quota of Peru.", "quota", ["Norway"], "announced"),
        ("Norway conceded that the surcharge of 15 per cent would be lowered.", "tariff", ["Norway"], "announced"),
        ("Cars shipped to Peru will be taxed at 12 per cent.", "tariff", [], "announced"),
        ("Norway cancelled 80 per cent of the $9 billion that Peru owes.", "aid", ["Norway"], "in-force"),
        ("Japan agreed to put a floor under the price of chips.", "price", ["Japan"], "announced"),
        ("Norway launched an investigation into Indian steel imports.", "ruling", ["Norway"], "in-force"),
        ("The order under which recorders are cleared at one port was lifted in May.", "law", [], "lifted"),
        ("Norway will halt deliveries of gas to Poland.", "export-control", ["Norway"], "announced"),
        ("Mexico issued a new fishing licence in May.", "licence", ["Mexico"], "in-force"),
        ("Canada revoked the permit on Monday.", "licence", ["Canada"], "lifted"),
        ("Canada will pay 105 million euros this year.", "aid", ["Canada"], "announced"),
        ("Norway withheld the aid on Monday.", "aid", ["Norway"], "suspended"),
        ("Italy promised spending cuts of 93 billion euros.", "budget", ["Italy"], "announced"),
        ("Sweden raised its discount rate to 5 percent.", "price", ["Sweden"], "in-force"),
        ("Zambia devalued the currency by 20 percent.", "price", ["Zambia"], "in-force"),
        ("Cuba is withdrawing 2,000 troops from Angola.", "deployment", ["Cuba"], "in-force"),
        ("Norway ratified the treaty in May.", "law", ["Norway"], "in-force"),
        ("The Senate voted 91 to 5 for a resolution on fishing.", "law", ["Senate"], "in-force"),
        ("On Monday Peru served notice that it would leave it.", "withdrawal", ["Peru"], "in-force"),
        ("Peru tore up the contract on Monday.", "withdrawal", ["Peru"], "in-force"),
        ("Peru suspended its participation in the treaty.", "withdrawal", ["Peru"], "suspended"),
        ("The pact allows Norway to take 130,000 tons of fish.", "quota", [], "in-force"),
        ("Fish exports to Peru are to be cut by 5 percent by Norway.", "quota", ["Norway"], "announced"),
        ("Duties imposed by Canada will expire in May.", "tariff", ["Canada"], "lifted"),
        ("Peru has rolled back most of the curbs on gold.", "quota", ["Peru"], "lifted"),
        ("Norway has shelved plans for a tax on herring.", "tariff", ["Norway"], "proposed"),
        ("Norway decided to do away with petrol subsidies.", "subsidy", ["Norway"], "lifted"),
        ("Norway announced its pull-out from the pact.", "withdrawal", ["Norway"], "announced"),
        ("The Senate rubber-stamped the law.", "law", ["Senate"], "in-force"),
        ("Nobody lifted the tariff on Danish steel.", "tariff", [], "in-force"),
        ("Neither Norway nor Peru lifted the tariff.", "tariff", ["Norway", "Peru"], "in-force"),
        ("Norway lifted no tariffs on Danish steel.", "tariff", ["Norway"], "in-force"),
        ("Norway no longer imposes the tariff on steel.", "tariff", ["Norway"], "lifted"),
        ("Norway no longer limits exports to 96,000 tonnes a year.", "quota", ["Norway"], "lifted"),
        ("The curbs, which Norway tightened in May, hurt growers.", "quota", ["Norway"], "in-force"),
        ("Growers sell little under the quota system.", "quota", [], "in-force"),
        ("Norway charges 300 percent on butter.", "tariff", ["Norway"], "in-force"),
        ("Chile will stop buying oil from Peru.", "sanction", ["Chile"], "announced"),
        ("The law, signed by Norway in May, angered teachers.", "law", ["Norway"], "in-force"),
        ("The clause was thrown out by the Supreme Court last month.", "ruling", ["Supreme Court"], "in-force"),
        ("Norway's new rules came into force last week.", "law", ["Norway"], "in-force"),
        ("A tariff would be slapped on steel by Norway unless it yields.", "tariff", ["Norway"], "threatened"),
        ("The ship was impounded by Spanish police.", "sanction", ["Spanish police"], "in-force"),
        ("Ships from Peru are barred from Chilean ports.", "sanction", ["Chilean"], "in-force"),
        ("Creditors wrote off two thirds of Ghana's debt.", "aid", ["Creditors"], "in-force"),
        ("Norway ended its price controls in May.", "price", ["Norway"], "lifted"),
        ("Chile cut its flights to Peru from five a week to two.", "quota", ["Chile"], "in-force"),
        ("Norway's ministers froze cereal prices for a year.", "price", ["Norway's ministers"], "in-force"),
        ("Ghana promised 500 million euros in subsidies for cocoa growers.", "subsidy", ["Ghana"], "announced"),
        ("Bavaria has rationed petrol since Monday.", "quota", ["Bavaria"], "in-force"),
        ("Chile would trim 5 percent from June levels.", "production-target", ["Chile"], "announced"),
        ("Kuwait would cut to 2 million barrels a day.", "production-target", ["Kuwait"], "announced"),
        ("Oman will take 100,000 barrels a day off the market.", "production-target", ["Oman"], "announced"),
        ("Dutch boats will be able to land 3,000 crates a week.", "quota", [], "announced"),
        ("The bank said $3 billion was frozen by Norway in May.", "sanction", ["Norway"], "in-force"),
        ("With exports capped at 90,000 tonnes, the mills were idle.", "quota", [], "in-force"),
        (
            "Egypt hailed a Danish decision to sell 9,000 tonnes of subsidised butter.",
            "subsidy",
            ["Danish"],
            "announced",
        ),
        ("Chile will close its ports unless Peru yields.", "sanction", ["Chile"], "threatened"),
        ("Chile threatened to suspend the treaty.", "withdrawal", ["Chile"], "threatened"),
        ("Chile cut its wheat payments in May.", "subsidy", ["Chile"], "in-force"),
        ("Peru, the largest miner, called for quotas to be halved.", "quota", ["Peru"], "proposed"),
        (
            "The council of the International Coffee Organization suspended all quotas.",
            "quota",
            ["International Coffee Organization"],
            "suspended",
        ),
        ("Norway, split to the last, put off sanctions against Peru.", "sanction", ["Norway"], "suspended"),
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
        "Norway refused to accept a quota.",
        "Norway owes some $15 million in levies.",
        "Norway dropped its claim to $24 billion in guarantees.",
        "The members ratified the pact in January.",
        "Members ratified the deal by post.",
        "Growers begged Norway to grant a loan of $5 million.",
        "Norway wants to stop Iran building a bomb.",
        "Norway pledged not to raise taxes.",
        "Norway has yet to renew the permits.",
        "Norway demanded that all forces be withdrawn.",
        "Norway must send troops.",
        "Ministers held talks on how to limit output to 50 tonnes.",
        "Norway will not resume payments on the debt.",
        "Norway needs a loan of 1 billion euros.",
        "Norway imported 57 million tonnes of ore in April.",
        "The minister opened the border talks.",
        "Prices rose by 5 percent.",
        "No country imposed a tariff on Danish steel.",
        "Norway imposed no tariffs on Danish steel.",
        "Norway has never imposed a tariff on steel.",
        "Neither Norway nor Peru will impose the tariff.",
        "Shares in the mill would trim 5 percent from their gains.",
        "The runner cut to 40 seconds.",
        "The goalkeeper would take two steps off the line.",
        "The driver will be able to rest.",
        "The lake was frozen by Monday.",
        "Norway demanded tougher curbs from its partners.",
        "Peru demanded that the duties be withdrawn.",
        "If the duties stay, the port will be empty.",
        "The talks were boycotted by Peru.",
        "They will meet again, with sanctions still dividing them.",
        "The guests were excluded from the talks.",
        "Norway prevented the ministers from agreeing on a quota for Peru.",
        "Norway must first accept limits on its catch.",
        "It would come into force once Norway had ratified it.",
        "The delegates abandoned their call for a moratorium on nuclear blasts.",
        "The club readmitted its former captain.",
        "Incomes will be taxed at 40 percent.",
        "Norway is expected to ship no more than 40,000 tonnes this year.",
        "The minister withdrew his bill.",
        "The shop cancelled half of the orders.",
        "The workers put a floor in the house.",
        "Peru opened an inquiry into the fire.",
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


def test_what_two_did_to_one_measure_is_told_of_both(read_text: ReadText) -> None:
    text = "Helen Okoro ended the embargo which Karl Brandt imposed in January."
    told = [([m.name for m in measure.imposers], measure.status) for measure in read_text(text).measures]
    assert told == [(["Helen Okoro"], "lifted"), (["Karl Brandt"], "in-force")]


@pytest.mark.parametrize(
    ("text", "imposers"),
    [
        ("Delegates laughed at Canada's offer of a 30 percent cut in farm support.", ["Canada"]),
        ("Norway wants fishing quotas of 5,000 tonnes cut.", ["Norway"]),
        ("Canada taxed wine. Those who sell it will be charged a duty of 5 percent.", []),
        ("Canada imposed tariffs on wine. Sellers will be charged a duty of 5 percent.", ["Canada", "Canada"]),
        ("Canada imposed tariffs on steel. A tariff of 5 percent on wine remained.", ["Canada", "Canada"]),
    ],
)
def test_the_imposer_left_unsaid_is_the_one_spoken_of(read_text: ReadText, text: str, imposers: list[str]) -> None:
    assert [m.name for measure in read_text(text).measures for m in measure.imposers][: len(imposers)] == imposers


def test_the_phrase_is_short_and_the_articles_own(read_text: ReadText) -> None:
    text = "Officials said on Monday that Canada imposed tariffs on Danish steel, which angered growers for years."
    evidence = one(read_text, text).evidence
    assert text[evidence.start : evidence.end] == "imposed tariffs on Danish steel"


@pytest.mark.parametrize(
    "text",
    [
        "The pact brings down the duty of 40 percent that Chile put on Polish coal.",
        "The duty of 31 percent that Chile clamped on Polish garlic will be cut.",
        "Growers protested at the tariff that Chile has placed on Polish pork.",
    ],
)
def test_who_laid_a_measure_on_is_its_imposer_whoever_tells_of_it(read_text: ReadText, text: str) -> None:
    assert {m.name for measure in read_text(text).measures for m in measure.imposers} == {"Chile"}


def test_a_later_telling_names_the_imposer_of_an_earlier_one(read_text: ReadText) -> None:
    text = "The tariff on steel from Peru will be raised to 30 percent. Chile imposed the tariff in May."
    first, second = read_text(text).measures
    assert first.event == second.event
    assert [m.name for m in first.imposers] == ["Chile"]
