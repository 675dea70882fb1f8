"""What is shown around a passage: whole words of the kept text, and nothing where no text is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.kept import RECORDS, Kept, encode
from kg.model import Article, ArticleRecords
from kg.passages import Texts
from kg.store.oxigraph import OxigraphStore

TEXT = "The ministers of nine states failed to agree on a catch of herring."


@pytest.fixture
def store(tmp_path: Path) -> OxigraphStore:
    """A store that keeps one article."""
    made = OxigraphStore.create(tmp_path / "graph")
    made.manifest.articles = {"a.txt": "aa01"}
    records = ArticleRecords(article=Article(identifier="a.txt", text=TEXT, sha256="0"))
    Kept(tmp_path / "graph" / RECORDS).put("aa01", encode(records))
    return made


@pytest.mark.parametrize(
    ("printed", "width", "before", "after"),
    [
        ("nine", 14, "ministers of ", " states"),
        ("nine", 1000, "The ministers of ", " states failed to agree on a catch of herring."),
        ("The", 4, "", ""),
        ("herring.", 12, "a catch of ", ""),
    ],
)
def test_a_passage_is_shown_between_whole_words(
    store: OxigraphStore, printed: str, width: int, before: str, after: str
) -> None:
    start = TEXT.index(printed)
    row = {"article": "a.txt", "start": start, "end": start + len(printed), "issued": None}
    found = Texts(store).passage(row, width)
    assert (found.before, found.printed, found.after, found.issued) == (before, printed, after, None)


def test_where_no_text_is_kept_there_is_none(store: OxigraphStore, memory: OxigraphStore) -> None:
    assert (Texts(store).of("a.txt"), Texts(store).of("b.txt"), Texts(memory).of("a.txt")) == (TEXT, None, None)
