"""Puts the graphs of a store into a running server, each under its name, and counts them there.

A graph is streamed in pieces, so that none is held whole; while one is on its way the next is read. What a server was
given is noted in the store's folder with the digest of the graph: a load that was cut, or made again, sends only what
the server does not hold yet.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Final, NamedTuple, Self

from kg import catalogue
from kg.errors import StoreError, UsageError
from kg.files import data_dir
from kg.store.answer import Rows
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.store.transport import Refused
from kg.vocab import Term

NOTES: Final = "loads"

_PIECE: Final = 8 * 1024 * 1024
# So many graphs, or bytes, are sent before the server is asked to count them.
_GRAPHS, _BYTES = 200, 64 * 1024 * 1024
_TOO_LARGE: Final = 413


class Loaded(NamedTuple):
    """One graph that the server has, with its number of triples there; not `sent` where it was there before."""

    graph: Term
    triples: int
    sent: bool


def load(store: OxigraphStore, server: Endpoint, *, add: bool = False, bulk: bool = False) -> Iterator[Loaded]:
    """Each graph of the store, once the server holds it; graphs of the server with other names stay as they are.

    A graph takes the place of the server's graph of its name, or with `add` joins it. With `bulk` the graphs that the
    server does not have are sent many at a time. StoreError where the server refuses, or afterwards counts another
    number of triples than were sent; what was yielded until then stays and is not sent again.
    """
    if bulk and not server.takes_quads:
        raise UsageError(f"{server.name}: this kind of server takes one graph at a time: leave out --bulk")
    server.greet()
    notes = _Notes(store.folder, server.name)
    # A graph that was added to another is not one that took its place.
    digests = {graph: f"{'+' if add else ''}{digest}" for graph, digest in store.manifest.graphs.items()}
    graphs = store.graphs()
    with _Way() as way:
        for start in range(0, len(graphs), _GRAPHS):
            window = graphs[start : start + _GRAPHS]
            there = counts(server, window) if notes or add or bulk else {}
            batch = _Batch(store, server, way, there, add=add, bulk=bulk)
            for graph in window:
                held = there.get(graph, 0)
                if graph in digests and notes.get(graph) == (digests[graph], held):
                    yield Loaded(graph, held, sent=False)
                    continue
                batch.send(graph)
                if batch.size > _BYTES:
                    yield from notes.kept(batch.settle(), digests)
            yield from notes.kept(batch.settle(), digests)


def counts(server: Endpoint, graphs: Collection[str]) -> dict[str, int]:
    """How many triples the server has in each of these named graphs; those that it does not have are left out."""
    if not graphs:
        return {}
    query = catalogue.load("counts", data_dir("queries") / "load")
    rows = server.query(query.bind({"graph": [f"<{graph}>" for graph in graphs]}))
    if not isinstance(rows, Rows):
        raise StoreError(server.name, "does not count its triples")
    found = {str(graph): triples for graph, triples in rows if isinstance(triples, int)}
    return {graph: triples for graph, triples in found.items() if triples}


class _Way:
    """Sends one thing after another, each while the next is made ready; none after one that failed."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._last: Future[None] | None = None

    def send(self, what: Callable[[], None]) -> None:
        """Begin to send this, when what was sent before has arrived; raises what that raised."""
        self.wait()
        self._last = self._thread.submit(what)

    def wait(self) -> None:
        """Until all has arrived."""
        last, self._last = self._last, None
        if last:
            last.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._thread.shutdown()


class _Batch:
    """Graphs on their way, of which the server is not known yet to hold what was sent."""

    def __init__(
        self, store: OxigraphStore, server: Endpoint, way: _Way, there: Mapping[str, int], *, add: bool, bulk: bool
    ) -> None:
        self._store, self._server, self._way, self._there, self._add, self._bulk = store, server, way, there, add, bulk
        self._sent: dict[str, int] = {}
        self._quads: list[bytes] = []
        self.size = 0

    def send(self, graph: str) -> None:
        """Send the graph, or keep it to be sent with others."""
        together = self._bulk and (self._add or graph not in self._there)
        self._sent[graph] = 0
        with SpooledTemporaryFile(2 * _PIECE) as triples:
            self._store.write_graph(graph, triples)
            triples.seek(0)
            for number, piece in enumerate(_pieces(triples)):
                self._sent[graph] += piece.count(b"\n")
                self.size += len(piece)
                if together:
                    # An escaped literal holds no line end, so that this ends each statement and nothing else.
                    self._quads.append(piece.replace(b" .\n", b" <%s> .\n" % graph.encode()))
                    self._flush(_PIECE)
                elif number or self._add:
                    self._way.send(partial(_divided, partial(self._server.add_to_graph, graph), piece))
                else:
                    put, post = partial(self._server.put_graph, graph), partial(self._server.add_to_graph, graph)
                    self._way.send(partial(_divided, put, piece, post))

    def settle(self) -> Iterator[Loaded]:
        """The graphs that were sent, counted by the server; StoreError where it holds others."""
        self._flush(0)
        self._way.wait()
        after = counts(self._server, self._sent)
        for graph, sent in self._sent.items():
            held = after.get(graph, 0)
            if held < max(sent, self._there.get(graph, 0)) if self._add else held != sent:
                raise StoreError(self._server.name, f"holds {held} triples of {graph} after {sent} were sent")
            yield Loaded(Term(graph), held, sent=True)
        self._sent, self.size = {}, 0

    def _flush(self, kept: int) -> None:
        """Send what waits, where that is more than so many bytes."""
        if sum(map(len, self._quads)) > kept:
            quads, self._quads = b"".join(self._quads), []
            self._way.send(partial(_divided, self._server.add_quads, quads))


def _pieces(lines: IO[bytes]) -> Iterator[bytes]:
    """The lines, in pieces of some size; one empty piece where there are none."""
    while piece := lines.read(_PIECE):
        yield piece + lines.readline()


def _divided(send: Callable[[bytes], None], lines: bytes, others: Callable[[bytes], None] | None = None) -> None:
    """Send the lines, in halves where they are too large for the server; `others` sends all but the first part."""
    try:
        send(lines)
    except Refused as refused:
        middle = lines.find(b"\n", len(lines) // 2) + 1
        if refused.status != _TOO_LARGE or not 0 < middle < len(lines):
            raise
        _divided(send, lines[:middle], others)
        _divided(others or send, lines[middle:])


class _Notes:
    """What a server was given from a store: by graph, the digest, and the triples that it held then.

    A line for each graph is appended once the server has counted it; a line that a crash cut short counts for nothing.
    A folder that cannot be written to only means that all is sent the next time.
    """

    def __init__(self, folder: Path | None, server: str) -> None:
        name = sha256(server.encode()).hexdigest()[:16]
        self._path = folder / NOTES / f"{name}.tsv" if folder else None
        self._noted: dict[str, tuple[str, int]] = {}
        if self._path and self._path.exists():
            for line in self._path.read_text("utf-8").split("\n")[:-1]:
                graph, digest, triples = [*line.split("\t"), "", ""][:3]
                if triples.isdecimal():
                    self._noted[graph] = (digest, int(triples))

    def __bool__(self) -> bool:
        return bool(self._noted)

    def get(self, graph: str) -> tuple[str, int] | None:
        """The digest and the number of triples of the graph when it was last given."""
        return self._noted.get(graph)

    def kept(self, loaded: Iterator[Loaded], digests: Mapping[str, str]) -> Iterator[Loaded]:
        """The same, each noted before it is passed on."""
        for each in loaded:
            if self._path and each.graph in digests:
                try:
                    self._path.parent.mkdir(exist_ok=True)
                    with self._path.open("a", encoding="utf-8") as notes:
                        notes.write(f"{each.graph}\t{digests[each.graph]}\t{each.triples}\n")
                except OSError:
                    self._path = None
            yield each
