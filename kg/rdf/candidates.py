"""Phrases that keep turning up and belong to no issue -> a graph of candidate issues, apart from the curated ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from typing import Final, NamedTuple

from kg import iri
from kg.model import ArticleRecords
from kg.rdf.nquads import Lines
from kg.vocab import KG, OA, RDF, SKOS, Term

LEAST_ARTICLES: Final = 2
LEAST_PASSAGES: Final = 3
SCHEME: Final = Term(f"{iri.BASE}candidate/")


class Printed(NamedTuple):
    """A phrase where an article prints it."""

    article: str
    start: int
    end: int
    text: str


def candidate_quads(articles: Iterable[ArticleRecords], judged: Set[str] = frozenset()) -> bytes:
    """The graph as sorted N-Quads: a candidate for each phrase of several articles that is not judged yet.

    The articles are walked twice, for most phrases turn up once and are not worth remembering.
    """
    frequent = _frequent(articles) - judged
    found: dict[str, list[Printed]] = defaultdict(list)
    for records in articles:
        for phrase in records.topic_phrases:
            if phrase.lemmas in frequent:
                start, end = phrase.evidence.span
                found[phrase.lemmas].append(
                    Printed(records.article.identifier, start, end, records.article.text[start:end])
                )
    lines = Lines(iri.CANDIDATES)
    lines.add(SCHEME, RDF.type, SKOS.ConceptScheme)
    lines.label(SCHEME, SKOS.prefLabel, "Candidate issues")
    for lemmas, phrases in found.items():
        _candidate(lines, lemmas, phrases)
    return lines.data()


def _frequent(articles: Iterable[ArticleRecords]) -> Set[str]:
    """The phrases of enough articles and passages."""
    named_in, passages = Counter[str](), Counter[str]()
    for records in articles:
        phrases = [phrase.lemmas for phrase in records.topic_phrases]
        passages.update(phrases)
        named_in.update(set(phrases))
    return {p for p in passages if named_in[p] >= LEAST_ARTICLES and passages[p] >= LEAST_PASSAGES}


def _candidate(lines: Lines, lemmas: str, phrases: list[Printed]) -> None:
    node = iri.candidate(lemmas)
    printed = Counter(" ".join(phrase.text.lower().split()) for phrase in phrases)
    lines.add(node, RDF.type, KG.CandidateIssue)
    lines.add(node, SKOS.inScheme, SCHEME)
    lines.add(node, SKOS.notation, lemmas)
    lines.label(node, SKOS.prefLabel, min(printed, key=lambda words: (-printed[words], words)))
    lines.add(node, KG.articleCount, len({phrase.article for phrase in phrases}))
    lines.add(node, KG.passageCount, len(phrases))
    for phrase in phrases:
        article = iri.article(phrase.article)
        passage = iri.record("passage", article, phrase.start, phrase.end)
        lines.add(node, KG.turnsUpIn, passage)
        lines.add(passage, OA.hasSource, article)
        lines.add(passage, OA.start, phrase.start)
        lines.add(passage, OA.end, phrase.end)
        lines.add(passage, OA.exact, phrase.text)
