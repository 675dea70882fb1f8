"""Moves, meetings, measures and telling statements as PLOVER events: JSON lines for event-data tools.

A line has an id, the day, event type, mode and context where known, source and target actors by name and ISO 3166-1
alpha-3 country, the words, and where they stand. Actors of a symmetric event - an agreement, talks - are source and
target both. Where no target is told, the first actor that the words name besides the source is taken, and marked so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, Final

from kg import iri
from kg.export.actors import gather
from kg.export.batches import Batch, batches, rows
from kg.export.choice import Choice
from kg.export.mapping import Plover, plover
from kg.export.tables import ISSUES, TOLD, Record, gathered, told
from kg.query.solutions import solutions
from kg.store.oxigraph import OxigraphStore

_TABLES: Final = {table.key: table for table in TOLD}
# What tells how far a record is real, who acts and whom it bears on.
_STATE: Final = {"statement": "polarity", "commitment": "factuality", "meeting": "status", "measure": "status"}
_SOURCE: Final = {"statement": "speaker", "commitment": "actor", "meeting": "participant", "measure": "imposer"}
_TARGET: Final = {"commitment": "beneficiary", "measure": "target"}
# Meetings to which some go while others are there.
_ONE_WAY: Final = ("visit", "call")
# Names in a list stand no further apart than ", and ".
_LISTED: Final = 6
# One or several words in capitals, as names and adjectives of countries are.
_NAMES: Final = re.compile(r"(?:U\.S\.|[A-Z][\w-]+(?: [A-Z][\w-]+)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What a batch says that events need: actors, mentions in order, passages, dates, what lies above each issue."""

    actors: Mapping[str, Record]
    mentions: Mapping[str, list[Record]]
    passages: Mapping[str, str]
    articles: Mapping[str, Record]
    broader: Mapping[str, list[str]]


def write(store: OxigraphStore, choice: Choice, out: IO[bytes]) -> None:
    """Write an object per event and line (https://jsonlines.org), article by article."""
    tables = plover()
    for batch in batches(store, choice):
        for event in events(batch, tables):
            out.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")


def events(batch: Batch, tables: Plover) -> Iterator[dict[str, Any]]:
    """The events of a batch, by article and place; a statement that only tells a move of the same type is left out."""
    known = _told(batch)
    found: list[dict[str, Any]] = []
    for kind in ("commitment", "meeting", "measure", "statement"):
        for record in told(batch, _TABLES[kind]):
            event = _event(kind, record, known, tables)
            if event and not (kind == "statement" and _is_told(event, found)):
                found.append(event)
    yield from sorted(found, key=lambda event: (event["article"], event["start"], event["end"], event["id"]))


def _event(kind: str, record: Record, known: Background, tables: Plover) -> dict[str, Any] | None:
    what = record["cue"] if kind == "statement" else record["kind"]
    state = "no-comment" if record.get("mode") == "no-comment" else record[_STATE[kind]]
    found = tables.event(kind, what, state)
    if found is None:
        return None
    sources, targets = _parties(kind, record, known)
    acting = [_actor(each, known, tables) for each in sources]
    bearing = [_actor(each, known, tables) for each in targets]
    passage = known.passages.get(record[kind], "")
    inferred = [] if bearing else [_actor(each, known, tables) for each in _named(record, sources, known)]
    if not any(each["country"] for each in (*bearing, *inferred)) and not bearing:
        inferred = _countries(record.get("content") or passage, acting, tables) or inferred
    article = known.articles[record["article"]]
    day = record.get("whenEarliest") or article["published"]
    return {
        "id": iri.local_name(record[kind]),
        "date": day.isoformat() if day else None,
        "event": found.event,
        "mode": found.mode or None,
        "context": _context(record.get("issue", ()), known, tables),
        "source": acting,
        "target": bearing or inferred,
        "targetInferred": bool(inferred),
        "record": kind,
        "kind": what,
        "state": state,
        "text": passage,
        "article": record["article"],
        "start": record["start"],
        "end": record["end"],
        "content": [record["contentStart"], record["contentEnd"]] if "contentStart" in record else None,
        "publisher": article["publisher"],
        "confidence": float(record["confidence"]),
    }


def _parties(kind: str, record: Record, known: Background) -> tuple[list[str], list[str]]:
    """Who acts and whom it bears on, in the order in which the passage names them."""
    sources = _ordered(record[_SOURCE[kind]], record, known)
    targets = _ordered(record[_TARGET[kind]], record, known) if kind in _TARGET else []
    if kind == "meeting" and record["kind"] in _ONE_WAY:
        return sources[:1], sources[1:]
    if len(sources) > 1 and not targets and (kind == "meeting" or record.get("kind") == "agreement"):
        return sources, sources
    return sources, [target for target in targets if target not in sources]


def _ordered(actors: Iterable[str], record: Record, known: Background) -> list[str]:
    places = {e: m["start"] for m in reversed(_within(record, known)) for e in m["entity"]}
    return sorted(actors, key=lambda actor: (places.get(actor, record["end"]), actor))


def _within(record: Record, known: Background) -> list[Record]:
    """The mentions in the record's passage, in order."""
    mentions = known.mentions.get(record["article"], ())
    return [m for m in mentions if m["start"] < record["end"] and m["end"] > record["start"]]


def _named(record: Record, sources: list[str], known: Background) -> list[str]:
    """The first actor named besides the sources and who reports it, with those that follow it in a list.

    Looked for in what was said or promised, then in the whole passage.
    """
    besides = {*sources, *record.get("attributedTo", ()), *record.get("via", ())}
    mentions = [
        (mention, others)
        for mention in _within(record, known)
        if (others := [e for e in mention["entity"] if e in known.actors and e not in besides])
    ]
    start = record.get("contentStart", record["start"])
    found: list[str] = []
    last = None
    for mention, others in [pair for pair in mentions if pair[0]["start"] >= start] or mentions:
        if last is not None and mention["start"] - last > _LISTED:
            break
        found += [other for other in others if other not in found]
        last = mention["end"]
    return found


def _actor(actor: str, known: Background, tables: Plover) -> dict[str, Any]:
    """Name, kind and country; a polity is its own country, and one that no polity is known of what its name says."""
    found = known.actors.get(actor, {})
    name = found.get("name") or actor
    code = iri.code_of(found.get("country") or actor) or ""
    named = [] if code else _countries(name, [], tables)
    return {
        "name": name,
        "kind": found.get("kind"),
        "country": named[0]["country"] if named else tables.countries.get(code),
    }


def _countries(text: str, sources: list[dict[str, Any]], tables: Plover) -> list[dict[str, Any]]:
    """The first country besides the sources' that the text names by a name, a seat of power or an adjective."""
    own = {source["country"] for source in sources}
    for match in _NAMES.finditer(text):
        code = tables.names.get(match[0]) or tables.names.get(match[0].split()[0])
        country = tables.countries.get(code or "")
        if country and country not in own:
            return [{"name": match[0], "kind": "polity", "country": country}]
    return []


def _context(issues: Iterable[str], known: Background, tables: Plover) -> str | None:
    """The context of the first issue that has one, itself or through what lies above it."""
    for issue in issues:
        above = [issue]
        while above:
            each = above.pop(0)
            if context := tables.contexts.get(iri.local_name(each)):
                return context
            above += known.broader.get(each, ())
    return None


def _is_told(event: dict[str, Any], found: list[dict[str, Any]]) -> bool:
    """Whether a move in the same passage is such an event already."""
    return any(
        other["event"] == event["event"]
        and other["article"] == event["article"]
        and other["start"] < event["end"]
        and other["end"] > event["start"]
        for other in found
    )


def _told(batch: Batch) -> Background:
    mentions: dict[str, list[Record]] = {}
    for mention in told(batch, _TABLES["mention"]):
        mentions.setdefault(mention["article"], []).append(mention)
    return Background(
        actors=gather(batch.store),
        mentions=mentions,
        passages={str(record): str(passage) for record, passage in solutions(batch.store, "export", "passages")},
        articles={record["article"]: record for record in told(batch, _TABLES["article"])},
        broader={record["issue"]: record["broader"] for record in gathered(ISSUES, rows(batch.store, "issues"))},
    )
