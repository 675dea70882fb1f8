from __future__ import annotations

import pytest

from kg.model import Evidence, Mention
from kg.packs import Pack
from kg.resolve.gender import gender_of


def mention(text: str, printed: str, name: str, title: str | None = None) -> Mention:
    start = text.index(printed)
    evidence = Evidence(article="a.txt", start=start, end=start + len(printed), rule="r", confidence=1)
    return Mention(evidence=evidence, form="name", kind="person", name=name, title=title)


@pytest.mark.parametrize(
    ("text", "printed", "name", "title", "gender"),
    [
        ("Mrs Okafor left.", "Mrs Okafor", "Okafor", None, "she"),
        ("Mr Okafor left.", "Mr Okafor", "Okafor", None, "he"),
        ("spokeswoman Noor Okafor", "Noor Okafor", "Noor Okafor", "spokeswoman", "she"),
        ("her husband, Kim Okafor, left", "Kim Okafor", "Kim Okafor", None, "he"),
        ("Kim Okafor, wife of the minister", "Kim Okafor", "Kim Okafor", None, "she"),
        ("Ingrid Okafor left", "Ingrid Okafor", "Ingrid Okafor", None, "she"),
        ("Jean-Marc Okafor left", "Jean-Marc Okafor", "Jean-Marc Okafor", None, None),
        ("Kim Okafor left", "Kim Okafor", "Kim Okafor", None, None),
        ("Mrozek left", "Mrozek", "Mrozek", None, None),
    ],
)
def test_gender_is_what_the_words_say(
    pack: Pack, text: str, printed: str, name: str, title: str | None, gender: str | None
) -> None:
    assert gender_of(mention(text, printed, name, title), text, pack.people) == gender


def test_no_given_name_is_both_a_womans_and_a_mans(pack: Pack) -> None:
    assert not pack.people.women & pack.people.men
