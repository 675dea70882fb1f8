"""Candidate issues of a store, with their passages, and what somebody decides on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from typing import Final, Literal

from kg.errors import QueryError
from kg.packs import CandidateVerdict, read_verdicts, write_verdicts
from kg.passages import Passage, Texts
from kg.query.own import own_rows
from kg.store.oxigraph import OxigraphStore

# As many passages are shown of each, with so many characters on either side.
PASSAGES: Final = 3
CONTEXT: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase that may become an issue: in the base forms of its words, and as it is mostly printed."""

    phrase: str
    label: str
    articles: int
    count: int
    passages: tuple[Passage, ...]


def waiting(store: OxigraphStore, limit: int | None = None) -> list[Candidate]:
    """The candidates without a verdict, those of most articles first."""
    assert store.folder is not None
    judged = {verdict.phrase for verdict in read_verdicts(store.folder)}
    found = (candidate for candidate in _candidates(store) if candidate.phrase not in judged)
    return list(islice(found, limit))


def find(store: OxigraphStore, phrase: str) -> Candidate:
    """The candidate of that phrase, as printed or in base forms; QueryError where there is none."""
    for candidate in _candidates(store):
        if phrase.lower() in (candidate.phrase, candidate.label.lower()):
            return candidate
    raise QueryError(f"{phrase!r} is no candidate issue: `kg review issues` lists them")


def judge(
    store: OxigraphStore, candidate: Candidate, verdict: Literal["promote", "drop"], *, who: str, when: date
) -> CandidateVerdict:
    """Write the verdict into the store's folder, in place of an earlier one on the same phrase."""
    assert store.folder is not None
    made = CandidateVerdict(
        phrase=candidate.phrase, label=candidate.label, verdict=verdict, who=who, when=when.isoformat()
    )
    earlier = (old for old in read_verdicts(store.folder) if old.phrase != made.phrase)
    write_verdicts(store.folder, (*earlier, made))
    return made


def _candidates(store: OxigraphStore) -> Iterator[Candidate]:
    texts, rows = Texts(store), own_rows(store, "ask", "candidate-issues")
    for _, group in groupby(rows, key=lambda row: row["phrase"]):
        of_one = list(group)
        shown = {row["article"]: row for row in reversed(of_one)}
        yield Candidate(
            phrase=of_one[0]["phrase"],
            label=of_one[0]["label"],
            articles=of_one[0]["articles"],
            count=of_one[0]["passages"],
            passages=tuple(texts.passage(shown[article], CONTEXT) for article in sorted(shown)[:PASSAGES]),
        )
