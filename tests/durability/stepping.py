"""Kills what writes a store before each of its steps in turn: `python -m tests.durability.stepping EVERY [power]`.

A step is the call or the return of a built-in function, which all that touches the disk is. With `power` the disk loses
what was not flushed, too. Prints a line of JSON for each scene: how many steps there are, how many were killed, and how
many of those left the graphs before or after.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from kg.snapshot import publish
from kg.store.oxigraph import OxigraphStore
from tests.durability.forks import run, told
from tests.durability.killing import Scene, digest
from tests.durability.power import disk
from tests.test_snapshot import make, values

A, B, C, D = (f"https://parley.example/id/article/{name}" for name in "abcd")
RULE = "CONSTRUCT { ?s <urn:q> ?o } WHERE { GRAPH ?g { ?s <urn:p> ?o } }"


def quads(graph: str, *values: int) -> bytes:
    return "".join(sorted(f'<{graph}> <urn:p> "{value}" <{graph}> .\n' for value in values)).encode()


FIRST = {A: quads(A, 1), B: quads(B, 1), C: quads(C, 1)}
SECOND = {A: quads(A, 1), B: quads(B, 5, 6), D: quads(D, 1)}


def replace(folder: Path, graphs: dict[str, bytes]) -> None:
    """Open the store, and make it hold these graphs and what follows from them."""
    with OxigraphStore.create(folder) as store:
        store.replace_graphs(graphs, rules={"urn:derived": RULE})


def two(folder: Path) -> None:
    """A store where one works and one that is shown."""
    make(folder / "work", a=2, b=1)
    make(folder / "shown", a=1)


SCENES = (
    Scene("replacement", lambda at: replace(at, FIRST), lambda at, _: replace(at, SECOND), digest),
    Scene("first build", lambda at: None, lambda at, _: replace(at, SECOND), digest),
    Scene("publication", two, lambda at, _: publish(at / "work", at / "shown"), lambda at: str(values(at / "shown"))),
)


def left_over(at: Path) -> list[str]:
    """What killed writers left, and generations that nobody reads."""
    stores = [path.parent for path in at.rglob("store.json")]
    named = [json.loads((store / "store.json").read_text())["quads"] for store in stores]
    wanted = {store / name for store, name in zip(stores, named, strict=True)}
    return sorted(str(path) for path in [*at.rglob(".*.part"), *at.rglob("quads*")] if path not in wanted)


def play(
    scene: Scene, folder: Path, every: int, flush: Callable[[], None], cut: Callable[[], AbstractContextManager[Path]]
) -> dict[str, object]:
    """Every so manieth step of the scene; `cut` is where a reader comes afterwards."""
    counts = {"steps": 0, "hit": 0, "before": 0, "after": 0}
    first, at = folder / "first", folder / "at"
    told(scene.prepare, first)
    before = told(scene.look, first)
    if first.exists():
        shutil.copytree(first, at)
    run(scene.act, at)
    wanted = told(scene.look, at)
    assert before != wanted, f"{scene.name} changes nothing"
    hit = True
    while hit:
        shutil.rmtree(at)
        if first.exists():
            shutil.copytree(first, at)
        flush()
        step = counts["steps"]
        hit = run(scene.act, at, kill_at=step).hit
        with cut() as after:
            found = told(scene.look, after / "at")
            assert found in (before, wanted), f"{scene.name} killed at step {step}: a reader finds what nobody wrote"
            assert hit or found == wanted, f"{scene.name}: what was acknowledged is lost"
            run(scene.act, after / "at")
            assert told(scene.look, after / "at") == wanted, (
                f"{scene.name} killed at step {step}: going on ends wrongly"
            )
            assert not left_over(after / "at"), f"{scene.name} killed at step {step}: something is left over"
        if hit:
            counts["steps"] += every
            counts["hit"] += 1
            counts["before" if found == before else "after"] += 1
    shutil.rmtree(at)
    shutil.rmtree(first, ignore_errors=True)
    return {"scene": scene.name, **counts}


def main(every: int, place: Path, flush: Callable[[], None], cut: Callable[[], AbstractContextManager[Path]]) -> None:
    """Plays every scene there."""
    for scene in SCENES:
        print(json.dumps(play(scene, place, every, flush, cut)), flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        if sys.argv[2:]:
            with disk(Path(name)) as made:
                main(int(sys.argv[1]), made.place, made.flush, made.cut)
        else:
            main(int(sys.argv[1]), Path(name), lambda: None, lambda: nullcontext(Path(name)))
