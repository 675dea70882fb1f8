"""Polities, institutions and groups: which words denote whom."""

from __future__ import annotations

import pytest

from kg.model import Mention
from tests.reading import ReadText


def of_kind(read_text: ReadText, text: str, kind: str) -> list[Mention]:
    return [m for m in read_text(text).mentions if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beijing accused Canberra of bad faith in the talks.", ["CN", "AU"]),
        ("The Kremlin was silent on the matter of gas.", ["RU"]),
        ("The Swiss left the room before the final vote.", ["CH"]),
        ("The Canadian delegation left the room before the vote.", ["CA"]),
        ("The Swedish government fell after a vote on fish.", ["SE"]),
        ("The EU and the United Kingdom put off the vote.", ["EU", "GB"]),
        ("Ivory Coast will reopen its border with Ghana soon.", ["CI", "GH"]),
    ],
)
def test_a_polity_is_known_by_name_capital_people_side_and_government(
    read_text: ReadText, text: str, expected: list[str]
) -> None:
    assert [m.polity for m in of_kind(read_text, text, "polity")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "French cheese is sold in every shop these days.",
        "The report was written in plain Swiss German.",
        "The turkey was served cold at the state dinner.",
    ],
)
def test_a_demonym_before_a_noun_and_a_common_noun_name_no_polity(read_text: ReadText, text: str) -> None:
    assert of_kind(read_text, text, "polity") == []


@pytest.mark.parametrize(
    ("text", "name", "polity", "subtype"),
    [
        ("Kenya's parliament voted on the bill again.", "Kenya's parliament", "KE", "legislature"),
        ("The US Congress voted on the bill again.", "US Congress", "US", "legislature"),
        ("The Czech ministry of agriculture was silent.", "Czech ministry of agriculture", "CZ", "ministry"),
        ("The Norwegian fisheries ministry was silent on it.", "Norwegian fisheries ministry", "NO", "ministry"),
        ("Iceland's central bank was silent on the loan.", "Iceland's central bank", "IS", "central-bank"),
        (
            "The World Trade Organization opened an inquiry today.",
            "World Trade Organization",
            None,
            "international-organisation",
        ),
    ],
)
def test_an_institution_is_known_by_grammar_or_by_name(
    read_text: ReadText, text: str, name: str, polity: str | None, subtype: str
) -> None:
    assert [(m.name, m.polity, m.subtype) for m in of_kind(read_text, text, "institution")] == [(name, polity, subtype)]


@pytest.mark.parametrize(
    ("text", "printed", "polity", "subtype"),
    [
        ("Both sides left the room before the vote.", "Both sides", None, None),
        ("Sources close to the talks were pessimistic on fish.", "Sources", None, "unnamed-source"),
        ("An EU diplomat was late for the summit again.", "An EU diplomat", "EU", None),
        ("Greek officials left the room before the vote.", "Greek officials", "GR", None),
        ("A Treasury official left the room before noon.", "A Treasury official", "US", None),
    ],
)
def test_people_without_a_name_are_a_group(
    read_text: ReadText, text: str, printed: str, polity: str | None, subtype: str | None
) -> None:
    (group,) = of_kind(read_text, text, "group")
    assert (text[slice(*group.evidence.span)], group.polity, group.subtype) == (printed, polity, subtype)


def test_a_title_alone_stands_for_its_holder(read_text: ReadText) -> None:
    (mention,) = of_kind(read_text, "The minister arrived late for the meeting on fish.", "person")
    assert (mention.form, mention.name) == ("title", "minister")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru said that it would sign and that its envoys would stay.", ["it", "its"]),
        ("The envoys left their papers when they were called out.", ["their", "they"]),
        ("Mr Tanaka took his hat and she took hers too.", ["his", "she", "hers"]),
    ],
)
def test_pronouns_that_may_denote_actors_are_mentions(read_text: ReadText, text: str, expected: list[str]) -> None:
    found = [m for m in read_text(text).mentions if m.form == "pronoun"]
    assert [text[slice(*m.evidence.span)] for m in found] == expected


@pytest.mark.parametrize(
    "text", ["It is likely that rain will fall before the weekend.", "It remains to be seen who pays for the bridge."]
)
def test_an_expletive_denotes_nobody(read_text: ReadText, text: str) -> None:
    assert read_text(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "name", "polity", "subtype"),
    [
        ("Ghana Airways cut its fares again after the talks on fuel.", "Ghana Airways", "GH", "company"),
        ("The Bank of Nauru raised its main rate again on Tuesday.", "Bank of Nauru", "NR", "institution"),
        ("Air France Flight 447 was late because of the snow.", "Air France", "FR", "institution"),
        ("General Motors Corporation cut its fares again on Friday.", "General Motors", "US", "company"),
    ],
)
def test_a_polity_in_an_organisations_name_is_a_part_of_it(
    read_text: ReadText, text: str, name: str, polity: str, subtype: str
) -> None:
    assert [(m.name, m.polity, m.subtype) for m in of_kind(read_text, text, "institution")] == [(name, polity, subtype)]
    assert of_kind(read_text, text, "polity") == []


def test_a_closing_word_of_a_company_belongs_to_its_name(read_text: ReadText) -> None:
    text = "General Motors Corporation cut its fares again on Friday."
    assert [text[slice(*m.evidence.span)] for m in of_kind(read_text, text, "institution")] == [
        "General Motors Corporation"
    ]


@pytest.mark.parametrize(
    "text",
    ["A Boeing 737 was late because of the snow.", "The Uruguay Round ended without a deal on farm trade."],
)
def test_a_product_or_a_round_of_talks_is_no_organisation(read_text: ReadText, text: str) -> None:
    assert read_text(text).mentions == ()


def test_a_company_goes_by_its_short_form_later(read_text: ReadText) -> None:
    text = "Cerro Holdings Ltd cut its fares. The unions said Cerro had lied to them."
    assert [m.name for m in of_kind(read_text, text, "institution")] == ["Cerro Holdings Ltd"] * 2


def test_letters_stand_for_what_the_article_says_they_do(read_text: ReadText) -> None:
    text = "The Western Timber Office (WTO) opened in May. The WTO sells wood."
    assert {m.name for m in of_kind(read_text, text, "institution")} == {"Western Timber Office"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met in Geneva and flew home at dawn.", ["Geneva"]),
        ("Investors in North America were silent about the vote.", ["North America"]),
        ("The ship was built in Toulouse and sailed home.", ["Toulouse"]),
    ],
)
def test_a_place_without_a_government_is_a_place(read_text: ReadText, text: str, expected: list[str]) -> None:
    assert [m.name for m in of_kind(read_text, text, "place")] == expected
    assert of_kind(read_text, text, "polity") == of_kind(read_text, text, "person") == []


def test_a_minister_of_a_country_in_a_headline_is_the_minister(read_text: ReadText) -> None:
    (mention,) = of_kind(read_text, "Ghana's trade minister tells shops to close", "person")
    assert (mention.form, mention.name, mention.polity) == ("title", "trade minister", "GH")
