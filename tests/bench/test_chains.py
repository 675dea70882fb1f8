"""The arithmetic of the chain measures, on cases that can be counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.chains import Agreement

CHAINS = st.dictionaries(st.integers(0, 9), st.sampled_from("abc"), min_size=1)
ENTITIES = st.dictionaries(st.integers(0, 9), st.sampled_from("xyz"))


def test_what_is_resolved_as_annotated_is_wholly_right() -> None:
    agreement = Agreement({0: "a", 1: "a", 2: "b"}, {0: "x", 1: "x", 2: "y"}, {})
    assert (agreement.linked(), agreement.whole()) == ({0, 1, 2}, {"a", "b"})
    assert agreement.b_cubed() == (3, 3, 3, 3)


def test_two_chains_in_one_entity_leave_the_shorter_without_links() -> None:
    agreement = Agreement({0: "a", 1: "a", 2: "b"}, {0: "x", 1: "x", 2: "x"}, {})
    assert (agreement.linked(), agreement.whole()) == ({0, 1}, {"a"})
    assert agreement.b_cubed() == pytest.approx((5 / 3, 3, 3, 3))


def test_a_chain_in_two_entities_keeps_the_links_of_one() -> None:
    agreement = Agreement({0: "a", 1: "a", 2: "a"}, {0: "x", 1: "x", 2: "y"}, {})
    assert agreement.linked() == {0, 1}
    assert agreement.b_cubed() == pytest.approx((3, 3, 5 / 3, 3))


def test_a_reference_without_an_entity_lowers_the_recall_and_a_stray_mention_the_precision() -> None:
    agreement = Agreement({0: "a", 1: "a"}, {0: "x"}, {"x": 1, "elsewhere": 5})
    assert agreement.b_cubed() == (0.5, 2, 0.5, 2)


@given(CHAINS, ENTITIES)
def test_links_and_b_cubed_never_exceed_what_there_is(chains: dict[int, str], entities: dict[int, str]) -> None:
    agreement = Agreement(chains, entities, {})
    precise, found, recalled, wanted = agreement.b_cubed()
    assert agreement.linked() <= chains.keys() & entities.keys()
    assert 0 <= precise <= found + 1e-9
    assert 0 <= recalled <= wanted + 1e-9
