"""The grammar of time expressions: patterns and what each means, given an anchor and a direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal

from kg.extract.calendar import of_day, of_days, of_month, of_quarter, of_third, of_week, of_year, valid_day
from kg.model import When
from kg.packs import Dates

Direction = Literal["past", "future", "open"]

_YEAR = r"(?:1[89]\d\d|20[0-6]\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_COUNTABLE = (
    "percent|pct|mln|bln|million|billion|tonnes|dlrs|dollars|troops|warheads|soldiers|jobs|workers|people|barrels"
)
_DASH = r"(?:-|–|—|to|until|through|and)"

_UNITS: Final = ("day", "week", "month", "year", "decade", "hour", "quarter")
_UNIT = rf"(?:{'|'.join(_UNITS)})"

Anchor = date | None
Reader = Callable[[re.Match[str], Anchor, Direction], When | None]


def _flags(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?<![$-])(?:{pattern})\b", re.IGNORECASE | re.VERBOSE)


def _iso(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    if not 1 <= int(m["m"]) <= 12:
        return None
    day = valid_day(int(m["y"]), int(m["m"]), int(m["d"]))
    return of_day(day) if day else None


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


def _day_near(weekday: int, anchor: date, direction: Direction, relative: str) -> date:
    """The weekday's nearest date in the direction; the anchor's own weekday is today."""
    ahead = (weekday - anchor.weekday()) % 7
    if relative == "next":
        return anchor + timedelta(days=ahead or 7)
    if relative == "last":
        return anchor - timedelta(days=(7 - ahead) % 7 or 7)
    if relative in ("this", "coming") or direction == "future":
        return anchor + timedelta(days=ahead)
    return anchor + timedelta(days=ahead - 7 if ahead else 0)


def _period(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    """ "Last week", "earlier this month", "next year"."""
    if anchor is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(m["relative"].lower(), 0)
    unit = m["unit"].lower()
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


def _quarter(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[m["q"].lower()]
    year = int(m["year"]) if m["year"] else anchor.year if anchor and direction != "open" else None
    return of_quarter(year, number) if year else None


def _plain_year(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    return of_year(int(m["year"]))


def _decade(m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
    start = int(m["decade"])
    return When(edtf=f"{start // 10}X", earliest=date(start, 1, 1), latest=date(start + 9, 12, 31))


def _either(words: Iterable[str]) -> str:
    """The words as alternatives, longest first; what matches nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) or "(?!)"


@dataclass(frozen=True)
class Times:
    """Patterns over text compiled from the pack's words, and what a match of each means."""

    words: Dates

    @cached_property
    def time_words(self) -> frozenset[str]:
        """Without a number or one of these, a sentence names no time."""
        short = [form for forms in self.words.months.values() for form in forms]
        units = [f"{unit}{s}" for unit in _UNITS for s in ("", "s")]
        moments = [word for phrase in self.words.moments for word in phrase.split() if word not in ("this", "last")]
        months = (*self.words.months, *short, *(form.rstrip(".") for form in short))
        numbers = (*self.words.numbers, *self.words.vague)
        return frozenset((*months, *self.words.weekdays, *moments, *numbers, *units, "weekend"))

    @cached_property
    def before(self) -> tuple[tuple[Direction, re.Pattern[str]], ...]:
        """What the words right before an expression say of its direction."""
        ahead = rf"\b({_either(self.words.ahead)})\b\W*(?:the\s)?$"
        return (
            ("future", re.compile(ahead, re.IGNORECASE)),
            ("past", re.compile(rf"\b({_either(self.words.behind)})\b\W*$", re.IGNORECASE)),
        )

    @cached_property
    def months(self) -> dict[str, int]:
        """Every printed form of a month, in lower case -> 1 to 12."""
        numbered = enumerate(self.words.months.items(), 1)
        return {form: n for n, (name, forms) in numbered for form in (name, *forms)}

    @cached_property
    def _thirds(self) -> dict[str, str]:
        return {form: third for third, forms in self.words.thirds.items() for form in forms}

    @cached_property
    def grammar(self) -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
        """The rules in order: an expression's words are not read again by a later one."""
        month, day = rf"(?:{_either(self.months)})", rf"(?:{_either(self.words.weekdays)})"
        names = (*self.words.numbers, *self.words.vague)
        number = rf"(?:\d{{1,3}}|{_either(names)})"
        counted = rf"(?:\d{{1,3}}|{_either(name for name in names if len(name) > 2)})"
        return (
            ("iso-date", _flags(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), _iso),
            (
                "month-day",
                _flags(rf"""(?P<month>{month})\s(?P<day>\d{{1,2}}){_ORDINAL}
                    (?:\s?{_DASH}\s?(?P<last>\d{{1,2}}){_ORDINAL}(?!\s?(?:percent|pct|%)))?
                    (?:,?\s(?P<year>{_YEAR}))?"""),
                self._absolute,
            ),
            (
                "day-month",
                _flags(rf"(?P<day>\d{{1,2}}){_ORDINAL}\s(?:of\s)?(?P<month>{month})(?:,?\s(?P<year>{_YEAR}))?"),
                self._absolute,
            ),
            (
                "month",
                _flags(rf"""(?:(?P<third>{_either(self._thirds)}|end-)\s?)?
                    (?:(?P<relative>last|next|this|past|coming)\s)?(?P<month>{month})
                    (?:(?:,?|\sof)\s(?P<year>{_YEAR}|(?:last|this|next)\syear))?"""),
                self._month,
            ),
            (
                "weekday",
                _flags(rf"""(?:(?:earlier|later)\s(?:on\s)?)?(?:(?P<relative>last|next|this|coming)\s)?
                    (?P<day>{day})(?:\s?{_DASH}\s?(?P<to>{day}))?"""),
                self._weekday,
            ),
            (
                "today",
                _flags(rf"(?:earlier\s|later\s)?(?P<word>{_either(self.words.moments)})"),
                self._today,
            ),
            (
                "ago",
                _flags(rf"""(?:about\s|some\s|nearly\s|almost\s|over\s|more\sthan\s)?
                    (?P<n>{number})\s(?P<unit>{_UNIT})s?\s(?P<way>ago|earlier|from\snow)"""),
                self._ago,
            ),
            (
                "period",
                _flags(r"""(?:(?:earlier|later|early|late|sometime)\s)?(?:the\s)?
                    (?P<relative>this|last|past|next|previous|coming)\s(?P<unit>week|month|year|quarter|weekend)"""),
                _period,
            ),
            (
                "quarter",
                _flags(
                    rf"(?:the\s)?(?P<q>first|second|third|fourth)\s(?P<unit>quarter)(?:\s(?:of\s)?(?P<year>{_YEAR}))?"
                ),
                _quarter,
            ),
            ("duration", _flags(rf"(?P<n>{counted})[\s-](?P<unit>{_UNIT})s?"), self._duration),
            ("decade", _flags(r"(?:the\s)?(?P<decade>1[89]\d0|20[0-6]0)s"), _decade),
            ("year", _flags(rf"(?<!\d[,.])(?P<year>{_YEAR})(?!\s?(?:{_COUNTABLE}|-year|[%\d])|[,.]\d)"), _plain_year),
        )

    def _absolute(self, m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
        month = self.months[m["month"].lower()]
        year = int(m["year"]) if m["year"] else _year_of(month, int(m["day"]), anchor, direction)
        first = year and valid_day(year, month, int(m["day"]))
        if not first:
            return None
        last = m.groupdict().get("last")
        second = last and valid_day(first.year, month, int(last))
        return of_days(first, second) if second and second > first else of_day(first)

    def _month(self, m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
        month = self.months[m["month"].lower()]
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
        part = self._thirds.get((m["third"] or "").lower())
        return of_third(year, month, part) if part else of_month(year, month)

    def _weekday(self, m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
        if anchor is None:
            return None
        first = _day_near(self._weekday_number(m["day"]), anchor, direction, (m["relative"] or "").lower())
        if m["to"]:
            last = first + timedelta(days=(self._weekday_number(m["to"]) - first.weekday()) % 7)
            if direction != "future" and last > anchor:
                first, last = first - timedelta(days=7), last - timedelta(days=7)
            return of_days(first, last)
        return of_day(first)

    def _weekday_number(self, name: str) -> int:
        return self.words.weekdays.index(name.lower())

    def _today(self, m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
        if anchor is None:
            return None
        return of_day(anchor + timedelta(days=self.words.moments[m["word"].lower()]))

    def _ago(self, m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
        count = self._count(m["n"])
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
        years = count * (10 if unit == "decade" else 1)
        return (
            of_year(anchor.year + sign * years)
            if unit in ("year", "decade") and 0 < anchor.year + sign * years < 9999
            else None
        )

    def _duration(self, m: re.Match[str], anchor: Anchor, direction: Direction) -> When | None:
        """A length of time has no place in the calendar; ISO 8601 writes it P3M."""
        count = self._count(m["n"])
        unit = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y", "hour": "H", "quarter": "M"}[
            m["unit"].lower()
        ]
        times = {"decade": 10, "quarter": 3}.get(m["unit"].lower(), 1)
        if not count:
            return None
        return When(edtf=f"P{'T' if unit == 'H' else ''}{count * times}{unit}")

    def _count(self, word: str) -> int:
        return int(word) if word.isdigit() else self.words.numbers.get(word.lower(), 0)
