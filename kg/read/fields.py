"""What a row, an entry or front matter says of an article: cells -> a part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Final

from kg.read.part import Part

LONGEST_LINE: Final = 500
_LONE: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_DAY: Final = re.compile(r"\s{0,9}(\d{4}-\d\d-\d\d)(?![\d-])")


def writable(text: str) -> str:
    """The text, U+FFFD in the place of lone surrogates, which no file can hold."""
    return _LONE.sub("\ufffd", text)


def one_line(said: str | None) -> str | None:
    """A name that a source gives, on one line and of bounded length; None where nothing is left."""
    line = " ".join(_CONTROL.sub(" ", writable(said or "")).split())
    return line[:LONGEST_LINE] or None


class Unusable(ValueError):
    """A cell does not hold what its column promises."""


def part_of(cells: Mapping[str, object], *, source: bytes, key: str = "", where: str = "") -> Part:
    """The part that the cells describe, by field; Unusable says which of them is wrong."""
    text = cells.get("text")
    if not isinstance(text, str):
        raise Unusable("it has no text" if text is None else "text is no string")
    return Part(
        text=text,
        key=key,
        where=where,
        title=_words(cells, "title"),
        byline=_words(cells, "byline"),
        publisher=_words(cells, "publisher"),
        published=day(cells.get("published")),
        url=_words(cells, "url"),
        agencies=_names(cells.get("agencies")),
        source_sha256=sha256(source).hexdigest(),
    )


def day(said: object) -> date | None:
    """The day as printed, of an ISO date or time or one of RFC 5322; Unusable where it is neither."""
    if said is None or said == "":
        return None
    if isinstance(said, datetime):
        return said.date()
    if isinstance(said, date):
        return said
    try:
        if found := _DAY.match(str(said)[:100]):
            return date.fromisoformat(found[1])
        return parsedate_to_datetime(str(said)[:100]).date()
    except (ValueError, IndexError, TypeError, OverflowError) as error:
        raise Unusable(f"published is {str(said)[:40]!r}, no date such as 2021-06-16") from error


def _words(cells: Mapping[str, object], name: str) -> str | None:
    value = cells.get(name)
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Unusable(f"{name} is no string")


def _names(value: object) -> tuple[str, ...]:
    """Names of a list, or parted by semicolons."""
    names = value.split(";") if isinstance(value, str) else value or ()
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise Unusable("agencies is no list of names, nor names parted by semicolons")
    return tuple(name.strip() for name in names if name.strip())
