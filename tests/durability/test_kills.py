"""kill -9 at any point of what writes: nothing acknowledged is lost, nothing torn, and going on ends as it should."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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


def test_a_store_killed_at_any_step_holds_the_graph_before_or_after_and_the_next_makes_it_whole() -> None:
    (counts,) = told("stepping", 17)
    assert counts["hit"] >= 20
    assert counts["before"] > 0
    assert counts["after"] > 0


@pytest.mark.long
def test_the_same_holds_for_every_single_step() -> None:
    (counts,) = told("stepping", 1)
    assert counts["hit"] == counts["steps"] >= 300
    assert counts["before"] > 0
    assert counts["after"] > 0


def test_ten_kills_of_builds_and_copies_lose_nothing(built: Path) -> None:
    scenes = list(told("killing", built, 10, SEED))
    assert {scene["scene"] for scene in scenes} == {"build", "prune", "publish"}
    assert sum(scene["hit"] for scene in scenes) >= 10


@pytest.mark.long
def test_two_hundred_kills_lose_nothing(built: Path, server: str) -> None:
    scenes = {scene.pop("scene"): scene for scene in told("killing", built, 200, SEED, server)}
    assert scenes.keys() == {"build", "prune", "publish", "parse", "load"}
    assert sum(scene["hit"] for scene in scenes.values()) >= 200
    assert scenes["parse"]["acknowledged"] > 0
    assert all(scene["found"].get("before") for scene in scenes.values())
    assert scenes["publish"]["found"].get("after")
    assert scenes["load"]["found"].get("between")
