from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelMissing
from kg.nlp import Parser, load_model
from kg.packs import Pack
from kg.segment import segment
from tests.reading import ParseText, ParseTexts

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds" / "articles").glob("*.txt"))
TEXTS = [path.read_text("utf-8") for path in SEEDS]


def test_a_missing_model_says_how_to_install_it() -> None:
    with pytest.raises(ModelMissing, match="pip install en-core-web-none"):
        load_model("en_core_web_none")


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem[:3] for path in SEEDS])
def test_the_parser_keeps_the_sentences_of_the_segmenter(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    starts = [parsed.tokens[first].idx for first, _ in parsed.sentences]
    assert starts == parsed.reading.starts


def test_an_article_is_parsed_the_same_alone_and_among_others(parse_text: ParseText, parse_texts: ParseTexts) -> None:
    for alone, among in zip(map(parse_text, TEXTS), parse_texts(TEXTS), strict=True):
        for column in ("words", "lemmas", "pos", "tags", "deps", "heads"):
            assert getattr(alone, column) == getattr(among, column)


def test_looked_up_forms_are_those_of_the_models_own_pipeline(nlp: Language, pack: Pack) -> None:
    readings = [segment(text, pack.boilerplate) for text in TEXTS]
    tokens = differ = 0
    for doc in Parser(nlp).parse(readings):
        plain = doc.copy()
        for name in ("attribute_ruler", "lemmatizer"):
            plain = nlp.get_pipe(name)(plain)
        tokens += len(doc)
        differ += sum((a.pos_, a.lemma_) != (b.pos_, b.lemma_) for a, b in zip(doc, plain, strict=True))
    assert differ <= tokens / 500


def test_an_empty_reading_is_an_empty_doc(nlp: Language, pack: Pack) -> None:
    (doc,) = Parser(nlp).parse([segment("", pack.boilerplate)])
    assert len(doc) == 0


@pytest.mark.parametrize(("room", "sizes"), [(10**9, [32, 3]), (50, [2] * 17 + [1]), (1, [1] * 35)])
def test_texts_are_parsed_together_as_far_as_there_is_room(
    nlp: Language, pack: Pack, monkeypatch: pytest.MonkeyPatch, room: int, sizes: list[int]
) -> None:
    reading = segment("The minister said no.", pack.boilerplate)
    assert 25 > len(reading.text) > 15
    together: list[int] = []
    pipe = nlp.pipe

    def watched(docs: Iterable[Doc], **options: Any) -> Iterator[Doc]:
        batch = list(docs)
        together.append(len(batch))
        return pipe(batch, **options)

    monkeypatch.setattr(nlp, "pipe", watched)
    monkeypatch.setattr("kg.nlp.ROOM", room)
    assert len(list(Parser(nlp).parse([reading] * 35))) == 35
    assert together == sizes
