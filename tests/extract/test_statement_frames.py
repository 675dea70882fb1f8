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
