"""`kg snapshot` and `kg build --publish`, as a user meets them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.cli import main


@pytest.fixture
def kg(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, built: Path):
    """Run a command on a copy of the seeds' store: exit code, output, messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    shutil.copytree(built, "build/graph")

    def run(*args: str) -> tuple[int, str, str]:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(list(args))
        done = capfd.readouterr()
        return ended.value.code or 0, done.out, done.err

    return run


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


def test_a_snapshot_that_is_not_there_or_of_a_server_is_one_line(kg) -> None:
    assert kg("snapshot", "--restore", "never")[2].count("\n") == 1
    assert "snapshots are of folders" in kg("snapshot", "one", "--store", "http://localhost:1")[2]


def test_a_build_is_published_whole(kg, built: Path) -> None:
    code, _, told = kg("build", str(Path(__file__).parents[2] / "seeds" / "articles"), "--publish", "shown")
    assert code == 0, told
    assert kg("verify", "--store", "shown")[0] == 0
    code, _, told = kg("build", "shown", "--publish", "build/graph")
    assert (code, "the store itself" in told) == (2, True)
