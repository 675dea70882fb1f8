"""What one graph says that another did not, in the terms of a negotiation and not of triples.

Two entries of the ledger are one where they share a telling, so that an article which turns up later, and tells of a
commitment earlier, does not make it a new one. Two builds of the same articles differ in nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from kg.query.own import asked_rows
from kg.store import Store

What = Literal[
    "new-commitment",
    "commitment-gone",
    "new-step",
    "standing-changed",
    "deadline-changed",
    "new-denial",
    "new-meeting",
    "meeting-gone",
    "new-measure",
    "measure-gone",
    "entities-merged",
    "entity-split",
]
Row = Mapping[str, Any]
TOLD: Final = frozenset({None, "same-commitment", "reaffirms", "specifies", "conflicts-with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference: what it is, of what, before and after, and the passage that shows it."""

    what: What
    subject: str
    before: str = ""
    after: str = ""
    article: str = ""
    start: int | None = None
    end: int | None = None
    passage: str = ""


def diff(old: Store, new: Store) -> list[Change]:
    """The changes from one store to the other, in a fixed order."""
    changes = [*_ledger(old, new), *_denials(old, new), *_events(old, new), *_identities(old, new)]
    return sorted(set(changes), key=lambda c: (c.what, c.subject, c.article, c.start or 0, c.before, c.after))


@dataclass
class _Entry:
    """A commitment's rows by the record that each tells."""

    steps: dict[str, Row] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        first = min(self.steps.values(), key=lambda row: int(row["step"]))
        return f"{first['parties'] or 'somebody'}, {first['kind']}: {_line(first['content'])}"

    @property
    def ordered(self) -> list[Row]:
        return sorted(self.steps.values(), key=lambda row: int(row["step"]))

    @property
    def deadlines(self) -> str:
        return ", ".join(sorted({row["deadline"] for row in self.steps.values() if row["deadline"]}))

    @property
    def told(self) -> set[str]:
        return {record for record, row in self.steps.items() if row["stepKind"] in TOLD}


def _entries(store: Store) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = defaultdict(_Entry)
    for row in asked_rows(store, "commitment-ledger"):
        entries[row["entry"]].steps[row["record"]] = row
    return entries


def _ledger(old: Store, new: Store) -> Iterator[Change]:
    before, after = _entries(old), _entries(new)
    was = {record: entry for entry in before.values() for record in entry.told}
    now = {record for entry in after.values() for record in entry.told}
    for entry in after.values():
        known = next((was[record] for record in sorted(entry.told) if record in was), None)
        last = entry.ordered[-1]
        if known is None:
            yield _change("new-commitment", entry.subject, entry.ordered[0], after=last["standing"])
            continue
        for record, row in entry.steps.items():
            if record not in known.steps:
                kind = row["stepKind"] or "told first"
                yield _change("new-step", entry.subject, row, after=f"{kind}, {row['standing']}")
        if known.ordered[-1]["standing"] != last["standing"]:
            stood = known.ordered[-1]["standing"]
            yield _change("standing-changed", entry.subject, last, before=stood, after=last["standing"])
        if known.deadlines != entry.deadlines:
            yield _change("deadline-changed", entry.subject, last, before=known.deadlines, after=entry.deadlines)
    for entry in before.values():
        if not entry.told & now:
            yield _change("commitment-gone", entry.subject, entry.ordered[0])


def _denials(old: Store, new: Store) -> Iterator[Change]:
    known = {row["commitment"] for row in asked_rows(old, "commitments", kind="denial")}
    for row in asked_rows(new, "commitments", kind="denial"):
        if row["commitment"] not in known:
            yield _change("new-denial", f"{row['actorName'] or 'somebody'} denies: {_line(row['content'])}", row)


def _events(old: Store, new: Store) -> Iterator[Change]:
    tables: Sequence[tuple[str, str, What, What]] = (
        ("meetings", "meeting", "new-meeting", "meeting-gone"),
        ("measures", "measure", "new-measure", "measure-gone"),
    )
    for table, column, came, went in tables:
        before, after = asked_rows(old, table), asked_rows(new, table)
        yield from _only(after, before, column, came)
        yield from _only(before, after, column, went)


def _only(there: Sequence[Row], elsewhere: Sequence[Row], column: str, what: What) -> Iterator[Change]:
    """Events none of whose tellings are elsewhere; each by its first telling."""
    known = {row[column] for row in elsewhere}
    shared = {row["event"] for row in there if row[column] in known}
    seen: set[str] = set()
    for row in there:
        if row["event"] not in shared | seen:
            seen.add(row["event"])
            yield _change(what, f"{row['kind']}, {row['status']}", row, after=row["when"] or "")


def _identities(old: Store, new: Store) -> Iterator[Change]:
    """Entities that mentions of both graphs denote otherwise now: several that became one, one that became several."""
    before, after = _denoted(old), _denoted(new)
    names = {iri: name for found in (before, after) for iri, name in found.values()}
    forward: dict[str, set[str]] = defaultdict(set)
    backward: dict[str, set[str]] = defaultdict(set)
    for mention in before.keys() & after.keys():
        was, now = before[mention][0], after[mention][0]
        forward[was].add(now)
        backward[now].add(was)
    for now, these in backward.items():
        if len(these) > 1:
            yield Change(what="entities-merged", subject=names[now], before=_names(these, names), after=names[now])
    for was, into in forward.items():
        if len(into) > 1:
            yield Change(what="entity-split", subject=names[was], before=names[was], after=_names(into, names))


def _denoted(store: Store) -> dict[str, tuple[str, str]]:
    """Mention -> the entity it denotes and its name; only where it denotes one."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in asked_rows(store, "mentions"):
        if row["entity"]:
            found[row["mention"]].add((row["entity"], row["entityName"] or row["entity"]))
    return {mention: next(iter(these)) for mention, these in found.items() if len(these) == 1}


def _names(entities: set[str], names: Mapping[str, str]) -> str:
    return ", ".join(sorted(f"{names[entity]} <{entity}>" for entity in entities))


def _change(what: What, subject: str, row: Row, *, before: str = "", after: str = "") -> Change:
    return Change(
        what=what, subject=subject, before=before, after=after, article=row["article"], start=row["start"],
        end=row["end"], passage=_line(row.get("passage") or row.get("content") or ""),
    )  # fmt: skip


def _line(text: str) -> str:
    return " ".join(text.split())
