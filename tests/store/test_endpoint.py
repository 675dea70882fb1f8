from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import QueryError, StoreError
from kg.store import open_store
from kg.store.answer import Rows, Triples, Truth
from kg.store.endpoint import Endpoint

FAULTS = {
    "/401": (401, "text/plain", b"who?"),
    "/403": (403, "text/plain", b"not you"),
    "/404": (404, "text/html", b"<html>no</html>"),
    "/405": (405, "text/plain", b""),
    "/500": (500, "text/html", b"<html>oh</html>"),
    "/503": (503, "text/plain", b"come back\nlater"),
    "/302": (302, "text/plain", b""),
    "/html": (200, "text/html", b"<html>Welcome</html>"),
    "/broken": (200, "application/sparql-results+json", b'{"head": '),
    "/nothing": (
        200,
        "application/sparql-results+json",
        b'{"head": {"vars": ["triples"]}, "results": {"bindings": []}}',
    ),
}


class Faulty(BaseHTTPRequestHandler):
    """Answers each path with its fault."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        status, kind, body = FAULTS[self.path.partition("?")[0]]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_PUT = do_POST  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def faulty():
    with ThreadingHTTPServer(("127.0.0.1", 0), Faulty) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/401", "--user"),
        ("/403", "--user"),
        ("/404", "check the URL"),
        ("/405", "check the URL"),
        ("/500", "500"),
        ("/503", "come back later"),
        ("/302", "302"),
        ("/html", "text/html"),
        ("/broken", "broken"),
        ("/nothing", "count"),
    ],
)
def test_a_server_that_fails_is_one_clear_line(faulty, path, says):
    with Endpoint(faulty + path) as endpoint, pytest.raises(StoreError, match=says) as caught:
        endpoint.count("urn:g")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(faulty)


@pytest.mark.parametrize("path", [path for path, (status, *_) in FAULTS.items() if status != 200])
def test_a_server_that_takes_no_graph_is_one_clear_line(faulty, path):
    with Endpoint(faulty + path) as endpoint, pytest.raises(StoreError, match="PUT"):
        endpoint.put_graph("urn:g", b"")


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
