"""Whose government "the administration" or "the government" is, where the phrase itself does not say."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kg.model import ArticleRecords, Mention
from kg.resolve.names import plain
from kg.resolve.people import Person, Roster

# A government that is called the one is that of somebody who is called the other.
PRESIDED, PRESIDENT = "administration", "president"


class Governed(NamedTuple):
    """The code of the polity whose government it is, or None, and how sure that is."""

    polity: str | None
    confidence: float


UNKNOWN = Governed(None, 0.0)


class Governments:
    """Finds out about the governments of one article."""

    def __init__(self, records: ArticleRecords, roster: Roster, who: Callable[[Mention], Person | None]) -> None:
        self._mentions, self._day = records.mentions, records.article.published
        self._roster, self._who = roster, who

    def of(self, mention: Mention) -> Governed:
        """ "The Trump administration" is its namesake's country's; "the government" the nearest polity's before."""
        word = plain(mention.name).split()[0]
        for person in self._roster.people:
            if word in plain(person.name).split() and person.polity:
                return Governed(person.polity, 0.85)
        if " " in plain(mention.name):
            held = self._roster.offices.of_name(word, self._day)
            return _only({self._roster.offices.polity(office) for office in held}, 0.85)
        if word == PRESIDED and (possible := self._presided(mention)):
            return _only(possible, 0.7)
        before = [m for m in self._mentions if m.polity and m.kind != "person" and _starts_before(m, mention)]
        near = [m for m in before if mention.sentence - m.sentence <= 1]
        return Governed(near[-1].polity, 0.6) if near else UNKNOWN

    def _presided(self, mention: Mention) -> set[str | None]:
        """Whose administration it may be: that of the last one named before, or else of those whose presidents are."""
        before = [m for m in self._mentions if m.evidence.end <= mention.evidence.start]
        for named in reversed(before):
            if named.kind == "polity" and plain(named.name).endswith(f" {PRESIDED}"):
                return {named.polity or self.of(named).polity}
        presidents = [m for m in before if m.kind == "person" and PRESIDENT in self._offices_of(m)]
        return {person.polity if (person := self._who(m)) else m.polity for m in presidents}

    def _offices_of(self, mention: Mention) -> frozenset[str]:
        """What the person is called: by the title printed there, and in the whole article."""
        person = self._roster.of.get(mention)
        printed = (mention.name if mention.form == "title" else None, mention.title)
        known = (*person.titles, *person.offices) if person else ()
        return frozenset(plain(title) for title in (*printed, *known) if title)


def _starts_before(one: Mention, other: Mention) -> bool:
    return one.evidence.start < other.evidence.start


def _only(polities: set[str | None], confidence: float) -> Governed:
    """The one polity that is known among them; where there are several, it is none of them for sure."""
    known = polities - {None}
    return Governed(known.pop(), confidence) if len(known) == 1 else UNKNOWN
