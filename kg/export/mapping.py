"""What a record is in PLOVER, and which country a name or code stands for: the tables of seeds/plover/, checked.

https://github.com/openeventdata/PLOVER; categories and modes as in its conversion table of 17 September 2021.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import PackError
from kg.files import data_dir

EVENTS: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
RECORDS: Final = ("statement", "commitment", "meeting", "measure")
_NAMES: Final = ("name", "aliases", "demonyms", "metonyms")
# What the endings of a regular verb's forms stand for.
_ENDINGS: Final = (("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"))


class Kind(NamedTuple):
    """An event type, with its mode where the table knows it."""

    event: str
    mode: str


class Rule(NamedTuple):
    """A row of the table: an empty kind or state stands for any, an empty event for none."""

    record: str
    kind: str
    state: str
    event: str
    mode: str


class Plover(NamedTuple):
    """The tables: rules in order, contexts of issues, alpha-3 codes of polities, and the polities that words name."""

    rules: tuple[Rule, ...]
    contexts: Mapping[str, str]
    countries: Mapping[str, str]
    names: Mapping[str, str]

    def event(self, record: str, kind: str, state: str) -> Kind | None:
        """What such a record is: by the first rule that fits. The kind of a statement is its cue, as printed."""
        kinds = {kind.lower(), "", *(_lemmas(kind.lower()) if record == "statement" else ())}
        for rule in self.rules:
            if rule.record == record and rule.kind in kinds and rule.state in (state, ""):
                return Kind(rule.event, rule.mode) if rule.event else None
        return None


@lru_cache(maxsize=1)
def plover() -> Plover:
    """The tables as they are shipped."""
    return read(data_dir("seeds"))


def read(seeds: Path) -> Plover:
    """The tables in that folder; PackError names the file and row that is wrong."""
    folder = seeds / "plover"
    rules = tuple(Rule(**row) for row in _rows(folder / "events.csv", Rule._fields))
    for rule in rules:
        if rule.record not in RECORDS or rule.event not in (*EVENTS, ""):
            raise PackError(f"{folder / 'events.csv'}, {','.join(rule)}", "no such record or event")
    polities = list(_rows(seeds / "polities.csv", ("code", *_NAMES)))
    named = ((name, row["code"]) for row in polities for name in _names(row))
    return Plover(
        rules,
        {row["issue"]: row["context"] for row in _rows(folder / "contexts.csv", ("issue", "context"))},
        {row["code"]: row["alpha3"] for row in _rows(folder / "countries.csv", ("code", "alpha3"))},
        dict(named),
    )


def _names(polity: Mapping[str, str]) -> Iterator[str]:
    """What the country, its seat of power, or what is of it may be called."""
    for column in _NAMES:
        yield from (name.strip() for name in polity[column].split(";") if name.strip())


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                cells = {column: row.get(column) for column in columns}
                if None in cells.values():
                    raise PackError(f"{path}, {','.join(map(str, row.values()))}", f"needs {', '.join(columns)}")
                yield {column: value.strip() for column, value in cells.items() if value is not None}
    except OSError as error:
        raise PackError(str(path), str(error.strerror)) from error


def _lemmas(cue: str) -> Iterator[str]:
    """The verbs of which the cue may be a form, without and with its particle."""
    verb, _, particle = cue.partition(" ")
    for ending, full in _ENDINGS:
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            stem = verb.removesuffix(ending) + full
            doubled = [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else []
            for lemma in (stem, *doubled):
                yield lemma
                yield f"{lemma} {particle}".strip()
