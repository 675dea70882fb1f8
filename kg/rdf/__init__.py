"""Records and entities -> N-Quads text, generic over the fields' terms: https://www.w3.org/TR/n-quads/."""

from __future__ import annotations

from kg.rdf.candidates import candidate_quads
from kg.rdf.curated import curated_quads
from kg.rdf.entities import entity_quads
from kg.rdf.identity import identity_quads, judgement_quads
from kg.rdf.links import link_quads
from kg.rdf.provenance import Run, run_quads
from kg.rdf.records import article_quads, event_iri, record_iri

__all__ = [
    "Run",
    "article_quads",
    "candidate_quads",
    "curated_quads",
    "entity_quads",
    "event_iri",
    "identity_quads",
    "judgement_quads",
    "link_quads",
    "record_iri",
    "run_quads",
]
