"""A graph of a million quads on real servers: all of it arrives, and what is asked of it has the embedded store's rows.

It is the seeds' graph with some hundred articles more, see `bench/growth.py`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Store

from bench.exporting import stored
from bench.growth import grow
from kg import catalogue
from kg.load import counts
from kg.store.endpoint import Endpoint
from kg.store.mark import open_mark
from kg.store.oxigraph import OxigraphStore
from kg.store.profile import credentials
from kg.store.transport import Limits
from tests.servers import running
from tests.servers.test_same_rows import table

QUADS = 1_000_000
COUNTED = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
ARTICLE = "002_a96577421edf0741.txt"
# Of the whole graph, or with one parameter set.
ASKED: dict[str, dict[str, str]] = {
    "actors": {},
    "articles": {},
    "attribution-chains": {},
    "candidate-issues": {},
    "co-participation": {},
    "demands-unanswered": {},
    "dates": {"article": ARTICLE},
    "divergence": {},
    "identity-evidence": {},
    "institution-people": {},
    "issues": {},
    "issues-ranked": {},
    "measures-in-force": {},
    "mentions": {"article": ARTICLE},
    "roles": {"article": ARTICLE},
    "statements-by": {"actor": "Lighthizer"},
    "threats-and-conditions": {},
    "who-met-whom": {"actor": "Liu He"},
}
MANY = "gives thousands of rows, which the embedded store takes ten seconds and more for"
SEARCH = "takes the embedded store ten seconds and more"
SORTED = "takes Virtuoso ten seconds and more to sort its rows"
LEFT_OUT = {
    "article-facts": SEARCH,
    "commitment-ledger": "takes Virtuoso more than its 20 seconds",
    "commitments": MANY,
    "commitments-of": MANY,
    "deadlines": SORTED,
    "denied-or-unanswered": MANY,
    "everything-about": "takes Virtuoso more than its 20 seconds",
    "links": MANY,
    "measures": SORTED,
    "meetings": SORTED,
    "meetings-timeline": SORTED,
    "officials-who-discussed": SORTED,
    "position-of": SEARCH,
    "recall-audit": MANY,
    "sides-compared": SEARCH,
    "spoke-for": MANY,
    "statements": MANY,
    "unnamed-sources": SEARCH,
    "what-changed": MANY,
    "who-held-office": SEARCH,
}


def test_every_question_is_asked_or_left_out_for_a_reason():
    assert sorted([*ASKED, *LEFT_OUT]) == catalogue.names()


@pytest.fixture(scope="module")
def grown(built, tmp_path_factory) -> Path:
    """A store on disk of so many quads."""
    folder = tmp_path_factory.mktemp("grown") / "graph"
    stored(grow(list(Store.read_only(str(open_mark(built).quads))), QUADS), folder).close()
    return folder


@pytest.fixture(scope="module")
def expected(grown) -> dict[str, list[tuple[object, ...]] | list[str]]:
    """What the embedded store answers."""
    with OxigraphStore.open(grown) as store:
        return {name: table(store, name, listed(given)) for name, given in ASKED.items()}


def listed(given: dict[str, str]) -> dict[str, list[str]]:
    return {key: [value] for key, value in given.items()}


@pytest.fixture(scope="class", params=["oxigraph", "virtuoso"])
def holding(request, grown, tmp_path_factory) -> Iterator[Endpoint]:
    """Each real server in turn, new, after `kg load` put the graph there."""
    profile, flags = request.param, ["--bulk"] if request.param == "oxigraph" else []
    there = tmp_path_factory.mktemp(profile)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_AUTH", f"{running.USER}:{running.PASSWORD}")
        with running.oxigraph(there) if profile == "oxigraph" else running.virtuoso(there) as server:
            url = server if isinstance(server, str) else server[0]
            command = [sys.executable, "-m", "kg", "load", url, "--profile", profile, *flags, "-q", "--store", grown]
            subprocess.run(command, check=True)
            auth = credentials("none" if profile == "oxigraph" else "digest")
            with Endpoint(url, profile=profile, auth=auth, limits=Limits(seconds=60.0)) as endpoint:
                yield endpoint


@pytest.mark.long
class TestOfAMillionQuads:
    def test_every_graph_holds_as_many_triples(self, holding, grown):
        with OxigraphStore.open(grown) as store:
            assert len(store) >= QUADS
            here = {str(graph): triples for graph, triples in store.query(COUNTED)}
            assert counts(holding, store.graphs()) == here

    @pytest.mark.parametrize("name", ASKED)
    def test_the_rows_are_the_same(self, holding, expected, name):
        assert table(holding, name, listed(ASKED[name])) == expected[name]
