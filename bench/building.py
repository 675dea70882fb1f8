"""The whole build, from files to an answering store, against bare `nlp.pipe` over the same distinct text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.corpus import gather, words
from bench.timing import alternate
from kg.nlp import load_model
from kg.packs import Pack
from kg.pipeline import build as kg_build


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
