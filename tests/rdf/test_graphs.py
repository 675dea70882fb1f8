"""The graphs that belong to no article: entities, curated knowledge, provenance."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest

from kg import iri
from kg.files import data_dir
from kg.model import Entity
from kg.ontology import issue_scheme
from kg.packs import Pack
from kg.rdf import Run, curated_quads, entity_quads, run_quads
from kg.rdf.curated import _first_day, _last_day
from kg.vocab import KG, RDF, SKOS, Term

Triple = tuple[str, str, str]


def triples(data: bytes) -> set[Triple]:
    return {(q.subject.value, q.predicate.value, q.object.value) for q in ox.parse(data, format=ox.RdfFormat.N_QUADS)}


@pytest.fixture(scope="module")
def curated(pack: Pack) -> bytes:
    return curated_quads(pack, issue_scheme(data_dir("ontology") / "issues.ttl"))


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (KG.Person, {KG.Person, KG.Actor}),
        (KG.Ministry, {KG.Ministry, KG.Institution, KG.Actor}),
        (KG.Country, {KG.Country, KG.Polity, KG.Actor}),
        (KG.UnnamedSource, {KG.UnnamedSource, KG.Group, KG.Actor}),
        (KG.Place, {KG.Place}),
    ],
)
def test_an_entity_has_its_class_and_all_above_it(kind: Term, written: set[Term]) -> None:
    node = iri.entity("x", "vik")
    found = triples(entity_quads([Entity(iri=node, type=kind, name="Vik", aliases=("V.",))]))
    assert {o for s, p, o in found if p == RDF.type} == written
    assert (node, SKOS.prefLabel, "Vik") in found
    assert (node, SKOS.altLabel, "V.") in found


def test_entities_are_written_the_same_in_any_order() -> None:
    entities = [Entity(iri=iri.entity("person", name), type=KG.Person, name=name) for name in ("Vik", "Krog", "Å")]
    assert entity_quads(entities) == entity_quads(reversed(entities))


def test_every_curated_thing_has_one_preferred_label(curated: bytes) -> None:
    labels = Counter(s for s, p, _ in triples(curated) if p == SKOS.prefLabel)
    assert set(labels.values()) == {1}
    assert {s for s, p, _ in triples(curated) if p == RDF.type} - labels.keys() == {
        s for s, p, o in triples(curated) if p == RDF.type and o == KG.RoleHolding
    }


def test_every_issue_lies_within_itself_and_what_is_broader(curated: bytes) -> None:
    found = triples(curated)
    issues = {s for s, p, o in found if p == RDF.type and o == SKOS.Concept}
    within = {(s, o) for s, p, o in found if p == KG.within}
    assert issues
    assert all((issue, issue) in within for issue in issues)
    assert {(s, o) for s, p, o in found if p == SKOS.broader} <= within
    assert {o for _, o in within} <= issues


def test_every_trigger_of_the_lexicon_leads_to_an_issue_of_the_scheme(pack: Pack, curated: bytes) -> None:
    notations = {o for _, p, o in triples(curated) if p == SKOS.notation}
    assert {entry.issue for entry in pack.issues} <= notations


def test_every_office_of_the_graph_names_its_source_and_first_day(pack: Pack, curated: bytes) -> None:
    found = triples(curated)
    holdings = {s for s, p, o in found if p == RDF.type and o == KG.RoleHolding}
    assert {s for s, p, _ in found if p == KG.from_} == holdings
    assert len(holdings) == len({(o.polity, o.office, o.holder, o.from_) for o in pack.offices})


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-12", "2020-12-01", "2020-12-31"),
        ("2020-02-03", "2020-02-03", "2020-02-03"),
    ],
)
def test_a_date_of_any_precision_has_a_first_and_a_last_day(iso: str, first: str, last: str) -> None:
    assert (_first_day(iso).isoformat(), _last_day(iso).isoformat()) == (first, last)


def test_a_run_is_the_same_for_the_same_version_and_settings() -> None:
    assert Run("1", "a").iri == Run("1", "a").iri
    assert len({Run("1", "a").iri, Run("2", "a").iri, Run("1", "b").iri}) == 3
    assert run_quads(Run("1", "a")) == run_quads(Run("1", "a"))
