"""Any SPARQL 1.1 server: asked by the Protocol, written to by the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Final, Self

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.answer import Answer, Rows, Triples, Truth, answer
from kg.store.faults import said
from kg.store.paging import PAGE, Paged, builds_triples, join, may_be_cut
from kg.store.profile import PROFILES, Auth, ServerProfile
from kg.store.transport import Body, Limits, Refused, Reply, Transport

RESULTS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"
QUADS: Final = "application/n-quads"
# A graph that nobody has: asking for it shows whether the address and the user are right.
_NOTHING: Final = "urn:x-kg:nothing"
_GLANCE: Final = 1024
_THERE: Final = frozenset({404, 405})
_LIMITS: Final = Limits()


class Endpoint:
    """A server; every fault of it or of the way to it is one StoreError that says what to look at."""

    def __init__(
        self, url: str, *, profile: ServerProfile | str = "generic", auth: Auth | None = None, limits: Limits = _LIMITS
    ) -> None:
        """Ask and write at the profile's paths after `url`; a path that is a whole address stands for itself."""
        where = PROFILES[profile] if isinstance(profile, str) else profile
        self.name, self._profile = url, where
        self._query_url, self._data_url = _under(url, where.query), _under(url, where.data)
        self._transport = Transport(url, auth, limits)

    @property
    def takes_quads(self) -> bool:
        """Whether it takes many graphs in one request."""
        return self._profile.bulk is not None

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL 1.1 query, whole; QueryError where the server finds it malformed."""
        reply = self._first(text)
        try:
            if reply.kind in (RESULTS, "application/json"):
                return self._whole(text, reply)
            if reply.kind in (TRIPLES, "text/plain"):
                self._check_whole(reply)
                return answer(self._uncut(_read(reply.body), reply))
        except (SyntaxError, ValueError, KeyError) as error:
            raise StoreError(self.name, f"its answer is broken: {str(error)[:200]}") from error
        raise StoreError(
            self.name, f"answers with {reply.kind or 'no media type'}, not with SPARQL results: check the URL"
        )

    def greet(self) -> str:
        """What the server calls itself, once the data's address is right and the user known; StoreError if not.

        It also answers the challenge of digest authentication while there is no large body to send twice. A server that
        does not know the parameter would take the first graph for all that it should hold.
        """
        params = {self._profile.parameter: _NOTHING}
        try:
            reply = self._transport.send(
                "GET", self._data_url, again=True, most=_GLANCE, params=params, headers={"Accept": TRIPLES}
            )
        except Refused as refused:
            if refused.status == 400:
                raise StoreError(self.name, f"{refused.reason}: see --data-path and --graph-param") from refused
            if refused.status not in _THERE:
                raise
            return str(refused.headers.get("server", ""))
        if b"<" in reply.body.read():
            reason = "has triples in a graph that nobody made: check the URL, and --graph-param if any"
            raise StoreError(self.name, f"{reason} (it does not know {self._profile.parameter!r})")
        return str(reply.headers.get("server", ""))

    def put_graph(self, iri: str, triples: bytes) -> None:
        """Make the named graph hold exactly these N-Triples."""
        self._send_graph("PUT", iri, triples)

    def add_to_graph(self, iri: str, triples: bytes) -> None:
        """Make the named graph hold these N-Triples too."""
        self._send_graph("POST", iri, triples)

    def add_quads(self, quads: bytes) -> None:
        """Make the server hold these N-Quads too, each in its graph."""
        bulk = self._profile.bulk
        if bulk is None:
            raise StoreError(self.name, "takes one graph at a time: leave out --bulk")
        self._send("POST", {bulk: ""} if bulk else {}, quads, QUADS)

    def close(self) -> None:
        """Let go of the connections."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _send_graph(self, method: str, iri: str, triples: bytes) -> None:
        self._send(method, {self._profile.parameter: iri}, self._profile.lead + triples, TRIPLES)

    def _send(self, method: str, params: dict[str, str], data: bytes, kind: str) -> None:
        """Send data, again where that is safe: a graph is a set, and only a blank node would be another each time."""
        again = method == "PUT" or b"_:" not in data
        headers = {"Content-Type": kind, "Content-Length": str(len(data))}
        with Body(data) as body:
            self._transport.send(method, self._data_url, again=again, params=params, content=body, headers=headers)

    def _first(self, text: str) -> Reply:
        """The reply to a query, or for its first rows where the server will not sort as many as it wants."""
        try:
            return self._ask(text)
        except Refused as refused:
            paged = Paged.of(text) if _TOO_MANY in refused.body else None
            if paged is None:
                raise
            return self._ask(paged.page(0, PAGE, (), nested=True))

    def _ask(self, text: str) -> Reply:
        # Virtuoso would give triples as a table too, where it may choose.
        accept = {"Accept": TRIPLES if builds_triples(text) else RESULTS}
        try:
            return self._transport.send("POST", self._query_url, again=True, data={"query": text}, headers=accept)
        except Refused as refused:
            if refused.status != 400:
                raise
            reason = said(refused.body) or "it gives no reason"
            raise QueryError(f"{self.name} does not take the query: {reason}") from refused

    def _whole(self, text: str, first: Reply) -> Rows | Truth | Triples:
        """The answer in the replies to the query and, where the first may have been cut, to those for what follows."""
        self._check_whole(first)
        found = ox.parse_query_results(first.body, ox.QueryResultsFormat.JSON)
        body = first.body
        if isinstance(found, ox.QuerySolutions):
            rows, names = sum(1 for _ in found), [variable.value for variable in found.variables]
            if may_be_cut(rows):
                body = self._joined(text, first, rows, names)
        body.seek(0)
        return answer(ox.parse_query_results(body, ox.QueryResultsFormat.JSON))

    def _joined(self, text: str, first: Reply, rows: int, names: list[str]) -> IO[bytes]:
        paged = Paged.of(text)
        first.body.seek(0)
        if paged is None:
            if _LIMITED in first.headers:
                raise StoreError(self.name, f"stops at {rows:,} rows: with an ORDER BY it can be asked for the others")
            return first.body
        nested = _is_virtuoso(first)

        def pages() -> Iterator[IO[bytes]]:
            yield first.body
            start = last = rows
            while last == rows and (paged.limit is None or start < paged.limit):
                reply = self._ask(paged.page(start, rows, names, nested=nested))
                found = ox.parse_query_results(reply.body, ox.QueryResultsFormat.JSON)
                assert isinstance(found, ox.QuerySolutions)
                last = sum(1 for _ in found)
                start += last
                reply.body.seek(0)
                yield reply.body

        return join(pages())

    def _uncut(self, triples: ox.Store, reply: Reply) -> ox.QueryTriples:
        """The triples; StoreError where the server left some out, which Virtuoso does after one more than its rows."""
        found = len(triples)
        if _is_virtuoso(reply) and may_be_cut(found - 1):
            most = self._ask(f"{_ANY}\nLIMIT {found}\n").headers.get(_LIMITED, "")
            if most.isdecimal() and int(most) < found:
                raise StoreError(self.name, f"stops at {found - 1:,} triples: ask for fewer at a time, or by SELECT")
        built = triples.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        assert isinstance(built, ox.QueryTriples)
        return built

    def _check_whole(self, reply: Reply) -> None:
        """StoreError where the server says that it gave up before it was done."""
        if _UNFINISHED in reply.headers:
            raise StoreError(self.name, "gave up before the answer was whole: it took too long")


# What Virtuoso says of an answer that it cut at its largest number of rows, and of one that took too long.
_LIMITED: Final = "x-sparql-maxrows"
_UNFINISHED: Final = "x-sql-state"
# Of as many rows as anybody has, Virtuoso says how many it gives.
_ANY: Final = "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } }"
# Its error where more rows are to be sorted than MaxSortedTopRows allows.
_TOO_MANY: Final = b"SR353"


def _under(url: str, path: str) -> str:
    """The address of the path after that address, or the path where it is one itself."""
    if path.startswith(("http://", "https://")):
        return path
    return f"{url.rstrip('/')}/{path.lstrip('/')}" if path else url


def _is_virtuoso(reply: Reply) -> bool:
    return str(reply.headers.get("server", "")).startswith("Virtuoso")


def _read(text: IO[bytes]) -> ox.Store:
    """Parsed N-Triples, to be asked as a local store is."""
    store = ox.Store()
    store.load(text, ox.RdfFormat.N_TRIPLES)
    return store
