from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg import catalogue
from kg.export import Choice, batches, export_file
from kg.export.separated import cell
from kg.export.tables import TABLES, Table, records
from kg.store.answer import Rows
from kg.store.oxigraph import OxigraphStore
from tests.sample import A, B

BY_NAME = {table.name: table for table in TABLES}


@pytest.fixture(scope="module")
def tables(memory, tmp_path_factory) -> Path:
    """The sample's tables as CSV and Parquet."""
    folder = tmp_path_factory.mktemp("tables")
    export_file(memory, "csv", folder)
    export_file(memory, "parquet", folder)
    return folder


def listed(store: OxigraphStore, table: Table) -> list[dict[str, object]]:
    """What the catalogue's own query answers on the whole store."""
    answer = store.query(catalogue.load(table.name).text)
    assert isinstance(answer, Rows)
    return list(answer.by_column())


def read(folder: Path, table: Table) -> list[dict[str, str]]:
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def parted(text: str) -> list[str]:
    """The values of a cell of several."""
    values = re.split(r"(?<!\\)(?:\\\\)*;", text) if text else []
    return [re.sub(r"\\(.)", r"\1", value) for value in values]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_a_row_per_record_with_all_that_the_query_lists(memory, tables, table):
    rows = listed(memory, table)
    found = read(tables, table)
    assert rows
    assert [row[table.key] for row in found] == list(dict.fromkeys(str(row[table.key]) for row in rows))
    assert list(found[0]) == list(rows[0])
    for row in found:
        same = [r for r in rows if str(r[table.key]) == row[table.key]]
        for column, text in row.items():
            values = {str(r[column]) for r in same if r[column] is not None}
            assert set(parted(text) if table.repeats(column) else [text] if text else []) == values


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_holds_what_csv_holds_in_typed_columns(tables, table):
    found = pq.read_table(tables / f"{table.name}.parquet")
    types = {"string": pa.string(), "integer": pa.int64(), "decimal": pa.float64(), "date": pa.date32()}
    for field in found.schema:
        wanted = types[table.type(field.name)]
        assert field.type == (pa.list_(wanted) if table.repeats(field.name) else wanted)
    for typed, text in zip(found.to_pylist(), read(tables, table), strict=True):
        for column, value in typed.items():
            assert text[column] == cell(value) or float(text[column]) == value


def test_columns_in_step_stay_in_step(tables):
    move = next(row for row in read(tables, BY_NAME["commitments"]) if row["content"] == "a truce until March 1")
    assert move["actor"].split(";") == [f"https://parley.example/id/polity/{code}" for code in ("CN", "US")]
    assert move["actorName"] == "China;United States"


def test_numbers_and_days_are_numbers_and_days(tables):
    (duties,) = [r for r in pq.read_table(tables / "measures.parquet").to_pylist() if r["rate"] == 10]
    assert duties["amount"] == 200_000_000_000
    assert (duties["whenEarliest"], duties["start"]) == (date(2018, 9, 24), 600)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ([], ""),
        (["a", "b"], "a;b"),
        (["a;b", "c\\"], "a\\;b;c\\\\"),
        ("=1+1;2", "=1+1;2"),
        (Decimal("0.90"), "0.90"),
        (date(2019, 3, 1), "2019-03-01"),
    ],
)
def test_a_cell_is_the_text_of_its_value(value, text):
    assert cell(value) == text


@pytest.mark.parametrize("size", [1, 2])
def test_the_size_of_a_batch_changes_nothing(memory, monkeypatch, size):
    whole = [(table.name, record) for table, record in records(memory, Choice())]
    monkeypatch.setattr(batches, "_ARTICLES", size)
    monkeypatch.setattr(batches, "_NODES", size)
    told = [(table.name, record) for table, record in records(memory, Choice())]
    by_table = [[[r for n, r in found if n == table.name] for table in TABLES] for found in (told, whole)]
    assert by_table[0] == by_table[1]


def test_with_filters_tables_hold_what_the_chosen_tell(memory, tmp_path):
    export_file(memory, "csv", tmp_path / "a", Choice(articles=(A,)))
    assert {row["article"] for row in read(tmp_path / "a", BY_NAME["mentions"])} == {A}
    export_file(memory, "csv", tmp_path / "b", Choice(issues=("currency",), articles=(B,)))
    statements = read(tmp_path / "b", BY_NAME["statements"])
    assert [row["content"] for row in statements] == ["no link to the yuan"]
    assert [row["content"] for row in read(tmp_path / "b", BY_NAME["commitments"])] == ["tax all cars"]
    assert read(tmp_path / "b", BY_NAME["meetings"]) == []
    (told,) = read(tmp_path / "b", BY_NAME["articles"])
    assert (told["article"], told["statements"], told["commitments"]) == (B, "1", "1")
    counts = {row["notation"]: row["statements"] for row in read(tmp_path / "b", BY_NAME["issues"])}
    assert counts == {"currency": "1"}
