"""One folder of curated data, read and checked: the core that comes with the program, or a pack laid over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NoReturn

import msgspec

from kg.errors import PackError
from kg.packs.acts import IssuePhrases, Measures, Meetings, Moves
from kg.packs.entry import Entry, Example, Keyed, Slots, WordFile
from kg.packs.facts import FiscalYear, Institution, Judgement, Key, Office, Polity
from kg.packs.read import read_table, read_yaml
from kg.packs.words import Amounts, Boilerplate, Cues, Dates, Institutions, Negation, People

WORDS: Final[Mapping[str, type[WordFile]]] = {
    "boilerplate": Boilerplate, "cues": Cues, "negation": Negation, "people": People, "institutions": Institutions,
    "amounts": Amounts, "dates": Dates, "moves": Moves, "measures": Measures, "meetings": Meetings,
}  # fmt: skip
ABOUT: Final = "pack.yaml"
ISSUES: Final = "issues.yaml"
JUDGEMENTS: Final = "judgements.csv"
TABLES: Final[Mapping[str, tuple[str, type[Keyed]]]] = {
    "polities.csv": ("polities", Polity),
    "institutions.csv": ("known_institutions", Institution),
    "offices.csv": ("offices", Office),
    "fiscal_years.csv": ("fiscal_years", FiscalYear),
    JUDGEMENTS: ("judgements", Judgement),
}
FILES: Final = (ABOUT, *(f"{name}.yaml" for name in WORDS), ISSUES, *TABLES)
_NOTATION: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATA: Final = frozenset({".yaml", ".yml", ".csv", ".ttl", ".json"})


class About(Entry, frozen=True, kw_only=True):
    """What a pack is: the name under which its issues go, and a label for readers."""

    name: Key
    label: str


class Layer(Entry, frozen=True):
    """What one folder says; what it does not say is empty. The core has no name."""

    folder: str = ""
    name: str = ""
    label: str = ""
    boilerplate: Boilerplate = Boilerplate()
    cues: Cues = Cues()
    negation: Negation = Negation()
    people: People = People()
    institutions: Institutions = Institutions()
    amounts: Amounts = Amounts()
    dates: Dates = Dates()
    moves: Moves = Moves()
    measures: Measures = Measures()
    meetings: Meetings = Meetings()
    issues: tuple[IssuePhrases, ...] = ()
    polities: tuple[Polity, ...] = ()
    known_institutions: tuple[Institution, ...] = ()
    offices: tuple[Office, ...] = ()
    fiscal_years: tuple[FiscalYear, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def bare(self) -> Layer:
        """The words without their examples, and all the rest."""
        return msgspec.structs.replace(self, **{name: getattr(self, name).bare() for name in WORDS})

    def cases(self) -> Iterator[tuple[str, Example]]:
        """Every example with its file."""
        for name in WORDS:
            yield from ((self._file(f"{name}.yaml"), example) for example in getattr(self, name).cases())
        for entry in self.issues:
            yields: Slots = {"record": "issue", "issue": entry.issue}
            yield self._file(ISSUES), Example(of=entry.issue, yields=yields, yes=entry.yes, no=entry.no)
            said: Slots = {"record": "statement", "issues": entry.issue}
            yield self._file(ISSUES), Example(of=entry.issue, yields=said, yes=entry.hinted)

    def filled(self) -> Iterator[tuple[str, str]]:
        """Every list and frame that says something, with its file."""
        for name in WORDS:
            yield from ((self._file(f"{name}.yaml"), key) for key in getattr(self, name).filled())
        yield from ((self._file(ISSUES), entry.issue) for entry in self.issues)

    def _file(self, name: str) -> str:
        return str(Path(self.folder) / name)


def read_core(root: Path) -> Layer:
    """The curated data that come with the program, every file of which has to be there."""
    words = root / "packs" / "core"
    layer = msgspec.structs.replace(Layer(), folder=str(words), **_words(words, WORDS), **_tables(root, TABLES))
    issues = read_yaml(words / ISSUES, tuple[IssuePhrases, ...])
    return _checked(root, msgspec.structs.replace(layer, issues=issues), Layer())


def read_judgements(folder: Path) -> tuple[Judgement, ...]:
    """The judgements that a folder holds, none where it has no such file; PackError says which row is broken."""
    path = folder / JUDGEMENTS
    return read_table(path, Judgement) if path.exists() else ()


def read_overlay(folder: Path, below: Layer) -> Layer:
    """A pack's folder, of which any file but pack.yaml may be missing, to be laid over the layer below."""
    _check_folder(folder)
    about = read_yaml(folder / ABOUT, About)
    words = _words(folder, [name for name in WORDS if (folder / f"{name}.yaml").is_file()])
    tables = _tables(folder, [file for file in TABLES if (folder / file).is_file()])
    file = folder / ISSUES
    issues = _qualified(file, about.name, read_yaml(file, tuple[IssuePhrases, ...]), below) if file.is_file() else ()
    told = {"folder": str(folder), "name": about.name, "label": about.label, "issues": issues}
    return _checked(folder, msgspec.structs.replace(Layer(), **told, **words, **tables), below)


def _words(folder: Path, names: Iterable[str]) -> dict[str, WordFile]:
    return {name: read_yaml(folder / f"{name}.yaml", WORDS[name]) for name in names}


def _tables(folder: Path, files: Iterable[str]) -> dict[str, tuple[Keyed, ...]]:
    return {TABLES[file][0]: read_table(folder / file, TABLES[file][1]) for file in files}


def _check_folder(folder: Path) -> None:
    """PackError where it is no pack, or has a file that no pack has: nothing that a user wrote is passed over."""
    if not folder.is_dir():
        raise PackError(str(folder), "there is no such folder: `kg pack init DIR` starts a pack")
    if not (folder / ABOUT).is_file():
        raise PackError(str(folder), f"is no pack, as it has no {ABOUT}: `kg pack init DIR` starts one")
    for path in sorted(folder.iterdir()):
        if path.suffix in _DATA and path.name not in FILES and not path.name.startswith("."):
            raise PackError(str(path), "a pack has no such file", valid=FILES)


def _qualified(path: Path, name: str, issues: tuple[IssuePhrases, ...], below: Layer) -> tuple[IssuePhrases, ...]:
    """The entries with the full notations of their issues: a new one goes under the pack's name.

    A broader issue stands above the narrower one, so that none is broader than itself.
    """
    known = {entry.issue for entry in below.issues}
    own: dict[str, str] = {}
    file = str(path)
    found: dict[str, IssuePhrases] = {}
    for number, entry in enumerate(issues, 1):
        place = f"entry {number} ({entry.issue})"
        if entry.label and not _NOTATION.fullmatch(entry.issue):
            raise PackError(file, "a new issue is words in lower case, joined by hyphens", entry=place, key="issue")
        if entry.label and entry.issue in known:
            reason = "the issue is known already: leave out `label` and `definition` to add phrases, or choose another"
            raise PackError(file, reason, entry=place, key="issue")
        if not entry.label and entry.issue not in known | own.keys():
            _unknown(file, place, "issue", entry.issue, known, "; a new issue needs `label` and `definition`")
        for parent in entry.broader:
            if parent not in known and parent not in own:
                _unknown(file, place, "broader", parent, known | own.keys(), "; a new one has to stand further up")
        if entry.label:
            own[entry.issue] = f"{name}/{entry.issue}"
        full = own.get(entry.issue, entry.issue)
        if full in found:
            raise PackError(file, "the issue has an entry already: join the two", entry=place, key="issue")
        broader = tuple(own.get(parent, parent) for parent in entry.broader)
        found[full] = msgspec.structs.replace(entry, issue=full, broader=broader)
    return tuple(found.values())


def _checked(folder: Path, layer: Layer, below: Layer) -> Layer:
    """The layer, whose institutions and offices are of polities and institutions that there are."""
    codes = {polity.code for polity in (*below.polities, *layer.polities)}
    keys = {body.code for body in (*below.known_institutions, *layer.known_institutions)}
    for body in layer.known_institutions:
        if body.polity and body.polity not in codes:
            _unknown(str(folder / "institutions.csv"), f"the row of {body.key}", "polity", body.polity, codes)
    for year in layer.fiscal_years:
        if year.polity not in codes:
            _unknown(str(folder / "fiscal_years.csv"), f"the row of {year.polity}", "polity", year.polity, codes)
    for office in layer.offices:
        if office.polity not in codes and office.polity not in keys:
            file, entry = str(folder / "offices.csv"), f"the row of {office.holder}, {office.office}"
            _unknown(file, entry, "polity", office.polity, codes | keys)
    return layer


def _unknown(file: str, entry: str, key: str, value: str, known: set[str], more: str = "") -> NoReturn:
    near = get_close_matches(value, sorted(known), 3, 0.5)
    hint = f", the nearest are {', '.join(near)}" if near else ""
    raise PackError(file, f"`{key}` {value!r} is not known{hint}{more}", entry=entry, key=key)
