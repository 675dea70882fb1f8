"""Speech that no verb of saying reports alone: nouns, idioms, feelings, silences, passives and inversions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading import ReadText

WEDNESDAY = date(2021, 6, 16)


@pytest.mark.parametrize(
    ("text", "who", "what", "polarity"),
    [
        ("Paris has come round to the view that the budget is sound.", "France", "the budget is sound", "asserted"),
        (
            "There is a growing conviction in Ankara that the talks will fail.",
            "Turkey", "the talks will fail", "asserted",
        ),
        ("The official position in Delhi remains that the map is wrong.", "India", "the map is wrong", "asserted"),
        ("The consensus among traders is that the quota will go.", "traders", "the quota will go", "asserted"),
        (
            "Word came from Tehran that the inspectors would be admitted.",
            "Iran", "the inspectors would be admitted", "asserted",
        ),
        (
            "Mr Grau's warning, in a letter leaked to the press, that the bridge might fall was ignored.",
            "Grau", "the bridge might fall", "asserted",
        ),
        ("Mr Eide expressed the hope that Iceland would sign.", "Eide", "Iceland would sign", "hoped"),
        (
            'For Washington, the accord is "dead in the water".',
            "United States", 'the accord is "dead in the water', "asserted",
        ),
        (
            'The draft "goes too far", in the opinion of Nils Aas, who runs a guild.',
            "Nils Aas", 'The draft "goes too far', "asserted",
        ),
        (
            "To hear the Argentines tell it, the bondholders have won.",
            "Argentines", "the bondholders have won", "asserted",
        ),
        (
            "As the French see it, the treaty leaves their hands free.",
            "France", "the treaty leaves their hands free", "asserted",
        ),
        (
            'As Ms Adeyemi put it, "nobody signs in a burning house".',
            "Adeyemi", "nobody signs in a burning house", "asserted",
        ),
        (
            '"If they want war they can have it" - Milan Babic, rebel leader, on the ultimatum.',
            "Milan Babic", "If they want war they can have it", "asserted",
        ),
        (
            "Mr Okello took issue with the notion that the loan had strings.",
            "Okello", "the notion that the loan had strings", "rejected",
        ),
        (
            "Colombia hit back at claims that its planes had strayed.",
            "Colombia", "claims that its planes had strayed", "rejected",
        ),
        ("Mr Tan made light of the rift.", "Tan", "the rift", "denied"),
        ("Ms Kent was at pains to stress that no vote had been taken.", "Kent", "no vote had been taken", "asserted"),
        ("Mr Hale was obliged to concede that he had lost.", "Hale", "he had lost", "asserted"),
        (
            "The offer was described by Ivo Matic, the Croatian negotiator, as derisory.",
            "Ivo Matic", "as derisory", "asserted",
        ),
        (
            "Ms Duarte has been accused by bankers of selling the harbour.",
            "bankers", "of selling the harbour", "asserted",
        ),
        ("Mr Mbeki pronounced the talks a success.", "Mbeki", "the talks a success", "asserted"),
        ("Cuba professed itself ready to talk.", "Cuba", "itself ready to talk", "asserted"),
        (
            "Danish fishermen fear losing half of their catch.",
            "Danish fishermen", "losing half of their catch", "asserted",
        ),
        ("Spain is worried about being left out of the core.", "Spain", "being left out of the core", "asserted"),
        ("Norway saw little reason to sign.", "Norway", "little reason to sign", "asserted"),
        (
            "The price, the Chinese delegation calculated, would double.",
            "Chinese delegation", "The price, the Chinese delegation calculated, would double", "asserted",
        ),
        (
            "Oil rose after Iveta Balode, the Latvian premier, hinted that the embargo might end.",
            "Iveta Balode", "the embargo might end", "asserted",
        ),
        ("Peking has let Tokyo know that the visit is off.", "China", "the visit is off", "asserted"),
    ],
)  # fmt: skip
def test_speech_has_many_frames(read_text: ReadText, text: str, who: str, what: str, polarity: str) -> None:
    found = read_text(text, WEDNESDAY).statements
    told = [([m.name for m in s.speakers], s.content.strip('"“” ,.'), s.polarity) for s in found]
    assert ([who], what, polarity) in told


def test_another_voice_behind_while_ends_the_first(read_text: ReadText) -> None:
    text = 'Annika Lofgren said she was "hopeful", while her Danish counterpart, Bo Friis, spoke of "a wasted year".'
    first, second = read_text(text, WEDNESDAY).statements
    assert (first.content.strip(", "), [m.name for m in second.speakers]) == ('she was "hopeful"', ["Bo Friis"])


@pytest.mark.parametrize(
    "text",
    [
        "Zimbabwe's government has yet to comment on the ruling.",
        "The Bank of England kept silent on the report.",
        "Officials were tight-lipped about the swap.",
        "Mr Keane would neither confirm nor deny that he had met the kidnappers.",
    ],
)
def test_silence_is_kept_in_many_ways(read_text: ReadText, text: str) -> None:
    assert [s.mode for s in read_text(text, WEDNESDAY).statements] == ["no-comment"]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels hit back at the army with rockets.",
        "The crew poured water on the deck.",
        "The club, which fell in May, demanded a new ground.",
        "Mr Adler was quick to leave the hall.",
        "The harbour was quiet on Sunday.",
        "Police found the man dead in the forest.",
        "The promise that it could keep was the cheapest.",
        "The envoy saw the ships in the harbour.",
        "For Peru, the match was over after an hour.",
        "He was forced by the storm to stay in Oslo.",
    ],
)
def test_a_like_frame_without_words_is_no_statement(read_text: ReadText, text: str) -> None:
    assert read_text(text, WEDNESDAY).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway proposed that the quota be cut by a third.",
        "The commission had recommended last year that the duty be lifted.",
        "Peru and Chile agreed that the border should be reopened.",
        "The tribunal ordered that the ship be released.",
        "The lenders agreed yesterday to cancel half of the $3 billion that Peru owes them.",
        "Peru promised to look again at a contract that the junta tore up.",
        "Chad has promised to hold its output provided that Niger does likewise.",
        "Under WTO rules the sides have 60 days to come to terms.",
        "The minister insists on bringing the price down now that the debt has been repaid.",
        "The crew stormed the bridge, speaking of the weather.",
    ],
)
def test_a_move_a_condition_and_a_rule_are_no_statement(read_text: ReadText, text: str) -> None:
    assert read_text(text).statements == ()


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        # a source behind a report is a link of its chain, and no second statement
        ('"It is late," the envoy told ministers, according to a delegate.', "envoy", '"It is late,"'),
        ("Oslo, according to one diplomat, has warned that it may leave.", "Norway", "it may leave"),
        ("Wu Lan, the envoy, regretted the step, according to Xinhua.", "Wu Lan", "the step"),
        (
            "According to Western sources Mr. Berg did not sign the note.",
            "Western sources",
            "Mr. Berg did not sign the note",
        ),
        # who speaks, behind the verb
        (
            '"It was no talk between equals," lamented one member of the team.',
            "member",
            '"It was no talk between equals,"',
        ),
        (
            "Peru refused to go lower, said two delegates who were there; its envoy left.",
            "delegates",
            "Peru refused to go lower",
        ),
        # a participle between the subject and its verb
        ("Peru will sign, people briefed on the talks said on Friday.", "people", "Peru will sign"),
        ('An aide to the envoy, asked whether it was late, said: "It is."', "aide", '"It is."'),
        # words on both sides of speaker and verb
        (
            "There were, however, they acknowledged, no buyers left.",
            "they",
            "There were, however, they acknowledged, no buyers left",
        ),
        (
            "The board would not be hurried, he observed, least of all by a clock.",
            "he",
            "The board would not be hurried, he observed, least of all by a clock",
        ),
        (
            "General Brun, his spokesman told the press in Lima, considers the pact dead.",
            "spokesman",
            "General Brun, his spokesman told the press in Lima, considers the pact dead",
        ),
        (
            '"Forty million euros," he said of the offer, "is an insult we would rather not bank."',
            "he",
            '"Forty million euros," he said of the offer, "is an insult we would rather not bank."',
        ),
        (
            '"We have", Murphy said, "come a long way since May."',
            "Murphy",
            '"We have", Murphy said, "come a long way since May."',
        ),
        # a time or a place between verb and object, or behind it
        (
            'The Tea Buyers deplored on Friday "a plot against the housewife".',
            "Tea Buyers",
            '"a plot against the housewife"',
        ),
        ("Lord Hale predicted agreement within a week.", "Hale", "agreement within a week"),
        ("Ivan Novik, the chairman, rejected the charge in a telex from Moscow.", "Ivan Novik", "the charge"),
        # where the words end
        (
            "Mr Sato told the committee that he had a date, though he did not propose to reveal it.",
            "Sato",
            "he had a date",
        ),
        (
            "The minister, Adel Mahdi, noting that debts are owed, appealed to Kuwait for help.",
            "Adel Mahdi",
            "debts are owed",
        ),
        (
            'Ivan Novik derided the plan as "five for one and call it a bargain".',
            "Ivan Novik",
            'the plan as "five for one and call it a bargain"',
        ),
        # frames of the same kind
        ("Hans Brandt, the minister, defended it as bearable.", "Hans Brandt", "it as bearable"),
        ("Mr Ito undertook that those sent home would not be harmed.", "Ito", "those sent home would not be harmed"),
        ("China let it be understood that it could live with 2024.", "China", "it could live with 2024"),
        ("The insurers let it be known that they felt let down.", "insurers", "they felt let down"),
        (
            "Ivan Novik repeated his aim of doing without imports by 2012.",
            "Ivan Novik",
            "his aim of doing without imports by 2012",
        ),
    ],
)
def test_speech_is_told_around_the_verb(read_text: ReadText, text: str, who: str, what: str) -> None:
    (statement,) = read_text(text).statements
    assert statement.content == what
    assert [mention.name for mention in statement.speakers] == [who]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Mr Haddad disclosed that talks would be resumed; should they fail, the line could expect no more.",
            "should they fail, the line could expect no more",
        ),
        (
            "The minister said Norway had yielded nothing; but the gunboats would cut no more nets.",
            "the gunboats would cut no more nets",
        ),
        ("Peru would not sign, the envoy said; it would wait for the election.", "it would wait for the election"),
        ("The envoy said Peru had signed; Chile signed a day later.", None),
        ("The envoy said Peru had signed; the pact runs to 2030.", None),
        ("The envoy said Peru had signed; Chile said it would follow.", "it would follow"),
    ],
)
def test_a_clause_in_the_tense_of_speech_goes_on_behind_a_semicolon(
    read_text: ReadText, text: str, what: str | None
) -> None:
    _, *rest = read_text(text).statements
    assert [s.content for s in rest] == ([what] if what else [])


def test_a_quotation_of_two_clauses_is_two_statements(read_text: ReadText) -> None:
    text = '"Stop the posturing, Mick," the minister fumed on television, "and let your people decide."'
    assert len(read_text(text).statements) == 2


def test_a_statement_told_again_is_its_issuers(read_text: ReadText) -> None:
    text = "A Foreign Ministry statement called it unfair. Unless it changed, the statement added, ships would wait."
    assert [[m.name for m in s.speakers] for s in read_text(text).statements] == [["Foreign Ministry"]] * 2
