"""The graph on disk or in memory, in pyoxigraph: named graphs that are replaced as a whole, and SPARQL over them.

On disk a store is a folder: `store.json` (the mark and manifest), `quads/` (pyoxigraph's own files), and whatever the
pipeline keeps beside them. One process writes at a time; any number read meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple, Self

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.answer import Answer, answer
from kg.store.dump import dump, triples
from kg.store.mark import FILE, check_mark
from kg.store.part import Chosen, part, shared_graphs
from kg.vocab import Term

if TYPE_CHECKING:
    from kg.store.manifest import Manifest

QUADS: Final = "quads"
# Below this, one transactional load is faster than bulk_load, which writes new files and sorts in threads of its own.
_BULK: Final = 1_000_000
# Seconds to go on looking at a store that is being rewritten.
_PATIENCE: Final = 2.0


class Change(NamedTuple):
    """Which graphs a replacement wrote anew, and which it removed."""

    written: tuple[Term, ...]
    removed: tuple[Term, ...]


class OxigraphStore:
    """A store in pyoxigraph; made by `create`, `open` or `memory`."""

    def __init__(self, quads: ox.Store, folder: Path | None, manifest: Manifest | None) -> None:
        self._quads, self._folder, self._manifest = quads, folder, manifest

    @classmethod
    def create(cls, folder: Path) -> Self:
        """The store in that folder, open to write, made where there is none yet.

        StoreError where another process writes to it, or the folder holds something else or another format.
        """
        from kg.store import manifest

        fresh = not (folder / FILE).exists()
        try:
            if fresh and folder.exists() and any(folder.iterdir()):
                raise StoreError(str(folder), "is not empty and no store: name another folder, or an empty one")
            if fresh:
                manifest.write(folder, manifest.Manifest())
            check_mark(folder)
            quads = ox.Store(str(folder / QUADS))
            return cls(quads, folder, manifest.read(folder))
        except (OSError, RuntimeError) as error:
            raise StoreError(str(folder), _why(error)) from error

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in that folder, open to read, as it stands now; StoreError where there is none.

        A build that goes on meanwhile neither waits for this reader nor is seen by it.
        """
        check_mark(folder)
        return cls(_read_only(folder), folder, None)

    @classmethod
    def memory(cls) -> Self:
        """An empty store that is gone when it is let go."""
        from kg.store.manifest import Manifest

        return cls(ox.Store(), None, Manifest())

    @property
    def name(self) -> str:
        """What messages call it."""
        return "memory" if self._folder is None else str(self._folder)

    @property
    def folder(self) -> Path | None:
        """Where it is kept; None in memory."""
        return self._folder

    @property
    def manifest(self) -> Manifest:
        """What the store says of itself; a writer may change all but `graphs`, and then `save` or `replace_graphs`."""
        if self._manifest is None:
            from kg.store import manifest

            self._manifest = manifest.read(self._folder or Path())
        return self._manifest

    def save(self) -> None:
        """Write the manifest."""
        if self._folder is not None:
            from kg.store import manifest

            try:
                manifest.write(self._folder, self.manifest)
            except OSError as error:
                raise StoreError(self.name, _why(error)) from error

    def replace_graphs(self, graphs: Mapping[str, bytes], *, keep: Collection[str] = ()) -> Change:
        """Make the store hold exactly these graphs and, as they are, those to keep.

        `graphs` maps a graph's IRI to its sorted, escaped N-Quads, every line in that graph; one without quads is no
        graph. Only graphs whose digest changed are touched. They leave the manifest before the store changes and come
        back after `flush()`, so a build killed anywhere does just those again. StoreError when the disk refuses.
        """
        from hashlib import sha256

        known = self.manifest.graphs
        digests = {iri: sha256(quads).hexdigest() for iri, quads in graphs.items() if quads}
        stale = sorted(iri for iri, digest in digests.items() if known.get(iri) != digest)
        gone = sorted(set(self.graphs()) - digests.keys() - set(keep))
        lost = [iri for iri in known if iri not in digests and iri not in keep]
        if stale or gone or lost:
            for iri in (*stale, *gone, *lost):
                known.pop(iri, None)
            self.save()
            try:
                self._rewrite(stale, gone, graphs)
            except (OSError, RuntimeError) as error:
                raise StoreError(self.name, _why(error)) from error
            known.update((iri, digests[iri]) for iri in stale)
        self.save()
        return Change(tuple(map(Term, stale)), tuple(map(Term, gone)))

    def _rewrite(self, stale: Collection[str], gone: Collection[str], graphs: Mapping[str, bytes]) -> None:
        for iri in (*stale, *gone):
            self._quads.remove_graph(ox.NamedNode(iri))
        texts = [graphs[iri] for iri in stale]
        if sum(map(len, texts)) <= _BULK:
            self._quads.load(b"".join(texts), ox.RdfFormat.N_QUADS)
        else:
            # The loader parses in one thread: two of them, with about half each, are two thirds faster.
            texts.sort(key=len)
            with ThreadPoolExecutor(2) as threads:
                halves = (b"".join(texts[0::2]), b"".join(texts[1::2]))
                list(threads.map(lambda half: self._quads.bulk_load(half, ox.RdfFormat.N_QUADS), halves))
        if self._folder is not None:
            self._quads.flush()

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL 1.1 query; QueryError where it does not parse. Performs SERVICE: see `guard`."""
        try:
            return answer(self._quads.query(text))
        except (SyntaxError, UnicodeEncodeError) as error:
            raise QueryError(f"the SPARQL does not parse: {_short(error)}") from error
        except (OSError, RuntimeError) as error:
            raise StoreError(self.name, f"the query failed: {_short(error)}") from error

    def graphs(self) -> list[Term]:
        """The IRIs of its named graphs, sorted."""
        return sorted(Term(graph.value) for graph in self._quads.named_graphs())

    def dump_graph(self, iri: str) -> bytes:
        """One named graph as N-Triples; empty where there is none."""
        return self._quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(iri)) or b""

    def graph_lines(self, iri: str) -> list[bytes]:
        """The quads of one named graph as sorted lines of N-Quads: what the digest in the manifest is of."""
        quads = self._quads.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        return sorted(b"%s .\n" % str(quad).encode() for quad in quads)

    def dump(
        self, out: IO[bytes], form: str, prefixes: Mapping[str, str], chosen: Iterable[Chosen] | None = None
    ) -> None:
        """Write all of it, or a part, streamed, in a format of `kg.store.dump.FORMATS`."""
        dump(self._quads, out, form, prefixes, chosen)

    def triples(self, chosen: Iterable[Chosen] | None = None) -> Iterator[tuple[str, str, str]]:
        """Subject, predicate and object of all triples or of a part, each once; empty for an object that is no IRI."""
        for subject, predicate, value in triples(self._quads, chosen):
            named = value.value if isinstance(value, ox.NamedNode) else ""
            yield str(getattr(subject, "value", "")), predicate.value, named

    def shared_graphs(self) -> tuple[Term, ...]:
        """The graphs that are no article's, sorted."""
        return tuple(Term(graph.value) for graph in shared_graphs(self._quads))

    def part(self, chosen: Iterable[Chosen], shared: Iterable[str], also: Iterable[str] = ()) -> Self:
        """A store in memory that holds what the chosen say and what that, or `also`, points at in the shared graphs."""
        quads = ox.Store()
        quads.bulk_extend(part(self._quads, chosen, [*map(ox.NamedNode, shared)], map(ox.NamedNode, also)))
        return type(self)(quads, None, None)

    def lines(self) -> Iterator[bytes]:
        """All quads as lines of N-Quads, sorted."""
        yield from sorted(b"%s .\n" % str(quad).encode() for quad in self._quads)

    def digest(self) -> str:
        """SHA-256 of the sorted N-Quads: equal for stores that hold the same quads, whatever their history."""
        from hashlib import sha256

        whole = sha256()
        for line in self.lines():
            whole.update(line)
        return whole.hexdigest()

    def __len__(self) -> int:
        """How many quads it holds."""
        return len(self._quads)

    def close(self) -> None:
        """Let go of the files and the lock; nothing can be asked after."""
        if hasattr(self, "_quads"):
            del self._quads

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def _read_only(folder: Path) -> ox.Store:
    """The quads, open to read.

    Where a build compacts them at this moment, files named a moment ago are gone: then it is worth another look.
    """
    if not (folder / QUADS).is_dir():
        raise StoreError(str(folder), f"nothing was built in it yet: run `kg build PATH... --store {folder}`")
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            return ox.Store.read_only(str(folder / QUADS))
        except (OSError, RuntimeError) as error:
            if "No such file" not in str(error) or time.monotonic() > patience:
                raise StoreError(str(folder), _why(error)) from error
        time.sleep(0.05)


def _why(error: Exception) -> str:
    """The reason in words a reader can act on."""
    if "lock" in str(error).lower():
        return "another process is writing to it (it is locked): wait until that build ends"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be used: {error.strerror}"
    return f"cannot be used: {_short(error)}"


def _short(error: Exception) -> str:
    """The error on one line, without the parser's long list of what it would have taken."""
    line = " ".join(str(error).split())
    return line if len(line) <= 200 else f"{line[:200]} ..."
