"""Texts made to be slow, to break a reader, or to harm their neighbours: read in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.kept import Kept
from kg.pipeline import Report, build
from kg.store.oxigraph import OxigraphStore
from tests.hostile import SHAPES, SKIPPED

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
SECONDS = 10
MEGABYTES = 1_000
# The fast suite reads some of each kind: marks, letters, words, lines.
QUICK = ("parentheses", "full stops", "no spaces", "controls", "NUL", "title words", "headlines", *SKIPPED)


def read(folder: Path, *names: str) -> tuple[list[dict[str, object]], int]:
    """What became of each shape, and the most memory that reading them took."""
    command = [sys.executable, "-m", "tests.hostile", str(folder), *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    *shapes, last = map(json.loads, done.stdout.splitlines())
    return shapes, last["megabytes"]


def check(folder: Path, *names: str) -> None:
    shapes, megabytes = read(folder, *names)
    assert [shape["name"] for shape in shapes] == list(names)
    slow = {shape["name"]: shape["seconds"] for shape in shapes if shape["seconds"] > SECONDS}
    assert not slow
    lost = [shape for shape in shapes if not shape["said"] and not shape["skipped"]]
    assert not lost, "neither read nor skipped with a reason"
    reasons = {str(shape["name"]): str(shape["skipped"]) for shape in shapes if shape["skipped"]}
    assert reasons.keys() == SKIPPED.keys() & set(names)
    assert all(SKIPPED[name] in reason for name, reason in reasons.items())
    assert megabytes < MEGABYTES


def test_a_hostile_text_is_read_with_its_sentences_or_skipped_with_a_reason(
    tmp_path: Path,
) -> None:
    check(tmp_path, *QUICK)


@pytest.mark.long
def test_no_hostile_text_takes_more_than_ten_seconds_or_a_gigabyte(tmp_path: Path) -> None:
    assert len(SHAPES) >= 60
    check(tmp_path, *sorted(SHAPES.keys() - set(QUICK)))


@pytest.mark.long
def test_the_records_of_the_neighbours_of_hostile_texts_are_what_they_are_without_them(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for seed in SEEDS:
        (articles / seed.name).write_bytes(seed.read_bytes())
        (articles / f"{seed.stem}.yaml").write_bytes(seed.with_suffix(".yaml").read_bytes())
    alone = records(tmp_path / "alone", build([articles], tmp_path / "alone"))
    for name in QUICK:
        (articles / f"{name}.txt").write_bytes(SHAPES[name].encode("utf-8", "surrogatepass"))
    (articles / "nothing.txt").write_bytes(b"\0" * 1_000)
    report = build([articles], tmp_path / "beside")
    assert report.skipped
    assert {name: beside for name, beside in records(tmp_path / "beside", report).items() if name in alone} == alone


def records(store: Path, report: Report) -> dict[str, object]:
    """The kept records of each article in the store."""
    assert report.read
    with OxigraphStore.open(store) as graph:
        return {name: Kept(store / "records").get(key) for name, key in graph.manifest.articles.items()}
