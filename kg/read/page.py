"""HTML: one article, without what surrounds it on the page, below its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Final

from kg.read.charset import marked_up_text
from kg.read.fields import Unusable, day
from kg.read.part import Part, Raw

# References to characters that XML, and so the tree of the page, cannot hold: https://www.w3.org/TR/xml/#charsets
_REFERENCE: Final = re.compile(r"&#(x[0-9a-f]{1,6}|[0-9]{1,7});", re.IGNORECASE)
_UNHELD: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Only dates that the page declares: none is worked out from the text.
_DATES: Final = {"original_date": True, "extensive_search": False}


def parts(raw: Raw) -> Iterator[Part]:
    data = raw.stream.read()
    page = marked_up_text(data, raw.charset)
    yield page if isinstance(page, Part) else _part(page, data, raw.url)


def _part(page: str, data: bytes, url: str) -> Part:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        _holdable(page), url=url or None, with_metadata=True, include_comments=False, include_tables=False,
        date_extraction_params=_DATES,
    )  # fmt: skip
    if not isinstance(found, Document) or not (body := str(found.text or "").strip()):
        return Part(fault="no article was found on the page")
    title = " ".join(str(found.title or "").split())
    return Part(
        text=body if not title or _opens_with(body, title) else f"{title}\n{body}",
        title=title or None,
        byline=found.author,
        publisher=found.sitename if found.sitename != found.author else None,
        published=_day(found.date),
        url=found.url,
        source_sha256=sha256(data).hexdigest(),
    )


def _holdable(page: str) -> str:
    """The page without the characters for which the whole of it would be given up."""
    return _UNHELD.sub(" ", _REFERENCE.sub(_known, page))


def _known(reference: re.Match[str]) -> str:
    number = int(reference[1][1:], 16) if reference[1][0] in "xX" else int(reference[1])
    return " " if number > 0x10FFFF or _UNHELD.match(chr(number)) else reference[0]


def _opens_with(body: str, title: str) -> bool:
    return " ".join(body.partition("\n")[0].split()).casefold() == title.casefold()


def _day(said: object) -> date | None:
    try:
        return day(said)
    except Unusable:
        return None
