"""Hard cases of who is who: what is told apart, what is found through an office, and what is left open."""

from __future__ import annotations

from datetime import date

import pytest

from kg import iri
from tests.resolve.resolving import Resolve

IN_2019 = date(2019, 3, 14)


@pytest.mark.parametrize(
    ("text", "printed", "key"),
    [
        (
            "Trade Minister Ana Duarte met Finance Minister Rui Duarte. Ms Duarte was late.",
            "Ms Duarte",
            {"person/ana-duarte"},
        ),
        (
            "Trade Minister Ana Duarte met Finance Minister Rui Duarte. Mr Duarte was late.",
            "Mr Duarte",
            {"person/rui-duarte"},
        ),
        ("Trade Minister Ana Duarte met Finance Minister Rui Duarte. Duarte was late.", "Duarte", set()),
        (
            "Labour Minister Ingrid Haugen met the press. Labour Minister Ingrid Hougen was late.",
            "Ingrid Hougen",
            {"person/ingrid-haugen"},
        ),
    ],
)
def test_people_of_one_surname_are_told_apart_or_left_open(
    resolved: Resolve, text: str, printed: str, key: set[str]
) -> None:
    assert resolved(text).of(printed) == key


@pytest.mark.parametrize(
    ("text", "printed", "key"),
    [
        ("Peru's trade minister, Rosa Quispe, met the press. The minister was late.", "The minister", {"rosa-quispe"}),
        (
            "Peru's trade minister, Rosa Quispe, met the press. The foreign minister was late.",
            "The foreign minister",
            set(),
        ),
        (
            "Peru's trade minister, Rosa Quispe, met Chile's trade minister, Ana Rios. The minister was late.",
            "The minister",
            set(),
        ),
        (
            "Peru's trade minister, Rosa Quispe, met Chile's trade minister, Ana Rios. The Chilean minister was late.",
            "The Chilean minister",
            {"ana-rios"},
        ),
        (
            "Former trade minister Rosa Quispe met the press. The former minister was late.",
            "The former minister",
            {"rosa-quispe"},
        ),
        ("Former trade minister Rosa Quispe met the press. The minister was late.", "The minister", set()),
        ("Prime Minister Rosa Quispe met the press. The minister was late.", "The minister", set()),
    ],
)
def test_a_title_alone_is_the_one_holder_that_the_article_names(
    resolved: Resolve, text: str, printed: str, key: set[str]
) -> None:
    assert resolved(text).of(printed) == {f"person/{one}" for one in key}


@pytest.mark.parametrize(
    ("text", "printed", "published", "key"),
    [
        ("The US Treasury secretary spoke on Monday.", "The US Treasury secretary", IN_2019, {"steven-mnuchin"}),
        ("The US Treasury secretary spoke on Monday.", "The US Treasury secretary", date(2015, 3, 1), {"jack-lew"}),
        ("The US Treasury secretary spoke on Monday.", "The US Treasury secretary", None, set()),
        ("The Chinese premier spoke on Monday.", "The Chinese premier", IN_2019, {"li-keqiang"}),
        ("The US chief spoke on Monday.", "The US chief", IN_2019, set()),
    ],
)
def test_an_office_tells_its_holder_at_the_date(
    resolved: Resolve, text: str, printed: str, published: date | None, key: set[str]
) -> None:
    assert resolved(text, published=published).of(printed) == {f"person/{one}" for one in key}


def test_a_name_of_two_holders_stays_unresolved_and_names_both(resolved: Resolve) -> None:
    found = resolved("China met the press. Mr Li spoke for an hour on Monday.", published=IN_2019)
    assert found.of("Mr Li") == set()
    (candidates,) = found.resolution.candidates["a0.txt"].values()
    assert candidates == (iri.entity("person", "Li Ganjie"), iri.entity("person", "Li Keqiang"))
    assert {*candidates} <= found.resolution.entities.keys()


def test_the_title_before_decides_between_two_holders(resolved: Resolve) -> None:
    found = resolved("The Chinese premier met the press. Mr Li spoke for an hour on Monday.", published=IN_2019)
    assert found.of("Mr Li") == {"person/li-keqiang"}


@pytest.mark.parametrize(
    ("text", "pronoun", "key"),
    [
        ("Economy Minister Ana Duarte warned her in the morning.", "her", set()),
        ("Paul Reyes met Ana Duarte on Monday. She was late.", "She", {"person/ana-duarte"}),
        (
            'Paul Reyes met the press. Carl Ortega denied it. "He told me nothing of it," Carl Ortega said.',
            "He",
            {"person/paul-reyes"},
        ),
        ("The Trump administration left the talks. It would not return to them.", "It", {"polity/US"}),
        (
            "The Association of Tin Growers met the press. The association would not sign.",
            "The association",
            {"institution/association-of-tin-growers"},
        ),
        ("Paul Reyes met Ana Duarte on Monday. The latter was late.", "The latter", {"person/ana-duarte"}),
        (
            "Paul Reyes met Ana Duarte on Monday. The two agreed on fish.",
            "The two",
            {"person/ana-duarte", "person/paul-reyes"},
        ),
        ("Denmark told the European Union on Monday that the bloc was slow.", "the bloc", {"polity/EU"}),
    ],
)
def test_a_reference_has_the_antecedent_that_fits_or_none(
    resolved: Resolve, text: str, pronoun: str, key: set[str]
) -> None:
    assert resolved(text).of(pronoun) == key


def test_letters_that_the_article_defines_beat_the_gazetteer(resolved: Resolve) -> None:
    text = "The Independent Mineworkers' Federation (IMF) called a strike. The IMF gave no date on Monday."
    found = resolved(text)
    assert found.of("IMF") == found.of("IMF", nth=1) == {"institution/independent-mineworkers-federation"}
    assert resolved("The IMF gave no date on Monday.").of("IMF") == {"institution/imf"}


def test_an_administration_is_no_name_of_its_country(resolved: Resolve) -> None:
    found = resolved("The Trump administration left the talks. The US government was silent on it.")
    aliases = found.resolution.entities[iri.polity("US")].aliases
    assert not [name for name in aliases if "administration" in name or "government" in name]


def test_curly_and_straight_apostrophes_are_one_name(resolved: Resolve) -> None:
    found = resolved("Trade Minister Rory O'Brien met the press. Rory O’Brien was late.")
    assert found.of("Rory O'Brien") == found.of("Rory O’Brien") == {"person/rory-o-brien"}


@pytest.mark.parametrize(
    ("text", "polity"),
    [
        ("Brazil will sign, Finance Minister Ana Prado said on Monday.", "BR"),
        ("TOKYO, March 3 - Trade Minister Ken Tamura spoke. The United States and Japan were silent.", "JP"),
        ("Ana Prado, president of the Brazilian Coffee Institute, was silent.", "BR"),
        ("Ana Prado, spokeswoman for Peru's President Luis Rojas, was silent.", "PE"),
        ("The special envoy for Cuba, Paul Reyes, was silent.", None),
        ("Peru met Chile on Monday. Trade Minister Ana Prado was silent.", None),
        ("Peru met the press. Chief executive Ana Prado was silent.", None),
    ],
)
def test_the_polity_of_a_role_comes_from_what_says_it(resolved: Resolve, text: str, polity: str | None) -> None:
    found = resolved(text).resolution.records[0].roles
    assert [role.polity for role in found if role.holder.name != "Luis Rojas"] == [polity]
