from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from kg.export import export_file
from kg.export.neo4j import FILES, RELATIONSHIPS
from kg.iri import ENTITIES, article
from kg.store.oxigraph import OxigraphStore
from tests.sample import BEIJING, CN, LIU, US, A

# https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format
FIELD = re.compile(r"[A-Za-z]+(:(ID|long|double|date|string\[\]))?|:LABEL")


@pytest.fixture(scope="module")
def files(memory, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("neo4j")
    export_file(memory, "neo4j", folder)
    return folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def nodes(folder: Path) -> dict[str, dict[str, str]]:
    return {row["iri:ID"]: row for name in FILES[:-1] for row in rows(folder, name)}


def test_headers_are_those_of_the_importer(files):
    for name in FILES[:-1]:
        header = (files / name).read_text("utf-8").splitlines()[0].split(",")
        assert header[0] == "iri:ID"
        assert header[-1] == ":LABEL"
        assert all(FIELD.fullmatch(field) for field in header)
    assert (files / "relationships.csv").read_text("utf-8").splitlines()[0] == ",".join(RELATIONSHIPS)


def test_every_relationship_joins_two_nodes_and_every_node_is_one(files):
    every = [row["iri:ID"] for name in FILES[:-1] for row in rows(files, name)]
    assert len(every) == len(set(every)) > 50
    for row in rows(files, "relationships.csv"):
        assert {row[":START_ID"], row[":END_ID"]} <= set(every)


def test_records_lead_to_whom_and_what_they_name(files):
    found = {(row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in rows(files, "relationships.csv")}
    summit = next(iri for iri, row in nodes(files).items() if row.get("kind") == "summit")
    ends = {(kind, end) for start, kind, end in found if start == summit}
    places = {end for kind, end in ends if kind == "PLACE"}
    assert ends == {("PARTICIPANT", US), ("PARTICIPANT", CN), ("REPORTED_IN", article(A))} | {
        ("PLACE", place) for place in places
    }
    assert (LIU, "COUNTRY", CN) in found


def test_labels_say_what_a_node_is(files):
    found = nodes(files)
    assert found[LIU][":LABEL"] == "Actor;Person"
    assert found[BEIJING][":LABEL"] == "Place"
    assert (found[article(A)][":LABEL"], found[article(A)]["article"]) == ("Article", A)
    assert "alias:string[]" in found[LIU]
    assert "Robert E. Lighthizer" in next(
        r["alias:string[]"] for r in found.values() if r.get("name") == "Robert Lighthizer"
    )


def test_a_cell_keeps_to_one_line_and_several_values_to_one_delimiter(graphs, tmp_path):
    store = OxigraphStore.memory()
    odd = graphs[ENTITIES].replace(b'"Lighthizer"@en', rb'"Light\nhizer; \"Bob\""@en')
    store.replace_graphs({**graphs, ENTITIES: odd})
    export_file(store, "neo4j", tmp_path)
    (actor,) = [row for row in rows(tmp_path, "actors.csv") if row["name"] == "Robert Lighthizer"]
    assert sorted(actor["alias:string[]"].split(";")) == ['Light hizer, "Bob"', "Robert E. Lighthizer"]
    assert len((tmp_path / "actors.csv").read_text("utf-8").splitlines()) == len(rows(tmp_path, "actors.csv")) + 1
