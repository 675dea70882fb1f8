"""What a rule says of two tellings, and the measures of likeness that rules share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.history import LinkKind
from kg.link.tellings import WORD, Telling
from kg.link.words import overlap
from kg.model import When


@dataclass(frozen=True, slots=True)
class Found:
    """A link that a rule sees: how surely, and how like the two are, to choose between several."""

    kind: LinkKind
    rule: str
    confidence: float
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two tellings speak of one thing: shared stems, and those over the stems of the shorter."""

    shared: int
    share: float

    @property
    def value(self) -> float:
        return self.share + self.shared / 100


def likeness(later: Telling, earlier: Telling) -> Likeness:
    """The likeness of what two tellings are about."""
    return Likeness(len(later.about & earlier.about), overlap(later.about, earlier.about))


def same_side(later: Telling, earlier: Telling) -> float:
    """1 for one actor, .5 for two of one polity or body, 0 where a side is not known for sure, -1 for two sides."""
    if later.actors & earlier.actors:
        return 1.0
    if later.sides & earlier.sides:
        return 0.5
    return -1.0 if _known(later.sides) and _known(earlier.sides) else 0.0


def _known(sides: frozenset[str]) -> bool:
    return any(not side.startswith(WORD) for side in sides)


def bounds(when: When | None) -> tuple[date, date] | None:
    """First and last day, where both are known."""
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def apart(one: When | None, other: When | None) -> int | None:
    """Days between two times, 0 where they may be the same; None where one is not known."""
    a, b = bounds(one), bounds(other)
    return None if a is None or b is None else max(0, (b[0] - a[1]).days, (a[0] - b[1]).days)


def differ(one: float | None, other: float | None) -> bool:
    """Whether two numbers are known and not the same."""
    return one is not None and other is not None and abs(one - other) > 0.01 * max(abs(one), abs(other))
