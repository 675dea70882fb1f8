"""What a rule says of two tellings, and the measures of likeness that rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Generic, Literal, TypeVar

from kg.history import LinkKind
from kg.link.sides import WORD
from kg.link.tellings import Telling
from kg.link.words import overlap, stems
from kg.model import Commitment, When

WEEK: Final = 7
SEASON: Final = 92
LONGEST: Final = 400
"""Days between two publications."""
FAR: Final = 450
"""Code points within which an answer follows the demand."""
NEAR: Final = 300
"""Code points within which words such as "do so" and "of them" look back."""
_ACTS: Final = stems(
    "lift impose cut raise halt resume limit open extend allow freeze keep end"
    " ban tariff quota tax sanction subsidy import export market trade"
)
_WORDS_GIVEN: Final = stems(
    "agreement accord deal pact treaty promise pledge commitment offer undertaking demand threat"
)
RETOLD: Final = re.compile(
    r"\b(?:had|it|he|she|they) (?:\w+ )?"
    r"(?:pledged|promised|vowed|undertaken|agreed|accepted|offered|threatened|demanded|asked|insisted)\b"
    r"|\b(?:its|his|her|their) (?:\w+ )?(?:promise|pledge|vow|offer|threat|demand|undertaking|word)\b"
)
"""Words by which a move is told of that was made before."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link that a rule sees: how surely, and how like the two are, to choose between several.

    `retells`: the later is what was told before, whatever else rules say of the two; `several`: of its kind, a record
    may have one to each of several; `before`: it holds in one article where the later is printed first.
    """

    kind: LinkKind
    rule: str
    confidence: float
    likeness: float = 0.0
    retells: bool = False
    several: bool = False
    before: Literal["never", "in-words", "always"] = "never"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two tellings speak of one thing: shared stems, and those over the stems of the shorter."""

    shared: int
    share: float

    @property
    def value(self) -> float:
        return self.share + self.shared / 100


@dataclass(frozen=True)
class Compared:
    """Two tellings, with what rules ask of both."""

    later: Telling
    earlier: Telling

    @cached_property
    def here(self) -> bool:
        return self.later.article == self.earlier.article

    @cached_property
    def like(self) -> Likeness:
        return likeness(self.later, self.earlier)

    @cached_property
    def side(self) -> float:
        return same_side(self.later, self.earlier)


Pair = TypeVar("Pair", bound=Compared)


@dataclass(frozen=True, slots=True)
class Sign(Generic[Pair]):
    """A row of a table: tellings that pass the test are of one thing; `likeness` is given or theirs, with `plus`."""

    name: str
    confidence: float
    test: Callable[[Pair], bool]
    plus: float = 0.0
    likeness: float | None = None
    retells: bool = False
    kind: LinkKind | None = None


def first_of(signs: Iterable[Sign[Pair]], pair: Pair, kind: LinkKind) -> Iterator[Tie]:
    """What the first row says whose test the two pass, if any; of that kind, unless the row has its own."""
    for sign in signs:
        if sign.test(pair):
            likely = pair.like.value + sign.plus if sign.likeness is None else sign.likeness
            yield Tie(sign.kind or kind, sign.name, sign.confidence, likely, retells=sign.retells)
            return


def likeness(later: Telling, earlier: Telling) -> Likeness:
    """The likeness of what two tellings are about; one sum that both give counts as a word."""
    return Likeness(len(later.about & earlier.about) + one_sum(later, earlier), overlap(later.about, earlier.about))


def one_sum(later: Telling, earlier: Telling) -> bool:
    """Whether two moves give one amount."""
    new, old = later.record, earlier.record
    if not (isinstance(new, Commitment) and isinstance(old, Commitment)) or new.amount is None or old.amount is None:
        return False
    return new.currency == old.currency and not differ(new.amount, old.amount)


def in_words(later: Telling, earlier: Telling) -> bool:
    """Whether they share a word that is told, or a sum, and not only issues: moves of one issue may be of any two."""
    shared = (later.about & earlier.words) | (later.words & earlier.about)
    return one_sum(later, earlier) or bool(shared - _WORDS_GIVEN)


def another_thing(later: Telling, earlier: Telling) -> bool:
    """Whether they share but what is done, to two things: "lift its ban on plums" and "lift its ban on oysters"."""
    one, other = ({word for word in t.words - _ACTS if not word[0].isdigit()} for t in (later, earlier))
    return bool(one and other) and not one & other


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


def other_names(later: Telling, earlier: Telling) -> bool:
    """Whether each names what the other does not: "a limit on sales to Europe", "limit sales to the United States"."""
    return _apart_in([later.named_in, earlier.named_in])


def clash(later: Telling, earlier: Telling) -> bool:
    """Whether each names what the other does not: two peoples or places, two figures."""
    figures = [frozenset(word for word in t.words if word[0].isdigit()) for t in (later, earlier)]
    return _apart_in(figures) or other_names(later, earlier)


def _apart_in(words: list[frozenset[str]]) -> bool:
    return all(words) and not frozenset.intersection(*words)


def nobody_else(later: Telling, earlier: Telling, like: Likeness) -> bool:
    """Whether so much is shared, and nothing told otherwise, that it need not be told of both whose it is."""
    answer = "demand" in (later.record.kind, earlier.record.kind) and later.record.kind != earlier.record.kind
    if other_names(later, earlier) or (not answer and clash(later, earlier)):
        return False
    if later.nobody or earlier.nobody:
        return like.shared >= 3 and like.share >= 0.6
    return like.shared >= 4 and like.share >= 0.6 and not (_known(later.sides) and _known(earlier.sides))
