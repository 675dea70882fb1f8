"""Who is who, and which article repeats which -> graphs of their own: one by rules, one by people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Final

from kg import iri
from kg.model import IdentityJudgement
from kg.rdf.nquads import Lines
from kg.vocab import KG, RDF, Term

VERDICTS: Final = {"same": KG.same, "different": KG.different, "unsure": KG.unsure}


def identity_quads(merges: Iterable[IdentityJudgement], copies: Mapping[str, str]) -> bytes:
    """The graph of what rules found, as sorted N-Quads: merges, unsure pairs, articles that repeat another."""
    lines = Lines(iri.IDENTITY)
    for judgement in merges:
        _write(lines, judgement)
    for copy, original in copies.items():
        lines.add(iri.article(copy), KG.repeats, iri.article(original))
    return lines.data()


def judgement_quads(judgements: Iterable[IdentityJudgement]) -> bytes:
    """The graph of people's judgements as sorted N-Quads."""
    lines = Lines(iri.JUDGEMENTS)
    for judgement in judgements:
        _write(lines, judgement)
    return lines.data()


def judgement_iri(judgement: IdentityJudgement) -> Term:
    """The IRI of a judgement: a hash of what it compares, and of who judged when."""
    who = () if judgement.who is None else (judgement.who, judgement.when, judgement.verdict, judgement.note)
    return iri.record(judgement.slug, judgement.left, judgement.right, *who)


def _write(lines: Lines, judgement: IdentityJudgement) -> None:
    node = judgement_iri(judgement)
    lines.add(node, RDF.type, judgement.type)
    for field in fields(judgement):
        value = getattr(judgement, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            lines.add(node, field.metadata["terms"][0], VERDICTS[one] if field.name == "verdict" else one)
