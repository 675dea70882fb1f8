"""kill -9 at any point of what writes: nothing acknowledged is lost, nothing torn, and going on ends as it should."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.kept import RECORDS, Kept
from kg.nlp import Language
from kg.packs import Pack
from kg.pipeline import build
from tests.durability.killing import SHORT

ROOT = Path(__file__).resolve().parents[2]
SEED = "2019-03-28"
# Where every file is flushed, a disk takes half of the time; whether a process is killed does not depend on it.
MEMORY = Path("/dev/shm")


def told(module: str, *arguments: str | Path | int) -> Iterator[dict[str, Any]]:
    """What the harness prints, in a process of its own, for it forks."""
    command = [sys.executable, "-m", f"tests.durability.{module}", *map(str, arguments)]
    environment = {**os.environ, **({"TMPDIR": str(MEMORY)} if os.access(MEMORY, os.W_OK) else {})}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return map(json.loads, done.stdout.splitlines())


def killed_at_steps(every: int, *power: str) -> None:
    """Kills at every so manieth step of each scene hit, and left the graph before or the graph after, each once."""
    scenes = list(told("stepping", every, *power))
    assert {scene["scene"] for scene in scenes} == {"replacement", "first build", "publication"}
    assert all(scene["hit"] >= 150 // every for scene in scenes)
    assert all(scene["before"] > 0 for scene in scenes)
    assert any(scene["after"] > 0 for scene in scenes)


def test_a_store_killed_at_any_step_holds_the_graph_before_or_after_and_the_next_makes_it_whole() -> None:
    killed_at_steps(23)


@pytest.mark.long
def test_the_same_holds_for_every_single_step() -> None:
    killed_at_steps(1)


def test_ten_kills_of_builds_and_copies_lose_nothing(built: Path) -> None:
    scenes = list(told("killing", built, 10, SEED))
    assert {scene["scene"] for scene in scenes} == {"build", "prune", "publish"}
    assert sum(scene["hit"] for scene in scenes) >= 10


@pytest.mark.long
def test_two_hundred_kills_lose_nothing(built: Path, server: str) -> None:
    scenes = {scene.pop("scene"): scene for scene in told("killing", built, 200, SEED, server)}
    assert scenes.keys() == {"build", "prune", "publish", "parse", "load"}
    assert sum(scene["hit"] for scene in scenes.values()) >= 200
    assert scenes["parse"]["acknowledged"] > SHORT
    assert scenes["load"]["acknowledged"] > scenes["load"]["hit"]
    assert all(scene["found"].get("before") or scene["found"].get("between") for scene in scenes.values())
    assert scenes["publish"]["found"].get("after")
    assert scenes["load"]["found"].get("between")


def test_an_article_is_acknowledged_when_its_records_are_on_the_disk(
    tmp_path: Path, nlp: Language, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "articles").mkdir()
    for name in "abc":
        (tmp_path / "articles" / f"{name}.txt").write_text(f"The minister said the talks on fish {name} had failed.\n")
    put, there = Kept.put, []

    def slowly(kept: Kept, key: str, encoded: bytes) -> None:
        time.sleep(0.05)
        put(kept, key, encoded)

    def count(stage: str, done: int, _: int) -> None:
        if stage == "parsing":
            there.append((done, len(list((tmp_path / "graph" / RECORDS).glob("*/*.json")))))

    monkeypatch.setattr(Kept, "put", slowly)
    build([tmp_path / "articles"], tmp_path / "graph", nlp=nlp, pack=pack, progress=count)
    assert [done for done, _ in there] == [1, 2, 3]
    assert all(kept >= done for done, kept in there)
