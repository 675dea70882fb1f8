from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import kg
from kg.errors import QueryError, StoreError
from kg.vocab import KG, RDF, Term
from tests.sample import CN, LIGHTHIZER

# rdflib warns of its own ways.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def test_rows_have_the_columns_as_attributes_of_their_types(folder):
    with kg.Graph.open(folder) as graph:
        (row,) = graph.query("statements", issue="enforcement", mode="direct")
    assert type(row).__name__ == "statements"
    assert row.speaker == LIGHTHIZER
    assert type(row.speaker) is Term
    assert (row.speakerName, row.start, row.confidence) == ("Robert Lighthizer", 200, Decimal("0.9"))
    assert row.whenEarliest == date(2019, 1, 7)
    assert row.when == "2019-W02"


def test_parameters_take_dates_lists_and_none(folder):
    graph = kg.Graph.open(str(folder))
    assert len(graph.query("articles", since=date(2019, 3, 1))) == 2
    assert len(graph.query("articles", publisher=["AFP", "Reuters"], since=None)) == 3
    assert len(graph.query("articles", limit=1)) == 1


def test_sparql_gives_rows_triples_or_truth(folder):
    graph = kg.Graph.open(folder)
    (row,) = graph.sparql(f"SELECT ?code {{ GRAPH ?g {{ <{CN}> <{KG.countryCode}> ?code }} }} LIMIT 1")
    assert row.code == "CN"
    assert (CN, RDF.type, KG.Country) in graph.sparql(f"CONSTRUCT WHERE {{ GRAPH ?g {{ <{CN}> a ?class }} }}".replace(
        "CONSTRUCT WHERE", f"CONSTRUCT {{ <{CN}> a ?class }} WHERE"))  # fmt: skip
    assert graph.sparql("ASK {}") is True


def test_service_is_refused_here_too(folder):
    with pytest.raises(QueryError, match="SERVICE"):
        kg.Graph.open(folder).sparql("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_a_server_is_asked_like_a_folder(server, folder, memory):
    from kg.load import load
    from kg.store.endpoint import Endpoint

    with Endpoint(server, profile="oxigraph") as endpoint:
        list(load(memory, endpoint))
    with kg.Graph.open(f"{server}/query") as there, kg.Graph.open(folder) as here:
        assert there.query("roles", country="US") == here.query("roles", country="US")
        with pytest.raises(StoreError, match="is a server"):
            there.to_rdflib()


def test_the_whole_graph_goes_to_rdflib(folder, memory):
    dataset = kg.Graph.open(folder).to_rdflib()
    assert len(list(dataset.quads())) == len(memory)
    assert dict(dataset.namespaces())["kg"].endswith("/ns#")


def test_a_missing_store_is_an_error(tmp_path):
    with pytest.raises(StoreError, match="no such store"):
        kg.Graph.open(tmp_path / "none")


def test_the_package_has_no_other_public_names():
    with pytest.raises(AttributeError, match="graph_of"):
        _ = kg.graph_of
