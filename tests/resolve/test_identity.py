"""Who is who across articles: what is joined, what is kept apart, what stays unsure, and what people overrule."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg import iri
from kg.errors import PackError
from kg.packs import Judgement, Pack
from kg.resolve.identity import Identity, identify
from kg.resolve.sightings import Sighting
from kg.vocab import KG, Term

Told = tuple[str, str | None, str | None, int | None]
"""Name, title, polity, year."""


def seen(*told: Told | tuple[str, str | None, str | None], curated: frozenset[str] = frozenset()) -> list[Sighting]:
    """One person a row, each in an article of its own."""
    return [
        Sighting(
            article=f"{number}.txt", entity=iri.entity("person", name), kind="person", type=KG.Person, name=name,
            curated=name in curated, times=1, polities=frozenset({polity} - {None}),
            titles=frozenset({title} - {None}), bodies=frozenset(),
            day=date(year[0], 6, 1) if year and year[0] else None,
        )
        for number, (name, title, polity, *year) in enumerate(told)
    ]  # fmt: skip


def body(name: str, kind: Term, polity: str | None, article: str) -> Sighting:
    return Sighting(
        article=article, entity=iri.entity("institution", f"{polity} {name}"), kind="institution", type=kind, name=name,
        curated=False, times=1, polities=frozenset({polity} - {None}), titles=frozenset(), bodies=frozenset(), day=None,
    )  # fmt: skip


def judged(*rows: tuple[str, str, str]) -> list[Judgement]:
    return [
        Judgement(left=left, right=right, verdict=verdict, who="an editor", when=date(2026, 11, 22))
        for left, verdict, right in rows
    ]


def groups(sightings: Sequence[Sighting], found: Identity) -> set[frozenset[int]]:
    """The rows that are one entity."""
    by_entity: dict[Term, set[int]] = {}
    for i, s in enumerate(sightings):
        by_entity.setdefault(found.entities.get((s.article, s.entity), s.entity), set()).add(i)
    return {frozenset(rows) for rows in by_entity.values()}


def verdicts(found: Identity) -> list[tuple[str, str]]:
    return [(row.verdict, row.rule or "") for row in found.rules]


EM, FM = "economy minister", "fisheries minister"
ONE: list[tuple[str, list[Told], str]] = [
    ("a curly apostrophe", [("Paul O'Neill", EM, "IE", 2019), ("Paul O’Neill", None, None, 2020)], "same-letters"),
    ("a short form", [("Steve Hale", EM, "IE", 2019), ("Steven Hale", EM, "IE", 2020)], "given-name-form"),
    ("a slip, same title", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", EM, "PT", 2019)], "near-spelling"),
    ("a title in longer form", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", f"former {EM}", "PT", 2019)],
     "near-spelling"),
    ("another alphabet", [("Mohammed Haddad", EM, "MA", 2019), ("Muhammad Haddad", EM, "MA", 2019)], "transliteration"),
    ("a surname, title, polity, year", [("Ana Duarte", EM, "PT", 2019), ("Duarte", EM, "PT", 2019)], "surname"),
    ("years in between", [("Paul O'Neill", EM, "IE", 1999), ("Paul O’Neill", FM, "IE", 2019)], "same-letters"),
    ("articles without dates", [("Ana Duarte", EM, "PT", None), ("Ana Duarde", EM, "PT", None)], "near-spelling"),
]  # fmt: skip
UNSURE: list[tuple[str, list[Told]]] = [
    ("no title in one", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", None, "PT", 2019)]),
    ("no polity in one", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", EM, None, 2019)]),
    ("a title of many", [("Ana Duarte", "spokeswoman", "PT", 2019), ("Ana Duarde", "spokeswoman", "PT", 2019)]),
    ("two portfolios", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", FM, "PT", 2019)]),
    ("a deputy", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", f"deputy {EM}", "PT", 2019)]),
    ("a private calling", [("Jan Hansen", "top economist", "DK", 2019), ("Jon Hansen", "top economist", "DK", 2019)]),
    ("a surname of two", [("Ana Duarte", EM, "PT", 2019), ("Rui Duarte", EM, "PT", 2019), ("Duarte", EM, "PT", 2019)]),
    ("one name, unsaid which", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarte", EM, "BR", 2019),
                                ("Ana Duarte", None, None, 2019)]),
]  # fmt: skip
APART: list[tuple[str, list[Told]]] = [
    ("one surname", [("Ana Duarte", EM, "PT", 2019), ("Rui Duarte", EM, "PT", 2019)]),
    ("one full name, two countries", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarte", EM, "BR", 2019)]),
    ("one full name, two lifetimes", [("Ana Duarte", EM, "PT", 1931), ("Ana Duarte", EM, "PT", 2019)]),
    ("one full name, two callings", [("Ana Duarte", EM, None, 2019), ("Ana Duarte", "economist", None, 2019)]),
    ("a slip, two countries", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", EM, "BR", 2019)]),
    ("a slip, other years", [("Ana Duarte", EM, "PT", 2003), ("Ana Duarde", EM, "PT", 2019)]),
    ("a slip, minister and trader", [("Ana Duarte", EM, "PT", 2019), ("Ana Duarde", "trader", "PT", 2019)]),
    ("a slip and nothing known", [("Ana Duarte", None, None, None), ("Ana Duarde", None, None, None)]),
    ("a surname in another year", [("Ana Duarte", EM, "PT", 2019), ("Duarte", EM, "PT", 2011)]),
    ("two surnames alone", [("Duarte", EM, "PT", 2019), ("Duarde", EM, "PT", 2019)]),
    ("middle names", [("John F. Hale", EM, "IE", 2019), ("John W. Hale", EM, "IE", 2019)]),
]


@pytest.mark.parametrize(("told", "rule"), [pytest.param(told, rule, id=what) for what, told, rule in ONE])
def test_one_person_in_two_spellings_is_joined_with_a_row_of_evidence(told: list[Told], rule: str, pack: Pack) -> None:
    found = identify(seen(*told), (), pack)
    assert groups(seen(*told), found) == {frozenset({0, 1})}
    assert verdicts(found) == [("same", rule)]
    assert 0.6 < (found.rules[0].score or 0) <= 1
    assert len(found.rules[0].entities) == 1


@pytest.mark.parametrize("told", [pytest.param(told, id=what) for what, told in UNSURE])
def test_a_pair_of_which_too_little_is_known_stays_two_and_is_listed(told: list[Told], pack: Pack) -> None:
    found = identify(seen(*told), (), pack)
    assert len(groups(seen(*told), found)) == len(told)
    assert {verdict for verdict, _ in verdicts(found)} == {"unsure"}
    assert all(len(row.entities) == 2 for row in found.rules)


@pytest.mark.parametrize("told", [pytest.param(told, id=what) for what, told in APART])
def test_two_people_stay_two(told: list[Told], pack: Pack) -> None:
    found = identify(seen(*told), (), pack)
    assert len(groups(seen(*told), found)) == len(told)
    assert found.rules == () or verdicts(found) == [("unsure", "same-letters")]


def test_two_people_of_one_name_have_keys_that_tell_their_country(pack: Pack) -> None:
    found = identify(seen(("Ana Duarte", EM, "PT", 2019), ("Ana Duarte", EM, "BR", 2019)), (), pack)
    assert {e.rpartition("/")[2] for e in found.entities.values()} == {"ana-duarte-pt", "ana-duarte-br"}


def test_who_is_named_without_a_country_goes_with_the_namesake_whose_title_it_has(pack: Pack) -> None:
    told = seen(("Ana Duarte", EM, "PT", 2019), ("Ana Duarte", FM, "BR", 2019), ("Ana Duarte", FM, None, 2019))
    assert groups(told, identify(told, (), pack)) == {frozenset({0}), frozenset({1, 2})}


def test_an_official_of_a_union_may_be_of_one_of_its_countries(pack: Pack) -> None:
    told = seen(("Ana Duarte", "trade commissioner", "EU", 2019), ("Ana Duarte", EM, "PT", 2014))
    assert groups(told, identify(told, (), pack)) == {frozenset({0, 1})}


def test_a_joined_entity_is_called_by_its_most_frequent_name_and_by_a_curated_one_before_all(pack: Pack) -> None:
    told = [("Steve Hale", EM, "IE", 2019), ("Steven Hale", EM, "IE", 2019), ("Steve Hale", EM, "IE", 2019)]
    found = identify(seen(*told), (), pack)
    assert set(found.entities.values()) == {iri.entity("person", "Steve Hale")}
    found = identify(seen(*told, curated=frozenset({"Steven Hale"})), (), pack)
    assert set(found.entities.values()) == {iri.entity("person", "Steven Hale")}


def test_two_curated_people_are_never_joined(pack: Pack) -> None:
    told = seen(("Steve Hale", EM, "IE", 2019), ("Steven Hale", EM, "IE", 2019),
                curated=frozenset({"Steve Hale", "Steven Hale"}))  # fmt: skip
    assert identify(told, (), pack).entities == {}


def test_what_agrees_with_both_of_two_that_differ_joins_neither_by_accident(pack: Pack) -> None:
    told = seen(("Paul O'Neill", EM, "IE", 2019), ("Paul O’Neill", None, None, 2019), ("Paul ONeill", EM, "US", 2019))
    found = groups(told, identify(told, (), pack))
    assert not any({0, 2} <= rows for rows in found)


FISHERIES = body("Ministry of Fisheries", KG.Ministry, "PT", "a")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (FISHERIES, body("Ministry of Fisherys", KG.Ministry, "PT", "b"), None),
        (FISHERIES, body("Ministry of Fisherie", KG.Ministry, "PT", "b"), "same"),
        (FISHERIES, body("Ministry of Fisherie", KG.Ministry, "BR", "b"), None),
        (body("parliament", KG.Legislature, None, "a"), body("Parliament", KG.Legislature, None, "b"), None),
        (body("Hale Motors", KG.Company, "US", "a"), body("Hale Motors Inc", KG.Company, "US", "b"), "same"),
        (body("Hale Motors", KG.Company, None, "a"), body("Hale Motors Inc", KG.Company, None, "b"), "unsure"),
        (body("Hale Motors", KG.Company, "US", "a"), body("Hale Motors Inc", KG.NewsOrganisation, "US", "b"), None),
    ],
)  # fmt: skip
def test_institutions_are_one_only_if_kind_and_country_agree(
    left: Sighting, right: Sighting, verdict: str | None, pack: Pack
) -> None:
    found = [v for v, _ in verdicts(identify([left, right], (), pack))]
    assert found == ([verdict] if verdict else [])


# What people judged


@pytest.mark.parametrize("named", ["person/ana-duarte", "ana-duarte", "Ana Duarte", f"{iri.BASE}id/person/ana-duarte"])
def test_a_judgement_joins_what_no_rule_would_and_names_it_by_key_or_name(named: str, pack: Pack) -> None:
    told = seen(("Ana Duarte", EM, "PT", 2019), ("Ana Pereira", FM, "BR", 2019))
    found = identify(told, judged((named, "same", "Ana Pereira")), pack)
    assert groups(told, found) == {frozenset({0, 1})}
    assert [(row.verdict, row.left, row.who, len(row.entities)) for row in found.people] == [
        ("same", "person/ana-duarte", "an editor", 1)
    ]


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_a_judgement_parts_what_a_rule_would_join_and_is_not_asked_for_again(verdict: str, pack: Pack) -> None:
    told = seen(("Steve Hale", EM, "IE", 2019), ("Steven Hale", EM, "IE", 2020))
    found = identify(told, judged(("Steve Hale", verdict, "Steven Hale")), pack)
    assert groups(told, found) == {frozenset({0}), frozenset({1})}
    assert found.rules == ()


def test_what_is_judged_different_is_not_joined_through_a_third_name(pack: Pack) -> None:
    told = seen(("Steve Hale", EM, "IE", 2019), ("Steven Hale", EM, "IE", 2019), ("Stephen Hale", EM, "IE", 2019))
    assert len(groups(told, identify(told, (), pack))) == 1
    found = groups(told, identify(told, judged(("Steve Hale", "different", "Stephen Hale")), pack))
    assert not any({0, 2} <= rows for rows in found)


def test_judgements_that_contradict_each_other_are_told_in_one_line(pack: Pack) -> None:
    rows = judged(("A", "same", "B"), ("C", "same", "B"), ("C", "different", "A"), ("D", "same", "E"))
    with pytest.raises(PackError, match="contradict") as raised:
        identify(seen(("A Hale", None, None)), rows, pack)
    line = str(raised.value)
    assert "\n" not in line
    for part in ("A = B (an editor, 2026-11-22)", "C = B", "C != A"):
        assert part in line
    assert "D" not in line.split("one of them:")[1]


def test_a_contradiction_is_found_when_two_names_are_one_entity(pack: Pack) -> None:
    rows = judged(("Ana Duarte", "same", "Ana Duarde"), ("person/ana-duarte", "different", "ana-duarde"))
    with pytest.raises(PackError, match="contradict"):
        identify(seen(("Ana Duarte", None, None), ("Ana Duarde", None, None)), rows, pack)


def test_a_person_is_not_judged_the_same_as_an_institution(pack: Pack) -> None:
    told = [*seen(("Ana Duarte", None, None)), body("Hale Motors", KG.Company, "US", "a")]
    with pytest.raises(PackError, match="two kinds, person and institution"):
        identify(told, judged(("Ana Duarte", "same", "Hale Motors")), pack)


def test_a_name_of_several_is_not_guessed_but_told(pack: Pack) -> None:
    told = seen(("Ana Duarte", EM, "PT", 2019), ("Ana Duarte", EM, "BR", 2019), ("Ana Duarde", EM, "PT", 2019))
    found = identify(told, judged(("Ana Duarte", "same", "Ana Pereira")), pack)
    assert len(found.unused) == 1
    assert "person/ana-duarte-br, person/ana-duarte-pt" in found.unused[0]


def test_a_judgement_on_names_that_no_article_has_is_kept_and_changes_nothing(pack: Pack) -> None:
    found = identify(seen(("Ana Duarte", EM, "PT", 2019)), judged(("Kari Vik", "same", "Kari Wik")), pack)
    assert found.entities == {}
    assert [(row.left, row.entities) for row in found.people] == [("Kari Vik", ())]


NAMES = ["Ana Duarte", "Ana Duarde", "Steve Hale", "Steven Hale", "Paul O'Neill", "Paul O’Neill", "Duarte", "Hale"]
ROWS = st.tuples(
    st.sampled_from(NAMES), st.sampled_from([EM, FM, "economist", None]), st.sampled_from(["PT", "BR", "EU", None]),
    st.sampled_from([1931, 2018, 2019, None]),
)  # fmt: skip
JUDGED = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["same", "different", "unsure"]), st.sampled_from(NAMES)),
    max_size=2,
)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ROWS, min_size=1, max_size=8), JUDGED, st.randoms())
def test_no_order_of_articles_or_judgements_can_be_told_from_the_identity(
    pack: Pack, rows: list[Told], said: list[tuple[str, str, str]], rng: random.Random
) -> None:
    told, judgements = seen(*rows), judged(*said)
    expected = outcome(told, judgements, pack)
    rng.shuffle(told)
    rng.shuffle(judgements)
    assert outcome(told, judgements, pack) == expected


def outcome(told: Sequence[Sighting], judgements: Sequence[Judgement], pack: Pack) -> Identity | str:
    """The identity, or what the judgements are refused with."""
    try:
        return identify(told, judgements, pack)
    except PackError as error:
        return str(error)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@example(
    [
        ("Ana Duarte", EM, "BR", 2018),
        ("Ana Duarte", EM, "EU", 2018),
        ("Ana Duarde", EM, "PT", 2018),
        ("Ana Duarde", EM, "EU", 2018),
    ]
)
@example([("Steve Hale", EM, "PT", None), ("Steven Hale", EM, "PT", 1931), ("Steven Hale", EM, "PT", 2018)])
@given(st.lists(ROWS, min_size=1, max_size=8))
def test_rules_never_join_two_countries_or_two_lifetimes_of_one_name(pack: Pack, rows: list[Told]) -> None:
    told = seen(*rows)
    for group in groups(told, identify(told, (), pack)):
        assert len({rows[i][2] for i in group} - {"EU", None}) <= 1
        eras = {rows[i][3] for i in group if rows[i][3]}
        assert not ({1931} <= eras and len(eras) > 1)
