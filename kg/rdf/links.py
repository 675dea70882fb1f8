"""What records of different passages have to do with each other -> a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg import iri
from kg.history import Entry, Link, Step, Variant
from kg.rdf.fields import write_fields
from kg.rdf.nquads import Lines
from kg.vocab import KG

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
        write_fields(lines, iri.record(link.slug, link.kind, link.later, link.earlier), link, _THINGS)
    for entry in entries:
        write_fields(lines, iri.record(entry.slug, entry.opens), entry, _THINGS)
    for step in steps:
        write_fields(lines, iri.record(step.slug, step.entry, step.record), step, _THINGS)
    for variant in variants:
        write_fields(lines, iri.record(variant.slug, variant.matter, variant.slot, variant.record), variant, _THINGS)
    return lines.data()
