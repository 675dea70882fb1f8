from __future__ import annotations

import re

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import iri
from kg.errors import UsageError

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ana Duarte", "ana-duarte"),
        ("Cecilia Malmström", "cecilia-malmstrom"),
        ("  Côte Ouest (West)  ", "cote-ouest-west"),
        ("U.S. Trade Representative", "u-s-trade-representative"),
        ("刘鹤", ""),
        ("--", ""),
    ],
)
def test_a_slug_is_ascii_words_joined_by_hyphens(text: str, slug: str) -> None:
    assert iri.slug(text) == slug


@given(ANY_TEXT)
def test_a_slug_is_always_one_or_nothing(text: str) -> None:
    assert iri.slug(text) == "" or SLUG.fullmatch(iri.slug(text))


@given(ANY_TEXT)
def test_every_minted_iri_is_ascii_and_one_that_rdf_takes(text: str) -> None:
    for minted in (iri.article(text), iri.entity("person", text), iri.record("statement", text, 1, None)):
        assert minted.isascii()
        assert iri.checked(minted) == minted
        assert pyoxigraph.NamedNode(minted).value == minted


@given(ANY_TEXT)
def test_the_same_input_makes_the_same_iri(text: str) -> None:
    assert iri.article(text) == iri.article(text)
    assert iri.entity("person", text) == iri.entity("person", text)
    assert iri.record("role", text) == iri.record("role", text)


@given(ANY_TEXT, ANY_TEXT)
def test_two_articles_never_share_an_iri(left: str, right: str) -> None:
    assert (iri.article(left) == iri.article(right)) is (left == right)


@pytest.mark.parametrize(
    ("left", "right"),
    [(("a", "b"), ("ab",)), (("a", "b"), ("b", "a")), ((1, 23), (12, 3)), (("", "a"), ("a", ""))],
)
def test_records_differ_where_their_parts_do(left: tuple[object, ...], right: tuple[object, ...]) -> None:
    assert iri.record("statement", *left) != iri.record("statement", *right)
    assert iri.record("statement", *left) != iri.record("role", *left)


@pytest.mark.parametrize(("left", "right"), [("刘鹤", "高峰"), ("Łukasz", "ukasz"), ("a" * 80, "a" * 79 + "b")])
def test_names_that_a_slug_cannot_tell_apart_have_iris_of_their_own(left: str, right: str) -> None:
    assert iri.entity("person", left) != iri.entity("person", right)


@pytest.mark.parametrize(
    "text",
    [
        "https://parley.example/id/person/ana",
        "http://example.org/ä?x=1#y",
        "urn:isbn:0451450523",
        "HTTPS://EXAMPLE.ORG/",
    ],
)
def test_an_absolute_iri_of_an_allowed_scheme_is_accepted(text: str) -> None:
    assert iri.checked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ana",
        "/id/ana",
        "//example.org/a",
        "http:",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "http://example.org/a b",
        "http://example.org/a\nb",
        "http://example.org/<a>",
        'http://example.org/"a"',
        "http://example.org/{a}",
        "http://example.org/a|b",
        "http://example.org/a\\b",
        "http://example.org/a^b",
        "http://example.org/`a`",
        "http://example.org/\x00",
        "http://example.org/\x7f",
        "http://example.org/\u202ea",
        "http://example.org/\u200ba",
        "http://example.org/\ud800",
        "http://example.org/\ufffe",
        " http://example.org/a",
        "http://example.org/a\n",
        "1http://example.org/a",
    ],
)
def test_a_bad_iri_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no usable IRI"):
        iri.checked(text)


@given(ANY_TEXT.map("http://example.org/{}".format))
def test_what_is_accepted_is_an_iri_for_the_store_too(text: str) -> None:
    try:
        accepted = iri.checked(text)
    except UsageError:
        return
    assert not set(accepted) & set('<>"{}|^`\\ \n\r\t')
    accepted.encode("utf-8")


@pytest.mark.parametrize(
    ("term", "kind", "key", "code"),
    [
        (iri.article("a.txt"), "article", None, None),
        (iri.polity("US"), "polity", "polity/US", "US"),
        (iri.entity("person", "Ana Duarte"), "person", "person/ana-duarte", None),
        (iri.record("statement", "a", 1), "statement", None, None),
        (iri.CURATED, "", iri.CURATED, None),
        (iri.issue("polity/US"), "", None, None),
        ("polity/US", "", "polity/US", None),
    ],
)
def test_an_iri_says_what_it_is_of(term: str, kind: str, key: str | None, code: str | None) -> None:
    assert (iri.kind_of(term), iri.code_of(term), iri.is_article(term)) == (kind, code, kind == "article")
    assert key in (None, iri.key_of(term))
