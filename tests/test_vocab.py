"""kg/vocab.py: fresh, light, and typed so that a typing slip does not pass."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from kg import vocab
from kg.errors import OntologyError
from kg.files import data_dir
from kg.ontology import bind, read_graph, vocab_source
from kg.vocab import DCTERMS, KG, NAMESPACE, OA, PREFIXES, PROV, RDF, SKOS, XSD, Term

ONTOLOGY = data_dir("ontology")
BORROWED = {
    DCTERMS: "identifier title publisher issued language source",
    OA: "hasSource start end exact prefix suffix TextPositionSelector TextQuoteSelector",
    PROV: "Activity",
    RDF: "type",
    SKOS: "Concept ConceptScheme prefLabel altLabel notation inScheme topConceptOf broader exactMatch definition",
    XSD: "string integer decimal boolean date dateTime",
}


def test_the_file_is_what_the_ontology_says() -> None:
    assert Path(vocab.__file__).read_text("utf-8") == vocab_source(read_graph(ONTOLOGY / "kg.ttl"))


def test_every_term_of_the_ontology_is_bound_and_no_other() -> None:
    declared = {str(s) for s in read_graph(ONTOLOGY / "kg.ttl").subjects() if str(s).startswith(NAMESPACE)}
    bound = {value for name, value in vars(KG).items() if not name.startswith("__")}
    assert bound == declared


def test_a_term_is_called_as_in_the_ontology_and_a_keyword_gets_an_underscore() -> None:
    assert KG.RoleHolding == f"{NAMESPACE}RoleHolding"
    assert KG.from_ == f"{NAMESPACE}from"


@pytest.mark.parametrize("group", BORROWED, ids=lambda group: group.__name__)
def test_what_the_data_borrows_is_bound(group: type[object]) -> None:
    namespace = PREFIXES[group.__name__.lower()]
    assert [getattr(group, name) for name in BORROWED[group].split()] == [
        namespace + name for name in BORROWED[group].split()
    ]


def test_the_prefixes_cover_the_data_and_cannot_be_changed() -> None:
    assert PREFIXES["kg"] == NAMESPACE
    assert {"id", "issue", "graph", "schema", "oa"} <= PREFIXES.keys()
    with pytest.raises(TypeError):
        PREFIXES["kg"] = ""  # type: ignore[index]


def test_a_term_is_its_iri_also_in_another_process() -> None:
    assert KG.Person == "https://parley.example/ns#Person"
    assert repr(KG.Person) == "<https://parley.example/ns#Person>"
    assert type(pickle.loads(pickle.dumps(KG.Person))) is Term


def test_importing_it_imports_nothing_heavy() -> None:
    heavy = "{'rdflib', 'owlready2', 'pyoxigraph', 'spacy', 'click'} & sys.modules.keys()"
    code = f"import sys, kg.vocab; assert not ({heavy}), {heavy}"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(vocab.__file__).parent.parent)


def test_mypy_catches_a_term_that_does_not_exist(tmp_path: Path) -> None:
    slip = tmp_path / "slip.py"
    slip.write_text("from kg.vocab import KG\n\nterm = KG.spokenBye\n")
    root = Path(vocab.__file__).parent.parent
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(slip)], capture_output=True, text=True, cwd=root
    )
    assert "spokenBye" in run.stdout
    assert run.returncode == 1


def test_binding_writes_once_and_then_finds_it_fresh(tmp_path: Path) -> None:
    target = tmp_path / "vocab.py"
    assert bind(ONTOLOGY, target) is False
    assert bind(ONTOLOGY, target) is True
    assert bind(ONTOLOGY, target, check=True) is True


def test_checking_a_stale_file_fails_with_the_remedy_and_leaves_it(tmp_path: Path) -> None:
    target = tmp_path / "vocab.py"
    target.write_text("stale")
    with pytest.raises(OntologyError, match="run `kg ontology bind`"):
        bind(ONTOLOGY, target, check=True)
    assert target.read_text() == "stale"


def test_a_namespace_without_its_prefix_is_refused(tmp_path: Path) -> None:
    text = (
        (ONTOLOGY / "kg.ttl")
        .read_text("utf-8")
        .replace('preferredNamespacePrefix "kg"', 'preferredNamespacePrefix "pa"')
    )
    broken = tmp_path / "kg.ttl"
    broken.write_text(text, "utf-8")
    with pytest.raises(OntologyError, match="the prefix pa:"):
        vocab_source(read_graph(broken))
