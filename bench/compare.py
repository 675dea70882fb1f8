"""Quotations beside those of textacy: direct and mixed statements of the same texts, by the same scorer.

    compare.py [--shared DIR] [--python PYTHON]

PYTHON has textacy installed (`make compare` makes it a place of its own under build/). Each set is read by `kg` and,
paragraph by paragraph, by textacy; indirect speech and silence are neither required nor punished.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.score import ROOT, halves, rows, sets

QUOTED = ("direct", "mixed")
OUT = ROOT / "build" / "compare"


def quoted_gold(gold: Path, name: str) -> Path:
    """The gold file with its direct and mixed statements alone required."""
    data = json.loads(gold.read_text("utf-8"))
    facts = [
        fact if fact["mode"] in QUOTED else fact | {"optional": True}
        for fact in data["facts"]
        if fact["type"] == "statement"
    ]
    path = OUT / f"{name}.json"
    path.write_text(json.dumps(data | {"facts": facts}), "utf-8")
    return path


def quoted_rows(found: Path, name: str) -> Path:
    """Our rows of direct and mixed statements, in a folder of their own."""
    with (found / "statements.csv").open(encoding="utf-8", newline="") as handle:
        ours = [row for row in csv.DictReader(handle) if row["mode"] in QUOTED]
    return written(OUT / "rows" / f"{name}-kg", ours)


def written(folder: Path, found: Iterable[dict[str, str]]) -> Path:
    """The rows as the scorer reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    columns = ("statement", "article", "start", "end", "speakerName", "contentStart", "contentEnd")
    with (folder / "statements.csv").open("w", encoding="utf-8", newline="") as handle:
        table = csv.DictWriter(handle, columns, extrasaction="ignore")
        table.writeheader()
        table.writerows(found)
    return folder


def figures(scorer: Path, gold: Path, found: Path) -> dict[str, dict[str, float]]:
    done = subprocess.run(
        [sys.executable, scorer, gold, found, "--json"],
        check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    scored: dict[str, dict[str, float]] = json.loads(done.stdout)
    return scored


def main() -> int:
    """Prints P, R and F1 of both, set by set and half by half; 1 where the scorer is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds eval/score.py")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="a Python that has textacy")
    options = parser.parse_args()
    scorer = options.shared / "eval" / "score.py"
    if not scorer.exists():
        print(f"cannot compare: {scorer} is not there (make compare SHARED=FOLDER)", file=sys.stderr)
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    print(f"{'':28}{'':18}{'kg':>24}{'textacy':>24}\n{'':46}{'   P     R    F1':>24}{'   P     R    F1':>24}")
    for name, gold, articles in sets(options.shared):
        ours = quoted_rows(rows(name, articles), name)
        theirs = OUT / "rows" / f"{name}-textacy"
        theirs.mkdir(parents=True, exist_ok=True)
        peer = [options.python, "-m", "bench.peer_textacy", articles, theirs / "statements.csv"]
        subprocess.run(peer, check=True, cwd=ROOT)
        for _, title, part in halves(name, gold):
            required = quoted_gold(part, title.replace(" ", "-").replace(",", ""))
            scores = [figures(scorer, required, found) for found in (ours, theirs)]
            for kind in ("statement", "statement+speaker"):
                cells = ("  ".join(f"{score[kind][k]:.2f}" for k in ("p", "r", "f1")) for score in scores)
                print(f"{title:28}{kind:18}" + "".join(f"{cell:>24}" for cell in cells), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
