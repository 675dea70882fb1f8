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
    """A country, union or former state, and the words that denote it. `code`: ISO 3166-1 alpha-2, EU, or ISO 3166-3."""

    code: Code
    name: str
    kind: Literal["country", "union"]
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
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
