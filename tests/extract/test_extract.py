"""Laws that all records keep, on the seeds, on written articles and on noise."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.extract.found import Found
from kg.extract.mentions import find_mentions
from kg.model import ArticleRecords
from tests.reading import ParseText, ReadText

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds" / "articles").glob("*.txt"))
BODY = "The talks on fish in Geneva ended without a deal on Monday. "
PIECES = st.sampled_from(
    [
        '"We will not sign," ', "Mr Tanaka said. ", "he said ", "“", "”", '"', "'", "’s ", "the minister ",
        "both sides ",
        "told reporters ", "Norway's Erik Lund ", "US Trade Representative ", "China ", "they ", "that ", "on Monday ",
        "declined to comment. ", "last year ", "SALAME: ", "(", ")", "--", "...", ", ", ". ", "\n\n", "\n", "\r\n",
        "\u200b", "\u202e", "\x00", "\ud800", "\U0001f41f", "x" * 250, "deny denied denial ", "tariffs on steel ",
        "according to the ministry ",
    ]
)  # fmt: skip


def assert_is_lawful(records: ArticleRecords) -> None:
    text = records.article.text
    evidence = [r.evidence for r in (*records.mentions, *records.statements, *records.roles, *records.dates)]
    for e in evidence:
        assert e.article == records.article.identifier
        assert 0 <= e.start < e.end <= len(text)
        assert text[e.start : e.end].strip()
        assert 0 < e.confidence <= 1
        assert e.rule
    for s in records.statements:
        assert text[s.content_start : s.content_end] == s.content
        assert s.content.strip()
    denoted = {m.key for m in records.mentions}
    assert len(denoted) == len(records.mentions), "two mentions of the same words"
    for s in records.statements:
        assert {m.key for m in (*s.speakers, *s.via)} <= denoted
    for r in records.roles:
        assert {m.key for m in (r.holder, r.institution) if m is not None} <= denoted


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_the_records_of_a_real_article_are_lawful(read_text: ReadText, path: Path) -> None:
    records = read_text(path.read_text("utf-8"))
    assert_is_lawful(records)
    assert records.statements
    assert records.mentions


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=30))
def test_the_records_of_any_text_are_lawful(read_text: ReadText, pieces: list[str]) -> None:
    assert_is_lawful(read_text(BODY + "".join(pieces)))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=30))
def test_the_same_text_yields_the_same_records(parse_text: ParseText, pieces: list[str]) -> None:
    text = BODY + "".join(pieces)
    assert extract(parse_text(text)) == extract(parse_text(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_no_person_is_named_by_words_that_another_mention_has(parse_text: ParseText, path: Path) -> None:
    found = find_mentions(parse_text(path.read_text("utf-8"))).found
    names = [f for f in found if f.kind == "person" and f.form == "name"]
    for left, right in itertools.pairwise(sorted(names, key=_start)):
        assert left.end <= right.start


def _start(found: Found) -> int:
    return found.start
