"""One article's mentions -> what they denote, each link with its rule and confidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from kg import iri
from kg.model import INSTITUTIONS, ArticleRecords, Mention, Referent, RoleHolding
from kg.packs import Pack, Polity
from kg.resolve.belonging import Belonging
from kg.resolve.bodies import Titled, acronyms_of
from kg.resolve.earlier import Earlier
from kg.resolve.governments import Governments
from kg.resolve.holders import Holders
from kg.resolve.institutions import Bodies, polity_in_article
from kg.resolve.names import plain
from kg.resolve.offices import Offices
from kg.resolve.people import Person, Roster
from kg.resolve.posts import Posts
from kg.resolve.reference import References
from kg.resolve.sides import near_polities, pair_before, parties, talking
from kg.resolve.titles import head
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
        self.roster = Roster(records, curated.offices)
        self.holders = Holders(self.roster, records.mentions)
        self.references = References(records, self._who)
        self._earlier = Earlier(records, self.roster)
        self.posts = Posts(self.roster, curated.bodies, curated.pack.polities, records.mentions, self.referents)
        self.belonging = Belonging(records, self.references, self.posts, self._who, self.referents, self._country)
        self._governments = Governments(records, self.roster, self._who)
        self._titled = Titled(records)
        self._defined = acronyms_of(self.article.text)
        self._done: dict[Mention, tuple[Referent, ...]] = {}

    def referents(self, mention: Mention) -> tuple[Referent, ...]:
        """What the mention denotes; nothing where that is not sure enough."""
        if mention not in self._done:
            self._done[mention] = ()  # what leads back to itself denotes nothing
            found = self._referents(mention)
            self._done[mention] = tuple(r for r in found if r.confidence >= LEAST)
        return self._done[mention]

    def _referents(self, mention: Mention) -> tuple[Referent, ...]:
        if mention.form == "pronoun":
            return self._pronoun(mention)
        if mention.reference == "pair":
            return self._pair(mention)
        if mention.reference == "owned":
            return self.belonging.owned(mention)
        if mention.kind == "person":
            return self._title(mention) if mention.form == "title" else self._person(mention)
        if mention.kind == "polity":
            return self._polity(mention)
        if mention.kind == "institution":
            return self._institution(mention)
        return self._group(mention) if mention.kind == "group" else ()

    def _pronoun(self, mention: Mention) -> tuple[Referent, ...]:
        if mention.name == "we":
            return self.belonging.we(mention)
        link = self.references.link(mention)
        if link is None:
            return ()
        return tuple(
            Referent(entity=r.entity, rule=link.rule, confidence=round(link.confidence * r.confidence, 3))
            for antecedent in link.antecedents
            for r in self.referents(antecedent)
        )

    def _who(self, mention: Mention) -> Person | None:
        """The one person whom a name or title denotes."""
        if mention.form != "title":
            return self.roster.of.get(mention)
        held = self.holders.of(mention)
        return held.people[0] if held is not None and len(held.people) == 1 else None

    def _person(self, mention: Mention) -> tuple[Referent, ...]:
        person = self.roster.of.get(mention)
        if person is None:
            return ()
        rule = person.rule if plain(mention.name) == plain(person.name) or person.rule != "full-name" else "surname"
        return (Referent(entity=self._name_person(person, mention.name), rule=rule, confidence=person.confidence),)

    def _name_person(self, person: Person, printed: str | None = None) -> Term:
        full = person.known or " " in plain(person.name)
        entity = iri.entity("person", person.name if full else f"{person.name} {self.article.identifier}")
        self.names.append(Naming(entity, KG.Person, person.name, person.known, person.polity, printed))
        return entity

    def _title(self, mention: Mention) -> tuple[Referent, ...]:
        """ "The minister": the article's one person of that title, else its one holder at the article's date."""
        held = self.holders.of(mention)
        if held is None:
            return self._told_before(mention)
        if len(held.people) != 1 or held.confidence < LEAST:
            return ()
        person = held.people[0]
        return (Referent(entity=self._name_person(person), rule=held.rule, confidence=held.confidence),)

    def _told_before(self, mention: Mention) -> tuple[Referent, ...]:
        """Whom a title without a holder stands for, where one alone was told of before."""
        found = self._earlier.unnamed(mention) or self._earlier.untitled(mention)
        return (
            ()
            if found is None
            else tuple(
                replace(r, rule=found.rule, confidence=found.confidence) for r in self.referents(found.antecedents[0])
            )
        )

    def candidates(self, mention: Mention) -> tuple[Term, ...]:
        """Whom an unresolved name or title may denote, where that is known: two or more, never a guess."""
        if mention.kind != "person" or mention.form == "pronoun" or self.referents(mention):
            return ()
        held = self.holders.of(mention) if mention.form == "title" else None
        people = held.people if held is not None else self.roster.candidates.get(mention, ())
        return tuple(dict.fromkeys(self._name_person(person) for person in people)) if len(people) > 1 else ()

    def _polity(self, mention: Mention) -> tuple[Referent, ...]:
        code = mention.polity
        rule, confidence = mention.evidence.rule, mention.evidence.confidence
        if mention.reference == "people" and self._printed(mention).lower().endswith("an"):
            return ()
        if code is None:
            code, confidence = self._governments.of(mention)
            rule = "government-in-article"
        if code is None or code not in self.curated.polities:
            return ()
        self._name_polity(code, mention.name if mention.form in ("name", "acronym") else None)
        return (Referent(entity=iri.polity(code), rule=rule, confidence=confidence),)

    def _printed(self, mention: Mention) -> str:
        return self.article.text[slice(*mention.evidence.span)]

    def _name_polity(self, code: str, printed: str | None = None) -> None:
        self.names.append(naming_of(self.curated.polities[code], printed))

    def _institution(self, mention: Mention) -> tuple[Referent, ...]:
        if mention.reference == "body":
            return self._body(mention)
        if (long := self._defined.get(self._printed(mention))) is not None and plain(long) != plain(mention.name):
            return self._defined_as(long, mention)
        return self._institution_named(mention)

    def _institution_named(self, mention: Mention) -> tuple[Referent, ...]:
        bodies = self.curated.bodies
        if (long := self._titled.longer(mention)) is not None and bodies.curated(mention, mention.polity) is None:
            return tuple(replace(r, rule="short-name") for r in self.referents(long))
        polity = mention.polity or polity_in_article(mention, self.records.mentions, bodies)
        curated = bodies.curated(mention, polity)
        if curated is not None:
            entity = iri.entity("institution", curated.key)
            kind = INSTITUTIONS.get(curated.kind, KG.Institution)
            self.names.append(Naming(entity, kind, curated.name, True, curated.polity or None, mention.name))
            return (Referent(entity=entity, rule="curated-institution", confidence=0.95),)
        key = (
            f"{polity or self.article.identifier} {bodies.key(mention.name)}"
            if mention.reference == "grammar"
            else plain(mention.name) or mention.name
        )
        entity = iri.entity("institution", key)
        kind = INSTITUTIONS.get(mention.subtype or "", KG.Institution)
        self.names.append(Naming(entity, kind, mention.name, False, polity, mention.name))
        return (Referent(entity=entity, rule=mention.evidence.rule, confidence=mention.evidence.confidence),)

    def _defined_as(self, long: str, mention: Mention) -> tuple[Referent, ...]:
        """What letters denote that the article defines: what the long name does, whatever the gazetteer knows."""
        same = [m for m in self.records.mentions if m.form == "name" and plain(m.name) == plain(long)]
        stand_in = replace(mention, name=long, form="name", polity=None, subtype="institution")
        found = self.referents(same[0]) if same else self._institution_named(stand_in)
        return tuple(replace(r, rule="acronym-in-article") for r in found)

    def _body(self, mention: Mention) -> tuple[Referent, ...]:
        """ "The union": the article's institution that is called so; "the bloc" is the union of states it names."""
        if mention.name.lower() == "bloc":
            unions = {m.polity for m in self.records.mentions if m.polity and self._is_union(m.polity)}
            return self._polities(unions, "bloc-in-article", 0.8) if len(unions) == 1 else ()
        body = self._titled.body_of(mention)
        if body is None and self._titled.stands_alone(mention):
            entity = iri.entity("institution", f"{mention.name} {self.article.identifier}")
            self.names.append(Naming(entity, KG.Institution, mention.name, False, None, mention.name))
            return (Referent(entity=entity, rule="body-unnamed", confidence=0.55),)
        found = self.referents(body.mention) if body else ()
        return tuple(
            Referent(entity=r.entity, rule="body-in-article", confidence=body.confidence) for r in found if body
        )

    def _is_union(self, code: str) -> bool:
        return code in self.curated.polities and self.curated.polities[code].kind == "union"

    def _polities(self, codes: Iterable[str], rule: str, confidence: float) -> tuple[Referent, ...]:
        for code in codes:
            self._name_polity(code)
        return tuple(Referent(entity=iri.polity(code), rule=rule, confidence=confidence) for code in codes)

    def _country(self, code: str | None) -> tuple[Referent, ...]:
        return self._polities([code], "country-of-person", 0.7) if code in self.curated.polities else ()

    def _pair(self, mention: Mention) -> tuple[Referent, ...]:
        """ "The two" are the pair named before, "the latter" is the second of it."""
        pair = pair_before(mention, self.records.mentions, self.referents, self._heads)
        if mention.name in ("the former", "the latter"):
            pair = pair[:1] if mention.name == "the former" else pair[1:]
        return tuple(Referent(entity=entity, rule="pair-before", confidence=0.6) for entity in pair)

    def _heads(self, mention: Mention) -> frozenset[str]:
        person = self.roster.of.get(mention)
        return frozenset(head(title) for title in person.titles) if person is not None else frozenset()

    @cached_property
    def _parties(self) -> tuple[Term, ...]:
        return parties(self.records.mentions, self.referents)

    def _group(self, mention: Mention) -> tuple[Referent, ...]:
        if mention.reference == "parties":
            both = talking(self.records.mentions, self.referents)
            return tuple(Referent(entity=entity, rule="parties-to-talks", confidence=0.55) for entity in both)
        if mention.reference == "sides":
            both = self._parties or near_polities(mention, self.records.mentions, self.referents)
            if both:
                return tuple(Referent(entity=entity, rule="both-sides", confidence=0.7) for entity in both)
        words = plain(mention.name)
        key = f"{mention.polity} {words}" if mention.polity else f"{words} {self.article.identifier}"
        entity = iri.entity("group", key)
        kind = KG.UnnamedSource if mention.subtype == "unnamed-source" else KG.Group
        self.names.append(Naming(entity, kind, mention.name, False, mention.polity, mention.name))
        return (Referent(entity=entity, rule=mention.evidence.rule, confidence=mention.evidence.confidence),)

    def role_polity(self, role: RoleHolding) -> str | None:
        """The role's polity: the phrase's, the institution's, the office's, the holder's or the passage's."""
        found = self.posts.polity(role)
        if found is not None and found in self.curated.polities:
            self._name_polity(found)
            return found
        return None
