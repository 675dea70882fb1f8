from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.packs import Pack
from kg.resolve.names import family_name, institution_key, near_name, plain, same_person


@pytest.mark.parametrize(
    ("name", "words"),
    [("Cecilia Malmström", "cecilia malmstrom"), ("J.-P. Vik", "j p vik"), ("  Vik ", "vik"), ("刘鹤", "刘鹤")],
)
def test_a_plain_name_has_no_accents_punctuation_or_case(name: str, words: str) -> None:
    assert plain(name) == words


@given(st.text())
def test_a_plain_name_is_plain(name: str) -> None:
    assert plain(plain(name)) == plain(name)


@pytest.mark.parametrize(
    ("name", "polity", "family"),
    [
        ("Kari Vik", "NO", "vik"),
        ("Gao Lin", "CN", "gao"),
        ("Moon Jae-in", "KR", "moon"),
        ("Haruto Mori", "JP", "mori"),
        ("Gao", "CN", "gao"),
        ("", None, ""),
    ],
)
def test_the_family_name_stands_first_in_the_east(name: str, polity: str | None, family: str) -> None:
    assert family_name(name, polity) == family


@pytest.mark.parametrize(
    ("left", "right", "polity"),
    [
        ("Kari Vik", "Kari Vik", "NO"),
        ("Cecilia Malmstrom", "Cecilia Malmström", "SE"),
        ("Bob Hughes", "Robert Hughes", "US"),
        ("R. Hughes", "Robert Hughes", "US"),
        ("Robert J. Hughes", "Robert Hughes", "US"),
        ("Lin Gao", "Gao Lin", "CN"),
        ("Moon Jaein", "Moon Jae-in", "KR"),
    ],
)
def test_one_person_goes_by_these_names(left: str, right: str, polity: str, pack: Pack) -> None:
    assert same_person(left, right, polity, pack.people)
    assert same_person(right, left, polity, pack.people)


@pytest.mark.parametrize(
    ("left", "right", "polity"),
    [
        ("Richard Hughes", "Robert Hughes", "US"),
        ("Robert Hughes", "Robert Hale", "US"),
        ("Hughes", "Robert Hughes", "US"),
        ("Gao Lin", "Gao Min", "CN"),
        ("", "", None),
    ],
)
def test_two_people_go_by_these(left: str, right: str, polity: str | None, pack: Pack) -> None:
    assert not same_person(left, right, polity, pack.people)


@pytest.mark.parametrize(
    ("printed", "near"), [("Gao Lim", True), ("Gao Lin", False), ("Cao Lin", False), ("Gao", False)]
)
def test_a_slip_is_one_letter_of_a_full_name(printed: str, near: bool) -> None:
    assert near_name(printed, "Gao Lin") is near


def test_an_institution_is_known_in_either_order_of_its_words() -> None:
    words = frozenset({"china", "chinese"})
    keys = {
        institution_key(name, words)
        for name in ("China's Ministry of Commerce", "Chinese commerce ministry", "the Ministry of Commerce of China")
    }
    assert keys == {"commerce ministry"}
    assert institution_key("Chinese finance ministry", words) not in keys
