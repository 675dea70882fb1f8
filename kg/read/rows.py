"""Tables, .jsonl and .csv: one article per row, streamed."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import BinaryIO, Final

import msgspec

from kg.errors import UsageError
from kg.read.charset import SAMPLE, no_text
from kg.read.fields import Unusable, one_line, part_of
from kg.read.part import FIELDS, LARGEST, LONGEST_KEY, Part, Raw

# Rows of .jsonl may leave keys out: the columns there are, are those of so many rows.
PEEK: Final = 100
# Bytes that were no UTF-8, as `surrogateescape` marks them.
_UNDECODED: Final = re.compile("[\udc80-\udcff]")
_NO_UTF_8: Final = "it is not UTF-8; convert the file, e.g. iconv -f latin1 -t utf-8"
_OTHER_MARK: Final = re.compile("[;\t|]")
Row = tuple[int, Mapping[str, object] | str]


def jsonl_parts(raw: Raw) -> Iterator[Part]:
    """An article per line, numbered by its line."""
    if fault := _unusable(raw.stream):
        yield Part(fault=fault)
        return
    rows = _objects(raw.stream)
    first = list(islice(rows, PEEK))
    there = list(dict.fromkeys(name for _, row in first if not isinstance(row, str) for name in row))
    yield from _parts(chain(first, rows), there, raw.columns, "line") if there or not first else _faults(first)


def csv_parts(raw: Raw) -> Iterator[Part]:
    """An article per row below the header, the first numbered 1."""
    return _table(raw, ",")


def tsv_parts(raw: Raw) -> Iterator[Part]:
    return _table(raw, "\t")


def _table(raw: Raw, delimiter: str) -> Iterator[Part]:
    if fault := _unusable(raw.stream):
        yield Part(fault=fault)
        return
    csv.field_size_limit(LARGEST)
    lines = csv.reader((line.decode("utf-8", "surrogateescape") for line in _lines(raw.stream)), delimiter=delimiter)
    try:
        header = [name.removeprefix("\ufeff").strip() for name in next(lines, [])]
        rows = ((number, _cells(header, row)) for number, row in enumerate(lines, 1) if row)
        yield from _parts(rows, header, raw.columns, "row")
    except csv.Error as error:
        yield Part(fault=f"line {lines.line_num}: {error}")


def _unusable(stream: BinaryIO) -> str:
    """Why a stream can be no table, by its beginning, where it is left; nothing where it may be one."""
    head = stream.read(SAMPLE)
    stream.seek(0)
    blank = len(head) < SAMPLE and not head.strip(b"\xef\xbb\xbf \t\r\n")
    return "it is empty" if blank else no_text(head)


def _cells(header: Sequence[str], row: Sequence[str]) -> Mapping[str, object] | str:
    if len(row) != len(header):
        return f"it has {len(row)} cells, and the header {len(header)}"
    return dict(zip(header, row, strict=True))


def _parts(rows: Iterator[Row], there: Sequence[str], given: Mapping[str, str], unit: str) -> Iterator[Part]:
    columns = {name: column for name in FIELDS if (column := _column(name, there, given))}
    if fault := _unfit(there, columns):
        yield Part(fault=fault)
        return
    number = 0
    for number, row in rows:
        yield _part(row, columns, str(number), f"{unit} {number}")
    if not number:
        yield Part(fault="it has a header and no rows")


def _column(name: str, there: Sequence[str], given: Mapping[str, str]) -> str | None:
    """The column named for a field, else that of its own name, if there is one; an id is none unasked."""
    if name in given and given[name] not in there:
        raise UsageError(f"there is no column {given[name]!r} for {name}; there are {_listed(there)}")
    return given.get(name) or (name if name in there and name != "id" else None)


def _unfit(there: Sequence[str], columns: Mapping[str, str]) -> str:
    """Why these columns give no articles; nothing where they do."""
    if "text" not in columns:
        if len(there) == 1 and (mark := _OTHER_MARK.search(there[0])):
            return f"its cells are parted by {mark[0]!r}: save it with commas, or as .tsv with tabs"
        return f"it has no column text, only {_listed(there)}: name another with --column text=NAME"
    twice = next((column for column in columns.values() if there.count(column) > 1), "")
    return f"it has two columns {one_line(twice)}" if twice else ""


def _listed(there: Sequence[str]) -> str:
    return ", ".join(filter(None, (one_line(name[:40]) for name in there[:40]))) or "none"


def _part(row: Mapping[str, object] | str, columns: Mapping[str, str], number: str, where: str) -> Part:
    if isinstance(row, str):
        return Part(key=number, where=where, fault=row)
    cells = {name: row.get(column) for name, column in columns.items()}
    key = str(cells["id"]).strip() if cells.get("id") not in (None, "") else "" if "id" in columns else number
    try:
        if not key:
            raise Unusable(f"its {columns['id']} is empty")
        if len(key) > LONGEST_KEY:
            raise Unusable(f"its {columns['id']} is longer than {LONGEST_KEY} characters")
        if any(_UNDECODED.search(cell) for cell in row.values() if isinstance(cell, str)):
            raise Unusable(_NO_UTF_8)
        return part_of(cells, source=json.dumps(row, sort_keys=True).encode(), key=key, where=where)
    except (Unusable, RecursionError) as error:
        return Part(key=number, where=where, fault=str(error))


def _faults(rows: Sequence[Row]) -> Iterator[Part]:
    return (Part(key=str(n), where=f"line {n}", fault=row) for n, row in rows if isinstance(row, str))


def _objects(stream: BinaryIO) -> Iterator[Row]:
    for number, line in enumerate(_lines(stream), 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield number, _object(line)


def _object(line: bytes) -> Mapping[str, object] | str:
    if len(line) > LARGEST:
        return f"the line is longer than {LARGEST:,} bytes"
    try:
        found = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError:
        return _NO_UTF_8
    except (ValueError, RecursionError) as error:
        return f"it is no JSON ({error})"
    return found if isinstance(found, dict) else "it is no JSON object"


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too long the beginning only, one byte beyond what is allowed."""
    while line := stream.readline(LARGEST + 1):
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST + 1)
        yield line
