"""Bytes -> text, whatever charset they declare."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from kg.read.part import Part

# So many bytes tell text from other files.
SAMPLE: Final = 8_192
# https://encoding.spec.whatwg.org/#bom-sniff
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD: Final = 4_096
# Python has codecs that are no charsets; only these are looked up.
_KNOWN: Final = re.compile(
    r"us-ascii|utf-?8|utf-?16(-?[lb]e)?|iso-?8859-\d+|latin-?\d|windows-?125\d|cp125\d|koi8-[ru]|macintosh"
    r"|shift_?jis|euc-(jp|kr)|gb(k|2312|18030)|big5"
)
# Pages that say so are written on machines that use its superset: https://encoding.spec.whatwg.org/#names-and-labels
_LATIN: Final = frozenset({"us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1"})
_LAST: Final = "cp1252"


def no_text(head: bytes) -> str:
    """Why a file that begins like this is no text in UTF-8; nothing where it may be."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "it is UTF-16; convert it, e.g. iconv -f utf-16 -t utf-8"
    return "it is a binary file, not text" if b"\0" in head[:SAMPLE] else ""


def plain_text(data: bytes) -> str | Part:
    """The text of a file without a declaration, which must be UTF-8; a fault where it is not."""
    if fault := no_text(data):
        return Part(fault=fault)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Part(fault=f"it is not UTF-8 (byte {error.start}); convert it, e.g. iconv -f latin1 -t utf-8")


def marked_up_text(data: bytes, declared: str) -> str | Part:
    """The text of a page or feed: UTF-8 where it is valid, whatever was declared, else what was; without its mark."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    for charset in _charsets(data, declared):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        if "\0" not in text[:_HEAD]:
            return text
    return Part(fault="its charset cannot be told, or it is a binary file")


def _charsets(data: bytes, declared: str) -> Iterator[str]:
    yield "utf-8"
    found = _DECLARED.search(data, 0, _HEAD)
    for name in (declared, found[1].decode("ascii", "replace") if found else ""):
        name = name.strip("\"' ").lower()
        if name in _LATIN:
            yield _LAST
        elif _KNOWN.fullmatch(name):
            yield name
    yield _LAST
