"""The ontology's files: style, logic, examples, the issue scheme, and what the code reads of them."""

from __future__ import annotations

from pathlib import Path

import owlready2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph, Literal, URIRef

from kg.errors import OntologyError
from kg.files import data_dir
from kg.issues import ancestry
from kg.ontology import issue_scheme, load_owl, read_graph
from kg.packs import Pack
from kg.vocab import NAMESPACE, ONTOLOGY

FILES = data_dir("ontology")
CORE = read_graph(FILES / "kg.ttl")
STYLE = read_graph(FILES / "style.ttl")
SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "articles"
DISJOINT = ("Person", "Institution", "Polity", "Group", "Place")


def faults(graph: Graph) -> set[tuple[str, str]]:
    """(what is at fault, the message) of every violation of the style."""
    _, report, _ = validate(graph, shacl_graph=STYLE)
    return {
        (
            str(report.value(r, SH.value) or report.value(r, SH.focusNode)).removeprefix(NAMESPACE),
            str(report.value(r, SH.resultMessage)),
        )
        for r in report.subjects(RDF.type, SH.ValidationResult)
    }


def broken(*changes: tuple[str, str]) -> Graph:
    text = (FILES / "kg.ttl").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return Graph().parse(data=text, format="turtle")


def test_the_ontology_keeps_its_style() -> None:
    assert faults(CORE) == set()


@pytest.mark.parametrize(
    ("old", "new", "term", "message"),
    [
        ('skos:prefLabel "place"@en ;', "", "Place", "exactly one skos:prefLabel"),
        ('"place"@en', '"Ort"@de', "Place", "in English"),
        ('"place"@en', '"person"@en', "Place", "shares its skos:prefLabel"),
        ('"A human being."@en', '"A human being"@en', "Person", "full stop"),
        ("rdfs:domain kg:Mention ; rdfs:range kg:MentionForm", "rdfs:range kg:MentionForm", "form", "one rdfs:domain"),
        ("rdfs:domain kg:Measure ; rdfs:range xsd:decimal", "rdfs:domain kg:Measure", "rate", "one rdfs:range"),
        ("kg:UnnamedSource a owl:Class", "kg:unnamedSource a owl:Class", "unnamedSource", "UpperCamel"),
        ("kg:sha256 a owl:Datatype", "kg:SHA256 a owl:Datatype", "SHA256", "lowerCamel"),
        (
            "kg:cue a owl:DatatypeProperty",
            "kg:cue owl:inverseOf kg:via ; a owl:DatatypeProperty",
            "cue",
            "has an inverse",
        ),
        (
            "kg:PoliticalParty a owl:Class ; rdfs:subClassOf kg:Institution",
            "kg:PoliticalParty a owl:Class",
            "PoliticalParty",
            "orphan",
        ),
        ("rdfs:domain kg:Mention ;", "rdfs:domain kg:Menton ;", "Menton", "not declared"),
        ("    owl:versionIRI <https://parley.example/ns/0.1.0> ;\n", "", str(ONTOLOGY), "Less than 1"),
    ],
)
def test_each_breach_of_style_is_caught(old: str, new: str, term: str, message: str) -> None:
    assert any(t == term and message in m for t, m in faults(broken((old, new))))


def test_owlready2_finds_every_class_and_property() -> None:
    ontology = load_owl(FILES / "kg.ttl")
    assert (
        len(list(ontology.classes()))
        == len({s for s in CORE.subjects(RDF.type, OWL.Class) if isinstance(s, URIRef)})
        == 62
    )
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    assert {p.iri for p in ontology.properties()} == {str(s) for kind in kinds for s in CORE.subjects(RDF.type, kind)}


def test_loading_counts_the_classes_since_owlready2_does_not_complain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2.Ontology, "classes", lambda self: iter(()))
    with pytest.raises(OntologyError, match="owlready2 disagrees on"):
        load_owl(FILES / "kg.ttl")


def test_the_core_and_its_ties_use_only_datatypes_that_owl_2_dl_knows() -> None:
    known = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, XSD.dateTime, RDFS.Literal}
    for graph in (CORE, read_graph(FILES / "align.ttl")):
        used = {o.datatype for o in graph.objects() if isinstance(o, Literal) and o.datatype}
        ranges = {r for p in graph.subjects(RDF.type, OWL.DatatypeProperty) for r in graph.objects(p, RDFS.range)}
        assert used | ranges <= known


def test_no_property_is_of_two_kinds_and_all_that_is_used_is_declared() -> None:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for graph in (CORE, CORE + read_graph(FILES / "align.ttl")):
        declared = [set(graph.subjects(RDF.type, kind)) for kind in kinds]
        assert not (declared[0] & declared[1] | declared[0] & declared[2] | declared[1] & declared[2])
        builtin = tuple(str(ns) for ns in (RDF, RDFS, OWL))
        assert {p for p in graph.predicates() if not str(p).startswith(builtin)} <= set().union(*declared)


@pytest.mark.parametrize("other", DISJOINT[1:])
def test_a_person_is_no_other_kind_of_actor_or_place(other: str) -> None:
    groups = [set(CORE.items(members)) for members in CORE.objects(None, OWL.members)]
    assert any({URIRef(NAMESPACE + "Person"), URIRef(NAMESPACE + other)} <= group for group in groups)


@pytest.mark.long
@pytest.mark.parametrize("files", [("kg.ttl",), ("kg.ttl", "align.ttl")], ids=" + ".join)
def test_the_ontology_is_consistent_and_each_class_can_have_members(files: tuple[str, ...], tmp_path: Path) -> None:
    merged = tmp_path / "merged.ttl"
    graph = (
        CORE
        if len(files) == 1
        else CORE + read_graph(FILES / files[1]) - Graph().add((URIRef(f"{ONTOLOGY}/align"), RDF.type, OWL.Ontology))
    )
    graph.serialize(merged, format="turtle")
    world = load_owl(merged).world
    owlready2.sync_reasoner_hermit(world, debug=0)
    assert list(world.inconsistent_classes()) == []


@pytest.mark.long
def test_who_holds_an_office_of_a_ministry_is_inferred_to_be_an_official_and_who_leads_a_company_is_not() -> None:
    ontology = load_owl(FILES / "kg.ttl")
    world = ontology.world
    terms = world.get_namespace(NAMESPACE)
    with world.get_ontology("https://parley.example/test"):
        minister, chair = terms.Person("minister"), terms.Person("chair")
        terms.RoleHolding("r1", holder=minister, institution=terms.Ministry("ministry"))
        terms.RoleHolding("r2", holder=chair, institution=terms.Company("company"))
    owlready2.sync_reasoner_hermit(world, debug=0)
    assert terms.Official in minister.is_a
    assert terms.Official not in chair.is_a


@pytest.mark.long
def test_a_person_that_is_an_institution_too_is_a_contradiction() -> None:
    world = load_owl(FILES / "kg.ttl").world
    terms = world.get_namespace(NAMESPACE)
    with world.get_ontology("https://parley.example/test"):
        terms.Person("merged").is_a.append(terms.Ministry)
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        owlready2.sync_reasoner_hermit(world, debug=0)


def test_each_example_stands_in_a_seed_article() -> None:
    articles = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for term, example in CORE.subject_objects(SKOS.example):
        assert any(str(example) in text for text in articles), f"{term}: {example}"


@pytest.mark.parametrize(
    "name",
    "Article Statement RoleHolding Evidence Mention TimeExpression LooseEnd Person Group Place Move Commitment Pledge "
    "Agreement Threat Obligation Demand Refusal Fulfilment Breach Meeting Measure".split(),
)
def test_a_class_that_extractors_yield_has_an_example(name: str) -> None:
    assert CORE.value(URIRef(NAMESPACE + name), SKOS.example)


def test_broken_turtle_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kg.ttl"
    path.write_text("@prefix a: <https://a.example/> .\na:b a:c .\n")
    with pytest.raises(OntologyError, match="line 2"):
        read_graph(path)


def test_a_missing_file_is_an_error_of_the_ontology(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="No such file"):
        read_graph(tmp_path / "none.ttl")


# The issue scheme


def test_the_scheme_has_issues_of_every_kind_each_with_label_and_definition() -> None:
    issues = {issue.notation: issue for issue in issue_scheme(FILES / "issues.ttl")}
    assert len(issues) >= 100
    assert issues["ip-protection"].label == "Intellectual property"
    assert issues["forced-technology-transfer"].label == "Forced technology transfer"
    assert issues["cyber-theft"].within == ("cyber-security", "cyber-theft", "security", "trade")
    assert {i.notation for i in issues.values() if not i.broader} >= {
        "trade",
        "security",
        "climate",
        "enforcement",
        "communication",
    }
    assert len({i.label.casefold() for i in issues.values()}) == len(issues)


def test_no_label_leads_to_two_issues() -> None:
    owners: dict[str, str] = {}
    for issue in issue_scheme(FILES / "issues.ttl"):
        for label in {issue.label.casefold(), *(alt.casefold() for alt in issue.alt_labels)}:
            assert owners.setdefault(label, issue.notation) == issue.notation, label


def test_each_issue_is_a_top_concept_or_has_a_broader_one_and_its_iri_ends_in_its_notation() -> None:
    graph = read_graph(FILES / "issues.ttl")
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert bool(list(graph.objects(concept, SKOS.broader))) != bool(graph.value(concept, SKOS.topConceptOf)), (
            concept
        )
        assert str(concept) == f"{graph.value(concept, SKOS.inScheme)}{graph.value(concept, SKOS.notation)}"


def test_each_issue_has_phrases_and_no_phrase_is_of_an_unknown_issue() -> None:
    notations = [issue.notation for issue in issue_scheme(FILES / "issues.ttl")]
    assert sorted(entry.issue for entry in Pack().issues) == notations
    assert all(entry.phrases and entry.yes and entry.no for entry in Pack().issues)


ISSUE = "issue:a a skos:Concept ; skos:notation 'a' ; skos:prefLabel 'A' ; skos:definition 'A.'"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("issue:a a skos:Concept ; skos:prefLabel 'A' ; skos:definition 'A.' .", "expected one .*notation"),
        (f"{ISSUE} ; skos:broader issue:b .", "issue/b is broader but no concept"),
        (
            "issue:a a skos:Concept ; skos:notation 'a' . issue:b a skos:Concept ; skos:notation 'a' .",
            "two concepts of one notation",
        ),
        (f"{ISSUE} ; skos:broader issue:a .", "'a' is broader than itself: a < a"),
    ],
)
def test_a_broken_scheme_is_refused_by_name(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "issues.ttl"
    path.write_text(f"@prefix skos: <{SKOS}> .\n@prefix issue: <https://parley.example/issue/> .\n{text}\n")
    with pytest.raises(OntologyError, match=message):
        issue_scheme(path)


@given(st.dictionaries(st.integers(0, 30), st.frozensets(st.integers(0, 30), max_size=3), max_size=30))
def test_an_issue_lies_within_itself_and_within_all_that_its_broader_ones_lie_within(
    raw: dict[int, frozenset[int]],
) -> None:
    broader = {str(n): tuple(str(b) for b in sorted(above) if b < n and b in raw) for n, above in raw.items()}
    within = ancestry(broader)
    for notation, parents in broader.items():
        assert set(within[notation]) == {notation}.union(*(within[parent] for parent in parents))
