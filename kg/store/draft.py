"""A generation of a store in the making: what changes, written where nobody sees it yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.files import sync
from kg.store.answer import Triples, answer
from kg.store.generation import fresh
from kg.store.refusals import refusals
from kg.store.texts import Texts

# Bytes of N-Quads. Below the first, a transactional load is faster than bulk_load, which writes new files and sorts in
# threads of its own; above the second, larger batches are no faster.
BULK: Final = 1_000_000
BATCH: Final = 8_000_000


class Draft:
    """The quads of a store with some graphs replaced: in memory themselves, on disk a copy of hard links.

    `digests` are of the graphs taken in. `path` is None as long as there is nothing on the disk that differs. What the
    disk refuses is a StoreError that names the store; what the iterables handed in raise passes as it is.
    """

    def __init__(
        self, quads: ox.Store, current: Path | None, known: Mapping[str, str], store: str, texts: Texts | None
    ) -> None:
        self.quads = quads
        self.path: Path | None = None
        self.digests: dict[str, str] = {}
        self.written: list[str] = []
        self.removed: list[str] = []
        self._current, self._known, self._store, self._texts = current, known, store, texts

    def take(self, graphs: Iterable[tuple[str, bytes]]) -> None:
        """Make the draft hold these graphs; those that are known by their digest are there.

        One batch is loaded while the graphs of the next are made.
        """
        with ThreadPoolExecutor(1) as loader:
            loading: Future[None] | None = None
            for batch in self._changed(graphs):
                if loading:
                    loading.result()
                loading = loader.submit(self._put, batch)
            if loading:
                loading.result()

    def _changed(self, graphs: Iterable[tuple[str, bytes]]) -> Iterator[dict[str, bytes]]:
        """The graphs that are not known, in batches."""
        batch: dict[str, bytes] = {}
        size = 0
        for iri, text in graphs:
            if not text:
                continue
            self.digests[iri] = sha256(text).hexdigest()
            if self._known.get(iri) != self.digests[iri]:
                batch[iri] = text
                size += len(text)
            if size >= BATCH:
                yield batch
                batch, size = {}, 0
        if batch:
            yield batch

    def _put(self, batch: Mapping[str, bytes]) -> None:
        for iri, text in batch.items():
            self._remove(iri)
            self.written.append(iri)
            if self._texts:
                with refusals(self._store):
                    self._texts.put(self.digests[iri], text)
        self._load(list(batch.values()))

    def derive(self, rules: Mapping[str, str]) -> None:
        """Take in what each CONSTRUCT rule adds, in the graph that it fills, now that what they read is there."""
        with refusals(self._store):
            derived = {iri: answer(self.quads.query(rule)) for iri, rule in rules.items()}
            texts = {iri: found.nquads(iri) for iri, found in derived.items() if isinstance(found, Triples)}
        self.take(texts.items())

    def drop(self, graphs: Iterable[str]) -> None:
        """Take these graphs out."""
        for iri in graphs:
            self._remove(iri)
            self.removed.append(iri)

    def finish(self) -> None:
        """Put on the disk what differs, and let go of it: from here on it is only read."""
        if self.path:
            with refusals(self._store):
                self.quads.flush()
                self.close()
                sync(self.path.parent)

    def close(self) -> None:
        """Let go of the quads."""
        self.quads = ox.Store()

    def _remove(self, iri: str) -> None:
        with refusals(self._store):
            if self._current and not self.path:
                self.path = fresh(self._current.parent)
                if self._current.is_dir():
                    self.quads.backup(str(self.path))
                self.quads = ox.Store(str(self.path))
            self.quads.remove_graph(ox.NamedNode(iri))

    def _load(self, texts: list[bytes]) -> None:
        with refusals(self._store):
            _load(self.quads, texts)


def _load(quads: ox.Store, texts: list[bytes]) -> None:
    if sum(map(len, texts)) <= BULK:
        quads.load(b"".join(texts), ox.RdfFormat.N_QUADS)
        return
    # The loader parses in one thread: two of them, with about half each, are two thirds faster.
    texts.sort(key=len)
    with ThreadPoolExecutor(2) as threads:
        halves = (b"".join(texts[0::2]), b"".join(texts[1::2]))
        list(threads.map(lambda half: quads.bulk_load(half, ox.RdfFormat.N_QUADS), halves))
