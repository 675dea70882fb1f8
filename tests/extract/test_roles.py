from __future__ import annotations

from datetime import date

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
        (
            "U.S. Deputy Trade Representative Ann Hughes left.",
            [("Ann Hughes", "Deputy Trade Representative", "US")],
        ),
        (
            "The U.S. delegate, Assistant Trade Representative Allan Hughes, left the room early.",
            [("Allan Hughes", "Assistant Trade Representative", None), ("Allan Hughes", "delegate", "US")],
        ),
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
        "Neither Ana Duarte nor Karl Brandt was appointed trade minister.",
        "Ana Duarte was not named trade envoy.",
    ],
)
def test_a_name_beside_a_title_that_is_not_its_own_has_no_role(read_text: ReadText, text: str) -> None:
    assert roles(read_text, text) == []


def test_the_evidence_of_a_role_spans_title_and_name(read_text: ReadText) -> None:
    text = "On Tuesday Danish Finance Minister Mette Krog flew to Nuuk."
    (role,) = read_text(text).roles
    assert text[slice(*role.evidence.span)] == "Danish Finance Minister Mette Krog"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The special envoy for Cuba, Paul Reyes, left early.", ("Paul Reyes", "special envoy", None)),
        ("Turkey's ambassador to Norway, Selin Kaya, left early.", ("Selin Kaya", "ambassador", "TR")),
        ("Peru's far-right president, Carla Hughes, left early.", ("Carla Hughes", "far-right president", "PE")),
        ("Peru and its oil minister, Carla Hughes, left early.", ("Carla Hughes", "oil minister", None)),
        ("Ana Silva, who is also Chile's energy minister, left early.", ("Ana Silva", "energy minister", "CL")),
        ("Paul Reyes, China's chief trade negotiator, left early.", ("Paul Reyes", "chief trade negotiator", "CN")),
        ("Paul Reyes, the Peruvian trade minister and chief envoy, left.", ("Paul Reyes", "chief envoy", "PE")),
        ("Paul Reyes, named prime minister in May, left early.", ("Paul Reyes", "prime minister", None)),
        (
            "The U.S. delegate, Assistant Trade Representative Allan Hughes, left the room early.",
            ("Allan Hughes", "delegate", "US"),
        ),
    ],
)
def test_an_apposition_with_more_in_it_is_a_role(read_text: ReadText, text: str, expected: Role) -> None:
    assert expected in roles(read_text, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The foreign ministers of France and Germany, Anna Petit and Karl Vogt, met in Rome.",
            [("Anna Petit", "foreign minister", "FR"), ("Karl Vogt", "foreign minister", "DE")],
        ),
        (
            "Anna Petit and Karl Vogt, the economy ministers of France and Germany, met in Rome.",
            [("Anna Petit", "economy minister", "FR"), ("Karl Vogt", "economy minister", "DE")],
        ),
        ("The foreign ministers of France and Germany met Anna Petit in Rome.", []),
    ],
)
def test_a_joint_title_is_a_role_for_each(read_text: ReadText, text: str, expected: list[Role]) -> None:
    assert roles(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rosa Quispe was appointed trade minister on Monday.", [("Rosa Quispe", "trade minister", None)]),
        ("Peru named Rosa Quispe chief negotiator on Monday.", [("Rosa Quispe", "chief negotiator", None)]),
        ("Rosa Quispe became trade minister of Chile in May.", [("Rosa Quispe", "trade minister", "CL")]),
        ("Rosa Quispe was sworn in as trade minister of Chile.", [("Rosa Quispe", "trade minister", "CL")]),
        ("Rosa Quispe was not the trade minister of Chile.", []),
        ("Rosa Quispe was told by the trade minister to wait.", []),
    ],
)
def test_a_verb_can_give_a_role(read_text: ReadText, text: str, expected: list[Role]) -> None:
    assert roles(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "standing", "held"),
    [
        ("Former trade minister Ana Duarte left.", "former", "/2019-03-01"),
        ("Ana Duarte, Peru's former trade minister, left.", "former", "/2019-03-01"),
        ("Ana Duarte, president-elect of Peru, left.", "next", "2019-03-01/"),
        ("Outgoing trade minister Ana Duarte left.", "current", None),
        ("Acting trade minister Ana Duarte left.", "current", None),
        ("Trade minister Ana Duarte left.", "current", None),
        ("Ana Duarte was appointed trade minister on January 7.", "current", "2019-01-07/"),
        ("Ana Duarte is trade minister of Peru in January.", "current", None),
        ("Ana Duarte resigned as trade minister in January.", "former", "/2019-01"),
        ("Ana Duarte is no longer trade minister of Peru.", "former", "/2019-03-01"),
    ],
)
def test_a_role_may_be_past_or_yet_to_come(read_text: ReadText, text: str, standing: str, held: str | None) -> None:
    (role,) = read_text(text, date(2019, 3, 1)).roles
    assert (role.standing, role.held and role.held.edtf) == (standing, held)


@pytest.mark.parametrize(
    ("text", "principal"),
    [
        ("Jan Hoek, a spokesman for Ana Silva, left.", "Ana Silva"),
        ("Ursula Berg's chief spokesman, Jan Hoek, left.", "Ursula Berg"),
        ("Jan Hoek, a spokesman for the World Bank, left.", None),
        ("Jan Hoek, a negotiator, left for Ana Silva.", None),
    ],
)
def test_a_spokesman_has_his_principal(read_text: ReadText, text: str, principal: str | None) -> None:
    (role,) = read_text(text).roles
    assert (role.principal and role.principal.name) == principal


@pytest.mark.parametrize(
    "text",
    ["Norway's parliament was late.", "Norway's rubber-stamp parliament was late.", "Norway's new parliament left."],
)
def test_an_adjective_does_not_part_a_country_from_its_parliament(read_text: ReadText, text: str) -> None:
    (body,) = [m for m in read_text(text).mentions if m.kind == "institution"]
    assert body.polity == "NO"


def test_a_portfolio_in_a_title_is_no_institution(read_text: ReadText) -> None:
    mentions = read_text("Secretary of State Carla Hughes left the room early.").mentions
    assert [m.name for m in mentions if m.kind == "institution"] == []
