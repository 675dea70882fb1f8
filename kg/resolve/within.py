"""One article's mentions -> what they denote, each link with its rule and confidence."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from kg import iri
from kg.model import INSTITUTIONS, ArticleRecords, Mention, Referent, RoleHolding
from kg.packs import Pack, Polity
from kg.resolve.belonging import Belonging
from kg.resolve.bodies import Titled, acronyms_of
from kg.resolve.denoted import NOTHING, Denoted, Naming, all_of, named, named_by, naming_of
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
        self.roster = Roster(records, curated.offices)
        self.holders = Holders(self.roster, records.mentions)
        self.references = References(records, self._who)
        self._earlier = Earlier(records, self.roster)
        self.posts = Posts(self.roster, curated.bodies, curated.pack.polities, records.mentions, self.referents)
        self.belonging = Belonging(records, self.references, self.posts, self._who, self.referents, self._polity_of)
        self._governments = Governments(records, self.roster, self._who)
        self._titled = Titled(records)
        self._defined = acronyms_of(self.article.text)
        self._done: dict[Mention, Denoted] = {}

    def referents(self, mention: Mention) -> tuple[Referent, ...]:
        """What the mention denotes; nothing where that is not sure enough."""
        return self.denoted(mention).referents

    def denoted(self, mention: Mention) -> Denoted:
        """The same with how the mention names it, also where that is not sure enough."""
        if mention not in self._done:
            self._done[mention] = NOTHING  # what leads back to itself denotes nothing
            found = self._denoted(mention)
            sure = tuple(r for r in found.referents if r.confidence >= LEAST)
            self._done[mention] = replace(found, referents=sure)
        return self._done[mention]

    def _denoted(self, mention: Mention) -> Denoted:
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
        return self._group(mention) if mention.kind == "group" else NOTHING

    def _pronoun(self, mention: Mention) -> Denoted:
        if mention.name == "we":
            return self.belonging.we(mention)
        link = self.references.link(mention)
        if link is None:
            return NOTHING
        return Denoted(
            tuple(
                Referent(entity=r.entity, rule=link.rule, confidence=round(link.confidence * r.confidence, 3))
                for antecedent in link.antecedents
                for r in self.referents(antecedent)
            )
        )

    def _who(self, mention: Mention) -> Person | None:
        """The one person whom a name or title denotes."""
        if mention.form != "title":
            return self.roster.of.get(mention)
        held = self.holders.of(mention)
        return held.people[0] if held is not None and len(held.people) == 1 else None

    def _person(self, mention: Mention) -> Denoted:
        person = self.roster.of.get(mention)
        if person is None:
            return NOTHING
        rule = person.rule if plain(mention.name) == plain(person.name) or person.rule != "full-name" else "surname"
        return named(self._naming(person, mention.name), rule, person.confidence)

    def _naming(self, person: Person, printed: str | None = None) -> Naming:
        full = person.known or " " in plain(person.name)
        entity = iri.entity("person", person.name if full else f"{person.name} {self.article.identifier}")
        return Naming(entity, KG.Person, person.name, person.known, person.polity, printed)

    def _title(self, mention: Mention) -> Denoted:
        """ "The minister": the article's one person of that title, else its one holder at the article's date."""
        held = self.holders.of(mention)
        if held is None:
            return self._told_before(mention)
        if len(held.people) != 1 or held.confidence < LEAST:
            return NOTHING
        return named(self._naming(held.people[0]), held.rule, held.confidence)

    def _told_before(self, mention: Mention) -> Denoted:
        """Whom a title without a holder stands for, where one alone was told of before."""
        found = self._earlier.unnamed(mention) or self._earlier.untitled(mention)
        if found is None:
            return NOTHING
        return Denoted(self.referents(found.antecedents[0])).by(found.rule, found.confidence)

    def candidates(self, mention: Mention) -> tuple[Naming, ...]:
        """Whom an unresolved name or title may denote, where that is known: two or more, never a guess."""
        if mention.kind != "person" or mention.form == "pronoun" or self.referents(mention):
            return ()
        held = self.holders.of(mention) if mention.form == "title" else None
        people = held.people if held is not None else self.roster.candidates.get(mention, ())
        return tuple(self._naming(person) for person in people) if len(people) > 1 else ()

    def _polity(self, mention: Mention) -> Denoted:
        code = mention.polity
        rule, confidence = mention.evidence.rule, mention.evidence.confidence
        if mention.reference == "people" and self._printed(mention).lower().endswith("an"):
            return NOTHING
        if code is None:
            code, confidence = self._governments.of(mention)
            rule = "government-in-article"
        if code is None or code not in self.curated.polities:
            return NOTHING
        printed = mention.name if mention.form in ("name", "acronym") else None
        return named(naming_of(self.curated.polities[code], printed), rule, confidence)

    def _printed(self, mention: Mention) -> str:
        return self.article.text[slice(*mention.evidence.span)]

    def _institution(self, mention: Mention) -> Denoted:
        if mention.reference == "body":
            return self._body(mention)
        if (long := self._defined.get(self._printed(mention))) is not None and plain(long) != plain(mention.name):
            return self._defined_as(long, mention)
        return self._institution_named(mention)

    def _institution_named(self, mention: Mention) -> Denoted:
        bodies = self.curated.bodies
        if (long := self._titled.longer(mention)) is not None and bodies.curated(mention, mention.polity) is None:
            return Denoted(tuple(replace(r, rule="short-name") for r in self.referents(long)))
        polity = mention.polity or polity_in_article(mention, self.records.mentions, bodies)
        curated = bodies.curated(mention, polity)
        if curated is not None:
            entity = iri.entity("institution", curated.key)
            kind = INSTITUTIONS.get(curated.kind, KG.Institution)
            naming = Naming(entity, kind, curated.name, True, curated.polity or None, mention.name)
            return named(naming, "curated-institution", 0.95)
        key = (
            f"{polity or self.article.identifier} {bodies.key(mention.name)}"
            if mention.reference == "grammar"
            else plain(mention.name) or mention.name
        )
        entity = iri.entity("institution", key)
        kind = INSTITUTIONS.get(mention.subtype or "", KG.Institution)
        return named_by(Naming(entity, kind, mention.name, False, polity, mention.name), mention)

    def _defined_as(self, long: str, mention: Mention) -> Denoted:
        """What letters denote that the article defines: what the long name does, whatever the gazetteer knows."""
        same = [m for m in self.records.mentions if m.form == "name" and plain(m.name) == plain(long)]
        stand_in = replace(mention, name=long, form="name", polity=None, subtype="institution")
        found = Denoted(self.referents(same[0])) if same else self._institution_named(stand_in)
        return replace(found, referents=tuple(replace(r, rule="acronym-in-article") for r in found.referents))

    def _body(self, mention: Mention) -> Denoted:
        """ "The union": the article's institution that is called so; "the bloc" is the union of states it names."""
        if mention.name.lower() == "bloc":
            unions = {m.polity for m in self.records.mentions if m.polity and self._is_union(m.polity)}
            return self._polity_of(unions.pop(), "bloc-in-article", 0.8) if len(unions) == 1 else NOTHING
        body = self._titled.body_of(mention)
        if body is None and self._titled.stands_alone(mention):
            entity = iri.entity("institution", f"{mention.name} {self.article.identifier}")
            naming = Naming(entity, KG.Institution, mention.name, False, None, mention.name)
            return named(naming, "body-unnamed", 0.55)
        if body is None:
            return NOTHING
        return Denoted(self.referents(body.mention)).by("body-in-article", body.confidence)

    def _is_union(self, code: str) -> bool:
        return code in self.curated.polities and self.curated.polities[code].kind == "union"

    def _polity_of(self, code: str | None, rule: str = "country-of-person", confidence: float = 0.7) -> Denoted:
        polity = self.curated.polities.get(code or "")
        return named(naming_of(polity), rule, confidence) if polity is not None else NOTHING

    def _pair(self, mention: Mention) -> Denoted:
        """ "The two" are the pair named before, "the latter" is the second of it."""
        pair = pair_before(mention, self.records.mentions, self.referents, self._heads)
        if mention.name in ("the former", "the latter"):
            pair = pair[:1] if mention.name == "the former" else pair[1:]
        return all_of(pair, "pair-before", 0.6)

    def _heads(self, mention: Mention) -> frozenset[str]:
        person = self.roster.of.get(mention)
        return frozenset(head(title) for title in person.titles) if person is not None else frozenset()

    @cached_property
    def _parties(self) -> tuple[Term, ...]:
        return parties(self.records.mentions, self.referents)

    def _group(self, mention: Mention) -> Denoted:
        if mention.reference == "parties":
            return all_of(talking(self.records.mentions, self.referents), "parties-to-talks", 0.55)
        if mention.reference == "sides":
            both = self._parties or near_polities(mention, self.records.mentions, self.referents)
            if both:
                return all_of(both, "both-sides", 0.7)
        words = plain(mention.name)
        key = f"{mention.polity} {words}" if mention.polity else f"{words} {self.article.identifier}"
        entity = iri.entity("group", key)
        kind = KG.UnnamedSource if mention.subtype == "unnamed-source" else KG.Group
        return named_by(Naming(entity, kind, mention.name, False, mention.polity, mention.name), mention)

    def role_polity(self, role: RoleHolding) -> str | None:
        """The role's polity: the phrase's, the institution's, the office's, the holder's or the passage's."""
        found = self.posts.polity(role)
        return found if found in self.curated.polities else None
