"""Articles -> encoded records: one process, or several that each load the model once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.extract import Lexicon, Text, extract
from kg.kept import encode
from kg.nlp import Parser, load_model
from kg.packs import Pack
from kg.segment import segment

if TYPE_CHECKING:
    from kg.model import Article, ArticleRecords
    from kg.nlp import Language

CHUNK: Final = 256
BATCH: Final = 16


class Extractor:
    """Model and lexicon, loaded once: articles -> records, each from its article alone."""

    def __init__(self, pack: Pack, nlp: Language | None = None) -> None:
        nlp = nlp or load_model()
        self._pack = pack
        self._parser = Parser(nlp)
        self._lexicon = Lexicon(pack, nlp)

    def texts(self, articles: Sequence[Article]) -> Iterator[Text]:
        """Each article as its extractors see it, in order."""
        readings = [segment(article.text, self._pack.boilerplate) for article in articles]
        for article, reading, doc in zip(articles, readings, self._parser.parse(readings), strict=True):
            yield Text(article, reading, doc, self._lexicon)

    def run(self, articles: Sequence[Article]) -> Iterator[ArticleRecords]:
        """The records of each article, in order."""
        return map(extract, self.texts(articles))


def encoded_records(articles: Sequence[Article], pack: Pack, *, nlp: Language | None, jobs: int) -> Iterator[bytes]:
    """The encoded records of each article, in order: the same bytes for any number of processes."""
    if jobs == 1:
        extractor = Extractor(pack, nlp)
        for chunk in _batches(articles, CHUNK):
            yield from map(encode, extractor.run(chunk))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as processes:
        tasks = [processes.submit(_work, batch, pack.root, pack.overlays) for batch in _batches(articles, BATCH)]
        for task in tasks:
            yield from task.result()


def _batches(articles: Sequence[Article], size: int) -> Iterator[Sequence[Article]]:
    return (articles[start : start + size] for start in range(0, len(articles), size))


def _work(articles: Sequence[Article], root: Path, overlays: tuple[Path, ...]) -> list[bytes]:
    """One batch in a process of its own."""
    return list(map(encode, _extractor(root, overlays).run(articles)))


@cache
def _extractor(root: Path, overlays: tuple[Path, ...]) -> Extractor:
    return Extractor(Pack(root, overlays))
