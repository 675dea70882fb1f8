"""Plain text: one article, its text exactly as the file has it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from kg.read.charset import marked_up_text, plain_text
from kg.read.part import Part, Raw

# No character of UTF-8 takes more bytes.
WIDEST = 4


class Whole(NamedTuple):
    """A text, and the bytes that it was read from."""

    text: str
    data: bytes


def parts(raw: Raw) -> Iterator[Part]:
    found = whole(raw)
    yield found if isinstance(found, Part) else Part(text=found.text, source_sha256=sha256(found.data).hexdigest())


def whole(raw: Raw) -> Whole | Part:
    """All of a text; a fault where there is more of it than an article may have."""
    data = raw.stream.read(WIDEST * raw.longest + 1)
    if len(data) > WIDEST * raw.longest:
        return Part(fault=f"its characters are more than {raw.longest:,} (--max-chars)")
    text = marked_up_text(data, raw.charset) if raw.charset else plain_text(data)
    return text if isinstance(text, Part) else Whole(text, data)
