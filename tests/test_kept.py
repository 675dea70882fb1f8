from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.kept import Kept, encode
from kg.model import Article, ArticleRecords, Evidence, LooseEnd, Mention, RoleHolding, Statement, TimeExpression, When
from tests.reading import ReadText

# What a file in UTF-8 can hold: no lone surrogates.
TEXT = st.text(max_size=30)
EVIDENCE = st.builds(
    Evidence,
    article=TEXT,
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    rule=TEXT,
    confidence=st.floats(0, 1),
)
WHEN = st.builds(When, edtf=TEXT, earliest=st.none() | st.dates(), latest=st.none() | st.dates())
MENTION = st.builds(
    Mention, evidence=EVIDENCE, kind=st.sampled_from(["person", "group"]), form=st.just("name"), name=TEXT
)
RECORDS = st.builds(
    ArticleRecords,
    article=st.builds(
        Article, identifier=TEXT, text=TEXT, sha256=TEXT, agencies=st.tuples(TEXT), published=st.none() | st.dates()
    ),
    mentions=st.lists(MENTION, max_size=3).map(tuple),
    statements=st.lists(
        st.builds(
            Statement, evidence=EVIDENCE, speakers=st.lists(MENTION, max_size=2).map(tuple), cue=TEXT,
            mode=st.sampled_from(["direct", "no-comment"]), content=TEXT, content_start=st.integers(0, 99),
            content_end=st.integers(0, 99), when=st.none() | WHEN,
        ),
        max_size=2,
    ).map(tuple),
    roles=st.lists(st.builds(RoleHolding, evidence=EVIDENCE, holder=MENTION, title=TEXT), max_size=2).map(tuple),
    loose_ends=st.lists(st.builds(LooseEnd, evidence=EVIDENCE), max_size=2).map(tuple),
    dates=st.lists(st.builds(TimeExpression, evidence=EVIDENCE, when=st.none() | WHEN), max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(RECORDS)
def test_records_come_back_as_they_were_put(tmp_path_factory: pytest.TempPathFactory, records: ArticleRecords) -> None:
    kept = Kept(tmp_path_factory.getbasetemp() / "kept")
    kept.put("ab12", encode(records))
    assert kept.get("ab12") == records


def test_the_records_of_an_article_come_back_as_they_were_put(tmp_path: Path, read_text: ReadText) -> None:
    text = "“Not yet,” Danish Finance Minister Mette Krog said on Monday.\r\n\r\nShe hopes for a deal on fish in June."
    records = read_text(text, date(2021, 6, 16))
    Kept(tmp_path).put("ab12", encode(records))
    assert Kept(tmp_path).get("ab12") == records


@settings(max_examples=50, deadline=None)
@given(RECORDS)
def test_the_same_records_are_kept_as_the_same_bytes(records: ArticleRecords) -> None:
    assert encode(records) == encode(replace(records))


def test_what_was_not_put_is_not_there(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert not kept.has("ab12")
    with pytest.raises(StoreError, match="build again"):
        kept.get("ab12")


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b'{"article": 1}', b'{"article"'])
def test_damaged_records_are_a_store_error_that_says_what_to_do(tmp_path: Path, data: bytes) -> None:
    kept = Kept(tmp_path)
    (tmp_path / "ab").mkdir()
    (tmp_path / "ab" / "ab12.json").write_bytes(data)
    with pytest.raises(StoreError, match="build again"):
        kept.get("ab12")


def test_all_but_the_wanted_records_are_forgotten(tmp_path: Path, read_text: ReadText) -> None:
    kept = Kept(tmp_path)
    records = read_text("The talks on fish ended without a deal on Monday.")
    for key in ("ab12", "ab34", "cd56"):
        kept.put(key, encode(records))
    kept.forget(["ab34"])
    assert [key for key in ("ab12", "ab34", "cd56") if kept.has(key)] == ["ab34"]


def test_a_folder_that_cannot_be_written_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "records").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        Kept(tmp_path / "records").put("ab12", b"{}")


def test_kept_records_are_read_anew_whenever_they_are_asked_for(tmp_path: Path, read_text: ReadText) -> None:
    kept = Kept(tmp_path)
    told = [read_text(f"The talks on fish ended without a deal on {day}.") for day in ("Monday", "Tuesday", "Friday")]
    for number, records in enumerate(told):
        kept.put(f"ab{number}", encode(records))
    all_of_them = kept.all(f"ab{number}" for number in (2, 0, 1))
    for _ in range(2):
        assert list(all_of_them) == [told[2], told[0], told[1]]
    assert (len(all_of_them), list(all_of_them[1:])) == (3, told[:2])
    assert all_of_them[0] is not all_of_them[0]


def test_records_that_are_shared_are_the_same_files_and_outlive_those_they_were(
    tmp_path: Path, read_text: ReadText
) -> None:
    one, other = Kept(tmp_path / "one"), Kept(tmp_path / "other")
    records = read_text("The talks on fish ended without a deal on Monday.")
    one.put("ab12", encode(records))
    one.share(["ab12"], other)
    one.share(["ab12"], other)
    one.forget([])
    assert not one.has("ab12")
    assert other.get("ab12") == records
