from __future__ import annotations

import pytest

from tests.reading import ReadText


def people(read_text: ReadText, text: str) -> list[tuple[str, str | None]]:
    """Names of people, with the title that the phrase gives them."""
    return [(m.name, m.title) for m in read_text(text).mentions if m.kind == "person" and m.form == "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Tanaka arrived late for the meeting on fish.", [("Tanaka", None)]),
        ("Prof. Maria Keller arrived late for the meeting.", [("Maria Keller", None)]),
        ("Mrs Anand and Mr Castellanos shook hands at the gate.", [("Anand", None), ("Castellanos", None)]),
        ("Danish Finance Minister Mette Krog flew to Nuuk.", [("Mette Krog", "Finance Minister")]),
        ("Former Trade Minister Ingrid Solberg flew to Oslo.", [("Ingrid Solberg", "Trade Minister")]),
        ("Vice-Premier Zhang Min will lead the delegation.", [("Zhang Min", "Vice-Premier")]),
        ("Secretary of State Carla Hughes left the room early.", [("Carla Hughes", "Secretary of State")]),
        ("Liu He is then scheduled to travel to the capital.", [("Liu He", None)]),
        ("Chief Financial Officer Mary Keller left early.", [("Mary Keller", "Chief Financial Officer")]),
        ("Putin spoke first in the debate on gas.", [("Putin", None)]),
        ("Norway's Erik Lund spoke first in the debate.", [("Erik Lund", None)]),
        ("Ghana's foreign minister, Kwame Boateng, flew to Accra.", [("Kwame Boateng", None)]),
        ("Kwame Boateng, the foreign minister, flew to Accra.", [("Kwame Boateng", None)]),
    ],
)
def test_a_person_is_named_without_titles(
    read_text: ReadText, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert people(read_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Brexit talks ended without a deal on Tuesday.",
        "Monday was a good day for the fishermen of the north.",
        "The minister arrived late for the meeting on fish.",
        "French cheese is sold all over Spain these days.",
        "In May the council votes on the text again.",
        "The ship was built in Toulouse and sailed home.",
        "Tanaka Holdings was silent on the sale of the mill.",
        "ENVOY WALKS OUT OF TALKS ON FISH",
        "Drivers queued for the new Aura sedan all weekend.",
        "The Deputy Undersecretary of the Air Force left early.",
    ],
)
def test_what_is_no_person_is_named_none(read_text: ReadText, text: str) -> None:
    assert people(read_text, text) == []


def test_a_later_surname_is_a_name_too(read_text: ReadText) -> None:
    text = "Economy Minister Ana Duarte met the press. Ms Duarte was late. Duarte waited for half an hour."
    assert [name for name, _ in people(read_text, text)] == ["Ana Duarte", "Duarte", "Duarte"]


def test_a_surname_that_a_company_bears_too_is_the_persons_behind_a_title(read_text: ReadText) -> None:
    text = "Mr Tanaka sold the shares. Tanaka Holdings was silent. Mr Tanaka flew home."
    assert [name for name, _ in people(read_text, text)] == ["Tanaka", "Tanaka"]


def test_a_name_never_runs_on_into_the_next_sentence(read_text: ReadText) -> None:
    text = "The room was booked by Foreign Minister Jorge Pinto. Chile Telecom paid for the lunch of the envoys."
    assert ("Jorge Pinto", "Foreign Minister") in people(read_text, text)


def test_a_mention_of_a_name_is_printed_in_the_text_at_its_offsets(read_text: ReadText) -> None:
    text = "Mr Tanaka arrived late.\n\nPortuguese Economy Minister Ana Duarte was there before Mr Tanaka came."
    for mention in read_text(text).mentions:
        if mention.kind == "person":
            assert mention.name in text[mention.evidence.start : mention.evidence.end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Gatt told the fishermen to wait for the vote.", "Gatt"),
        ("Joel Bissau told the fishermen to wait for the vote.", "Joel Bissau"),
        ("A deal is near, said Cheon Ho-sun in Seoul on Tuesday.", "Cheon Ho-sun"),
    ],
)
def test_a_persons_name_is_whole_and_no_state_or_body(read_text: ReadText, text: str, name: str) -> None:
    assert name in [m.name for m in read_text(text).mentions if m.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "Arvino said no. Arvino's chief executive, Ida Holm, met the press.",
        "The brewer, Arvino, said no to the offer on Monday.",
    ],
)
def test_what_has_officers_or_is_told_as_a_brewer_is_no_person(read_text: ReadText, text: str) -> None:
    assert "person" not in {m.kind for m in read_text(text).mentions if m.name == "Arvino"}
