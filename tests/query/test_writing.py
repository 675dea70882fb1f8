from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest

from kg.errors import QueryError
from kg.query.writing import ROW_FORMATS, write
from kg.store.answer import TRIPLE_FORMATS

QUERY = """SELECT ?text ?n ?size ?day ?iri ?none { VALUES (?text ?n ?size ?day ?iri) {
  ("a|b, \\"c\\"\\n<d>&\\\\é" 5 0.25 "2019-01-02"^^<http://www.w3.org/2001/XMLSchema#date> <urn:x>) } }"""
TEXT = 'a|b, "c"\n<d>&\\é'


def written(memory, query: str, form: str) -> bytes:
    out = BytesIO()
    write(memory.query(query), out, form)
    return out.getvalue()


def test_csv_holds_every_value(memory):
    (row,) = csv.DictReader(StringIO(written(memory, QUERY, "csv").decode(), newline=""))
    assert row == {"text": TEXT, "n": "5", "size": "0.25", "day": "2019-01-02", "iri": "urn:x", "none": ""}


def test_json_lines_hold_values_of_their_type_and_null(memory):
    (line,) = written(memory, QUERY, "jsonl").decode().splitlines()
    assert json.loads(line) == {
        "text": TEXT, "n": 5, "size": 0.25, "day": "2019-01-02", "iri": "urn:x", "none": None
    }  # fmt: skip


def test_markdown_keeps_a_row_on_a_line_and_bars_out_of_cells(memory):
    head, rule, row = written(memory, QUERY, "md").decode().splitlines()
    assert head == "| text | n | size | day | iri | none |"
    assert rule == "| --- | --- | --- | --- | --- | --- |"
    assert row == '| a\\|b, "c" <d>&\\\\é | 5 | 0.25 | 2019-01-02 | urn:x |  |'


def test_the_w3c_formats_are_well_formed_and_end_their_last_line(memory):
    found = json.loads(written(memory, QUERY, "json"))
    assert found["results"]["bindings"][0]["text"]["value"] == TEXT
    assert ElementTree.fromstring(written(memory, QUERY, "xml")).tag.endswith("sparql")
    assert written(memory, QUERY, "tsv").startswith(b"?text\t?n")
    for form in ("csv", "tsv", "json", "xml"):
        assert written(memory, QUERY, form).endswith(b"\n")


@pytest.mark.parametrize("form", ROW_FORMATS)
def test_no_rows_are_still_a_whole_file(memory, form):
    empty = written(memory, "SELECT ?x { GRAPH ?g { <urn:none> ?x ?y } }", form)
    assert empty == b"" if form == "jsonl" else b"x" in empty


@pytest.mark.parametrize("form", TRIPLE_FORMATS)
def test_triples_are_written_in_their_formats(memory, form):
    assert b"Gao" in written(memory, "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }", form)


@pytest.mark.parametrize(
    ("query", "form"), [("SELECT ?s { ?s ?p ?o }", "ttl"), ("CONSTRUCT WHERE { ?s ?p ?o }", "csv"), ("ASK {}", "md")]
)
def test_a_format_that_is_not_for_the_answer_is_refused(memory, query, form):
    with pytest.raises(QueryError, match="--format"):
        written(memory, query, form)


@pytest.mark.parametrize(("form", "text"), [("csv", b"true\n"), ("json", b'{"head":{},"boolean":true}\n')])
def test_a_yes_is_written(memory, form, text):
    assert written(memory, "ASK {}", form) == text
