"""The graph on disk or in memory, in pyoxigraph: named graphs that are replaced as a whole, and SPARQL over them.

On disk a store is a folder: `store.json` (the mark and manifest), `quads-N/` (pyoxigraph's own files), `graphs/` (the
same as text), and whatever the pipeline keeps beside them. One process writes at a time; any number read meanwhile,
each the generation it opened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from io import BytesIO
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Final, NamedTuple, Self, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.files import sync
from kg.store.answer import Answer, answer
from kg.store.dump import FORMATS, dump, triples
from kg.store.generation import Lock, check_place, fresh, hold, retire, writers
from kg.store.mark import FILE, open_mark
from kg.store.part import Chosen, part
from kg.store.refusals import refusals, short, why
from kg.store.texts import Texts
from kg.vocab import Term

if TYPE_CHECKING:
    from kg.store.manifest import Manifest

Name = TypeVar("Name", bound=str)
NO_RULES: Final[Mapping[str, str]] = MappingProxyType({})


class Replacement(NamedTuple):
    """Which graphs a replacement wrote anew, and which it removed."""

    written: tuple[Term, ...]
    removed: tuple[Term, ...]


class OxigraphStore:
    """A store in pyoxigraph; made by `create`, `open` or `memory`."""

    def __init__(self, quads: ox.Store, folder: Path | None, manifest: Manifest | None) -> None:
        self._quads, self._folder, self._manifest = quads, folder, manifest
        self._texts = Texts(folder) if folder else None
        self._told: IO[bytes] | None = None
        self._locks: list[Lock] = []

    @classmethod
    def create(cls, folder: Path) -> Self:
        """The store in that folder, open to write, made where there is none yet.

        StoreError where another process writes to it, or the folder holds something else or another format.
        """
        from kg.store import manifest

        check_place(folder)
        with refusals(str(folder)):
            folder.mkdir(parents=True, exist_ok=True)
            writer = writers(folder)
            if not (folder / FILE).exists():
                manifest.write(folder, manifest.Manifest())
            told = manifest.read(folder)
            retire(folder, told.quads)
            current = folder / told.quads
            if not current.is_dir():
                told.graphs = {}
            store = cls(ox.Store.read_only(str(current)) if current.is_dir() else ox.Store(), folder, told)
            store._locks = [writer]
            return store

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in that folder, open to read, as it stands now; StoreError where there is none.

        A build that goes on meanwhile neither waits for this reader nor is seen by it.
        """
        while True:
            current, told = open_mark(folder)
            try:
                lock = hold(current)
                quads = ox.Store.read_only(str(current))
            except (OSError, RuntimeError) as error:
                # Between the look at the mark and the hold on what it names, a build may have put another in its place.
                if open_mark(folder).quads != current:
                    continue
                if not current.is_dir():
                    reason = f"nothing was built in it yet: run `kg build PATH... --store {folder}`"
                    raise StoreError(str(folder), reason) from None
                raise StoreError(str(folder), why(error)) from error
            store = cls(quads, folder, None)
            store._told, store._locks = told, [lock]
            return store

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
        """What the store says of itself; a writer may change all but `quads` and `graphs` before it replaces graphs."""
        if self._manifest is None:
            from kg.store import manifest

            assert self._folder is not None
            assert self._told is not None
            self._manifest = manifest.parse(self._folder, self._told)
        return self._manifest

    def replace_graphs(
        self,
        graphs: Mapping[Name, bytes] | Iterable[tuple[Name, bytes]],
        *,
        keep: Collection[str] = (),
        rules: Mapping[str, str] = NO_RULES,
    ) -> Replacement:
        """Make the store hold exactly these graphs, what the rules derive of them and, as they are, those to keep.

        `graphs` are, in any order, IRIs with their sorted, escaped N-Quads, every line in that graph; one without quads
        is no graph. `rules` map a graph's IRI to the CONSTRUCT query that fills it. Only graphs whose digest changed
        are written, to a generation that takes the place of the present one when all of it is on the disk: where
        something goes wrong before, or the process is killed, the store is as it was. StoreError when the disk refuses;
        what the making of `graphs` raises passes as it is.
        """
        from kg.store.draft import Draft

        known = self.manifest.graphs
        draft = Draft(self._quads, self._folder and self._folder / self.manifest.quads, known, self.name, self._texts)
        try:
            draft.take(graphs.items() if isinstance(graphs, Mapping) else graphs)
            draft.drop(sorted(set(self.held_graphs()) - draft.digests.keys() - {*keep, *rules}))
            draft.derive(rules)
            draft.drop(sorted(rules.keys() & set(self.held_graphs()) - draft.digests.keys()))
            told = copy(self.manifest)
            told.graphs = {**{iri: known[iri] for iri in keep if iri in known}, **draft.digests}
            draft.finish()
            with refusals(self.name):
                self._publish(told, draft.path)
        except BaseException:
            draft.close()
            self._clear()
            raise
        return Replacement(tuple(map(Term, sorted(draft.written))), tuple(map(Term, draft.removed)))

    def take_over(self, other: Self, manifest: Manifest) -> None:
        """Hold what the other store does, under this manifest, at once; StoreError when the disk refuses."""
        assert self._folder
        assert self._texts
        assert other._texts
        path = fresh(self._folder)
        try:
            with refusals(self.name):
                other._texts.share(manifest.graphs.values(), self._texts)
                other._quads.backup(str(path))
                sync(self._folder)
                self._publish(manifest, path)
        except BaseException:
            self._clear()
            raise

    def _publish(self, told: Manifest, generation: Path | None) -> None:
        """Make the manifest what counts, and with it the generation, if there is a new one."""
        if self._folder and self._texts:
            from kg.store import manifest

            if generation:
                told.quads = generation.name
            manifest.write(self._folder, told)
            if generation:
                self._quads = ox.Store.read_only(str(generation))
                retire(self._folder, told.quads)
                self._texts.forget(told.graphs.values())
        self._manifest = told

    def _clear(self) -> None:
        """Remove what was not published."""
        if self._folder is not None:
            retire(self._folder, open_mark(self._folder).quads.name)

    def retire(self) -> bool:
        """Remove the generations before this one that nobody reads; whether nobody reads an earlier one."""
        return self._folder is None or retire(self._folder, self.manifest.quads)

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL 1.1 query; QueryError where it does not parse. Performs SERVICE: see `guard`."""
        try:
            return answer(self._quads.query(text))
        except (SyntaxError, UnicodeEncodeError) as error:
            raise QueryError(f"the SPARQL does not parse: {short(error)}") from error
        except (OSError, RuntimeError) as error:
            raise StoreError(self.name, f"the query failed: {short(error)}") from error

    def graphs(self) -> list[Term]:
        """The IRIs of its named graphs, sorted; on disk what the manifest says, as a look at the quads takes memory."""
        return sorted(map(Term, self.manifest.graphs)) if self._folder else self.held_graphs()

    def held_graphs(self) -> list[Term]:
        """The same by its quads."""
        return sorted(Term(graph.value) for graph in self._quads.named_graphs())

    def dump_graph(self, iri: str) -> bytes:
        """One named graph as N-Triples; empty where there is none."""
        return self._quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(iri)) or b""

    def graph_lines(self, iri: str) -> list[bytes]:
        """The quads of one named graph as sorted lines of N-Quads: what the digest in the manifest is of."""
        with refusals(self.name):
            quads = self._quads.quads_for_pattern(None, None, None, ox.NamedNode(iri))
            return sorted(b"%s .\n" % str(quad).encode() for quad in quads)

    def graph_text(self, iri: str) -> IO[bytes]:
        """The quads of one named graph as sorted, escaped N-Quads, in a file that spills to disk."""
        kept = self._texts and self._texts.get(self.manifest.graphs.get(iri, ""))
        return kept or BytesIO(b"".join(self.graph_lines(iri)))

    def dump(
        self, out: IO[bytes], form: str, prefixes: Mapping[str, str], chosen: Iterable[Chosen] | None = None
    ) -> None:
        """Write all of it, or a part, streamed, in a format of `kg.store.dump.FORMATS`."""
        quads = (quad for _, quads in self._by_graph(chosen) for quad in quads)
        dump(quads if FORMATS[form].graphs else self._triples_of(chosen), out, form, prefixes)

    def triples(self, chosen: Iterable[Chosen] | None = None) -> Iterator[tuple[str, str, str]]:
        """Subject, predicate and object of all triples or of a part, each once; empty for an object that is no IRI."""
        for subject, predicate, value in self._triples_of(chosen):
            named = value.value if isinstance(value, ox.NamedNode) else ""
            yield str(getattr(subject, "value", "")), predicate.value, named

    def _triples_of(self, chosen: Iterable[Chosen] | None) -> Iterator[ox.Triple]:
        """The triples of a part, or of all, each once."""
        # Triples of article graphs are about that article alone, so only those of the other graphs can recur. They are
        # looked for in the curated graph first, so that its own, which are the most, are not looked for at all.
        from kg.iri import CURATED

        shared = sorted(self._shared(), key=lambda graph: graph.value != CURATED)
        before = {graph.value: shared[:place] for place, graph in enumerate(shared)}
        for graph, quads in self._by_graph(chosen):
            yield from triples(self._quads, quads, before.get(graph, ()))

    def _by_graph(self, chosen: Iterable[Chosen] | None) -> Iterator[tuple[str, Iterator[ox.Quad]]]:
        """The quads of a part, or of all in the order of their graphs, each graph's after its IRI."""
        # To ask each quad for its graph takes twice as long as to write it: not where that is known.
        if chosen is None:
            return ((graph, self._graph_quads(graph)) for graph in self.graphs())
        quads = part(self._quads, self._graph_quads, chosen, self._shared())
        return groupby(quads, lambda quad: str(getattr(quad.graph_name, "value", "")))

    def _graph_quads(self, iri: str) -> Iterator[ox.Quad]:
        if self._texts:
            return ox.parse(self.graph_text(iri), ox.RdfFormat.N_QUADS)
        return self._quads.quads_for_pattern(None, None, None, ox.NamedNode(iri))

    def _shared(self) -> list[ox.NamedNode]:
        return [*map(ox.NamedNode, self.shared_graphs())]

    def shared_graphs(self) -> tuple[Term, ...]:
        """The graphs that are no article's, sorted: few, however many articles there are."""
        from kg.iri import is_article  # whose hashes take longer to import than a question to answer

        return tuple(iri for iri in self.graphs() if not is_article(iri))

    def article_graphs(self) -> tuple[Term, ...]:
        """The graphs of articles, sorted."""
        from kg.iri import is_article

        return tuple(iri for iri in self.graphs() if is_article(iri))

    def part(self, chosen: Iterable[Chosen], shared: Iterable[str], also: Iterable[str] = ()) -> Self:
        """A store in memory that holds what the chosen say and what that, or `also`, points at in the shared graphs."""
        quads = ox.Store()
        found = part(self._quads, self._graph_quads, chosen, [*map(ox.NamedNode, shared)], map(ox.NamedNode, also))
        quads.bulk_extend(found)
        return type(self)(quads, None, None)

    def lines(self) -> Iterator[bytes]:
        """All quads as lines of N-Quads, sorted."""
        with refusals(self.name):
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
        for lock in self._locks:
            lock.release()
        if self._told:
            self._told.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()
