"""A small graph in the shape that the pipeline writes, made by hand, to try queries, exports and loads on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kg.iri import (
    CANDIDATES,
    CURATED,
    ENTITIES,
    IDENTITY,
    JUDGEMENTS,
    LINKS,
    article,
    candidate,
    derived,
    entity,
    issue,
    place,
    polity,
    record,
)
from kg.vocab import DCTERMS, KG, OA, RDF, SCHEMA, SKOS, XSD, Term

Object = Term | str | int | bool | Decimal | date
Time = tuple[str, date, date]

GAO, LIU, LIGHTHIZER = (entity("person", name) for name in ("gao-feng", "liu-he", "robert-lighthizer"))
GAO_LI, ROE = entity("person", "gao-li"), entity("person", "ana-roe")
USTR, MOFCOM, FARM = (entity("institution", name) for name in ("ustr", "ministry-of-commerce", "farm-bureau"))
SOURCES, INSIDERS, ENVOYS = (entity("group", name) for name in ("us-officials", "people-familiar", "envoys"))
BEIJING, BUENOS_AIRES = place("Beijing"), place("Buenos Aires")
US, CN, EU = polity("US"), polity("CN"), polity("EU")
A, B, C, D = "000_a.txt", "sub/001_b.txt", "002_c.txt", "003_d.txt"


def literal(value: Object) -> str:
    """The value as N-Quads writes it; strings escaped as far as RDF 1.1 N-Quads asks."""
    match value:
        case Term():
            return f"<{value}>"
        case bool():
            return f'"{str(value).lower()}"^^<{XSD.boolean}>'
        case int():
            return f'"{value}"^^<{XSD.integer}>'
        case Decimal():
            return f'"{value}"^^<{XSD.decimal}>'
        case date():
            return f'"{value.isoformat()}"^^<{XSD.date}>'
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
    return '"' + "".join(escapes.get(c, c) for c in value) + '"'


class Sample:
    """Collects quads by graph."""

    def __init__(self) -> None:
        self.lines: dict[Term, set[str]] = defaultdict(set)

    def add(self, graph: Term, subject: Term, *pairs: tuple[Term, Object | None]) -> Term:
        for predicate, value in pairs:
            if value is not None:
                self.lines[graph].add(f"<{subject}> <{predicate}> {literal(value)} <{graph}> .\n")
        return subject

    def label(self, graph: Term, subject: Term, name: str, *others: str) -> None:
        for predicate, text in [(SKOS.prefLabel, name), *((SKOS.altLabel, other) for other in others)]:
            self.lines[graph].add(f"<{subject}> <{predicate}> {literal(text)}@en <{graph}> .\n")

    def graphs(self) -> Mapping[str, bytes]:
        """Graph IRI -> sorted N-Quads."""
        return {graph: "".join(sorted(lines)).encode() for graph, lines in self.lines.items()}

    def actor(self, iri: Term, kinds: list[Term], name: str, *others: str, of: Term | None = None) -> Term:
        self.add(ENTITIES, iri, *((RDF.type, kind) for kind in [*kinds, KG.Actor]), (KG.polity, of))
        self.label(ENTITIES, iri, name, *others)
        return iri

    def evidence(self, graph: Term, iri: Term, start: int, end: int, text: str, rule: str, sure: str = "0.9") -> Term:
        return self.add(
            graph, iri, (OA.hasSource, graph), (OA.start, start), (OA.end, end), (OA.exact, text),
            (OA.prefix, "before "), (OA.suffix, " after"), (KG.rule, rule), (KG.confidence, Decimal(sure)),
        )  # fmt: skip

    def statement(
        self, graph: Term, start: int, text: str, *,
        by: list[Term], about: list[str], mode: Term = KG.indirect, polarity: Term = KG.asserted,
        via: list[Term] | None = None, role: str | None = None, when: tuple[str, date, date] | None = None,
    ) -> Term:  # fmt: skip
        end = start + len(text)
        evidence = record("evidence", graph, start, end)
        self.evidence(graph, evidence, start, end, text, "said-that")
        self.add(graph, evidence, (RDF.type, KG.Evidence))
        edtf, earliest, latest = when or (None, None, None)
        return self.add(
            graph, record("statement", graph, start), (RDF.type, KG.Statement), (KG.reportedIn, graph),
            (KG.hasEvidence, evidence), *((KG.spokenBy, actor) for actor in by), *((KG.via, v) for v in via or ()),
            (KG.speakerRole, role), (KG.cue, "said"), (KG.mode, mode), (KG.polarity, polarity), (KG.content, text),
            (KG.contentStart, start), (KG.contentEnd, end), *((KG.isAbout, issue(n)) for n in about),
            (KG.when, edtf), (KG.whenEarliest, earliest), (KG.whenLatest, latest),
        )  # fmt: skip

    def move(
        self, graph: Term, start: int, text: str, *kinds: Term, by: list[Term], to: list[Term] | None = None,
        about: list[str], told: Term = KG.assertedMove, said_by: list[Term] | None = None, condition: str | None = None,
        amount: int | None = None, due: Time | None = None,
    ) -> Term:  # fmt: skip
        edtf, earliest, latest = due or (None, None, None)
        return self.add(
            graph, self.telling(graph, "commitment", start, text), (RDF.type, KG.Move),
            *((RDF.type, kind) for kind in kinds), *((KG.actor, actor) for actor in by),
            *((KG.beneficiary, actor) for actor in to or ()), *((KG.attributedTo, actor) for actor in said_by or ()),
            (KG.content, text), (KG.contentStart, start), (KG.contentEnd, start + len(text)),
            *((KG.isAbout, issue(n)) for n in about), (KG.condition, condition), (KG.factuality, told),
            (KG.amount, None if amount is None else Decimal(amount)), (KG.currency, amount and "USD"),
            (KG.product, amount and "goods"), (KG.deadline, edtf), (KG.deadlineEarliest, earliest),
            (KG.deadlineLatest, latest),
        )  # fmt: skip

    def meeting(
        self, graph: Term, start: int, text: str, event: str, kind: Term, status: Term, *,
        of: list[Term], at: Term | None = None, when: Time | None = None,
    ) -> Term:  # fmt: skip
        edtf, earliest, latest = when or (None, None, None)
        return self.add(
            graph, self.telling(graph, "meeting", start, text, event), (RDF.type, KG.Meeting), (KG.meetingKind, kind),
            (KG.meetingStatus, status), *((KG.participant, actor) for actor in of), (KG.place, at), (KG.when, edtf),
            (KG.whenEarliest, earliest), (KG.whenLatest, latest),
        )  # fmt: skip

    def measure(
        self, graph: Term, start: int, text: str, event: str, kind: Term, status: Term, *, by: list[Term],
        on: list[Term] | None = None, amount: int | None = None, rate: tuple[str, str] | None = None,
        when: Time | None = None,
    ) -> Term:  # fmt: skip
        edtf, earliest, latest = when or (None, None, None)
        before, after = map(Decimal, rate) if rate else (None, None)
        return self.add(
            graph, self.telling(graph, "measure", start, text, event), (RDF.type, KG.Measure), (KG.measureKind, kind),
            (KG.measureStatus, status), *((KG.imposer, actor) for actor in by),
            *((KG.target, actor) for actor in on or ()), (KG.product, amount and "imports"),
            (KG.amount, None if amount is None else Decimal(amount)), (KG.currency, amount and "USD"),
            (KG.rateFrom, before), (KG.rate, after), (KG.when, edtf), (KG.whenEarliest, earliest),
            (KG.whenLatest, latest),
        )  # fmt: skip

    def telling(self, graph: Term, slug: str, start: int, text: str, event: str | None = None) -> Term:
        """A record with its article, its evidence and the event it tells of."""
        node, happened = record(slug, graph, start), event and entity("event", event)
        evidence = record("evidence", node)
        self.evidence(graph, evidence, start, start + len(text), text, slug)
        self.add(graph, evidence, (RDF.type, KG.Evidence))
        if happened:
            self.add(graph, Term(happened), (RDF.type, KG.Event))
            self.add(graph, node, (KG.event, Term(happened)))
        return self.add(graph, node, (KG.reportedIn, graph), (KG.hasEvidence, evidence))

    def role(
        self, graph: Term, start: int, text: str, *,
        holder: Term, title: str, institution: Term | None = None, of: Term | None = None, held: date | None = None,
    ) -> Term:  # fmt: skip
        evidence = record("evidence", graph, "role", start)
        self.evidence(graph, evidence, start, start + len(text), text, "title-name")
        self.add(graph, evidence, (RDF.type, KG.Evidence))
        return self.add(
            graph, record("role", graph, start), (RDF.type, KG.RoleHolding), (KG.reportedIn, graph),
            (KG.hasEvidence, evidence), (KG.holder, holder), (KG.title, title), (KG.institution, institution),
            (KG.polity, of), (KG.held, held and held.isoformat()), (KG.heldEarliest, held), (KG.heldLatest, held),
        )  # fmt: skip

    def mention(self, graph: Term, start: int, text: str, form: Term, *entities: Term) -> Term:
        iri = record("mention", graph, start)
        self.evidence(graph, iri, start, start + len(text), text, "proper-noun", "0.75")
        return self.add(
            graph, iri, (RDF.type, KG.Mention), (KG.form, form), *((KG.refersTo, entity) for entity in entities)
        )

    def time(self, graph: Term, start: int, text: str, when: tuple[str, date, date] | None) -> Term:
        iri = record("date", graph, start)
        self.evidence(graph, iri, start, start + len(text), text, "weekday")
        edtf, earliest, latest = when or (None, None, None)
        return self.add(
            graph, iri, (RDF.type, KG.TimeExpression), (KG.edtf, edtf), (KG.earliest, earliest), (KG.latest, latest)
        )

    def loose_end(self, graph: Term, start: int, text: str, kind: str) -> None:
        iri = record("loose-end", graph, start)
        self.evidence(graph, iri, start, start + len(text), text, f"loose-{kind}", "1")
        self.add(graph, iri, (RDF.type, KG.LooseEnd), (KG.looseEndKind, kind))

    def issue(self, notation: str, label: str, *others: str, within: list[str]) -> None:
        self.add(
            CURATED, issue(notation), (RDF.type, SKOS.Concept), (SKOS.inScheme, issue("")), (SKOS.notation, notation),
            *((SKOS.broader, issue(above)) for above in within[:1]),
            *((KG.within, issue(above)) for above in [notation, *within]),
        )  # fmt: skip
        self.label(CURATED, issue(notation), label, *others)


NOTATIONS = {
    KG.fulfils: "fulfils", KG.breaks: "breaks", KG.answers: "answers", KG.conflictsWith: "conflicts-with",
    KG.sameCommitment: "same-commitment", KG.sameMeeting: "same-meeting", KG.standingOpen: "open",
    KG.standingAgreed: "agreed", KG.standingPartial: "partial", KG.standingBroken: "broken",
    KG.standingDisputed: "disputed",
}  # fmt: skip


def sample() -> Mapping[str, bytes]:
    """Four articles, seven speakers, three polities, four issues, two places: graph IRI -> sorted N-Quads."""
    s = Sample()
    _curated(s)
    _entities(s)
    _first(s, article(A))
    _second(s, article(B))
    _third(s, article(C))
    _fourth(s, article(D))
    _identity(s)
    s.add(derived("official"), ROE, (RDF.type, KG.Official))
    _candidates(s)
    _links(s)
    s.add(derived("official"), GAO, (RDF.type, KG.Official))
    s.add(derived("official"), LIGHTHIZER, (RDF.type, KG.Official))
    s.add(derived("official"), LIU, (RDF.type, KG.Official))
    return s.graphs()


def _candidates(s: Sample) -> None:
    for phrase, places in (("cod quota", ((A, 800), (B, 700), (B, 750))), ("ice fee", ((A, 820), (C, 300), (C, 320))),
                           ("net size", ((A, 840), (B, 790), (D, 300)))):  # fmt: skip
        node = candidate(phrase)
        s.add(
            CANDIDATES, node, (RDF.type, KG.CandidateIssue), (SKOS.notation, phrase),
            (KG.articleCount, len({name for name, _ in places})), (KG.passageCount, len(places)),
        )  # fmt: skip
        s.label(CANDIDATES, node, f"{phrase}s")
        for name, start in places:
            place = record("passage", name, start)
            s.add(CANDIDATES, node, (KG.turnsUpIn, place))
            s.add(
                CANDIDATES, place, (OA.hasSource, article(name)), (OA.start, start),
                (OA.end, start + len(phrase)), (OA.exact, phrase),
            )  # fmt: skip


def _curated(s: Sample) -> None:
    for iri, code, name, *others in ((US, "US", "United States", "U.S."), (CN, "CN", "China", "PRC")):
        s.add(CURATED, iri, (RDF.type, KG.Country), (RDF.type, KG.Polity), (KG.countryCode, code))
        s.label(CURATED, iri, name, *others)
    s.add(CURATED, US, (KG.demonym, "American"), (KG.metonym, "Washington"))
    s.add(CURATED, CN, (KG.demonym, "Chinese"), (KG.metonym, "Beijing"))
    s.issue("trade-terms", "terms of trade", within=[])
    s.issue("enforcement", "enforcement", "implementation", "verification", within=["trade-terms"])
    s.issue("tariffs", "tariffs", "duties", within=["trade-terms"])
    s.issue("currency", "currency", "exchange rate", within=[])
    s.add(
        CURATED, record("holding", "US", "USTR"), (RDF.type, KG.RoleHolding), (KG.holder, LIGHTHIZER),
        (KG.title, "U.S. Trade Representative"), (KG.polity, US), (KG.institution, USTR), (KG.from_, date(2017, 5, 15)),
        (KG.until, date(2021, 1, 20)), (DCTERMS.source, "a page"),
    )  # fmt: skip
    s.add(
        CURATED, record("holding", "CN", "VP"), (RDF.type, KG.RoleHolding), (KG.holder, LIU),
        (KG.title, "Vice Premier"), (KG.polity, CN), (KG.from_, date(2018, 3, 19)),
        (DCTERMS.source, "a list; as of 2021"),
    )  # fmt: skip


def _entities(s: Sample) -> None:
    s.actor(GAO, [KG.Person], "Gao Feng", "Gao", of=CN)
    s.actor(GAO_LI, [KG.Person], "Gao Li", "Gao", of=CN)
    s.actor(ROE, [KG.Person], "Ana Roe", of=US)
    s.actor(LIU, [KG.Person], "Liu He", of=CN)
    s.actor(LIGHTHIZER, [KG.Person], "Robert Lighthizer", "Lighthizer", "Robert E. Lighthizer", of=US)
    s.add(ENTITIES, LIGHTHIZER, (SKOS.exactMatch, Term("http://www.wikidata.org/entity/Q7347258")))
    s.actor(USTR, [KG.GovernmentOffice, KG.Institution], "Office of the U.S. Trade Representative", "USTR", of=US)
    s.actor(MOFCOM, [KG.Ministry, KG.Institution], "Ministry of Commerce", "commerce ministry", of=CN)
    s.actor(FARM, [KG.BusinessAssociation, KG.Institution], "Farm Bureau")
    s.actor(SOURCES, [KG.UnnamedSource, KG.Group], "US officials", of=US)
    s.actor(INSIDERS, [KG.UnnamedSource, KG.Group], "people familiar with the talks")
    s.actor(ENVOYS, [KG.UnnamedSource, KG.Group], "European envoys", of=EU)
    s.actor(EU, [KG.Union, KG.Polity], "European Union")
    s.actor(US, [KG.Country, KG.Polity], "United States", "U.S.")
    s.actor(CN, [KG.Country, KG.Polity], "China", "Beijing")
    s.add(ENTITIES, US, (KG.countryCode, "US"))
    s.add(ENTITIES, CN, (KG.countryCode, "CN"))
    for where, name in ((BEIJING, "Beijing"), (BUENOS_AIRES, "Buenos Aires")):
        s.add(ENTITIES, where, (RDF.type, KG.Place))
        s.label(ENTITIES, where, name)


def _first(s: Sample, a: Term) -> None:
    s.add(
        a, a, (RDF.type, KG.Article), (DCTERMS.identifier, A), (DCTERMS.title, "Talks, and \"progress\""),
        (DCTERMS.publisher, "AFP"), (KG.creditsAgency, "AFP"), (DCTERMS.issued, date(2019, 1, 10)),
        (KG.issuedInferred, True), (DCTERMS.language, "en"), (SCHEMA.url, Term("https://news.example/a")),
        (KG.sha256, "aa"),
    )  # fmt: skip
    day = date(2019, 1, 9)
    s.statement(
        a, 100, "they discussed enforcement and tariffs",
        by=[GAO, LIU], about=["enforcement", "tariffs"], when=("2019-01-09", day, day),
    )  # fmt: skip
    s.statement(
        a, 200, "“we need verification”",
        by=[LIGHTHIZER], about=["enforcement"], mode=KG.direct, via=[SOURCES], role="Trade Representative",
        when=("2019-W02", date(2019, 1, 7), date(2019, 1, 13)),
    )  # fmt: skip
    s.statement(a, 300, "declined to comment", by=[], about=[], mode=KG.noComment, polarity=KG.rejected)
    s.role(
        a, 90, "spokesman Gao Feng of the commerce ministry", holder=GAO, title="spokesman", institution=MOFCOM, of=CN
    )
    s.mention(a, 99, "Gao Feng", KG.nameForm, GAO)
    s.mention(a, 120, "they", KG.pronounForm, GAO, LIU)
    s.mention(a, 140, "the official", KG.titleForm)
    s.mention(a, 150, "Beijing", KG.nameForm, BEIJING)
    s.time(a, 160, "on Wednesday", ("2019-01-09", day, day))
    s.time(a, 180, "soon", None)
    s.loose_end(a, 700, "warned", "cue")
    s.loose_end(a, 720, "“a great deal”", "quotation")
    march = ("2019-03-01", date(2019, 3, 1), date(2019, 3, 1))
    s.move(a, 400, "buy more goods", KG.Pledge, KG.Commitment, by=[CN], to=[US], about=["tariffs"],
           told=KG.attributedMove, said_by=[SOURCES], amount=200_000_000_000)  # fmt: skip
    s.move(a, 430, "a truce until March 1", KG.Agreement, KG.Commitment, by=[US, CN], about=["enforcement"], due=march)
    s.move(a, 460, "raise duties", KG.Threat, KG.Commitment, by=[US], to=[CN], about=["tariffs"],
           told=KG.conditionalMove, condition="if there is no deal", due=march)  # fmt: skip
    december = ("2018-12-01", date(2018, 12, 1), date(2018, 12, 1))
    days = ("2019-01-07/2019-01-09", date(2019, 1, 7), day)
    s.meeting(a, 500, "the summit in Buenos Aires", "summit-a", KG.summit, KG.heldMeeting, of=[US, CN],
              at=BUENOS_AIRES, when=december)  # fmt: skip
    s.meeting(a, 530, "they met in Beijing", "talks-a", KG.talks, KG.heldMeeting, of=[LIGHTHIZER, LIU], at=BEIJING,
              when=days)  # fmt: skip
    s.meeting(a, 560, "the talks", "talks-a", KG.talks, KG.heldMeeting, of=[LIGHTHIZER, GAO])
    autumn = ("2018-09-24", date(2018, 9, 24), date(2018, 9, 24))
    s.measure(a, 600, "duties on $200 billion of imports", "duties-a", KG.tariff, KG.inForce, by=[US], on=[CN],
              amount=200_000_000_000, rate=("0", "10"), when=autumn)  # fmt: skip
    s.measure(a, 640, "25 per cent from 10", "rise-a", KG.tariff, KG.threatened, by=[US], on=[CN], rate=("10", "25"))


def _second(s: Sample, b: Term) -> None:
    s.add(
        b, b, (RDF.type, KG.Article), (DCTERMS.identifier, B), (DCTERMS.publisher, "Reuters"),
        (DCTERMS.issued, date(2019, 3, 28)), (DCTERMS.language, "en"), (KG.sha256, "bb"),
    )  # fmt: skip
    month = ("2019-03", date(2019, 3, 1), date(2019, 3, 31))
    s.statement(
        b, 10, "duties would stay",
        by=[LIGHTHIZER], about=["tariffs"], mode=KG.mixed, via=[SOURCES], when=month,
    )  # fmt: skip
    s.statement(b, 50, "no link to the yuan", by=[MOFCOM], about=["currency"], polarity=KG.denied, when=month)
    s.statement(b, 80, "farmers hope for an end", by=[FARM], about=[], polarity=KG.hoped)
    s.role(b, 5, "Trade Representative Robert Lighthizer", holder=LIGHTHIZER, title="Trade Representative",
           institution=USTR, of=US, held=date(2019, 3, 28))  # fmt: skip
    s.role(b, 60, "economist Gao Li", holder=GAO_LI, title="economist", institution=FARM)
    s.role(b, 75, "Farm Bureau spokesman Gao Li", holder=GAO_LI, title="spokesman", institution=FARM)
    s.mention(b, 10, "USTR", KG.acronymForm, USTR)
    s.mention(b, 30, "Lighthizer", KG.nameForm, LIGHTHIZER)
    s.mention(b, 70, "both sides", KG.groupForm, US, CN)
    s.time(b, 100, "in March", month)
    s.loose_end(b, 500, "$5 million", "money")
    june = ("2019-06", date(2019, 6, 1), date(2019, 6, 30))
    s.move(b, 200, "stop the theft", KG.Demand, by=[LIGHTHIZER], to=[MOFCOM], about=["enforcement"], due=june)
    s.move(b, 220, "did buy soybeans", KG.Fulfilment, by=[CN], to=[FARM], about=[])
    s.move(b, 240, "no end to subsidies", KG.Refusal, by=[MOFCOM], to=[US], about=["trade-terms"], told=KG.negatedMove)
    s.move(b, 270, "did not agree", KG.Agreement, KG.Commitment, by=[US, CN], about=[], told=KG.negatedMove)
    s.move(b, 290, "tax all cars", KG.Threat, KG.Commitment, by=[LIGHTHIZER], to=[MOFCOM], about=["currency"],
           told=KG.hypotheticalMove, said_by=[FARM], due=june)  # fmt: skip
    s.meeting(b, 300, "a working dinner", "dinner-b", KG.dinner, KG.plannedMeeting, of=[US, CN], at=BEIJING,
              when=("2019-03-28", date(2019, 3, 28), date(2019, 3, 28)))  # fmt: skip
    s.meeting(b, 330, "talks go on", "talks-b", KG.talks, KG.ongoingMeeting, of=[LIU, USTR], when=month)
    s.measure(b, 360, "a law on investment", "law-b", KG.law, KG.inForce, by=[CN],
              when=("2019-03-15", date(2019, 3, 15), date(2019, 3, 15)))  # fmt: skip
    s.measure(b, 390, "duties on cars", "cars-b", KG.tariff, KG.inForce, by=[CN], on=[US],
              when=("2018-07", date(2018, 7, 1), date(2018, 7, 31)))  # fmt: skip
    s.measure(b, 410, "duties were put off", "cars-b", KG.tariff, KG.suspended, by=[CN], on=[US],
              when=("2019-01", date(2019, 1, 1), date(2019, 1, 31)))  # fmt: skip


def _third(s: Sample, c: Term) -> None:
    s.add(
        c, c, (RDF.type, KG.Article), (DCTERMS.identifier, C), (DCTERMS.title, "Rates"), (DCTERMS.publisher, "Xinhua"),
        (DCTERMS.issued, date(2019, 6, 2)), (DCTERMS.language, "en"), (KG.sha256, "cc"),
    )  # fmt: skip
    day = date(2019, 6, 1)
    s.statement(c, 20, "rates may move", by=[LIU], about=["currency"], polarity=KG.hypothetical, via=[INSIDERS],
                when=("2019-06-01", day, day))  # fmt: skip
    s.statement(c, 48, "no sale", by=[LIU], about=[], polarity=KG.rejected)
    s.role(c, 12, "Vice Premier Liu He", holder=LIU, title="Vice Premier", of=CN)
    s.role(c, 40, "Ana Roe, who spoke for USTR", holder=ROE, title="spokeswoman", institution=USTR)
    s.mention(c, 25, "Liu", KG.nameForm, LIU)
    s.loose_end(c, 400, "quotas", "measure")
    s.time(c, 60, "on Saturday", ("2019-06-01", day, day))
    s.move(c, 100, "broke its word", KG.Breach, by=[CN], to=[US], about=["enforcement"], told=KG.attributedMove,
           said_by=[LIGHTHIZER, USTR])  # fmt: skip
    s.move(c, 110, "free the yuan", KG.Demand, by=[US], to=[CN], about=["currency"])
    s.move(c, 120, "sell bonds", KG.Threat, KG.Commitment, by=[CN], to=[US], about=["enforcement"])
    autumn = ("2019-09", date(2019, 9, 1), date(2019, 9, 30))
    s.move(c, 140, "keep the rate", KG.Obligation, KG.Commitment, by=[LIU], about=["currency"],
           told=KG.plannedMove, due=autumn)  # fmt: skip
    s.meeting(c, 200, "a visit to Buenos Aires", "visit-c", KG.visit, KG.heldMeeting, of=[LIU, FARM], at=BUENOS_AIRES,
              when=("2019-06-01", day, day))  # fmt: skip
    s.meeting(c, 230, "a call", "call-c", KG.call, KG.cancelledMeeting, of=[])
    s.measure(c, 260, "put on the list", "list-c", KG.entityListing, KG.inForce, by=[USTR], on=[MOFCOM],
              when=("2019-05", date(2019, 5, 1), date(2019, 5, 31)))  # fmt: skip
    s.measure(c, 290, "a quota on soybeans", "quota-c", KG.quota, KG.proposed, by=[MOFCOM], on=[FARM])


def _fourth(s: Sample, d: Term) -> None:
    s.add(
        d, d, (RDF.type, KG.Article), (DCTERMS.identifier, D), (DCTERMS.publisher, "Reuters"),
        (KG.creditsAgency, "AFP"), (DCTERMS.issued, date(2019, 2, 4)), (DCTERMS.language, "en"), (KG.sha256, "dd"),
    )  # fmt: skip
    s.statement(d, 10, "the yuan is safe", by=[LIU], about=["currency"], via=[INSIDERS])
    s.statement(d, 40, "duties hurt Europe", by=[ENVOYS], about=["tariffs", "enforcement"])
    s.statement(d, 70, "nobody was told", by=[EU], about=["enforcement", "currency"], via=[ENVOYS], polarity=KG.denied)
    s.statement(d, 99, "did not say", by=[LIGHTHIZER], about=["tariffs"], mode=KG.noComment, polarity=KG.rejected)
    s.move(d, 150, "lower the duties", KG.Demand, by=[EU], to=[US], about=["tariffs"])


def _identity(s: Sample) -> None:
    """Article C repeats B; of three pairs of names one was merged, one is unsure, and one was judged by a person."""
    s.add(IDENTITY, article(C), (KG.repeats, article(B)))
    pairs = [
        (KG.same, "0.97", "given-name-form", "Robert Lighthizer", "Bob Lighthizer", [LIGHTHIZER]),
        (KG.unsure, "0.62", "near-spelling", "Gao Feng", "Gao Fang", [GAO]),
    ]
    for verdict, score, rule, left, right, of in pairs:
        s.add(
            IDENTITY, record("judgement", left, right), (RDF.type, KG.IdentityJudgement), (KG.left, left),
            (KG.right, right), (KG.leftName, left), (KG.rightName, right), (KG.verdict, verdict), (KG.rule, rule),
            (KG.score, Decimal(score)), *((KG.concerns, actor) for actor in of),
        )  # fmt: skip
    s.add(
        JUDGEMENTS, record("judgement", "gao"), (RDF.type, KG.IdentityJudgement), (KG.left, "person/gao-feng"),
        (KG.right, "person/gao-li"), (KG.leftName, "Gao Feng"), (KG.rightName, "Gao Li"), (KG.verdict, KG.different),
        (KG.judgedBy, "an editor"), (KG.judgedOn, date(2026, 11, 22)), (KG.note, "a spokesman and an economist"),
        (KG.concerns, GAO), (KG.concerns, GAO_LI),
    )  # fmt: skip


def _links(s: Sample) -> None:
    """A pledge kept in part and broken, a truce told otherwise, a threat told again, demands, a meeting told twice."""

    def link(kind: Term, rule: str, later: Term, earlier: Term) -> None:
        s.add(
            LINKS, record("link", later, earlier), (RDF.type, KG.Link), (KG.linkKind, kind), (KG.rule, rule),
            (KG.linkNotation, NOTATIONS[kind]), (KG.confidence, Decimal("0.7")), (KG.later, later),
            (KG.earlier, earlier),
        )  # fmt: skip

    def entry(opens: Term, kind: str, *steps: tuple[Term, Term | None, Term], answer: str | None = None) -> None:
        node = s.add(
            LINKS, record("entry", opens), (RDF.type, KG.LedgerEntry), (KG.opensWith, opens), (KG.entryKind, kind),
            (KG.partyNames, "China; Liu He"), (KG.issueNotations, "tariffs"), (KG.answer, answer),
        )  # fmt: skip
        for number, (tells, kind, standing) in enumerate(steps, start=1):
            s.add(
                LINKS, record("step", node, tells), (RDF.type, KG.Step), (KG.inEntry, node), (KG.stepNumber, number),
                (KG.tells, tells), (KG.linkKind, kind), (KG.standing, standing),
                (KG.linkNotation, NOTATIONS[kind] if kind else None), (KG.standingNotation, NOTATIONS[standing]),
            )  # fmt: skip

    def variant(matter: Term, of: str, slot: str, tells: Term, value: str | None, *, excludes: bool) -> None:
        s.add(
            LINKS, record("variant", matter, slot, tells), (RDF.type, KG.Variant), (KG.variantOf, matter),
            (KG.matterKind, of), (KG.onSlot, slot), (KG.tells, tells), (KG.value, value), (KG.excludes, excludes),
        )  # fmt: skip

    a, b, c, d = (article(name) for name in (A, B, C, D))
    at = {(g, n): record("commitment", g, n) for g in (a, b, c, d) for n in range(100, 500, 10)}
    entry(at[a, 400], "pledge", (at[a, 400], None, KG.standingOpen), (at[b, 220], KG.fulfils, KG.standingPartial),
          (at[c, 100], KG.breaks, KG.standingBroken))  # fmt: skip
    entry(
        at[a, 430],
        "agreement",
        (at[a, 430], None, KG.standingAgreed),
        (at[b, 270], KG.conflictsWith, KG.standingDisputed),
    )
    entry(at[a, 460], "threat", (at[a, 460], None, KG.standingOpen), (at[b, 290], KG.sameCommitment, KG.standingOpen))
    answered = (at[b, 240], KG.answers, KG.standingOpen)
    entry(at[b, 200], "demand", (at[b, 200], None, KG.standingOpen), answered, answer="refused")
    for move in (at[c, 110], at[d, 150]):
        entry(move, "demand", (move, None, KG.standingOpen), answer="none")
    entry(at[c, 120], "threat", (at[c, 120], None, KG.standingOpen))
    entry(at[c, 140], "obligation", (at[c, 140], None, KG.standingOpen))
    link(KG.fulfils, "same-undertaking", at[b, 220], at[a, 400])
    link(KG.breaks, "same-undertaking", at[c, 100], at[a, 400])
    link(KG.conflictsWith, "other-deadline", at[b, 270], at[a, 430])
    link(KG.sameCommitment, "same-words", at[b, 290], at[a, 460])
    link(KG.sameMeeting, "one-event", record("meeting", a, 560), record("meeting", a, 530))
    for tells, value in ((at[a, 460], "2019-03-01"), (at[b, 290], "2019-06")):
        variant(record("entry", at[a, 460]), "commitment", "deadline", tells, value, excludes=True)
    for tells, value in ((record("measure", b, 390), "20"), (record("measure", c, 260), None)):
        variant(entity("event", "cars-b"), "measure", "rate", tells, value, excludes=False)
    for tells, value in ((record("meeting", a, 530), "Beijing"), (record("meeting", c, 200), "Lisbon")):
        variant(entity("event", "talks-a"), "meeting", "place", tells, value, excludes=True)
