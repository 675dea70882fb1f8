"""The issue lexicon: what each entry's own examples say when the real model reads them."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from spacy.language import Language

from kg.extract.lexicon import Lexicon
from kg.nlp import load_model
from kg.packs import Pack

JOINERS = frozenset({"-", "–", '"', "“", "”", "'", "’", ","})


@cache
def model() -> Language:
    return load_model()


@cache
def lexicon() -> Lexicon:
    return Lexicon(Pack(), model())


def issues_in(sentence: str) -> list[str]:
    """The issues that the lexicon finds in the lemmas of a sentence."""
    lemmas = [token.lemma_.lower() for token in model()(sentence) if token.text not in JOINERS]
    return lexicon().issues.find(lemmas)


def test_a_phrase_belongs_to_one_issue_and_stands_there_once() -> None:
    phrases = [phrase for entry in Pack().issues for phrase in entry.phrases]
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []


def test_the_narrower_issue_covers_the_words_of_the_broader_one() -> None:
    assert issues_in("They agreed on steel tariffs.") == ["steel-aluminium-tariffs"]
    assert issues_in("They agreed on tariffs.") == ["tariffs"]


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("These are good jobs.", "job-cuts"),
        ("A strike is not the outcome we hoped for.", "strikes"),
        ("The dollar's slide below 145 yen was not wanted.", "currency"),
        ("They could not give ground on banking and insurance.", "services-trade"),
        ("France is not ready to ratify.", "ratification"),
        ("It will deliver 31 million doses by March.", "vaccines"),
        ("The nurses insist on pay parity.", "wages"),
        ("They quarrelled over coffee quotas.", "coffee"),
        ("Brazil would swap half its bank debt for bonds.", "debt-relief"),
        ("Countries with large surpluses must act.", "trade-balance"),
    ],
)
def test_the_ordinary_words_of_a_topic_lead_to_it(sentence: str, issue: str) -> None:
    assert issue in issues_in(sentence)
