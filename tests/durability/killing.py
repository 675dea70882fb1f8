"""Kills what writes a store at random times, and looks at what is left.

    python -m tests.durability.killing BUILT POINTS SEED [SERVER]

BUILT is a store of at least three articles; SERVER the address of an empty Oxigraph server, which adds the scenes that
take long. Prints a line of JSON for each scene: kills that hit, and in which state they left the store. Fails where a
kill lost an article that was acknowledged, where a reader finds anything but the graph before or the graph after, or
where going on does not end in the graph that no kill would have made.
"""

from __future__ import annotations

import gc
import hashlib
import io
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from unittest.mock import patch

import httpx

from kg.errors import StoreError
from kg.files import data_dir
from kg.kept import RECORDS, Kept
from kg.load import load
from kg.packs import Pack
from kg.pipeline import KINDS, Report, build, graphs_of
from kg.rdf import Run
from kg.snapshot import publish
from kg.store import manifest
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from tests.durability.forks import Acknowledge, run, told

SHARES = {"build": 5, "prune": 4, "publish": 8, "load": 2, "parse": 1}
"""How many of twenty points a scene has; the dearest has the fewest."""

SHORT = 100
"""Articles that are parsed where that is killed: some batches, so that some are acknowledged while others wait."""

TRIES = 3
"""A kill misses where its process is done already; on average so many are tried for one that hits, at most."""


@dataclass(frozen=True)
class Scene:
    """Something that writes: how its folder is laid out, what it does there, and what is there then.

    `whole` is false where it is not all or nothing. `there` is how much of what it acknowledges is there.
    """

    name: str
    prepare: Callable[[Path], object]
    act: Callable[[Path, Acknowledge], object]
    look: Callable[[Path], str]
    whole: bool = True
    there: Callable[[Path], int] = lambda at: len(list((at / RECORDS).glob("*/*.json")))


@dataclass
class Tally:
    """What came of the kills of one scene."""

    hit: int = 0
    missed: int = 0
    found: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0


def digest(folder: Path) -> str:
    """Of all quads, as a reader finds them; empty where nothing was built. What is kept must be whole."""
    kept = Kept(folder / RECORDS)
    for path in (folder / RECORDS).glob("*/*.json"):
        kept.get(path.stem)
    try:
        with OxigraphStore.open(folder) as store:
            assert set(store.manifest.graphs) == set(store.graphs()), "the manifest is of other quads"
            assert all(map(kept.has, store.manifest.articles.values())), "the records of an article are lost"
            out = io.BytesIO()
            store.dump(out, "nquads", {})
    except StoreError as error:
        if "`kg build" in error.reason:
            return ""
        raise
    return hashlib.sha256(b"".join(sorted(out.getvalue().splitlines(keepends=True)))).hexdigest()


def clone(source: Path, target: Path) -> None:
    """A copy of a store by hard links: none of its files is ever written twice."""
    shutil.copytree(source, target, copy_function=os.link)


def small(folder: Path) -> Path:
    """The curated data with a few offices and institutions: most of a small build is the writing of them all."""
    shutil.copytree(data_dir("seeds"), folder)
    for name in ("offices.csv", "institutions.csv"):
        rows = folder / name
        rows.write_bytes(b"".join(rows.read_bytes().splitlines(keepends=True)[:20]))
    return folder


class Stage:
    """The stores and articles that scenes are played with."""

    def __init__(self, built: Path, folder: Path) -> None:
        self.built, self.before = folder / "built", folder / "before"
        self.articles, self.fewer, self.many = folder / "articles", folder / "fewer", folder / "many"
        self.pack = Pack(small(folder / "seeds"))
        told(self._lay, built)
        self._warm()

    def _lay(self, built: Path) -> None:
        seeds = Path(str(manifest.read(built).base))
        for folder, count in ((self.articles, 3), (self.fewer, 1)):
            shutil.copytree(seeds, folder)
            for path in sorted(folder.glob("*.txt"))[count:]:
                path.unlink()
        self.many.mkdir()
        for number in range(SHORT):
            text = f"The minister said on Monday that {number} talks on fish had failed. Peru agreed to go on.\n"
            (self.many / f"{number}.txt").write_text(text)
        shutil.copytree(built, self.built)
        self.make(self.articles, self.built, prune=True)
        clone(self.built, self.before)
        self.make(self.fewer, self.before, prune=True)

    def _warm(self) -> None:
        """Read once, before forks, what every build reads: a kill is to hit what writes."""
        articles = Kept(self.built / RECORDS).all(manifest.read(self.built).articles.values())
        for _ in graphs_of(
            articles, self.pack, Run("", self.pack.language_digest), Report(records=dict.fromkeys(KINDS, 0)), ()
        ):
            pass

    def make(self, articles: Path, store: Path, **options: object) -> None:
        """Build a store of these articles."""
        build([articles], store, base=articles, pack=self.pack, **options)  # type: ignore[arg-type]

    def scenes(self) -> Iterator[Scene]:
        """Builds and copies whose records are kept."""

        def with_records(at: Path) -> None:
            clone(self.before, at)
            Kept(self.built / RECORDS).share(manifest.read(self.built).articles.values(), Kept(at / RECORDS))

        def two(at: Path) -> None:
            clone(self.built, at / "work")
            clone(self.before, at / "shown")

        yield Scene("build", with_records, lambda at, _: self.make(self.articles, at), digest)
        yield Scene(
            "prune", lambda at: clone(self.built, at), lambda at, _: self.make(self.fewer, at, prune=True), digest
        )
        yield Scene("publish", two, lambda at, _: publish(at / "work", at / "shown"), lambda at: digest(at / "shown"))

    def parsing(self) -> Scene:
        """A build from nothing, in which every article is parsed."""
        from kg.nlp import load_model

        nlp = load_model()

        def act(at: Path, acknowledge: Acknowledge) -> None:
            self.make(
                self.many, at, nlp=nlp, jobs=1, progress=lambda stage, done, _: stage == "parsing" and acknowledge(done)
            )

        return Scene("parse", lambda at: None, act, digest)

    def loading(self, server: str) -> Scene:
        """The graph's way into a server that holds another one."""
        texts = {at: told(graphs, at) for at in (self.before, self.built)}
        old, new = texts[self.before], texts[self.built]

        def prepare(_: Path) -> None:
            with Endpoint(server, profile="oxigraph") as endpoint:
                for graph in new:
                    if graph not in old:
                        gone = httpx.delete(f"{server}/store", params={"graph": graph})
                        assert gone.status_code in (204, 404), gone
                    elif held(server, graph) != old[graph]:
                        with OxigraphStore.open(self.before) as store:
                            endpoint.put_graph(graph, store.dump_graph(graph))

        def act(_: Path, acknowledge: Acknowledge) -> None:
            # Few graphs at a time, so that some are acknowledged while others wait.
            with (
                patch("kg.load._GRAPHS", 2),
                OxigraphStore.open(self.built) as store,
                Endpoint(server, profile="oxigraph") as endpoint,
            ):
                for number, _loaded in enumerate(load(store, endpoint), 1):
                    acknowledge(number)

        def there(_: Path) -> int:
            return sum(1 for _ in takewhile(lambda graph: held(server, graph) == new[graph], sorted(new)))

        def look(_: Path) -> str:
            found = {graph: held(server, graph) for graph in new}
            torn = [graph for graph, text in found.items() if text not in (old.get(graph, EMPTY), new[graph])]
            assert not torn, f"torn on the server: {torn}"
            return json.dumps(found, sort_keys=True)

        return Scene("load", prepare, act, look, whole=False, there=there)


EMPTY = hashlib.sha256().hexdigest()


def graphs(folder: Path) -> Mapping[str, str]:
    """The digest of each graph of a store, as N-Triples."""
    with OxigraphStore.open(folder) as store:
        return {graph: of_lines(store.dump_graph(graph)) for graph in store.graphs()}


def held(server: str, graph: str) -> str:
    """The digest of what a server holds of a graph."""
    wanted = {"Accept": "application/n-triples"}
    # To read the certificates of all authorities takes longer than the answer of a server on loopback.
    response = httpx.get(f"{server}/store", params={"graph": graph}, headers=wanted, verify=False)
    return of_lines(response.raise_for_status().content if response.status_code != 404 else b"")


def of_lines(text: bytes) -> str:
    return hashlib.sha256(b"".join(sorted(text.splitlines(keepends=True)))).hexdigest()


def play(scene: Scene, points: int, folder: Path, chance: random.Random) -> Tally:
    """Kill the scene's process until so many kills have hit; each time go on, and compare."""
    folder.mkdir()
    uncut = folder / "uncut"
    told(scene.prepare, uncut)
    before = told(scene.look, uncut)
    seconds = run(scene.act, uncut).seconds  # of a first time, which is the slowest
    after = told(scene.look, uncut)
    assert before != after, f"{scene.name} changes nothing"
    names = {before: "before", after: "after"}
    tally = Tally()
    while tally.hit < points and tally.hit + tally.missed < TRIES * points + TRIES:
        at = folder / "killed"
        told(scene.prepare, at)
        after_seconds = chance.uniform(0, seconds)
        end = run(scene.act, at, kill_after=after_seconds)
        if not end.hit:  # The next may be done as soon.
            seconds = (seconds + after_seconds) / 2
        found = told(scene.look, at)
        assert found in names or not scene.whole, f"{scene.name}: a reader finds neither the old graph nor the new one"
        assert told(scene.there, at) >= end.acknowledged, f"{scene.name}: what was acknowledged is lost"
        run(scene.act, at)
        assert told(scene.look, at) == after, f"{scene.name}: going on ends in another graph"
        assert len(list(at.rglob("quads-*"))) <= at.is_dir() * (1 + (at / "work").is_dir()), "something is left over"
        tally.hit, tally.missed = tally.hit + end.hit, tally.missed + (not end.hit)
        tally.acknowledged += end.acknowledged
        tally.found[names.get(found, "between")] += end.hit
        shutil.rmtree(at, ignore_errors=True)
    return tally


def main(built: str, points: str, seed: str, server: str | None = None) -> None:
    """Plays every scene, with its share of the points."""
    with tempfile.TemporaryDirectory() as name:
        stage = Stage(Path(built), Path(name))
        scenes = [*stage.scenes(), *([stage.parsing(), stage.loading(server)] if server else [])]
        gc.freeze()  # A collection would write to, and so copy, what every fork shares with its parent.
        whole = sum(SHARES[scene.name] for scene in scenes)
        for scene in scenes:
            share = -(-int(points) * SHARES[scene.name] // whole)
            tally = play(scene, share, Path(name) / scene.name, random.Random(f"{seed} {scene.name}"))
            print(json.dumps({"scene": scene.name, **tally.__dict__}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
