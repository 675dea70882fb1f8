"""Curated data -> a graph: polities, institutions, offices held, and the issue scheme with its closure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg import iri
from kg.issues import Issue, joined
from kg.model import INSTITUTIONS, Entity
from kg.packs import Institution, IssuePhrases, Layer, Office, Pack, Polity
from kg.rdf.entities import write_entity
from kg.rdf.nquads import Lines
from kg.vocab import DCTERMS, KG, RDF, SKOS


def curated_quads(pack: Pack, issues: Iterable[Issue]) -> bytes:
    """The graph of curated knowledge as sorted N-Quads: the pack's facts, and these issues with the pack's own."""
    lines = Lines(iri.CURATED)
    for polity in pack.polities:
        _polity(lines, polity)
    bodies = {body.code: body for body in pack.known_institutions}
    for body in bodies.values():
        _institution(lines, body)
    for office in pack.offices:
        _office(lines, office, bodies.get(office.polity))
    for layer in pack.layers:
        _scheme(lines, layer)
    for issue in joined((*issues, *map(_of_pack, pack.own_issues))):
        _issue(lines, issue)
    return lines.data()


def _polity(lines: Lines, polity: Polity) -> None:
    kind = KG.Union if polity.kind == "union" else KG.Country
    node = iri.polity(polity.code)
    write_entity(
        lines, Entity(iri=node, type=kind, name=polity.name, aliases=polity.aliases, wikidata=polity.wikidata or None)
    )
    for demonym in polity.demonyms:
        lines.add(node, KG.demonym, demonym)
    for metonym in (*polity.metonyms, *polity.seats):
        lines.add(node, KG.metonym, metonym)


def _institution(lines: Lines, body: Institution) -> None:
    kind = INSTITUTIONS.get(body.kind, KG.Institution)
    node = iri.entity("institution", body.key)
    write_entity(lines, Entity(iri=node, type=kind, name=body.name, aliases=body.aliases, polity=body.polity or None))


def _office(lines: Lines, office: Office, body: Institution | None) -> None:
    node = iri.record("holding", office.polity, office.office, office.holder, office.from_)
    holder = iri.entity("person", office.holder)
    polity = (body.polity if body else office.polity) or None
    lines.add(node, RDF.type, KG.RoleHolding)
    lines.add(node, KG.holder, holder)
    lines.add(node, KG.title, office.office)
    lines.add(node, KG.polity, iri.polity(polity) if polity else None)
    lines.add(node, KG.institution, iri.entity("institution", body.key) if body else None)
    lines.add(node, KG.from_, _first_day(office.from_))
    lines.add(node, KG.until, _last_day(office.until) if office.until else None)
    lines.add(node, DCTERMS.source, office.source)
    write_entity(lines, Entity(iri=holder, type=KG.Person, name=office.holder))


def _first_day(iso: str) -> date:
    return date.fromisoformat((iso + "-01-01")[:10] if len(iso) == 4 else (iso + "-01")[:10])


def _last_day(iso: str) -> date:
    """The last day that a date of this precision may mean."""
    if len(iso) == 10:
        return date.fromisoformat(iso)
    year, month = int(iso[:4]), int(iso[5:7] or 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _of_pack(entry: IssuePhrases) -> Issue:
    return Issue(
        notation=entry.issue, label=entry.label, alt_labels=tuple(sorted(entry.aliases)), definition=entry.definition,
        broader=tuple(sorted(entry.broader)),
    )  # fmt: skip


def _scheme(lines: Lines, layer: Layer) -> None:
    """A pack's own scheme, where it has issues of its own."""
    if any(entry.label for entry in layer.issues):
        node = iri.scheme(layer.name)
        lines.add(node, RDF.type, SKOS.ConceptScheme)
        lines.label(node, SKOS.prefLabel, layer.label)


def _issue(lines: Lines, issue: Issue) -> None:
    node = iri.issue(issue.notation)
    lines.add(node, RDF.type, SKOS.Concept)
    lines.add(node, SKOS.inScheme, iri.scheme(issue.scheme))
    lines.add(node, SKOS.notation, issue.notation.rpartition("/")[2])
    lines.label(node, SKOS.prefLabel, issue.label)
    lines.label(node, SKOS.definition, issue.definition)
    for label in issue.alt_labels:
        lines.label(node, SKOS.altLabel, label)
    for parent in issue.broader:
        lines.add(node, SKOS.broader, iri.issue(parent))
    for ancestor in issue.within:
        lines.add(node, KG.within, iri.issue(ancestor))
