"""Typed values -> a table, as `read_table` reads it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

import msgspec

from kg.packs.entry import Keyed


def table(kind: type[Keyed], rows: Iterable[Keyed]) -> bytes:
    """CSV in UTF-8: a header with the type's columns, and a line for each row."""
    fields = msgspec.structs.fields(kind)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.encode_name for field in fields)
    writer.writerows([getattr(row, field.name) for field in fields] for row in rows)
    return text.getvalue().encode()
