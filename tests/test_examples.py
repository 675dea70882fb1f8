"""The core's own examples, and that `check` sees those of a pack that do not hold."""

from __future__ import annotations

import copy
from pathlib import Path

import msgspec
import pytest

from kg.errors import PackError
from kg.examples import check
from kg.nlp import Language
from kg.packs import Cues, Example, Layer, Pack
from kg.packs.layer import WORDS

LISTS = [(name, field) for name, kind in WORDS.items() for field in kind.listed()]


def test_every_example_of_the_core_holds_and_every_frame_has_both_kinds(pack: Pack, nlp: Language) -> None:
    read, findings = check(pack, pack.layers, nlp)
    assert findings == []
    assert read > 2 * len(list(pack.layers[0].filled()))


@pytest.mark.long
@pytest.mark.parametrize(("name", "key"), LISTS, ids=lambda part: str(part))
def test_without_its_words_a_list_fails_its_examples(pack: Pack, nlp: Language, name: str, key: str) -> None:
    words = getattr(pack.layers[0], name)
    examples = tuple(example for example in words.examples if example.of == key)
    if not examples:
        assert (name, key) in {("moves", "verbs"), ("moves", "nouns"), ("moves", "adjectives")}
        return
    (field,) = (f.name for f in msgspec.structs.fields(words) if f.encode_name == key)
    without = copy.copy(pack)
    setattr(without, name, msgspec.structs.replace(words.bare(), **{field: type(getattr(words, field))()}))
    alone = msgspec.structs.replace(Layer(), **{name: WORDS[name](examples=examples)})
    assert check(without, [alone], nlp)[1]


def findings(pack: Pack, nlp: Language, example: Example) -> list[tuple[str, str, str]]:
    layer = Layer(folder="mine", cues=Cues(examples=(example,)))
    assert all(Path(found.file) == Path("mine/cues.yaml") for found in check(pack, [layer], nlp)[1])
    return [(found.sentence, found.expected, found.came) for found in check(pack, [layer], nlp)[1]]


@pytest.mark.parametrize(
    ("yields", "yes", "no", "found"),
    [
        ({"record": "statement"}, "Norway said it would wait.", "Norway waited for a long time.", []),
        (
            {"record": "statement", "polarity": "denied"},
            "Norway said it would wait.",
            "Norway waited for a long time.",
            [("Norway said it would wait.", "statement (polarity denied)", "statement (polarity asserted)")],
        ),
        (
            {"record": "commitment", "kind": "threat"},
            "Norway waited for a long time.",
            "Turkey threatened to close the strait.",
            [
                ("Norway waited for a long time.", "commitment (kind threat)", "no commitment"),
                (
                    "Turkey threatened to close the strait.",
                    "no commitment (kind threat)",
                    "commitment (kind threat)",
                ),
            ],
        ),
        ({"record": "statement", "speakers": "Norway"}, "Norway said it would wait.", "Peru said it would wait.", []),
        (
            {"record": "date", "when": "2021-06-15"},
            "Norway waited in vain on Tuesday.",
            "Norway has to wait today.",
            [],
        ),
        (
            {"record": "mention"},
            "Wait.",
            "There is no rain.",
            [("Wait.", "mention", "it was not read: an example is a whole sentence, of five words or more")],
        ),
    ],
)
def test_what_was_expected_is_told_beside_what_came(
    pack: Pack, nlp: Language, yields: dict[str, str], yes: str, no: str, found: list[tuple[str, str, str]]
) -> None:
    assert findings(pack, nlp, Example(of="speech", yields=yields, yes=(yes,), no=(no,))) == found


def test_a_list_without_examples_is_told(pack: Pack, nlp: Language) -> None:
    layer = Layer(folder="mine", cues=Cues(speech=frozenset({"trumpet"})))
    told = [(found.entry, found.expected, found.came) for found in check(pack, [layer], nlp)[1]]
    assert told == [("speech", "an example under `yes`", "none"), ("speech", "an example under `no`", "none")]


@pytest.mark.parametrize(
    ("yields", "message"),
    [
        ({}, "`record` '' is not known; there are statement, mention"),
        ({"record": "statment"}, "`record` 'statment' is not known; there are statement"),
        ({"record": "date", "polarity": "denied"}, "a date has no slot `polarity`; there are evidence, when"),
    ],
)
def test_an_example_that_asks_for_what_there_is_not_is_refused(
    pack: Pack, nlp: Language, yields: dict[str, str], message: str
) -> None:
    with pytest.raises(PackError, match="the examples of `speech`") as raised:
        findings(pack, nlp, Example(of="speech", yields=yields, yes=("Norway said it would wait.",)))
    assert message in str(raised.value)
