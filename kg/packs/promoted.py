"""Verdicts on candidate issues, as a store's folder keeps them, and the pack of those that were promoted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal

import yaml

from kg.errors import StoreError
from kg.files import write_whole
from kg.iri import slug
from kg.packs.entry import Keyed
from kg.packs.facts import Day
from kg.packs.layer import ABOUT, ISSUES
from kg.packs.read import read_table
from kg.packs.write import table

CANDIDATES: Final = "candidates.csv"
PROMOTED: Final = "promoted"


class CandidateVerdict(Keyed, frozen=True, kw_only=True):
    """What somebody decided on the phrase of a candidate issue; `label` is what the issue is called."""

    phrase: str
    label: str
    verdict: Literal["promote", "drop"]
    who: str
    when: Day

    @property
    def identity(self) -> str:
        return self.phrase


def read_verdicts(folder: Path) -> tuple[CandidateVerdict, ...]:
    """The verdicts that the folder keeps; PackError where the table is broken."""
    path = folder / CANDIDATES
    return read_table(path, CandidateVerdict) if path.is_file() else ()


def write_verdicts(folder: Path, verdicts: Iterable[CandidateVerdict]) -> None:
    """Keep these verdicts, and the pack of the promoted phrases; StoreError where the folder cannot be written."""
    kept = sorted(verdicts, key=lambda verdict: verdict.phrase)
    about = {"name": PROMOTED, "label": "Issues promoted from candidates"}
    try:
        (folder / PROMOTED).mkdir(exist_ok=True)
        write_whole(folder / PROMOTED / ABOUT, _yaml(about))
        write_whole(folder / PROMOTED / ISSUES, _yaml([_entry(v) for v in kept if v.verdict == "promote"]))
        write_whole(folder / CANDIDATES, table(CandidateVerdict, kept))
    except OSError as error:
        raise StoreError(str(folder), f"verdicts cannot be written: {error.strerror}") from error


def promoted(folder: Path) -> tuple[Path, ...]:
    """The pack of the phrases promoted in that store's folder, if there is one."""
    return (folder / PROMOTED,) if (folder / PROMOTED / ABOUT).is_file() else ()


def _entry(verdict: CandidateVerdict) -> dict[str, object]:
    definition = f"What articles call {verdict.label}; promoted by {verdict.who} on {verdict.when}."
    label = verdict.label[:1].upper() + verdict.label[1:]
    return {"issue": slug(verdict.phrase), "label": label, "definition": definition, "phrases": [verdict.phrase]}


def _yaml(data: object) -> bytes:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True).encode()
