from __future__ import annotations

from io import BytesIO

import networkx as nx
import pytest

from kg.export import EVERYTHING, Choice, export
from kg.export.network import Network
from kg.iri import ENTITIES
from kg.store.oxigraph import OxigraphStore
from kg.vocab import SKOS
from tests.sample import BEIJING, CN, FARM, GAO, LIGHTHIZER, LIU, MOFCOM, US, A

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def read(store: OxigraphStore, form: str, choice: Choice = EVERYTHING) -> nx.MultiDiGraph:
    out = BytesIO()
    export(store, form, out, choice)
    out.seek(0)
    return nx.MultiDiGraph(READERS[form](out))


def ties(network: nx.MultiDiGraph) -> dict[tuple[str, str, str], int]:
    return {(s, t, data["kind"]): data["weight"] for s, t, data in network.edges(data=True)}


@pytest.mark.parametrize("form", READERS)
def test_what_joins_actors_reads_back_with_its_weight(memory, form):
    found = ties(read(memory, form))
    assert found[(CN, US, "met")] == 1
    assert found[(LIU, LIGHTHIZER, "met")] == 1
    assert found[(CN, US, "agreement")] == 2
    assert found[(CN, US, "pledge")] == 1
    assert found[(CN, US, "threat")] == 1
    assert found[(US, CN, "threat")] == 1
    assert found[(US, CN, "measure")] == 2
    assert found[(LIGHTHIZER, MOFCOM, "demand")] == 1
    assert (GAO, LIU, "spoke-about") in found or (LIU, GAO, "spoke-about") in found


@pytest.mark.parametrize("form", READERS)
def test_what_joins_nobody_is_no_edge(memory, form):
    found = ties(read(memory, form))
    assert (CN, US, "dinner") not in found, "planned meetings have not joined anyone"
    assert all(source != target for source, target, _ in found)
    assert BEIJING not in read(memory, form)


@pytest.mark.parametrize("form", READERS)
def test_both_formats_hold_the_same_network(memory, form):
    with Network(memory, Choice()) as network:
        nodes, edges = list(network.nodes()), list(network.edges())
    found = read(memory, form)
    assert set(found) == {node.iri for node in nodes}
    assert ties(found) == {(e.source, e.target, e.kind): e.weight for e in edges}
    for node in nodes:
        data = found.nodes[node.iri]
        assert data["label" if form == "gexf" else "name"] == node.name
        assert (data["kind"], data["mentions"]) == (node.kind, node.mentions)


def test_edges_last_from_the_first_to_the_last_time(memory):
    edges = {(e.source, e.target, e.kind): e for e in Network(memory, Choice()).edges()}
    assert edges[(CN, US, "met")][-2:] == ("2018-12-01", "2018-12-01")
    assert edges[(CN, US, "agreement")][-2:] == ("2019-01-10", "2019-03-28"), "of publication, where nothing is said"
    assert edges[(CN, US, "agreement")].mutual
    assert not edges[(CN, US, "pledge")].mutual
    dynamic = read(memory, "gexf").get_edge_data(CN, US)
    (met,) = [data for data in dynamic.values() if data["kind"] == "met"]
    assert (met["start"], met["end"]) == ("2018-12-01", "2018-12-01")


def test_tellings_of_one_event_are_one_tie(memory):
    # Liu and Lighthizer are in one telling of talks-a, Gao and Lighthizer in another.
    edges = {(e.source, e.target, e.kind): e.weight for e in Network(memory, Choice()).edges()}
    assert edges[(GAO, LIGHTHIZER, "met")] == edges[(LIU, LIGHTHIZER, "met")] == 1
    assert edges[(CN, US, "measure")] == 1, "duties on cars are told twice"


def test_a_filter_leaves_what_the_chosen_tell(memory):
    found = read(memory, "graphml", Choice(articles=(A,)))
    assert FARM not in found
    assert ties(found)[(US, CN, "measure")] == 2


@pytest.mark.parametrize("form", READERS)
def test_awkward_names_do_not_break_the_markup(memory, graphs, form):
    store = OxigraphStore.memory()
    odd = (
        graphs[ENTITIES].decode().replace('"Gao Feng"@en', r'"<\u0001Gao\u000B & \"F\u00E9ng\"]]>\r\n' + '\\uFFFE"@en')
    )
    assert SKOS.prefLabel in odd
    store.replace_graphs({**graphs, ENTITIES: odd.encode()})
    found = read(store, form)
    name = found.nodes[GAO]["label" if form == "gexf" else "name"]
    assert name == '<Gao & "Féng"]]>\r\n'
    assert ties(found) == ties(read(memory, form))
