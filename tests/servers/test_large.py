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
from kg.store.transport import Limits, Refused
from tests.servers import running
from tests.servers.test_same_rows import agrees, table

QUADS = 1_000_000
COUNTED = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
ARTICLE = {"article": "002_a96577421edf0741.txt"}
# Each question of the whole graph, or where that takes the embedded store ten seconds and more, with a parameter.
ASKED: dict[str, dict[str, str]] = {
    "actors": {},
    "article-facts": ARTICLE,
    "articles": {},
    "attribution-chains": {},
    "candidate-issues": {},
    "co-participation": {},
    "commitment-ledger": ARTICLE,
    "commitments": ARTICLE,
    "commitments-of": {"actor": "China", "issue": "enforcement"},
    "dates": ARTICLE,
    "deadlines": {"issue": "timetable"},
    "demands-unanswered": {},
    "denied-or-unanswered": {"article": "001_2200e89dc4cf782e.txt"},
    "divergence": {},
    "everything-about": {"actor": "Gao Feng"},
    "identity-evidence": {},
    "institution-people": {},
    "issues": {},
    "issues-ranked": {},
    "links": ARTICLE,
    "measures": ARTICLE,
    "measures-in-force": {},
    "meetings": ARTICLE,
    "meetings-timeline": {"participant": "Liu He"},
    "mentions": ARTICLE,
    "officials-who-discussed": ARTICLE,
    "position-of": {"actor": "Lighthizer", "issue": "enforcement"},
    "recall-audit": ARTICLE,
    "roles": ARTICLE,
    "sides-compared": {"side": "China", "other": "United States", "issue": "enforcement"},
    "spoke-for": {"speaker": "Gao Feng"},
    "statements": ARTICLE,
    "statements-by": {"actor": "Lighthizer"},
    "threats-and-conditions": {},
    "unnamed-sources": {"article": "003_36edddb8c66fc1b7.txt"},
    "what-changed": {"party": "Donald Trump", "until": "2019-01-31"},
    "who-held-office": {"person": "Lighthizer"},
    "who-met-whom": {"actor": "Liu He"},
}
# The seeds tell of nobody in two spellings that evidence joined; the sample of `test_same_rows` does.
NO_ROWS = "identity-evidence"
# What Virtuoso ends after the 20 seconds that it has.
TOO_LONG = "sides-compared"


def test_every_question_is_asked():
    assert sorted(ASKED) == catalogue.names()


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
        assert bool(expected[name]) is (name != NO_ROWS)
        try:
            there = table(holding, name, listed(ASKED[name]))
        except Refused as refused:
            if name != TOO_LONG or b"Transaction timed out" not in refused.body:
                raise
        else:
            assert agrees(holding, name, there, expected[name])
