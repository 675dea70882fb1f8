"""`kg ontology reason`: what the reasoner says of the ontology with the curated data, and what is said without Java."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from kg.cli.ontology import ontology
from kg.errors import JavaMissing, OntologyError
from kg.files import data_dir
from kg.ontology import Reasoned, reason
from kg.reason import reason_on_curated
from kg.vocab import KG, RDF

CORE = data_dir("ontology") / "kg.ttl"
PERSON, OTHER = "<https://parley.example/id/person/a>", "<https://parley.example/id/institution/b>"
HELD = '<urn:h> <https://parley.example/ns#from> "2018-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .\n'


@pytest.fixture
def no_java(monkeypatch):
    monkeypatch.setenv("PATH", "")


def triples(*rows: tuple[str, str, str]) -> bytes:
    return "".join(f"{s} <{p}> {o} .\n" for s, p, o in rows).encode()


def test_without_java_one_line_says_so_and_it_is_no_fault(no_java):
    result = CliRunner().invoke(ontology, ["reason"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("kg: skipped: the OWL reasoner needs Java")
    assert result.stderr.count("\n") == 1


def test_without_java_it_fails_where_it_is_required(no_java):
    result = CliRunner().invoke(ontology, ["reason", "--require"])
    assert isinstance(result.exception, JavaMissing)
    assert isinstance(result.exception, OntologyError)
    assert result.exception.exit_code == 1


@pytest.mark.parametrize(
    ("found", "code", "says"),
    [
        (Reasoned(True, (), 7), 0, "consistent: 7 curated triples, and every class can have members\n"),
        (Reasoned(False, (), 7), 1, "inconsistent: the ontology and the curated data contradict each other\n"),
        (Reasoned(True, ("urn:a", "urn:b"), 7), 1, "unsatisfiable: no member is possible of urn:a, urn:b\n"),
    ],
)
def test_what_was_found_is_one_line_and_the_exit_code(monkeypatch, found, code, says):
    monkeypatch.setattr("kg.reason.reason_on_curated", lambda: found)
    result = CliRunner().invoke(ontology, ["reason"])
    assert (result.exit_code, result.stdout) == (code, says)


@pytest.mark.long
def test_the_ontology_and_the_curated_data_are_consistent_and_every_class_can_have_members():
    found = reason_on_curated()
    assert (found.consistent, found.unsatisfiable) == (True, ())
    assert found.triples > 10_000


@pytest.mark.long
@pytest.mark.parametrize(
    "data",
    [
        triples((PERSON, RDF.type, f"<{KG.Person}>"), (PERSON, RDF.type, f"<{KG.Ministry}>")),
        triples((PERSON, RDF.type, f"<{KG.Country}>"), (PERSON, RDF.type, f"<{KG.Union}>")),
        triples((OTHER, RDF.type, f"<{KG.Company}>"), ("<urn:r>", KG.holder, OTHER)),
        triples((OTHER, KG.countryCode, '"US"'), (OTHER, KG.countryCode, '"CN"')),
        triples((OTHER, KG.demonym, '"Chinese"@en')),
        triples(("<urn:m>", RDF.type, f"<{KG.Pledge}>"), ("<urn:m>", RDF.type, f"<{KG.Refusal}>")),
    ],
    ids=["merged", "country-union", "company-holds", "two-codes", "tagged-string", "two-kinds"],
)
def test_a_contradiction_is_caught(data):
    assert not reason(CORE, data + HELD.encode()).consistent


@pytest.mark.long
def test_a_date_which_the_reasoner_does_not_know_is_passed_over():
    assert reason(CORE, HELD.encode()) == Reasoned(True, (), 1)


@pytest.mark.long
def test_a_class_that_can_have_no_members_is_named(tmp_path):
    path = tmp_path / "kg.ttl"
    impossible = "\nkg:Chimera a owl:Class ; rdfs:subClassOf kg:Person , kg:Place .\n"
    path.write_text(CORE.read_text("utf-8") + impossible, "utf-8")
    assert [iri.rpartition("#")[2] for iri in reason(path).unsatisfiable] == ["Chimera"]
