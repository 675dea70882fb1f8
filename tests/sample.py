"""A small graph in the shape that the pipeline writes, made by hand, to try queries, exports and loads on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kg.iri import CURATED, ENTITIES, article, derived, entity, issue, polity, record
from kg.vocab import DCTERMS, KG, OA, RDF, SCHEMA, SKOS, XSD, Term

Object = Term | str | int | bool | Decimal | date

GAO, LIU, LIGHTHIZER = (entity("person", name) for name in ("gao-feng", "liu-he", "robert-lighthizer"))
GAO_LI = entity("person", "gao-li")
USTR, MOFCOM, FARM = (entity("institution", name) for name in ("ustr", "ministry-of-commerce", "farm-bureau"))
SOURCES, BEIJING = entity("group", "us-officials"), entity("place", "beijing")
US, CN = polity("US"), polity("CN")
A, B, C = "000_a.txt", "sub/001_b.txt", "002_c.txt"


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

    def issue(self, notation: str, label: str, *others: str, within: list[str]) -> None:
        self.add(
            CURATED, issue(notation), (RDF.type, SKOS.Concept), (SKOS.inScheme, issue("")), (SKOS.notation, notation),
            *((SKOS.broader, issue(above)) for above in within[:1]),
            *((KG.within, issue(above)) for above in [notation, *within]),
        )  # fmt: skip
        self.label(CURATED, issue(notation), label, *others)


def sample() -> Mapping[str, bytes]:
    """Three articles, five speakers, two polities, four issues: graph IRI -> sorted N-Quads."""
    s = Sample()
    _curated(s)
    _entities(s)
    _first(s, article(A))
    _second(s, article(B))
    _third(s, article(C))
    s.add(derived("official"), GAO, (RDF.type, KG.Official))
    s.add(derived("official"), LIGHTHIZER, (RDF.type, KG.Official))
    s.add(derived("official"), LIU, (RDF.type, KG.Official))
    return s.graphs()


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
        (KG.title, "U.S. Trade Representative"), (KG.polity, US), (KG.from_, date(2017, 5, 15)),
        (KG.until, date(2021, 1, 20)), (DCTERMS.source, "a page"),
    )  # fmt: skip


def _entities(s: Sample) -> None:
    s.actor(GAO, [KG.Person], "Gao Feng", "Gao", of=CN)
    s.actor(GAO_LI, [KG.Person], "Gao Li", "Gao", of=CN)
    s.actor(LIU, [KG.Person], "Liu He", of=CN)
    s.actor(LIGHTHIZER, [KG.Person], "Robert Lighthizer", "Lighthizer", "Robert E. Lighthizer", of=US)
    s.add(ENTITIES, LIGHTHIZER, (SKOS.exactMatch, Term("http://www.wikidata.org/entity/Q7347258")))
    s.actor(USTR, [KG.GovernmentOffice, KG.Institution], "Office of the U.S. Trade Representative", "USTR", of=US)
    s.actor(MOFCOM, [KG.Ministry, KG.Institution], "Ministry of Commerce", "commerce ministry", of=CN)
    s.actor(FARM, [KG.BusinessAssociation, KG.Institution], "Farm Bureau")
    s.actor(SOURCES, [KG.UnnamedSource, KG.Group], "US officials", of=US)
    s.actor(US, [KG.Country, KG.Polity], "United States", "U.S.")
    s.actor(CN, [KG.Country, KG.Polity], "China", "Beijing")
    s.add(ENTITIES, US, (KG.countryCode, "US"))
    s.add(ENTITIES, CN, (KG.countryCode, "CN"))
    s.add(ENTITIES, BEIJING, (RDF.type, KG.Place))
    s.label(ENTITIES, BEIJING, "Beijing")


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


def _second(s: Sample, b: Term) -> None:
    s.add(
        b, b, (RDF.type, KG.Article), (DCTERMS.identifier, B), (DCTERMS.publisher, "Reuters"),
        (DCTERMS.issued, date(2019, 3, 28)), (DCTERMS.language, "en"), (KG.sha256, "bb"),
    )  # fmt: skip
    month = ("2019-03", date(2019, 3, 1), date(2019, 3, 31))
    s.statement(b, 10, "duties would stay", by=[LIGHTHIZER], about=["tariffs"], mode=KG.mixed, when=month)
    s.statement(b, 50, "no link to the yuan", by=[MOFCOM], about=["currency"], polarity=KG.denied, when=month)
    s.statement(b, 80, "farmers hope for an end", by=[FARM], about=[], polarity=KG.hoped)
    s.role(b, 5, "Trade Representative Robert Lighthizer", holder=LIGHTHIZER, title="Trade Representative",
           institution=USTR, of=US, held=date(2019, 3, 28))  # fmt: skip
    s.role(b, 60, "economist Gao Li", holder=GAO_LI, title="economist", institution=FARM)
    s.mention(b, 10, "USTR", KG.acronymForm, USTR)
    s.mention(b, 30, "Lighthizer", KG.nameForm, LIGHTHIZER)
    s.mention(b, 70, "both sides", KG.groupForm, US, CN)
    s.time(b, 100, "in March", month)


def _third(s: Sample, c: Term) -> None:
    s.add(
        c, c, (RDF.type, KG.Article), (DCTERMS.identifier, C), (DCTERMS.title, "Rates"), (DCTERMS.publisher, "Xinhua"),
        (DCTERMS.issued, date(2019, 6, 2)), (DCTERMS.language, "en"), (KG.sha256, "cc"),
    )  # fmt: skip
    day = date(2019, 6, 1)
    s.statement(c, 20, "rates may move", by=[LIU], about=["currency"], polarity=KG.hypothetical,
                when=("2019-06-01", day, day))  # fmt: skip
    s.role(c, 12, "Vice Premier Liu He", holder=LIU, title="Vice Premier", of=CN)
    s.mention(c, 25, "Liu", KG.nameForm, LIU)
    s.time(c, 60, "on Saturday", ("2019-06-01", day, day))
