"""The grammar of longer and named times: seasons, halves, fiscal years, feasts, weeks of a month, spans of years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from kg.calendar import (
    MONTHS,
    WEEKDAYS,
    easter,
    month_number,
    of_day,
    of_days,
    of_months,
    of_quarter,
    of_week,
    valid_day,
)
from kg.extract.time_readings import Anchor, Direction, count_of, day_near, year_of
from kg.extract.times import CENTURIES, MONTH, MONTHLY, NUMBER, UNIT, YEAR, Rule, flags
from kg.model import When

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
FEASTS: Final = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1),
}  # fmt: skip
# Without one of these, a sentence has none of the longer times.
SPAN_WORDS: Final = (
    frozenset(SEASONS)
    | frozenset(MONTHS)
    | frozenset(
        "christmas easter year's year years boxing half fiscal fy end week within quarter mid early late month".split()
    )
)


def _season(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    month = SEASONS[m["season"].lower()]
    relative = (m["relative"] or "").lower()
    if m["year"]:
        return of_months(int(m["year"]), month, 3)
    if anchor is None or not relative:
        return None
    if relative in ("this", "the") and direction != "past":
        begun = anchor.year if relative == "this" or month + 2 >= anchor.month else anchor.year + 1
        return of_months(begun, month, 3)
    if relative in ("next", "coming"):
        return of_months(anchor.year + (month <= anchor.month), month, 3)
    begun = anchor.year - (month > anchor.month)
    over = month + 2 < anchor.month or begun < anchor.year
    return of_months(begun if relative in ("this", "the") or (over and begun < anchor.year) else begun - 1, month, 3)


def _half(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    year = _year(m["year"], anchor)
    return of_months(year, 1 if m["half"].lower() == "first" else 7, 6) if year else None


def _year(words: str | None, anchor: Anchor) -> int | None:
    if words and words.isdigit():
        return int(words)
    step = {"last": -1, "next": 1}.get((words or "this").split()[0].lower(), 0)
    return anchor.year + step if anchor else None


def _fiscal(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """A year that begins when its polity says: about then, and between no days."""
    year = int(m["year"]) if len(m["year"]) == 4 else 1900 + int(m["year"]) + 100 * (int(m["year"]) < 70)
    return When(edtf=f"{year}~")


def _years(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "1987-88", "2020/21"."""
    first = int(m["first"])
    last = int(m["last"]) if len(m["last"]) == 4 else first - first % 100 + int(m["last"])
    if not first < last <= first + 15:
        return None
    return When(edtf=f"{first}/{last}", earliest=date(first, 1, 1), latest=date(last, 12, 31))


def _feast(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if anchor is None and not m["year"]:
        return None
    name = m["feast"].lower().replace("’", "'")
    years = [int(m["year"])] if m["year"] else [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []
    days = [easter(y) if name == "easter" else date(y, *FEASTS[name]) for y in years]
    if len(days) == 1 or anchor is None:
        return of_day(days[0])
    relative = (m["relative"] or "").lower()
    if relative in ("last", "past") or (direction == "past" and relative not in ("next", "this")):
        return of_day(max(d for d in days if d <= anchor))
    return of_day(min(d for d in days if d >= anchor))


def _week_of_month(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    month = month_number(m["month"])
    year = _year(m["year"], anchor)
    if month is None or year is None:
        return None
    if not m["year"] and anchor is not None:
        if direction == "future" and month < anchor.month:
            year += 1
        elif direction == "past" and month > anchor.month:
            year -= 1
    if m["nth"].lower() == "last":
        return of_week(date(year + month // 12, month % 12 + 1, 1) - timedelta(days=4))
    nth = ("first", "second", "third", "fourth").index(m["nth"].lower())
    return of_week(date(year, month, 7 * nth + 4))


def _within(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "Within a week": from the day of publication on."""
    count = count_of(m["n"])
    days = {"day": 1, "week": 7, "month": 30, "year": 365, "hour": 0}.get(m["unit"].lower(), 0) * count
    if anchor is None or not days or direction == "past":
        return None
    return of_days(anchor, anchor + timedelta(days=days))


def _whole_years(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "The last two years": the whole years before this one."""
    count = count_of(m["n"])
    if anchor is None or not 1 < count < anchor.year:
        return None
    first, last = (
        (anchor.year + 1, anchor.year + count)
        if m["relative"].lower() in ("next", "coming")
        else (anchor.year - count, anchor.year - 1)
    )
    return When(edtf=f"{first}/{last}", earliest=date(first, 1, 1), latest=date(last, 12, 31))


def _year_part(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "Early next year": its first quarter."""
    year = _year(m["year"], anchor)
    start = {"early": 1, "mid": 5, "late": 10}[m["part"].lower().rstrip("- ")]
    return of_months(year, start, 4 if start == 5 else 3) if year else None


def _year_end(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "The end of the month", "year-end", "the end of 1988": the last day."""
    if m["year"]:
        return of_day(date(int(m["year"]), 12, 31))
    if anchor is None:
        return None
    unit = (m["unit"] or "year").lower()
    step = {"last": -1, "next": 1}.get((m["relative"] or "").lower(), 0)
    if unit == "year":
        return of_day(date(anchor.year + step, 12, 31))
    if unit == "week":
        return of_day(anchor + timedelta(days=6 - anchor.weekday(), weeks=step))
    month = of_months(anchor.year, anchor.month + step, 1)
    return of_day(month.latest) if month.latest else None


def _week_of_day(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "The week of March 16", "the week ending 20 March"."""
    month, number = month_number(m["month"] or m["then"]), int(m["day"] or m["n"])
    year = int(m["year"]) if m["year"] else month and year_of(month, number, anchor, direction)
    day = valid_day(year, month, number) if year and month else None
    return of_week(day) if day else None


def _months(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "Between April and September", "from November to February 1998"."""
    first, last = month_number(m["first"]), month_number(m["last"])
    if first is None or last is None:
        return None
    count = (last - first) % 12 + 1
    if m["year"]:
        year: int | None = int(m["since"] or int(m["year"]) - (first > last))
    else:
        year = int(m["since"]) if m["since"] else year_of(first, None, anchor, direction)
    return of_months(year, first, count) if year else None


def _weekday_week(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "Monday week": a week after the coming Monday."""
    if anchor is None:
        return None
    return of_day(day_near(m["day"], anchor, "future", "") + timedelta(days=7))


def _quarter(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[m["q"].lower()]
    year = int(m["year"]) if m["year"] else anchor.year if anchor and direction != "open" else None
    return of_quarter(year, number) if year else None


def _decade(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    start = int(m["decade"])
    return When(edtf=f"{start // 10}X", earliest=date(start, 1, 1), latest=date(start + 9, 12, 31))


# In order, and before the plainer times: an expression's words are not read again by a later rule.
SPANS: Final[tuple[Rule, ...]] = (
    Rule(
        "week-of-day",
        flags(rf"""(?:the\s)?week\s(?P<side>of|beginning|starting|commencing|ending)\s(?:on\s)?
            (?:(?P<month>{MONTH})\s(?P<day>\d{{1,2}})|(?P<n>\d{{1,2}})\s(?P<then>{MONTH}))(?:,?\s(?P<year>{YEAR}))?"""),
        _week_of_day,
        ("week",),
    ),
    Rule(
        "months",
        flags(rf"""(?:(?P<between>between)\s|from\s)?(?P<first>{MONTH})(?:\s(?P<since>{YEAR}))?
            (?(between)\sand\s|(?:\s(?:to|until|till|through)\s|\s?[-–]\s?))(?P<last>{MONTH})(?!\s\d{{1,2}}\b)(?:,?\s(?P<year>{YEAR}))?"""),
        _months,
        MONTHLY,
    ),
    Rule("weekday-week", flags(rf"(?P<day>{'|'.join(WEEKDAYS)})\sweek"), _weekday_week, ("week",)),
    Rule(
        "week-of-month",
        flags(rf"""(?:the\s)?(?P<nth>first|second|third|fourth|last)\s(?:full\s)?week\s(?:of|in)\s
            (?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?"""),
        _week_of_month,
        ("week",),
    ),
    Rule(
        "season",
        flags(rf"""(?:(?P<relative>last|this|next|past|coming|the)\s)?(?P<season>spring|summer|autumn|fall|winter)
            (?:\sof\s(?P<year>{YEAR}))?(?!\s(?:in|of|to)\b)"""),
        _season,
        tuple(SEASONS),
    ),
    Rule(
        "half",
        flags(rf"(?:the\s)?(?P<half>first|second)\shalf\sof\s(?P<year>{YEAR}|(?:last|this|next)\syear)"),
        _half,
        ("half",),
    ),
    Rule("fiscal-year", flags(rf"(?:fiscal|fy)(?:\syear)?\s?(?P<year>{YEAR}|\d\d)"), _fiscal, ("fiscal", "fy")),
    Rule(
        "feast",
        flags(rf"""(?:(?P<relative>last|this|next|past)\s)?
            (?P<feast>christmas\s(?:eve|day)|christmas|boxing\sday|new\syear['’]s\s(?:eve|day)|easter)
            (?:,?\s(?P<year>{YEAR}))?"""),
        _feast,
        ("christmas", "boxing", "year", "easter"),
    ),
    Rule(
        "within",
        flags(rf"within\s(?:the\s(?:next|coming)\s)?(?P<n>{NUMBER})\s(?P<unit>{UNIT})s?(?!\sof\b)"),
        _within,
        ("within",),
    ),
    Rule(
        "whole-years",
        flags(rf"(?:the\s)?(?P<relative>last|past|next|coming)\s(?P<n>{NUMBER})\s(?P<unit>year)s"),
        _whole_years,
        ("years",),
    ),
    Rule(
        "year-part",
        flags(r"(?P<part>early|mid-?|late)\s?(?P<year>(?:last|this|next)\syear)"),
        _year_part,
        ("year",),
    ),
    Rule(
        "end",
        flags(rf"""(?:the\s)?end\sof\s(?:(?:the|(?P<relative>last|this|next))\s(?P<unit>week|month|year)|(?P<year>{YEAR}))
            |year[-\s]end"""),
        _year_end,
        ("end",),
    ),
    Rule(
        "quarter",
        flags(rf"(?:the\s)?(?P<q>first|second|third|fourth)\s(?P<unit>quarter)(?:\s(?:of\s)?(?P<year>{YEAR}))?"),
        _quarter,
        ("quarter",),
    ),
)

# Likewise, for sentences with a figure.
NUMBERED: Final[tuple[Rule, ...]] = (
    Rule("years", flags(rf"(?P<first>{YEAR})\s?[-–/]\s?(?P<last>{YEAR}|\d\d)(?![-/\d])"), _years, CENTURIES),
    Rule("decade", flags(r"(?:the\s)?(?P<decade>1[89]\d0|20[0-6]0)s"), _decade, CENTURIES),
)
