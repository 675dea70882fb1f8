"""Articles -> encoded records: one process, or several that share the model or each load it once."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import traceback
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import KgError
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
LEAST: Final = 4
"""Articles that one of several processes takes at once: so many while many wait, so few at the end."""
FEW: Final = 48


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article has no records."""

    reason: str


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


def processes(waiting: int) -> int:
    """How many processes are worth their start for so many articles: one for few, else one for each processor."""
    if waiting < FEW:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def encoded_records(
    articles: Sequence[Article], pack: Pack, *, nlp: Language | None, jobs: int | None
) -> Iterator[bytes | Failure]:
    """The encoded records of each article, or why there are none, in order: the same for any number of processes.

    KgError where a process that parses is killed.
    """
    jobs = jobs or processes(len(articles))
    if jobs == 1:
        extractor = Extractor(pack, nlp)
        for start in range(0, len(articles), CHUNK):
            yield from map(_encoded, extractor.texts(articles[start : start + CHUNK]))
        return
    with _executor(jobs, pack, nlp) as executor:
        try:
            yield from worked(executor, articles, ahead=2 * jobs)
        except BrokenProcessPool as error:
            raise KgError(
                "a process that parses articles was killed, probably for want of memory: build again with `-j 1`; "
                "what is parsed is kept"
            ) from error


def worked(executor: Executor, articles: Sequence[Article], ahead: int) -> Iterator[bytes | Failure]:
    """What the processes make of each article, in order, with so many batches under way at most."""
    batches = _batches(articles, ahead)
    under_way = deque(executor.submit(_work, batch) for batch in islice(batches, ahead))
    while under_way:
        yield from under_way.popleft().result()
        under_way.extend(executor.submit(_work, batch) for batch in islice(batches, 1))


def _executor(jobs: int, pack: Pack, nlp: Language | None) -> ProcessPoolExecutor:
    """Processes with an extractor each: that of this process where a fork can share it, else one of their own."""
    if sys.platform != "linux":
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (None, pack.root, pack.overlays))
    arguments = (Extractor(pack, nlp), pack.root, pack.overlays)
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin, arguments)


def _batches(articles: Sequence[Article], ahead: int) -> Iterator[Sequence[Article]]:
    """The articles in order, in batches that get smaller towards the end, so that no process ends long before others.

    Guided self-scheduling: Polychronopoulos and Kuck, IEEE Transactions on Computers 36 (1987).
    """
    start = 0
    while start < len(articles):
        size = min(BATCH, max(LEAST, (len(articles) - start) // ahead))
        yield articles[start : start + size]
        start += size


_own: Extractor


def _begin(shared: Extractor | None, root: Path, overlays: tuple[Path, ...]) -> None:
    """Begin a process of the pool; it ends with the one that began it, however that ends."""
    global _own
    _own = shared or Extractor(Pack(root, overlays))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _work(articles: Sequence[Article]) -> list[bytes | Failure]:
    """One batch in a process of its own."""
    return list(map(_encoded, _own.texts(articles)))


def _encoded(text: Text) -> bytes | Failure:
    try:
        return encode(extract(text))
    except Exception as error:  # a rule's fault in one article must not cost the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{type(error).__name__}, {Path(place.filename).name} line {place.lineno}"
        return Failure(f"a rule failed on it ({told}): please report it with the article")
