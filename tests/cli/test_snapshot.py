"""`kg snapshot` and `kg build --publish`, as a user meets them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def kg(command, built: Path):
    """Run a command on a copy of the seeds' store: exit code, output, messages."""
    shutil.copytree(built, "build/graph")
    return command


def test_a_snapshot_is_taken_listed_opened_and_restored(kg) -> None:
    assert kg("snapshot", "first") == (0, "", "kg: build/graph is kept in build/graph/snapshots/first\n")
    code, listed, _ = kg("snapshot", "--list")
    assert code == 0
    assert listed.startswith("first\t")
    assert listed.endswith("\t5 articles\n")
    assert kg("verify", "--store", "build/graph/snapshots/first")[0] == 0
    assert kg("snapshot", "first")[0] == 1
    code, _, told = kg("snapshot", "--restore", "first")
    assert (code, told) == (0, "kg: build/graph is again what build/graph/snapshots/first is\n")
    assert kg("verify")[0] == 0


@pytest.mark.parametrize("args", [[], ["--list", "name"], ["--list", "--restore"], ["--restore"]])
def test_what_makes_no_sense_is_a_usage_error(kg, args: list[str]) -> None:
    code, _, told = kg("snapshot", *args)
    assert code == 2
    assert "Give the name of a snapshot" in told


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--restore", "never"], 1, "build/graph/snapshots/never: holds no whole snapshot: see `kg snapshot --list"),
        (["--restore", "./never"], 1, "never: holds no whole snapshot"),
        (["one", "--store", "http://localhost:1"], 2, "http://localhost:1 is the address of a server"),
        (["one", "--store", "nowhere"], 1, "nowhere: no such store"),
        (["--list", "--store", "nowhere"], 1, "nowhere: no such store"),
        (["--list", "--store", "notes"], 1, "notes: is no store"),
        (["one", "--store", "notes/mine.txt"], 1, "notes/mine.txt: cannot be read: Not a directory"),
        (["./notes"], 1, "notes: is not empty and no store"),
        (["notes/mine.txt"], 1, "notes/mine.txt: cannot be used: Not a directory"),
        (["./" + "x" * 300], 1, "cannot be used: File name too long"),
        *(([name], 2, "no name for a snapshot") for name in ("", ".", "..", "a b", "a\nb", "-", "x" * 65)),
    ],
)
def test_a_name_or_store_that_cannot_be_is_one_line_and_makes_no_snapshot(
    kg, args: list[str], code: int, said: str
) -> None:
    Path("notes").mkdir()
    Path("notes/mine.txt").write_text("mine")
    got, _, told = kg("snapshot", *args)
    assert (got, told.count("\n")) == (code, 1), told
    assert said in told
    assert sorted(path.name for path in Path().iterdir()) == ["build", "notes"]
    assert not Path("build/graph/snapshots").exists()


@pytest.mark.parametrize(
    ("folder", "code", "said"),
    [
        ("notes", 1, "notes: is not empty and no store"),
        ("notes/mine.txt", 1, "notes/mine.txt: cannot be used: Not a directory"),
        ("build/graph/records", 1, "build/graph/records: is not empty and no store"),
        ("build/../build/graph", 2, "--publish names the store itself"),
        ("http://localhost:1", 2, "http://localhost:1 is the address of a server, and this is done in a folder"),
    ],
)
def test_a_place_that_is_for_no_store_is_told_before_anything_is_built(kg, folder: str, code: int, said: str) -> None:
    Path("notes").mkdir()
    Path("notes/mine.txt").write_text("mine")
    got, _, told = kg("build", "notes", "--store", "build/graph", "--publish", folder)
    assert (got, told.count("\n")) == (code, 1), told
    assert said in told
    assert sorted(path.name for path in Path().iterdir()) == ["build", "notes"]


def test_a_build_is_published_whole(kg, built: Path) -> None:
    code, _, told = kg("build", str(Path(__file__).parents[2] / "seeds" / "articles"), "--publish", "shown")
    assert code == 0, told
    assert kg("verify", "--store", "shown")[0] == 0
    judged = "left,right,verdict,who,when,note\nRobert Lighthizer,Liu He,different,Ana,2024-05-01,\n"
    Path("shown/judgements.csv").write_text(judged)
    code, _, told = kg("build", str(Path(__file__).parents[2] / "seeds" / "articles"), "--publish", "shown")
    assert code == 0, told
    assert [Path(folder, "judgements.csv").read_text() for folder in ("shown", "build/graph")] == [judged, judged]
    asked = "ASK { GRAPH ?g { ?judgement <https://parley.example/ns#judgedBy> 'Ana' } }"
    assert kg("sparql", asked, "--store", "shown")[1].strip().endswith("true")
