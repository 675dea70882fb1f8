"""The pack as it is matched: each of its words can be met in a text."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.extract import Lexicon
from tests.reading import ParseText, ParseTexts


def test_every_hyphened_word_of_the_packs_is_a_lemma_that_a_text_can_have(
    lexicon: Lexicon, parse_texts: ParseTexts
) -> None:
    words = sorted(lexicon.hyphened)
    texts = parse_texts([f"Norway saw the {word} in May." for word in words])
    assert [word for word, text in zip(words, texts, strict=True) if word not in text.lemmas] == []


def test_no_other_word_of_the_packs_is_taken_apart(lexicon: Lexicon, nlp: Language) -> None:
    pack = lexicon.pack
    lists = (pack.cues, pack.negation, pack.dates, pack.moves, pack.measures, pack.meetings)
    parts = sorted({part for words in lists for phrase in words.words() for part in phrase.split() if "-" not in part})
    assert [part for part in parts if len(nlp.make_doc(part)) != 1] == []


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Two cease-fires held in May.", "cease-fire"),
        ("The parliament rubber-stamped it in May.", "rubber-stamp"),
        ("They held a tete-a-tete in Oslo.", "tete-a-tete"),
        ("They gave it the thumbs-up in May.", "thumbs-up"),
        ("They led the walk - out in Oslo.", "out"),
        ("They saw the by-election in May.", "election"),
    ],
)
def test_the_last_part_of_a_hyphened_word_has_the_lemma_of_the_whole(
    parse_text: ParseText, text: str, lemma: str
) -> None:
    parsed = parse_text(text)
    assert lemma in parsed.lemmas
