"""The rules of queries/check find nothing in the sample; tests/test_check.py has a graph that breaks each."""

from __future__ import annotations

import pytest

from kg.check import rules
from kg.store.answer import Rows
from kg.store.oxigraph import OxigraphStore

G, KG = "https://parley.example/id/article/a", "https://parley.example/ns#"
RULES = {rule.name: rule for rule in rules()}


def found(rule: str, store: OxigraphStore) -> list[tuple[object, ...]]:
    answer = store.query(RULES[rule].text)
    assert isinstance(answer, Rows)
    return list(answer)


@pytest.mark.parametrize("rule", RULES)
def test_a_sound_graph_has_no_findings(rule, memory):
    assert found(rule, memory) == []


@pytest.mark.parametrize(
    "slot",
    "spokenBy via holder institution refersTo actor beneficiary attributedTo participant place imposer target".split(),
)
def test_whoever_an_article_points_at_has_a_label(slot):
    store = OxigraphStore.memory()
    store.replace_graphs({G: f"<urn:s> <{KG}{slot}> <urn:nobody> <{G}> .\n".encode()})
    assert len(found("entity-without-label", store)) == 1


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_in_words_what_must_be_so_and_is_tagged(rule):
    assert rule.tags[0] == "check"
    assert rule.summary[0].isupper()
    assert "?graph" in rule.text
