"""Names of people in one article -> persons, by surname within it and by the offices held at its date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kg.model import Mention
from kg.packs import Office, Pack
from kg.resolve.names import family_name, near_name, plain, same_person


@dataclass(eq=False)
class Person:
    """One person of an article: the fullest name printed, with titles and polities that phrases gave."""

    name: str
    titles: list[str] = field(default_factory=list)
    polities: list[str] = field(default_factory=list)
    rule: str = "full-name"
    confidence: float = 0.9
    known: bool = False

    @property
    def polity(self) -> str | None:
        return self.polities[0] if self.polities else None

    def learn(self, mention: Mention) -> None:
        if mention.title:
            self.titles.append(mention.title)
        if mention.polity and mention.polity not in self.polities:
            self.polities.append(mention.polity)


class Offices:
    """The curated offices, by the words of their holders' names."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._polity_of = {f"inst:{i.key}": i.polity or None for i in pack.known_institutions}

    @cached_property
    def _by_word(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self.pack.offices:
            for word in dict.fromkeys(plain(office.holder).split()):
                found[word].append(office)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self.pack.offices:
            found[plain(office.office).split()[-1]].append(office)
        return found

    def polity(self, office: Office) -> str | None:
        return self._polity_of.get(office.polity, None if office.polity.startswith("inst:") else office.polity)

    def of_name(self, name: str, day: date | None) -> list[Office]:
        """Offices whose holder has that family or full name, those held on the day where it is known."""
        words = plain(name).split()
        if not words:
            return []
        found = [o for o in self._by_word.get(words[-1], []) if self._names(name, o)]
        return [o for o in found if day is None or o.held_on(day)]

    def _names(self, name: str, office: Office) -> bool:
        polity = self.polity(office)
        if " " not in plain(name):
            return family_name(office.holder, polity) == plain(name)
        return same_person(name, office.holder, polity, self.pack.people)

    def of_title(self, title: str, polity: str | None, day: date | None) -> list[Office]:
        """Offices of that title (and polity, where it is known) held on the day; none without a day."""
        if day is None:
            return []
        words = plain(title).split()
        found = self._by_title.get(words[-1], []) if words else []
        return [
            o
            for o in found
            if plain(o.office) == " ".join(words) and polity in (None, self.polity(o)) and o.held_on(day)
        ]

    def near(self, name: str, title: str, polity: str | None, day: date | None) -> list[Office]:
        """Holders of the title whose name differs from the printed one by a slip."""
        return [o for o in self.of_title(title, polity, day) if near_name(name, o.holder)]


def persons(mentions: Sequence[Mention], offices: Offices, day: date | None) -> dict[Mention, Person | None]:
    """The person of every name; None where two are possible."""
    named = [m for m in mentions if m.kind == "person" and m.form == "name"]
    full = sorted((m for m in named if " " in plain(m.name)), key=lambda m: m.evidence.start)
    people: list[Person] = []
    found: dict[Mention, Person | None] = {}
    for mention in full:
        person = _known(people, mention, offices) or _new(people, mention, offices, day)
        person.learn(mention)
        found[mention] = person
    for mention in named:
        if mention not in found:
            found[mention] = _by_surname(people, mention, offices, day, mentions)
    return found


def _known(people: Iterable[Person], mention: Mention, offices: Offices) -> Person | None:
    return next(
        (p for p in people if same_person(mention.name, p.name, p.polity or mention.polity, offices.pack.people)), None
    )


def _new(people: list[Person], mention: Mention, offices: Offices, day: date | None) -> Person:
    person = Person(mention.name)
    held = offices.of_name(mention.name, day) or [
        o for o in offices.of_name(mention.name, None) if plain(o.holder) == plain(mention.name)
    ]
    if not held and mention.title:
        held = offices.near(mention.name, mention.title, mention.polity, day)
        person.rule, person.confidence = "office-near-name", 0.6
    holders = {o.holder for o in held}
    if len(holders) == 1:
        _adopt(person, held, offices)
    else:
        person.rule, person.confidence = "full-name", 0.9
    people.append(person)
    return person


def _adopt(person: Person, held: list[Office], offices: Offices) -> None:
    """The person is the curated holder of these offices."""
    person.name, person.known = held[0].holder, True
    if person.rule == "full-name":
        person.rule, person.confidence = "office-held", 0.95
    polity = next((p for o in held if (p := offices.polity(o))), None)
    if polity and not person.polities:
        person.polities.append(polity)


def _by_surname(
    people: list[Person], mention: Mention, offices: Offices, day: date | None, mentions: Sequence[Mention]
) -> Person | None:
    """A bare surname: the article's person, else the holder at the date whose polity it names, else someone new."""
    name = plain(mention.name)
    fits = [
        p
        for p in people
        if name == family_name(p.name, p.polity)
        or (
            name in plain(p.name).split()
            and not p.known
            and name in (plain(p.name).split()[0], plain(p.name).split()[-1])
        )
    ]
    if len(fits) > 1:
        fits = [p for p in fits if name == family_name(p.name, p.polity)] or fits
    if len(fits) > 1 and mention.title:
        fits = [
            p for p in fits if any(plain(t).split()[-1:] == plain(mention.title).split()[-1:] for t in p.titles)
        ] or fits
    if len(fits) == 1:
        fits[0].learn(mention)
        return fits[0]
    if fits:
        return None
    here = {m.polity for m in mentions if m.polity}
    held = [o for o in offices.of_name(mention.name, day) if day is not None and offices.polity(o) in here]
    if mention.title:
        titled = [o for o in held if plain(o.office).split()[-1] == plain(mention.title).split()[-1]]
        held = titled or held
    holders = {o.holder for o in held}
    if len(holders) > 1:
        return None
    person = Person(mention.name, rule="surname-only", confidence=0.6)
    if holders:
        _adopt(person, held, offices)
        person.rule, person.confidence = "office-held-surname", 0.8
    person.learn(mention)
    people.append(person)
    return person
