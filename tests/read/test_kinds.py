"""Every kind of source gives its article, with what it says of it; and a build of each holds what a build promises."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.errors import ArticleError, UsageError
from kg.kept import Kept
from kg.model import Article
from kg.packs import Pack
from kg.pipeline import Report, build
from kg.read import KINDS, Options, find, read
from kg.store.oxigraph import OxigraphStore
from kg.verify import Verified, verify
from tests.read.sources import BODY, HEADLINE, PDF_LINES, ROW, SAMPLES, Sample, encrypted, table, write

SAID = {
    "title": HEADLINE,
    "byline": "Mette Krog",
    "publisher": "The Harbour Post",
    "published": date(2021, 6, 16),
    "url": "https://harbour.example/fish",
}
EACH = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)


def articles(*paths: Path | str, base: Path | None = None, options: Options | None = None) -> list[Article]:
    """The articles of the paths; the first that cannot be used is raised."""
    found = list(read(find(paths, base).sources, options))
    for one in found:
        if isinstance(one, ArticleError):
            raise one
    return [one for one in found if isinstance(one, Article)]


def faults(*paths: Path | str, options: Options | None = None) -> list[str]:
    return [str(one) for one in read(find(paths).sources, options) if isinstance(one, ArticleError)]


@EACH
def test_each_kind_gives_the_article_and_what_the_source_says_of_it(sample: Sample, tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, sample))
    assert article.identifier == sample.identifier
    assert {name: getattr(article, name) for name in sample.told} == {name: SAID[name] for name in sample.told}
    assert not [name for name in SAID.keys() - sample.told if getattr(article, name) is not None]
    assert article.text.lstrip("\ufeff").startswith(HEADLINE) is sample.headline
    for line in PDF_LINES if sample.name == "a.pdf" else BODY:
        wanted = line.replace(" 🐟", "").replace("e\u0301", "é") if sample.name == "a.htm" else line
        assert wanted in article.text
    for unseen in ("<p>", "&amp;", "All rights", "var unseen", "not prose", "boat.png", "**", "Too short"):
        assert unseen not in article.text


@EACH
def test_the_hashes_are_of_the_text_and_of_what_it_was_read_from(sample: Sample, tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, sample))
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
    whole = hashlib.sha256(sample.data).hexdigest()
    if "#" in sample.identifier:
        assert article.source_sha256 not in (None, whole, article.sha256)
    else:
        assert (article.source_sha256 or article.sha256) == whole


@EACH
def test_a_sidecar_overrules_what_the_source_says_of_itself(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("published: 2020-02-29\npublisher: NTB\nagencies: [DPA]\nbyline: Per Lund\n")
    (article,) = articles(write(tmp_path, sample))
    assert (article.published, article.publisher, article.agencies, article.byline) == (
        date(2020, 2, 29), "NTB", ("DPA",), "Per Lund",
    )  # fmt: skip


def test_there_is_a_sample_of_every_kind() -> None:
    suffixes = {Path(sample.name).suffix for sample in SAMPLES.values()}
    assert [kind.name for kind in KINDS.values() if suffixes.isdisjoint(kind.suffixes)] == []


@EACH
def test_records_of_each_kind_quote_their_text_and_are_kept_pruned_and_read_again_where_they_changed(
    sample: Sample, tmp_path: Path, nlp: Language, pack: Pack
) -> None:
    path, store = write(tmp_path / "articles", sample), tmp_path / "graph"

    def run(**options: bool) -> Report:
        return build([path.parent], store, nlp=nlp, pack=pack, **options)  # type: ignore[arg-type]

    first = run()
    assert (first.parsed, first.kept, first.skipped) == (1, 0, [])
    assert first.records["statements"] >= 1
    with OxigraphStore.open(store) as opened:
        done = Verified()
        assert list(map(str, verify(opened, done))) == []
        assert done.passages >= 5
        assert list(opened.manifest.articles) == [sample.identifier]
        kept = Kept(store / "records").get(opened.manifest.articles[sample.identifier])
        for said in kept.statements:
            assert kept.article.text[said.content_start : said.content_end].split() == said.content.split()
    again = run()
    assert (again.parsed, again.kept, again.graphs_written) == (0, 1, 0)
    path.write_bytes(sample.data.replace(b"Bod", b"Lod").replace(b"failed in Lisbon", b"broken off"))
    assert (run().parsed, path.unlink()) == (1, None)
    assert (run().pruned, run(prune=True).pruned) == (0, 1)


WORDS = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12), max_size=8)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_a_cell_of_a_table_is_the_text_exactly(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    text = "\r\n".join((" ".join(before), *BODY, " ".join(after)))
    folder = tmp_path_factory.mktemp("rows")
    (folder / "a.csv").write_bytes(table(",", {"n": "1", "text": text}))
    (folder / "b.jsonl").write_text(json.dumps({"text": text}))
    assert [article.text for article in articles(folder)] == [text, text]


# --- tables


def test_columns_are_named_and_a_row_may_say_its_own_identifier(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table(",", {"number": "F-7", "body": ROW["text"], "day": "16.06.2021"}))
    columns = {"text": "body", "id": "number"}
    (article,) = articles(tmp_path, options=Options(columns=columns))
    assert (article.identifier, article.published, article.title) == ("a.csv#F-7", None, None)
    (fault,) = faults(tmp_path, options=Options(columns={**columns, "published": "day"}))
    assert "row 1" not in fault
    assert "'16.06.2021', no date such as 2021-06-16" in fault


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_column_that_is_not_there_is_one_line_that_lists_those_that_are(name: str, tmp_path: Path) -> None:
    row = {"number": "7", "body": ROW["text"]}
    (tmp_path / name).write_bytes(table(",", row) if name == "a.csv" else json.dumps(row).encode())
    with pytest.raises(UsageError, match="no column 'bodi' for text; there are number, body") as raised:
        articles(tmp_path, options=Options(columns={"text": "bodi"}))
    assert "\n" not in str(raised.value)
    assert faults(tmp_path) == [
        f"{name}: it has no column text, only number, body: name another with --column text=NAME"
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_two_rows_of_one_identifier_are_an_error_that_names_both(name: str, tmp_path: Path) -> None:
    row = {"id": "7", "text": ROW["text"]}
    lines = b"\n".join([json.dumps(row).encode()] * 2)
    (tmp_path / name).write_bytes(table(",", row, row) if name == "a.csv" else lines)
    with pytest.raises(UsageError, match=rf"{name}, \w+ 1 and {name}, \w+ 2 both are {name}#7"):
        articles(tmp_path, options=Options(columns={"id": "id"}))


def test_a_row_and_a_file_of_one_identifier_are_an_error_that_names_both(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table(",", ROW))
    (tmp_path / "a.csv#1").write_text(ROW["text"])
    with pytest.raises(UsageError, match=r"a\.csv, row 1 and a\.csv#1 both are a\.csv#1"):
        articles(tmp_path, tmp_path / "a.csv#1")


def test_a_row_that_cannot_be_used_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    good = json.dumps(ROW)
    bad = ["{", "[1]", '{"text": 3}', '{"title": "x"}', '{"text": ""}', "[" * 100_000, json.dumps({"text": "\ud800"})]
    (tmp_path / "a.jsonl").write_text("\n".join([good, *bad, "", good]))
    (tmp_path / "b.csv").write_bytes(table(",", ROW) + b'"too","few"\r\n' + table(",", ROW).split(b"\r\n", 1)[1])
    found = list(read(find([tmp_path]).sources))
    assert [one.identifier for one in found if isinstance(one, Article)] == [
        "a.jsonl#1", "a.jsonl#10", "b.csv#1", "b.csv#3",
    ]  # fmt: skip
    told = [str(one) for one in found if isinstance(one, ArticleError)]
    assert [line.partition(":")[0] for line in told] == [*(f"a.jsonl#{n}" for n in range(2, 9)), "b.csv#2"]
    assert all("\n" not in line for line in told)


def test_rows_are_read_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps(ROW) + "\n") * 500)
    stream: Iterator[Article | ArticleError] = read(find([tmp_path]).sources)
    assert next(stream).identifier == "a.jsonl#1"  # type: ignore[union-attr]


# --- feeds, pages, PDF


def test_an_entry_keeps_its_identifier_when_others_come_before_it_and_a_repeated_one_is_told(tmp_path: Path) -> None:
    data = SAMPLES["rss"].data
    item = data[data.index(b"<item>") : data.index(b"</item>") + 7]
    newer = item.replace(b"fish-1", b"fish-2")
    (tmp_path / "a.rss").write_bytes(data.replace(item, newer + item + item))
    found = list(read(find([tmp_path]).sources))
    assert [one.identifier for one in found if isinstance(one, Article)] == ["a.rss#fish-2", "a.rss#fish-1"]
    assert faults(tmp_path) == ["a.rss#fish-1 (3): it has the id of entry 2"]


def test_a_feed_that_is_broken_off_is_told_and_what_there_is_of_it_is_read(tmp_path: Path) -> None:
    data = SAMPLES["rss"].data
    (tmp_path / "a.rss").write_bytes(data.partition(b"</channel>")[0] + b"<item><title>Half")
    found = list(read(find([tmp_path]).sources))
    assert [one.identifier for one in found if isinstance(one, Article)] == ["a.rss#fish-1"]
    assert faults(tmp_path) == [
        "a.rss#2: it has neither content nor summary",
        "a.rss: it is broken off or no well-formed XML (no element found): entries may be missing",
    ]


def test_an_address_of_a_feeds_author_is_no_byline(tmp_path: Path) -> None:
    said = b"<author>desk@harbour.example (Mette Krog)</author>"
    (tmp_path / "a.rss").write_bytes(SAMPLES["rss"].data.replace(b"<dc:creator>Mette Krog</dc:creator>", said))
    (article,) = articles(tmp_path)
    assert article.byline == "Mette Krog"


def test_a_pdf_that_opens_without_a_password_is_read_whatever_its_owner_forbids(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(encrypted("", "owner"))
    (article,) = articles(tmp_path)
    assert PDF_LINES[0] in article.text


def test_a_byline_is_no_publisher(tmp_path: Path) -> None:
    page = SAMPLES["html"].data.replace(b'content="The Harbour Post"', b'content="Mette Krog"')
    (tmp_path / "a.html").write_bytes(page)
    (article,) = articles(tmp_path)
    assert (article.byline, article.publisher) == ("Mette Krog", None)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.html", b"", "it is empty"),
        ("a.html", b"<html><body></body></html>", "no article was found"),
        ("a.html", b"\x00\x01\x02" * 999, "binary file"),
        ("a.xml", b"<note>hello</note>", "no RSS or Atom feed"),
        ("a.pdf", b"%PDF-1.4 and no more", "no PDF that can be read"),
        ("a.pdf", SAMPLES["pdf"].data.replace(b"Tj", b"xx"), "hold no text"),
        ("a.md", b"---\ntitle: [\n---\n" + BODY[0].encode(), "front matter"),
        ("a.md", "Der Präsident".encode("latin-1"), "not UTF-8"),
        ("a.pdf", encrypted("secret"), "encrypted; save it without a password"),
        ("a.csv", b"", "it is empty"),
        ("a.jsonl", b"\n\n", "it is empty"),
        ("a.csv", b"text,title\n", "a header and no rows"),
        ("a.csv", b"title;text\nx;y\n", "parted by ';'"),
        ("a.csv", b"text,title,text\nx,y,z\n", "two columns text"),
        ("a.csv", BODY[0].encode("utf-16"), "iconv -f utf-16 -t utf-8"),
        ("a.csv", bytes(range(256)), "binary file"),
        ("a.csv", b"\x1b[31mbody\nx\n", "only [31mbody:"),
        ("a.jsonl", bytes(range(256)), "binary file"),
        ("a.jsonl", b'{"text": "\xe9"}', "not UTF-8; convert"),
        ("a.tsv", b'text\tid\n"never closed\t1\n', "the header 2"),
    ],
)
def test_what_holds_no_article_is_told_in_one_line(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (fault,) = faults(tmp_path)
    assert reason in fault
    assert "\n" not in fault
    assert fault.startswith(name)


def test_a_file_is_read_as_the_kind_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(SAMPLES["html"].data)
    (article,) = articles(tmp_path / "page", options=Options(kind="html"))
    assert article.title == HEADLINE


def test_other_languages_are_read_where_that_is_forced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Die Minister haben sich am Montag nicht auf eine Quote geeinigt. " * 5)
    assert faults(tmp_path) == ["a.txt: the text is not English (de); --force-language reads it all the same"]
    (tmp_path / "b.txt").write_text("Präsident über Fisch")
    (tmp_path / "c.txt").write_text("The ministers of nine states failed to agree on a catch of herring for the year.")
    forced = articles(tmp_path, options=Options(force_language=True))
    assert [article.language for article in forced] == ["de", "und", "en"]
