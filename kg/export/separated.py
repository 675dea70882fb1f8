"""The tables as CSV: RFC 4180, UTF-8, a file per table; several values of a cell are parted by semicolons.

Cells hold the text as it is, also where a spreadsheet would take it for a formula. In a cell of several values, a
semicolon or backslash of a value has a backslash before it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from kg.export.choice import Choice
from kg.export.tables import TABLES, records
from kg.store.oxigraph import OxigraphStore

FILES: Final = tuple(f"{table.name}.csv" for table in TABLES)


def write(store: OxigraphStore, choice: Choice, paths: Mapping[str, Path]) -> None:
    """Write each table to the path of its file."""
    with ExitStack() as stack:
        writers = {}
        for table in TABLES:
            handle = stack.enter_context(paths[f"{table.name}.csv"].open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(handle)
            writers[table.name].writerow(table.columns)
        for table, record in records(store, choice):
            writers[table.name].writerow(map(cell, record.values()))


def cell(value: Any) -> str:
    """A value or list of values as the text of a cell; nothing for none."""
    if isinstance(value, list):
        return ";".join(cell(each).replace("\\", "\\\\").replace(";", "\\;") for each in value)
    return "" if value is None else str(value)
