"""Names of people in one article -> persons, by surname within it and by the offices held at its date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kg.model import ArticleRecords, Mention, RoleHolding
from kg.packs import Office
from kg.resolve.gender import Gender, gender_of, of_title
from kg.resolve.names import family_name, near_name, plain, same_person
from kg.resolve.offices import Offices
from kg.resolve.titles import head

KnownBy = Literal["full-name", "office-near-name", "office-held", "surname-only", "office-held-surname"]


@dataclass(eq=False)
class Person:
    """One person of an article: the fullest name printed, with what its phrases gave of titles and polities."""

    name: str
    titles: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    offices: tuple[str, ...] = ()
    polities: list[str] = field(default_factory=list)
    gender: Gender | None = None
    first: int = 0
    rule: KnownBy = "full-name"
    confidence: float = 0.9
    known: bool = False

    @property
    def polity(self) -> str | None:
        return self.polities[0] if self.polities else None

    def learn(self, mention: Mention, roles: Iterable[RoleHolding]) -> None:
        """What this mention and the roles that hang on it say of the person."""
        held = list(roles)
        titles = {plain(role.title) for role in held}
        if mention.title and plain(mention.title) not in titles:
            self.titles.append(mention.title)
        for role in held:
            (self.former if role.standing == "former" else self.titles).append(role.title)
        codes = (mention.polity, *(role.polity or (role.institution and role.institution.polity) for role in held))
        self.polities.extend(dict.fromkeys(code for code in codes if code and code not in self.polities))


class Roster:
    """The persons of one article; `of` has the person of every name, None where several are possible."""

    def __init__(self, records: ArticleRecords, offices: Offices) -> None:
        self.offices, self.day, self.text = offices, records.article.published, records.article.text
        self.people: list[Person] = []
        self.of: dict[Mention, Person | None] = {}
        self.candidates: dict[Mention, tuple[Person, ...]] = {}
        self._mentions = records.mentions
        self._roles: Mapping[Mention, list[RoleHolding]] = _by_holder(records.roles)
        named = [m for m in records.mentions if m.kind == "person" and m.form == "name"]
        self._genders = {m: gender_of(m, self.text, offices.pack.people) for m in named}
        names = {plain(m.name) for m in named}
        self._full([m for m in named if " " in plain(m.name) and not any(_ends(name, plain(m.name)) for name in names)])
        self._learn_pronouns()
        self._rest = [m for m in named if m not in self.of]

    def finish(self) -> None:
        """Resolves the bare surnames, once those whom titles alone denote are known too."""
        for mention in sorted(self._rest, key=lambda m: (not m.title, m.evidence.start)):
            person = self._by_surname(mention)
            if person is not None:
                self._learn(person, mention)
            self.of[mention] = person

    def adopted(self, office: Office) -> Person:
        """The person of the article who holds the curated office; one who is not of the article yet, without any."""
        polity = self.offices.polity(office)
        for person in self.people:
            if same_person(person.name, office.holder, polity, self.offices.pack.people):
                return person
        person = Person(office.holder)
        self._adopt(person, [office])
        return person

    def _full(self, mentions: Sequence[Mention]) -> None:
        for mention in sorted(mentions, key=lambda m: m.evidence.start):
            person = self._known(mention) or self._new(mention)
            self._learn(person, mention)
            self.of[mention] = person

    def _learn(self, person: Person, mention: Mention) -> None:
        person.learn(mention, self._roles.get(mention, ()))
        person.gender = (
            person.gender or self._genders[mention] or next(filter(None, map(of_title, person.titles)), None)
        )

    def _known(self, mention: Mention) -> Person | None:
        """The person whose name it is, or whose name and title it misses by one letter."""
        for person in self.people:
            if same_person(mention.name, person.name, person.polity or mention.polity, self.offices.pack.people):
                return person
        titles = {head(t) for t in (mention.title, *(r.title for r in self._roles.get(mention, ()))) if t}
        slips = [
            p for p in self.people if near_name(mention.name, p.name) and titles & {head(title) for title in p.titles}
        ]
        return slips[0] if len(slips) == 1 else None

    def _new(self, mention: Mention) -> Person:
        person = Person(mention.name, first=mention.evidence.start)
        held = self.offices.of_name(mention.name, self.day) or [
            o for o in self.offices.of_name(mention.name, None) if plain(o.holder) == plain(mention.name)
        ]
        if not held and mention.title:
            held = self.offices.near(mention.name, mention.title, mention.polity, self.day)
            person.rule, person.confidence = "office-near-name", 0.6
        if len({o.holder for o in held}) == 1:
            self._adopt(person, held)
        else:
            person.rule, person.confidence = "full-name", 0.9
        self.people.append(person)
        return person

    def _adopt(self, person: Person, held: Sequence[Office]) -> None:
        """The person is the curated holder of these offices."""
        person.name, person.known = held[0].holder, True
        if self.day is not None:
            now = dict.fromkeys(o.office for o in held if o.held_on(self.day))
            person.offices = tuple(dict.fromkeys((*person.offices, *now)))
        if person.rule == "full-name":
            person.rule, person.confidence = "office-held", 0.95
        polity = next((p for o in held if (p := self.offices.polity(o))), None)
        if polity and not person.polities:
            person.polities.append(polity)

    def _learn_pronouns(self) -> None:
        """He or she, where only one person has been named before, is that person."""
        people = sorted(self.people, key=lambda p: p.first)
        if not people or people[0].gender:
            return
        until = people[1].first if len(people) > 1 else len(self.text)
        for mention in self._mentions:
            if mention.evidence.start >= until:
                return
            if mention.kind == "person" and mention.form == "pronoun" and people[0].first < mention.evidence.start:
                if not mention.quoted:
                    people[0].gender = "she" if mention.name == "she" else "he"
                return

    def _by_surname(self, mention: Mention) -> Person | None:
        """A bare surname: the article's person, else the holder at the date whose polity it names, else someone new."""
        name = plain(mention.name)
        fits = [p for p in self.people if name == family_name(p.name, p.polity) or _ends(p.name, name)] or [
            p for p in self.people if not p.known and name in (plain(p.name).split()[0], plain(p.name).split()[-1])
        ]
        fits = self._narrowed(fits, mention)
        if len(fits) > 1:
            fits = [p for p in fits if p.first <= mention.evidence.start] or fits
        if len(fits) == 1:
            return fits[0]
        if fits:
            self.candidates[mention] = tuple(fits)
            return None
        return self._of_office(mention)

    def _narrowed(self, people: list[Person], mention: Mention) -> list[Person]:
        """Those whom courtesy, title and polity do not rule out."""
        gender = self._genders[mention]
        fits = [p for p in people if gender is None or p.gender in (None, gender)]
        if len(fits) > 1 and gender:
            fits = [p for p in fits if p.gender == gender] or fits
        titles = [t for t in (mention.title, *(r.title for r in self._roles.get(mention, ()))) if t]
        if len(fits) > 1 and titles:
            nouns = {head(t) for t in titles}
            fits = [p for p in fits if nouns & {head(t) for t in (*p.titles, *p.former)}] or fits
        if len(fits) > 1 and mention.polity:
            fits = [p for p in fits if mention.polity in p.polities] or fits
        return fits

    def _of_office(self, mention: Mention) -> Person | None:
        here = {m.polity for m in self._mentions if m.polity}
        held = [
            o
            for o in self.offices.of_name(mention.name, self.day)
            if self.day is not None and self.offices.polity(o) in here
        ]
        if mention.title:
            held = [o for o in held if head(o.office) == head(mention.title)] or held
        holders = {o.holder: o for o in held}
        if len(holders) > 1:
            self.candidates[mention] = tuple(
                Person(name, polities=[p] if (p := self.offices.polity(o)) else [], known=True)
                for name, o in sorted(holders.items())
            )
            return None
        person = Person(mention.name, first=mention.evidence.start, rule="surname-only", confidence=0.6)
        if holders:
            self._adopt(person, held)
            person.rule, person.confidence = "office-held-surname", 0.8
        self.people.append(person)
        return person


def _ends(full: str, surname: str) -> bool:
    """True for "Willy De Clercq" and "De Clercq", a surname of two words."""
    return " " in surname and plain(full).endswith(f" {surname}")


def _by_holder(roles: Iterable[RoleHolding]) -> dict[Mention, list[RoleHolding]]:
    found: dict[Mention, list[RoleHolding]] = defaultdict(list)
    for role in roles:
        found[role.holder].append(role)
    return found
