"""The binding of records to the ontology: every term of a field is declared, with a domain and range that fit."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef
from rdflib.collection import Collection

from kg.files import data_dir
from kg.model import INSTITUTIONS, IdentityJudgement, LooseEnd, Mention, RoleHolding, Statement, TimeExpression, When
from kg.ontology import read_graph
from kg.rdf.entities import SUPERCLASSES
from kg.rdf.identity import VERDICTS
from kg.rdf.records import FORMS, MODES, POLARITIES, THINGS
from kg.vocab import KG, Term

RECORDS = (Mention, Statement, RoleHolding, TimeExpression, LooseEnd)
BINDINGS = (*RECORDS, IdentityJudgement)
CORE: Graph = read_graph(data_dir("ontology") / "kg.ttl")
# OWL 2 DL has no datatype xsd:date: https://www.w3.org/TR/owl2-syntax/#Datatype_Maps
DATE = RDFS.Literal
WHEN_RANGES = (XSD.string, DATE, DATE)
LITERALS = {str: XSD.string, int: XSD.integer, date: DATE, float: XSD.decimal, bool: XSD.boolean}

BOUND = [
    pytest.param(kind, field.name, place, term, id=f"{kind.__name__}.{field.name}-{term.rsplit('#')[-1]}")
    for kind in BINDINGS
    for field in fields(kind)
    for place, term in enumerate(field.metadata.get("terms", ()))
]


def above(node: URIRef) -> set[Any]:
    """A class and all classes it lies under."""
    return set(CORE.transitive_objects(node, RDFS.subClassOf))


def classes(node: Any) -> set[Any]:
    """The class, or those that a union is made of."""
    union = CORE.value(node, OWL.unionOf)
    return set(Collection(CORE, union)) if union else {node}


def value_types(kind: type, name: str) -> set[Any]:
    """What a field holds, without None, tuple and the dots in it."""
    pending, found = [get_type_hints(kind)[name]], set()
    while pending:
        hint = pending.pop()
        if get_args(hint) and all(not isinstance(a, str) for a in get_args(hint)):
            pending += [a for a in get_args(hint) if a not in (type(None), ...)]
        elif get_args(hint):
            found.add(str)
        else:
            found.add(hint)
    return found


@pytest.mark.parametrize("kind", BINDINGS)
def test_the_class_of_every_record_is_declared(kind: Any) -> None:
    assert (URIRef(kind.type), RDF.type, OWL.Class) in CORE


@pytest.mark.parametrize(("kind", "name", "place", "term"), BOUND)
def test_a_field_names_a_declared_property_whose_domain_holds_its_class(
    kind: Any, name: str, place: int, term: Term
) -> None:
    types = set(CORE.objects(URIRef(term), RDF.type))
    assert types & {OWL.ObjectProperty, OWL.DatatypeProperty}, f"{term} is not declared"
    domain = CORE.value(URIRef(term), RDFS.domain)
    assert domain is None or classes(domain) & above(URIRef(kind.type)), f"{term} is not for {kind.__name__}"


@pytest.mark.parametrize(("kind", "name", "place", "term"), BOUND)
def test_a_field_holds_what_the_range_of_its_property_allows(kind: Any, name: str, place: int, term: Term) -> None:
    node, (held,) = URIRef(term), value_types(kind, name)
    allowed = CORE.value(node, RDFS.range)
    if held in (Mention, Term) or term in {*THINGS, KG.verdict}:
        assert (node, RDF.type, OWL.ObjectProperty) in CORE
    else:
        assert (node, RDF.type, OWL.DatatypeProperty) in CORE
        assert allowed in (None, WHEN_RANGES[place] if held is When else LITERALS[held])


@pytest.mark.parametrize("kind", BINDINGS)
def test_a_time_becomes_three_properties_and_all_else_one(kind: Any) -> None:
    for field in fields(kind):
        if terms := field.metadata.get("terms"):
            assert len(terms) == (3 if When in value_types(kind, field.name) else 1), field.name


@pytest.mark.parametrize("kind", BINDINGS)
def test_no_two_fields_of_a_record_become_one_property(kind: Any) -> None:
    terms = [term for field in fields(kind) for term in field.metadata.get("terms", ())]
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_has_evidence_and_a_slug_of_its_own(kind: Any) -> None:
    assert "evidence" in {field.name for field in fields(kind)}
    assert [other.slug for other in RECORDS].count(kind.slug) == 1


@pytest.mark.parametrize(
    ("hint", "terms", "individual"),
    [
        ("form", FORMS, KG.MentionForm),
        ("mode", MODES, KG.Mode),
        ("polarity", POLARITIES, KG.Polarity),
        ("verdict", VERDICTS, KG.Verdict),
    ],
)
def test_every_word_of_a_closed_list_is_a_declared_individual(
    hint: str, terms: dict[str, Term], individual: Term
) -> None:
    owner = next(kind for kind in BINDINGS if hint in get_type_hints(kind))
    assert set(terms) == set(get_args(get_type_hints(owner)[hint]))
    for term in terms.values():
        assert (URIRef(term), RDF.type, URIRef(individual)) in CORE, term


@pytest.mark.parametrize("term", sorted({*INSTITUTIONS.values(), *SUPERCLASSES}))
def test_every_class_that_an_entity_can_have_is_declared_under_those_written_with_it(term: Term) -> None:
    assert (URIRef(term), RDF.type, OWL.Class) in CORE
    assert {URIRef(t) for t in SUPERCLASSES[term]} <= above(URIRef(term)) - {URIRef(term)}
    written = {URIRef(t) for t in SUPERCLASSES[term]} | {URIRef(term)}
    assert {c for c in above(URIRef(term)) if str(c).startswith(KG.Actor.rsplit("#")[0])} <= written
