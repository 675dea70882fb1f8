"""Whose side someone is on: the body or country that "we", "his government" and "her party" stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from kg import iri
from kg.model import ArticleRecords, Mention, Referent, RoleHolding
from kg.resolve.denoted import NOTHING, Denoted
from kg.resolve.names import plain
from kg.resolve.people import Person
from kg.resolve.posts import Denote, Posts
from kg.resolve.reference import References

LEAST: Final = 0.5
STATE: Final = frozenset({"ministry", "government-office", "legislature", "central-bank"})
OFFICIAL: Final = frozenset({"ministry", "department", "office", "bureau", "agency", "embassy", "commission"})


@dataclass(frozen=True)
class Belonging:
    """Tells the sides of one article's people by their roles.

    `who` tells the person whom a name or title denotes, `denote` what a mention does, `country` the polity of a code.
    """

    records: ArticleRecords
    references: References
    posts: Posts
    who: Callable[[Mention], Person | None]
    denote: Denote
    country: Callable[[str | None], Denoted]

    def owned(self, mention: Mention) -> Denoted:
        """ "His government" is his country, "her party" the body of her role."""
        owner = self._owner(mention)
        whose = self._antecedents(owner) if owner is not None else ()
        if len(whose) != 1:
            return NOTHING
        noun, is_state = (mention.subtype or mention.name).lower(), mention.kind == "polity"
        if whose[0].kind == "polity" and is_state:
            return Denoted(self.denote(whose[0]))
        person = self.who(whose[0]) if whose[0].kind == "person" else None
        if person is None:
            return NOTHING
        found = NOTHING if is_state else Denoted(self._body(person, noun))
        if not found.referents and (is_state or noun in ("side", "delegation")):
            found = self.country(self._polity(person))
        return found.by("body-of-person", 0.65)

    def we(self, mention: Mention) -> Denoted:
        """ "We" in a quotation: the speaker's body, else the country; a body that speaks means itself."""
        speakers = self._speakers(mention)
        if len(speakers) != 1:
            return NOTHING
        if speakers[0].kind in ("polity", "institution"):
            return Denoted(self.denote(speakers[0])).by("we-speaker", 0.65)
        person = self._meant(speakers[0])
        return self._side(person).by("we-speaker", 0.6) if person is not None else NOTHING

    def _owner(self, mention: Mention) -> Mention | None:
        """The pronoun before "government" of "his (own) government"."""
        text, start = self.records.article.text, mention.evidence.start
        for m in self.records.mentions:
            if m.form == "pronoun" and 0 < start - m.evidence.end <= len(" own "):
                return m if text[m.evidence.end : start].split() in ([], ["own"]) else None
        return None

    def _antecedents(self, pronoun: Mention) -> Sequence[Mention]:
        """Whom the pronoun stands for: the speakers for "our", else what went before."""
        if pronoun.name == "we":
            return self._speakers(pronoun)
        link = self.references.link(pronoun)
        return link.antecedents if link is not None and link.confidence >= LEAST else ()

    def _speakers(self, mention: Mention) -> Sequence[Mention]:
        """Who speaks the quotation that the words are in."""
        start = mention.evidence.start
        said = [s for s in self.records.statements if s.content_start <= start < s.content_end and s.speakers]
        return min(said, key=lambda s: s.content_end - s.content_start).speakers if said else ()

    def _meant(self, mention: Mention) -> Person | None:
        """The one person whom a name, title or pronoun denotes."""
        if mention.kind != "person":
            return None
        found = self._antecedents(mention) if mention.form == "pronoun" else (mention,)
        return self.who(found[0]) if len(found) == 1 and found[0].kind == "person" else None

    def _body(self, person: Person, noun: str) -> tuple[Referent, ...]:
        """The one body of the person's roles that the noun may mean."""
        fits = {r.entity: r for m in self._bodies(person) if _may_mean(noun, m) for r in self.denote(m)}
        fits = fits or {r.entity: r for r in self._owners(person) if noun not in OFFICIAL}
        return tuple(fits.values()) if len(fits) == 1 else ()

    def _side(self, person: Person) -> Denoted:
        """What the person's "we" stands for: the one body that employs, else the country."""
        employers = {r.entity: r for m in self._bodies(person) if m.subtype not in STATE for r in self.denote(m)}
        employers = employers or {r.entity: r for r in self._owners(person)}
        if employers:
            return Denoted(tuple(employers.values())) if len(employers) == 1 else NOTHING
        return self.country(self._polity(person))

    def _polity(self, person: Person) -> str | None:
        """The one country of the person's roles."""
        if person.polity is not None:
            return person.polity
        codes = {c for role in self._roles(person) if (c := self.posts.polity(role))} or self._of(person)
        return codes.pop() if len(codes) == 1 else None

    def _of(self, person: Person) -> set[str]:
        """ "Laurent Fabius of France"."""
        ends = {m.evidence.end for m in self.records.mentions if m.kind == "person" and self.who(m) is person}
        text = self.records.article.text
        named = [m for m in self.records.mentions if m.kind == "polity" and m.polity and m.form == "name"]
        return {m.polity for m in named if m.polity and any(text[end : m.evidence.start] == " of " for end in ends)}

    def _owners(self, person: Person) -> list[Referent]:
        """The institutions that "its" denotes in "its chairman"."""
        found = [r for role in self._roles(person) for r in self.posts.owner(role)]
        return [r for r in found if iri.kind_of(r.entity) == "institution"]

    def _bodies(self, person: Person) -> list[Mention]:
        return [role.institution for role in self._roles(person) if role.institution is not None]

    def _roles(self, person: Person) -> list[RoleHolding]:
        return [r for r in self.records.roles if r.standing == "current" and self.who(r.holder) is person]


def _may_mean(noun: str, body: Mention) -> bool:
    """ "His ministry" is one of state, "her party" none; a name that holds the noun is it anyway."""
    if noun in plain(body.name).split() or noun in (body.subtype or "").split("-"):
        return True
    return (body.subtype in STATE) == (noun in OFFICIAL)
