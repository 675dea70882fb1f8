"""Articles, evidence, mentions, entities and the records that extractors yield.

A field made by `term(...)` names the ontology property that it becomes, so that `kg.rdf` walks the fields and needs no
mapper per class. Offsets are Unicode code points into `Article.text`, end exclusive.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Final, Literal, NamedTuple

from kg.kinds import MeasureKind as MeasureKind
from kg.kinds import MeasureStatus as MeasureStatus
from kg.kinds import MeetingKind as MeetingKind
from kg.kinds import MoveKind as MoveKind
from kg.kinds import Verdict as Verdict
from kg.vocab import KG, RDF, Term

Form = Literal["name", "pronoun", "group", "title", "acronym"]
Kind = Literal["person", "institution", "polity", "group", "place", "unknown"]
Reference = Literal["name", "metonym", "people", "grammar", "body", "owned", "pair", "sides", "parties"]
Mode = Literal["direct", "mixed", "indirect", "no-comment"]
Factuality = Literal["asserted", "attributed", "conditional", "hypothetical", "negated", "planned"]
Standing = Literal["current", "former", "next"]
MeetingStatus = Literal["held", "ongoing", "planned", "expected", "hypothetical", "cancelled"]
LooseEndKind = Literal["cue", "quotation", "money", "date", "measure"]
Polarity = Literal["asserted", "denied", "rejected", "hypothetical", "hoped"]


def term(*properties: Term, default: Any = ...) -> Any:
    """A dataclass field that becomes these properties; three of them for a `When` (EDTF, earliest, latest)."""
    metadata = {"terms": properties}
    return field(metadata=metadata) if default is ... else field(default=default, metadata=metadata)


class Span(NamedTuple):
    """Code points [start, end) of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read; `text` is what offsets index, and it never changes.

    `sha256` is of the text; `source_sha256` of what it was read from, a page or a row, where that is not the text.
    """

    identifier: str
    text: str
    sha256: str
    source_sha256: str | None = None
    language: str = "en"
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    published: date | None = None
    published_inferred: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the clean text, its block's place in the article and whether it is a headline."""

    start: int
    end: int
    paragraph: int
    headline: bool


@dataclass(frozen=True)
class Reading:
    """What the parser sees: clean text, its sentences, and where each of its characters stands in the text as read."""

    text: str
    sentences: tuple[Sentence, ...]
    offsets: array[int]

    def raw(self, start: int, end: int) -> Span:
        """The span of the text as read that the clean span stands for."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @cached_property
    def starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where an article says so, and which rule found it with what confidence (0 to 1)."""

    article: str
    start: int
    end: int
    rule: str
    confidence: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as exact as the text: EDTF (ISO 8601-2) and the first and last day it may mean, where they are known."""

    edtf: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that denote an actor or place. What they denote is for `kg.resolve` to say.

    `name` is what identifies (no titles, no possessive), `title` the title printed with it, `polity` the code of the
    country that the phrase itself names, `subtype` an Institution subclass in kebab case. `sentence` counts from 0 in
    the article; `subject` is true for a clause's subject, `object` for what a verb or preposition governs; `clause` is
    the token of the verb above, -1 without one; `quoted` is true inside quotation marks.

    `reference` says how to tell what is denoted: by its own name; a capital or seat for its government (metonym), a
    demonym for its people, a ministry by the grammar of its name; a body alone ("the union") or owned ("his party");
    a pair named before, both sides, or the parties to talks whom nobody names.
    """

    slug: ClassVar = "mention"
    type: ClassVar[Term] = KG.Mention

    evidence: Evidence
    form: Form = term(KG.form)
    kind: Kind
    name: str
    title: str | None = None
    polity: str | None = None
    subtype: str | None = None
    reference: Reference = "name"
    plural: bool = False
    sentence: int = 0
    subject: bool = False
    object: bool = False
    clause: int = -1
    quoted: bool = False

    @property
    def key(self) -> Span:
        """Tells the mentions of one article apart."""
        return self.evidence.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an actor is reported to have said, with the chain of attribution; never asserted as fact."""

    slug: ClassVar = "statement"
    type: ClassVar[Term] = KG.Statement

    evidence: Evidence
    speakers: tuple[Mention, ...] = term(KG.spokenBy)
    via: tuple[Mention, ...] = term(KG.via, default=())
    speaker_role: str | None = term(KG.speakerRole, default=None)
    addressee: str | None = term(KG.addressee, default=None)
    venue: str | None = term(KG.venue, default=None)
    cue: str = term(KG.cue)
    mode: Mode = term(KG.mode)
    polarity: Polarity = term(KG.polarity, default="asserted")
    content: str = term(KG.content)
    content_start: int = term(KG.contentStart)
    content_end: int = term(KG.contentEnd)
    issues: tuple[str, ...] = term(KG.isAbout, default=())
    when: When | None = term(KG.when, KG.whenEarliest, KG.whenLatest, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHolding:
    """A person holds a title, of an institution or polity where the phrase or its context says so.

    `principal` is the person whom the holder speaks or acts for. `standing` tells an office no longer or not yet held;
    `held` has the days from and until, where they are known.
    """

    slug: ClassVar = "role"
    type: ClassVar[Term] = KG.RoleHolding

    evidence: Evidence
    holder: Mention = term(KG.holder)
    title: str = term(KG.title)
    institution: Mention | None = term(KG.institution, default=None)
    principal: Mention | None = term(KG.principal, default=None)
    polity: str | None = term(KG.polity, default=None)
    standing: Standing = "current"
    held: When | None = term(KG.held, KG.heldEarliest, KG.heldLatest, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A move that a party makes with words: what it pledges, demands, threatens, refuses ..., exactly one kind each.

    `attributed_to` is who says so, where it is reported speech. `status` is open until another record raises it.
    """

    slug: ClassVar = "commitment"
    type: ClassVar[Term] = KG.Move

    evidence: Evidence
    kind: MoveKind = term(RDF.type)
    actors: tuple[Mention, ...] = term(KG.actor)
    beneficiaries: tuple[Mention, ...] = term(KG.beneficiary, default=())
    content: str = term(KG.content)
    content_start: int = term(KG.contentStart)
    content_end: int = term(KG.contentEnd)
    issues: tuple[str, ...] = term(KG.isAbout, default=())
    condition: str | None = term(KG.condition, default=None)
    product: str | None = term(KG.product, default=None)
    amount: float | None = term(KG.amount, default=None)
    currency: str | None = term(KG.currency, default=None)
    deadline: When | None = term(KG.deadline, KG.deadlineEarliest, KG.deadlineLatest, default=None)
    factuality: Factuality = term(KG.factuality, default="asserted")
    attributed_to: tuple[Mention, ...] = term(KG.attributedTo, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One telling of an encounter; tellings of the same one in an article share `event`."""

    slug: ClassVar = "meeting"
    type: ClassVar[Term] = KG.Meeting

    evidence: Evidence
    event: str = term(KG.event)
    kind: MeetingKind = term(KG.meetingKind)
    participants: tuple[Mention, ...] = term(KG.participant, default=())
    place: str | None = term(KG.place, default=None)
    status: MeetingStatus = term(KG.meetingStatus)
    when: When | None = term(KG.when, KG.whenEarliest, KG.whenLatest, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One telling of an act of state or enterprise: a tariff, quota, sanction, law ...; the same one shares `event`."""

    slug: ClassVar = "measure"
    type: ClassVar[Term] = KG.Measure

    evidence: Evidence
    event: str = term(KG.event)
    kind: MeasureKind = term(KG.measureKind)
    imposers: tuple[Mention, ...] = term(KG.imposer, default=())
    targets: tuple[Mention, ...] = term(KG.target, default=())
    product: str | None = term(KG.product, default=None)
    amount: float | None = term(KG.amount, default=None)
    currency: str | None = term(KG.currency, default=None)
    rate: float | None = term(KG.rate, default=None)
    rate_from: float | None = term(KG.rateFrom, default=None)
    status: MeasureStatus = term(KG.measureStatus)
    when: When | None = term(KG.when, KG.whenEarliest, KG.whenLatest, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that denote a time; `when` is absent where the text gives no anchor."""

    slug: ClassVar = "date"
    type: ClassVar[Term] = KG.TimeExpression

    evidence: Evidence
    when: When | None = term(KG.edtf, KG.earliest, KG.latest, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEnd:
    """Words that look as if they carried a record, and none stands on them."""

    slug: ClassVar = "loose-end"
    type: ClassVar[Term] = KG.LooseEnd

    evidence: Evidence
    kind: LooseEndKind = term(KG.looseEndKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPhrase:
    """Words that a statement or move turns on, and that belong to no issue; `lemmas` tell the phrase from others."""

    evidence: Evidence
    lemmas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecords:
    """All that was extracted from one article: what is kept, so that the parser never runs on it again."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    roles: tuple[RoleHolding, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()
    topic_phrases: tuple[TopicPhrase, ...] = ()


# What an institution of a kind is, as packs and mentions name the kind.
INSTITUTIONS: Final[Mapping[str, Term]] = {
    "ministry": KG.Ministry,
    "government-office": KG.GovernmentOffice,
    "central-bank": KG.CentralBank,
    "legislature": KG.Legislature,
    "international-organisation": KG.InternationalOrganisation,
    "business-association": KG.BusinessAssociation,
    "company": KG.Company,
    "news-organisation": KG.NewsOrganisation,
    "political-party": KG.PoliticalParty,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that mentions denote; `aliases` are the names as printed."""

    iri: Term
    type: Term
    name: str
    aliases: tuple[str, ...] = ()
    polity: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """The entity a mention was resolved to, by which rule and how surely (0 to 1)."""

    entity: Term
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityJudgement:
    """Whether two names are one entity's, by a rule with a score (0 to 1), or by a person on a day.

    `left` and `right` are keys as they were before any merge, `person/ana-duarte`, or what a person wrote for them;
    `entities` what they are now taken to denote.
    """

    slug: ClassVar = "judgement"
    type: ClassVar[Term] = KG.IdentityJudgement

    left: str = term(KG.left)
    right: str = term(KG.right)
    left_name: str = term(KG.leftName)
    right_name: str = term(KG.rightName)
    verdict: Verdict = term(KG.verdict)
    entities: tuple[Term, ...] = term(KG.concerns, default=())
    rule: str | None = term(KG.rule, default=None)
    score: float | None = term(KG.score, default=None)
    who: str | None = term(KG.judgedBy, default=None)
    when: date | None = term(KG.judgedOn, default=None)
    note: str | None = term(KG.note, default=None)
