"""Calendar arithmetic: periods as intervals with an EDTF string (ISO 8601-2, https://www.loc.gov/standards/datetime/)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from kg.model import When


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


def of_quarter(year: int, quarter: int) -> When:
    return of_days(date(year, 3 * quarter - 2, 1), date(year, 3 * quarter, monthrange(year, 3 * quarter)[1]))


def of_year(year: int) -> When:
    return When(edtf=f"{year:04}", earliest=date(year, 1, 1), latest=date(year, 12, 31))


def valid_day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None
