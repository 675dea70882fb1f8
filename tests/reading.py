"""Articles read without a file: the model and the pack are loaded once for all tests (a plugin of conftest.py)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from spacy.language import Language

from kg.extract import Lexicon, Text, extract
from kg.model import Article, ArticleRecords
from kg.nlp import Parser, load_model
from kg.packs import Pack
from kg.segment import segment

ParseTexts = Callable[..., list[Text]]
ParseText = Callable[..., Text]
ReadText = Callable[..., ArticleRecords]


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The curated data of this checkout."""
    return Pack()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy model that the project is locked to."""
    return load_model()


@pytest.fixture(scope="session")
def lexicon(pack: Pack, nlp: Language) -> Lexicon:
    return Lexicon(pack, nlp)


@pytest.fixture(scope="session")
def parse_texts(pack: Pack, nlp: Language, lexicon: Lexicon) -> ParseTexts:
    """Several articles as their extractors see them, parsed in one batch: a0.txt, a1.txt and so on."""
    parser = Parser(nlp)

    def texts(strings: Sequence[str], published: date | None = None) -> list[Text]:
        readings = [segment(string, pack.boilerplate) for string in strings]
        return [
            Text(article(f"a{i}.txt", string, published), reading, doc, lexicon)
            for i, (string, reading, doc) in enumerate(zip(strings, readings, parser.parse(readings), strict=True))
        ]

    return texts


@pytest.fixture(scope="session")
def parse_text(parse_texts: ParseTexts) -> ParseText:
    """One article as its extractors see it."""

    def text(string: str, published: date | None = None) -> Text:
        return parse_texts([string], published)[0]

    return text


@pytest.fixture(scope="session")
def read_text(parse_text: ParseText) -> ReadText:
    """The records of one article, without a date of publication unless one is given."""

    def records(string: str, published: date | None = None) -> ArticleRecords:
        return extract(parse_text(string, published))

    return records


def article(identifier: str, string: str, published: date | None = None) -> Article:
    """An article of that text."""
    sha256 = hashlib.sha256(string.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(identifier=identifier, text=string, sha256=sha256, published=published)
