"""The kinds of sources there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kg.read import feed, markdown, page, pdf, plain, rows
from kg.read.part import Part, Raw


@dataclass(frozen=True, slots=True)
class Kind:
    """How a source is told, by its suffix or by the media type that a server gives it, and read.

    `needs` is a package of the extra `ingest`; what such a package does is not ours, so it works apart, within limits.
    """

    name: str
    parts: Callable[[Raw], Iterator[Part]]
    suffixes: tuple[str, ...]
    types: tuple[str, ...]
    needs: str = ""


_ALL: Final = (
    Kind("text", plain.parts, (".txt",), ("text/plain",)),
    Kind("markdown", markdown.parts, (".md", ".markdown"), ("text/markdown",)),
    Kind("html", page.parts, (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), "trafilatura"),
    Kind("jsonl", rows.jsonl_parts, (".jsonl", ".ndjson"), ("application/jsonl", "application/x-ndjson")),
    Kind("csv", rows.csv_parts, (".csv",), ("text/csv",)),
    Kind("tsv", rows.tsv_parts, (".tsv",), ("text/tab-separated-values",)),
    Kind(
        "feed", feed.parts, (".rss", ".atom", ".xml"),
        ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"), "feedparser",
    ),
    Kind("pdf", pdf.parts, (".pdf",), ("application/pdf",), "pypdf"),
)  # fmt: skip
KINDS: Final = {kind.name: kind for kind in _ALL}
BY_SUFFIX: Final = {suffix: kind for kind in _ALL for suffix in kind.suffixes}
BY_TYPE: Final = {media_type: kind for kind in _ALL for media_type in kind.types}
