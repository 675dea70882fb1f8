"""Candidate issues: from phrases that keep turning up to a verdict, and from that to an issue of the next build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from kg import catalogue
from kg.errors import QueryError
from kg.packs import read_verdicts
from kg.pipeline import Report, build
from kg.promotion import find, judge, waiting
from kg.query import ask
from kg.store.answer import Rows
from kg.store.oxigraph import OxigraphStore

SAID = "Ana Holm said the velvet ribbon was hers. {} said the velvet ribbon must stay.\n"
WHEN = date(2024, 5, 1)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles whose statements turn on one phrase that no issue knows."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, speaker in (("a", "Jan Brandt"), ("b", "Eva Lund")):
        (folder / f"{name}.txt").write_text(SAID.format(speaker))
    return folder


@pytest.fixture
def folder(articles: Path, tmp_path: Path, nlp: Language) -> Path:
    run(articles, tmp_path / "store", nlp)
    return tmp_path / "store"


def run(articles: Path, store: Path, nlp: Language) -> Report:
    return build([articles], store, nlp=nlp)


def labels(folder: Path) -> set[object]:
    """The issues of all statements in the store."""
    with OxigraphStore.open(folder) as store:
        answer = ask(store, catalogue.load("statements"), {})
        assert isinstance(answer, Rows)
        return {row[answer.variables.index("issueLabel")] for row in answer}


def test_a_phrase_of_several_articles_waits_with_its_counts_and_passages(folder: Path) -> None:
    with OxigraphStore.open(folder) as store:
        (candidate,) = waiting(store)
        assert (candidate.phrase, candidate.articles, candidate.count) == ("velvet ribbon", 2, 4)
        assert [(p.article, p.printed) for p in candidate.passages] == [
            ("a.txt", "velvet ribbon"),
            ("b.txt", "velvet ribbon"),
        ]
        assert waiting(store, 0) == []


def test_a_promoted_phrase_is_an_issue_of_the_next_build_and_no_candidate(
    folder: Path, articles: Path, nlp: Language
) -> None:
    assert labels(folder) == {None}
    with OxigraphStore.open(folder) as store:
        judge(store, find(store, "Velvet ribbon"), "promote", who="Ed", when=WHEN)
        assert waiting(store) == []
    assert run(articles, folder, nlp).packs == ("promoted",)
    assert labels(folder) == {"Velvet ribbon"}
    with OxigraphStore.open(folder) as store:
        assert waiting(store) == []


def test_a_dropped_phrase_is_offered_no_more_and_the_last_verdict_counts(
    folder: Path, articles: Path, nlp: Language
) -> None:
    with OxigraphStore.open(folder) as store:
        candidate = find(store, "velvet ribbon")
        judge(store, candidate, "promote", who="Ed", when=WHEN)
        judge(store, candidate, "drop", who="Eva", when=WHEN)
    assert [(v.verdict, v.who, v.when) for v in read_verdicts(folder)] == [("drop", "Eva", "2024-05-01")]
    run(articles, folder, nlp)
    assert labels(folder) == {None}
    with OxigraphStore.open(folder) as store:
        assert waiting(store) == []
        with pytest.raises(QueryError, match="no candidate issue"):
            find(store, "velvet ribbon")
