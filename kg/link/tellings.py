"""A record of any article as the rules that link see it: whose it is, what it is about, when it was published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from kg.iri import local_name
from kg.link.sides import bodies_of, denoted, sides_of
from kg.link.words import first, names, of_issues, points_back, stems
from kg.model import ArticleRecords, Commitment, Entity, Measure, Meeting, Mention, Span
from kg.rdf import record_iri
from kg.resolve import Resolution
from kg.vocab import Term

Tellable = Commitment | Meeting | Measure
_BINDING: Final = frozenset({"demand", "pledge", "agreement", "threat"})
REACH: Final = 4
"""Code points from the start of a demand's content within which a name begins: "the " may stand before it."""
LEAD: Final = 16
"""Code points before a passage that still belong to its verb: "renewed her"."""
OWN: Final = 4
"""So many stems before the content may hold what its pronouns mean; with fewer, that stands a sentence before."""
BEFORE: Final = 240
"""Code points before a passage in which stands what its pronouns mean."""
_REST: Final = re.compile(r"(?:[^.\n]|\.(?=\S)|\n(?=\S)){0,160}")
"""What is left of a sentence."""
_SENTENCES: Final = re.compile(r"(?<=[a-z0-9)\"”’][.!?])[\"”]?\s+")
_OPENING: Final = re.compile(r"(?:the )?([A-Z][^\W\d_]{2,40})\b")
_PARAGRAPH: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Telling:
    """One record with what its mentions denote.

    `parties` and `asked` are the names of those who act and of those whom it concerns, `actors` the former as entities.
    `sides` are whom the actors act for: codes of polities, IRIs of bodies, and words of a group's name; `towards` are
    the same of those whom it concerns, `named` of those whom a demand begins with. Where a move names no actor,
    it is taken to be of those who are cited for it.
    """

    record: Tellable
    node: Term
    published: date | None
    passage: str
    before: str
    after: str
    parties: tuple[str, ...]
    asked: tuple[str, ...]
    actors: frozenset[Term]
    sides: frozenset[str]
    towards: frozenset[str]
    named: frozenset[str] = frozenset()

    @property
    def article(self) -> str:
        return self.record.evidence.article

    @cached_property
    def span(self) -> Span:
        return self.record.evidence.span

    @cached_property
    def order(self) -> tuple[date, str, Span, Term]:
        """By publication, then article, then place in it; an article without a date comes first."""
        return self.published or date.min, self.article, self.span, self.node

    @cached_property
    def about(self) -> frozenset[str]:
        """Stems of what the record says: of its content and issues, or of its passage; of a law with what it is for."""
        record = self.record
        if not isinstance(record, Commitment):
            return stems(self.passage + self.after) if record.kind == "law" else stems(self.passage)
        return self.plain | (self._meant(record) if points_back(record.content) else frozenset())

    def _meant(self, record: Commitment) -> frozenset[str]:
        """Stems of what pronouns may mean: of the passage before the content, else of the sentence before; no names."""
        own = self.passage[: max(0, record.content_start - self.span.start)]
        text = own if len(stems(own) - names(own)) >= OWN else " ".join(_SENTENCES.split(self.before)[-2:]) + own
        return stems(text) - names(text)

    @cached_property
    def opens(self) -> str:
        """The stem of the content's first word: of its verb, as a rule."""
        return first(self.record.content) if isinstance(self.record, Commitment) else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the content alone."""
        return stems(self.record.content) if isinstance(self.record, Commitment) else self.about

    @cached_property
    def deed(self) -> frozenset[str]:
        """Stems of the content and of what is done to it: "signed" of "signed a ten-year contract"; no names."""
        record = self.record
        own = self.passage[: max(0, record.content_start - self.span.start)] if isinstance(record, Commitment) else ""
        return self.words | (stems(own) - names(own))

    @cached_property
    def around(self) -> frozenset[str]:
        """Stems of the passage and of what follows it in the sentence."""
        return stems(self.passage + self.after)

    @cached_property
    def plain(self) -> frozenset[str]:
        """As `about`, without what its pronouns mean: what stands before may be the very telling it is held against."""
        record = self.record
        return stems(record.content) | of_issues(record.issues) if isinstance(record, Commitment) else self.about

    @cached_property
    def setting(self) -> frozenset[str]:
        """Stems of the sentence and of what stands before it in the paragraph, names left out."""
        text = _PARAGRAPH.split(self.before)[-1] + self.passage + self.after
        return stems(text) - names(text)

    @property
    def lead(self) -> str:
        return self.before[-LEAD:]

    @property
    def nobody(self) -> bool:
        """Whether it is not told for whom the actors act: there are none, or "both sides", or some of no known side."""
        return not self.sides

    @cached_property
    def names(self) -> frozenset[str]:
        return names(self.passage)

    @cached_property
    def named_in(self) -> frozenset[str]:
        """Stems of the names that the content holds."""
        return names(self.record.content) if isinstance(self.record, Commitment) else self.names

    @cached_property
    def bearer(self) -> frozenset[str]:
        """The stem of the name that a demand's content begins with: "Novaxis" of "that Novaxis deliver the doses"."""
        opening = _OPENING.match(self.record.content) if isinstance(self.record, Commitment) else None
        return stems(opening[1]) if opening and self.record.kind == "demand" else frozenset()

    @cached_property
    def called(self) -> frozenset[str]:
        """Stems of the names of those who act, and of those for whom they do."""
        return stems(" ".join([*self.parties, *(local_name(side).replace("-", " ") for side in self.sides)]))

    def days_after(self, earlier: Telling) -> int:
        """Days between the two publications; 0 where one is not known."""
        return (self.published - earlier.published).days if self.published and earlier.published else 0

    def overlaps(self, other: Telling) -> bool:
        """Whether the two stand on common words of one article."""
        return self.article == other.article and max(self.span.start, other.span.start) < min(
            self.span.end, other.span.end
        )

    def distance(self, other: Telling) -> int | None:
        """Code points from one passage's start to the other's, in one article."""
        return abs(self.span.start - other.span.start) if self.article == other.article else None


def tellings(resolution: Resolution) -> list[Telling]:
    """The moves, meetings and measures of all articles, earliest first."""
    bodies = bodies_of(resolution)
    found = [
        _telling(record, records, resolution, bodies) for records in resolution.records for record in _told(records)
    ]
    return sorted(found, key=lambda t: t.order)


def _told(records: ArticleRecords) -> tuple[Tellable, ...]:
    return (*records.commitments, *records.meetings, *records.measures)


def _telling(
    record: Tellable, records: ArticleRecords, resolution: Resolution, bodies: Mapping[Term, frozenset[Term]]
) -> Telling:
    article, referents = records.article, resolution.referents[records.article.identifier]
    actors, targets = _parties(record)
    who = denoted(actors, referents)
    if not who and isinstance(record, Commitment):
        who = denoted(record.attributed_to, referents)
    sides = sides_of(who, resolution.entities, bodies)
    named = sides_of(denoted(_first_named(record, records.mentions), referents), resolution.entities, bodies)
    demand = record.kind == "demand"
    return Telling(
        record=record,
        node=record_iri(record),
        published=article.published,
        passage=article.text[record.evidence.start : record.evidence.end],
        before=article.text[max(0, record.evidence.start - BEFORE) : record.evidence.start],
        after=_REST.match(article.text, record.evidence.end)[0],  # type: ignore[index]  # it matches everywhere
        parties=_names(denoted(actors, referents), resolution.entities),
        asked=_names(denoted(targets, referents), resolution.entities),
        actors=who,
        sides=sides or (frozenset() if demand else named),
        towards=sides_of(denoted(targets, referents), resolution.entities, bodies),
        named=named if demand else frozenset(),
    )


def _parties(record: Tellable) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Whose it is, and towards whom."""
    match record:
        case Commitment():
            return record.actors, record.beneficiaries
        case Meeting():
            return record.participants, ()
        case Measure():
            return record.imposers, record.targets


def _first_named(record: Tellable, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Who is to act, where the content begins with it: "demanded that Ottawa withdraw", "promised that Oslo would"."""
    if not isinstance(record, Commitment) or record.kind not in _BINDING:
        return ()
    at = record.content_start
    return tuple(one for one in mentions if one.form == "name" and at <= one.evidence.start <= at + REACH)


def _names(entities: frozenset[Term], known: Mapping[Term, Entity]) -> tuple[str, ...]:
    return tuple(sorted(known[entity].name for entity in entities if entity in known))
