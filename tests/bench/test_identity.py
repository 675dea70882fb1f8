"""What counts as a wrong merge, a missed one, and a link that is right."""

from __future__ import annotations

from bench.identity import Judged, figures


def judged(wanted: str, *entities: str, form: str = "name", members: tuple[str, ...] = ()) -> Judged:
    meant = frozenset({wanted, *members} - {""})
    return Judged("a.txt", "words", meant, wanted.startswith("grp:"), form, frozenset(entities))


def test_a_link_is_right_wrong_or_unresolved() -> None:
    found = figures([judged("per:a", "A"), judged("per:a", "A"), judged("per:b"), judged("per:b", "A", form="pronoun")])
    assert (found.right, found.wrong, found.unresolved) == (2, 1, 1)


def test_words_that_a_reader_cannot_tell_are_right_when_left_open() -> None:
    found = figures([judged("per:a", "A"), judged("", form="name"), judged("", "A")])
    assert (found.right, found.wrong, found.unresolved) == (2, 1, 0)


def test_two_people_of_one_entity_are_a_wrong_merge_once() -> None:
    found = figures([judged("per:a", "A"), judged("per:b", "A"), judged("per:b", "A")])
    assert found.merged == found.merged_names == {("per:a", "per:b")}


def test_a_pronoun_merges_but_not_by_name() -> None:
    found = figures([judged("per:a", "A"), judged("per:b", "B"), judged("per:b", "A", form="pronoun")])
    assert (found.merged, found.merged_names) == ({("per:a", "per:b")}, frozenset())


def test_one_person_of_two_entities_is_a_missed_merge() -> None:
    assert figures([judged("per:a", "A"), judged("per:a", "A2")]).split == {"per:a"}


def test_a_group_may_be_its_members() -> None:
    pair = judged("grp:both", "A", "B", form="group", members=("per:a", "per:b"))
    found = figures([judged("per:a", "A"), judged("per:b", "B"), pair])
    assert (found.right, found.merged) == (3, frozenset())
