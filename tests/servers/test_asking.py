"""`kg query` and `kg sparql` put to a real server that wants a user, as from the shell; and triples from it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.answer import Triples
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.store.profile import credentials
from tests.servers import running
from tests.servers.emptying import loaded

pytestmark = pytest.mark.long
SELECT = """SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "https://parley")) }
GROUP BY ?g ORDER BY ?g"""
CONSTRUCT = (
    "PREFIX kg: <https://parley.example/ns#> CONSTRUCT { ?s kg:isAbout ?o } WHERE { GRAPH ?g { ?s kg:isAbout ?o } }"
)
READER = f"reader:{running.PASSWORD}"


@pytest.fixture(scope="module")
def private(virtuoso, memory) -> Iterator[str]:
    """The address where Virtuoso answers those it knows, once it holds the sample."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_AUTH", f"{running.USER}:{running.PASSWORD}")
        auth = credentials("digest")
    with Endpoint(virtuoso, profile="virtuoso", auth=auth) as server, loaded(memory, server):
        yield f"{virtuoso}/sparql-auth"


def kg(*arguments: str | Path, secret: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        env={**os.environ, "THE_READER": secret}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [
        ("query", "statements", "--limit", "20", "--format", "csv"),
        ("query", "issues-ranked", "--format", "jsonl"),
        ("sparql", SELECT, "--format", "csv"),
    ],
)
def test_whom_the_server_knows_it_answers_as_a_folder_does(private, folder, asked):
    there = kg(*asked, "--store", private, "--auth", "digest", "--auth-from", "THE_READER", secret=READER)
    here = kg(*asked, "--store", folder)
    assert here.stdout.count("\n") > 1
    assert (there.returncode, there.stdout, there.stderr) == (0, here.stdout, "")


def test_triples_are_answered_as_triples(private, folder):
    asked = ("sparql", CONSTRUCT, "--format", "nt")
    there = kg(*asked, "--store", private, "--auth", "digest", "--auth-from", "THE_READER", secret=READER)
    here = kg(*asked, "--store", folder)
    assert here.stdout
    assert sorted(there.stdout.splitlines()) == sorted(here.stdout.splitlines())


@pytest.mark.parametrize(
    ("how", "secret", "code", "says"),
    [
        (("--auth", "digest", "--auth-from", "THE_READER"), "reader:other", 1, "401 Unauthorized: it wants a user"),
        (("--auth", "basic", "--auth-from", "THE_READER"), READER, 1, "401 Unauthorized: it wants a user"),
        ((), READER, 1, "401 Unauthorized: it wants a user"),
        (("--auth", "digest", "--auth-from", "THE_READER"), "", 2, "needs USER:PASSWORD"),
    ],
)
@pytest.mark.parametrize("asked", [("query", "statements"), ("sparql", SELECT)])
def test_whom_it_does_not_know_is_told_in_a_line_that_shows_no_password(private, asked, how, secret, code, says):
    refused = kg(*asked, "--store", private, *how, secret=secret)
    assert (refused.returncode, refused.stdout) == (code, "")
    assert says in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert not secret or secret.partition(":")[2] not in refused.stderr


def test_more_triples_than_virtuoso_gives_are_refused_and_as_many_are_given(virtuoso, tmp_path, monkeypatch):
    monkeypatch.setenv("KG_AUTH", f"{running.USER}:{running.PASSWORD}")
    sizes = {"urn:within": 10_000, "urn:round": 1001, "urn:beyond": 10_002}
    lines = {
        iri: b"".join(b'<urn:s> <urn:p> "%06d" <%s> .\n' % (number, iri.encode()) for number in range(size))
        for iri, size in sizes.items()
    }
    built = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
    with OxigraphStore.create(tmp_path / "store") as store:
        store.replace_graphs(lines)
        with Endpoint(virtuoso, profile="virtuoso", auth=credentials("digest")) as server, loaded(store, server):
            for whole in ("urn:within", "urn:round"):
                answer = server.query(built.format(whole))
                assert isinstance(answer, Triples)
                assert len(list(answer)) == sizes[whole]
            with pytest.raises(StoreError, match=r"stops at 10,000 triples: ask for fewer"):
                server.query(built.format("urn:beyond"))
