"""Language packs and curated data as typed values: what is wrong in a file is said with file, entry and key."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar, get_origin, get_type_hints

import msgspec
import yaml

from kg.errors import PackError
from kg.files import data_dir

T = TypeVar("T")
AS_OF = re.compile(r"as of \d{4}")


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A typed entry of a pack: unknown keys are refused."""


class Boilerplate(_Entry, frozen=True):
    """Patterns of blocks that are no news, and the abbreviations that end no sentence."""

    blocks: tuple[str, ...]
    captions: tuple[str, ...]
    agencies: tuple[str, ...]
    abbreviations: tuple[str, ...]
    closing: tuple[str, ...]
    openers: tuple[str, ...]


class Cues(_Entry, frozen=True):
    """Words that report speech, by the frame in which they do."""

    speech: frozenset[str]
    mental: frozenset[str]
    quote: frozenset[str]
    particles: dict[str, str]
    object: dict[Literal["asserted", "denied", "rejected"], frozenset[str]]
    said: frozenset[str]
    silence: dict[str, frozenset[str]]
    unsaid: frozenset[str]
    unsaid_nouns: frozenset[str]
    nouns: frozenset[str]
    hoped: frozenset[str]
    documents: frozenset[str]
    inanimate: frozenset[str]
    bodies: frozenset[str]
    animate: frozenset[str]

    @cached_property
    def object_verbs(self) -> frozenset[str]:
        """The verbs whose content is a noun phrase, of every polarity."""
        return frozenset().union(*self.object.values())


class People(_Entry, frozen=True):
    """Titles, and nouns for people who are not named."""

    courtesy: frozenset[str]
    heads: frozenset[str]
    public: frozenset[str]
    modifiers: frozenset[str]
    former: frozenset[str]
    groups: frozenset[str]
    unnamed: frozenset[str]
    sides: tuple[str, ...]
    particles: frozenset[str]
    nicknames: tuple[tuple[str, ...], ...]

    @cached_property
    def given(self) -> dict[str, frozenset[str]]:
        """A given name's other forms, itself included, in lower case."""
        groups = [frozenset(name.lower() for name in line) for line in self.nicknames]
        return {name: frozenset().union(*(g for g in groups if name in g)) for group in groups for name in group}


class Institutions(_Entry, frozen=True):
    """The grammar of institution names."""

    portfolios: tuple[str, ...]
    heads: dict[str, str]
    alone: dict[str, str]
    governments: tuple[str, ...]
    names: dict[str, str]


class Amounts(_Entry, frozen=True):
    """Words of quantities and money."""

    numbers: dict[str, float]
    scales: dict[str, float]
    vague: tuple[str, ...]
    symbols: dict[str, str]
    currencies: dict[str, str]
    nations: dict[str, str]
    units: dict[str, tuple[str, ...]]


MoveKind = Literal["pledge", "agreement", "demand", "threat", "refusal", "denial", "fulfilment", "breach", "obligation"]


class MoveFrame(_Entry, frozen=True, kw_only=True):
    """Words that make a move of one kind, and the frames in which they do; the pack's head explains the keys."""

    kind: MoveKind
    words: tuple[str, ...]
    takes: frozenset[
        Literal[
            "infinitive", "order", "order-for", "clause", "object", "gerund", "small", "alone", "deed", "steps", "keep",
            "anaphor",
        ]
    ] = frozenset()  # fmt: skip
    preps: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    negated: Literal["refusal"] | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Moves(_Entry, frozen=True, kw_only=True):
    """Words with which a party pledges, demands, threatens, refuses ..."""

    verbs: tuple[MoveFrame, ...]
    nouns: tuple[MoveFrame, ...]
    adjectives: tuple[MoveFrame, ...]
    duties: frozenset[str]
    light: frozenset[str]
    acts: frozenset[str]
    harm: frozenset[str]
    yields: frozenset[str]
    idle: frozenset[str]
    barriers: frozenset[str]
    easing: frozenset[str]
    parties: frozenset[str]
    implicative: frozenset[str]

    @cached_property
    def verb_frames(self) -> dict[str, tuple[MoveFrame, ...]]:
        """A verb, with its particle where it has one -> its frames."""
        return _by_word(self.verbs)

    @cached_property
    def noun_frames(self) -> dict[str, tuple[MoveFrame, ...]]:
        return _by_word(self.nouns)

    @cached_property
    def adjective_frames(self) -> dict[str, tuple[MoveFrame, ...]]:
        return _by_word(self.adjectives)


def _by_word(frames: tuple[MoveFrame, ...]) -> dict[str, tuple[MoveFrame, ...]]:
    words = {word for frame in frames for word in frame.words}
    return {word: tuple(frame for frame in frames if word in frame.words) for word in words}


MeetingKind = Literal["talks", "summit", "visit", "call", "dinner", "session", "signing"]
MeasureKind = Literal[
    "tariff", "quota", "sanction", "entity-listing", "export-control", "subsidy", "law", "ruling", "production-target",
    "purchase", "withdrawal",
]  # fmt: skip
MeasureStatus = Literal["in-force", "announced", "threatened", "proposed", "suspended", "lifted"]


class Laws(_Entry, frozen=True):
    """What is legislated, and the verbs of it by the status that they give."""

    nouns: frozenset[str]
    verbs: dict[MeasureStatus, frozenset[str]]


class Limits(_Entry, frozen=True):
    """Verbs that act on a flow of goods."""

    limit: frozenset[str]
    stop: frozenset[str]
    tax: frozenset[str]


class Pacts(_Entry, frozen=True):
    """What is withdrawn from, and the verbs, with and without "from"."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    from_: frozenset[str] = msgspec.field(name="from")


class Lists(_Entry, frozen=True):
    """Lists of the unwelcome, and the verbs of putting on them."""

    nouns: frozenset[str]
    modified: dict[str, frozenset[str]]
    verbs: frozenset[str]


class Measures(_Entry, frozen=True):
    """Words of measures."""

    nouns: dict[MeasureKind, frozenset[str]]
    modified: dict[str, dict[str, MeasureKind]]
    imposed: dict[str, MeasureKind]
    imposing: frozenset[str]
    generic: frozenset[str]
    changes: frozenset[str]
    verbs: dict[MeasureStatus, frozenset[str]]
    with_: frozenset[str] = msgspec.field(name="with")
    laws: Laws
    flows: dict[str, MeasureKind]
    limits: Limits
    pacts: Pacts
    lists: Lists
    judges: frozenset[str]
    rulings: frozenset[str]
    bans: frozenset[str]
    purchases: frozenset[str]


class Meetings(_Entry, frozen=True):
    """Words of encounters."""

    nouns: dict[MeetingKind, frozenset[str]]
    plural: frozenset[str]
    not_: frozenset[str] = msgspec.field(name="not")
    calls: frozenset[str]
    hold: frozenset[str]
    go: frozenset[str]
    happen: frozenset[str]
    end: frozenset[str]
    gather: frozenset[str]
    verbs: dict[str, MeetingKind]
    travel: dict[str, frozenset[str]]
    with_: dict[str, MeetingKind] = msgspec.field(name="with")


class IssuePhrases(_Entry, frozen=True, kw_only=True):
    """What makes words be about an issue: phrases of lemmas, `a|b` for either, `~` for up to three between."""

    issue: str
    phrases: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Polity(_Entry, frozen=True, kw_only=True):
    """A country, union or former state, and the words that denote it. `code`: ISO 3166-1 alpha-2, EU, or ISO 3166-3."""

    code: str
    name: str
    kind: Literal["country", "union"]
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    wikidata: str = ""
    source: str


class Institution(_Entry, frozen=True, kw_only=True):
    """An institution that goes by names which no grammar gives."""

    key: str
    name: str
    kind: str
    polity: str = ""
    aliases: tuple[str, ...] = ()
    source: str


class Office(_Entry, frozen=True, kw_only=True):
    """Who held an office when. `polity` is a country's code, or "inst:KEY" for an international body."""

    polity: str
    office: str
    holder: str
    from_: str = msgspec.field(name="from")
    until: str = ""
    source: str

    def held_on(self, day: date) -> bool:
        """True when the term, as exactly as it is known, includes the day. An open term ends with its source's year."""
        iso = day.isoformat()
        until = self.until or (AS_OF.search(self.source) or [""])[0][-4:]
        return self.from_ <= iso[: max(4, len(self.from_))] and (not until or iso[: len(until)] <= until)


class Pack:
    """Everything curated that the pipeline uses, read once."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or data_dir("seeds")
        core = self.root / "packs" / "core"
        self.boilerplate = _yaml(core / "boilerplate.yaml", Boilerplate)
        self.cues = _yaml(core / "cues.yaml", Cues)
        self.people = _yaml(core / "people.yaml", People)
        self.institutions = _yaml(core / "institutions.yaml", Institutions)
        self.amounts = _yaml(core / "amounts.yaml", Amounts)
        self.moves = _yaml(core / "moves.yaml", Moves)
        self.measures = _yaml(core / "measures.yaml", Measures)
        self.meetings = _yaml(core / "meetings.yaml", Meetings)
        self.issues = _yaml(core / "issues.yaml", tuple[IssuePhrases, ...])
        self.polities = tuple(_csv(self.root / "polities.csv", Polity))
        self.known_institutions = tuple(_csv(self.root / "institutions.csv", Institution))
        self.offices = tuple(_csv(self.root / "offices.csv", Office))

    @cached_property
    def language_digest(self) -> str:
        """The hash of all that extraction reads, offices left out: when it changes, articles are parsed anew."""
        files = [
            *sorted((self.root / "packs" / "core").glob("*.yaml")),
            self.root / "polities.csv",
            self.root / "institutions.csv",
        ]
        return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def _yaml(path: Path, kind: type[T]) -> T:
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return msgspec.convert(yaml.load(path.read_bytes(), loader), kind)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise PackError(str(path), str(error).replace("\n", " ")) from error


def _csv(path: Path, kind: type[T]) -> Iterator[T]:
    """The rows of a table; cells of list columns are parted by semicolons, empty cells are left out."""
    listed = {name for name, hint in get_type_hints(kind).items() if get_origin(hint) is tuple}
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                cells: dict[str, Any] = {k: v.strip() for k, v in row.items() if k is not None and v and v.strip()}
                for column in listed & cells.keys():
                    cells[column] = [part.strip() for part in cells[column].split(";") if part.strip()]
                try:
                    yield msgspec.convert(cells, kind)
                except msgspec.ValidationError as error:
                    raise PackError(f"{path}, {next(iter(cells.values()), 'empty row')}", str(error)) from error
    except OSError as error:
        raise PackError(str(path), str(error.strerror)) from error
