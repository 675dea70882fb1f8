"""`kg explain`: every record answers where it stands, by which rule, who says so, and who is who in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.explain import explain as command
from kg.errors import QueryError
from kg.explain import CONTEXT, Explanation, explain, find
from kg.iri import article, record
from kg.store.oxigraph import OxigraphStore
from kg.vocab import KG, OA, RDF
from tests.sample import LIGHTHIZER, A, literal

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "articles"
KINDS = ("Statement", "Move", "Meeting", "Measure", "RoleHolding", "Mention", "TimeExpression", "LooseEnd")
OURS = record("statement", article(A), 200)


@pytest.fixture(scope="module")
def store(built) -> OxigraphStore:
    return OxigraphStore.open(built)


def of_class(store: OxigraphStore, kind: str) -> list[str]:
    """The records of a class that stand in articles."""
    text = f"SELECT DISTINCT ?r {{ GRAPH ?g {{ ?r a <{getattr(KG, kind)}> ; <{KG.reportedIn}>|<{OA.hasSource}> ?g }} }}"
    return sorted(str(row[0]) for row in store.query(f"{text} ORDER BY ?r"))


def run(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(command, [*args, "--store", str(folder)])


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_explained_with_its_passage_as_printed(store, kind):
    for iri in of_class(store, kind)[:40]:
        found = explain(store, iri)
        text = (SEEDS / found.article.identifier).read_text("utf-8")
        around = found.passage
        assert text[around.start : around.end] == around.text
        assert around.before.removeprefix("... ") + around.text + around.after.removesuffix(" ...") in text
        assert len(around.before) <= CONTEXT + 4
        assert around.rule
        assert 0 <= around.confidence <= 1
        assert {mention.iri for mention in found.mentions} >= ({iri} if kind == "Mention" else set())


def test_a_mention_in_the_passage_says_what_it_was_resolved_to_by_which_rule(memory):
    found = explain(memory, record("mention", article(A), 120))
    (they,) = found.mentions
    assert (they.printed, they.form, they.rule, they.confidence) == ("they", "pronoun", "proper-noun", 0.75)
    assert [(one.name, one.kind) for one in they.entities] == [("Gao Feng", "person"), ("Liu He", "person")]


def test_a_mention_that_was_left_unresolved_has_no_entities(memory):
    mentions = explain(memory, record("mention", article(A), 140)).mentions
    assert [mention.entities for mention in mentions if mention.printed == "the official"] == [()]


def test_the_chain_goes_from_the_innermost_voice_to_the_publisher(memory):
    found = explain(memory, OURS)
    assert [(link.role, link.name) for link in found.chain] == [
        ("speaker", "Robert Lighthizer"), ("via", "US officials"), ("agency", "AFP"), ("publisher", "AFP")
    ]  # fmt: skip
    assert found.chain[0].iri == LIGHTHIZER


def test_a_statement_without_speaker_says_that_it_is_unresolved(memory):
    found = explain(memory, record("statement", article(A), 300))
    assert found.chain[0].name == "unresolved"


def test_the_article_is_told_with_title_publisher_and_date(memory):
    told = explain(memory, OURS).article
    assert (told.identifier, told.publisher, told.issued) == (A, "AFP", "2019-01-10")
    assert told.title == 'Talks, and "progress"'


def test_slots_are_the_properties_with_the_names_of_things(memory):
    slots = {(slot.property, slot.label or slot.value) for slot in explain(memory, OURS).slots}
    assert {("spokenBy", "Robert Lighthizer"), ("isAbout", "enforcement"), ("cue", "said")} <= slots
    assert not {name for name, _ in slots} & {"type", "reportedIn", "hasEvidence", "start", "rule"}


def test_a_store_without_texts_shows_what_the_quotation_says_stands_around_it(memory):
    passage = explain(memory, OURS).passage
    assert (passage.before, passage.text, passage.after) == ("before ", "“we need verification”", " after")


def test_a_move_is_called_by_its_kind(memory):
    kinds = {explain(memory, iri).kind for iri in of_class(memory, "Move")}
    assert {"pledge", "agreement", "threat"} <= kinds
    assert not kinds & {"move", "commitment"}


def test_a_record_is_found_by_its_iri_a_curie_its_last_part_a_prefix_of_that_and_its_evidence(store):
    for iri in of_class(store, "Statement")[:3]:
        key = iri.rpartition("/")[2]
        evidence = next(iter(store.query(f"SELECT ?e {{ GRAPH ?g {{ <{iri}> <{KG.hasEvidence}> ?e }} }}")))[0]
        for given in (iri, f"id:statement/{key}", key, key[:6], f" {key} ", str(evidence)):
            assert find(store, given) == iri


@pytest.mark.parametrize("given", ["", "12345", "id:", "lighthizer", "206924G", "ABCDEF", "0" * 17])
def test_what_is_no_record_is_refused_with_what_to_give(memory, given):
    with pytest.raises(QueryError, match="no record: give its IRI, or 6 or more") as caught:
        explain(memory, given)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("given", ["0000000000", str(LIGHTHIZER), "urn:x:nothing", "id:x"])
def test_a_record_that_is_not_there_is_an_error(memory, given):
    with pytest.raises(QueryError, match="no statement, commitment"):
        explain(memory, given)


def test_a_broken_iri_is_an_error(memory):
    with pytest.raises(QueryError, match="usable IRI"):
        explain(memory, "https://a b")


def test_a_prefix_of_several_records_lists_them():
    graph = article(A)
    twins = [f"https://parley.example/id/{kind}/abcdef01" for kind in ("mention", "date")]
    lines = [
        f"<{iri}> <{predicate}> {literal(value)} <{graph}> .\n"
        for iri, kind in zip(twins, (KG.Mention, KG.TimeExpression), strict=True)
        for predicate, value in ((RDF.type, kind), (OA.hasSource, graph))
    ]
    ambiguous = OxigraphStore.memory()
    ambiguous.replace_graphs({graph: "".join(sorted(lines)).encode()})
    with pytest.raises(QueryError, match="may be 2 records") as caught:
        find(ambiguous, "abcdef")
    assert all(iri in str(caught.value) for iri in twins)


def test_plain_text_marks_the_words_and_names_rule_article_and_chain(folder):
    result = run(folder, str(OURS))
    assert result.exit_code == 0
    assert "before >>>“we need verification”<<< after" in result.output
    for words in ("by said-that (0.9)", A, "Robert Lighthizer (speaker) < US officials (via)", "spoken by"):
        assert words in result.output
    assert "\x1b" not in result.output


def test_json_holds_the_whole_explanation(folder):
    told = json.loads(run(folder, str(OURS), "--format", "json").output)
    assert told.keys() == set(Explanation.__dataclass_fields__)
    assert told["passage"]["rule"] == "said-that"
    assert told["chain"][0]["iri"] == LIGHTHIZER


def test_a_server_explains_too(server, memory):
    from kg.load import load
    from kg.store.endpoint import Endpoint

    with Endpoint(server, profile="oxigraph") as endpoint:
        list(load(memory, endpoint))
    with Endpoint(f"{server}/query") as there:
        assert explain(there, OURS) == explain(memory, OURS)
