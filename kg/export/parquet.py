"""The tables as Apache Parquet, a file per table, with typed columns; several values are a list column.

https://parquet.apache.org/docs/file-format/
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.export.choice import Choice
from kg.export.tables import TABLES, Table, records
from kg.store.oxigraph import OxigraphStore

if TYPE_CHECKING:
    import pyarrow

FILES: Final = tuple(f"{table.name}.parquet" for table in TABLES)
# Rows held until they are written as one group.
_GROUP: Final = 5_000


def write(store: OxigraphStore, choice: Choice, paths: Mapping[str, Path]) -> None:
    """Write each table to the path of its file; UsageError without pyarrow."""
    try:
        from pyarrow import RecordBatch
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: run `pip install 'kg[tables]'`") from error
    with ExitStack() as stack:
        schemas = {table.name: schema(table) for table in TABLES}
        writers = {
            name: stack.enter_context(ParquetWriter(paths[f"{name}.parquet"], schemas[name])) for name in schemas
        }
        waiting: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas}

        def flush(name: str) -> None:
            writers[name].write_batch(RecordBatch.from_pylist(waiting[name], schema=schemas[name]))
            waiting[name].clear()

        for table, record in records(store, choice):
            waiting[table.name].append({column: _plain(value) for column, value in record.items()})
            if len(waiting[table.name]) == _GROUP:
                flush(table.name)
        for name in waiting:
            flush(name)


def schema(table: Table) -> pyarrow.Schema:
    """The table's columns with their types."""
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "decimal": pa.float64(), "date": pa.date32()}
    columns = ((column, types[table.type(column)], table.repeats(column)) for column in table.columns)
    return pa.schema([(name, pa.list_(type_) if repeats else type_) for name, type_, repeats in columns])


def _plain(value: Any) -> Any:
    """The value as pyarrow takes it: an IRI as its text, a decimal as a number."""
    from decimal import Decimal

    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        return str.__str__(value)
    return float(value) if isinstance(value, Decimal) else value
