"""Scores the listing queries: the seeds against the shared gold file, and each folder of tests/gold against its own.

    score.py [SET ...] [--shared DIR] [--errors]

Builds each set into build/score/NAME, writes the rows to build/rows/NAME/*.csv and runs the shared scorer on them.
Ends with the README's table: F1 of the seeds, and of the passages of each era as one set, half by half.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.links import measure

ROOT = Path(__file__).resolve().parent.parent
LISTINGS = ("statements", "roles", "mentions", "dates", "commitments", "meetings", "measures", "links")
LINKS = ROOT / "tests" / "gold" / "links"
HALVES = {"development", "held_back"}
ERAS = {"recent": ("modern", "news", "press", "forum", "desk"), "old": ("wire", "cable", "telex", "archive", "ticker")}
SHOWN = {
    "statement": "statement",
    "statement+speaker": "statement with the right speaker",
    "statement.issues": "issues of a statement",
    "commitment": "commitment (kind and content)",
    "commitment+actor": "commitment with the right actor",
    "meeting": "meeting",
    "meeting.participants": "participants of a meeting",
    "measure": "measure",
    "measure+imposer": "measure with the right imposer",
    "role": "role",
    "role.country": "country of a role",
    "mention": "mention",
    "date": "date",
}
"""The scorer's figures as the README's table names them."""
KG = [sys.executable, "-m", "kg"]
Figures = dict[str, Counter[str]]
"""Figure -> how many are right (`tp`), were found (`predicted`) and are in the gold."""


def sets(shared: Path) -> Iterator[tuple[str, Path, Path]]:
    """Name, gold file and folder of articles of everything there is gold for."""
    yield "seeds", shared / "eval" / "gold_seeds.json", ROOT / "seeds" / "articles"
    for gold in sorted((ROOT / "tests" / "gold").glob("*/gold.json")):
        yield gold.parent.name, gold, gold.parent


def titled(name: str, half: str) -> str:
    """What a half of a set is called."""
    return f"{name}, {half.replace('_', ' ')} half"


def is_open(half: str | None) -> bool:
    """Whether its errors may be read: not those of held-back passages, by which no rule is mended."""
    return half != "held_back"


def halves(name: str, gold: Path) -> Iterator[tuple[str | None, str, Path]]:
    """The gold file; where its articles are parted into halves, each of them with its title and a gold file."""
    data = json.loads(gold.read_text("utf-8"))
    if not data["meta"].keys() >= HALVES:
        yield None, name, gold
        return
    for half in sorted(HALVES):
        chosen = {data["meta"]["files"].index(file) for file in data["meta"][half]}
        part = ROOT / "build" / "score" / f"{name}-{half}.json"
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(data | {"facts": [f for f in data["facts"] if f["article"] in chosen]}), "utf-8")
        yield half, titled(name, half), part


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
            yield titled(name, half), measure(scorer, gold, links, found, half, errors and is_open(half))


def scored(scorer: Path, gold: Path, found: Path, errors: bool) -> tuple[Figures, str]:
    """What the scorer counted, and the errors it lists when asked to."""
    command = [sys.executable, str(scorer), str(gold), str(found), "--json", *(["--errors"] if errors else [])]
    printed = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    figures, end = json.JSONDecoder().raw_decode(printed)
    return {name: Counter({k: f[k] for k in ("tp", "predicted", "gold")}) for name, f in figures.items()}, printed[end:]


def quality(count: Mapping[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1 of counts."""
    right, found, gold = count["tp"], count["predicted"], count["gold"]
    return right / max(1, found), right / max(1, gold), 2 * right / max(1, found + gold)


def lines(figures: Figures) -> Iterator[str]:
    for name, count in figures.items():
        p, r, f = quality(count)
        of = f"({count['tp']} right of {count['predicted']} rows, {count['gold']} gold)"
        yield f"{name:22} P {p:.2f}  R {r:.2f}  F1 {f:.2f}   {of}"


def pooled(found: Mapping[str, Figures], era: str, half: str) -> Figures:
    """The counts of a half of all sets of an era; `found` is by the titles of `halves`."""
    sums: Figures = defaultdict(Counter)
    for name in ERAS[era]:
        for figure, count in found[f"{name}, {half} half"].items():
            sums[figure].update(count)
    return sums


def table(found: Mapping[str, Figures]) -> Iterator[str]:
    """Markdown: F1 of each record, of the seeds and of each era's halves."""
    columns = [[found["seeds"]], *([pooled(found, era, half) for half in ("development", "held back")] for era in ERAS)]
    yield f"| record | seeds | {' | '.join(ERAS)} |"
    yield f"|---|{'---|' * len(columns)}"
    for figure, shown in SHOWN.items():
        cells = (" / ".join(f"{quality(part[figure])[2]:.2f}".removeprefix("0") for part in parts) for parts in columns)
        yield f"| {shown} | {' | '.join(cells)} |"


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
    counted: dict[str, Figures] = {}
    for name, gold, articles in sets(options.shared):
        if options.names and name not in options.names:
            continue
        found = rows(name, articles)
        for half, title, part in halves(name, gold):
            counted[title], errors = scored(scorer, part, found, options.errors and is_open(half))
            print(f"\n{title}", *lines(counted[title]), sep="\n", flush=True)
            print(errors, end="")
        for title, found_links in linked(options.shared, name, gold, found, options.errors):
            print(f"\n{title}", *found_links, sep="\n", flush=True)
    if not options.names:
        print("", *table(counted), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
