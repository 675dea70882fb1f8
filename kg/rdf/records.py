"""One article's records -> its named graph: the fields name the properties, so no class has a mapper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final, get_args

from kg import iri
from kg.model import (
    ArticleRecords,
    Commitment,
    Evidence,
    LooseEnd,
    Measure,
    Meeting,
    Mention,
    Referent,
    RoleHolding,
    Span,
    Statement,
    TimeExpression,
    When,
)
from kg.rdf.nquads import Lines, Value
from kg.vocab import DCTERMS, KG, OA, RDF, SCHEMA, Term

Reported = Statement | Commitment | Meeting | Measure | RoleHolding
Selector = Mention | TimeExpression | LooseEnd
Record = Reported | Selector
CONTEXT: Final = 32

MODES: Final = {"direct": KG.direct, "mixed": KG.mixed, "indirect": KG.indirect, "no-comment": KG.noComment}
POLARITIES: Final = {
    "asserted": KG.asserted,
    "denied": KG.denied,
    "rejected": KG.rejected,
    "hypothetical": KG.hypothetical,
    "hoped": KG.hoped,
}
FORMS: Final = {
    "name": KG.nameForm,
    "pronoun": KG.pronounForm,
    "group": KG.groupForm,
    "title": KG.titleForm,
    "acronym": KG.acronymForm,
}

# Stores do not infer: what a kind of move lies under is written out.
MOVES: Final = {
    "pledge": (KG.Pledge, KG.Commitment),
    "agreement": (KG.Agreement, KG.Commitment),
    "threat": (KG.Threat, KG.Commitment),
    "obligation": (KG.Obligation, KG.Commitment),
    "demand": (KG.Demand,),
    "refusal": (KG.Refusal,),
    "denial": (KG.Denial,),
    "fulfilment": (KG.Fulfilment,),
    "breach": (KG.Breach,),
}
FACTUALITIES: Final = {
    "asserted": KG.assertedMove,
    "attributed": KG.attributedMove,
    "conditional": KG.conditionalMove,
    "hypothetical": KG.hypotheticalMove,
    "negated": KG.negatedMove,
    "planned": KG.plannedMove,
}
MEETINGS: Final = {
    "talks": KG.talks,
    "summit": KG.summit,
    "visit": KG.visit,
    "call": KG.call,
    "dinner": KG.dinner,
    "session": KG.session,
    "signing": KG.signing,
}
MEETING_STATUSES: Final = {
    "held": KG.heldMeeting,
    "ongoing": KG.ongoingMeeting,
    "planned": KG.plannedMeeting,
    "expected": KG.expectedMeeting,
    "hypothetical": KG.hypotheticalMeeting,
    "cancelled": KG.cancelledMeeting,
}
MEASURES: Final = {
    "tariff": KG.tariff,
    "quota": KG.quota,
    "sanction": KG.sanction,
    "entity-listing": KG.entityListing,
    "export-control": KG.exportControl,
    "subsidy": KG.subsidy,
    "law": KG.law,
    "ruling": KG.ruling,
    "production-target": KG.productionTarget,
    "purchase": KG.purchase,
    "withdrawal": KG.withdrawal,
    "aid": KG.aid,
    "budget": KG.budget,
    "price": KG.price,
    "licence": KG.licence,
    "deployment": KG.deployment,
}
MEASURE_STATUSES: Final = {
    "in-force": KG.inForce,
    "announced": KG.announced,
    "threatened": KG.threatened,
    "proposed": KG.proposed,
    "suspended": KG.suspended,
    "lifted": KG.lifted,
}

# Properties whose values are things and not literals: one, or a class with those above it.
THINGS: Final[Mapping[Term, Callable[[str], Term | tuple[Term, ...]]]] = {
    RDF.type: MOVES.__getitem__,
    KG.mode: MODES.__getitem__,
    KG.polarity: POLARITIES.__getitem__,
    KG.form: FORMS.__getitem__,
    KG.factuality: FACTUALITIES.__getitem__,
    KG.meetingKind: MEETINGS.__getitem__,
    KG.meetingStatus: MEETING_STATUSES.__getitem__,
    KG.measureKind: MEASURES.__getitem__,
    KG.measureStatus: MEASURE_STATUSES.__getitem__,
    KG.isAbout: iri.issue,
    KG.polity: iri.polity,
    KG.place: iri.place,
}


# The fields of each kind of record that become properties, with those.
_TERMS: Final[Mapping[type[object], tuple[tuple[str, tuple[Term, ...]], ...]]] = {
    kind: tuple((f.name, f.metadata["terms"]) for f in fields(kind) if "terms" in f.metadata)
    for kind in get_args(Record)
}


def record_iri(record: Record) -> Term:
    """The IRI of a record: a hash of its kind, article, offsets and slot values."""
    return iri.record(record.slug, *_identity(record))


def event_iri(record: Meeting | Measure) -> Term:
    """The IRI of the event that an article tells of, as far as the article alone shows."""
    return iri.entity("event", f"{record.slug} {record.event} {record.evidence.article}")


def article_quads(
    records: ArticleRecords,
    referents: Mapping[Span, tuple[Referent, ...]],
    run: Term,
    candidates: Mapping[Span, tuple[Term, ...]] = MappingProxyType({}),
    events: Mapping[Term, Term] = MappingProxyType({}),
) -> bytes:
    """The article's graph as sorted N-Quads; `events` are those of the records that share one with other tellings."""
    writer = _Writer(records, referents, candidates, events)
    writer.article(run)
    reported: tuple[Reported, ...] = (
        *records.statements,
        *records.commitments,
        *records.meetings,
        *records.measures,
        *records.roles,
    )
    selectors: tuple[Selector, ...] = (*records.mentions, *records.dates, *records.loose_ends)
    for record in reported:
        writer.record(record)
    for selector in selectors:
        writer.selector(selector)
    return writer.lines.data()


class _Writer:
    def __init__(
        self,
        records: ArticleRecords,
        referents: Mapping[Span, tuple[Referent, ...]],
        candidates: Mapping[Span, tuple[Term, ...]],
        events: Mapping[Term, Term],
    ) -> None:
        self._article, self._referents, self._candidates = records.article, referents, candidates
        self._events = events
        self._iri = iri.article(records.article.identifier)
        self.lines = Lines(self._iri)

    def article(self, run: Term) -> None:
        article, add = self._article, self.lines.add
        add(self._iri, RDF.type, KG.Article)
        add(self._iri, DCTERMS.identifier, article.identifier)
        add(self._iri, DCTERMS.title, article.title)
        add(self._iri, DCTERMS.creator, article.byline)
        add(self._iri, DCTERMS.publisher, article.publisher)
        add(self._iri, DCTERMS.issued, article.published)
        add(self._iri, DCTERMS.language, article.language)
        add(self._iri, KG.sha256, article.sha256)
        add(self._iri, KG.sourceSha256, article.source_sha256)
        add(self._iri, SCHEMA.url, iri.checked(article.url) if article.url else None)
        add(self._iri, KG.readBy, run)
        for agency in article.agencies:
            add(self._iri, KG.creditsAgency, agency)
        if article.published_inferred:
            add(self._iri, KG.issuedInferred, True)

    def record(self, record: Reported) -> None:
        """A record with an evidence node of its own."""
        node = record_iri(record)
        evidence = iri.record("evidence", node)
        self.lines.add(node, RDF.type, record.type)
        self.lines.add(node, KG.reportedIn, self._iri)
        self.lines.add(node, KG.hasEvidence, evidence)
        for predicate, value in _slots(record, self._referents):
            self.lines.add(node, predicate, value)
        if isinstance(record, Meeting | Measure):
            event = self._events.get(node) or event_iri(record)
            self.lines.add(node, KG.event, event)
            self.lines.add(event, RDF.type, KG.Event)
        self.lines.add(evidence, RDF.type, KG.Evidence)
        self._select(evidence, record.evidence)
        start, end = record.evidence.span
        self.lines.add(evidence, OA.prefix, self._article.text[max(0, start - CONTEXT) : start])
        self.lines.add(evidence, OA.suffix, self._article.text[end : end + CONTEXT])

    def selector(self, record: Selector) -> None:
        """A record that is its own evidence: the words themselves."""
        node = record_iri(record)
        evidence = record.evidence
        self.lines.add(node, RDF.type, record.type)
        for predicate, value in _slots(record, self._referents):
            self.lines.add(node, predicate, value)
        referents = self._referents.get(record.key, ()) if isinstance(record, Mention) else ()
        for referent in referents:
            self.lines.add(node, KG.refersTo, referent.entity)
        for candidate in self._candidates.get(record.key, ()) if isinstance(record, Mention) else ():
            self.lines.add(node, KG.candidate, candidate)
        if referents:
            self._select(node, evidence, referents[0].rule, referents[0].confidence)
        else:
            self._select(node, evidence)

    def _select(self, node: Term, evidence: Evidence, rule: str | None = None, confidence: float | None = None) -> None:
        """Position and words, of https://www.w3.org/TR/annotation-model/#selectors, with rule and confidence."""
        text, add = self._article.text, self.lines.add
        start, end = evidence.span
        add(node, OA.hasSource, self._iri)
        add(node, OA.start, start)
        add(node, OA.end, end)
        add(node, OA.exact, text[start:end])
        add(node, KG.rule, rule or evidence.rule)
        add(node, KG.confidence, float(evidence.confidence if confidence is None else confidence))


def _slots(record: Record, referents: Mapping[Span, tuple[Referent, ...]]) -> Iterator[tuple[Term, Value]]:
    for name, terms in _TERMS[type(record)]:
        if terms[0] == KG.event:
            continue
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            yield from _values(terms, one, referents)


def _values(
    terms: tuple[Term, ...], value: Any, referents: Mapping[Span, tuple[Referent, ...]]
) -> Iterator[tuple[Term, Value]]:
    if isinstance(value, Mention):
        yield from ((terms[0], referent.entity) for referent in referents.get(value.key, ()))
    elif isinstance(value, When):
        parts = (value.edtf, value.earliest, value.latest)
        yield from ((term, part) for term, part in zip(terms, parts, strict=True) if part is not None)
    elif value is not None:
        thing = THINGS.get(terms[0])
        things = thing(value) if thing else value
        yield from ((terms[0], one) for one in (things if isinstance(things, tuple) else (things,)))


def _identity(record: Record) -> Iterator[object]:
    """What tells a record from any other: kind, article, offsets and slot values, mentions by their place."""
    yield record.evidence.article
    yield from record.evidence.span
    for name, _ in _TERMS[type(record)]:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            yield (name, *one.key) if isinstance(one, Mention) else (name, one)
