"""Snapshots, the way back to one, and publication: whole stores that share their files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kg.errors import PackError, StoreError, UsageError
from kg.kept import RECORDS, Kept
from kg.packs import JUDGEMENTS, CandidateVerdict, Judgement, promoted, read_judgements, read_verdicts, write_verdicts
from kg.packs.decided import write_judgements
from kg.snapshot import collect_decisions, place, publish, restore, snapshot, snapshots
from kg.store.oxigraph import OxigraphStore

A = "https://parley.example/id/article/a"


def quads(graph: str, value: int) -> bytes:
    return f'<{graph}> <urn:p> "{value}" <{graph}> .\n'.encode()


def make(folder: Path, **articles: int) -> Path:
    """A store of these articles, each with a value and its records."""
    with OxigraphStore.create(folder) as store:
        store.manifest.articles = {name: f"{name}{value:04}" for name, value in articles.items()}
        for key in store.manifest.articles.values():
            Kept(folder / RECORDS).put(key, key.encode())
        store.replace_graphs(
            {f"https://parley.example/id/article/{n}": quads(A[:-1] + n, v) for n, v in articles.items()}
        )
        if store.retire():
            Kept(folder / RECORDS).forget(store.manifest.articles.values())
    return folder


def values(folder: Path) -> dict[str, int]:
    """The articles of a store, with the values in its graph; their records must be there."""
    with OxigraphStore.open(folder) as store:
        for key in store.manifest.articles.values():
            assert (folder / RECORDS / key[:2] / f"{key}.json").read_bytes() == key.encode()
        rows = store.query("SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
        found = {str(graph)[-1]: int(str(value)) for graph, value in rows}  # type: ignore[misc, union-attr]
        assert found.keys() == store.manifest.articles.keys()
        return found


def test_a_snapshot_stays_as_the_store_was_and_one_goes_back_to_it(tmp_path: Path) -> None:
    store = make(tmp_path / "graph", a=1)
    (store / JUDGEMENTS).write_text("kept")
    snapshot(store, place(store, "first"))
    make(store, a=2, b=1)
    (store / JUDGEMENTS).unlink()
    assert (values(place(store, "first")), values(store)) == ({"a": 1}, {"a": 2, "b": 1})
    snapshot(store, place(store, "second"))
    assert [(one.name, one.articles) for one in snapshots(store)] == [("first", 1), ("second", 2)]
    restore(place(store, "first"), store)
    assert values(store) == {"a": 1}
    assert (store / JUDGEMENTS).read_text() == "kept"
    restore(place(store, "second"), store)
    assert values(store) == {"a": 2, "b": 1}
    assert not (store / JUDGEMENTS).exists()


def test_a_snapshot_shares_the_files_of_its_store(tmp_path: Path) -> None:
    store = make(tmp_path / "graph", a=1)
    snapshot(store, tmp_path / "copy")
    for pattern in (f"{RECORDS}/*/*.json", "quads-*/*.sst"):
        (mine,), (theirs,) = (sorted(folder.glob(pattern))[:1] for folder in (store, tmp_path / "copy"))
        assert os.path.samefile(mine, theirs)


def test_a_snapshot_takes_the_place_of_no_other_store(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", a=1), make(tmp_path / "other", a=2)
    with pytest.raises(StoreError, match="another name"):
        snapshot(one, other)
    with pytest.raises(UsageError, match="the store itself"):
        publish(one, tmp_path / "one" / ".." / "one")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine")
    with pytest.raises(StoreError, match="not empty"):
        publish(one, tmp_path / "notes")
    with pytest.raises(StoreError, match="no such store"):
        publish(tmp_path / "nowhere", one)
    assert (values(one), values(other)) == ({"a": 1}, {"a": 2})


def test_a_snapshot_that_was_interrupted_is_no_snapshot_and_is_made_again(tmp_path: Path) -> None:
    store = make(tmp_path / "graph", a=1)
    OxigraphStore.create(place(store, "half")).close()
    assert list(snapshots(store)) == []
    snapshot(store, place(store, "half"))
    assert [one.name for one in snapshots(store)] == ["half"]


def test_readers_of_a_published_store_go_on_with_the_graph_and_the_records_they_opened(tmp_path: Path) -> None:
    work, shown = make(tmp_path / "work", a=1), tmp_path / "shown"
    publish(work, shown)
    with OxigraphStore.open(shown) as reader:
        for value in (2, 3):
            make(work, a=value, b=value)
            publish(work, shown)
            assert values(shown) == {"a": value, "b": value}
        assert reader.graphs() == [A]
        assert Kept(shown / RECORDS).has(reader.manifest.articles["a"])
    make(work, a=4)
    publish(work, shown)
    assert len(list(shown.glob("quads-*"))) == 1
    assert [path.stem for path in shown.glob(f"{RECORDS}/*/*")] == ["a0004"]


def test_packs_that_lie_in_the_store_go_where_it_goes(tmp_path: Path) -> None:
    store = make(tmp_path / "graph", a=1)
    with OxigraphStore.create(store) as writer:
        writer.manifest.packs = [str(store / "promoted"), "/elsewhere/pack"]
        writer.replace_graphs({}, keep=writer.graphs())
    (store / "promoted").mkdir()
    (store / "promoted" / "pack.yaml").write_text("name: promoted")
    snapshot(store, tmp_path / "copy")
    with OxigraphStore.open(tmp_path / "copy") as copy:
        assert copy.manifest.packs == [str(tmp_path / "copy" / "promoted"), "/elsewhere/pack"]
    assert (tmp_path / "copy" / "promoted" / "pack.yaml").read_text() == "name: promoted"


def judged(left: str, right: str, day: int, who: str) -> Judgement:
    return Judgement(left=left, right=right, verdict="same", who=who, when=date(2024, 5, day))


def promotion(phrase: str, who: str) -> CandidateVerdict:
    return CandidateVerdict(phrase=phrase, label=phrase, verdict="promote", who=who, when="2024-05-01")


def test_publishing_keeps_what_people_decided_where_it_is_published_and_adds_what_they_decided_here(
    tmp_path: Path,
) -> None:
    work, shown = make(tmp_path / "work", a=1), make(tmp_path / "shown", a=1)
    write_judgements(work, [judged("a", "b", 2, "here"), judged("c", "d", 1, "here"), judged("e", "f", 1, "here")])
    write_judgements(shown, [judged("b", "a", 1, "there"), judged("d", "c", 1, "there"), judged("g", "h", 1, "there")])
    write_verdicts(shown, [promotion("fish quota", "there")])
    publish(work, shown)
    assert {"".join(sorted(row.pair)): row.who for row in read_judgements(shown)} == {
        "ab": "here", "cd": "there", "ef": "here", "gh": "there",
    }  # fmt: skip
    assert [row.phrase for row in read_verdicts(shown)] == ["fish quota"]
    assert promoted(shown)


def test_what_was_decided_where_it_is_published_is_brought_to_the_next_build(tmp_path: Path) -> None:
    shown, work = make(tmp_path / "shown", a=1), tmp_path / "work"
    write_judgements(shown, [judged("a", "b", 1, "there")])
    write_verdicts(shown, [promotion("fish quota", "there")])
    collect_decisions(shown, work)
    assert (read_judgements(work), read_verdicts(work)) == (read_judgements(shown), read_verdicts(shown))
    collect_decisions(tmp_path / "nowhere", work)
    assert read_judgements(work)
    make(work, a=2)
    assert values(work) == {"a": 2}


def test_where_the_graph_cannot_be_put_in_place_what_people_decided_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, shown = make(tmp_path / "work", a=2), make(tmp_path / "shown", a=1)
    write_judgements(work, [judged("a", "b", 1, "here")])
    snapshot(work, tmp_path / "first")
    write_judgements(shown, [judged("c", "d", 1, "there")])
    before = (shown / JUDGEMENTS).read_bytes()

    def full(*_: object) -> None:
        raise StoreError("shown", "cannot be used: No space left on device")

    monkeypatch.setattr(OxigraphStore, "take_over", full)
    for act in (publish, restore):
        with pytest.raises(StoreError, match="No space left"):
            act(tmp_path / "first", shown)
        assert (values(shown), (shown / JUDGEMENTS).read_bytes()) == ({"a": 1}, before)


def test_a_broken_table_of_decisions_is_told_before_anything_is_published(tmp_path: Path) -> None:
    work, shown = make(tmp_path / "work", a=2), make(tmp_path / "shown", a=1)
    (shown / JUDGEMENTS).write_text("left,right\n")
    with pytest.raises(PackError, match="has no column"):
        publish(work, shown)
    assert values(shown) == {"a": 1}
