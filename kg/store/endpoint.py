"""Any SPARQL 1.1 server: asked by the Protocol, written to by the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final, NamedTuple, Self

import httpx
import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.answer import Answer, Rows, answer

RESULTS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"
PASSWORD: Final = "KG_PASSWORD"

_COUNT: Final = "SELECT (COUNT(*) AS ?triples) WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
_TIMEOUT: Final = httpx.Timeout(300.0, connect=10.0)
_ADVICE: Final = {
    400: "it does not take the request",
    401: f"it wants a user: pass --user, and the password in {PASSWORD}",
    403: f"it refuses this user: pass another --user, and the password in {PASSWORD}",
    404: "there is nothing at this address: check the URL and --profile",
    405: "this address does not do that: check the URL and --profile",
    413: "it refuses data of this size",
}


class Profile(NamedTuple):
    """Where a kind of server answers, as paths after the address given; empty is that address itself."""

    query: str
    graphs: str
    parameter: str


PROFILES: Final[Mapping[str, Profile]] = {
    "oxigraph": Profile(query="/query", graphs="/store", parameter="graph"),
    "generic": Profile(query="", graphs="", parameter="graph"),
}
"""`generic` takes one address for both protocols, or another for queries (`query_url`)."""


class Endpoint:
    """A server; every fault of it or of the way to it is one StoreError that says what to look at."""

    def __init__(
        self, url: str, *, profile: str | None = None, query_url: str | None = None, user: str | None = None
    ) -> None:
        """Ask at `url` itself, or with a profile at its paths; the password of `user` is read from KG_PASSWORD."""
        where = PROFILES[profile or "generic"]
        self.name = url
        self._query_url = query_url or url.rstrip("/") + where.query if (query_url or where.query) else url
        self._graphs_url = url.rstrip("/") + where.graphs if where.graphs else url
        self._parameter = where.parameter
        auth = httpx.BasicAuth(user, os.environ.get(PASSWORD, "")) if user else None
        self._client = httpx.Client(timeout=_TIMEOUT, auth=auth, follow_redirects=False)

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL 1.1 query; QueryError where the server finds it malformed."""
        response = self._send(
            "POST", self._query_url, data={"query": text}, headers={"Accept": f"{RESULTS}, {TRIPLES};q=0.9"}
        )
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        try:
            if kind in (RESULTS, "application/json"):
                return answer(ox.parse_query_results(response.content, ox.QueryResultsFormat.JSON))
            if kind in (TRIPLES, "text/plain"):
                return answer(_triples(response.content))
        except (SyntaxError, ValueError) as error:
            raise StoreError(self.name, f"its answer is broken: {str(error)[:200]}") from error
        raise StoreError(self.name, f"answers with {kind or 'no media type'}, not with SPARQL results: check the URL")

    def put_graph(self, iri: str, triples: bytes) -> None:
        """Make the named graph hold exactly these N-Triples."""
        self._send(
            "PUT", self._graphs_url, params={self._parameter: iri}, content=triples, headers={"Content-Type": TRIPLES}
        )

    def count(self, iri: str) -> int:
        """How many triples the server has in that named graph."""
        rows = self.query(_COUNT.format(iri))
        if isinstance(rows, Rows):
            for (triples,) in rows:
                if isinstance(triples, int):
                    return triples
        raise StoreError(self.name, f"does not count the triples of {iri}")

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _send(self, method: str, url: str, **what: object) -> httpx.Response:
        """The response to a request that succeeded."""
        try:
            response = self._client.request(method, url, **what)  # type: ignore[arg-type]
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise StoreError(self.name, f"is no usable address: {error}") from error
        except httpx.TimeoutException as error:
            raise StoreError(self.name, "does not answer in time") from error
        except httpx.HTTPError as error:
            raise StoreError(self.name, f"cannot be reached ({error}): is the server running?") from error
        if response.is_success:
            return response
        said = " ".join(response.text.split())[:200] if "html" not in response.headers.get("content-type", "") else ""
        if response.status_code == 400 and method == "POST":
            raise QueryError(f"{self.name} does not take the query: {said or 'it gives no reason'}")
        advice = _ADVICE.get(response.status_code, said or "it gives no reason")
        raise StoreError(self.name, f"{method} {response.status_code} {response.reason_phrase}: {advice}")


def _triples(text: bytes) -> ox.QueryTriples:
    """Parsed N-Triples, in the form in which a local store answers."""
    store = ox.Store()
    store.load(text, ox.RdfFormat.N_TRIPLES)
    found = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QueryTriples)
    return found
