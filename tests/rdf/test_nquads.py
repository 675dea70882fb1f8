from __future__ import annotations

import re
from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.nquads import Lines, Value, node, text
from kg.vocab import XSD, Term

S, P, G = (Term(f"https://parley.example/id/{name}") for name in "spg")
ANY_TEXT = st.text(st.characters(codec=None))
# What no RDF/XML can hold: the C0 controls but tab and newlines, DEL, lone surrogates and the two non-characters.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def reparsed(data: bytes) -> list[ox.Quad]:
    return list(ox.parse(data, format=ox.RdfFormat.N_QUADS))


def one(value: Value) -> ox.Literal | ox.NamedNode:
    lines = Lines(G)
    lines.add(S, P, value)
    (quad,) = reparsed(lines.data())
    return quad.object


@given(ANY_TEXT)
def test_a_string_comes_back_as_it_was_but_for_what_no_format_can_hold(value: str) -> None:
    assert one(value) == ox.Literal(UNWRITABLE.sub("\ufffd", value))


@given(ANY_TEXT)
def test_a_label_comes_back_in_its_language(value: str) -> None:
    lines = Lines(G)
    lines.label(S, P, value)
    (quad,) = reparsed(lines.data())
    assert quad.object == ox.Literal(UNWRITABLE.sub("\ufffd", value), language="en")


@given(ANY_TEXT)
def test_a_literal_is_one_line(value: str) -> None:
    assert "\n" not in text(value)
    assert "\r" not in text(value)


@pytest.mark.parametrize(
    "value",
    [
        '"',
        "\\",
        '\\"',
        "a\nb",
        "a\r\nb",
        "a\tb",
        "\\n",
        "“‘’”",
        "\u202e",
        "\U0001f41f",
        "> <x> .",
        '" .\n<a> <b> <c> .',
        "\\u0041",
    ],
)
def test_quotes_backslashes_and_newlines_end_no_literal(value: str) -> None:
    assert one(value) == ox.Literal(value)


@pytest.mark.parametrize(
    ("value", "lexical", "datatype"),
    [
        (True, "true", XSD.boolean),
        (False, "false", XSD.boolean),
        (0, "0", XSD.integer),
        (-12, "-12", XSD.integer),
        (0.9, "0.9", XSD.decimal),
        (1.0, "1", XSD.decimal),
        (1e-7, "0.0000001", XSD.decimal),
        (date(2021, 6, 16), "2021-06-16", XSD.date),
    ],
)
def test_a_value_has_the_datatype_of_its_type(value: Value, lexical: str, datatype: Term) -> None:
    assert one(value) == ox.Literal(lexical, datatype=ox.NamedNode(datatype))


def test_a_term_is_an_iri_and_a_string_is_not() -> None:
    assert node(S) == f"<{S}>"
    assert node(str(S)) == f'"{S}"'


@given(st.lists(st.tuples(st.sampled_from([S, P, G]), st.sampled_from([S, P]), st.text(max_size=3) | st.integers())))
def test_the_lines_of_a_graph_are_sorted_without_repeats_whatever_their_order(
    quads: list[tuple[Term, Term, Value]],
) -> None:
    forwards, backwards = Lines(G), Lines(G)
    for quad in quads:
        forwards.add(*quad)
    for quad in [*reversed(quads), *quads]:
        backwards.add(*quad)
    assert forwards.data() == backwards.data()
    rows = forwards.data().decode().splitlines(keepends=True) if forwards.data().isascii() else None
    assert rows is None or rows == sorted(set(rows))


def test_an_absent_value_is_no_quad() -> None:
    lines = Lines(G)
    lines.add(S, P, None)
    assert lines.data() == b""
