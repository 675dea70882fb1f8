"""Pairs of names that no rule could join or part, shown with their passages, and judged by a person.

Judgements go to `judgements.csv` in the store's folder, from which the next build applies them without parsing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final

from kg.errors import QueryError
from kg.iri import local_name
from kg.model import Verdict
from kg.packs import Judgement, read_judgements
from kg.packs.decided import write_judgements
from kg.passages import Passage, Texts
from kg.query.literal import literal
from kg.query.own import own_rows
from kg.store.oxigraph import OxigraphStore

SHORTEST: Final = 4
# As many articles are shown of each name, and so many characters on either side of it.
ARTICLES: Final = 2
CONTEXT: Final = 160
_KEY: Final = re.compile(rf"[0-9a-f]{{{SHORTEST},16}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: who it is now, with titles and country, and passages of some articles."""

    name: str
    country: str | None
    titles: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names that may be one entity's; `id` is what a judgement calls it by."""

    id: str
    left: str
    right: str
    left_name: str
    right_name: str
    score: float
    rule: str
    sides: tuple[Side, ...]


def unsure(store: OxigraphStore, limit: int | None = None) -> list[Pair]:
    """The pairs that wait for a judgement, the likeliest first; those judged since the last build are left out."""
    judged = {judgement.pair for judgement in _judged(store)}
    rows = (row for row in own_rows(store, "review", "unsure") if frozenset((row["left"], row["right"])) not in judged)
    texts = Texts(store)
    return [_pair(store, texts, row) for row in islice(rows, limit)]


def find(store: OxigraphStore, given: str) -> Pair:
    """The one unsure pair whose id begins so; QueryError where there is none, or several."""
    if not _KEY.fullmatch(given):
        raise QueryError(
            f"{given!r} is no pair: give {SHORTEST} or more digits of its id, as `kg review identity` shows"
        )
    rows = own_rows(store, "review", "unsure", pair=literal(given))
    if len(rows) != 1:
        raise QueryError(f"{given!r} is {len(rows) or 'none'} of the unsure pairs: `kg review identity` lists them")
    return _pair(store, Texts(store), rows[0])


def judge(store: OxigraphStore, pair: Pair, verdict: Verdict, *, who: str, when: date, note: str = "") -> Judgement:
    """Write the verdict into the store's judgements, in place of an earlier one on the same pair."""
    judgement = Judgement(left=pair.left, right=pair.right, verdict=verdict, who=who, when=when, note=note)
    kept = (row for row in _judged(store) if row.pair != judgement.pair)
    assert store.folder is not None
    write_judgements(store.folder, (*kept, judgement))
    return judgement


def _judged(store: OxigraphStore) -> tuple[Judgement, ...]:
    return read_judgements(store.folder) if store.folder else ()


def _pair(store: OxigraphStore, texts: Texts, row: dict[str, Any]) -> Pair:
    seen = own_rows(store, "review", "seen", judgement=f"<{row['judgement']}>")
    actors = dict.fromkeys(r["actor"] for r in seen)
    return Pair(
        id=local_name(str(row["judgement"])),
        left=row["left"],
        right=row["right"],
        left_name=row["leftName"],
        right_name=row["rightName"],
        score=float(row["score"]),
        rule=row["rule"],
        sides=tuple(_side(texts, [r for r in seen if r["actor"] == actor]) for actor in actors),
    )


def _side(texts: Texts, rows: list[dict[str, Any]]) -> Side:
    first = {row["article"]: row for row in reversed(rows)}
    return Side(
        name=rows[0]["name"],
        country=rows[0]["country"],
        titles=tuple(sorted({row["title"] for row in rows if row["title"]})),
        passages=tuple(texts.passage(first[article], CONTEXT) for article in sorted(first)[:ARTICLES]),
    )
