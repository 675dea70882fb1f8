"""What records of different passages have to do with each other -> a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Final

from kg import iri
from kg.history import Entry, Link, Step, Variant
from kg.rdf.nquads import Lines
from kg.vocab import KG, RDF, Term

KINDS: Final = {
    "same-commitment": KG.sameCommitment,
    "reaffirms": KG.reaffirms,
    "specifies": KG.specifies,
    "conflicts-with": KG.conflictsWith,
    "fulfils": KG.fulfils,
    "breaks": KG.breaks,
    "answers": KG.answers,
    "same-meeting": KG.sameMeeting,
    "same-measure": KG.sameMeasure,
}
STANDINGS: Final = {
    "open": KG.standingOpen,
    "agreed": KG.standingAgreed,
    "done": KG.standingDone,
    "partial": KG.standingPartial,
    "broken": KG.standingBroken,
    "disputed": KG.standingDisputed,
    "lapsed": KG.standingLapsed,
}
_THINGS: Final = {KG.linkKind: KINDS, KG.standing: STANDINGS}


def link_quads(
    links: Iterable[Link], entries: Iterable[Entry], steps: Iterable[Step], variants: Iterable[Variant]
) -> bytes:
    """The graph of links, of the ledger's entries with their steps, and of where tellings differ, as sorted N-Quads."""
    lines = Lines(iri.LINKS)
    for link in links:
        _write(lines, iri.record(link.slug, link.kind, link.later, link.earlier), link)
    for entry in entries:
        _write(lines, iri.record(entry.slug, entry.opens), entry)
    for step in steps:
        _write(lines, iri.record(step.slug, step.entry, step.record), step)
    for variant in variants:
        _write(lines, iri.record(variant.slug, variant.matter, variant.slot, variant.record), variant)
    return lines.data()


def _write(lines: Lines, node: Term, record: Link | Entry | Step | Variant) -> None:
    lines.add(node, RDF.type, record.type)
    for field in fields(record):
        value = getattr(record, field.name)
        for term in field.metadata["terms"]:
            lines.add(node, term, _THINGS[term][value] if term in _THINGS and value is not None else value)
