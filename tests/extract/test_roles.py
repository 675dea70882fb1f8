from __future__ import annotations

import pytest

from tests.reading import ReadText

Role = tuple[str, str, str | None]


def roles(read_text: ReadText, text: str) -> list[Role]:
    """Holder, title and polity of every role."""
    return [(r.holder.name, r.title, r.polity) for r in read_text(text).roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danish Finance Minister Mette Krog flew to Nuuk.", [("Mette Krog", "Finance Minister", "DK")]),
        ("US trade envoy Mark Ellison is to visit the port.", [("Mark Ellison", "trade envoy", "US")]),
        (
            "Japan's Prime Minister Haruto Mori and Malaysian Trade Minister Siti Rahman met in Tokyo.",
            [("Haruto Mori", "Prime Minister", "JP"), ("Siti Rahman", "Trade Minister", "MY")],
        ),
        (
            "European Union trade commissioner Elena Duval landed in Hanoi.",
            [("Elena Duval", "trade commissioner", "EU")],
        ),
        ("Secretary of State Carla Hughes left the room early.", [("Carla Hughes", "Secretary of State", None)]),
    ],
)
def test_a_title_before_a_name_is_a_role(read_text: ReadText, text: str, expected: list[Role]) -> None:
    assert roles(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kwame Boateng, Ghana's foreign minister, flew to Accra.", [("Kwame Boateng", "foreign minister", "GH")]),
        ("Kwame Boateng, foreign minister of Ghana, flew to Accra.", [("Kwame Boateng", "foreign minister", "GH")]),
        ("Ghana's foreign minister, Kwame Boateng, flew to Accra.", [("Kwame Boateng", "foreign minister", "GH")]),
        ('"It is over," said Helen Okoro, Nigeria\'s trade envoy.', [("Helen Okoro", "trade envoy", "NG")]),
        (
            "Paulo Tavares, the chief negotiator, and his deputy, Rita Lopes, left the room early.",
            [("Paulo Tavares", "chief negotiator", None)],
        ),
    ],
)
def test_an_apposition_is_a_role(read_text: ReadText, text: str, expected: list[Role]) -> None:
    assert expected[0] in roles(read_text, text)


@pytest.mark.parametrize(
    ("text", "title", "institution", "polity"),
    [
        (
            "Gao Lin, spokesman of the Chinese commerce ministry, arrived late.",
            "spokesman",
            "Chinese commerce ministry",
            "CN",
        ),
        (
            "Iceland's central bank governor, Jon Palsson, resigned on Tuesday.",
            "governor",
            "Iceland's central bank",
            "IS",
        ),
        ("The World Bank's chief economist, Amara Diop, left early.", "chief economist", "World Bank", None),
    ],
)
def test_a_role_knows_its_institution(
    read_text: ReadText, text: str, title: str, institution: str, polity: str | None
) -> None:
    (role,) = read_text(text).roles
    assert (role.title, role.institution and role.institution.name, role.polity) == (title, institution, polity)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's Erik Lund spoke first in the debate.",
        "After a meeting with his US counterpart, Lund assured fishermen that the quota was safe.",
        "Mr Tanaka arrived late for the meeting on fish.",
        "The minister arrived late and Ana Duarte left early.",
        "The chief was late, but Mr Okafor was there at nine.",
    ],
)
def test_a_name_beside_a_title_that_is_not_its_own_has_no_role(read_text: ReadText, text: str) -> None:
    assert roles(read_text, text) == []


def test_the_evidence_of_a_role_spans_title_and_name(read_text: ReadText) -> None:
    text = "On Tuesday Danish Finance Minister Mette Krog flew to Nuuk."
    (role,) = read_text(text).roles
    assert text[slice(*role.evidence.span)] == "Danish Finance Minister Mette Krog"
