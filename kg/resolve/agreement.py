"""Whether two profiles are one entity: names alike are not enough, role, polity and time must agree too.

A wrong merge is worse than a missed one: where the names are alike and nothing more is known, the pair is unsure.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from itertools import product
from typing import Final, NamedTuple

from kg.model import Verdict
from kg.packs import Pack
from kg.resolve.sightings import Profile
from kg.resolve.spelling import AlikeBy, Resemblance, bodies_alike, letters, persons_alike, surname
from kg.vocab import KG, Term

# Holders of one office whose names are alike are one person only if they hold it in the same years.
YEARS: Final = 5
# One name that comes again after so many years is another's.
LIFETIME: Final = 40
# Years within which a title and a surname alone are the holder's.
SOON: Final = 1
# How much of the score each part has: the name, the role, the polity, the time.
_WEIGHTS: Final = (0.6, 0.2, 0.15, 0.05)
_RANKS: Final = frozenset({"deputy", "vice", "assistant", "under", "associate", "junior"})
_IDLE: Final = frozenset({"the", "of", "for", "s", "us", "u", "and"})
# Institutions of these kinds are the same in one country only.
PUBLIC: Final = frozenset({KG.Ministry, KG.GovernmentOffice, KG.CentralBank, KG.Legislature, KG.PoliticalParty})


class Accord(IntEnum):
    """How far two profiles agree in one thing."""

    AGAINST = -1
    UNKNOWN = 0
    PARTLY = 1
    FULL = 2


class Comparison(NamedTuple):
    """What two profiles are held to be, how surely (0 to 1), and by which rule."""

    verdict: Verdict
    score: float
    rule: AlikeBy


class Judge:
    """Compares profiles, with the curated words that it needs."""

    def __init__(self, pack: Pack) -> None:
        self.people = pack.people
        self._unions = frozenset(p.code for p in pack.polities if p.kind == "union")

    def compare(self, left: Profile, right: Profile) -> Comparison | None:
        """None where nothing speaks for one entity, or something against it. Two curated entities are never one."""
        if left.kind != right.kind or (left.curated and right.curated):
            return None
        if left.kind == "person":
            return self._persons(left, right)
        return self._institutions(left, right) if left.kind == "institution" else None

    def _persons(self, left: Profile, right: Profile) -> Comparison | None:
        likeness = self.alike(left, right)
        if likeness is None:
            return None
        polity, role = self.polity(left.polities, right.polities), self.role(left, right)
        gap = years_between(left.days, right.days)
        limit = LIFETIME if likeness.rule == "same-letters" else YEARS
        time = Accord.UNKNOWN if gap is None else Accord.FULL if gap <= limit else Accord.AGAINST
        if Accord.AGAINST in (polity, time):
            return None
        same = {
            "same-letters": role is not Accord.AGAINST and not (left.split or right.split),
            "surname": role is Accord.FULL and polity is Accord.FULL and gap is not None and gap <= SOON,
        }.get(likeness.rule, role is Accord.FULL and polity is Accord.FULL)
        unsure = max(role, polity) > Accord.UNKNOWN and role is not Accord.AGAINST
        if not same and not unsure and likeness.rule != "same-letters":
            return None
        return _comparison("same" if same else "unsure", likeness, role, polity, time)

    def alike(self, left: Profile, right: Profile) -> Resemblance | None:
        """How the names can be one person's; a surname alone can be that of who bears it."""
        alone = [" " not in p.name for p in (left, right)]
        polity = left.polity or right.polity
        if not any(alone):
            return persons_alike(left.name, right.name, polity, self.people)
        if all(alone):
            return None
        short, full = (left, right) if alone[0] else (right, left)
        return Resemblance("surname", 0.7) if letters(short.name) == surname(full.name, polity) else None

    def _institutions(self, left: Profile, right: Profile) -> Comparison | None:
        likeness = bodies_alike(left.name, right.name)
        polity = self.polity(left.polities, right.polities)
        if likeness is None or polity is Accord.AGAINST:
            return None
        kind, public = _type(left.type, right.type), bool({left.type, right.type} & PUBLIC)
        if kind is Accord.AGAINST or (public and polity is Accord.UNKNOWN):
            return None
        private = likeness.rule == "same-letters" and not public
        same = kind is Accord.FULL and (polity is Accord.FULL or private)
        return _comparison("same" if same else "unsure", likeness, kind, polity, Accord.UNKNOWN)

    def polity(self, left: frozenset[str], right: frozenset[str]) -> Accord:
        """Of one country or union; who is of a union may be of one of its countries too."""
        one, other = self.states(left), self.states(right)
        if one and other:
            return Accord.FULL if one & other else Accord.AGAINST
        return Accord.FULL if left & right else Accord.UNKNOWN

    def states(self, polities: frozenset[str]) -> frozenset[str]:
        """The polities that are no unions: those that one person has not two of."""
        return polities - self._unions

    def role(self, left: Profile, right: Profile) -> Accord:
        """The same office of state, or title in one institution; other titles ("spokesman") are many people's."""
        if not left.titles or not right.titles:
            return Accord.UNKNOWN
        shared = [t for a, b in product(left.titles, right.titles) if (t := self._shared(a, b))]
        if shared and left.bodies & right.bodies:
            return Accord.FULL
        if any(len(title) > 1 and title & self.people.sole for title in shared):
            return Accord.FULL
        if shared:
            return Accord.PARTLY
        return Accord.UNKNOWN if self.is_public(left.titles) == self.is_public(right.titles) else Accord.AGAINST

    def _shared(self, left: str, right: str) -> frozenset[str]:
        """The words that two titles have in common where one says no more than the other but its rank."""
        one, other = (frozenset(t.split()) - self.people.former - _IDLE for t in (left, right))
        within = one <= other or other <= one
        return one & other if within and one & _RANKS == other & _RANKS else frozenset()

    def is_public(self, titles: Iterable[str]) -> bool:
        """Whether one of them is an office of state."""
        return any(word in self.people.public for title in titles for word in title.split())


def years_between(left: Iterable[date], right: Iterable[date]) -> float | None:
    """The years between the nearest two days; None where either has none. Both in order."""
    one, other = list(left), list(right)
    if not one or not other:
        return None
    i = j = 0
    least = float("inf")
    while i < len(one) and j < len(other):
        least = min(least, abs((one[i] - other[j]).days))
        if one[i] < other[j]:
            i += 1
        else:
            j += 1
    return least / 365.25


def _type(left: Term, right: Term) -> Accord:
    """The same kind of institution; one that is just called an institution may be of any."""
    if left == right:
        return Accord.PARTLY if left == KG.Institution else Accord.FULL
    return Accord.UNKNOWN if KG.Institution in (left, right) else Accord.AGAINST


def _comparison(verdict: Verdict, likeness: Resemblance, role: Accord, polity: Accord, time: Accord) -> Comparison:
    parts = (likeness.score, role / 2, polity / 2, time / 2)
    score = sum(w * max(0.0, p) for w, p in zip(_WEIGHTS, parts, strict=True))
    return Comparison(verdict, round(score, 3), likeness.rule)
