from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.spans import NUMBERED, SPANS
from kg.extract.times import TIMES, Rule
from kg.model import TimeExpression
from tests.reading import ReadText

WEDNESDAY = date(2021, 6, 16)


def dates(read_text: ReadText, text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """The printed words of every time expression, with the EDTF that they mean."""

    def edtf(record: TimeExpression) -> str | None:
        return record.when.edtf if record.when else None

    return [(text[r.evidence.start : r.evidence.end], edtf(r)) for r in read_text(text, published).dates]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The treaty was signed on 3 March 1998 in Lima.", "3 March 1998", "1998-03-03"),
        ("The treaty was signed on March 3, 1998 in Lima.", "March 3, 1998", "1998-03-03"),
        ("The treaty was signed in March 1998 in Lima.", "March 1998", "1998-03"),
        ("The ban on ivory took effect in 1998.", "1998", "1998"),
        ("The summit of 2021-05-04 ended without a text.", "2021-05-04", "2021-05-04"),
        ("He visited the mine in Sept. 2020 with two aides.", "Sept. 2020", "2020-09"),
        ("The quota was first set in the 1990s.", "the 1990s", "199X"),
        ("Output fell in the second quarter of 2019.", "the second quarter of 2019", "2019-04-01/2019-06-30"),
    ],
)
def test_a_full_date_needs_no_anchor(read_text: ReadText, text: str, words: str, edtf: str) -> None:
    assert dates(read_text, text, None) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The talks on fish began on Monday.", "Monday", "2021-06-14"),
        ("The talks on fish will resume on Monday.", "Monday", "2021-06-21"),
        ("The ministers met in Lima on Wednesday.", "Wednesday", "2021-06-16"),
        ("The ministers will meet again next Tuesday.", "next Tuesday", "2021-06-22"),
        ("The ministers met again last Friday.", "last Friday", "2021-06-11"),
        ("The ban on ivory took effect in March.", "March", "2021-03"),
        ("The ban on ivory took effect in September.", "September", "2020-09"),
        ("Iran promised to free the crew by March.", "March", "2022-03"),
        ("Iran had promised to free the crew by March.", "March", "2021-03"),
        ("Iran broke its word to free the crew by March.", "March", "2021-03"),
        ("The talks, held from May 8 to 12, broke down.", "May 8 to 12", "2021-05-08/2021-05-12"),
        ("The ban on ivory will take effect in March.", "March", "2022-03"),
        ("A deal on fish was struck in early April.", "early April", "2021-04-01/2021-04-10"),
        ("A deal on fish will be struck in late July.", "late July", "2021-07-21/2021-07-31"),
        ("The pact runs out at the end of March 2022.", "the end of March 2022", "2022-03-31"),
        ("The pact runs out by end-March 2022.", "end-March 2022", "2022-03-21/2022-03-31"),
        ("The pact runs out by the middle of May 2022.", "the middle of May 2022", "2022-05-11/2022-05-20"),
        ("The envoys said so again in mid-August.", "mid-August", "2020-08-11/2020-08-20"),
        ("The fifth round of talks begins on 1st July.", "1st July", "2021-07-01"),
        ("The talks on fish broke down yesterday.", "yesterday", "2021-06-15"),
        ("The talks on fish will end tomorrow.", "tomorrow", "2021-06-17"),
        ("The talks on fish broke down two weeks ago.", "two weeks ago", "2021-W22"),
        ("The envoys first met three decades ago.", "three decades ago", "1991"),
        ("The council votes on the text next month.", "next month", "2021-07"),
        ("The council voted on the text last year.", "last year", "2020"),
        ("The truce in the valley began this week.", "this week", "2021-W24"),
        ("The truce in the valley ends this weekend.", "this weekend", "2021-06-19/2021-06-20"),
        ("The envoys met in Lima on May 3-5.", "May 3-5", "2021-05-03/2021-05-05"),
        ("The envoys met in Lima from 3 to 5 May.", "3 to 5 May", "2021-05-03/2021-05-05"),
        ("The envoys met in Lima on Monday, 3 May.", "Monday, 3 May", "2021-05-03"),
        ("They met to discuss the draft on Tuesday.", "Tuesday", "2021-06-15"),
        ("They agreed to discuss the draft on Tuesday.", "Tuesday", "2021-06-22"),
        ("They returned to vote on the draft on Tuesday.", "Tuesday", "2021-06-15"),
        ("They met to schedule new talks in July.", "July", "2021-07"),
        ("Crews were told to stay ashore on Friday night.", "Friday", "2021-06-11"),
        ("The truce in the valley expires on Monday.", "Monday", "2021-06-21"),
        ("The text has still to be approved on Monday.", "Monday", "2021-06-21"),
        ("The union has called a strike for Thursday.", "Thursday", "2021-06-17"),
        ("The ban would be lifted on Friday.", "Friday", "2021-06-18"),
        ("Norway balked until Friday.", "Friday", "2021-06-11"),
        ("Norway had until Friday to answer.", "Friday", "2021-06-18"),
        ("The panel was to have reported on Tuesday.", "Tuesday", "2021-06-15"),
        ("He has suggested new talks in March.", "March", "2022-03"),
        ("He had offered in July to pay.", "July", "2020-07"),
        ("The nurses will walk out on Monday week.", "Monday week", "2021-06-28"),
        ("The truce ends at the end of the month.", "the end of the month", "2021-06-30"),
        ("The two sides will meet over the weekend.", "the weekend", "2021-06-19/2021-06-20"),
        ("The two sides met over the weekend.", "the weekend", "2021-06-12/2021-06-13"),
        ("The truce was signed last summer.", "last summer", "2020-06/2020-08"),
        ("The truce was signed this spring.", "this spring", "2021-03/2021-05"),
        ("Output will fall in the first half of 2022.", "the first half of 2022", "2022-01/2022-06"),
        ("Talks will resume early next year.", "early next year", "2022-01/2022-03"),
        ("Talks will resume in the second week of August.", "the second week of August", "2021-W32"),
        ("Output fell in 1987-88 in the north.", "1987-88", "1987/1988"),
        ("The deficit of fiscal 1988 was cut.", "fiscal 1988", "1988~"),
        ("The U.S. deficit of fiscal 1988 was cut.", "fiscal 1988", "1987-10/1988-09"),
        ("Washington cut the deficit. The budget for fiscal 1988 passed.", "fiscal 1988", "1987-10/1988-09"),
        ("The U.S. deficit of fiscal 1976 was cut.", "fiscal 1976", "1976~"),
        ("Japan's cabinet approved the budget for fiscal 1988.", "fiscal 1988", "1988-04/1989-03"),
        ("Norway's cabinet approved the budget for fiscal 1988.", "fiscal 1988", "1988~"),
        ("The tariff will be lifted by Christmas.", "Christmas", "2021-12-25"),
        ("The truce was broken at Easter.", "Easter", "2021-04-04"),
        ("The bank must answer within a week.", "within a week", "2021-06-16/2021-06-23"),
        ("Peru gave notice a year ago.", "a year ago", "2020-06"),
        ("The nurses must be back by Friday next week.", "Friday next week", "2021-06-25"),
        ("The envoys met on Tuesday of last week.", "Tuesday of last week", "2021-06-08"),
        ("The bank will let the planters know on Saturday.", "Saturday", "2021-06-19"),
        ("The guards made the crew wait on Saturday.", "Saturday", "2021-06-12"),
        (
            "Officials conferred from Tuesday to Friday last without result.",
            "Tuesday to Friday last",
            "2021-06-08/2021-06-11",
        ),
        ("The pact was signed on Monday last.", "Monday last", "2021-06-14"),
        ("Sir Hugh will fly to Lagos on Tuesday next.", "Tuesday next", "2021-06-22"),
        ("The owners will meet the pilots in the week of July 12.", "the week of July 12", "2021-W28"),
        ("Exports fell in the week ending 4 June.", "the week ending 4 June", "2021-W22"),
        ("Six cargoes are due between August and October.", "between August and October", "2021-08/2021-10"),
        ("The pool sold copper from March to May.", "from March to May", "2021-03/2021-05"),
        ("The cartel will pump less from November to February.", "from November to February", "2021-11/2022-02"),
        ("Exports fell in January-March 2020.", "January-March 2020", "2020-01/2020-03"),
        ("The minister let planters know on Saturday how much they would lose.", "Saturday", "2021-06-12"),
        ("The bank cut the rate on Friday.", "Friday", "2021-06-11"),
        ("The bank will cut the rate on Friday.", "Friday", "2021-06-18"),
        ("The senator pleaded with both sides to resume on Monday.", "Monday", "2021-06-21"),
        ("He reminded them that the deadline of 1 July had been fixed long ago.", "1 July", "2021-07-01"),
    ],
)
def test_a_relative_date_is_counted_from_publication(read_text: ReadText, text: str, words: str, edtf: str) -> None:
    assert dates(read_text, text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The talks on fish began on Monday.", "Monday"),
        ("The ban on ivory took effect in March.", "March"),
        ("The council voted on the text last year.", "last year"),
        ("The talks on fish broke down two weeks ago.", "two weeks ago"),
    ],
)
def test_a_relative_date_without_anchor_stays_unanchored(read_text: ReadText, text: str, words: str) -> None:
    assert dates(read_text, text, None) == [(words, None)]


def test_a_duration_has_a_length_and_no_place_in_the_calendar(read_text: ReadText) -> None:
    (record,) = read_text("The talks on fish lasted for three months.", WEDNESDAY).dates
    assert (record.when.edtf, record.when.earliest, record.when.latest) == ("P3M", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Two weeks after the vote the envoys met.",
        "The regime, 40 years old, was cut.",
        "He trimmed the 40-year-old regime.",
        "The seamen asked for a 40-hour week.",
        "A three-quarters majority is needed.",
        "Three quarters of the cargo was lost.",
        "The talks broke off, nine hours after they began.",
        "The village learned of the flood only 48 hours beforehand.",
        "The strike was called off two hours later.",
    ],
)
def test_an_age_a_share_and_an_interval_to_an_event_are_no_length_of_time(read_text: ReadText, text: str) -> None:
    assert dates(read_text, text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Seoul raised the duty on June 1. China retaliated six days later.", "2021-06-07"),
        ("Mali shut the border on 4 May and three weeks later opened it.", "2021-W21"),
        ("Mali shut the border in May and three weeks later opened it.", None),
        ("Mali shut the border on 4 May. It was a mistake. The rains came. Three weeks later it opened.", None),
    ],
)
def test_later_is_counted_from_the_day_told_before(read_text: ReadText, text: str, edtf: str | None) -> None:
    assert [d for words, d in dates(read_text, text) if "later" in words] == ([edtf] if edtf else [])


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("GENEVA, June 15 -- ", "2021-06-15"),
        ("GENEVA, 15 June - ", "2021-06-15"),
        ("MELBOURNE, Tuesday.\n\n", "2021-06-15"),
        ("KUALA LUMPUR, Tues. -- ", "2021-06-15"),
        ("From our Diplomatic Correspondent, GENEVA, June 15\n\n", "2021-06-15"),
        ("(From our own correspondent)\nLuxembourg, June 15.\n\n", "2021-06-15"),
        ("MOSCOW (AP), June 15 -- ", "2021-06-15"),
        ("BONN, Monday night\n\n", "2021-06-14"),
        ("PARIS, June 16 -- ", "2021-06-16"),
        ("PARIS, June 17 -- ", "2021-06-16"),
        ("PARIS, March 3 -- ", "2021-06-16"),
        ("PARIS -- ", "2021-06-16"),
        ("Iraq, Kuwait to meet in Geneva, Tuesday\n\n", "2021-06-16"),
    ],
)
def test_today_is_the_day_of_the_dateline(read_text: ReadText, line: str, edtf: str) -> None:
    text = f"Ministers fail to agree on tin\n\n{line}The ministers of six countries failed to agree on tin today."
    assert dates(read_text, text)[-1] == ("today", edtf)


def test_a_dateline_with_a_year_stands_for_the_day_of_publication(read_text: ReadText) -> None:
    text = "BONN, Jan. 3, 1979 -- The ministers of six countries failed to agree on the price of tin yesterday."
    assert dates(read_text, text, None)[-1] == ("yesterday", "1979-01-02")


def test_a_day_that_does_not_exist_means_no_day(read_text: ReadText) -> None:
    assert dates(read_text, "The envoys met on 31 February in Lima.") == [("31 February", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign after the vote on fish.",
        "The troops will march through the old city.",
        "The industry lost 1990 jobs in the north.",
        "Some 2000 tonnes were shipped through the port.",
        "The price of copper rose to $1990 a tonne.",
        "The army has 2,019 tanks near the border.",
        "The prime minister, Theresa May, said no again.",
        "The envoys spoke for the second time of quarter horses.",
        "The envoys met in Room 1998 to sign.",
        "The plan is known as Made in China 2025 abroad.",
        "TOKYO MAY OFFER WHEAT TO MOSCOW",
        "The rise and fall of the price was swift.",
    ],
)
def test_verbs_amounts_and_names_are_no_dates(read_text: ReadText, text: str) -> None:
    assert dates(read_text, text) == []


def test_no_word_is_in_two_expressions(read_text: ReadText) -> None:
    text = "They met on Monday, 3 May 2021, and again early next week, three days before the 1st of July 2021."
    spans = [r.evidence.span for r in read_text(text, WEDNESDAY).dates]
    assert spans
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("rule", [*SPANS, *NUMBERED, *TIMES], ids=lambda rule: rule.name)
@given(st.data())
@settings(max_examples=20)
def test_what_a_rule_matches_has_one_of_its_signs(rule: Rule, data: st.DataObject) -> None:
    printed = data.draw(st.from_regex(rule.pattern))
    match = rule.pattern.search(printed)
    assert match is not None
    assert any(sign in match[0].casefold() for sign in rule.signs)
