"""The ledger and divergence on a grown graph on disk, warm: a question for everyone, and one for a single party."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from pyoxigraph import Quad, Store

from bench.timing import seconds

ROOT = Path(__file__).resolve().parent.parent
CHINA = ("VALUES ?party { UNDEF }", "VALUES ?party { <https://parley.example/id/polity/CN> }")
QUESTIONS = ("commitment-ledger", "divergence", "demands-unanswered")


def measure(quads: list[Quad], repeat: int) -> Iterator[str]:
    """A line per question."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        store.bulk_extend(quads)
        store.optimize()
        yield f"{len(store):,} quads on disk, warm, median of {repeat}; aim < 1 s each"
        for name in QUESTIONS:
            text = (ROOT / "queries" / "ask" / f"{name}.rq").read_text("utf-8")
            yield f"{name:45} {_taken(store, text, repeat)}"
            if CHINA[0] in text:
                yield f"{name + ' --party China':45} {_taken(store, text.replace(*CHINA), repeat)}"


def _taken(store: Store, text: str, repeat: int) -> str:
    rows = 0

    def run() -> None:
        nonlocal rows
        rows = sum(1 for row in store.query(text) if tuple(row))

    run()
    return f"{median(seconds(run) for _ in range(repeat)) * 1000:9.1f} ms  {rows:>7,} rows"
