"""What the mentions of written articles are resolved to, and what they are not."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg import iri
from kg.extract import extract
from kg.kept import Kept, encode
from kg.packs import Pack
from kg.resolve import resolve
from kg.resolve.within import LEAST
from kg.vocab import KG
from tests.reading import ParseTexts
from tests.resolve.resolving import Resolve

DAY = date(2018, 6, 1)


def test_a_surname_is_the_articles_person(resolved: Resolve) -> None:
    found = resolved(
        "Portuguese Economy Minister Ana Duarte met the press on Tuesday. Ms Duarte said she was hopeful."
        " Duarte then left for the airport by train."
    )
    assert {*found.of("Ana Duarte"), *found.of("Ms Duarte"), *found.of("she"), *found.of("Duarte")} == {
        "person/ana-duarte"
    }


def test_two_people_of_one_surname_leave_it_unresolved(resolved: Resolve) -> None:
    found = resolved(
        "Trade Minister Ana Duarte met Finance Minister Rui Duarte at the bank. Duarte then left for the airport."
    )
    assert found.of("Duarte") == set()


def test_a_curated_holder_is_known_by_surname_only_when_the_date_and_country_fit(resolved: Resolve) -> None:
    text = "Mr Trump spoke to Canada and the United States at length."
    assert resolved(text).of("Mr Trump") == {"person/donald-trump"}
    assert resolved(text, published=None).of("Mr Trump") != {"person/donald-trump"}
    assert resolved(text, published=date(1987, 6, 1)).of("Mr Trump") != {"person/donald-trump"}
    assert resolved("Mr Trump spoke to Canada and to Norway at length.").of("Mr Trump") != {"person/donald-trump"}


def test_a_given_name_has_its_short_forms(resolved: Resolve) -> None:
    found = resolved("Robert Lighthizer met the press on Tuesday. Bob Lighthizer said nothing had changed.")
    assert found.of("Robert Lighthizer") == found.of("Bob Lighthizer") == {"person/robert-lighthizer"}


def test_an_unknown_surname_is_a_person_of_its_article_only(resolved: Resolve) -> None:
    found = resolved(
        "Mr Okafor met the press on Tuesday at the bank.", "Mr Okafor was not at the bank on Tuesday at all."
    )
    assert found.of("Mr Okafor", article=0)
    assert found.of("Mr Okafor", article=0) != found.of("Mr Okafor", article=1)


def test_a_full_name_is_one_person_in_all_articles(resolved: Resolve) -> None:
    found = resolved(
        "Trade Minister Ana Duarte met the press on Tuesday.", "Trade Minister Ana Duarte was not at the bank at all."
    )
    assert found.of("Ana Duarte", article=0) == found.of("Ana Duarte", article=1) == {"person/ana-duarte"}


def test_a_capital_and_a_seat_of_government_denote_the_country(resolved: Resolve) -> None:
    found = resolved("The Kremlin said Russia would not sign. Moscow said so twice before the talks.")
    assert found.of("The Kremlin") == found.of("Moscow") == found.of("Russia") == {"polity/RU"}


def test_both_sides_are_the_two_parties_that_the_article_turns_on(resolved: Resolve) -> None:
    found = resolved(
        "Peru and Chile met for talks. Peru offered to share the fish, and Chile accepted. Both sides were content."
    )
    assert found.of("Both sides") == {"polity/PE", "polity/CL"}


@pytest.mark.parametrize(
    "text",
    [
        "Both sides were content with the talks on fish.",
        "Peru, Chile and Bolivia met for talks. Peru, Chile and Bolivia were late. Both sides were content.",
        "Peru met the press on Tuesday at the bank. Both sides were content with it.",
    ],
)
def test_both_sides_are_nobody_named_where_no_two_stand_out(resolved: Resolve, text: str) -> None:
    assert resolved(text).of("Both sides") == {"group/both-sides-a0-txt"}


def test_two_countries_are_the_only_two_that_were_named(resolved: Resolve) -> None:
    found = resolved("Peru met Chile at the lake on Tuesday. The two countries were content with the talks.")
    assert found.of("The two countries") == {"polity/PE", "polity/CL"}


def test_talks_of_nobody_named_are_between_the_two_that_the_article_turns_on(resolved: Resolve) -> None:
    text = "Peru asked for fish. Chile refused. Peru was angry and Chile calm. Talks resumed in Oslo on Friday."
    assert resolved(text).of("Talks") == {"polity/PE", "polity/CL"}
    several = "Peru asked for fish. Chile and Bolivia refused. Peru, Chile and Bolivia were calm. "
    assert resolved(several + "Talks resumed in Oslo on Friday.").of("Talks") == set()


def test_the_ministry_is_the_one_named_before(resolved: Resolve) -> None:
    found = resolved(
        "China's commerce ministry said it would reply. The ministry said the deal was near."
        " Japan's finance ministry was silent on the matter."
    )
    assert found.of("China's commerce ministry") == found.of("The ministry") == found.of("it")
    assert found.of("Japan's finance ministry").isdisjoint(found.of("The ministry"))


def test_two_orders_of_words_are_one_institution(resolved: Resolve) -> None:
    found = resolved(
        "The Czech ministry of agriculture was silent on it.", "The Czech agriculture ministry was silent on it."
    )
    assert found.of("Czech ministry of agriculture", article=0) == found.of("Czech agriculture ministry", article=1)


def test_one_portfolio_in_two_countries_is_two_institutions(resolved: Resolve) -> None:
    found = resolved("The Czech agriculture ministry met the Polish agriculture ministry at the bank.")
    assert found.of("Czech agriculture ministry") != found.of("Polish agriculture ministry")


def test_a_personal_administration_is_its_country(resolved: Resolve) -> None:
    assert resolved("The Trump administration left the treaty in the spring.").of("The Trump administration") == {
        "polity/US"
    }


WAITS = "The administration said that it would wait."


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"President Lula da Silva of Brazil met Japan on fish. {WAITS} Officials from the United States left.", "BR"),
        (
            f"President Marcos of the Philippines met Japan on fish. {WAITS} Officials from the United States left.",
            None,
        ),
        (f"The Brazilian president met Japan on fish. {WAITS} Officials from the United States left.", "BR"),
        (f"The Trump administration met Japan on fish. It rained. The Japanese president left. {WAITS}", "US"),
        (f"The Brazilian president met the Peruvian president in Chile. {WAITS}", None),
        (f"Brazil met Peru on fish. {WAITS} Officials from the United States left.", "PE"),
        (f"Washington met the growers. {WAITS}", "US"),
        (f"Officials from the United States left. It was late. All were tired. {WAITS}", None),
    ],
)
def test_the_administration_is_that_named_before_or_the_presidents_or_that_of_the_polity_named_last(
    resolved: Resolve, text: str, key: str | None
) -> None:
    assert resolved(text).of("The administration") == ({f"polity/{key}"} if key else set())


@pytest.mark.parametrize(
    ("text", "pronoun", "key"),
    [
        ("Economy Minister Ana Duarte said she was hopeful.", "she", {"person/ana-duarte"}),
        (
            "Economy Minister Ana Duarte spoke. Foreign Minister Tom Vale had agreed to wait, she said.",
            "she",
            {"person/ana-duarte"},
        ),
        (
            "Minister Tom Vale spoke. Envoy Ben Holm had agreed to write to Ann Lee, he said.",
            "he",
            {"person/tom-vale"},
        ),
        (
            'Minister Tom Vale spoke. A Gulf delegate said it was dead. "They cheat," he said.',
            "he",
            {"group/gulf-delegate-a0-txt"},
        ),
        ("Peru said it would sign the accord on fish.", "it", {"polity/PE"}),
        ("He said nothing at all about the accord.", "He", set()),
        ("They said nothing at all about the accord.", "They", set()),
        ("Mrs Anand met the press at the bank. He said nothing.", "He", set()),
        ("Mr Anand met the press at the bank. She said nothing.", "She", set()),
    ],
)
def test_a_pronoun_has_the_antecedent_that_fits_or_none(
    resolved: Resolve, text: str, pronoun: str, key: set[str]
) -> None:
    assert resolved(text).of(pronoun) == key


def test_a_pronoun_looks_three_sentences_back_and_further_where_only_one_can_be_meant(resolved: Resolve) -> None:
    filler = "There was rain in the valley all day long. "
    near = "Economy Minister Ana Duarte met the press. " + filler + "She left for the airport at noon."
    alone = "Economy Minister Ana Duarte met the press. " + filler * 4 + "She left for the airport at noon."
    two = "Economy Minister Ana Duarte met Brede Larsen. " + filler * 4 + "She left for the airport at noon."
    assert resolved(near).of("She") == resolved(alone).of("She") == {"person/ana-duarte"}
    assert resolved(two).of("She") == set()


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Growers cheered Ben Holm. The union leader said that it was late.", "The union leader", "person/ben-holm"),
        (
            "Union boss Ben Holm spoke. The general secretary said it was late.",
            "The general secretary",
            "person/ben-holm",
        ),
        ("Growers cheered Ben Holm and Ann Lee. The union leader said it was late.", "The union leader", None),
        ("Growers cheered Ben Holm. It rained. All left. The union leader said it was late.", "The union leader", None),
        ("Growers cheered Ben Holm. The leader said that it was late.", "The leader", None),
        (
            "Norwegian envoy Ben Holm spoke. The Danish trade minister said it was late.",
            "The Danish trade minister",
            None,
        ),
        (
            "A Gulf delegate said it was dead. The official added that it rained.",
            "The official",
            "group/gulf-delegate-a0-txt",
        ),
        ("Gulf delegates said it was dead. The official added that it rained.", "The official", None),
        ("Commissioner Willy De Clercq left. De Clercq was late.", "De Clercq", "person/willy-de-clercq"),
    ],
)
def test_a_title_that_nobody_holds_is_the_only_one_told_of_last_or_nobody(
    resolved: Resolve, text: str, words: str, key: str | None
) -> None:
    assert resolved(text).of(words) == ({key} if key else set())


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norwegian Trade Minister Kari Vik said her country would sign. She left.", "country", {"polity/NO"}),
        ('"We will sign," Norwegian Trade Minister Kari Vik told the press.', "We", {"polity/NO"}),
        ("Brede Larsen spoke. His government was silent, a friend said.", "government", set()),
        ("Saudi Arabia balked. The kingdom rejected the Norwegian offer.", "The kingdom", {"polity/SA"}),
        ("North Korea balked. Norway said the North would come round.", "the North", {"polity/KP"}),
        ("Iran and Norway said they would meet again.", "they", {"polity/IR", "polity/NO"}),
    ],
)
def test_whose_side_is_meant_is_told_by_roles_and_formal_names(
    resolved: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolved(text).of(words) == expected


def test_its_minister_is_the_countrys(resolved: Resolve) -> None:
    found = resolved(
        "Iceland rejected the charge. Its fisheries minister, Jon Vik, said his country had cut its catch."
    )
    assert found.of("country") == {"polity/IS"}


def test_a_body_alone_is_the_one_called_so_and_no_other(resolved: Resolve) -> None:
    found = resolved(
        "The broadcaster, Ostavia Ltd, met the Gravel Union on Monday. The union walked out."
        " The broadcaster said it was sorry. The airline said nothing."
    )
    assert found.of("The union") == {"institution/gravel-union"}
    assert found.of("The airline") == set()


def test_groups_without_a_country_belong_to_their_article(resolved: Resolve) -> None:
    text = "Ivory traders met at the port on Monday afternoon."
    found = resolved(text, text)
    assert found.of("Ivory traders", article=0) != found.of("Ivory traders", article=1)


def test_an_unnamed_source_is_told_as_such(resolved: Resolve) -> None:
    found = resolved("Sources close to the talks were pessimistic on fish.")
    (key,) = found.of("Sources")
    assert found.resolution.entities[iri.Term(f"{iri.BASE}id/{key}")].type == KG.UnnamedSource


def test_a_role_takes_its_country_from_its_institution(resolved: Resolve) -> None:
    found = resolved("Gao Lin, spokesman of the Chinese commerce ministry, arrived late at the bank.")
    assert [role.polity for role in found.resolution.records[0].roles] == ["CN"]


ARTICLES = (
    "Portuguese Economy Minister Ana Duarte met the press. Duarte said Peru and Chile had agreed with the EU.",
    "President Donald Trump said the US and China would sign. China's commerce ministry was silent. It did not reply.",
    "Ana Duarte was late at the bank. Both sides were content. Greek officials said they would not sign.",
)


def test_every_referent_is_an_entity_sure_enough(resolved: Resolve) -> None:
    resolution = resolved(*ARTICLES).resolution
    referents = [r for by_place in resolution.referents.values() for rs in by_place.values() for r in rs]
    assert referents
    assert {r.entity for r in referents} <= resolution.entities.keys()
    assert all(LEAST <= r.confidence <= 1 for r in referents)
    assert {iri.polity(e.polity) for e in resolution.entities.values() if e.polity} <= resolution.entities.keys()


def test_the_order_of_the_articles_changes_nothing(parse_texts: ParseTexts, pack: Pack) -> None:
    records = [extract(text) for text in parse_texts(ARTICLES, DAY)]
    expected = resolve(records, pack)
    for order in itertools.permutations(records):
        assert resolve(order, pack) == expected


def test_articles_may_be_read_from_the_disk_each_time(parse_texts: ParseTexts, pack: Pack, tmp_path: Path) -> None:
    records, kept = [extract(text) for text in parse_texts(ARTICLES, DAY)], Kept(tmp_path)
    for number, one in enumerate(records):
        kept.put(f"ab{number}", encode(one))
    assert resolve(kept.all(f"ab{number}" for number in range(len(records))), pack) == resolve(records, pack)


def test_resolving_changes_no_record_but_the_country_of_roles(parse_texts: ParseTexts, pack: Pack) -> None:
    records = [extract(text) for text in parse_texts(ARTICLES, DAY)]
    for before, after in zip(records, resolve(records, pack).records, strict=True):
        assert replace(after, roles=before.roles) == before
        assert [replace(role, polity=None) for role in after.roles] == [
            replace(role, polity=None) for role in before.roles
        ]
