"""Catalogue queries in memory: pyoxigraph against rdflib, on one grown graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Quad, RdfFormat, Store, serialize
from rdflib import Dataset

from bench.timing import TookTooLong, alternate, geometric_mean, seconds, within

ROOT = Path(__file__).resolve().parent.parent
ANYONE = "VALUES ?issue { UNDEF }"
ENFORCEMENT = "VALUES ?issue { <https://parley.example/issue/enforcement> }"
SLOW, LIMIT = 5.0, 60.0
"""Seconds beyond which rdflib runs a query once only, and beyond which it is stopped."""


def questions() -> Iterator[tuple[str, str]]:
    """Every query for everyone, and those on issues for one issue too."""
    for path in sorted((ROOT / "queries" / "ask").glob("*.rq")):
        text = path.read_text("utf-8")
        yield path.stem, text
        if ANYONE in text:
            yield f"{path.stem} --issue enforcement", text.replace(ANYONE, ENFORCEMENT)


def measure(quads: list[Quad], repeat: int) -> Iterator[str]:
    """A line per query, then the geometric mean of the ratios; a stopped query counts with its limit."""
    store, dataset = Store(), Dataset()
    store.extend(quads)
    dataset.parse(data=serialize(quads, format=RdfFormat.N_QUADS), format="nquads")
    yield f"{len(store):,} quads in memory, median of {repeat}; aim >= 50x in the geometric mean"
    ratios = []
    for name, text in questions():
        ratio, line = _compare(store, dataset, text, repeat)
        ratios.append(ratio)
        yield f"{name:45} {line}"
    if ratios:
        yield f"{'geometric mean':45} {geometric_mean(ratios):8.1f}x"


def _compare(store: Store, dataset: Dataset, text: str, repeat: int) -> tuple[float, str]:
    rows: dict[str, int] = {}

    def with_pyoxigraph() -> None:
        rows["pyoxigraph"] = _count(store.query(text))

    def with_rdflib() -> None:
        rows["rdflib"] = _count(dataset.query(text))

    try:
        with within(LIMIT):
            theirs, bound = seconds(with_rdflib), ""
    except TookTooLong:
        theirs, bound = LIMIT, ">="
    if theirs < SLOW:
        taken = alternate({"pyoxigraph": with_pyoxigraph, "rdflib": with_rdflib}, repeat)
        ours, theirs = taken["pyoxigraph"], taken["rdflib"]
    else:
        ours = alternate({"pyoxigraph": with_pyoxigraph}, repeat)["pyoxigraph"]
    differ = "" if bound or rows["rdflib"] == rows["pyoxigraph"] else f"  ROWS DIFFER: rdflib has {rows['rdflib']:,}"
    line = f"{bound:>2}{theirs / ours:7.1f}x  {ours * 1000:9.1f} ms against {theirs * 1000:9.1f} ms"
    return theirs / ours, f"{line}  {rows['pyoxigraph']:>7,} rows{differ}"


def _count(solutions: Any) -> int:
    """Rows with every value read, or triples."""
    return sum(1 for row in solutions if tuple(row))
