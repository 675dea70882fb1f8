"""Which names can be one person's or institution's by their letters, and by which rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.packs import Pack
from kg.resolve.spelling import bodies_alike, letters, persons_alike, shortened, skeleton


@pytest.mark.parametrize(
    ("left", "right", "polity", "rule"),
    [
        ("Paul O'Neill", "Paul O’Neill", "US", "same-letters"),
        ("Paul O'Neill", "Paul ONeill", None, "same-letters"),
        ("Paul O`Neill", "Paul Oʼneill", None, "same-letters"),
        ("Đorđe Łukasz Østergård", "Dorde Lukasz Ostergard", None, "same-letters"),
        ("Cecilia Malmström", "Cecilia Malmstrom", "SE", "same-letters"),
        ("Lars Løkke", "Lars Lokke", "DK", "same-letters"),
        ("Moon Jae-in", "Moon Jaein", "KR", "same-letters"),
        ("Steve Hale", "Steven Hale", "US", "given-name-form"),
        ("R. Hughes", "Robert Hughes", None, "given-name-form"),
        ("Robert J. Hughes", "Robert Hughes", None, "given-name-form"),
        ("Bob O’Neill", "Robert O'Neill", "US", "given-name-form"),
        ("Lin Gao", "Gao Lin", "CN", "given-name-form"),
        ("Ana Duarte", "Ana Duarde", "PT", "near-spelling"),
        ("Ana Duarte", "Ana Daurte", "PT", "near-spelling"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "UA", "near-spelling"),
        ("Mohammed Haddad", "Muhammad Haddad", None, "transliteration"),
        ("Aleksandr Petrov", "Alexander Petrov", "RU", "transliteration"),
        ("Ana Duarte", "Rui Duarte", "PT", None),
        ("Ana Duarte", "Ana Pereira", "PT", None),
        ("Li Wei", "Li Wen", "CN", None),
        ("John F. Hale", "John W. Hale", "US", None),
        ("John F. Hale", "John E. Hale", "US", None),
        ("Mohammad Mattisson", "Mohammad Yamamotoson", None, None),
    ],
)
def test_two_full_names_are_alike_by_this_rule_either_way_round(
    left: str, right: str, polity: str | None, rule: str | None, pack: Pack
) -> None:
    for one, other in ((left, right), (right, left)):
        found = persons_alike(one, other, polity, pack.people)
        assert (found and found.rule) == rule


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("Farmers' Union", "Farmers’ Union", "same-letters"),
        ("Ministry of Fisheries", "Ministry of Fisherie", "near-spelling"),
        ("Hale Motors", "Hale Motors Co. Ltd.", "legal-form"),
        ("Hale Bank", "Hale Rank", None),
        ("Ministry of Fisheries", "Ministry of Finance", None),
        ("Committee of 15 States", "Committee of 16 States", None),
    ],
)
def test_two_institutions_are_alike_by_this_rule_either_way_round(left: str, right: str, rule: str | None) -> None:
    for one, other in ((left, right), (right, left)):
        found = bodies_alike(one, other)
        assert (found and found.rule) == rule


@given(st.text("abcdefg", min_size=2, max_size=12), st.data())
def test_two_texts_one_letter_apart_share_a_shortened_form(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + data.draw(st.sampled_from(["", "x", text[at] + "y"])) + text[at + 1 :]
    assert set(shortened(text)) & set(shortened(changed))


@given(st.text())
def test_letters_have_no_words_and_a_skeleton_no_vowels(text: str) -> None:
    assert " " not in letters(text)
    assert not set(skeleton(text)) & set("aeiou")
