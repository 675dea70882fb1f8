"""Calendar arithmetic: periods as intervals with an EDTF string (ISO 8601-2, https://www.loc.gov/standards/datetime/)."""

from __future__ import annotations

from calendar import monthrange
from datetime import MINYEAR, date, timedelta
from typing import Final

from kg.model import When

MONTHS: Final = tuple("january february march april may june july august september october november december".split())
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or its common abbreviation."""
    lower = word.lower().rstrip(".")
    short = {month[:3]: n for n, month in enumerate(MONTHS, 1)} | {"sept": 9}
    return MONTHS.index(lower) + 1 if lower in MONTHS else short.get(lower)


def of_day(day: date) -> When:
    return When(edtf=day.isoformat(), earliest=day, latest=day)


def of_days(first: date, last: date) -> When:
    if first == last:
        return of_day(first)
    return When(edtf=f"{first.isoformat()}/{last.isoformat()}", earliest=first, latest=last)


def of_week(day: date) -> When:
    """The ISO week that holds the day."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return When(edtf=f"{year}-W{week:02}", earliest=monday, latest=monday + timedelta(days=6))


def of_month(year: int, month: int) -> When:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return When(
        edtf=f"{year}-{month:02}", earliest=date(year, month, 1), latest=date(year, month, monthrange(year, month)[1])
    )


def of_third(year: int, month: int, third: str) -> When:
    """Early, mid or late in a month: days 1-10, 11-20, 21 to the end."""
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, monthrange(year, month)[1])}[third]
    return of_days(date(year, month, first), date(year, month, last))


def of_months(year: int, month: int, count: int) -> When:
    """So many months from that one on."""
    first, last = of_month(year, month), of_month(year, month + count - 1)
    if count == 1 or first.earliest is None or last.latest is None:
        return first
    return When(edtf=f"{first.edtf}/{last.edtf}", earliest=first.earliest, latest=last.latest)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, moved = divmod(century, 4)
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quotient, remainder = divmod(rest, 4)
    weekday = (32 + 2 * moved + 2 * quotient - epact - remainder) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def of_quarter(year: int, quarter: int) -> When:
    return of_days(date(year, 3 * quarter - 2, 1), date(year, 3 * quarter, monthrange(year, 3 * quarter)[1]))


def of_year(year: int) -> When:
    return When(edtf=f"{year:04}", earliest=date(year, 1, 1), latest=date(year, 12, 31))


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day; None where there is none, as in the year 0."""
    return date(year, month, day) if year >= MINYEAR and 1 <= day <= monthrange(year, month)[1] else None
