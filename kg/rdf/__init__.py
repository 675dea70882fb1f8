"""Records and entities -> N-Quads text, generic over the fields' terms: https://www.w3.org/TR/n-quads/."""

from __future__ import annotations

from kg.rdf.candidates import candidate_quads
from kg.rdf.curated import curated_quads
from kg.rdf.entities import entity_quads
from kg.rdf.identity import identity_quads, judgement_quads
from kg.rdf.provenance import Run, run_quads
from kg.rdf.records import article_quads

__all__ = [
    "Run",
    "article_quads",
    "candidate_quads",
    "curated_quads",
    "entity_quads",
    "identity_quads",
    "judgement_quads",
    "run_quads",
]
