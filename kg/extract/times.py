"""The grammar of time expressions: patterns and what each means, given an anchor and a direction."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from kg.calendar import (
    MONTHS,
    WEEKDAYS,
    month_number,
    of_day,
    of_days,
    of_month,
    of_quarter,
    of_third,
    of_week,
    of_year,
    valid_day,
)
from kg.model import When

Direction = Literal["past", "future", "open"]

NUMBERS: Final = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "ninety": 90, "several": 0, "few": 0}
_SHORT = r"jan\.?|feb\.?|mar\.|apr\.?|jun\.|jul\.|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?"
MONTH = rf"(?:{'|'.join(MONTHS)}|{_SHORT})"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
YEAR = r"(?:1[89]\d\d|20[0-6]\d)"
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_COUNTED = rf"(?:\d{{1,3}}|{'|'.join(w for w in NUMBERS if len(w) > 2)})"
_UNITS: Final = ("day", "week", "month", "year", "decade", "hour", "quarter")
UNIT = rf"(?:{'|'.join(_UNITS)})"
CENTURIES: Final = ("18", "19", "20")
_MONTHLY: Final = tuple(month[:3] for month in MONTHS)
_ORDINAL = r"(?:st|nd|rd|th)?"
_COUNTABLE = (
    "percent|pct|mln|bln|million|billion|tonnes|dlrs|dollars|troops|warheads|soldiers|jobs|workers|people|barrels"
)
_DASH = r"(?:-|–|—|to|until|through|and)"

# Without a number or one of these, a sentence names no time.
TIME_WORDS: Final = frozenset(
    [*MONTHS, *(f"{m[:3]}." for m in MONTHS), *(m[:3] for m in MONTHS), "sept", "sept.", *WEEKDAYS]
    + [*NUMBERS, "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night", "weekend"]
    + [f"{unit}{s}" for unit in _UNITS for s in ("", "s")]
)

# What part of a month a word means. "The end of March" is its last day, "end-March" are its last days.
THIRDS: Final = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
    "end": "late",
}  # fmt: skip

Anchor = date | None
Reader = Callable[[re.Match[str], Anchor, Direction], When | None]


class Rule(NamedTuple):
    """A pattern and what it means; what it matches has, case folded, one of the signs, so others need no look."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    signs: tuple[str, ...]


def flags(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?<![$-])(?:{pattern})\b", re.IGNORECASE | re.VERBOSE)


def _absolute(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    month = month_number(m["month"])
    if month is None:
        return None
    year = int(m["year"]) if m["year"] else _year_of(month, int(m["day"]), anchor, direction)
    first = year and valid_day(year, month, int(m["day"]))
    if not first:
        return None
    last = m.groupdict().get("last")
    second = last and valid_day(first.year, month, int(last))
    return of_days(first, second) if second and second > first else of_day(first)


def _iso(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if not 1 <= int(m["m"]) <= 12:
        return None
    day = valid_day(int(m["y"]), int(m["m"]), int(m["d"]))
    return of_day(day) if day else None


def _month(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    month = month_number(m["month"])
    if month is None:
        return None
    relative = (m["relative"] or "").lower()
    if m["year"]:
        year: int | None = _stated_year(m["year"], anchor)
    else:
        towards: Direction = {"last": "past", "next": "future", "past": "past", "coming": "future"}.get(
            relative, direction
        )  # type: ignore[assignment]
        year = _year_of(month, None, anchor, towards)
    if year is None:
        return None
    third = (m["third"] or "").lower().removeprefix("the ").removesuffix("-").strip()
    if third == "end of":
        last = of_month(year, month).latest
        return of_day(last) if last else None
    return of_third(year, month, THIRDS[third.removesuffix(" of")]) if third else of_month(year, month)


def _stated_year(words: str, anchor: Anchor) -> int | None:
    """1987, or "last year" as the anchor has it."""
    if words.isdigit():
        return int(words)
    step = {"last": -1, "this": 0, "next": 1}[words.split()[0].lower()]
    return anchor.year + step if anchor else None


def _year_of(month: int, day: int | None, anchor: Anchor, direction: Direction) -> int | None:
    """The year of a month (and day) named without one: in the governing verb's direction, else the nearest."""
    if anchor is None:
        return None
    here = (anchor.month, anchor.day if day is not None else 0)
    there = (month, day if day is not None else 0)
    if direction == "past":
        return anchor.year if there <= here else anchor.year - 1
    if direction == "future":
        return anchor.year if there >= here else anchor.year + 1
    distance = month - anchor.month
    return anchor.year - 1 if distance > 6 else anchor.year + 1 if distance < -6 else anchor.year


def _weekday(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if anchor is None:
        return None
    first = day_near(m["day"], anchor, direction, (m["relative"] or "").lower())
    if m["to"]:
        last = first + timedelta(days=(WEEKDAYS.index(m["to"].lower()) - first.weekday()) % 7)
        if direction != "future" and last > anchor:
            first, last = first - timedelta(days=7), last - timedelta(days=7)
        return of_days(first, last)
    return of_day(first)


def day_near(name: str, anchor: date, direction: Direction, relative: str) -> date:
    """The weekday's nearest date in the direction; the anchor's own weekday is today."""
    ahead = (WEEKDAYS.index(name.lower()) - anchor.weekday()) % 7
    if relative == "next":
        return anchor + timedelta(days=ahead or 7)
    if relative == "last":
        return anchor - timedelta(days=(7 - ahead) % 7 or 7)
    if relative in ("this", "coming") or direction == "future":
        return anchor + timedelta(days=ahead)
    return anchor + timedelta(days=ahead - 7 if ahead else 0)


def _today(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if anchor is None:
        return None
    word = m["word"].lower()
    return of_day(
        anchor + timedelta(days=-1 if word in ("yesterday", "last night") else 1 if word == "tomorrow" else 0)
    )


def _period(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "Last week", "earlier this month", "next year"."""
    if anchor is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get((m["relative"] or "").lower(), 0)
    unit = (m["unit"] or "weekend").lower()
    if unit == "week":
        return of_week(anchor + timedelta(weeks=step))
    if unit == "month":
        return of_month(anchor.year, anchor.month + step)
    if unit == "year":
        return of_year(anchor.year + step)
    if unit == "quarter":
        index = anchor.year * 4 + (anchor.month - 1) // 3 + step
        return of_quarter(index // 4, index % 4 + 1)
    saturday = anchor + timedelta(days=(5 - anchor.weekday()) % 7 - (7 if direction == "past" or step < 0 else 0))
    return of_days(saturday, saturday + timedelta(days=1))


def of_ago(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    count = count_of(m["n"])
    if anchor is None or not count:
        return None
    sign = -1 if m["way"].lower() in ("ago", "earlier", "before") else 1
    unit = m["unit"].lower()
    if unit == "day":
        return of_day(anchor + timedelta(days=sign * count))
    if unit == "week":
        return of_week(anchor + timedelta(weeks=sign * count))
    if unit == "month":
        return of_month(anchor.year, anchor.month + sign * count)
    if unit == "year" and count == 1:
        return of_month(anchor.year + sign, anchor.month)
    years = count * (10 if unit == "decade" else 1)
    return (
        of_year(anchor.year + sign * years)
        if unit in ("year", "decade") and 0 < anchor.year + sign * years < 9999
        else None
    )


def _duration(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """A length of time has no place in the calendar; ISO 8601 writes it P3M."""
    count = count_of(m["n"])
    unit = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y", "hour": "H", "quarter": "M"}[
        m["unit"].lower()
    ]
    times = {"decade": 10, "quarter": 3}.get(m["unit"].lower(), 1)
    if not count:
        return None
    return When(edtf=f"P{'T' if unit == 'H' else ''}{count * times}{unit}")


def count_of(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 0)


def _plain_year(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    return of_year(int(m["year"]))


# In order: an expression's words are not read again by a later rule.
TIMES: Final[tuple[Rule, ...]] = (
    Rule("iso-date", flags(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), _iso, ("-",)),
    Rule(
        "month-day",
        flags(rf"""(?:{_DAY},?\s)?(?P<month>{MONTH})\s(?P<day>\d{{1,2}}){_ORDINAL}
            (?:\s?{_DASH}\s?(?P<last>\d{{1,2}}){_ORDINAL}(?!\s?(?:percent|pct|%)))?
            (?:,?\s(?P<year>{YEAR}))?"""),
        _absolute,
        _MONTHLY,
    ),
    Rule(
        "day-month",
        flags(rf"""(?:{_DAY},?\s)?(?P<day>\d{{1,2}}){_ORDINAL}(?:\s?{_DASH}\s?(?P<last>\d{{1,2}}){_ORDINAL})?
            \s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?"""),
        _absolute,
        _MONTHLY,
    ),
    Rule(
        "month",
        flags(rf"""(?:(?P<third>early|mid-?|late|(?:the\s)?(?:beginning|start|middle|end)\sof|end-)\s?)?
            (?:(?P<relative>last|next|this|past|coming)\s)?(?P<month>{MONTH})
            (?:(?:,?|\sof)\s(?P<year>{YEAR}|(?:last|this|next)\syear))?"""),
        _month,
        _MONTHLY,
    ),
    Rule(
        "weekday",
        flags(rf"""(?:(?:earlier|later)\s(?:on\s)?)?(?:(?P<relative>last|next|this|coming)\s)?
            (?P<day>{_DAY})(?:\s?{_DASH}\s?(?P<to>{_DAY}))?"""),
        _weekday,
        ("day",),
    ),
    Rule(
        "today",
        flags(r"""(?:earlier\s|later\s)?
            (?P<word>today|yesterday|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))"""),
        _today,
        ("day", "tomorrow", "night", "morning", "afternoon", "evening"),
    ),
    Rule(
        "ago",
        flags(rf"""(?:about\s|some\s|nearly\s|almost\s|over\s|more\sthan\s)?
            (?P<n>{NUMBER})\s(?P<unit>{UNIT})s?\s(?P<way>ago|earlier|from\snow)"""),
        of_ago,
        ("ago", "earlier", "now"),
    ),
    Rule(
        "period",
        flags(r"""(?:(?:earlier|later|early|late|sometime)\s)?(?:the\s)?
            (?:(?P<relative>this|last|past|next|previous|coming)\s(?P<unit>week|month|year|quarter|weekend)
            |(?<=the\s)weekend)"""),
        _period,
        _UNITS,
    ),
    Rule("duration", flags(rf"(?P<n>{_COUNTED})[\s-](?P<unit>{UNIT})s?"), _duration, _UNITS),
    Rule(
        "year",
        flags(rf"(?<!\d[,.])(?P<year>{YEAR})(?!\s?(?:{_COUNTABLE}|-year|gmt|hours|hrs|[%\d])|[,.]\d)"),
        _plain_year,
        CENTURIES,
    ),
)
