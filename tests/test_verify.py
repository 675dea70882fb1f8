"""`kg verify`: a store that was built has no faults, and each way to damage it is named on one line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg import iri
from kg.cli.verify import verify as command
from kg.errors import StoreError
from kg.store import manifest
from kg.store.mark import open_mark
from kg.store.oxigraph import OxigraphStore
from kg.verify import Verified, verify
from kg.vocab import KG, OA, RDF

RDF_TYPE = ox.NamedNode(RDF.type)
STRANGE = ox.NamedNode("https://parley.example/id/article/strange")
THING = ox.NamedNode("https://parley.example/id/thing")


@pytest.fixture
def copy(built, tmp_path) -> Path:
    """A store of one's own, to be damaged."""
    return Path(shutil.copytree(built, tmp_path / "graph"))


def faults(folder: Path, done: Verified | None = None) -> list[str]:
    with OxigraphStore.open(folder) as store:
        return [str(fault) for fault in verify(store, done)]


def records(folder: Path) -> Path:
    """The kept records of the first article."""
    key = manifest.read(folder).articles[first(folder)]
    return folder / "records" / key[:2] / f"{key}.json"


def first(folder: Path) -> str:
    return min(manifest.read(folder).articles)


def rewrite(change: Callable[[dict], None]) -> Callable[[Path], None]:
    """A change to the kept records of the first article."""

    def damage(folder: Path) -> None:
        path = records(folder)
        kept = json.loads(path.read_bytes())
        change(kept)
        path.write_text(json.dumps(kept), "utf-8")

    return damage


def quads(change: Callable[[ox.Store], None]) -> Callable[[Path], None]:
    """A change to the quads that leaves the manifest as it is."""

    def damage(folder: Path) -> None:
        store = ox.Store(str(open_mark(folder).quads))
        change(store)
        store.flush()

    return damage


def move(term: str) -> Callable[[ox.Store], None]:
    """Make an integer of the graph one more."""

    def change(store: ox.Store) -> None:
        old = next(store.quads_for_pattern(None, ox.NamedNode(term), None, None))
        store.remove(old)
        more = ox.Literal(int(old.object.value) + 1)
        store.add(ox.Quad(old.subject, old.predicate, more, old.graph_name))

    return change


def misspell(kept: dict) -> None:
    kept["article"]["text"] = kept["article"]["text"].replace("China", "Chima")


def forget_statement(kept: dict) -> None:
    kept["statements"].pop()


def test_what_was_built_has_no_faults_and_all_of_it_is_compared(built):
    done = Verified()
    assert faults(built, done) == []
    assert (done.articles, done.faults) == (5, 0)
    with OxigraphStore.open(built) as store:
        assert done.graphs == len(store.graphs())
        (row,) = store.query(
            f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ {{ ?e <{OA.exact}> ?t }} UNION {{ ?s <{KG.content}> ?t }} }}"
            f" FILTER(?g != <{iri.CANDIDATES}>) }}"
        )
    assert row == (done.passages,)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (rewrite(misspell), "where the text has 'Chima"),
        (rewrite(misspell), "the kept text has SHA-256"),
        (rewrite(forget_statement), "kept"),
        (lambda folder: records(folder).unlink(), "the kept records cannot be read"),
        (lambda folder: records(folder).write_bytes(b"{"), "the kept records cannot be read"),
        (quads(move(OA.start)), "quotes "),
        (quads(move(OA.end)), "quotes "),
        (quads(move(KG.contentEnd)), "quotes "),
        (quads(move(OA.start)), "as built"),
        (quads(lambda s: s.remove_graph(next(s.named_graphs()))), "is in the manifest and not in the store"),
        (quads(lambda s: s.add(ox.Quad(THING, THING, THING, STRANGE))), "holds 1 quads and is not in the manifest"),
        (quads(lambda s: s.add(ox.Quad(THING, THING, THING, STRANGE))), "is the graph of an article that is not in"),
        (quads(lambda s: s.add(ox.Quad(THING, THING, THING))), "1 quads are in no named graph"),
        (
            quads(lambda s: s.remove(next(s.quads_for_pattern(None, ox.NamedNode(OA.exact), None)))),
            "as built",
        ),
        (
            quads(lambda s: s.remove(next(s.quads_for_pattern(None, ox.NamedNode(KG.sha256), None)))),
            "the graph gives SHA-256 nothing",
        ),
        (
            quads(lambda s: s.remove(next(s.quads_for_pattern(None, RDF_TYPE, ox.NamedNode(KG.Mention))))),
            "mentions in the graph",
        ),
    ],
)  # fmt: skip
def test_damage_is_named(copy, damage, says):
    damage(copy)
    found = faults(copy)
    assert any(says in fault for fault in found), found
    assert all("\n" not in fault for fault in found)


def test_an_offset_beyond_the_text_is_said_as_such(copy):
    rewrite(lambda kept: kept["article"].update(text="short"))(copy)
    assert any("of a text of 5 characters" in fault for fault in faults(copy))


def test_a_store_without_texts_cannot_be_verified(memory):
    with pytest.raises(StoreError, match="keeps no texts"):
        list(verify(memory))


def test_the_command_exits_0_without_faults_and_1_with_a_line_for_each(built, copy):
    clean = CliRunner().invoke(command, ["--store", str(built)])
    assert (clean.exit_code, clean.stdout) == (0, "")
    assert clean.stderr.endswith("graphs: no faults\n")
    quads(move(OA.start))(copy)
    damaged = CliRunner().invoke(command, ["--store", str(copy), "--quiet"])
    assert damaged.exit_code == 1
    assert len(damaged.stdout.splitlines()) == 2
    assert damaged.stderr == ""
