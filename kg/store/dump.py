"""Writes quads of a pyoxigraph store in an RDF format, streamed.

RDF/XML cannot hold the control characters that XML 1.0 bans (https://www.w3.org/TR/xml/#charsets); reading an article
strips them before they can get into a graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import IO, Final, NamedTuple, cast

import pyoxigraph as ox

from kg.vocab import NAMESPACE


class Format(NamedTuple):
    """How an RDF format is written, and whether it keeps the named graphs or flattens them."""

    syntax: ox.RdfFormat
    graphs: bool


FORMATS: Final[Mapping[str, Format]] = {
    "turtle": Format(ox.RdfFormat.TURTLE, False),
    "trig": Format(ox.RdfFormat.TRIG, True),
    "ntriples": Format(ox.RdfFormat.N_TRIPLES, False),
    "nquads": Format(ox.RdfFormat.N_QUADS, True),
    "jsonld": Format(ox.RdfFormat.JSON_LD, True),
    "rdfxml": Format(ox.RdfFormat.RDF_XML, False),
}


def dump(told: Iterable[ox.Quad] | Iterable[ox.Triple], out: IO[bytes], form: str, prefixes: Mapping[str, str]) -> None:
    """Write quads, or triples where the format keeps no graphs; the same in the same order are the same bytes."""
    syntax = FORMATS[form].syntax
    named = dict(prefixes)
    if form in ("turtle", "trig"):
        # pyoxigraph declares prefixes in an order that changes from run to run: here they come sorted.
        out.write(b"".join(b"@prefix %s: <%s> .\n" % (k.encode(), v.encode()) for k, v in sorted(prefixes.items())))
        out = cast("IO[bytes]", _Headless(out, len(prefixes)))
    elif form == "rdfxml":
        # One namespace at the top, for the same reason: others are declared where they are used.
        named = {"kg": NAMESPACE}
        out = cast("IO[bytes]", _Returns(out))
    ox.serialize(told, out, syntax, prefixes=named)


class _Headless:
    """Passes on what is written to it but for the first lines."""

    def __init__(self, out: IO[bytes], lines: int) -> None:
        self._out, self._lines = out, lines

    def write(self, data: bytes) -> int:
        rest = bytes(data)
        while self._lines and rest:
            _, line_end, rest = rest.partition(b"\n")
            self._lines -= bool(line_end)
        self._out.write(rest)
        return len(data)

    def flush(self) -> None:
        self._out.flush()


class _Returns:
    """Writes carriage returns as references, for an XML parser reads bare ones as line feeds.

    https://www.w3.org/TR/xml/#sec-line-ends
    """

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, data: bytes) -> int:
        self._out.write(bytes(data).replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self._out.flush()


def triples(store: ox.Store, quads: Iterable[ox.Quad], earlier: Collection[ox.NamedNode]) -> Iterator[ox.Triple]:
    """The triples of these quads of one graph of the store, in their order, but for those that earlier graphs have."""
    # The store is asked for them: to remember them would take as much memory as there are people in the news.
    if not earlier:
        return (quad.triple for quad in quads)
    return (
        quad.triple
        for quad in quads
        if not any(ox.Quad(quad.subject, quad.predicate, quad.object, graph) in store for graph in earlier)
    )
