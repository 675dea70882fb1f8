from __future__ import annotations

from collections import Counter
from pathlib import Path

import owlready2
import pytest

from kg.export import Choice, export_file
from kg.vocab import NAMESPACE
from tests.sample import GAO, LIU, A, C


@pytest.fixture(scope="module")
def world(memory, tmp_path_factory) -> owlready2.World:
    path = tmp_path_factory.mktemp("owl") / "world.sqlite3"
    export_file(memory, "owlready2", path)
    return owlready2.World(filename=str(path))


def test_classes_and_individuals_are_python_objects(world):
    kg = world.get_ontology(NAMESPACE).load()
    assert len(list(kg.classes())) > 40
    assert kg.Threat in kg.Commitment.subclasses()
    (said,) = [statement for statement in kg.Statement.instances() if "they discussed" in statement.content]
    assert {speaker.iri for speaker in said.spokenBy} == {GAO, LIU}
    assert isinstance(said.spokenBy[0], kg.Person)
    assert said.contentStart == 100


def test_the_quadstore_holds_every_triple(world, memory):
    there = list(world.as_rdflib_graph())
    between_things = {(str(s), str(p), str(o)) for s, p, o in there}
    assert {triple for triple in memory.triples() if triple[2]} <= between_things
    properties = Counter(p for _, p, o in memory.triples() if not o and p.startswith(NAMESPACE))
    assert properties <= Counter(str(p) for _, p, _ in there)


def test_a_part_can_be_had_too(memory, tmp_path):
    export_file(memory, "owlready2", tmp_path / "part.sqlite3", Choice(articles=(A,)))
    kg = owlready2.World(filename=str(tmp_path / "part.sqlite3")).get_ontology(NAMESPACE).load()
    assert [article.identifier for article in kg.Article.instances()] == [[A]] != [[C]]


def test_an_older_quadstore_is_replaced(memory, tmp_path):
    path: Path = tmp_path / "world.sqlite3"
    for _ in range(2):
        export_file(memory, "owlready2", path)
    assert [p.name for p in tmp_path.iterdir()] == ["world.sqlite3"]
