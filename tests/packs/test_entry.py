"""How two layers join: lists are united, tables extended, and what has one identity is there once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.packs import Cues, IssuePhrases, Measures, MoveFrame, Moves, People, Polity
from kg.packs.entry import united

WORDS = st.frozensets(st.text("abc", min_size=1, max_size=2), max_size=5)
CUES = st.builds(
    lambda speech, silence, particles: Cues(speech=speech, silence=silence, particles=particles),
    WORDS,
    st.dictionaries(st.sampled_from(["decline", "refuse"]), WORDS),
    st.dictionaries(st.sampled_from(["point", "hit"]), st.sampled_from(["out", "on"])),
)


@given(CUES, CUES)
def test_nothing_that_a_layer_says_is_lost_and_the_layer_above_has_the_last_word(below: Cues, above: Cues) -> None:
    both = united(below, above)
    assert both.speech == below.speech | above.speech
    for verb in below.silence.keys() | above.silence.keys():
        assert both.silence[verb] == below.silence.get(verb, frozenset()) | above.silence.get(verb, frozenset())
    assert both.particles == {**below.particles, **above.particles}


@given(CUES, CUES, CUES)
def test_it_is_all_the_same_which_two_of_three_layers_join_first(a: Cues, b: Cues, c: Cues) -> None:
    assert united(united(a, b), c) == united(a, united(b, c))


@given(CUES)
def test_an_empty_layer_changes_nothing(cues: Cues) -> None:
    assert united(cues, Cues()) == united(Cues(), cues) == united(cues, cues) == cues


def test_nested_lists_are_united_and_entries_of_a_list_appended() -> None:
    below = Measures(nouns={"tariff": frozenset({"levy"})}, modified={"tax": {"import": "tariff"}})
    above = Measures(nouns={"tariff": frozenset({"toll"})}, modified={"tax": {"border": "tariff"}})
    both = united(below, above)
    assert both.nouns == {"tariff": {"levy", "toll"}}
    assert both.modified == {"tax": {"import": "tariff", "border": "tariff"}}
    vow, warn = MoveFrame(kind="pledge", words=("vow",)), MoveFrame(kind="threat", words=("warn",))
    assert united(Moves(verbs=(vow,)), Moves(verbs=(warn,))).verbs == (vow, warn)
    assert united(People(sides=("both sides",)), People(sides=("both sides", "the pair"))).sides == (
        "both sides",
        "the pair",
    )


def test_a_row_takes_the_place_of_the_one_with_its_key() -> None:
    norway, peru = (Polity(code=c, name=n, kind="country", source="x") for c, n in (("NO", "Norway"), ("PE", "Peru")))
    kingdom = Polity(code="NO", name="Kingdom of Norway", kind="country", source="y")
    assert united((norway, peru), (kingdom,)) == (kingdom, peru)


def test_phrases_join_those_of_the_issue_and_leave_its_label() -> None:
    known = IssuePhrases(issue="fish", label="Fish", definition="What swims.", phrases=("cod", "hake"))
    more = IssuePhrases(issue="fish", phrases=("hake", "eel"))
    assert united((known,), (more,)) == (
        IssuePhrases(issue="fish", label="Fish", definition="What swims.", phrases=("cod", "hake", "eel")),
    )
