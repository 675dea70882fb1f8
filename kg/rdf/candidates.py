"""Phrases that keep turning up and belong to no issue -> a graph of candidate issues, apart from the curated ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Final

from kg import iri
from kg.model import ArticleRecords, TopicPhrase
from kg.rdf.nquads import Lines
from kg.vocab import KG, OA, RDF, SKOS, Term

LEAST_ARTICLES: Final = 2
LEAST_PASSAGES: Final = 3
SCHEME: Final = Term(f"{iri.BASE}candidate/")


def candidate_quads(articles: Iterable[ArticleRecords], judged: Set[str] = frozenset()) -> bytes:
    """The graph as sorted N-Quads: a candidate for each phrase of several articles that is not judged yet."""
    texts: dict[str, str] = {}
    found: dict[str, list[TopicPhrase]] = defaultdict(list)
    for records in articles:
        texts[records.article.identifier] = records.article.text
        for phrase in records.topic_phrases:
            if phrase.lemmas not in judged:
                found[phrase.lemmas].append(phrase)
    lines = Lines(iri.CANDIDATES)
    lines.add(SCHEME, RDF.type, SKOS.ConceptScheme)
    lines.label(SCHEME, SKOS.prefLabel, "Candidate issues")
    for lemmas, phrases in found.items():
        named_in = {phrase.evidence.article for phrase in phrases}
        if len(named_in) >= LEAST_ARTICLES and len(phrases) >= LEAST_PASSAGES:
            _candidate(lines, lemmas, phrases, texts)
    return lines.data()


def _candidate(lines: Lines, lemmas: str, phrases: list[TopicPhrase], texts: Mapping[str, str]) -> None:
    node = iri.candidate(lemmas)
    printed = Counter(" ".join(_printed(phrase, texts).lower().split()) for phrase in phrases)
    lines.add(node, RDF.type, KG.CandidateIssue)
    lines.add(node, SKOS.inScheme, SCHEME)
    lines.add(node, SKOS.notation, lemmas)
    lines.label(node, SKOS.prefLabel, min(printed, key=lambda words: (-printed[words], words)))
    lines.add(node, KG.articleCount, len({phrase.evidence.article for phrase in phrases}))
    lines.add(node, KG.passageCount, len(phrases))
    for phrase in phrases:
        start, end = phrase.evidence.span
        article = iri.article(phrase.evidence.article)
        passage = iri.record("passage", article, start, end)
        lines.add(node, KG.turnsUpIn, passage)
        lines.add(passage, OA.hasSource, article)
        lines.add(passage, OA.start, start)
        lines.add(passage, OA.end, end)
        lines.add(passage, OA.exact, _printed(phrase, texts))


def _printed(phrase: TopicPhrase, texts: Mapping[str, str]) -> str:
    start, end = phrase.evidence.span
    return texts[phrase.evidence.article][start:end]
