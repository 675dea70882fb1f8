"""A server that fails, in each of the ways in which servers and the way to them do; and one that does not."""

from __future__ import annotations

import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from kg.errors import QueryError, StoreError, UsageError
from kg.load import counts
from kg.store import open_store
from kg.store.answer import Rows, Triples, Truth
from kg.store.endpoint import Endpoint
from kg.store.profile import credentials
from kg.store.transport import Limits

JSON = "application/sparql-results+json"
YES = (200, JSON, b'{"head": {}, "boolean": true}')
FAULTS = {
    "/401": (401, "text/plain", b"who?"),
    "/403": (403, "text/plain", b"not you"),
    "/404": (404, "text/html", b"<html>no</html>"),
    "/405": (405, "text/plain", b""),
    "/413": (413, "text/plain", b""),
    "/500": (500, "text/html", b"<html><title>500</title><p>oh\nno</html>"),
    "/503": (503, "text/plain", b"come back\nlater"),
    "/507": (507, "text/plain", b""),
    "/full": (500, "text/plain", b"IO error: No space left on device: While appending"),
    "/denied": (500, "text/plain", b"Virtuoso 42000 Error SR186: No permission to execute procedure"),
    "/302": (302, "text/plain", b""),
    "/html": (200, "text/html", b"<html>Welcome</html>"),
    "/broken": (200, JSON, b'{"head": '),
    "/half": (
        200,
        JSON,
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "uri", "value": "u:a"}}, ',
    ),
    "/gave-up": YES,
    "/yes": YES,
}
LIMITS = Limits(seconds=1.0, size=1_000_000, pauses=(0.01, 0.01))


class Faulty(BaseHTTPRequestHandler):
    """Answers each path with its fault, and counts what it was asked."""

    asked: ClassVar[Counter[str]] = Counter()
    authorised: ClassVar[Counter[str]] = Counter()

    def do_POST(self) -> None:
        path = self.path.partition("?")[0]
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.asked[path] += 1
        self.authorised[path] += "authorization" in self.headers
        getattr(self, path.removeprefix("/").replace("-", "_"), self.plain)(path)

    do_PUT = do_GET = do_POST  # noqa: N815

    def plain(self, path: str) -> None:
        status, kind, body = FAULTS[path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if status == 302:
            self.send_header("Location", f"http://localhost:{self.server.server_port}/yes")
        if path == "/gave-up":
            self.send_header("X-SQL-State", "S1TAT")
        self.end_headers()
        self.wfile.write(body)

    def stall(self, _: str) -> None:
        time.sleep(3)

    def cut(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'{"head"')
        self.close_connection = True

    def endless(self, _: str) -> None:
        self._without_length()
        while self._sent(b" " * 65_536):
            pass

    def dripping(self, _: str) -> None:
        self._without_length()
        while self._sent(b" "):
            time.sleep(0.05)

    def busy_then_well(self, path: str) -> None:
        self.plain("/503" if self.asked[path] < 3 else "/yes")

    def cut_then_well(self, path: str) -> None:
        if self.asked[path] < 3:
            self.cut(path)
        else:
            self.plain("/yes")

    def _without_length(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.end_headers()

    def _sent(self, data: bytes) -> bool:
        try:
            return bool(self.wfile.write(data))
        except OSError:
            return False

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def faulty():
    with ThreadingHTTPServer(("127.0.0.1", 0), Faulty) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


# What is told of each fault, whatever was asked; and of those that only an answer to a query can have.
TOLD = [
    ("/401", "--auth"),
    ("/403", "--auth"),
    ("/404", "check the URL"),
    ("/405", "check the URL"),
    ("/413", "this size"),
    ("/500", "500 Internal Server Error: oh no"),
    ("/503", "come back later"),
    ("/507", "disk is full"),
    ("/full", "disk is full"),
    ("/denied", "--auth"),
    ("/302", "http://localhost:"),
    ("/stall", "in time"),
    ("/cut", "breaks off"),
]
TOLD_OF_ANSWERS = [
    ("/html", "text/html"),
    ("/broken", "broken"),
    ("/half", "broken"),
    ("/gave-up", "took too long"),
    ("/endless", "does not end: 1,"),
    ("/dripping", "does not end: more than 1 s"),
]


@pytest.mark.parametrize(("path", "says"), [*TOLD, *TOLD_OF_ANSWERS])
def test_a_server_that_fails_is_one_clear_line_in_bounded_time(faulty, path, says):
    began = time.monotonic()
    with Endpoint(faulty + path, limits=LIMITS) as endpoint, pytest.raises(StoreError, match=says) as caught:
        endpoint.query("SELECT ?a {}")
    assert time.monotonic() - began < 5
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(faulty)
    assert Faulty.asked[path], "the fault was not met"


@pytest.mark.parametrize(("path", "says"), TOLD)
def test_a_server_that_takes_no_graph_is_one_clear_line(faulty, path, says):
    before = Faulty.asked[path]
    with Endpoint(faulty + path, limits=LIMITS) as endpoint, pytest.raises(StoreError, match=says) as caught:
        endpoint.put_graph("urn:g", b"<urn:s> <urn:p> <urn:o> .\n")
    assert "\n" not in str(caught.value)
    assert Faulty.asked[path] > before, "the fault was not met"


def test_every_fault_is_told():
    assert {path for path, _ in [*TOLD, *TOLD_OF_ANSWERS]} >= FAULTS.keys() - {"/yes"}


@pytest.mark.parametrize("path", ["/busy-then-well", "/cut-then-well"])
def test_what_is_as_good_twice_as_once_is_sent_again(faulty, path):
    Faulty.asked[path] = 0
    with Endpoint(faulty + path, limits=LIMITS) as endpoint:
        assert endpoint.query("ASK {}")
    assert Faulty.asked[path] == 3


def test_what_has_blank_nodes_is_added_once_only(faulty):
    Faulty.asked["/503"] = 0
    with Endpoint(f"{faulty}/503", limits=LIMITS) as endpoint:
        for triples, times in ((b"_:b <urn:p> <urn:o> .\n", 1), (b"<urn:s> <urn:p> <urn:o> .\n", 3)):
            Faulty.asked["/503"] = 0
            with pytest.raises(StoreError, match="come back"):
                endpoint.add_to_graph("urn:g", triples)
            assert Faulty.asked["/503"] == times


def test_neither_data_nor_credentials_follow_a_redirect(faulty, monkeypatch):
    monkeypatch.setenv("KG_AUTH", "me:secret")
    before = Faulty.asked["/yes"]
    auth = credentials("basic")
    with Endpoint(f"{faulty}/302", auth=auth, limits=LIMITS) as endpoint, pytest.raises(StoreError) as caught:
        endpoint.query("ASK {}")
    assert Faulty.authorised["/302"]
    assert Faulty.asked["/yes"] == before
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("scheme", "secret"), [("basic", "me:secret"), ("bearer", "token")])
def test_a_user_is_made_known(faulty, monkeypatch, scheme, secret):
    monkeypatch.setenv("MINE", secret)
    before = Faulty.authorised["/yes"]
    with Endpoint(f"{faulty}/yes", auth=credentials(scheme, "MINE")) as endpoint:
        assert endpoint.query("ASK {}")
    assert Faulty.authorised["/yes"] == before + 1


@pytest.mark.parametrize("secret", ["", "no colon"])
def test_a_user_without_a_password_is_asked_for(monkeypatch, secret):
    monkeypatch.setenv("MINE", secret)
    with pytest.raises(UsageError, match="USER:PASSWORD in the environment variable MINE"):
        credentials("digest", "MINE")


def test_an_address_with_a_password_is_refused_and_not_repeated():
    with pytest.raises(StoreError, match="no password") as caught:
        open_store("http://me:secret@127.0.0.1:9/")
    assert "secret" not in str(caught.value)


def test_a_server_that_does_not_count_is_one_clear_line(faulty):
    with Endpoint(f"{faulty}/yes") as endpoint, pytest.raises(StoreError, match="does not count"):
        counts(endpoint, ["urn:g"])


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://nowhere.invalid/", "http://[", "http://127.0.0.1:99999/"]
)
def test_an_address_that_leads_nowhere_is_one_clear_line(url):
    with pytest.raises(StoreError) as caught:
        open_store(url).query("ASK {}")
    assert "\n" not in str(caught.value)


def test_a_real_server_answers_rows_triples_and_truth(server):
    with Endpoint(server, profile="oxigraph") as endpoint:
        endpoint.put_graph("urn:answers", b'<urn:s> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')
        rows = endpoint.query("SELECT ?o ?none { GRAPH <urn:answers> { ?s ?p ?o } }")
        assert isinstance(rows, Rows)
        assert list(rows) == [(1, None)]
        triples = endpoint.query("CONSTRUCT { ?s ?p ?o } { GRAPH <urn:answers> { ?s ?p ?o } }")
        assert isinstance(triples, Triples)
        assert list(triples) == [("urn:s", "urn:p", 1)]
        assert isinstance(endpoint.query("ASK {}"), Truth)
        with pytest.raises(QueryError, match="does not take the query"):
            endpoint.query("SELEC")
