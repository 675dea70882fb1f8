"""The grammar of time expressions: patterns and what each means, given an anchor and a direction."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.calendar import (
    MONTHS,
    WEEKDAYS,
)
from kg.extract.time_readings import (
    NUMBERS,
    Reader,
    of_ago,
    of_date,
    of_duration,
    of_iso,
    of_named_month,
    of_period,
    of_plain_year,
    of_today,
    of_weekday,
)

_SHORT = r"jan\.?|feb\.?|mar\.|apr\.?|jun\.|jul\.|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?"
MONTH = rf"(?:{'|'.join(MONTHS)}|{_SHORT})"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
YEAR = r"(?:1[89]\d\d|20[0-6]\d)"
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_COUNTED = rf"(?:\d{{1,3}}|{'|'.join(w for w in NUMBERS if len(w) > 2)})"
_UNITS: Final = ("day", "week", "month", "year", "decade", "hour", "quarter")
UNIT = rf"(?:{'|'.join(_UNITS)})"
CENTURIES: Final = ("18", "19", "20")
MONTHLY: Final = tuple(month[:3] for month in MONTHS)
_ORDINAL = r"(?:st|nd|rd|th)?"
_COUNTABLE = (
    "percent|pct|mln|bln|million|billion|tonnes|dlrs|dollars|troops|warheads|soldiers|jobs|workers|people|barrels"
)
_DASH = r"(?:-|–|—|to|until|through|and)"

# "On Friday last", and no noun behind: "on Friday last month's figures".
_ALONE = r"(?=\s*(?:$|[.,;:)])|\s(?:with|without|to|that|and|at|in|on|for|by|after|before|was|were|had|as)\b)"
# "Two days after the vote", "a 40-hour week", "three quarters of", "40-year-old": no length that something has.
_MEASURED = (
    r"(?!\s(?:after|before|later|afterwards?|beforehand|into|ahead|apart|old)\b|-old\b|\s(?:of\s)?work(?:ing)?\b)"
    r"(?<!quarter)(?<!quarters)(?!\s(?:working\s)?(?:week|day|shift)s?\b)"
)

# Without a number or one of these, a sentence names no time.
TIME_WORDS: Final = frozenset(
    [*MONTHS, *(f"{m[:3]}." for m in MONTHS), *(m[:3] for m in MONTHS), "sept", "sept.", *WEEKDAYS]
    + [*NUMBERS, "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night", "weekend"]
    + [f"{unit}{s}" for unit in _UNITS for s in ("", "s")]
)


class Rule(NamedTuple):
    """A pattern and what it means; what it matches has, case folded, one of the signs, so others need no look."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    signs: tuple[str, ...]


def flags(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?<![$-])(?:{pattern})\b", re.IGNORECASE | re.VERBOSE)


# In order: an expression's words are not read again by a later rule.
TIMES: Final[tuple[Rule, ...]] = (
    Rule("iso-date", flags(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), of_iso, ("-",)),
    Rule(
        "month-day",
        flags(rf"""(?:{_DAY},?\s)?(?P<month>{MONTH})\s(?P<day>\d{{1,2}}){_ORDINAL}
            (?:\s?{_DASH}\s?(?P<last>\d{{1,2}}){_ORDINAL}(?!\s?(?:percent|pct|%)))?
            (?:,?\s(?P<year>{YEAR}))?"""),
        of_date,
        MONTHLY,
    ),
    Rule(
        "day-month",
        flags(rf"""(?:{_DAY},?\s)?(?P<day>\d{{1,2}}){_ORDINAL}(?:\s?{_DASH}\s?(?P<last>\d{{1,2}}){_ORDINAL})?
            \s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?"""),
        of_date,
        MONTHLY,
    ),
    Rule(
        "month",
        flags(rf"""(?:(?P<third>early|mid-?|late|(?:the\s)?(?:beginning|start|middle|end)\sof|end-)\s?)?
            (?:(?P<relative>last|next|this|past|coming)\s)?(?P<month>{MONTH})
            (?:(?:,?|\sof)\s(?P<year>{YEAR}|(?:last|this|next)\syear))?"""),
        of_named_month,
        MONTHLY,
    ),
    Rule(
        "weekday",
        flags(rf"""(?:(?:earlier|later)\s(?:on\s)?)?(?:(?P<relative>last|next|this|coming)\s)?
            (?P<day>{_DAY})(?:\s?{_DASH}\s?(?P<to>{_DAY}))?
            (?:,?\s(?:of\s)?(?P<week>last|this|next)\sweek\b(?!['’])|\s(?P<post>last|next){_ALONE})?"""),
        of_weekday,
        ("day",),
    ),
    Rule(
        "today",
        flags(r"""(?:earlier\s|later\s)?
            (?P<word>today|yesterday|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))"""),
        of_today,
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
        of_period,
        _UNITS,
    ),
    Rule(
        "later",
        flags(rf"(?P<n>{_COUNTED})\s(?P<unit>day|week|month|year)s?\s(?P<way>later|afterwards?)"),
        of_ago,
        ("later", "afterward"),
    ),
    Rule("duration", flags(rf"(?P<n>{_COUNTED})[\s-](?P<unit>{UNIT})s?{_MEASURED}"), of_duration, _UNITS),
    Rule(
        "year",
        flags(rf"(?<!\d[,.])(?P<year>{YEAR})(?!\s?(?:{_COUNTABLE}|-year|gmt|hours|hrs|[%\d])|[,.]\d)"),
        of_plain_year,
        CENTURIES,
    ),
)
