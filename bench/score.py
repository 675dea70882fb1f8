"""Scores the listing queries: the seeds against the shared gold file, and each folder of tests/gold against its own.

    score.py [--shared DIR] [--errors]

Builds each set into build/score/NAME, writes the rows to build/rows/NAME/*.csv and runs the shared scorer on them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.links import measure

ROOT = Path(__file__).resolve().parent.parent
LISTINGS = ("statements", "roles", "mentions", "dates", "commitments", "meetings", "measures", "links")
LINKS = ROOT / "tests" / "gold" / "links"
HALVES = {"development", "held_back"}
KG = [sys.executable, "-m", "kg"]


def sets(shared: Path) -> Iterator[tuple[str, Path, Path]]:
    """Name, gold file and folder of articles of everything there is gold for."""
    yield "seeds", shared / "eval" / "gold_seeds.json", ROOT / "seeds" / "articles"
    for gold in sorted((ROOT / "tests" / "gold").glob("*/gold.json")):
        yield gold.parent.name, gold, gold.parent


def halves(name: str, gold: Path) -> Iterator[tuple[str, Path]]:
    """The gold file; where its articles are parted into halves, a gold file of each."""
    data = json.loads(gold.read_text("utf-8"))
    if not data["meta"].keys() >= HALVES:
        yield name, gold
        return
    for half in sorted(HALVES):
        chosen = {data["meta"]["files"].index(file) for file in data["meta"][half]}
        part = ROOT / "build" / "score" / f"{name}-{half}.json"
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(data | {"facts": [f for f in data["facts"] if f["article"] in chosen]}), "utf-8")
        yield f"{name}, {half.replace('_', ' ')} half", part


def rows(name: str, articles: Path) -> Path:
    """Builds the graph of the articles afresh and writes the rows of every listing query there is."""
    store, out = ROOT / "build" / "score" / name, ROOT / "build" / "rows" / name
    for folder in (store, out):
        shutil.rmtree(folder, ignore_errors=True)
    store.parent.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True)
    subprocess.run([*KG, "build", articles, "--store", store, "-q"], check=True)
    for query in LISTINGS:
        if (ROOT / "queries" / "ask" / f"{query}.rq").exists():
            to = ["--store", store, "--format", "csv", "-o", out / f"{query}.csv"]
            subprocess.run([*KG, "query", query, *to], check=True)
    return out


def linked(shared: Path, name: str, gold: Path, found: Path, errors: bool) -> Iterator[tuple[str, Iterator[str]]]:
    """The figures of links, where there is gold for them: of the seeds, and of each half of tests/gold/links."""
    scorer, links = shared / "eval" / "score.py", LINKS / ("seeds.json" if name == "seeds" else "links.json")
    if name == "seeds":
        yield f"{name}, links", measure(scorer, gold, links, found, None, errors)
    elif gold.parent == LINKS:
        for half in sorted(HALVES):
            shown = errors and half == "development"
            yield f"{name}, {half.replace('_', ' ')} half", measure(scorer, gold, links, found, half, shown)


def main() -> int:
    """Prints the figures of every set; 1 where the scorer is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="SET", help="score these only: seeds, or folders of tests/gold")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds eval/score.py")
    parser.add_argument("--errors", action="store_true", help="list every miss, spurious row and wrong slot")
    options = parser.parse_args()
    scorer = options.shared / "eval" / "score.py"
    if not scorer.exists():
        print(f"cannot score: {scorer} is not there (make score SHARED=FOLDER)", file=sys.stderr)
        return 1
    flags = ["--errors"] if options.errors else []
    for name, gold, articles in sets(options.shared):
        if options.names and name not in options.names:
            continue
        found = rows(name, articles)
        for title, part in halves(name, gold):
            print(f"\n{title}", flush=True)
            subprocess.run([sys.executable, scorer, part, found, *flags], check=True)
        for title, lines in linked(options.shared, name, gold, found, options.errors):
            print(f"\n{title}", *lines, sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
