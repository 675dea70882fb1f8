"""A dossier of an actor, an issue or a commitment: timeline, positions, ledger and divergences, each line footnoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final, Literal

from kg.errors import QueryError
from kg.iri import local_name
from kg.query.own import asked_rows
from kg.store import Store

Of = Literal["actor", "issue", "commitment"]
Row = Mapping[str, Any]
Place = tuple[str, int, int]
TIMELINE: Final = "Timeline"
_MARKDOWN: Final = str.maketrans({mark: f"\\{mark}" for mark in r"\`*_[]<>#|~&"})


@dataclass(frozen=True, slots=True)
class Note:
    """The passage that a line rests on."""

    article: str
    start: int
    end: int
    passage: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section, and its passage; `when` is the day it is of, for plots."""

    text: str
    note: Note
    when: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report before it is written out; `plots` are SVG images by title."""

    title: str
    sections: Sequence[Section]
    plots: Mapping[str, str] = field(default_factory=dict)

    @property
    def timeline(self) -> Sequence[Line]:
        """The lines in order of time."""
        return next((section.lines for section in self.sections if section.title == TIMELINE), ())

    @property
    def places(self) -> frozenset[Place]:
        """The passages that its lines rest on, as `place` gives them."""
        notes = (line.note for section in self.sections for line in section.lines)
        return frozenset((note.article, note.start, note.end) for note in notes)


def place(row: Row) -> Place:
    """Where the passage of a row stands: article, start and end."""
    return row["article"], row["start"], row["end"]


def dossier(store: Store, of: Of, name: str) -> Dossier:
    """What the graph holds on it; QueryError where there is nothing of that name."""
    if not name.strip():
        raise QueryError(f"which {of}? Give a name, or words of it")
    ledger = _LEDGERS[of](store, name)
    entries = {row["entry"] for row in ledger}
    records = set(map(place, ledger))
    positions = _positions(store, of, name)
    meetings = asked_rows(store, "meetings-timeline", participant=name) if of == "actor" else []
    if not (ledger or positions or meetings):
        raise QueryError(f"nothing is told of the {of} {name!r}")
    events = {row["event"] for row in meetings}
    told = [
        row for row in asked_rows(store, "divergence") if row["matter"] in entries | events or place(row) in records
    ]
    sections = [
        Section(TIMELINE, _timeline(ledger, meetings, positions)),
        Section("Positions", _unique(_position(row) for row in positions)),
        Section("Ledger", _unique(_step(row) for row in ledger)),
        Section("Divergences", _unique(_variant(row) for row in told)),
    ]
    return Dossier(f"{of.capitalize()}: {name}", sections)


def _of_commitment(store: Store, name: str) -> list[Row]:
    """Entries whose IRI ends in the name or begins so, or whose content holds its words."""
    wanted = name.casefold()
    return [
        row
        for row in asked_rows(store, "commitment-ledger")
        if local_name(row["entry"]).startswith(wanted) or wanted in " ".join(row["content"].split()).casefold()
    ]


_LEDGERS: Final = {
    "actor": lambda store, name: asked_rows(store, "commitment-ledger", party=name),
    "issue": lambda store, name: asked_rows(store, "commitment-ledger", issue=name),
    "commitment": _of_commitment,
}


def _positions(store: Store, of: Of, name: str) -> list[Row]:
    """What was said on the issue, or by the actor and those who speak for it, of whatever issue or of none."""
    if of != "actor":
        return asked_rows(store, "statements", issue=name) if of == "issue" else []
    positions = asked_rows(store, "position-of", actor=name)
    told = set(map(place, positions))
    published = {row["article"]: row["published"] for row in asked_rows(store, "articles")}
    others = (
        {**row, "voiceName": row["actorName"], "published": published[row["article"]]}
        for row in asked_rows(store, "statements-by", actor=name)
        if place(row) not in told
    )
    return [*positions, *others]


def _timeline(ledger: Sequence[Row], meetings: Sequence[Row], positions: Sequence[Row]) -> list[Line]:
    lines = [*map(_meeting, meetings), *map(_step, ledger), *map(_position, positions)]
    return sorted(_unique(lines), key=lambda line: (line.when or "9999", line.note.article, line.note.start, line.text))


def _unique(lines: Iterator[Line] | Sequence[Line]) -> list[Line]:
    return list(dict.fromkeys(lines))


def _step(row: Row) -> Line:
    what, day = row["stepKind"] or "opens", _text(row["published"])
    due = f", due {row['deadline']}" if row["deadline"] else ""
    told = f"{row['parties'] or 'somebody'}, {row['kind']}: {_text(row['content'])}{due} [{what}: {row['standing']}]"
    return Line(f"{day} {told}", _note(row), day)


def _meeting(row: Row) -> Line:
    where = f" in {row['placeName']}" if row["placeName"] else ""
    told = f"{row['when'] or 'undated'} {row['kind']}{where}, {row['status']}"
    return Line(told, _note(row), _text(row["whenEarliest"]))


def _position(row: Row) -> Line:
    day = row.get("whenEarliest") or row.get("published")
    who = row.get("voiceName") or row.get("speakerName") or "somebody"
    stance = row.get("stance") or row.get("polarity") or ""
    told = f"{row.get('when') or _text(day) or 'undated'} {who} ({stance}): {_text(row['content'])}"
    return Line(told, _note(row), _text(day))


def _variant(row: Row) -> Line:
    said = f"says {_text(row['value'])}" if row["stance"] == "says" else "is silent"
    by = f" ({row['saidByName']})" if row["saidByName"] else ""
    clash = "contradicted" if row["contradiction"] == "yes" else "told differently"
    return Line(f"{row['of']}, {row['slot']} {clash}: {row['article']}{by} {said}", _note(row))


def _note(row: Row) -> Note:
    passage = _text(row.get("passage") or row.get("content") or "")
    return Note(row["article"], int(row["start"]), int(row["end"]), passage)


def _text(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def markdown(found: Dossier) -> str:
    """The dossier in Markdown with footnotes; drawings stand in it as SVG."""
    out, notes = [f"# {_plain(found.title)}", ""], dict[Note, int]()
    for title, svg in found.plots.items():
        out += [f"## {_plain(title)}", "", svg, ""]
    for section in found.sections:
        out += [f"## {section.title}", ""]
        for line in section.lines:
            number = notes.setdefault(line.note, len(notes) + 1)
            out.append(f"- {_plain(line.text)}[^{number}]")
        out += ["" if section.lines else "Nothing is told.", ""]
    for note, number in notes.items():
        out.append(f"[^{number}]: {_plain(note.article)} {note.start}-{note.end}: {_plain(note.passage)}")
    return "\n".join(out).rstrip() + "\n"


def html(found: Dossier) -> str:
    """The dossier as one page; every text is escaped."""
    notes: dict[Note, int] = {}
    body = [f"<h1>{escape(found.title)}</h1>"]
    body += [f"<h2>{escape(title)}</h2>\n{svg}" for title, svg in found.plots.items()]
    for section in found.sections:
        body.append(f"<h2>{escape(section.title)}</h2>")
        items = []
        for line in section.lines:
            number = notes.setdefault(line.note, len(notes) + 1)
            items.append(f'<li>{escape(line.text)}<sup><a href="#n{number}">{number}</a></sup></li>')
        body.append("<ul>\n" + "\n".join(items) + "\n</ul>" if items else "<p>Nothing is told.</p>")
    cited = [
        f'<li id="n{n}">{escape(note.article)} {note.start}-{note.end}: <q>{escape(note.passage)}</q></li>'
        for note, n in notes.items()
    ]
    body.append("<h2>Passages</h2>\n<ol>\n" + "\n".join(cited) + "\n</ol>")
    head = f'<meta charset="utf-8"><title>{escape(found.title)}</title>'
    page = "\n".join(body)
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{page}\n</body>\n</html>\n'


def _plain(text: str) -> str:
    """Text in which Markdown sees no markup and no HTML."""
    return text.translate(_MARKDOWN)
