"""The graphs of who is who, by rules and by people, and of articles that repeat one another."""

from __future__ import annotations

from datetime import date

from kg import iri
from kg.model import IdentityJudgement
from kg.rdf import identity_quads, judgement_quads

ANA = iri.entity("person", "Ana Duarte")
MERGE = IdentityJudgement(
    left="person/ana-duarte", right="person/ana-duarde", left_name="Ana Duarte", right_name="Ana Duarde",
    verdict="same", entities=(ANA,), rule="near-spelling", score=0.97,
)  # fmt: skip
SAID = IdentityJudgement(
    left="person/ana-duarte", right="person/rui-duarte", left_name="Ana Duarte", right_name="Rui Duarte",
    verdict="different", entities=(ANA,), who="an editor", when=date(2026, 11, 22),
)  # fmt: skip


def lines(data: bytes) -> set[tuple[str, str]]:
    """Last part of the property, and the value, of every quad."""
    rows = (line.split(" ", 2) for line in data.decode().splitlines())
    return {(p.rpartition("/")[2].rpartition("#")[2].rstrip(">"), rest.rpartition(" <")[0]) for _, p, rest in rows}


def test_a_merge_is_a_judgement_with_rule_and_score() -> None:
    found = lines(identity_quads([MERGE], {}))
    assert {p for p, _ in found} == {"type", "left", "right", "leftName", "rightName", "verdict", "concerns", "rule",
                                     "score"}  # fmt: skip
    assert ("concerns", f"<{ANA}>") in found
    assert ("verdict", "<https://parley.example/ns#same>") in found


def test_a_persons_judgement_has_who_and_when_instead() -> None:
    found = lines(judgement_quads([SAID]))
    assert ("judgedBy", '"an editor"') in found
    assert {"rule", "score", "note"}.isdisjoint({p for p, _ in found})


def test_an_article_repeats_another_in_the_graph_of_identity() -> None:
    (line,) = identity_quads([], {"b.txt": "a.txt"}).decode().splitlines()
    assert (
        line
        == f"<{iri.article('b.txt')}> <https://parley.example/ns#repeats> <{iri.article('a.txt')}> <{iri.IDENTITY}> ."
    )


def test_the_same_judgements_are_the_same_bytes_in_any_order() -> None:
    assert identity_quads([MERGE, SAID], {}) == identity_quads([SAID, MERGE], {})
    assert judgement_quads([]) == b""
