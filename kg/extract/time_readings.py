"""What each pattern of time expressions means, given an anchor and a direction."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

from kg.calendar import (
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
# What part of a month a word means. "The end of March" is its last day, "end-March" are its last days.
THIRDS: Final = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
    "end": "late",
}  # fmt: skip
Anchor = date | None
Reader = Callable[[re.Match[str], Anchor, Direction], When | None]


def of_date(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    month = month_number(m["month"])
    if month is None:
        return None
    year = int(m["year"]) if m["year"] else year_of(month, int(m["day"]), anchor, direction)
    first = year and valid_day(year, month, int(m["day"]))
    if not first:
        return None
    last = m.groupdict().get("last")
    second = last and valid_day(first.year, month, int(last))
    return of_days(first, second) if second and second > first else of_day(first)


def of_iso(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if not 1 <= int(m["m"]) <= 12:
        return None
    day = valid_day(int(m["y"]), int(m["m"]), int(m["d"]))
    return of_day(day) if day else None


def of_named_month(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
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
        year = year_of(month, None, anchor, towards)
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


def year_of(month: int, day: int | None, anchor: Anchor, direction: Direction) -> int | None:
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


def of_weekday(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if anchor is None:
        return None
    if m["week"]:
        days = {"last": -7, "this": 0, "next": 7}[m["week"].lower()] - anchor.weekday()
        return of_day(anchor + timedelta(days=days + WEEKDAYS.index(m["day"].lower())))
    relative = (m["relative"] or m["post"] or "").lower()
    first = day_near(m["to"] if m["to"] and relative == "last" else m["day"], anchor, direction, relative)
    if m["to"] and relative == "last":  # "from Tuesday to Friday last"
        return of_days(first - timedelta(days=(first.weekday() - WEEKDAYS.index(m["day"].lower())) % 7), first)
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


def of_today(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if anchor is None:
        return None
    word = m["word"].lower()
    return of_day(
        anchor + timedelta(days=-1 if word in ("yesterday", "last night") else 1 if word == "tomorrow" else 0)
    )


def of_period(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
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


def of_duration(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
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


def of_plain_year(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    return of_year(int(m["year"]))
