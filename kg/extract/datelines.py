"""The day on which a report was sent, by its dateline: "GENEVA, Nov. 19", "MELBOURNE, Wednesday."."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from kg.calendar import MONTHS, WEEKDAYS, month_number, valid_day

# A report is printed the next morning, by a weekly in the next number.
LATEST: Final = timedelta(days=8)
# Lines of an article, and characters of a line, among which a dateline is looked for.
LINES, LONGEST_LINE, LONGEST_PLACE = 12, 90, 4
_SHORT: Final = "|".join(sorted({name[:3] for name in (*MONTHS, *WEEKDAYS)} | {"sept", "tues", "thurs"}))
_NAME: Final = rf"(?P<name>{'|'.join((*MONTHS, *WEEKDAYS))}|{_SHORT})\.?"
_DASH = re.compile(r"--|[–—]|\s-\s|\.-")
_SENDER = re.compile(r"\s?\([\w /.]{2,30}\)\s*$")
_DAY = re.compile(
    rf"[,(\s]\s?(?:(?P<before>\d{{1,2}})\s)?{_NAME}(?:\s(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?)?"
    r"(?:,?\s(?P<year>1[89]\d\d|20\d\d))?(?:\s(?:night|evening|morning|afternoon))?[\s.,:)]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[,(]")


def sent_on(text: str, published: date | None) -> date | None:
    """The day from which "today" and "last week" count: the dateline's, else that of publication.

    A dateline later than publication, or far before it, is not believed.
    """
    lines = (line for line in text[: LINES * LONGEST_LINE * 8].splitlines() if line.strip())
    for _, line in zip(range(LINES), lines, strict=False):
        day = _of_line(line.strip(), published)
        if day is not None and (published is None or timedelta() <= published - day <= LATEST):
            return day
    return published


def _of_line(line: str, published: date | None) -> date | None:
    head = line[:LONGEST_LINE]
    dash = _DASH.search(head)
    if dash is None and len(line) > LONGEST_LINE:
        return None
    head = _SENDER.sub("", head[: dash.start()] if dash else head)
    match = _DAY.search(head)
    if match is None or not _is_place(head[: match.start()], parted=match[0][0] in ",("):
        return None
    return _day(match, published)


def _is_place(string: str, *, parted: bool) -> bool:
    """True where what ends the string is a name, and no clause: "From our Correspondent, GENEVA"."""
    place = _OPENING.split(_SENDER.sub("", string).rstrip(" ,"))[-1].split()
    named = 0 < len(place) <= LONGEST_PLACE and all(word[0].isupper() for word in place)
    return named and (parted or " ".join(place).isupper())


def _day(match: re.Match[str], published: date | None) -> date | None:
    month, number = month_number(match["name"]), match["behind"] or match["before"]
    if month is None:
        name = match["name"].lower()
        ahead = next((n for n, day in enumerate(WEEKDAYS) if day.startswith(name)), None)
        if ahead is None or number or published is None:
            return None
        return published - timedelta(days=(published.weekday() - ahead) % 7)
    if not number or not (match["year"] or published):
        return None
    if match["year"]:
        return valid_day(int(match["year"]), month, int(number))
    days = (valid_day(published.year - back, month, int(number)) for back in (0, 1)) if published else ()
    return next((day for day in days if day is not None and published is not None and day <= published), None)
