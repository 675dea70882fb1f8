"""What a mention of one article denotes, and how it names that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg import iri
from kg.model import Mention, Referent
from kg.packs import Polity
from kg.vocab import KG, Term


@dataclass(frozen=True, slots=True)
class Naming:
    """An entity as one mention names it: evidence for its label, type and polity."""

    entity: Term
    type: Term
    name: str
    curated: bool
    polity: str | None
    printed: str | None


@dataclass(frozen=True, slots=True)
class Denoted:
    """What a mention denotes, with how it names that; what another mention has named already has no naming here."""

    referents: tuple[Referent, ...] = ()
    namings: tuple[Naming, ...] = ()

    def by(self, rule: str, confidence: float) -> Denoted:
        """The same by another rule."""
        return Denoted(tuple(replace(r, rule=rule, confidence=confidence) for r in self.referents), self.namings)


NOTHING = Denoted()


def named(naming: Naming, rule: str, confidence: float) -> Denoted:
    """The one entity that a mention names."""
    return Denoted((Referent(entity=naming.entity, rule=rule, confidence=confidence),), (naming,))


def named_by(naming: Naming, mention: Mention) -> Denoted:
    """The same, as surely as the mention was found."""
    return named(naming, mention.evidence.rule, mention.evidence.confidence)


def all_of(entities: Iterable[Term], rule: str, confidence: float) -> Denoted:
    """Several entities that others have named."""
    return Denoted(tuple(Referent(entity=entity, rule=rule, confidence=confidence) for entity in entities))


def naming_of(polity: Polity, printed: str | None = None) -> Naming:
    """A curated polity, as printed where a mention names it."""
    kind = KG.Union if polity.kind == "union" else KG.Country
    return Naming(iri.polity(polity.code), kind, polity.name, True, None, printed)
