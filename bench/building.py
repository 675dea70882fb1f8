"""The whole build, from files to an answering store: its speed against bare `nlp.pipe`, and the memory it takes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.corpus import ROOT, distinct, gather, words
from bench.timing import alternate
from kg.nlp import load_model
from kg.packs import Pack
from kg.pipeline import build as kg_build

SMALL, LARGE, LENGTH = 200, 2_000, 80
"""Articles, and words of each, whose builds are compared by the memory they take."""


def measure(shared: Path, repeat: int) -> Iterator[str]:
    """One line: words per second of both and their ratio; model and pack are loaded before the clock starts."""
    model, pack = load_model(), Pack()
    with tempfile.TemporaryDirectory() as folder:
        articles, turn = Path(folder) / "articles", count()
        texts = gather(articles, shared)
        size = words(texts)

        def build() -> None:
            report = kg_build([articles], Path(folder) / f"graph-{next(turn)}", nlp=model, pack=pack)
            assert report.parsed == len(texts), f"not every article was parsed: {report.skipped}"

        def parse() -> None:
            for _ in model.pipe(texts, batch_size=32):
                pass

        parse()
        taken = alternate({"build": build, "parse": parse}, repeat)
    yield (
        f"build {size / taken['build']:,.0f} words/s, bare nlp.pipe {size / taken['parse']:,.0f} words/s: "
        f"ratio {taken['parse'] / taken['build']:.2f} (aim >= 0.85), {len(texts)} articles, {size:,} words, "
        f"median of {repeat}"
    )


def memory(shared: Path) -> Iterator[str]:
    """A line for the build from nothing and one for the next, from kept records: their peaks, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        texts = gather(Path(folder) / "corpus", shared)
        peaks: dict[str, list[float]] = {"build": [], "again": []}
        for count in (SMALL, LARGE):
            articles = Path(folder) / str(count)
            articles.mkdir()
            for number, text in enumerate(distinct(texts, count, LENGTH)):
                (articles / f"{number:04}.txt").write_text(text, "utf-8")
            for times in peaks.values():
                times.append(_peak("build", articles, "--store", Path(folder) / f"graph-{count}", "-j", "1", "-q"))
    for what, (small, large) in peaks.items():
        yield (
            f"{what:5} {SMALL:,} distinct articles of {LENGTH} words {small:.0f} MB, {LARGE:,} {large:.0f} MB: "
            f"{large / small:.2f}x (aim <= 1.3x)"
        )


def _peak(*arguments: str | Path) -> float:
    """The largest resident size of a `kg` command, in MB."""
    command = [sys.executable, "-m", "bench.peak", *map(str, arguments)]
    return int(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout) / 1024
