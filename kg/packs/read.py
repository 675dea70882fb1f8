"""Files of a pack -> typed values; PackError says file, entry and key, and what would be valid."""

from __future__ import annotations

import csv
import re
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar, get_origin, get_type_hints

import msgspec
import yaml

from kg.errors import PackError
from kg.packs.entry import Keyed
from kg.packs.faults import fault

T = TypeVar("T")
Row = TypeVar("Row", bound=Keyed)

_BASE: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL: Final = "tag:yaml.org,2002:bool"
_UNWANTED: Final = frozenset({_BOOL, "tag:yaml.org,2002:timestamp"})


class _Loader(_BASE):  # type: ignore[misc]
    """YAML in which `yes`, `no`, `on` and NO are words, as in YAML 1.2, and no key stands twice."""

    yaml_implicit_resolvers: Final = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in _UNWANTED]
        for first, resolvers in _BASE.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """The mapping; an error where a key stands twice, of which the first would be lost."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key `{key.value}` stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        found: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return found


_Loader.add_implicit_resolver(_BOOL, re.compile(r"true|false"), list("tf"))


def read_yaml(path: Path, kind: type[T]) -> T:
    """The one value of that type in a YAML file; a file of comments alone is an empty one."""
    try:
        data = yaml.load(path.read_bytes(), _Loader)
    except OSError as error:
        raise PackError(str(path), _why(error)) from error
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise PackError(str(path), error.problem or "is no valid YAML", entry=line) from error
    except yaml.YAMLError as error:
        raise PackError(str(path), f"is no valid YAML: {' '.join(str(error).split())}") from error
    empty: object = [] if get_origin(kind) is tuple else {}
    try:
        return msgspec.convert(empty if data is None else data, kind)
    except msgspec.ValidationError as error:
        raise fault(str(path), data, kind, error) from error


def read_table(path: Path, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of a CSV file, no two of one identity; list cells are parted by semicolons, empty ones left out."""
    rows: dict[str, Row] = {}
    for number, cells in _cells(path, kind):
        entry = f"line {number} ({next(iter(cells.values()), 'empty')})"
        try:
            row = msgspec.convert(cells, kind)
        except msgspec.ValidationError as error:
            raise fault(str(path), cells, kind, error, entry) from error
        if row.identity in rows:
            reason = f"there is a row of {row.identity} already: one of the two has to go"
            raise PackError(str(path), reason, entry=entry)
        rows[row.identity] = row
    return tuple(rows.values())


def _cells(path: Path, kind: type[Row]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number and cells by column; PackError where the header is not the type's."""
    columns = {f.encode_name: f.name for f in msgspec.structs.fields(kind)}
    hints = get_type_hints(kind)
    listed = {column for column, name in columns.items() if get_origin(hints[name]) is tuple}
    required = {f.encode_name for f in msgspec.structs.fields(kind) if f.required}
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            header = [column.strip() for column in reader.fieldnames or ()]
            _check_header(path, header, tuple(columns), required)
            reader.fieldnames = header
            for row in reader:
                if None in row:
                    raise PackError(str(path), "has more cells than the header", entry=f"line {reader.line_num}")
                cells: dict[str, Any] = {k: v.strip() for k, v in row.items() if v and v.strip()}
                for column in listed & cells.keys():
                    cells[column] = [part.strip() for part in cells[column].split(";") if part.strip()]
                yield reader.line_num, cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PackError(str(path), _why(error)) from error


def _check_header(path: Path, header: list[str], columns: tuple[str, ...], required: set[str]) -> None:
    unknown = [column for column in header if column not in columns]
    missing = [column for column in columns if column in required and column not in header]
    twice = [column for column in header if header.count(column) > 1]
    for columns_at_fault, what in ((unknown, "no column is called"), (missing, "has no column"), (twice, "has twice")):
        if columns_at_fault:
            key = columns_at_fault[0]
            raise PackError(str(path), f"{what} `{key}`", entry="the header", key=key, valid=columns)


def _why(error: Exception) -> str:
    """The reason in words."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror}"
    return "is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"is no valid CSV: {error}"
