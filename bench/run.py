"""Speed, each figure against its baseline, alternating in one run: `make bench`.

    run.py [--shared DIR] [--repeat N] [--size QUADS] [NAME ...]

NAME: build, write, export, memory, load, query, ledger, shell or resolve.

Ratios carry over to other machines, seconds do not. Nothing here fails for being slow.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from pyoxigraph import Quad, Store

from bench import building, exporting, ledger, loading, queries, resolving, shell, writing
from bench.corpus import ROOT, SEEDS
from bench.growth import grow
from kg.packs import Pack
from kg.store.mark import open_mark

LEDGER_SIZE = LOAD_SIZE = 1_000_000


def seeds_store(folder: Path) -> Path:
    """A store of the seed articles, built by the command itself."""
    store = folder / "graph"
    command = [Path(sys.executable).parent / "kg", "build", SEEDS, "--store", store, "-q"]
    subprocess.run(command, check=True)
    return store


def grown(store: Path, size: int) -> list[Quad]:
    """The quads of the store, grown to at least `size`."""
    return list(grow(list(Store.read_only(str(open_mark(store).quads))), size))


def main() -> None:
    """Prints the lines of every benchmark asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="build, write, export, memory, load, query, ledger, shell, resolve (default: all)",
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with more articles")
    parser.add_argument("--repeat", type=int, default=3, help="rounds that a median is taken of")
    parser.add_argument("--size", type=int, default=100_000, help="quads of the grown graph")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = seeds_store(Path(folder))
        benches: dict[str, Callable[[], Iterator[str]]] = {
            "build": lambda: building.measure(asked.shared, asked.repeat),
            "write": lambda: writing.measure(grown(store, asked.size), asked.repeat),
            "export": lambda: exporting.measure(grown(store, asked.size), asked.repeat),
            "memory": lambda: chain(building.memory(asked.shared), exporting.memory(grown(store, 0))),
            "load": lambda: chain(
                loading.measure(grown(store, LOAD_SIZE), asked.repeat), loading.memory(grown(store, 0))
            ),
            "query": lambda: queries.measure(grown(store, asked.size), asked.repeat),
            "ledger": lambda: ledger.measure(grown(store, LEDGER_SIZE), asked.repeat),
            "shell": lambda: shell.measure(store, 3 * asked.repeat),
            "resolve": lambda: resolving.measure(Pack(), asked.repeat),
        }
        if unknown := set(asked.names) - set(benches):
            parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(benches)}")
        for name in asked.names or benches:
            for line in benches[name]():
                print(f"{name:7} {line}", flush=True)


if __name__ == "__main__":
    main()
