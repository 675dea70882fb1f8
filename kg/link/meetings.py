"""Whether two tellings are of one meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.link.outcomes import AHEAD, HAPPENED
from kg.link.tellings import Telling
from kg.link.ties import LONGEST, SEASON, WEEK, Compared, Sign, Tie, apart, first_of
from kg.link.words import stems
from kg.model import Meeting

TALKS: Final = frozenset({"talks", "visit", "session", "summit"})
MONTH: Final = 31
_TALKS: Final = frozenset({"talks", "negotiations", "discussions"})
_AFRESH: Final = re.compile(
    r"\b(?:again|resum\w+|further|another|second|third|fresh|new round|next (?:round|meeting|session))\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Meetings(Compared):
    """Two tellings of meetings; `days` apart, None where one is not dated."""

    new: Meeting
    old: Meeting

    @cached_property
    def days(self) -> int | None:
        return apart(self.new.when, self.old.when)

    @cached_property
    def people(self) -> int:
        return len(self.later.actors & self.earlier.actors)

    @property
    def is_soon(self) -> bool:
        return self.here or self.later.days_after(self.earlier) <= 3

    @property
    def is_of_one_kind(self) -> bool:
        return self.new.kind == self.old.kind or {self.new.kind, self.old.kind} <= TALKS

    @property
    def is_of_one_group(self) -> bool:
        """True where the same and nobody else met, by both tellings."""
        return self.later.actors == self.earlier.actors and self.both_happened

    @property
    def both_happened(self) -> bool:
        return self.new.status in HAPPENED and self.old.status in HAPPENED

    @property
    def is_in_one_place(self) -> bool:
        return bool(self.new.place and self.old.place and stems(self.new.place) & stems(self.old.place))

    @property
    def is_elsewhere(self) -> bool:
        """True for places that share no word; one that is not told is no other."""
        return bool(self.new.place and self.old.place) and not self.is_in_one_place

    @property
    def is_another(self) -> bool:
        """True for "met and will meet again", where one article tells both."""
        told = self.later.lead + self.later.passage
        return self.here and bool({self.new.status, self.old.status} & HAPPENED) and bool(_AFRESH.search(told))

    @property
    def is_one_event(self) -> bool:
        """True where the article itself tells them as one."""
        return self.here and self.new.event == self.old.event and self.is_of_one_kind and not self.days

    @property
    def is_the_talks(self) -> bool:
        """True for "the negotiations were to last two days", behind talks whose place or time was told."""
        words = self.later.passage.casefold().split()
        back = words[:1] == ["the"] and words[1:2] != [] and words[1] in _TALKS and self.new.place is None
        return self.here and back and _tells_talks(self.earlier, self.old)

    @property
    def was_ahead(self) -> bool:
        """True where the one tells what was ahead when the other was told, a season ago at most."""
        ahead = self.new.status not in AHEAD and self.old.status in AHEAD
        return ahead and self.later.days_after(self.earlier) <= SEASON

    def is_told_within(self, days: int) -> bool:
        """True where one of the two is told to so many days or closer."""
        times = (self.new.when, self.old.when)
        spans = [(w.latest - w.earliest).days for w in times if w and w.earliest and w.latest]
        return bool(spans) and min(spans) <= days


_Signs = tuple[Sign[_Meetings], ...]
_SETTLED: Final[_Signs] = (
    Sign("the-talks", 0.7, lambda m: m.is_the_talks, likeness=3.0),
    Sign("one-event", 0.85, lambda m: m.is_one_event, likeness=2.0),
)
_ELSEWHERE: Final[_Signs] = (
    Sign("same-people", 0.7, lambda m: m.here and m.days is None and m.people >= 2 and m.is_of_one_group),
)
_COPIED: Final[_Signs] = (
    Sign(
        "same-words", 0.9, retells=True,
        test=lambda m: m.like.share >= 0.8 and m.like.shared >= 3 and m.side >= 0
        and m.later.days_after(m.earlier) <= WEEK,
    ),
)  # fmt: skip
_SAME_DAY: Final[_Signs] = (
    Sign("same-day-and-place", 0.85, lambda m: m.is_in_one_place and m.side > 0 and m.is_told_within(MONTH), plus=1),
    Sign("same-day-and-place", 0.7, lambda m: m.is_in_one_place and m.side == 0 and m.is_told_within(MONTH), plus=1),
    Sign("same-day-and-people", 0.8, lambda m: m.side > 0 and m.people > 0 and m.is_told_within(WEEK)),
    Sign(
        "same-day-and-names", 0.7,
        lambda m: m.side == 0 and bool(m.later.names & m.earlier.names) and m.is_told_within(MONTH),
    ),
    Sign(
        "same-day-and-words", 0.7,
        lambda m: m.side == 0 and m.new.kind == m.old.kind and m.is_told_within(WEEK) and m.like.shared >= 2,
    ),
)  # fmt: skip
_SOON: Final[_Signs] = (
    Sign("same-people", 0.8, lambda m: m.people >= 2),
    Sign("same-people", 0.7, lambda m: m.people > 0 and m.here and m.is_of_one_group and m.is_told_within(WEEK)),
    Sign("same-place", 0.7, lambda m: m.is_in_one_place and (m.is_of_one_group or (m.here and m.both_happened))),
)
_IN_TIME: Final[_Signs] = (Sign("planned-there", 0.65, lambda m: m.is_in_one_place and m.was_ahead),)


def same_meeting(later: Telling, earlier: Telling) -> Iterator[Tie]:
    """One encounter: of those who meet, day, place and words, enough agree and none contradicts."""
    new, old = later.record, earlier.record
    if isinstance(new, Meeting) and isinstance(old, Meeting) and later.days_after(earlier) <= LONGEST:
        both = _Meetings(later, earlier, new, old)
        yield from first_of((*_SETTLED, *_signs(both)), both, "same-meeting")


def _signs(both: _Meetings) -> _Signs:
    """Those that may make one of the two, as day, kind and place have it."""
    if both.days or not both.is_of_one_kind or both.is_another:
        return ()
    if both.is_elsewhere:
        return _ELSEWHERE
    if both.days == 0:
        return (*_COPIED, *_SAME_DAY)
    undated = () if both.side <= 0 else _SOON if both.is_soon else _IN_TIME
    return (*_COPIED, *undated)


def _tells_talks(telling: Telling, record: Meeting) -> bool:
    """Whether the passage names talks as such, and tells their place or time."""
    return bool(_TALKS & set(telling.passage.casefold().split())) and bool(record.place or record.when)
