"""Puts the ontology together with the curated data before the OWL reasoner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import groupby
from typing import Final

from kg.files import data_dir
from kg.ontology import Reasoned, issue_scheme, reason
from kg.packs import Office, Pack
from kg.rdf import curated_quads

# HermiT's time grows faster than the number of individuals: so many offices go before it at a time.
OFFICES: Final = 1000


def reason_on_curated(pack: Pack | None = None) -> Reasoned:
    """Whether polities, institutions, offices held and issues keep to the ontology; JavaMissing without Java.

    All offices of one person are judged together, with all polities, institutions and issues: offices of different
    persons cannot contradict each other.
    """
    whole, folder = pack or Pack(), data_dir("ontology")
    scheme = issue_scheme(folder / "issues.ttl")
    unsatisfiable: set[str] = set()
    for offices in _parts(whole.offices):
        part = copy(whole)
        part.offices = offices
        found = reason(folder / "kg.ttl", curated_quads(part, scheme))
        unsatisfiable.update(found.unsatisfiable)
        if not found.consistent:
            break
    triples = curated_quads(whole, scheme).count(b"\n")
    return Reasoned(consistent=found.consistent, unsatisfiable=tuple(sorted(unsatisfiable)), triples=triples)


def _parts(offices: Sequence[Office]) -> Iterator[tuple[Office, ...]]:
    """The offices in parts of about so many, none of which parts a holder's; one part at least."""
    part: list[Office] = []
    for _, held in groupby(sorted(offices, key=lambda office: office.holder), lambda office: office.holder):
        part += held
        if len(part) >= OFFICES:
            yield tuple(part)
            part = []
    yield tuple(part)
