"""How names are matched with the annotation, on a corpus of one article."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from bench.meantime import Annotated, load
from bench.wikinews import Score, core, score_names
from kg.model import Evidence, Form, Kind, Mention, Span

SENTENCES = ("A minister visits Ghana", "May 1 , 2009", "Ada Mensah , the trade minister , met Acme Corp in Accra .")
MARKED = (
    ("PER", "A minister", 0, ""),
    ("LOC", "Ghana", 0, "NAM"),
    ("PER", "Ada Mensah", 2, "NAM"),
    ("PER", "Ada Mensah , the trade minister", 2, ""),
    ("ORG", "Acme Corp", 2, ""),
    ("LOC", "Accra", 2, "NAM"),
)


@pytest.fixture
def gold(tmp_path: Path) -> Annotated:
    """The one article of the corpus."""
    for folder in ("text", "annotations"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "7_visit.txt").write_text("\n".join(SENTENCES), "utf-8")
    tokens = [(i, word) for i, sentence in enumerate(SENTENCES) for word in sentence.split()]
    ids = count(1)
    marks, links = [], []
    for kind, name, sentence, syntax in MARKED:
        words = name.split()
        start = next(i for i, (n, _) in enumerate(tokens) if n == sentence and _words(tokens, i, len(words)) == words)
        anchors = "".join(f'<token_anchor t_id="{i}"/>' for i in range(start, start + len(words)))
        mark = next(ids)
        marks.append(f'<ENTITY_MENTION m_id="{mark}" syntactic_type="{syntax}">{anchors}</ENTITY_MENTION>')
        links.append(f'<REFERS_TO><source m_id="{mark}"/><target m_id="{_entity(kind, name)}"/></REFERS_TO>')
    entities = {_entity(kind, name): kind for kind, name, _, _ in MARKED}
    marks += [f'<ENTITY m_id="{key}" ent_type="{kind}"/>' for key, kind in entities.items()]
    marks.append('<TIMEX3 m_id="t" functionInDocument="CREATION_TIME" value="2009-05-01"/>')
    tagged = "".join(f'<token t_id="{i}" sentence="{n}">{word}</token>' for i, (n, word) in enumerate(tokens))
    document = (
        f"<Document>{tagged}<Markables>{''.join(marks)}</Markables><Relations>{''.join(links)}</Relations></Document>"
    )
    (tmp_path / "annotations" / "7_visit.xml").write_text(document, "utf-8")
    (only,) = load(tmp_path)
    return only


def _words(tokens: list[tuple[int, str]], start: int, length: int) -> list[str]:
    return [word for _, word in tokens[start : start + length]]


def _entity(kind: str, name: str) -> str:
    return "PER" if kind == "PER" else f"{kind}-{name}"


def mention(gold: Annotated, printed: str, kind: Kind, form: Form = "name") -> Mention:
    start = gold.article.text.index(printed)
    evidence = Evidence(article="7_visit.txt", start=start, end=start + len(printed), rule="told", confidence=1.0)
    return Mention(evidence=evidence, form=form, kind=kind, name=printed)


def figures(gold: Annotated, *mentions: Mention) -> dict[str, tuple[float, int, float, int]]:
    """Right and found, right and wanted by overlap, of each kind."""
    score = Score()
    score_names(score, gold, mentions)
    tallies = {kind: tally for (kind, how), tally in score.names.items() if how == "overlap"}
    return {kind: (t.right, t.found, t.right_wanted, t.wanted) for kind, t in tallies.items()}


def test_overlapping_mentions_of_a_chain_are_one_reference_and_a_noun_is_no_name(gold: Annotated) -> None:
    names = [[gold.article.text[slice(*span)] for span in r.spans] for r in gold.references if r.is_name]
    assert names == [["Ghana"], ["Ada Mensah", "Ada Mensah , the trade minister"], ["Acme Corp"], ["Accra"]]


def test_a_name_is_right_under_its_kind_only(gold: Annotated) -> None:
    told = figures(gold, mention(gold, "Ghana", "polity"), mention(gold, "Acme Corp", "person"))
    assert told == {"place": (1, 1, 1, 2), "person": (0, 1, 0, 1), "organisation": (0, 0, 0, 1)}


def test_a_part_of_a_name_is_right_by_overlap_and_not_exactly(gold: Annotated) -> None:
    score = Score()
    score_names(score, gold, [mention(gold, "Mensah", "person")])
    assert (score.names["person", "overlap"].right, score.names["person", "exact"].right) == (1, 0)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("the Acme Corp's", "Acme Corp"), ("Mr. Mensah", "Mensah"), ("`` New Acme ''", "New Acme"), ("A", "A")],
)
def test_what_stands_around_a_name_does_not_count(text: str, kept: str) -> None:
    start, end = core(text, Span(0, len(text)))
    assert text[start:end] == kept
