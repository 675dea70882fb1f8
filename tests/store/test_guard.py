from __future__ import annotations

import socket
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store.guard import MAX_BYTES, MAX_DEPTH, MAX_TOKENS, check_query, tokens
from kg.store.oxigraph import OxigraphStore

PREFIXES = "PREFIX : <U> PREFIX ex: <U> PREFIX service: <urn:s> PREFIX SERVICE: <urn:s> "
# <U> is the canary's address and § a group; each is a query to one parser or another.
CALLS = [
    "SELECT * { SERVICE <U> § }",
    "SELECT*{SeRvIcE<U>§}",
    "SELECT * { SERVICE SILENT <U> § }",
    "SELECT*{SERVICESILENT<U>§}",
    PREFIXES + "SELECT*{SERVICE ex:§}",
    PREFIXES + "SELECT*{SERVICEex:§}",
    PREFIXES + "SELECT*{SERVICE:§}",
    PREFIXES + "SELECT*{SERVICE:a§}",
    PREFIXES + "SELECT*{SERVICE:a#x\n§}",
    PREFIXES + "SELECT*{service:a§}",
    PREFIXES + "SELECT*{SERVICESILENT:a§}",
    PREFIXES + "SELECT*{SERVICE SILENT:a§}",
    "SELECT*{#x\nSERVICE#y\n<U>§}",
    "SELECT*{SERVICE\t<U>\r§}",
    "SELECT*{?s ?p 1SERVICE<U>§}",
    "SELECT*{?s ?p 1.SERVICE<U>§}",
    "SELECT*{?s ?p 1.5e3SERVICE<U>§}",
    "SELECT*{?s ?p trueSERVICE<U>§}",
    PREFIXES + "SELECT*{?s ?p trueSERVICE:a§}",
    PREFIXES + "SELECT*{?s ?p true.SERVICE:a§}",
    "SELECT*{?s ?p 'x'SERVICE<U>§}",
    "SELECT*{?s ?p '''x'''SERVICE<U>§}",
    "SELECT*{?s ?p ''''''SERVICE<U>§}",
    "SELECT*{?s ?p ''SERVICE<U>§}",
    "SELECT*{?s ?p '\\''SERVICE<U>§}",
    "SELECT*{?s ?p '\\\\'SERVICE<U>§}",
    "SELECT*{?s ?p '''\\''''SERVICE<U>§}",
    "SELECT*{?s ?p 'a'@en SERVICE<U>§}",
    "SELECT*{?s ?p 'a'^^<b:c>SERVICE<U>§}",
    "SELECT*{?s ?p ()SERVICE<U>§}",
    "SELECT*{?s ?p []SERVICE<U>§}",
    "SELECT*{?s ?p ?o.SERVICE<U>§}",
    "SELECT*{?a<a:b>?c SERVICE<U>§}",
    "SELECT*{VALUES ?x{<U>}SERVICE?x§}",
    "SELECT*{VALUES ?x{<U>}FILTER(1<2)SERVICE?x#>\n§}",
    "SELECT*{VALUES ?x{<U>}BIND(1<2 AS ?y)SERVICE?x#>\n§}",
    "SELECT*{VALUES ?x{<U>}?s ?p ?o FILTER(2<?o)SERVICE$x#>\n§}",
    "SELECT*{FILTER(?a<?b)SERVICE<U>§}",
    "SELECT*{{}UNION{SERVICE<U>§}}",
    "SELECT*{OPTIONAL{SERVICE<U>§}}",
    "SELECT*{{SELECT*{SERVICE<U>§}}}",
    "SELECT*{GRAPH ?g{SERVICE<U>§}}",
    "SELECT*{?s ?p ?o MINUS{SERVICE<U>§}}",
    "ASK{FILTER EXISTS{SERVICE<U>§}}",
    "CONSTRUCT § WHERE{SERVICE<U>§}",
    "DESCRIBE ?s{SERVICE<U>§}",
    "SELECT(1<2 AS ?z){SERVICE<U>§}",
    "SELECT*{\\u0053ERVICE<U>§}",
    "SELECT*{S\\U00000045RVICE<U>§}",
]
PLAIN = [
    "SELECT * { ?s ?p 'SERVICE <urn:x> {}' }",
    'SELECT * { ?s ?p "it\'s a service" }',
    'SELECT * { ?s ?p """a "quoted" \n service { """ }',
    "SELECT * { ?s ?p '''don''t' DELETE ''' }",
    "SELECT * { ?s ?p 'x\\'SERVICE' }",
    "SELECT * { ?service ?delete $insert }",
    "SELECT * { ?s <http://example.org/service> ?o }",
    "SELECT * { ?s <http://example.org/(a)/SERVIC> ?o }",
    "SELECT * { ?s ?p ?o } # SERVICE <urn:x> { } DELETE",
    "# INSERT, a comment\nSELECT * { ?s ?p ?o }",
    "PREFIX service: <urn:s#> SELECT * { ?s service:service ?o }",
    "PREFIX service: <urn:s#> SELECT * { GRAPH service:g { ?s ?p ?o } }",
    "PREFIX load: <urn:s#> SELECT * { ?s load:add load:drop }",
    "BASE <urn:b> PREFIX a: <urn:a> SELECT * { ?s a a:b }",
    "SELECT * { _:service ?p ?o }",
    "SELECT * { ?s ?p 'a'@en-GB }",
    "SELECT * { FILTER(1 < 2 && 3 > 2) }",
    "SELECT * { ?s ?p '''' ''' }",
    "ASK { ?s ?p 'caf\\u00e9' }",
    "DESCRIBE <urn:x>",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
]
UPDATES = [
    "INSERT DATA { <a:a> <a:b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1/>",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <urn:g>",
    "ADD <urn:a> TO <urn:b>",
    "MOVE <urn:a> TO <urn:b>",
    "COPY <urn:a> TO <urn:b>",
    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX a: <urn:a> insert data { <a:a> <a:b> 1 }",
    "SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }",
    "# SELECT\nDROP ALL",
]


@pytest.fixture(scope="module")
def canary():
    """An address on loopback, and the list of the connections made to it."""
    hits: list[int] = []
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)

        def listen() -> None:
            while True:
                try:
                    listener.accept()[0].close()
                except OSError:
                    return
                hits.append(1)

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", hits


def spelled(query: str, address: str) -> str:
    return query.replace("<U>", f"<{address}>").replace("§", "{?s ?p ?o}")


@pytest.mark.parametrize("query", CALLS)
def test_no_spelling_of_service_passes(query):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_query(spelled(query, "http://127.0.0.1:9/"))


def test_the_spellings_do_reach_out_where_nothing_guards(canary, graphs):
    address, hits = canary
    store = OxigraphStore.memory()
    store.replace_graphs({"urn:g": b"<urn:s> <urn:p> <urn:o> <urn:g> .\n"})
    reached = 0
    for query in CALLS:
        hits.clear()
        try:
            answer = store.query(spelled(query, address))
            bool(answer) if query.startswith("ASK") else list(answer)
        except Exception:
            pass
        time.sleep(0.01)
        reached += bool(hits)
    assert reached >= 20


def test_service_passes_when_permitted():
    check_query("SELECT * { SERVICE <urn:x> { ?s ?p ?o } }", allow_service=True)


@pytest.mark.parametrize("query", PLAIN)
def test_a_query_that_only_speaks_of_such_things_passes(query):
    check_query(query)


@pytest.mark.parametrize("query", UPDATES)
def test_updates_are_refused(query):
    with pytest.raises(QueryError, match="update"):
        check_query(query)


@pytest.mark.parametrize("query", ["", "# nothing", "EXPLAIN SELECT * {}", "SERVICE", "{ }", "'SELECT'"])
def test_what_is_no_query_is_refused(query):
    with pytest.raises(QueryError, match="a query begins with"):
        check_query(query)


@pytest.mark.parametrize(
    "query", ["SELECT * { ?s ?p 'open }", 'SELECT * { ?s ?p "open }', "SELECT * { ?s ?p '''open }"]
)
def test_a_quotation_that_never_closes_is_refused(query):
    with pytest.raises(QueryError):
        check_query(query)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * {" + " " * MAX_BYTES + "}", "64 KB"),
        ("SELECT * {" + "{" * MAX_DEPTH + "}" * MAX_DEPTH + "}", "nests deeper"),
        ("SELECT * { FILTER(" + "(" * MAX_DEPTH + "1" + ")" * MAX_DEPTH + ") }", "nests deeper"),
        ("SELECT (1" + "+1" * MAX_TOKENS + " AS ?x) {}", "5000 words"),
    ],
)
def test_a_query_too_big_is_refused(query, says):
    with pytest.raises(QueryError, match=says):
        check_query(query)


def test_a_query_at_the_limit_passes():
    check_query("SELECT * {" + "{" * (MAX_DEPTH - 1) + "}" * (MAX_DEPTH - 1) + "}")


@given(st.text())
def test_the_tokens_are_the_text_without_its_space_and_comments(text):
    joined = "".join(token for _, token in tokens(text))
    assert len(joined) <= len(text)
    if "#" not in text:
        assert joined == "".join(c for c in text if c not in " \t\r\n") or any(q in text for q in "'\"")
