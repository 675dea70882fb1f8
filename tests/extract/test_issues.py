"""The issue lexicon: what each entry's own examples say when the real model reads them."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from spacy.language import Language

from kg.extract.issue_index import IssueIndex
from kg.extract.lexicon import Lexicon
from kg.extract.topics import agenda, issues_of
from kg.nlp import load_model
from kg.packs import Pack
from tests.reading import ParseText, ReadText

JOINERS = frozenset({"-", "–", '"', "“", "”", "'", "’", ","})


@cache
def model() -> Language:
    return load_model()


@cache
def lexicon() -> Lexicon:
    return Lexicon(Pack(), model())


def issues_in(sentence: str) -> list[str]:
    """The issues that the lexicon finds in the lemmas of a sentence."""
    lemmas = [token.lemma_.lower() for token in model()(sentence) if token.text not in JOINERS]
    return list(lexicon().issues.find(lemmas))


def test_a_phrase_belongs_to_one_issue_and_stands_there_once() -> None:
    phrases = [phrase for entry in Pack().issues for phrase in entry.phrases]
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []


def test_the_narrower_issue_covers_the_words_of_the_broader_one() -> None:
    assert issues_in("They agreed on steel tariffs.") == ["steel-aluminium-tariffs"]
    assert issues_in("They agreed on tariffs.") == ["tariffs"]


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("These are good jobs.", "job-cuts"),
        ("A strike is not the outcome we hoped for.", "strikes"),
        ("The dollar's slide below 145 yen was not wanted.", "currency"),
        ("They could not give ground on banking and insurance.", "services-trade"),
        ("France is not ready to ratify.", "ratification"),
        ("It will deliver 31 million doses by March.", "vaccines"),
        ("The nurses insist on pay parity.", "wages"),
        ("They quarrelled over coffee quotas.", "coffee"),
        ("Brazil would swap half its bank debt for bonds.", "debt-relief"),
        ("Countries with large surpluses must act.", "trade-balance"),
    ],
)
def test_the_ordinary_words_of_a_topic_lead_to_it(sentence: str, issue: str) -> None:
    assert issue in issues_in(sentence)


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("Both hostages were freed on Friday.", "hostages"),
        ("They are still ten dollars apart on price.", "prices"),
        ("Norway has offered to mediate.", "mediation"),
        ("The parties will share power in a cabinet of forty.", "power-sharing"),
        ("The board will not close the emergency department.", "hospitals"),
        ("He will take the ministry to court.", "legal-action"),
        ("Two frigates were sent to protect the trawlers.", "naval-forces"),
        ("Talks with the International Monetary Fund have stalled.", "imf-programme"),
        ("They will not discuss the islands without sovereignty.", "sovereignty"),
    ],
)
def test_matters_of_every_kind_of_negotiation_have_an_issue(sentence: str, issue: str) -> None:
    assert issue in issues_in(sentence)


def test_a_phrase_hides_its_own_words_and_not_those_in_its_gap() -> None:
    index = IssueIndex([("exports", ("cut ~ export",)), ("cuts", ("cut",)), ("beef", ("beef",))])
    assert list(index.find("they cut beef export".split())) == ["exports", "beef"]
    assert list(index.find("they cut beef".split())) == ["cuts", "beef"]


COD = "Norway met Iceland on fishing. The stock of cod is small. The trawlers wait in the harbour of Bergen."


@pytest.mark.parametrize(
    ("said", "issues"),
    [
        ('"That is far too little," said Ana Holm, the minister.', ("fisheries",)),
        ('"You did not keep your promise," said Ana Holm, the minister.', ("enforcement", "fisheries")),
        ('"Tariffs on steel will stay," said Ana Holm, the minister.', ("steel-aluminium-tariffs",)),
    ],
)
def test_what_names_no_issue_or_only_a_manner_is_about_the_topic_of_the_article(
    read_text: ReadText, said: str, issues: tuple[str, ...]
) -> None:
    (statement,) = read_text(COD + "\n\n" + said).statements
    assert set(issues) <= set(statement.issues)
    assert ("fisheries" in statement.issues) == ("fisheries" in issues)


OIL = "OPEC met on oil output. The tariffs on steel were not on the table. "


@pytest.mark.parametrize(
    ("said", "issues"),
    [
        ("Two million barrels are too much", {"oil-production"}),
        ("A million boats are too much", set()),
        ("Half of it is hidden in the pipes", set()),
    ],
)
def test_a_hint_means_the_issue_only_where_the_article_names_it(
    read_text: ReadText, said: str, issues: set[str]
) -> None:
    (statement,) = read_text(f'{OIL}"{said}," said Ana Holm, the minister.').statements
    assert set(statement.issues) == issues


@pytest.mark.parametrize(
    ("told", "said", "issues"),
    [
        ("The pay talks go on. The pay is low. ", "Without better pay there is no wheat", {"wages"}),
        ("The pay talks go on. The pay is low. ", "The trawlers of her father may fish", {"fisheries"}),
        ("The sun shone. ", "Without better pay there is no wheat", {"wages", "grain"}),
        ("The pay talks go on. The pay is low. ", "The pension is far too small", {"pensions"}),
        ("The trawlers wait. The pay is low. The pay is bad. ", "The trawler is idle", {"fisheries"}),
    ],
)
def test_what_one_word_mentions_once_in_an_article_on_something_else_is_no_issue_of_a_statement(
    read_text: ReadText, told: str, said: str, issues: set[str]
) -> None:
    (statement,) = read_text(f'{told}"{said}," said Ana Holm, the minister.').statements
    assert set(statement.issues) == issues


@pytest.mark.parametrize(("times", "issues"), [(1, {"grain"}), (4, {"grain", "oil-production"})])
def test_a_hint_at_a_far_weightier_issue_stands_beside_the_one_that_is_named(
    read_text: ReadText, times: int, issues: set[str]
) -> None:
    told = "OPEC met on oil output. " * times
    (statement,) = read_text(f'{told}"Without a barrel there is no grain," said Ana Holm, the minister.').statements
    assert set(statement.issues) == issues


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Energy Minister Ana Holm will stay at home.", False),
        ("The Ministry of Energy and Industry will wait.", False),
        ("The minister spoke of energy.", True),
    ],
)
def test_what_an_office_is_for_is_no_issue(parse_text: ParseText, sentence: str, about: bool) -> None:
    text = parse_text(sentence)
    assert ("energy" in issues_of(text, 0, len(text.words))) is about


def test_power_sharing_and_a_cease_fire_are_read_by_their_parts(parse_text: ParseText) -> None:
    text = parse_text("The two sides agreed on a cease-fire and on power-sharing.")
    assert {"ceasefire", "power-sharing"} <= set(issues_of(text, 0, len(text.words)))


def test_an_article_of_many_issues_has_no_topic(parse_text: ParseText) -> None:
    text = "They spoke of tariffs. Then of fishing. Then of hostages. Then of vaccines."
    assert agenda(parse_text(text)).topic is None


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ('"That is far too little," said Ana Holm, the minister.', True),
        ("Ana Holm, the minister, declined to comment.", False),
        ("Ana Holm, the minister, accused Peru of arrogance.", False),
        ('Ana Holm, the minister, left at noon.\n\n"It rains a lot here."', False),
    ],
)
def test_a_silence_blame_or_a_quotation_that_stands_alone_is_not_about_the_topic(
    read_text: ReadText, said: str, about: bool
) -> None:
    statements = read_text(COD + "\n\n" + said).statements
    assert all(("fisheries" in statement.issues) is about for statement in statements)


def test_a_topic_that_shares_its_article_holds_near_where_it_is_named_only(parse_text: ParseText) -> None:
    cod = "The fishermen want more cod. " * 5
    tariffs = "The tariffs stay. " * 3
    topic = agenda(parse_text(cod + "It was noon. They sat down for lunch. " + tariffs)).topic
    assert topic is not None
    assert topic.issue == "fisheries"
    assert [topic.holds(sentence) for sentence in (4, 6, 7)] == [True, True, False]
    alone = agenda(parse_text(cod + "It was noon. They sat down. He ate. She did not. The tariffs stay.")).topic
    assert alone is not None
    assert alone.holds(9)


@pytest.mark.parametrize(
    ("said", "issues"),
    [
        ('"We must settle these issues," said Ana Holm, the minister.', {"tariffs"}),
        ('"These people are tired," said Ana Holm, the minister.', set()),
        ('"It is a good day," said Ana Holm, the minister.', set()),
    ],
)
def test_these_issues_are_those_of_the_sentence_before(read_text: ReadText, said: str, issues: set[str]) -> None:
    (statement,) = read_text("The ministers met for a day. Tariffs are still open. " + said).statements
    assert set(statement.issues) == issues


def test_a_content_has_the_first_three_of_its_issues(read_text: ReadText) -> None:
    said = '"We spoke of tariffs, of fishing, of hostages and of vaccines," said Ana Holm, the minister.'
    (statement,) = read_text(said).statements
    assert statement.issues == ("tariffs", "fisheries", "hostages")


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("The parties will form a government by June.", "coalition"),
        ("Japan will limit its shipments of cars to voluntary quotas.", "export-restraint"),
        ("They want better working conditions in the mines.", "working-conditions"),
        ("The clubs will share the revenue with the players.", "revenue-sharing"),
        ("The judges struck down the mass surveillance of citizens.", "privacy"),
        ("The offer was worth 31 euros a share.", "mergers"),
        ("The last soldiers will go home in June.", "withdrawal"),
        ("Soviet troops will be withdrawn from the province.", "withdrawal"),
        ("Senators will vote against the treaty.", "ratification"),
        ("They want an extra 40p an hour.", "wages"),
    ],
)
def test_what_is_said_of_a_matter_leads_to_it_too(sentence: str, issue: str) -> None:
    assert issue in issues_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bus waited at the corner of the street.",
        "The police closed the road for an hour.",
        "A poor student met the bishop.",
        "The firm was shipping shirts to Rome by noon.",
    ],
)
def test_what_only_stands_in_the_background_is_no_issue(sentence: str) -> None:
    assert not {"road-transport", "police", "universities", "religion", "shipping", "wages"} & set(issues_in(sentence))
