"""Curated facts, each a row of a table with its source: polities, institutions, and who held an office when."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Annotated, Final, Literal

import msgspec

from kg.kinds import InstitutionKind, Verdict
from kg.packs.entry import Keyed

AS_OF: Final = re.compile(r"as of \d{4}")
INSTITUTION: Final = "inst:"
"""What stands before the key of an institution where a polity's code would stand else."""

Code = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{2}|[A-Z]{4})$")]
Key = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]


class Polity(Keyed, frozen=True, kw_only=True):
    """A country, union or former state, and the words that denote it. `code`: ISO 3166-1 alpha-2, EU, or ISO 3166-3.

    `metonyms`: cities that stand for its government; `seats`: buildings that do, where nothing else happens.
    """

    code: Code
    name: str
    kind: Literal["country", "union"]
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    wikidata: str = ""
    source: str

    @property
    def identity(self) -> str:
        return self.code


class Institution(Keyed, frozen=True, kw_only=True):
    """An institution that goes by names which no grammar gives."""

    key: Key
    name: str
    kind: InstitutionKind
    polity: str = ""
    aliases: tuple[str, ...] = ()
    source: str

    @property
    def identity(self) -> str:
        return self.key

    @property
    def code(self) -> str:
        """What stands for it where a polity's code would stand else."""
        return f"{INSTITUTION}{self.key}"


class Office(Keyed, frozen=True, kw_only=True):
    """Who held an office when. `polity` is a country's code, or "inst:KEY" for an international body."""

    polity: str
    office: str
    holder: str
    from_: Day = msgspec.field(name="from")
    until: Day | Literal[""] = ""
    source: str

    def __post_init__(self) -> None:
        """ValueError where the term has no such days, or ends before it begins."""
        for day in filter(None, (self.from_, self.until)):
            date.fromisoformat(f"{day}-01-01"[:10])
        if self.until and self.until < self.from_[: len(self.until)]:
            raise ValueError(f"`until` {self.until} lies before `from` {self.from_}")

    @property
    def identity(self) -> str:
        return f"{self.polity}, {self.office}, {self.holder}, {self.from_}"

    def held_on(self, day: date) -> bool:
        """True when the term, as exactly as it is known, includes the day. An open term ends with its source's year."""
        iso = day.isoformat()
        until = self.until or _year_of_source(self.source)
        return self.from_ <= iso[: max(4, len(self.from_))] and (not until or iso[: len(until)] <= until)


@cache
def _year_of_source(source: str) -> str:
    return (AS_OF.search(source) or [""])[0][-4:]


class FiscalYear(Keyed, frozen=True, kw_only=True):
    """When a polity's fiscal year begins, the first of the month, and which calendar year it is named for.

    `since`: the first year so named that is so, where an earlier one was another; empty where none is known.
    """

    polity: Code
    first_month: Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-2])$")]
    named_for: Literal["start", "end"]
    since: Annotated[str, msgspec.Meta(pattern=r"^(\d{4})?$")] = ""
    source: str

    @property
    def identity(self) -> str:
        return self.polity

    def begins(self, year: int) -> date | None:
        """The first day of the fiscal year of that name; None where the row does not say."""
        if self.since and year < int(self.since):
            return None
        return date(year - (self.named_for == "end"), int(self.first_month), 1)


class Judgement(Keyed, frozen=True, kw_only=True):
    """Someone's verdict on whether two names, or keys of entities, are one entity's."""

    left: str
    right: str
    verdict: Verdict
    who: str
    when: date
    note: str = ""

    @property
    def identity(self) -> str:
        return f"{self.left}, {self.right}"

    @property
    def pair(self) -> frozenset[str]:
        """The two, in either order."""
        return frozenset((self.left, self.right))
