"""Puts the graphs of a store into a running server, each under its name, and counts them there.

A graph is streamed in pieces, so that none is held whole. What a server was given is noted in the
store's folder with the digest of the graph: a load that was cut, or made again, sends only what the server does not
hold yet.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, Final, NamedTuple

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
# So many graphs are sent before the server is asked to count them.
_GRAPHS: Final = 200
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
    for start in range(0, len(graphs), _GRAPHS):
        window = graphs[start : start + _GRAPHS]
        there = counts(server, window) if notes or add or bulk else {}
        wanted = [graph for graph in window if not notes.tell(graph, digests.get(graph), there.get(graph, 0))]
        together = [graph for graph in wanted if bulk and (add or graph not in there)]
        sent = _send_together(store, server, together)
        sent |= {graph: _send(store, server, graph, add=add) for graph in wanted if graph not in sent}
        after = counts(server, sent)
        for graph in window:
            if graph not in sent:
                yield Loaded(graph, there[graph], sent=False)
                continue
            held = after.get(graph, 0)
            if held < max(sent[graph], there.get(graph, 0)) if add else held != sent[graph]:
                raise StoreError(server.name, f"holds {held} triples of {graph} after {sent[graph]} were sent")
            notes.keep(graph, digests.get(graph), held)
            yield Loaded(graph, held, sent=True)


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


def _send(store: OxigraphStore, server: Endpoint, graph: Term, *, add: bool) -> int:
    """How many triples the graph has, once all were sent."""
    put, post = partial(server.put_graph, graph), partial(server.add_to_graph, graph)
    triples = 0
    with store.graph_text(graph) as text:
        for piece in _pieces(text, _PIECE):
            # An escaped literal holds no line end, so that this ends each statement and nothing else.
            lines = piece.replace(b" <%s> .\n" % graph.encode(), b" .\n")
            _divided(post if add or triples else put, lines, post)
            triples += lines.count(b"\n")
    return triples


def _send_together(store: OxigraphStore, server: Endpoint, graphs: Sequence[Term]) -> dict[Term, int]:
    """How many triples each graph has, once all were sent, many in one request."""
    sent = dict.fromkeys(graphs, 0)
    waiting = bytearray()
    for graph in graphs:
        with store.graph_text(graph) as text:
            for piece in _pieces(text, _PIECE // 8):
                sent[graph] += piece.count(b"\n")
                waiting += piece
                if len(waiting) > _PIECE:
                    _divided(server.add_quads, bytes(waiting))
                    waiting.clear()
    if waiting:
        _divided(server.add_quads, bytes(waiting))
    return sent


def _pieces(lines: IO[bytes], size: int) -> Iterator[bytes]:
    """The lines, in pieces of about that size."""
    while piece := lines.read(size):
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

    def tell(self, graph: str, digest: str | None, triples: int) -> bool:
        """Whether the graph was given when it had this digest, and the server has held this many triples since."""
        return self._noted.get(graph) == (digest, triples)

    def keep(self, graph: str, digest: str | None, triples: int) -> None:
        """Note what the server holds now."""
        if self._path and digest:
            try:
                self._path.parent.mkdir(exist_ok=True)
                with self._path.open("a", encoding="utf-8") as notes:
                    notes.write(f"{graph}\t{digest}\t{triples}\n")
            except OSError:
                self._path = None
