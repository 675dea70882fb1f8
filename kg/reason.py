"""Puts the ontology together with the curated data before the OWL reasoner."""

from __future__ import annotations

from kg.files import data_dir
from kg.ontology import Reasoned, issue_scheme, reason
from kg.packs import Pack
from kg.rdf import curated_quads


def reason_on_curated(pack: Pack | None = None) -> Reasoned:
    """Whether polities, institutions, offices held and issues keep to the ontology; JavaMissing without Java."""
    folder = data_dir("ontology")
    return reason(folder / "kg.ttl", curated_quads(pack or Pack(), issue_scheme(folder / "issues.ttl")))
