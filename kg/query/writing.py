"""Writes answers as text: the W3C result formats, JSON lines, Markdown, and for triples their RDF formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import IO, Final

from kg.errors import QueryError
from kg.store.answer import RESULT_FORMATS, TRIPLE_FORMATS, Answer, Rows, Triples, Truth
from kg.vocab import PREFIXES

ROW_FORMATS: Final = (*RESULT_FORMATS, "jsonl", "md")


def write(answer: Answer, out: IO[bytes], form: str) -> None:
    """Write the whole answer; QueryError where that format is not for such an answer."""
    if isinstance(answer, Triples):
        _check(form, TRIPLE_FORMATS, "triples")
        answer.write(out, form, PREFIXES)
    elif isinstance(answer, Truth):
        _check(form, RESULT_FORMATS, "a yes or no")
        answer.write(out, form)
    else:
        _check(form, ROW_FORMATS, "rows")
        _LINES.get(form, _w3c(form))(answer, out)


def plain(value: object) -> str:
    """A value as people read it; nothing for an unbound one."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _check(form: str, valid: Iterable[str], what: str) -> None:
    if form not in valid:
        raise QueryError(f"{what} cannot be written as {form!r}: --format may be {', '.join(valid)}")


def _w3c(form: str) -> Callable[[Rows, IO[bytes]], None]:
    return lambda rows, out: rows.write(out, form)


def _json_lines(rows: Rows, out: IO[bytes]) -> None:
    """One object per row and line (https://jsonlines.org); null where unbound."""
    import json

    for record in rows.by_column():
        out.write(json.dumps(record, ensure_ascii=False, default=_json_value).encode() + b"\n")


def _json_value(value: object) -> float | str:
    """A decimal as a number, a date as ISO 8601."""
    from decimal import Decimal

    return float(value) if isinstance(value, Decimal) else str(value)


def _markdown(rows: Rows, out: IO[bytes]) -> None:
    """A table of GitHub's Markdown (https://github.github.com/gfm/#tables-extension-)."""
    for cells in (rows.variables, ["---"] * len(rows.variables), *rows):
        line = " | ".join(" ".join(plain(cell).replace("\\", "\\\\").replace("|", "\\|").split()) for cell in cells)
        out.write(f"| {line} |\n".encode())


_LINES: Final[Mapping[str, Callable[[Rows, IO[bytes]], None]]] = {"jsonl": _json_lines, "md": _markdown}
