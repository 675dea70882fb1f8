"""Texts made to be slow: each is read in a process of its own, which is ended when it takes too long."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import SHAPES

LIMIT = 60
ROOT = Path(__file__).resolve().parent.parent
# Of the shapes that take the longest, the fast suite leaves some to the long one.
QUICK = ("parentheses", "full stops", "no spaces", "title words", "cues", "controls")


def read(name: str) -> None:
    command = [sys.executable, "-m", "tests.hostile", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    statements, _ = map(int, done.stdout.split())
    assert statements >= 1, "the sentences around the shape are lost"


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_text_is_read_and_its_sentences_are_kept(name: str) -> None:
    read(name)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(SHAPES.keys() - set(QUICK)))
def test_a_longer_hostile_text_is_read_and_its_sentences_are_kept(name: str) -> None:
    read(name)
