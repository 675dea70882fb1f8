"""What a reader is given, and the parts that it finds: one for each article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, Final

import msgspec

FIELDS: Final = ("text", "id", "title", "byline", "publisher", "published", "url", "agencies")
# Pages, feeds and PDF files are parsed whole, and a row of a table stands on a line: none may be longer than this.
LARGEST: Final = 20_000_000
LONGEST_KEY: Final = 500


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One article of a source, or the fault that keeps it from being one.

    `key` tells it from the others of its source, and is empty where the source is one article; `where` says the same to
    a reader. `source_sha256` is of what it was read from, where that is not its text.
    """

    text: str = ""
    key: str = ""
    where: str = ""
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    agencies: tuple[str, ...] = ()
    source_sha256: str | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a source, and what is known of them: the charset declared and the address, where a server sent them.

    `columns` has the columns that were named for fields of an article, `longest` the characters that a text may have.
    """

    stream: BinaryIO
    charset: str = ""
    url: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    longest: int = LARGEST
