"""Asks for a long answer page by page, for some servers end their answers at so many rows and do not say so.

Virtuoso stops at 10,000 rows, and refuses a sorted answer's later pages unless the sorting is in a subquery:
https://docs.openlinksw.com/virtuoso/rdfsparqlimplementationextent/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, Final, NamedTuple

# Whoever caps answers does so at a round number.
_ROUND: Final = 1000
_MEMORY: Final = 16 * 1024 * 1024
_PROLOGUE: Final = re.compile(r"(?:\s|#[^\n]*(?:\n|$)|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*", re.IGNORECASE)
PAGE: Final = 10_000
"""Rows of a page where a server refuses to sort as many as were asked for."""

_LIMIT: Final = re.compile(r"\bLIMIT\s+(\d+)", re.IGNORECASE)
_OFFSET: Final = re.compile(r"\bOFFSET\s+(\d+)", re.IGNORECASE)
_ORDER: Final = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)


def may_be_cut(rows: int) -> bool:
    """Whether a server may have stopped there."""
    return rows > 0 and rows % _ROUND == 0


def builds_triples(text: str) -> bool:
    """Whether it is a CONSTRUCT or DESCRIBE query, which is answered with triples."""
    match = _PROLOGUE.match(text)
    return text[match.end() if match else 0 :][:9].upper().startswith(("CONSTRUCT", "DESCRIBE"))


class Paged(NamedTuple):
    """A SELECT without its LIMIT and OFFSET, which are kept beside it."""

    prologue: str
    select: str
    limit: int | None
    offset: int

    @classmethod
    def of(cls, text: str) -> Paged | None:
        """The query in parts; None where its rows have no order, so that pages would not join."""
        match = _PROLOGUE.match(text)
        prologue = match[0] if match else ""
        body, brace, tail = text[len(prologue) :].rpartition("}")
        head = body.partition("{")[0].upper().split()
        if not brace or head[:1] != ["SELECT"] or "FROM" in head or not _ORDER.search(tail):
            return None
        limit, offset = _LIMIT.search(tail), _OFFSET.search(tail)
        bare = _OFFSET.sub("", _LIMIT.sub("", tail))
        return cls(
            prologue, body + brace + bare.rstrip(), int(limit[1]) if limit else None, int(offset[1]) if offset else 0
        )

    def page(self, start: int, rows: int, variables: Sequence[str], *, nested: bool) -> str:
        """The query for at most so many rows after the first `start`; `nested` sorts in a subquery."""
        window = f"LIMIT {rows if self.limit is None else min(rows, self.limit - start)} OFFSET {self.offset + start}"
        if not nested:
            return f"{self.prologue}{self.select}\n{window}\n"
        names = " ".join(f"?{name}" for name in variables) or "*"
        return f"{self.prologue}SELECT {names} WHERE {{ {{\n{self.select}\n}} }}\n{window}\n"


def join(pages: Iterable[IO[bytes]]) -> IO[bytes]:
    """One answer in the JSON format, of the rows of all pages; one page is in memory at a time."""
    whole: IO[bytes] = SpooledTemporaryFile(_MEMORY)  # noqa: SIM115
    lead = b""
    for page in map(json.load, pages):
        if not lead:
            whole.write(b'{"head":%s,"results":{"bindings":[' % json.dumps(page["head"]).encode())
        for row in page["results"]["bindings"]:
            whole.write(lead + json.dumps(row).encode())
            lead = b",\n"
    whole.write(b"]}}")
    whole.seek(0)
    return whole
