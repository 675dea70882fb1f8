"""Titles that stand alone -> their holders: the article's own, else the one who held the office at its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.model import Mention
from kg.resolve.people import Person, Roster
from kg.resolve.titles import fits, names_office

_FORMER: Final = re.compile(r"(?:the |a |an )?(?:former|ex|late|one-?time|retired)\b", re.I)
MOST_CANDIDATES: Final = 4


@dataclass(frozen=True, slots=True)
class Holding:
    """Who a title may denote: one person is an answer, several are candidates."""

    people: tuple[Person, ...]
    rule: str
    confidence: float


class Holders:
    """Links titles to the persons of a roster; it adds those whom only an office makes known."""

    def __init__(self, roster: Roster, mentions: tuple[Mention, ...]) -> None:
        self.roster = roster
        self._here = {m.polity for m in mentions if m.polity}
        for mention in mentions:
            if mention.kind == "person" and mention.form == "title" and not self._fitting(mention, anywhere=True):
                held = self._of_office(mention)
                if held is not None and len(held.people) == 1:
                    self.roster.people.append(held.people[0])
        roster.finish()

    def of(self, mention: Mention) -> Holding | None:
        """The holder or the candidates; None without any."""
        fitting = self._fitting(mention)
        if fitting:
            return Holding(tuple(fitting), "title-in-article", 0.75)
        return self._of_office(mention)

    def _fitting(self, mention: Mention, *, anywhere: bool = False) -> list[Person]:
        """The persons introduced so far who hold, or held, a title that it can stand for."""
        start, end = mention.evidence.span
        former = _FORMER.match(self.roster.text[start:end]) is not None
        found = []
        for person in self.roster.people:
            held = any(fits(mention.name, title) for title in (person.former if former else person.titles))
            if not held and not former:
                held = any(names_office(mention.name, office) for office in person.offices)
            if held and (anywhere or person.first < start):
                found.append(person)
        if mention.polity is None:
            return found
        return [p for p in found if mention.polity in p.polities] or [p for p in found if not p.polities]

    def _of_office(self, mention: Mention) -> Holding | None:
        """The holders at the article's date, in the polity named or in one that the article names."""
        start, end = mention.evidence.span
        offices = self.roster.offices
        if _FORMER.match(self.roster.text[start:end]):
            return None
        held = offices.of_title(mention.name, mention.polity, self.roster.day)
        if mention.polity is None:
            held = [o for o in held if offices.polity(o) in self._here]
        people = tuple(self.roster.adopted(o) for o in {o.holder: o for o in held}.values())
        named = tuple(person for person in people if person in self.roster.people)
        if len(people) > 1 and len(named) == 1 and mention.polity:
            return Holding(named, "title-office-named", 0.65)
        if not 0 < len(people) <= MOST_CANDIDATES:
            return None
        sure = mention.polity is not None or " " in mention.name
        return Holding(people, "title-office-held", (0.75 if mention.polity else 0.6) if sure else 0.4)
