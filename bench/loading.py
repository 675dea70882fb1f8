"""`kg load` against the servers' own bulk loaders, and the most memory that it takes as articles grow tenfold."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from bench.corpus import ROOT
from bench.exporting import LARGE, SMALL, peak, stored
from bench.growth import grow_articles
from bench.timing import alternate
from tests.servers import running

KG = [sys.executable, "-m", "kg", "load"]
USER = {"KG_AUTH": f"{running.USER}:{running.PASSWORD}"}


def measure(quads: list[Quad], repeat: int) -> Iterator[str]:
    """A line per server: seconds of `kg load` and of the server's own tool into a new server, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        store, file = Path(folder) / "store", Path(folder) / "graph.nq"
        stored(quads, store).close()
        serialize(quads, file, RdfFormat.N_QUADS)
        start = alternate({"kg": lambda: subprocess.run([*KG, "--help"], cwd=ROOT, check=True, capture_output=True)}, 3)
        yield f"of the seconds of kg load, {start['kg']:.1f} s are the start of `python -m kg`"
        yield from _against("Oxigraph", "oxigraph load", _oxigraph(store, file, repeat), len(quads), repeat)
        if shutil.which("virtuoso-t"):
            yield from _against("Virtuoso", "rdf_loader_run", _virtuoso(store, file, repeat), len(quads), repeat)
        else:
            yield "Virtuoso: not installed"


def memory(quads: list[Quad]) -> Iterator[str]:
    """The peaks of `kg load` into Oxigraph on two stores of synthetic articles, and their ratio."""
    peaks = []
    for articles in (SMALL, LARGE):
        with tempfile.TemporaryDirectory() as folder, running.oxigraph(Path(folder) / "server") as url:
            store = Path(folder) / "store"
            stored(grow_articles(quads, articles), store).close()
            peaks.append(
                peak("bench.peak", "load", url, "--profile", "oxigraph", "--bulk", "-q", "--store", str(store))
            )
    small, large = peaks
    yield (
        f"peak at {SMALL:,} and {LARGE:,} synthetic articles {small:.0f} MB and {large:.0f} MB: "
        f"{large / small:.2f}x (aim <= 1.3x)"
    )


def _against(name: str, tool: str, taken: dict[str, float], quads: int, repeat: int) -> Iterator[str]:
    ratio = taken["kg"] / taken["own"]
    yield (
        f"{quads:,} quads into {name} {taken['kg']:.1f} s, {tool} {taken['own']:.1f} s: {ratio:.2f}x as long "
        f"(aim <= 1.5x), mean of {repeat}"
    )


def _oxigraph(store: Path, file: Path, repeat: int) -> dict[str, float]:
    def ours() -> None:
        subprocess.run([*KG, url, "--profile", "oxigraph", "--bulk", "-q", "--store", store], cwd=ROOT, check=True)

    def own() -> None:
        with tempfile.TemporaryDirectory() as there:
            command = [running.oxigraph_binary(), "load", "--location", there, "--file", file]
            subprocess.run(command, check=True, capture_output=True)

    taken = {"kg": 0.0, "own": 0.0}
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as there, running.oxigraph(Path(there)) as url:
            for name, seconds in alternate({"kg": ours, "own": own}, 1).items():
                taken[name] += seconds / repeat
    return taken


def _virtuoso(store: Path, file: Path, repeat: int) -> dict[str, float]:
    taken = {"kg": 0.0, "own": 0.0}
    for _ in range(repeat):
        for name in taken:
            with tempfile.TemporaryDirectory() as there, running.virtuoso(Path(there)) as (url, port):
                shutil.copy(file, Path(there) / file.name)
                own = f"ld_dir('.','{file.name}','urn:none'); rdf_loader_run(); checkpoint;"
                command = [*KG, url, "--profile", "virtuoso", "-q", "--store", str(store)]
                work = {
                    "kg": lambda command=command: subprocess.run(command, cwd=ROOT, env=os.environ | USER, check=True),
                    "own": lambda port=port, own=own: running.isql(port, own),
                }
                taken[name] += alternate({name: work[name]}, 1)[name] / repeat
    return taken
