"""`kg diff`: nothing between two builds of the same, and what a later article adds in terms of the negotiation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.diff import diff as command
from kg.diff import diff
from kg.iri import ENTITIES, article
from kg.nlp import Language
from kg.packs import Pack
from kg.pipeline import build
from kg.store.oxigraph import OxigraphStore
from tests.sample import C, sample

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"


def memory(graphs: Mapping[str, bytes]) -> OxigraphStore:
    store = OxigraphStore.memory()
    store.replace_graphs(graphs)
    return store


@pytest.fixture(scope="module")
def before() -> OxigraphStore:
    """The sample without its third article and the steps that rest on it."""
    graphs = {name: data for name, data in sample().items() if name != article(C)}
    return memory(graphs)


def test_a_graph_does_not_differ_from_itself():
    assert diff(memory(sample()), memory(sample())) == []


def test_two_builds_of_the_same_articles_do_not_differ(built: Path, pack: Pack, nlp: Language, tmp_path: Path):
    build([SEEDS], tmp_path / "graph", nlp=nlp, pack=pack)
    with OxigraphStore.open(built) as one, OxigraphStore.open(tmp_path / "graph") as other:
        assert diff(OxigraphStore.memory(), other)
        assert diff(one, other) == []
        assert one.digest() == other.digest()


def test_a_later_article_brings_commitments_a_broken_one_meetings_and_measures(before):
    found = {(change.what, change.before, change.after) for change in diff(before, memory(sample()))}
    assert ("standing-changed", "partial", "broken") in found
    assert ("new-step", "", "breaks, broken") in found
    assert {what for what, _, _ in found} >= {"new-commitment", "new-meeting", "new-measure"}


def test_what_is_gone_is_told_the_other_way_round(before):
    found = {change.what for change in diff(memory(sample()), before)}
    assert {"commitment-gone", "meeting-gone", "measure-gone"} <= found


def test_entities_are_merged_where_their_mentions_denote_one_and_split_the_other_way_round():
    one = memory(sample())
    merged = {
        name: data.replace(b"/id/institution/ustr>", b"/id/person/robert-lighthizer>") if name != ENTITIES else data
        for name, data in sample().items()
    }
    other = memory(merged)
    names = "Office of the U.S. Trade Representative", "Robert Lighthizer"
    there = [change for change in diff(one, other) if change.what == "entities-merged"]
    back = [change for change in diff(other, one) if change.what == "entity-split"]
    assert [change.after for change in there] == [change.before for change in back] == ["Robert Lighthizer"]
    assert all(name in there[0].before and name in back[0].after for name in names)


def test_the_command_prints_json_and_nothing_for_the_same_store(folder):
    same = CliRunner().invoke(command, [str(folder), str(folder), "--format", "json"])
    assert (same.exit_code, json.loads(same.output)) == (0, [])
    assert CliRunner().invoke(command, [str(folder), str(folder)]).output == ""
