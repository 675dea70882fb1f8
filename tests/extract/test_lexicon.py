"""The pack as it is matched: each of its words can be met in a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.extract import Lexicon
from kg.extraction import Extractor
from kg.packs import Pack
from tests.reading import ParseText, ParseTexts, article


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


def test_a_pack_of_ones_own_may_bring_any_noun_hyphened_or_not(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: mine\nlabel: Mine\n")
    (tmp_path / "meetings.yaml").write_text("venues: [water-mill]\n")
    (tmp_path / "measures.yaml").write_text("instruments: [concordat]\n")
    text = "Shareholders met at a water-mill to vote. The concordat cut output to 90,000 tonnes."
    (of_core,) = Extractor(Pack(), nlp).run([article("a.txt", text)])
    (of_both,) = Extractor(Pack(overlays=[tmp_path]), nlp).run([article("a.txt", text)])
    assert [meeting.place for meeting in of_core.meetings + of_both.meetings] == [None, "water-mill"]
    assert [measure.kind for measure in of_core.measures + of_both.measures] == ["production-target"]
