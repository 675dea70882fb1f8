"""Links between records against links made by hand, of the seeds and of tests/gold/links: precision and recall.

A record counts as the gold fact that the shared scorer matches it to. A link is judged where both its records are such
facts; it is right where the gold has it (`type`, or a type of `type_alt`), between those facts or other tellings of the
same (`clusters`). Links that the gold calls optional are neither required nor punished.
"""

from __future__ import annotations

import csv
import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

TABLES = {"commitment": ("commitments", 0.3), "meeting": ("meetings", 0.5), "measure": ("measures", 0.5)}
HALVES = ("development", "held_back")
SAME = {"same-commitment", "same-meeting", "same-measure"}
Pair = tuple[str, str]
UNLIKE = 0.02


@dataclass
class Figures:
    """Counts of links; `found` is of the gold links both of whose facts were found."""

    right: int = 0
    wrong: int = 0
    hit: int = 0
    found: int = 0
    gold: int = 0

    def lines(self) -> Iterator[str]:
        """Precision, and recall over the links whose facts were found and over all."""
        judged = self.right + self.wrong
        yield f"links, precision          {self.right / max(1, judged):.2f}   ({self.right} right of {judged} judged)"
        there = f"({self.hit} of {self.found} whose two facts were found)"
        yield f"links, recall             {self.hit / max(1, self.found):.2f}   {there}"
        yield f"links, recall over all    {self.hit / max(1, self.gold):.2f}   ({self.hit} of {self.gold})"


def measure(scorer: Path, gold: Path, links: Path, rows: Path, half: str | None, errors: bool) -> Iterator[str]:
    """The lines of one set, or of one half of it."""
    wanted, facts = json.loads(links.read_text("utf-8")), json.loads(gold.read_text("utf-8"))
    files = facts["meta"]["files"]
    chosen = {files.index(name) for name in wanted["meta"][half]} if half else set(range(len(files)))
    kept = {fact["id"]: fact for fact in facts["facts"] if fact["article"] in chosen}
    matched = _matched(_module(scorer), gold, rows)
    predicted = [
        (row["kind"], matched.get(row["later"]), matched.get(row["earlier"]), row) for row in _rows(rows / "links.csv")
    ]
    judge = _Judge(wanted, kept)
    judge.run(predicted, set(matched.values()))
    yield from judge.figures.lines()
    if errors:
        yield from judge.errors


class _Judge:
    def __init__(self, wanted: Mapping[str, Any], kept: Mapping[str, Any]) -> None:
        self.links = [one for one in wanted["links"] if one["later"] in kept and one["earlier"] in kept]
        self.kept, self.figures, self.errors = kept, Figures(), list[str]()
        self.first = {member: cluster[0] for cluster in wanted["clusters"] for member in cluster}

    def run(self, predicted: list[tuple[str, str | None, str | None, dict[str, str]]], found: set[str]) -> None:
        required = [one for one in self.links if not one["optional"] and not one.get("closure")]
        optional = [one for one in self.links if one["optional"]]
        hits: set[str] = set()
        joined = _joined(predicted)
        for kind, later, earlier, row in predicted:
            if later not in self.kept or earlier not in self.kept or later == earlier:
                continue
            right = [one for one in required if self._is(one, kind, later, earlier)]
            right_pair = kind in SAME and self._root(later) == self._root(earlier)
            if right or right_pair:
                self.figures.right += 1
                hits |= {one["id"] for one in right}
            elif not any(self._is(one, kind, later, earlier) for one in optional):
                self.figures.wrong += 1
                self.errors.append(
                    f"wrong | {kind} {row['rule']} | {later} {row['passage']} | {earlier} {row['earlierPassage']}"
                )
        for one in required:
            both = {one["later"], one["earlier"]} <= found
            hit = one["id"] in hits or (
                bool(SAME & {one["type"], *one.get("type_alt", ())})
                and joined.get(one["later"], 0) == joined.get(one["earlier"], 1)
            )
            self.figures.gold += 1
            self.figures.found += both
            self.figures.hit += hit
            if not hit:
                what = "missed" if both else "missed (no record)"
                ends = [f"{one[end]} {one[f'{end}_text']}" for end in ("later", "earlier")]
                self.errors.append(" | ".join([what, one["type"], *ends]))

    def _root(self, fact: str) -> str:
        return self.first.get(fact, fact)

    def _is(self, one: Mapping[str, Any], kind: str, later: str, earlier: str) -> bool:
        """Whether the gold link says this of these two, or of other tellings of them."""
        if kind != one["type"] and kind not in (one.get("type_alt") or ()):
            return False
        exact = (later, earlier) == (one["later"], one["earlier"]) or (
            one.get("either_order", False) and (earlier, later) == (one["later"], one["earlier"])
        )
        roots = (self._root(later), self._root(earlier)) == (self._root(one["later"]), self._root(one["earlier"]))
        return exact or (roots and self._root(later) != self._root(earlier))


def _joined(predicted: list[tuple[str, str | None, str | None, dict[str, str]]]) -> dict[str, str]:
    """Fact -> the first record of the set of tellings that the program joins it with."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.get(node, node) != node:
            node = parent[node]
        return node

    for kind, _, _, row in predicted:
        if kind in SAME:
            parent[root(row["later"])] = root(row["earlier"])
    facts = {}
    for _, later, earlier, row in predicted:
        facts.update({fact: root(node) for fact, node in ((later, row["later"]), (earlier, row["earlier"])) if fact})
    return facts


def _matched(score: ModuleType, gold: Path, rows: Path) -> dict[str, str]:
    """Record -> id of the gold fact, as the shared scorer matches them."""
    truth = score.Gold(gold)
    rate = {"commitment": score.commitment_score}
    found: dict[str, str] = {}
    for kind, (table, least) in TABLES.items():
        records = score.load(rows, table, kind)
        for article in truth.articles:
            facts = truth.facts[kind].get(article, [])
            likeness = rate.get(kind, partial(_of_kind, score.evidence_score))
            pairs = score.match(facts, records.get(article, {}), likeness, least)
            found |= {node: facts[i]["id"] for i, node in pairs.items()}
    return found


def _of_kind(rate: Callable[[Any, Any], float], fact: Mapping[str, Any], rows: list[dict[str, str]]) -> float:
    """The scorer's rate; of a dinner and talks that one passage tells, each is matched with its like."""
    return rate(fact, rows) - (0.0 if rows[0]["kind"] in fact["kind"] else UNLIKE)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _module(path: Path) -> ModuleType:
    """The shared scorer, which is no package."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
