"""`kg check`: a sound graph has no findings, and a bad one exactly those of the constraint it is named after."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from rdflib import SH, URIRef

from kg.check import Finding, check, rules, shapes
from kg.cli.check import check as command
from kg.model import (
    Commitment,
    IdentityJudgement,
    LooseEnd,
    Measure,
    Meeting,
    Mention,
    RoleHolding,
    Statement,
    TimeExpression,
)
from kg.store.oxigraph import OxigraphStore
from kg.vocab import KG, NAMESPACE

DATA = Path(__file__).parent / "data"
BAD = sorted((DATA / "bad").glob("*.trig"))
RECORDS = (Statement, Commitment, Meeting, Measure, RoleHolding, Mention, TimeExpression, LooseEnd, IdentityJudgement)


def constraint(path: Path) -> str:
    """What the file breaks: its name up to the first dot."""
    return path.name.partition(".")[0]


def graphs(path: Path) -> Mapping[str, bytes]:
    """The named graphs of a TriG file, as a store takes them."""
    lines: dict[str, list[bytes]] = defaultdict(list)
    for quad in ox.parse(path=path, format=ox.RdfFormat.TRIG):
        lines[str(quad.graph_name.value)].append(b"%s .\n" % str(quad).encode())
    return {graph: b"".join(sorted(quads)) for graph, quads in lines.items()}


def findings(path: Path) -> list[Finding]:
    store = OxigraphStore.memory()
    store.replace_graphs(graphs(path))
    return check(store)


def run(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(command, ["--store", str(folder), *args])


@pytest.fixture(scope="module")
def bad_store(tmp_path_factory) -> Path:
    """A store on disk in which a mention has no form that there is."""
    path = tmp_path_factory.mktemp("bad") / "graph"
    with OxigraphStore.create(path) as store:
        store.replace_graphs(graphs(DATA / "bad" / "mention-form.trig"))
    return path


@pytest.fixture(scope="module")
def sound_store(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "graph"
    with OxigraphStore.create(path) as store:
        store.replace_graphs(graphs(DATA / "sound.trig"))
    return path


def test_a_sound_graph_with_a_record_of_every_kind_has_no_findings():
    assert findings(DATA / "sound.trig") == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_graph_is_caught_by_the_constraint_it_is_named_after_and_by_no_other(path):
    assert {found.source for found in findings(path)} == {constraint(path)}


def test_every_constraint_and_every_rule_has_a_bad_graph():
    named = {str(shape).rpartition("#")[2] for shape in shapes().subjects(SH.message, None)}
    assert named | {rule.name for rule in rules()} == {constraint(path) for path in BAD}
    assert len(BAD) >= 25


def test_every_property_of_a_record_has_a_shape():
    paths = {str(path) for path in shapes().objects(None, SH.path)}
    for record in RECORDS:
        for field in record.__dataclass_fields__.values():
            assert set(field.metadata.get("terms", ())) <= paths, f"{record.__name__}.{field.name}"


def test_a_finding_says_where_what_and_how_bad():
    (found,) = findings(DATA / "bad" / "passage-order.trig")
    assert found.focus == "https://parley.example/id/mention/n"
    assert found.where == "https://parley.example/id/article/a"
    assert found.what == "A passage starts before it ends"
    assert found.severity == "violation"
    assert found.detail.startswith("start ")


def test_what_is_odd_and_not_broken_is_a_warning():
    (found,) = findings(DATA / "bad" / "said-after-publication.trig")
    assert found.severity == "warning"
    assert "issued=2019-01-10" in found.detail


def test_the_graph_that_the_pipeline_makes_of_the_seeds_has_no_findings(built):
    with OxigraphStore.open(built) as store:
        assert check(store) == []


def test_a_clean_graph_exits_0_and_says_so(sound_store):
    result = run(sound_store)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("quads, no findings\n")


def test_findings_exit_1_as_a_table(bad_store):
    result = run(bad_store)
    assert result.exit_code == 1
    for word in ("severity", "violation", "mention-form", "id:mention/n", "exactly one form"):
        assert word in result.stdout
    assert result.stderr.endswith("1 finding\n")


def test_findings_as_json_hold_every_field(bad_store):
    result = run(bad_store, "--format", "json", "--quiet")
    (found,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found.keys() == {"severity", "source", "where", "focus", "detail", "what"}
    assert result.stderr == ""


def test_no_findings_are_an_empty_list_in_json(sound_store):
    assert json.loads(run(sound_store, "--format", "json").stdout) == []


def test_warnings_can_be_left_out(tmp_path):
    with OxigraphStore.create(tmp_path / "graph") as store:
        store.replace_graphs(graphs(DATA / "bad" / "met-after-publication.trig"))
    assert run(tmp_path / "graph").exit_code == 1
    assert run(tmp_path / "graph", "--violations").exit_code == 0


def test_shapes_name_terms_of_the_ontology_only():
    known = {str(value) for name, value in vars(KG).items() if not name.startswith("__")}
    nodes = {str(node) for triple in shapes() for node in triple if isinstance(node, URIRef)}
    assert {node for node in nodes if node.startswith(NAMESPACE)} <= known
