"""One article's mentions -> what they denote, each link with its rule and confidence."""

from __future__ import annotations

from dataclasses import dataclass

from kg import iri
from kg.model import INSTITUTIONS, ArticleRecords, Mention, Referent
from kg.packs import Pack, Polity
from kg.resolve.institutions import Bodies, polity_in_article
from kg.resolve.names import plain
from kg.resolve.people import Offices, persons
from kg.resolve.reference import References
from kg.vocab import KG, Term

LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Naming:
    """An entity as one mention names it: evidence for its label, type and polity."""

    entity: Term
    type: Term
    name: str
    curated: bool
    polity: str | None
    printed: str | None


def naming_of(polity: Polity, printed: str | None = None) -> Naming:
    """A curated polity, as printed where a mention names it."""
    kind = KG.Union if polity.kind == "union" else KG.Country
    return Naming(iri.polity(polity.code), kind, polity.name, True, None, printed)


class Curated:
    """The curated data, indexed once for all articles."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.offices = Offices(pack)
        self.bodies = Bodies(pack)
        self.polities: dict[str, Polity] = {p.code: p for p in pack.polities}


class Within:
    """Resolves the mentions of one article."""

    def __init__(self, records: ArticleRecords, curated: Curated) -> None:
        self.records, self.curated = records, curated
        self.article = records.article
        self.names: list[Naming] = []
        self.people = persons(records.mentions, curated.offices, records.article.published)
        self.references = References(records.mentions, records.article.text)
        self._done: dict[Mention, tuple[Referent, ...]] = {}

    def referents(self, mention: Mention) -> tuple[Referent, ...]:
        """What the mention denotes; nothing where that is not sure enough."""
        if mention not in self._done:
            found = self._referents(mention)
            self._done[mention] = tuple(r for r in found if r.confidence >= LEAST)
        return self._done[mention]

    def _referents(self, mention: Mention) -> tuple[Referent, ...]:
        if mention.form == "pronoun":
            return self._pronoun(mention)
        if mention.kind == "person":
            return self._title(mention) if mention.form == "title" else self._person(mention)
        if mention.kind == "polity":
            return self._polity(mention)
        if mention.kind == "institution":
            return self._institution(mention)
        return self._group(mention) if mention.kind == "group" else ()

    def _pronoun(self, mention: Mention) -> tuple[Referent, ...]:
        link = self.references.link(mention)
        if link is None:
            return ()
        return tuple(
            Referent(entity=r.entity, rule=link.rule, confidence=round(link.confidence * r.confidence, 3))
            for antecedent in link.antecedents
            for r in self.referents(antecedent)
        )

    def _person(self, mention: Mention) -> tuple[Referent, ...]:
        person = self.people.get(mention)
        if person is None:
            return ()
        full = person.known or " " in plain(person.name)
        key = person.name if full else f"{person.name} {self.article.identifier}"
        entity = iri.entity("person", key)
        self.names.append(Naming(entity, KG.Person, person.name, person.known, person.polity, mention.name))
        rule = person.rule if plain(mention.name) == plain(person.name) or person.rule != "full-name" else "surname"
        return (Referent(entity=entity, rule=rule, confidence=person.confidence),)

    def _title(self, mention: Mention) -> tuple[Referent, ...]:
        """ "The minister": the article's one person of that title, else its one holder at the article's date."""
        words = plain(mention.name).split()
        fits = {
            id(p): m
            for m, p in self.people.items()
            if p is not None and any(plain(t).split()[-1:] == words[-1:] for t in p.titles)
            and mention.polity in (None, *p.polities, *([] if p.polities else [mention.polity]))
        }  # fmt: skip
        if len(fits) == 1:
            return tuple(
                Referent(entity=r.entity, rule="title-in-article", confidence=0.75)
                for r in self.referents(next(iter(fits.values())))
            )
        if fits or mention.polity is None:
            return ()
        held = self.curated.offices.of_title(mention.name, mention.polity, self.article.published)
        if len({o.holder for o in held}) != 1:
            return ()
        entity = iri.entity("person", held[0].holder)
        self.names.append(Naming(entity, KG.Person, held[0].holder, True, self.curated.offices.polity(held[0]), None))
        return (Referent(entity=entity, rule="title-office-held", confidence=0.75),)

    def _polity(self, mention: Mention) -> tuple[Referent, ...]:
        code = mention.polity
        rule, confidence = mention.evidence.rule, mention.evidence.confidence
        if code is None:
            code = self._government(mention)
            rule, confidence = "government-in-article", 0.6
        if code is None or code not in self.curated.polities:
            return ()
        self._name_polity(code, mention.name)
        return (Referent(entity=iri.polity(code), rule=rule, confidence=confidence),)

    def _government(self, mention: Mention) -> str | None:
        """ "The Trump administration" is its namesake's country's; "the government" the nearest polity's before."""
        word = plain(mention.name).split()[0]
        for person in dict.fromkeys(p for p in self.people.values() if p is not None):
            if word in plain(person.name).split() and person.polity:
                return person.polity
        named = " " in plain(mention.name)
        if named:
            held = self.curated.offices.of_name(word, self.article.published)
            codes = {c for o in held if (c := self.curated.offices.polity(o))}
            return codes.pop() if len(codes) == 1 else None
        if word == "administration":
            return "US" if any(m.polity == "US" for m in self.records.mentions) else None
        before = [
            m
            for m in self.records.mentions
            if m.polity and m.kind != "person" and m.evidence.start < mention.evidence.start
        ]
        near = [m for m in before if mention.sentence - m.sentence <= 1]
        return near[-1].polity if near else None

    def _name_polity(self, code: str, printed: str | None = None) -> None:
        self.names.append(naming_of(self.curated.polities[code], printed))

    def _institution(self, mention: Mention) -> tuple[Referent, ...]:
        bodies = self.curated.bodies
        if mention.evidence.rule == "body-alone":
            return self._body(mention)
        polity = mention.polity or polity_in_article(mention, self.records.mentions, bodies)
        curated = bodies.curated(mention, polity)
        if curated is not None:
            entity = iri.entity("institution", curated.key)
            kind = INSTITUTIONS.get(curated.kind, KG.Institution)
            self.names.append(Naming(entity, kind, curated.name, True, curated.polity or None, mention.name))
            return (Referent(entity=entity, rule="curated-institution", confidence=0.95),)
        grammatical = mention.evidence.rule == "institution-grammar"
        key = (
            f"{polity or self.article.identifier} {bodies.key(mention.name)}"
            if grammatical
            else plain(mention.name) or mention.name
        )
        entity = iri.entity("institution", key)
        kind = INSTITUTIONS.get(mention.subtype or "", KG.Institution)
        self.names.append(Naming(entity, kind, mention.name, False, polity, mention.name))
        return (Referent(entity=entity, rule=mention.evidence.rule, confidence=mention.evidence.confidence),)

    def _body(self, mention: Mention) -> tuple[Referent, ...]:
        """ "The union": the nearest institution before that is called one, else the last subject institution."""
        before = [
            m
            for m in self.records.mentions
            if m.kind == "institution" and m.form != "title" and m.evidence.start < mention.evidence.start
        ]
        called = [
            m
            for m in before
            if mention.name.lower() in plain(m.name).split()
            or mention.name.lower() in (m.subtype or "").replace("-", " ").split()
        ]
        near = [m for m in before if mention.sentence - m.sentence <= 2]
        choice = called[-1] if called else next((m for m in reversed(near) if m.subject), None)
        if choice is None:
            return ()
        confidence = 0.75 if called else 0.55
        return tuple(
            Referent(entity=r.entity, rule="body-in-article", confidence=confidence) for r in self.referents(choice)
        )

    def _group(self, mention: Mention) -> tuple[Referent, ...]:
        if mention.evidence.rule == "both-sides":
            codes = self.references.parties(mention)
            for code in codes:
                self._name_polity(code)
            return tuple(Referent(entity=iri.polity(code), rule="both-sides", confidence=0.7) for code in codes)
        words = plain(mention.name)
        key = f"{mention.polity} {words}" if mention.polity else f"{words} {self.article.identifier}"
        entity = iri.entity("group", key)
        kind = KG.UnnamedSource if mention.subtype == "unnamed-source" else KG.Group
        self.names.append(Naming(entity, kind, mention.name, False, mention.polity, mention.name))
        return (Referent(entity=entity, rule=mention.evidence.rule, confidence=mention.evidence.confidence),)

    def role_polity(self, polity: str | None, institution: Mention | None, holder: Mention, title: str) -> str | None:
        """The role's polity: the phrase's, the institution's, the office's, or the holder's by other phrases."""
        found = self._role_polity(polity, institution, holder, title)
        if found is not None and found in self.curated.polities:
            self._name_polity(found)
            return found
        return None

    def _role_polity(self, polity: str | None, institution: Mention | None, holder: Mention, title: str) -> str | None:
        if polity is not None:
            return polity
        if institution is not None:
            curated = self.curated.bodies.curated(institution, institution.polity)
            found = (
                curated.polity
                if curated
                else institution.polity or polity_in_article(institution, self.records.mentions, self.curated.bodies)
            )
            if found or curated:
                return found or None
        person = self.people.get(holder)
        if person is None:
            return None
        held = [o for o in self.curated.offices.of_name(person.name, self.article.published) if person.known]
        codes = {
            c
            for o in held
            if (c := self.curated.offices.polity(o)) and plain(o.office).split()[-1] == plain(title).split()[-1]
        }
        if len(codes) == 1:
            return codes.pop()
        return person.polity if len(set(person.polities)) == 1 else None
