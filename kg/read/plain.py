"""Plain text: one article, its text exactly as the file has it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.read.charset import marked_up_text, plain_text
from kg.read.part import Part, Raw

# No character of UTF-8 takes more bytes.
WIDEST = 4


def parts(raw: Raw) -> Iterator[Part]:
    text = whole_text(raw)
    yield Part(text=text) if isinstance(text, str) else text


def whole_text(raw: Raw) -> str | Part:
    """All of a text, unless there is more of it than an article may have."""
    data = raw.stream.read(WIDEST * raw.longest + 1)
    if len(data) > WIDEST * raw.longest:
        return Part(fault=f"its characters are more than {raw.longest:,} (--max-chars)")
    return marked_up_text(data, raw.charset) if raw.charset else plain_text(data)
