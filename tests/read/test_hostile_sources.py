"""Sources made to be slow, large or to break a reader: each ends in time with an article or a reason, within bounds."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from resource import RLIMIT_AS, RUSAGE_CHILDREN, RUSAGE_SELF, getrusage, prlimit

import pytest

from kg.errors import ArticleError
from kg.model import Article
from kg.read import find, read
from kg.read.apart import MEMORY, Apart
from kg.read.part import Raw
from tests.read.sources import BODY, SAMPLES, pdf, table

LIMIT = 10.0
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)


def page(shape: str, head: str = "") -> bytes:
    """The shape in the midst of an article's page."""
    inside = f"<article><h1>No deal</h1>{PARAGRAPHS}{shape}{PARAGRAPHS}</article>"
    return f"<html><head>{head}</head><body>{inside}</body></html>".encode("utf-8", "replace")


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{LAUGHS}]>'
FLATE = zlib.compress(b"(boom) Tj " * 30_000_000, 9)
PDF_BOMB = pdf("x").replace(b"<< /Length ", b"<< /Filter /FlateDecode /Length ")
PDF_BOMB = PDF_BOMB[: PDF_BOMB.index(b"stream\n") + 7] + FLATE + PDF_BOMB[PDF_BOMB.index(b"\nendstream") :]

SOURCES: dict[str, tuple[str, bytes]] = {
    "deep divisions": ("a.html", page("<div>" * 200_000)),
    "deep lists": ("a.html", page("<ul><li>" * 50_000)),
    "deep tables": ("a.html", page("<table><tr><td>" * 50_000)),
    "deep quotations": ("a.html", page("<blockquote>" * 100_000)),
    "deep bold": ("a.html", page("<b>" * 100_000)),
    "many links": ("a.html", page("<a href=x>y</a>" * 100_000)),
    "many paragraphs": ("a.html", page(PARAGRAPHS * 20_000)),
    "many attributes": ("a.html", page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>")),
    "one attribute": ("a.html", page(f"<p class='{'x ' * 2_000_000}'>x</p>")),
    "10,000 entities": ("a.html", page("<p>" + "&amp;&#x1F41F;&lt;" * 10_000 + "</p>")),
    "endless entity": ("a.html", page("&" + "a" * 900_000 + ";")),
    "surrogates and NUL by number": ("a.html", page("<p>&#xD800;&#0;&#x1F;&#xFFFE; talks</p>")),
    "comments": ("a.html", page("<!--" * 200_000)),
    "doctype": ("a.html", b"<!DOCTYPE " + b"[" * 1_000_000 + page("")),
    "scripts": ("a.html", page("<script>" + "<" * 1_000_000)),
    "metadata": ("a.html", page("", f"<title>{'x' * 1_000_000}</title><meta name=author content='{'By ' * 300_000}'>")),
    "structured data": ("a.html", page("", f"<script type='application/ld+json'>{'[' * 300_000}</script>")),
    "5 MB on a line": ("a.html", page("<p>" + "The talks on fish have failed. " * 170_000 + "</p>")),
    "wrong charset": ("a.html", page("", "<meta charset=utf-16>")),
    "no charset": ("a.html", page("", "<meta charset=unicode_escape>") + b"\xff\x81"),
    "19 MB of tags": ("a.html", page("<p>" * 6_300_000)),
    "25 MB": ("a.html", page("<p>x</p>" * 3_000_000)),
    "laughs": ("a.xml", f"{DOCTYPE}<rss><channel><item><title>&a11;</title></item></channel></rss>".encode()),
    "file entity": (
        "a.xml",
        b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel>"
        b"<item><title>T</title><description>&x; " + BODY[0].encode() + b"</description></item></channel></rss>",
    ),
    "deep feed": ("a.xml", b"<rss version='2.0'><channel><item>" + b"<a>" * 200_000),
    "deep markup in a feed": ("a.rss", SAMPLES["rss"].data.replace(b"&lt;p&gt;", b"&lt;div&gt;" * 100_000, 1)),
    "many entries": ("a.rss", b"<rss version='2.0'><channel>" + b"<item><title>x</title></item>" * 20_000),
    "flate bomb": ("a.pdf", PDF_BOMB),
    "pages in a circle": ("a.pdf", pdf("x").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")),
    "no end": ("a.pdf", b"%PDF-1.7\n" + b"<<" * 500_000),
    "arrays": ("a.pdf", b"%PDF-1.7\n1 0 obj\n" + b"[" * 500_000),
    "cell never closed": ("a.csv", b'text,x\n"' + b"the talks, \n" * 800_000),
    "quotation marks": ("a.csv", b"text\n" + b'"' * 3_000_000),
    "a column each": ("a.csv", b"text" + b",x" * 1_000_000 + b"\n1\n"),
    "5 MB in a cell": ("a.csv", table(",", {"text": "the talks on fish failed " * 200_000})),
    "deep JSON": ("a.jsonl", b'{"text":' + b"[" * 1_000_000),
    "25 MB in a line": ("a.jsonl", b'{"text":"' + b"x" * 25_000_000 + b'"}'),
    "brackets": ("a.md", ("[" * 60_000 + "](" * 30_000 + "\n" + BODY[0]).encode()),
    "stars": ("a.md", ("*a " * 60_000 + "\n" + BODY[0]).encode()),
    "underscores": ("a.md", ("_" * 90_000 + "a" + "_ " * 40_000).encode()),
    "backticks": ("a.md", ("` " * 90_000).encode()),
    "quoted lines": ("a.md", ("> " * 90_000 + BODY[0]).encode()),
    "fences": ("a.md", ("-" * 150_000 + "\n" + BODY[0]).encode()),
    "front matter": ("a.md", b"---\n" + b"a: &a [*a]\n" * 9_000 + b"---\n" + BODY[0].encode()),
    "aliases": (
        "a.md",
        ("---\na0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 12)) + "title: *a11\n"
         + "---\n" + BODY[0]).encode(),
    ),
    "5 MB text on a line": ("a.txt", b"the talks on fish failed " * 200_000),
    "NUL after the beginning": ("a.txt", (BODY[0] + "\n").encode() * 100 + b"\0" * 100),
    "only marks": ("a.txt", "\ufeff\ufeff\n".encode()),
}  # fmt: skip
QUICK = (
    "deep divisions", "10,000 entities", "surrogates and NUL by number", "5 MB on a line", "wrong charset",
    "no charset", "laughs", "file entity", "deep feed", "flate bomb", "cell never closed", "deep JSON", "brackets",
    "stars", "front matter", "aliases", "5 MB text on a line", "NUL after the beginning", "only marks",
)  # fmt: skip


def check(name: str, folder: Path) -> None:
    """The source is read in time, and what stands beside it as if it were not there."""
    file, data = SOURCES[name]
    (folder / file).write_bytes(data)
    for neighbour in ("html", "jsonl"):
        (folder / f"z.{neighbour}").write_bytes(SAMPLES[neighbour].data)
    begun = _spent()
    found = list(read(find([folder]).sources))
    spent = _spent() - begun
    *own, page_beside, row_beside = found
    assert isinstance(page_beside, Article)
    assert isinstance(row_beside, Article)
    assert BODY[1] in page_beside.text
    assert own, "neither an article nor a reason"
    for one in own:
        assert isinstance(one, Article) or "\n" not in str(one)
        assert isinstance(one, ArticleError) or (one.text.encode() and "root:" not in one.text)
    assert spent < LIMIT


def _spent() -> float:
    """Processor time of this process and of its children that ended, in seconds."""
    used = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_source_ends_in_time_and_its_neighbours_are_read(name: str, tmp_path: Path) -> None:
    check(name, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(SOURCES.keys() - set(QUICK)))
def test_a_longer_hostile_source_ends_in_time_and_its_neighbours_are_read(name: str, tmp_path: Path) -> None:
    check(name, tmp_path)


def test_a_source_that_takes_too_long_is_told_and_the_next_is_read() -> None:
    slow = page(PARAGRAPHS * 20_000)
    with Apart(seconds=1) as apart:
        (late,) = apart.parts("html", slow, Raw(BytesIO()))
        (good,) = apart.parts("html", SAMPLES["html"].data, Raw(BytesIO()))
    assert late.fault == "reading it takes longer than 1 s"
    assert BODY[0] in good.text


def test_the_memory_of_a_reader_is_bounded() -> None:
    with Apart() as apart:
        apart.parts("html", SAMPLES["html"].data, Raw(BytesIO()))
        assert apart._process
        assert prlimit(apart._process.pid, RLIMIT_AS)[0] <= MEMORY
