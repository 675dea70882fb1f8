"""Words by which a telling refers to a move that was made before: when it was given, and that it is taken back."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kg.calendar import MONTHS, month_number
from kg.link.tellings import Telling
from kg.link.words import stem
from kg.model import Commitment

_MONTH: Final = rf"(?P<month>{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?)\b"
_GIVING: Final = (
    r"\b(?:promis|pledg|agree|offer|threat|vow|undert|demand|insist|refus|accept|reject|giv|ma[dk]e|sign|reach|str[iu]ck"
    r"|announc|sett?|ask|word|call|set)\w*"
)
_GIVEN_IN: Final = re.compile(
    rf"{_GIVING}(?: (?:it|them|there|back))? (?:in|last) (?:early |late |mid-)?{_MONTH}", re.I
)
_OF_MONTH: Final = re.compile(
    rf"\b{_MONTH}(?:'s|’s)? (?:agreement|accord|deal|pact|pledge|promise|offer|demand|threat)\b", re.I
)
_ENDS_IN: Final = re.compile(rf"\s?(?:in|last) (?:early |late |mid-)?{_MONTH}", re.I)
_HAD: Final = re.compile(r"\bhad\b", re.I)
_SPOKEN: Final = 48
"""Code points behind a passage in which may stand when the word was given."""
_UNDOING: Final = frozenset(
    map(
        stem, "withhold abandon lift cancel halt break freeze block scrap rescind renege revoke quit leave tear".split()
    )
)
_BARRIERS: Final = frozenset(map(stem, "ban tariff quota sanction limit embargo curb blockade boycott strike".split()))
_NEGATED: Final = re.compile(r"\s?[\"'“‘]?(?:not|never|no)\b", re.I)


def given_in(telling: Telling) -> int | None:
    """The month in which the telling says that the word was given: "as it promised in May" is the 5th."""
    return _given(telling.passage, telling.after[:_SPOKEN])


@lru_cache(maxsize=8192)
def _given(passage: str, after: str) -> int | None:
    found = _GIVEN_IN.search(passage + after) or _OF_MONTH.search(passage + after)
    if not found and _HAD.search(passage):
        found = _ENDS_IN.match(after)
    return month_number(found["month"]) if found else None


def fits(later: Telling, earlier: Telling) -> bool | None:
    """Whether the earlier was told in the month that the later names; None where none is named, or the next or last."""
    month = given_in(later)
    if month is None or earlier.published is None or later.article == earlier.article:
        return None
    apart = abs(month - earlier.published.month)
    return True if apart == 0 else None if apart in (1, 11) else False


def undoes(new: Telling, old: Telling) -> bool:
    """Whether the one is to end or keep back what the other undertook: "withhold the loan" and "lend 30 million"."""
    return new.opens in _UNDOING and not _BARRIERS & new.words and old.opens not in _UNDOING


def refuses(move: Commitment) -> bool:
    """Whether a move is that something will not be: a refusal, or a vow "never to sign"."""
    return move.kind == "refusal" or (move.kind in ("pledge", "agreement") and bool(_NEGATED.match(move.content)))
