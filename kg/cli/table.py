"""Draws rows as a table for a screen."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import IO, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.query.writing import plain
from kg.store.answer import Rows
from kg.vocab import PREFIXES, Term

# Where nobody looks on, lines need not fit a screen.
_WIDE: Final = 160


def write_table(rows: Rows, out: IO[bytes], *, brief: bool) -> None:
    """Draw all rows; `brief` leaves out columns of nothing but IRIs or emptiness, and the ends of intervals."""
    found = list(rows)
    columns = [i for i, name in enumerate(rows.variables) if not brief or _is_for_people(i, name, found)]
    draw([rows.variables[i] for i in columns], [tuple(row[i] for i in columns) for row in found], out)


def draw(names: Sequence[str], rows: Sequence[tuple[object, ...]], out: IO[bytes]) -> None:
    """Draw a table of these columns."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for i, name in enumerate(names):
        number = bool(rows) and all(isinstance(row[i], int) for row in rows)
        table.add_column(Text(name), overflow="fold", justify="right" if number else "left")
    for row in rows:
        table.add_row(*(Text(_short(value)) for value in row))
    text = TextIOWrapper(out, encoding="utf-8", write_through=True)
    try:
        screen = out is sys.stdout.buffer and sys.stdout.isatty()
        Console(file=text, width=None if screen else _WIDE, force_terminal=screen, highlight=False).print(table)
    finally:
        text.detach()


def _is_for_people(column: int, name: str, rows: list[tuple[object, ...]]) -> bool:
    if not rows:
        return True
    return not name.endswith(("Earliest", "Latest")) and any(
        row[column] is not None and not isinstance(row[column], Term) for row in rows
    )


def _short(value: object) -> str:
    """A value as people read it; an IRI of a known namespace as a CURIE."""
    if isinstance(value, Term):
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace):
                return f"{prefix}:{value.removeprefix(namespace)}"
    return plain(value)
