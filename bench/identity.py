"""Scores identity: are the words of hard passages given the right entity, and are two people never one?

    identity.py [--shared DIR] [--errors]

Builds tests/gold/identity-* and the seeds, and judges every mention that the gold's coreference facts name. A program
entity stands for the gold entity that most of its mentions have. Printed, for each set and half:

links      mentions right, wrong and left unresolved (right where the gold says that a reader cannot tell)
merged     pairs of different gold entities that one program entity mentions; by names alone in brackets
split      gold entities over several program entities
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.score import HALVES, ROOT, rows

NAMES = frozenset({"name", "acronym"})
# A polity and its government are one to a reader of the news.
GOVERNMENT = re.compile(r"org:(\w\w)_(?:gov|admin)")


@dataclass(frozen=True)
class Judged:
    """A mention of the gold with what the program made of it; `wanted` is empty where a reader cannot tell."""

    article: str
    printed: str
    wanted: frozenset[str]
    group: bool
    form: str
    entities: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """What is counted of one set of mentions."""

    right: int
    wrong: int
    unresolved: int
    merged: frozenset[tuple[str, str]]
    merged_names: frozenset[tuple[str, str]]
    split: frozenset[str]

    def __str__(self) -> str:
        links = f"links: {self.right:3} right, {self.wrong:2} wrong, {self.unresolved:3} unresolved"
        return f"{links}; merged {len(self.merged)} ({len(self.merged_names)} by names); split {len(self.split)}"


def judged(gold: dict[str, Any], found: Path) -> list[Judged]:
    """Every required mention of the gold, with the entities of the mention of the program that covers it best."""
    printed = mentions(found / "mentions.csv")
    facts = [f for f in gold["facts"] if f["type"] == "coref" and not f.get("optional")]
    judgements = []
    for fact in facts:
        if not fact.get("unresolvable") and fact["entity"] not in gold["actors"]:
            continue
        article = gold["meta"]["files"][fact["article"]]
        start, end = fact["mention"][0]["span"][0], fact["mention"][-1]["span"][1]
        readings = [fact["entity"], *listed(fact.get("entity_alt"))]
        wanted = frozenset(one(name) for name in readings if name)
        members = gold["actors"].get(fact["entity"], {}).get("members", ())
        near = max(printed[article.removesuffix(".txt")], key=lambda m: iou((start, end), m[0]), default=None)
        hit = near if near is not None and iou((start, end), near[0]) >= 0.5 else None
        judgements.append(
            Judged(
                article=article,
                printed=fact["mention"][0]["text"],
                wanted=wanted | {one(member) for member in members},
                group=str(fact["entity"]).startswith("grp:"),
                form=hit[1] if hit else "",
                entities=hit[2] if hit else frozenset(),
            )
        )
    return judgements


def mentions(path: Path) -> dict[str, list[tuple[tuple[int, int], str, frozenset[str]]]]:
    """Article -> place, form and entities of each mention of the program."""
    grouped: dict[tuple[str, int, int, str], set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            key = (row["article"].removesuffix(".txt"), int(row["start"]), int(row["end"]), row["form"])
            grouped[key] |= {row["entity"]} - {""}
    found: dict[str, list[tuple[tuple[int, int], str, frozenset[str]]]] = defaultdict(list)
    for (article, start, end, form), entities in grouped.items():
        found[article].append(((start, end), form, frozenset(entities)))
    return found


def figures(judgements: list[Judged], errors: list[str] | None = None) -> Figures:
    """The counts; each fault is told in `errors` where that is given."""
    stands = denoted(judgements)
    counts: Counter[str] = Counter()
    shared: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for it in judgements:
        meant = {stands[e] for e in it.entities if e in stands}
        verdict = "unresolved" if not it.entities else "right" if meant and meant <= it.wanted else "wrong"
        if not it.wanted:
            verdict = "wrong" if it.entities else "right"
        counts[verdict] += 1
        if errors is not None and verdict != "right":
            got = ", ".join(sorted(e.rpartition("/id/")[2] for e in it.entities))
            errors.append(f"  {verdict:10} {it.article} {it.printed!r} is {'/'.join(sorted(it.wanted))} got {got}")
        if len(it.entities) == len(it.wanted) == 1:
            shared[next(iter(it.entities))][next(iter(it.wanted))].add(it.form)
    merged = {pair for by in shared.values() for pair in combinations(sorted(by), 2)}
    named = {
        pair
        for by in shared.values()
        for pair in combinations(sorted(who for who, forms in by.items() if forms & NAMES), 2)
    }
    parts: dict[str, set[str]] = defaultdict(set)
    for entity, by in shared.items():
        for who, forms in by.items():
            if forms & NAMES and stands[entity] == who:
                parts[who].add(entity)
    split = frozenset(who for who, entities in parts.items() if len(entities) > 1)
    if errors is not None:
        errors.extend(f"  merged     {' = '.join(pair)}" for pair in sorted(merged))
        errors.extend(f"  split      {who}: {', '.join(sorted(parts[who]))}" for who in sorted(split))
    return Figures(counts["right"], counts["wrong"], counts["unresolved"], frozenset(merged), frozenset(named), split)


def denoted(judgements: list[Judged]) -> dict[str, str]:
    """Program entity -> the gold entity that most of its mentions have, names counting before other words."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for it in judgements:
        for entity in it.entities:
            for who in it.wanted:
                votes[entity][who] += 100 if it.form in NAMES else 1
    return {entity: max(sorted(by), key=lambda who, by=by: by[who]) for entity, by in votes.items()}  # type: ignore[misc]


def one(name: str) -> str:
    """The gold's identifier, a government's that of its polity."""
    match = GOVERNMENT.fullmatch(name)
    return f"gpe:{match[1]}" if match else name


def listed(value: object) -> list[str]:
    return list(value) if isinstance(value, list) else [str(value)] if value else []


def iou(a: tuple[int, int], b: tuple[int, int]) -> float:
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / (max(a[1], b[1]) - min(a[0], b[0]) or 1)


def sets(shared: Path) -> Iterator[tuple[str, Path, Path]]:
    """Name, gold file and folder of articles of what identity is judged on."""
    for gold in sorted((ROOT / "tests" / "gold").glob("identity-*/gold.json")):
        yield gold.parent.name, gold, gold.parent
    yield "seeds", shared / "eval" / "gold_seeds.json", ROOT / "seeds" / "articles"


def main() -> int:
    """Prints the figures of every set and half; the errors of development halves alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with eval/gold_seeds.json")
    parser.add_argument("--errors", action="store_true", help="tell each fault, those of held-back halves left out")
    options = parser.parse_args()
    for name, path, articles in sets(options.shared):
        if not path.exists():
            print(f"{name:14} {path} is not there")
            continue
        gold = json.loads(path.read_text("utf-8"))
        found = judged(gold, rows(name, articles))
        halves = {half: set(gold["meta"][half]) for half in sorted(HALVES) if half in gold["meta"]}
        for half, files in halves.items() or [("", {it.article for it in found})]:
            errors: list[str] | None = [] if options.errors and half != "held_back" else None
            print(
                f"{name:14} {half.replace('_', ' '):11} {figures([it for it in found if it.article in files], errors)}"
            )
            print(*errors or (), sep="\n", end="\n" if errors else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
