"""Voice and negation: what a verb says of itself, whoever asks."""

from __future__ import annotations

import pytest

from kg.extract.verbs import conjuncts, is_negated, is_passive, particle, phrases_of
from tests.reading import ParseText


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("Norway lifted the ban.", "lifted", False),
        ("Norway did not lift the ban.", "lift", True),
        ("Norway never lifted the ban.", "lifted", True),
        ("Norway no longer bans whaling.", "bans", True),
        ("The talks took no longer than a day.", "took", False),
        ("Nobody lifted the ban.", "lifted", True),
        ("No country lifted the ban.", "lifted", True),
        ("None of the states lifted the ban.", "lifted", True),
        ("Neither Norway nor Peru lifted the ban.", "lifted", True),
        ("Norway neither lifted nor eased the ban.", "lifted", True),
        ("Norway neither lifted nor eased the ban.", "eased", True),
        ("Norway did not raise its quota, nor did it lift the ban.", "lift", True),
        ("Norway did not lift or ease the ban.", "ease", True),
        ("Nobody lifted or eased the ban.", "eased", True),
        ("Nobody agreed but Norway lifted the ban.", "lifted", False),
        ("A No 10 spokesman welcomed the ban.", "welcomed", False),
    ],
)
def test_a_verb_is_negated_by_itself_its_subject_or_the_verb_before_it(
    parse_text: ParseText, text: str, verb: str, negated: bool
) -> None:
    parsed = parse_text(text)
    assert is_negated(parsed, parsed.words.index(verb)) is negated


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The ban was lifted by Norway.", "lifted", True),
        ("The truce struck by Norway held.", "struck", True),
        ("Norway has lifted the ban.", "lifted", False),
        ("Norway, lifting the ban, left.", "lifting", False),
    ],
)
def test_a_verb_is_passive_by_its_auxiliary_or_behind_its_noun(
    parse_text: ParseText, text: str, verb: str, passive: bool
) -> None:
    parsed = parse_text(text)
    assert is_passive(parsed, parsed.words.index(verb)) is passive


@pytest.mark.parametrize(
    ("text", "verb", "phrases"),
    [
        ("Norway called the talks off.", "called", ("call off",)),
        ("Norway lifted the ban.", "lifted", ("lift",)),
        ("Norway rolled back the ban.", "rolled", ("roll back",)),
    ],
)
def test_a_verb_is_looked_up_with_its_particle(
    parse_text: ParseText, text: str, verb: str, phrases: tuple[str, ...]
) -> None:
    parsed = parse_text(text)
    assert phrases_of(parsed, parsed.words.index(verb))[: len(phrases)] == phrases


def test_a_particle_may_stand_behind_the_object(parse_text: ParseText) -> None:
    parsed = parse_text("Norway called the talks off.")
    assert particle(parsed, parsed.words.index("called")) == "off"


def test_conjuncts_are_found_at_any_depth(parse_text: ParseText) -> None:
    parsed = parse_text("Norway, Peru and Chile lifted the ban.")
    assert [parsed.words[j] for j in conjuncts(parsed, 0)] == ["Peru", "Chile"]
