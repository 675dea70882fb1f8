"""Export: Turtle against rdflib's serialiser, and the most memory that each format takes as articles grow tenfold."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, serialize
from rdflib import Graph

from bench.corpus import ROOT
from bench.growth import grow_articles
from bench.timing import alternate, seconds
from kg.store.oxigraph import OxigraphStore
from kg.vocab import PREFIXES

SMALL, LARGE = 2_000, 20_000
FORMATS = ("turtle", "csv", "graphml", "plover")


def measure(quads: list[Quad], repeat: int) -> Iterator[str]:
    """One line: seconds of Turtle from memory, from disk and by rdflib, and the ratios."""
    graph, memory = Graph(), Store()
    graph.parse(data=serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    memory.extend(quads)
    with tempfile.TemporaryDirectory() as folder, stored(quads, Path(folder) / "store") as disk:
        out = Path(folder) / "out.ttl"

        def ours(store: OxigraphStore) -> None:
            with out.open("wb") as handle:
                store.dump(handle, "turtle", PREFIXES)

        taken = alternate(
            {"memory": lambda: ours(OxigraphStore(memory, None, None)), "disk": lambda: ours(disk)}, repeat
        )
        theirs = seconds(lambda: graph.serialize(out, format="turtle"))
    yield (
        f"Turtle from memory {taken['memory']:.2f} s, rdflib's serialiser {theirs:.2f} s: "
        f"{theirs / taken['memory']:.0f}x (aim >= 15x); from disk {taken['disk']:.2f} s: "
        f"{theirs / taken['disk']:.0f}x; {len(graph):,} triples, median of {repeat}, rdflib once"
    )


def memory(quads: list[Quad]) -> Iterator[str]:
    """A line per format: the peaks of `kg export` on two stores of synthetic articles, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {articles: Path(folder) / str(articles) for articles in (SMALL, LARGE)}
        sizes = []
        for articles, path in stores.items():
            with stored(grow_articles(quads, articles), path) as store:
                sizes.append(len(store))
        yield f"at {SMALL:,} and {LARGE:,} synthetic articles ({sizes[0]:,} and {sizes[1]:,} quads), aim <= 1.3x"
        for form in FORMATS:
            small, large = (
                peak("bench.peak", "export", "-f", form, "--store", path, "-o", Path(folder) / f"{form}-{articles}")
                for articles, path in stores.items()
            )
            yield f"{form:13} {small:.0f} MB and {large:.0f} MB: {large / small:.2f}x"


def stored(quads: Iterable[Quad], folder: Path) -> OxigraphStore:
    """A store on disk of these quads, open to read."""
    graphs: defaultdict[str, set[bytes]] = defaultdict(set)
    for quad in quads:
        graphs[quad.graph_name.value].add(b"%s .\n" % str(quad).encode())
    with OxigraphStore.create(folder) as store:
        store.replace_graphs((iri, b"".join(sorted(lines))) for iri, lines in graphs.items())
    return OxigraphStore.open(folder)


def peak(module: str, *arguments: str | Path) -> float:
    """The largest resident size of a process that prints it in KB, in MB."""
    command = [sys.executable, "-m", module, *arguments]
    return int(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout) / 1024
