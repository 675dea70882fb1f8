"""What people decided on a store, beside the graph in its folder: judgements, and verdicts on candidate issues."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from kg.errors import StoreError
from kg.files import write_whole
from kg.packs.facts import Judgement
from kg.packs.layer import JUDGEMENTS, read_judgements
from kg.packs.promoted import CANDIDATES, PROMOTED, CandidateVerdict, read_verdicts, write_verdicts
from kg.packs.write import table

DECIDED: Final = (JUDGEMENTS, CANDIDATES, PROMOTED)
"""The files and folders that hold it."""

Row = TypeVar("Row", Judgement, CandidateVerdict)


def write_judgements(folder: Path, judgements: Iterable[Judgement]) -> None:
    """Keep these judgements; StoreError where the folder cannot be written."""
    try:
        write_whole(folder / JUDGEMENTS, table(Judgement, judgements))
    except OSError as error:
        raise StoreError(str(folder), f"{JUDGEMENTS} cannot be written: {error.strerror}") from error


def check_decisions(folder: Path) -> None:
    """PackError where a table that somebody wrote in the folder is broken."""
    read_judgements(folder)
    read_verdicts(folder)


def adopt_decisions(source: Path, target: Path) -> None:
    """Add to what people decided in one folder what they decided in the other.

    On the same pair or phrase the later day counts, and of one day the target's own. Tables that say all of it already
    are not touched. PackError where one is broken, StoreError where the target cannot be written.
    """
    own, theirs = read_judgements(target), read_judgements(source)
    if (judgements := _latest(own, theirs, lambda row: row.pair)) != own:
        write_judgements(target, judgements)
    decided, others = read_verdicts(target), read_verdicts(source)
    if (verdicts := _latest(decided, others, lambda row: row.phrase)) != decided:
        write_verdicts(target, verdicts)


def _latest(own: tuple[Row, ...], others: tuple[Row, ...], key: Callable[[Row], Hashable]) -> tuple[Row, ...]:
    """The rows of both in order, the latest of each key."""
    rows = {key(row): row for row in own}
    for row in others:
        if (known := rows.get(key(row))) is None or str(known.when) < str(row.when):
            rows[key(row)] = row
    return tuple(rows.values())
