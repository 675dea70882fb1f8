"""Kills a replacement of graphs before each of its steps in turn: `python -m tests.durability.stepping EVERY`.

A step is the call or the return of a built-in function, which all that touches the disk is. Prints a line of JSON: how
many steps there are, how many were killed, and how many of those left the graphs before or after.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from kg.store.oxigraph import OxigraphStore
from tests.durability.forks import run, told
from tests.durability.killing import digest

A, B, C, D = (f"https://parley.example/id/article/{name}" for name in "abcd")
RULE = "CONSTRUCT { ?s <urn:q> ?o } WHERE { GRAPH ?g { ?s <urn:p> ?o } }"


def quads(graph: str, *values: int) -> bytes:
    return "".join(sorted(f'<{graph}> <urn:p> "{value}" <{graph}> .\n' for value in values)).encode()


FIRST = {A: quads(A, 1), B: quads(B, 1), C: quads(C, 1)}
SECOND = {A: quads(A, 1), B: quads(B, 5, 6), D: quads(D, 1)}


def begin(folder: Path, _: object = None) -> None:
    replace(folder, FIRST)


def go_on(folder: Path, _: object = None) -> None:
    replace(folder, SECOND)


def replace(folder: Path, graphs: dict[str, bytes]) -> None:
    """Open the store, and make it hold these graphs and what follows from them."""
    with OxigraphStore.create(folder) as store:
        store.replace_graphs(graphs, rules={"urn:derived": RULE})


def main(folder: Path, every: int) -> None:
    """Every so manieth step, from a store of the first graphs and from none."""
    counts = {"steps": 0, "hit": 0, "before": 0, "after": 0}
    for start in (FIRST, {}):
        at = folder / "at"
        if start:
            told(begin, folder / "first")
        told(go_on, folder / "second")
        wanted = told(digest, folder / "second")
        before = told(digest, folder / "first") if start else ""
        for step in range(0, 10_000, every):
            if start:
                shutil.copytree(folder / "first", at)
            end = run(go_on, at, kill_at=step)
            found = told(digest, at)
            assert found in (before, wanted), f"killed at step {step}, a reader finds what nobody wrote"
            told(go_on, at)
            assert told(digest, at) == wanted, f"killed at step {step}, the next does not end where it should"
            left = sorted(path.name for path in at.iterdir() if path.name not in (".lock", "store.json"))
            assert len(left) == 1, f"killed at step {step}, this is left over: {left}"
            shutil.rmtree(at)
            if not end.hit:
                break
            counts["hit"] += 1
            counts["before" if found == before else "after"] += 1
        counts["steps"] += step
    print(json.dumps(counts))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name), int(sys.argv[1]))
