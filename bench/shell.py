"""A question from the shell: `kg query` against `oxigraph query`, on one store, start-up and all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.queries import ANYONE, ENFORCEMENT, ROOT
from bench.timing import alternate
from kg.store.mark import open_mark

QUESTION = "officials-who-discussed"
BIN = Path(sys.executable).parent


def measure(store: Path, repeat: int) -> Iterator[str]:
    """One line: the medians of both, and how many times as long ours takes."""
    text = (ROOT / "queries" / "ask" / f"{QUESTION}.rq").read_text("utf-8").replace(ANYONE, ENFORCEMENT)
    ours = [BIN / "kg", "query", QUESTION, "--issue", "enforcement", "--store", store, "--format", "csv"]
    theirs = [BIN / "oxigraph", "query", "-l", open_mark(store).quads, "-q", text, "--results-format", "csv"]
    answers = {_lines(ours), _lines(theirs)}
    taken = alternate({"kg": lambda: _lines(ours), "oxigraph": lambda: _lines(theirs)}, repeat)
    same = f"{answers.pop():,} lines each" if len(answers) == 1 else "LINES DIFFER"
    yield (
        f"kg query {taken['kg'] * 1000:.0f} ms, oxigraph query {taken['oxigraph'] * 1000:.0f} ms: "
        f"{taken['kg'] / taken['oxigraph']:.2f}x as long (aim < 3x), {same}, median of {repeat}"
    )


def _lines(command: Sequence[str | Path]) -> int:
    """Lines of what the command prints."""
    return subprocess.run(command, capture_output=True, check=True).stdout.count(b"\n")
