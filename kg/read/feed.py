"""RSS and Atom: each entry an article, of its content, or else its summary, below its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from typing import Any, Final
from xml.sax import SAXParseException

from kg.read.fields import Unusable, day
from kg.read.part import LONGEST_KEY, Part, Raw

_BLOCKS: Final = frozenset(
    "address article aside blockquote br dd div dl dt figure figcaption footer h1 h2 h3 h4 h5 h6 header hr li ol p pre"
    " section table td th tr ul".split()
)
# An RSS author is an address, with the name in brackets: https://www.rssboard.org/rss-specification
_MAILED: Final = re.compile(r"\A\s{0,9}[^\s@]{1,64}@[^\s@]{1,255}\s{1,9}\((.{1,300})\)\s{0,9}\Z")
_UNSEEN: Final = frozenset({"script", "style", "figcaption"})


def parts(raw: Raw) -> Iterator[Part]:
    import feedparser

    headers = {"content-type": f"application/xml; charset={raw.charset}"} if raw.charset else {}
    # Bytes given as they are would be tried as the name of a file.
    feed = feedparser.parse(BytesIO(raw.stream.read()), response_headers=headers)
    if not feed.version and not feed.entries:
        yield Part(fault="it is no RSS or Atom feed")
    seen: dict[str, int] = {}
    for number, entry in enumerate(feed.entries, 1):
        key = str(entry.get("id") or entry.get("link") or number)[:LONGEST_KEY]
        if (first := seen.setdefault(key, number)) != number:
            yield Part(key=f"{key} ({number})", where=f"entry {number}", fault=f"it has the id of entry {first}")
        else:
            yield _part(entry, feed.feed, key, f"entry {number}")
    if feed.entries and isinstance(feed.get("bozo_exception"), SAXParseException):
        said = feed.bozo_exception.getMessage()
        yield Part(fault=f"it is broken off or no well-formed XML ({said}): entries may be missing")


def _part(entry: Any, feed: Any, key: str, where: str) -> Part:
    bodies = [str(body.get("value") or "") for body in entry.get("content", ())] or [str(entry.get("summary") or "")]
    body = next(filter(None, map(text_of, bodies)), "")
    title = " ".join(text_of(str(entry.get("title") or "")).split())
    source = entry.get("source") or {}
    said = (key, title, str(entry.get("published")), *bodies)
    return Part(
        text=f"{title}\n\n{body}" if title and body else body,
        key=key,
        where=where,
        title=title or None,
        byline=_MAILED.sub(r"\1", entry.get("author") or "") or None,
        publisher=source.get("title") or entry.get("publisher") or feed.get("publisher") or feed.get("title"),
        published=_day(entry),
        url=entry.get("link"),
        source_sha256=sha256("\n".join(said).encode("utf-8", "replace")).hexdigest(),
        fault="" if body else "it has neither content nor summary",
    )


def _day(entry: Any) -> date | None:
    """The day as the entry prints it, where it was published: in Greenwich it may be another."""
    try:
        return day(entry.get("published") or entry.get("updated"))
    except Unusable:
        parsed = entry.get("published_parsed") or entry.get("updated_parsed")
        return date(*parsed[:3]) if parsed else None


class _Text(HTMLParser):
    """Gathers what a reader sees of a fragment of HTML, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.lines.append([])

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BLOCKS:
            self.lines.append([])

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.lines[-1].append(data)


def text_of(fragment: str) -> str:
    """The text of a fragment of HTML, its blocks parted by blank lines; plain text as it is, with its lines."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    parser = _Text()
    parser.feed(fragment)
    parser.close()
    return "\n\n".join(filter(None, (" ".join("".join(line).split()) for line in parser.lines)))
