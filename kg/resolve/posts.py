"""The polity of a role: the phrase's, the institution's, the office's at the date, the holder's, or the passage's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

from kg import iri
from kg.model import Mention, Referent, RoleHolding
from kg.packs import Polity
from kg.resolve.institutions import Bodies, polity_in_article
from kg.resolve.names import plain
from kg.resolve.people import Roster
from kg.resolve.titles import head

Denote = Callable[[Mention], tuple[Referent, ...]]
"""What a mention of the article denotes."""
_DATELINE: Final = re.compile(r"^[ \t]*([A-Z][A-Z .'-]{2,30}?)(?:,? +\(?[A-Z][a-z]+\.? \d{1,2}\b| +[-–—]{1,2} )", re.M)
# Offices that bodies of all kinds have, and not states alone.
_ANYBODYS: Final = frozenset(
    {
        "official",
        "representative",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "general",
        "envoy",
        "ambassador",
        "king",
        "queen",
        "prince",
    }
)


class Posts:
    """Tells the polity of the roles of one article."""

    def __init__(
        self, roster: Roster, bodies: Bodies, polities: Sequence[Polity], mentions: Sequence[Mention], denote: Denote
    ) -> None:
        self._roster, self._bodies, self._mentions, self._denote = roster, bodies, mentions, denote
        self._polities = polities

    def polity(self, role: RoleHolding) -> str | None:
        """The code; None where nothing says it."""
        if role.polity is not None:
            return role.polity
        if (owned := self._of_owner(role)) is not None:
            return owned
        if role.institution is not None and (found := self._of_institution(role.institution)) is not None:
            return found or None
        person = self._roster.of.get(role.principal or role.holder)
        if person is None or role.principal is not None:
            return person.polity if person is not None else None
        held = self._roster.offices.of_name(person.name, self._roster.day) if person.known else []
        codes = {c for o in held if (c := self._roster.offices.polity(o)) and head(o.office) == head(role.title)}
        if len(codes) == 1:
            return codes.pop()
        if len(person.polities) == 1:
            return person.polities[0]
        return self._of_passage(role) if not person.polities and role.institution is None else None

    def owner(self, role: RoleHolding) -> tuple[Referent, ...]:
        """What "its" denotes in "its finance minister"."""
        start = role.evidence.start
        for m in self._mentions:
            if m.form == "pronoun" and m.name == "it" and start - len("its ") <= m.evidence.start <= start:
                return self._denote(m)
        return ()

    def _of_owner(self, role: RoleHolding) -> str | None:
        """The code of the one polity that "its" denotes."""
        codes = [p.code for r in self.owner(role) for p in self._polities if iri.polity(p.code) == r.entity]
        return codes[0] if len(codes) == 1 else None

    def _of_institution(self, institution: Mention) -> str | None:
        """The institution's polity, "" for a curated one that has none, None where nothing says it."""
        curated = self._bodies.curated(institution, institution.polity)
        if curated is not None:
            return curated.polity
        return (
            institution.polity
            or polity_in_article(institution, self._mentions, self._bodies)
            or self._bodies.polity_in_name(institution.name)
        )

    def _of_passage(self, role: RoleHolding) -> str | None:
        """An office of state without a country is that of the clause's subject, the dateline or the only country."""
        words = set(plain(role.title).split())
        if not words & self._roster.offices.pack.people.public - _ANYBODYS or words >= {"vice", "president"}:
            return None
        if (style := self._roster.offices.polity_of_style(role.title)) is not None:
            return style if style in self._everywhere or self._is_country(style) else None
        before = [
            m
            for m in self._mentions
            if m.sentence == role.holder.sentence and m.kind == "polity" and m.subject and m.polity
            and m.evidence.start < role.holder.evidence.start
        ]  # fmt: skip
        if before:
            return before[-1].polity
        if self._dateline in self._named:
            return self._dateline
        return next(iter(self._named)) if len(self._named) == 1 else None

    def _is_country(self, code: str) -> bool:
        return any(p.code == code and p.kind != "union" for p in self._polities)

    @cached_property
    def _everywhere(self) -> frozenset[str | None]:
        """The countries and unions that any words of the article tell of."""
        return frozenset(m.polity for m in self._mentions if m.polity)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The countries that the article names."""
        unions = {p.code for p in self._polities if p.kind == "union"}
        return frozenset(m.polity for m in self._mentions if m.polity and m.kind in ("polity", "group")) - unions

    @cached_property
    def _dateline(self) -> str | None:
        """The country whose seat of government the report is from."""
        found = _DATELINE.search(self._roster.text)
        if found is None:
            return None
        city = plain(found[1])
        codes = {p.code for p in self._polities if p.kind != "union" and city in map(plain, (*p.metonyms, *p.aliases))}
        return codes.pop() if len(codes) == 1 else None
