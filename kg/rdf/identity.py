"""Who is who, and which article repeats which -> graphs of their own: one by rules, one by people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kg import iri
from kg.model import IdentityJudgement
from kg.rdf.fields import write_fields
from kg.rdf.nquads import Lines
from kg.vocab import KG, Term

VERDICTS: Final = {"same": KG.same, "different": KG.different, "unsure": KG.unsure}
_THINGS: Final = {KG.verdict: VERDICTS}


def identity_quads(merges: Iterable[IdentityJudgement], copies: Mapping[str, str]) -> bytes:
    """The graph of what rules found, as sorted N-Quads: merges, unsure pairs, articles that repeat another."""
    lines = Lines(iri.IDENTITY)
    for judgement in merges:
        write_fields(lines, judgement_iri(judgement), judgement, _THINGS)
    for copy, original in copies.items():
        lines.add(iri.article(copy), KG.repeats, iri.article(original))
    return lines.data()


def judgement_quads(judgements: Iterable[IdentityJudgement]) -> bytes:
    """The graph of people's judgements as sorted N-Quads."""
    lines = Lines(iri.JUDGEMENTS)
    for judgement in judgements:
        write_fields(lines, judgement_iri(judgement), judgement, _THINGS)
    return lines.data()


def judgement_iri(judgement: IdentityJudgement) -> Term:
    """The IRI of a judgement: a hash of what it compares, and of who judged when."""
    who = () if judgement.who is None else (judgement.who, judgement.when, judgement.verdict, judgement.note)
    return iri.record(judgement.slug, judgement.left, judgement.right, *who)
