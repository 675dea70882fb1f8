"""Why a record is in the graph: its passage in context, the rule, the article, who says so, and who is who in it.

Read from the graph by queries/explain/*.rq; the context comes from the kept text, and where a store keeps none (a
server) from the prefix and suffix of the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.errors import QueryError
from kg.iri import local_name
from kg.passages import Texts
from kg.query.literal import literal
from kg.query.own import own_rows
from kg.query.terms import as_iri
from kg.store import Store
from kg.vocab import KG, PREFIXES, RDF, Term

SHORTEST: Final = 6
# As far as a paragraph is shown on either side, in characters.
CONTEXT: Final = 320
_SHOWN: Final = 8
_KEY: Final = re.compile(rf"[0-9a-f]{{{SHORTEST},16}}")
_HIDDEN: Final = frozenset({KG.reportedIn, KG.hasEvidence, KG.rule, KG.confidence, RDF.type})
# What a class is called where it is not the most exact one that a record has.
_BROAD: Final = frozenset({KG.Move, KG.Commitment})
# The links of the chain of attribution, innermost first.
_CHAIN: Final = {KG.spokenBy: "speaker", KG.actor: "actor", KG.attributedTo: "attributed to", KG.via: "via"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The words that carry the record, with what stands around them, and which rule found them how surely."""

    start: int
    end: int
    before: str
    text: str
    after: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """The article that tells it."""

    iri: str
    identifier: str
    title: str | None
    publisher: str | None
    agencies: tuple[str, ...]
    issued: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One value of one property of the record; `label` is the name of a thing that has one."""

    property: str
    value: str
    label: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One voice of the chain of attribution; an unresolved speaker has no IRI."""

    role: str
    name: str
    iri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """An entity that a mention was resolved to."""

    iri: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A mention in the passage; without entities it was left unresolved, between the candidates where there are any."""

    iri: str
    start: int
    end: int
    printed: str
    form: str
    rule: str
    confidence: float
    entities: tuple[Meant, ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that can be said for one record."""

    iri: str
    kind: str
    passage: Excerpt
    article: Teller
    chain: tuple[Voice, ...]
    slots: tuple[Slot, ...]
    mentions: tuple[Mentioned, ...]


def explain(store: Store, given: str) -> Explanation:
    """The explanation of the record of that IRI, or whose IRI ends in a part that begins so.

    QueryError where there is none, where several begin so, or where fewer than 6 hexadecimal digits are given.
    """
    record = find(store, given)
    slots = own_rows(store, "explain", "slots", record=f"<{record}>")
    told = own_rows(store, "explain", "passage", record=f"<{record}>")
    if not told:
        raise QueryError(f"{record} has no passage: run `kg check`")
    article = _told(told)
    return Explanation(
        iri=record,
        kind=_kind(slots),
        passage=_passage(store, told[0]),
        article=article,
        chain=tuple(_chain(slots, article)),
        slots=tuple(
            Slot(property=_last(row["property"]), value=str(row["value"]), label=row["label"])
            for row in slots
            if row["property"] not in _HIDDEN and not row["property"].startswith(PREFIXES["oa"])
        ),
        mentions=tuple(_mentions(own_rows(store, "explain", "mentions", evidence=f"<{told[0]['evidence']}>"))),
    )


def find(store: Store, given: str) -> Term:
    """The IRI of the one record that is meant."""
    wanted = given.strip()
    if node := as_iri(wanted):
        found = own_rows(store, "explain", "find", node=f"<{node}>")
    elif _KEY.fullmatch(wanted):
        found = own_rows(store, "explain", "find", prefix=literal(wanted))
    else:
        raise QueryError(f"{given!r} is no record: give its IRI, or {SHORTEST} or more of the digits that it ends in")
    records = sorted({Term(row["record"]) for row in found})
    if len(records) > 1:
        raise QueryError(f"{given!r} may be {len(records)} records: {'; '.join(records[:_SHOWN])}")
    if not records:
        raise QueryError(f"no statement, commitment, meeting, measure, role, mention or date of the graph is {given!r}")
    return records[0]


def _kind(slots: Iterable[dict[str, Any]]) -> str:
    """The most exact class, as words: `pledge`, `role holding`."""
    kinds = [Term(row["value"]) for row in slots if row["property"] == RDF.type]
    exact = [kind for kind in kinds if kind not in _BROAD] or kinds
    return words(_last(exact[0])) if exact else "record"


def _told(rows: Sequence[dict[str, Any]]) -> Teller:
    row = rows[0]
    return Teller(
        iri=row["article"],
        identifier=row["identifier"],
        title=row["title"],
        publisher=row["publisher"],
        agencies=tuple(dict.fromkeys(r["agency"] for r in rows if r["agency"])),
        issued=None if row["issued"] is None else str(row["issued"]),
        url=row["url"],
    )


def _passage(store: Store, row: dict[str, Any]) -> Excerpt:
    start, end = row["start"], row["end"]
    before, after = row["prefix"], row["suffix"]
    if (text := Texts(store).of(row["identifier"])) is not None:
        before, after = _around(text, start, end)
    return Excerpt(
        start=start,
        end=end,
        before=before,
        text=row["text"],
        after=after,
        rule=row["rule"],
        confidence=float(row["confidence"]),
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the paragraphs that the passage stands in, cut at a space where they are long."""
    first = max(text.rfind("\n\n", 0, start) + 2, 0) if "\n\n" in text[:start] else 0
    last = text.find("\n\n", end) if "\n\n" in text[end:] else len(text)
    before, after = text[first:start], text[end:last]
    if len(before) > CONTEXT:
        before = f"... {before[-CONTEXT:].partition(' ')[2]}"
    if len(after) > CONTEXT:
        after = f"{after[:CONTEXT].rpartition(' ')[0]} ..."
    return before, after


def _chain(slots: Iterable[dict[str, Any]], article: Teller) -> Iterator[Voice]:
    """Who says so, from the innermost voice to the publisher."""
    rows = list(slots)
    if any(row["value"] == KG.Statement for row in rows) and all(row["property"] != KG.spokenBy for row in rows):
        yield Voice(role=_CHAIN[KG.spokenBy], name="unresolved")
    for link, role in _CHAIN.items():
        for row in rows:
            if row["property"] == link:
                yield Voice(role=role, name=row["label"] or _last(row["value"]), iri=row["value"])
    yield from (Voice(role="agency", name=agency) for agency in article.agencies)
    if article.publisher:
        yield Voice(role="publisher", name=article.publisher)


def _mentions(rows: Iterable[dict[str, Any]]) -> Iterator[Mentioned]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["mention"], []).append(row)
    for iri, group in grouped.items():
        first = group[0]
        yield Mentioned(
            iri=iri,
            start=first["start"],
            end=first["end"],
            printed=first["printed"],
            form=_last(first["form"]).removesuffix("Form"),
            rule=first["rule"],
            confidence=float(first["confidence"]),
            entities=tuple(
                Meant(iri=row["entity"], name=row["name"] or _last(row["entity"]), kind=_last(row["kind"]).lower())
                for row in group
                if row["entity"]
            ),
            candidates=tuple(row["candidateName"] or _last(row["candidate"]) for row in group if row["candidate"]),
        )


def words(name: str) -> str:
    """A term's local name as words: `spokenBy` -> `spoken by`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()


def _last(iri: object) -> str:
    """The local name of an IRI; nothing for nothing."""
    return "" if iri is None else local_name(str(iri))
