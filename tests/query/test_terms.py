from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import catalogue
from kg.catalogue import Param
from kg.errors import QueryError
from kg.query import ask
from kg.query.literal import literal
from kg.query.terms import sparql_terms
from kg.store.oxigraph import OxigraphStore
from kg.vocab import Term
from tests.sample import BEIJING, BUENOS_AIRES, CN, FARM, GAO, LIGHTHIZER, LIU, MOFCOM, US, A, B, C

ACTOR, ENTITY, POLITY, PLACE = (Param("who", kind, "who") for kind in ("actor", "entity", "polity", "place"))
ISSUE, ARTICLE, STRING, DATE = (Param("what", kind, "what") for kind in ("issue", "article", "string", "date"))
BASE = "https://parley.example/"


@pytest.mark.parametrize(
    ("param", "said", "meant"),
    [
        (ACTOR, "Liu He", LIU),
        (ACTOR, "liu he", LIU),
        (ACTOR, "  Liu \t He ", LIU),
        (ACTOR, "LIU HE", LIU),
        (ACTOR, "liU hE", LIU),
        (ACTOR, "Lighthizer", LIGHTHIZER),
        (ACTOR, "commerce ministry", MOFCOM),
        (ACTOR, "id:person/liu-he", LIU),
        (ACTOR, str(LIU), LIU),
        (ACTOR, "Beijing", CN),
        (ACTOR, "Washington", US),
        (ACTOR, "US", US),
        (ENTITY, "Beijing", CN),
        (ENTITY, "buenos aires", BUENOS_AIRES),
        (PLACE, "Beijing", BEIJING),
        (POLITY, "U.S.", US),
        (POLITY, "cn", CN),
        (POLITY, "Chinese", CN),
        (ACTOR, "Gao Feng", GAO),
        (ACTOR, "farm bureau", FARM),
    ],
)
def test_a_name_alias_code_curie_or_iri_means_its_entity(memory, param, said, meant):
    assert sparql_terms(memory, param, said) == [f"<{meant}>"]


@pytest.mark.parametrize(
    "said", ["enforcement", "Enforcement", "verification", "issue:enforcement", f"{BASE}issue/enforcement"]
)
def test_an_issue_is_meant_by_notation_label_alias_or_iri(memory, said):
    assert sparql_terms(memory, ISSUE, said) == [f"<{BASE}issue/enforcement>"]


def test_an_issue_means_what_lies_within_it_too(memory):
    assert sparql_terms(memory, ISSUE, "terms of trade") == [
        f"<{BASE}issue/{notation}>" for notation in ("trade-terms", "enforcement", "tariffs")
    ]


@pytest.mark.parametrize(
    ("said", "meant"), [(A, A), (B, B), ("001_b.txt", B), ("001_b", B), ("000_a", A), ("002_c", C)]
)
def test_an_article_is_meant_by_its_identifier_or_the_end_of_it(memory, said, meant):
    assert sparql_terms(memory, ARTICLE, said) == [f'"{meant}"']


def test_an_article_is_meant_by_its_iri(memory):
    (iri,) = {graph for graph in memory.graphs() if "002_c" in graph or "002-c" in graph}
    assert sparql_terms(memory, ARTICLE, iri) == [f'"{C}"']


@pytest.mark.parametrize(
    ("param", "said", "says"),
    [
        (ACTOR, "Gao", "Gao Feng <.*>; Gao Li <"),
        (ACTOR, "Lighthiser", "nearest are .*Lighthizer"),
        (ACTOR, "enforcement", "no actor"),
        (POLITY, "Liu He", "no polity"),
        (PLACE, "Buenos Ares", "nearest are Buenos Aires"),
        (ISSUE, "enforcment", "nearest are enforcement"),
        (ARTICLE, "000_b.txt", "nearest are"),
        (ARTICLE, f"{BASE}id/article/none", "no article"),
        (ACTOR, "https://a b", "no usable IRI"),
        (ACTOR, "id:x> } DROP ALL", "no usable IRI"),
        (ACTOR, "javascript:alert(1)", "no actor"),
        (DATE, "2019-02-31", "YYYY-MM-DD"),
        (DATE, "2019", "YYYY-MM-DD"),
        (DATE, "20190228", "YYYY-MM-DD"),
        (DATE, "2019-W02-1", "YYYY-MM-DD"),
        (DATE, "２０１９-01-01", "YYYY-MM-DD"),
        (STRING, "", "a text"),
        (STRING, " ", "a text"),
        (STRING, "a\0b", "a text"),
        (STRING, "\ud800", "a text"),
        (Param("mode", "choice", "mode", ("a", "b")), "c", "one of a, b"),
    ],
)
def test_what_means_nothing_or_several_is_an_error_that_helps(memory, param, said, says):
    with pytest.raises(QueryError, match=says) as caught:
        sparql_terms(memory, param, said)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_text_is_written_as_one_literal_that_reads_back(text):
    store = OxigraphStore.memory()
    assert list(store.query(f"SELECT ?x {{ VALUES ?x {{ {literal(text)} }} }}")) == [(text,)]


PAYLOADS = [
    '" } } #', "' } } #", '"} UNION { ?s ?p ?o } #', '\\" }', '\\\\" }', '"""', "'''", '"\n}', '"\r}',
    '" . ?s ?p ?o . "', "UNDEF", "?x", "$x", "} VALUES ?x { 1", "{ UNDEF }", '"@en', '"^^<urn:x>', "<urn:x>",
    "> <urn:x", "\\u0022 }", "\\U00000022", "%22", "# comment", "';DROP ALL;", '" FILTER(true) "', "\u2028}",
    "\u202e}", "\x01", "\x7f", "\x85", "\ufeff", "\ufffe", "\U0010ffff", "a" * 5000, "' OR '1'='1", "${x}", "{{x}}",
    "SERVICE <http://127.0.0.1:9/> {}", "%s", "{0}", "../../x", "\\", "\\\\",
]  # fmt: skip


@pytest.mark.parametrize("name", catalogue.names())
def test_no_payload_changes_what_is_asked(memory, name):
    question = catalogue.load(name)
    for param in question.params.values():
        for payload in PAYLOADS:
            assert answered(memory, question, param.name, payload) == []


def answered(store: OxigraphStore, question: catalogue.Query, param: str, payload: str) -> list[object]:
    """The rows; none where the payload is refused for what it is, before any SPARQL was written."""
    try:
        return list(ask(store, question, {param: [payload]}))
    except QueryError as error:
        if "parse" in str(error):
            raise
        return []


def test_terms_are_iris_of_their_own_type():
    assert isinstance(GAO, Term)
