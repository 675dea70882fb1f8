"""Entities -> the graph of their types and labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg import iri
from kg.model import INSTITUTIONS, Entity
from kg.rdf.nquads import Lines
from kg.vocab import KG, RDF, SKOS, Term

WIKIDATA: Final = "http://www.wikidata.org/entity/"
# Stores do not infer: what a class lies under is written out.
SUPERCLASSES: Final[dict[Term, tuple[Term, ...]]] = {
    KG.Person: (KG.Actor,),
    KG.Institution: (KG.Actor,),
    **dict.fromkeys(INSTITUTIONS.values(), (KG.Institution, KG.Actor)),
    KG.Country: (KG.Polity, KG.Actor),
    KG.Union: (KG.Polity, KG.Actor),
    KG.Group: (KG.Actor,),
    KG.UnnamedSource: (KG.Group, KG.Actor),
    KG.Place: (),
}


def entity_quads(entities: Iterable[Entity]) -> bytes:
    """The graph of the entities as sorted N-Quads."""
    lines = Lines(iri.ENTITIES)
    for entity in entities:
        write_entity(lines, entity)
    return lines.data()


def write_entity(lines: Lines, entity: Entity) -> None:
    """An entity's classes, labels, polity and Wikidata item."""
    for kind in (entity.type, *SUPERCLASSES[entity.type]):
        lines.add(entity.iri, RDF.type, kind)
    lines.label(entity.iri, SKOS.prefLabel, entity.name)
    for alias in entity.aliases:
        lines.label(entity.iri, SKOS.altLabel, alias)
    if entity.polity:
        lines.add(entity.iri, KG.polity, iri.polity(entity.polity))
    if entity.type in (KG.Country, KG.Union):
        lines.add(entity.iri, KG.countryCode, iri.code_of(entity.iri))
    if entity.wikidata:
        lines.add(entity.iri, SKOS.exactMatch, Term(WIKIDATA + entity.wikidata))
