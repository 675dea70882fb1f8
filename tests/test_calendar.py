from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import calendar

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("when", "edtf", "first", "last"),
    [
        (calendar.of_day(date(2020, 2, 29)), "2020-02-29", "2020-02-29", "2020-02-29"),
        (calendar.of_days(date(2020, 2, 1), date(2020, 2, 9)), "2020-02-01/2020-02-09", "2020-02-01", "2020-02-09"),
        (calendar.of_week(date(2021, 1, 1)), "2020-W53", "2020-12-28", "2021-01-03"),
        (calendar.of_month(2020, 2), "2020-02", "2020-02-01", "2020-02-29"),
        (calendar.of_month(2020, 13), "2021-01", "2021-01-01", "2021-01-31"),
        (calendar.of_month(2020, 0), "2019-12", "2019-12-01", "2019-12-31"),
        (calendar.of_third(2021, 2, "late"), "2021-02-21/2021-02-28", "2021-02-21", "2021-02-28"),
        (calendar.of_quarter(2020, 4), "2020-10-01/2020-12-31", "2020-10-01", "2020-12-31"),
        (calendar.of_year(1987), "1987", "1987-01-01", "1987-12-31"),
    ],
)
def test_a_period_has_its_edtf_and_its_first_and_last_day(when, edtf: str, first: str, last: str) -> None:
    assert (when.edtf, when.earliest.isoformat(), when.latest.isoformat()) == (edtf, first, last)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2021, 2, 29), (2021, 2, 31), (2021, 6, 0), (2021, 4, 31), (0, 1, 1)]
)
def test_a_day_that_no_month_has_is_none(year: int, month: int, day: int) -> None:
    assert calendar.valid_day(year, month, day) is None


@given(DAYS)
def test_a_week_is_seven_days_that_hold_the_day_it_was_made_from(day: date) -> None:
    week = calendar.of_week(day)
    assert week.earliest <= day <= week.latest
    assert week.latest - week.earliest == timedelta(days=6)
    assert week.earliest == date.fromisocalendar(int(week.edtf[:4]), int(week.edtf[6:]), 1)


@given(st.integers(1800, 2100), st.integers(-24, 36))
def test_months_beyond_a_year_count_on_into_the_next(year: int, month: int) -> None:
    when = calendar.of_month(year, month)
    assert (when.earliest.year - year) * 12 + when.earliest.month == month
    assert (when.latest + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("year", "day"),
    [(1987, date(1987, 4, 19)), (2008, date(2008, 3, 23)), (2014, date(2014, 4, 20)), (2038, date(2038, 4, 25))],
)
def test_easter_is_the_sunday_of_the_church_calendar(year: int, day: date) -> None:
    assert calendar.easter(year) == day
