"""The recipes of `kg load --help` send the requests that the makers of those servers document, and no others."""

from __future__ import annotations

import base64
import re
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pyoxigraph as ox
import pytest

from kg.cli.load import load
from kg.store.oxigraph import OxigraphStore

RESULTS = "application/sparql-results+json"
SECRET = "admin:pass:word"
NOTHING = "urn:x-kg:nothing"


class Documented(NamedTuple):
    """Where a server speaks the Graph Store Protocol and answers queries, and what tells it the user."""

    data: str
    query: str
    authorization: str = ""


SERVERS = {
    # https://jena.apache.org/documentation/fuseki2/fuseki-config-endpoint.html
    "Fuseki": Documented("/DATASET/data", "/DATASET/query"),
    # https://rdf4j.org/documentation/reference/rest-api/, which is GraphDB's too
    "GraphDB": Documented("/repositories/ID/rdf-graphs/service", "/repositories/ID"),
    # https://docs.aws.amazon.com/neptune/latest/userguide/sparql-graph-store-protocol.html
    "Neptune": Documented("/sparql/gsp/", "/sparql"),
    # https://docs.qlever.dev/update/
    "QLever": Documented("/", "/", f"Bearer {SECRET}"),
    # https://stardog-union.github.io/stardog-http-api/
    "Stardog": Documented("/DATABASE", "/DATABASE/query", f"Basic {base64.b64encode(SECRET.encode()).decode()}"),
}
RECIPES = {
    name: shlex.split(options)
    for name, options in re.findall(
        r"^  (\w+) +(https?://.*)$", (load.epilog or "").partition("Other servers")[2], re.M
    )
}


class Request(NamedTuple):
    """What was asked, and of whom; `kind` is the type of what was sent, `accepts` of what is wanted."""

    method: str
    path: str
    parameters: list[tuple[str, str]]
    kind: str
    accepts: str
    authorization: str


class Recorder(ThreadingHTTPServer):
    """A server that notes what it is asked, and does it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[Request] = []
        self.store = ox.Store()


class Handler(BaseHTTPRequestHandler):
    server: Recorder

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        where = urlsplit(self.path)
        parameters = parse_qsl(where.query, keep_blank_values=True)
        kind = self.headers.get("content-type", "")
        self.server.requests.append(
            Request(self.command, where.path, parameters, kind, self.headers["accept"],
                    self.headers.get("authorization", ""))
        )  # fmt: skip
        if kind == "application/x-www-form-urlencoded":
            self._answer(200, self._found(parse_qs(body.decode())["query"][0]), RESULTS)
        elif self.command == "GET":
            self._answer(404)
        elif kind == "application/n-quads":
            self.server.store.load(body, ox.RdfFormat.N_QUADS)
            self._answer(204)
        else:
            graph = ox.NamedNode(dict(parameters)["graph"])
            if self.command == "PUT":
                self.server.store.clear_graph(graph)
            self.server.store.load(body, ox.RdfFormat.N_TRIPLES, to_graph=graph)
            self._answer(204)

    do_GET = do_PUT = do_POST = do_DELETE = handle_any  # noqa: N815

    def _found(self, query: str) -> bytes:
        out = BytesIO()
        solutions = self.server.store.query(query)
        assert isinstance(solutions, ox.QuerySolutions)
        solutions.serialize(out, ox.QueryResultsFormat.JSON)
        return out.getvalue()

    def _answer(self, status: int, body: bytes = b"", kind: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    with Recorder() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def followed(command, recorder: Recorder, recipe: list[str], folder, *more: str) -> list[Request]:
    """The requests that the recipe makes, of this server in the place of the one that it names."""
    address = urlsplit(recipe[0])._replace(scheme="http", netloc=f"127.0.0.1:{recorder.server_port}").geturl()
    code, _, told = command("load", address, *recipe[1:], *more, "--store", str(folder), "-q")
    assert (code, told) == (0, "")
    return recorder.requests


def test_there_is_a_recipe_for_each_server():
    assert RECIPES.keys() == SERVERS.keys()


@pytest.mark.parametrize("name", SERVERS)
@pytest.mark.parametrize(("option", "method"), [("--replace", "PUT"), ("--add", "POST")])
def test_a_recipe_sends_what_the_server_is_documented_to_take(
    command, monkeypatch, recorder, folder, graphs, name, option, method
):
    monkeypatch.setenv("KG_AUTH", SECRET)
    data, query, authorization = SERVERS[name]
    greeting, *sent = followed(command, recorder, RECIPES[name], folder, option)
    form, triples = "application/x-www-form-urlencoded", "application/n-triples"
    assert greeting == Request("GET", data, [("graph", NOTHING)], "", triples, authorization)
    count = Request("POST", query, [], form, RESULTS, authorization)
    written = [each for each in sent if each != count]
    assert written == [
        Request(method, data, [("graph", graph)], triples, "*/*", authorization) for graph in sorted(graphs)
    ]
    assert sent[-1] == count
    with OxigraphStore.open(folder) as store:
        assert sorted(f"{quad} .\n".encode() for quad in recorder.store) == list(store.lines())


def test_fuseki_takes_many_graphs_in_one_request(command, recorder, folder):
    """https://jena.apache.org/documentation/fuseki2/fuseki-config-endpoint.html: quads where no graph is named."""
    _, _, *written, _ = followed(command, recorder, RECIPES["Fuseki"], folder, "--bulk")
    assert written == [Request("POST", "/DATASET/data", [], "application/n-quads", "*/*", "")]
    with OxigraphStore.open(folder) as store:
        assert len(recorder.store) == len(store)
