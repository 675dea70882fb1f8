"""What a record is in PLOVER, and which country a name or code stands for: the tables of seeds/plover/, checked.

https://github.com/openeventdata/PLOVER; categories and modes as in its conversion table of 17 September 2021.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import PackError
from kg.files import data_dir
from kg.packs import Polity
from kg.packs.entry import Keyed
from kg.packs.read import read_table

EVENTS: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
RECORDS: Final = ("statement", "commitment", "meeting", "measure")
# What the endings of a regular verb's forms stand for.
_ENDINGS: Final = (("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"))


class Kind(NamedTuple):
    """An event type, with its mode where the table knows it."""

    event: str
    mode: str


class Rule(Keyed, frozen=True, kw_only=True):
    """A row of the table: an empty kind or state stands for any, an empty event for none."""

    record: str
    kind: str = ""
    state: str = ""
    event: str = ""
    mode: str = ""

    @property
    def identity(self) -> str:
        return ",".join((self.record, self.kind, self.state, self.event, self.mode))


class Context(Keyed, frozen=True, kw_only=True):
    """What PLOVER calls the context of an issue."""

    issue: str
    context: str

    @property
    def identity(self) -> str:
        return self.issue


class Country(Keyed, frozen=True, kw_only=True):
    """A polity's code and its ISO 3166-1 alpha-3 code."""

    code: str
    alpha3: str

    @property
    def identity(self) -> str:
        return self.code


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
    rules = read_table(folder / "events.csv", Rule)
    for rule in rules:
        if rule.record not in RECORDS or rule.event not in (*EVENTS, ""):
            raise PackError(f"{folder / 'events.csv'}, {rule.identity}", "no such record or event")
    return Plover(
        rules,
        {row.issue: row.context for row in read_table(folder / "contexts.csv", Context)},
        {row.code: row.alpha3 for row in read_table(folder / "countries.csv", Country)},
        {
            name: polity.code
            for polity in read_table(seeds / "polities.csv", Polity)
            for name in (polity.name, *polity.aliases, *polity.demonyms, *polity.metonyms, *polity.seats)
        },
    )


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
