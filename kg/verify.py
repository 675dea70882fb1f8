"""Whether a store still says what the articles say: passages against the kept texts, graphs against the manifest.

Nothing is repaired: `kg build` writes anew what is at fault, once the store's folder is removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg import iri
from kg.errors import StoreError
from kg.kept import RECORDS, Kept
from kg.model import ArticleRecords
from kg.query.solutions import solutions
from kg.store.answer import Rows
from kg.store.oxigraph import OxigraphStore

# How the records of each kind are called in the graph's listing.
KINDS: Final = {
    "Statement": "statements",
    "Move": "commitments",
    "Meeting": "meetings",
    "Measure": "measures",
    "RoleHolding": "roles",
    "Mention": "mentions",
    "TimeExpression": "dates",
    "LooseEnd": "loose_ends",
}
_UNWRITABLE: Final = "\ufffd"
_SHOWN: Final = 40


@dataclass
class Verified:
    """What was compared; counted while `verify` yields its faults."""

    articles: int = 0
    passages: int = 0
    graphs: int = 0
    faults: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be, on one line: which graph or node, and what is wrong with it."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass
class _Verifier:
    store: OxigraphStore
    kept: Kept
    done: Verified = field(default_factory=Verified)

    def faults(self) -> Iterator[Fault]:
        for found in (*self._graphs(), *self._articles()):
            self.done.faults += 1
            yield found

    def _graphs(self) -> Iterator[Fault]:
        """Every graph of the manifest is there and has its digest, and no quad is anywhere else."""
        promised, held = self.store.manifest.graphs, set(self.store.held_graphs())
        counted = 0
        for graph in sorted({*promised, *held}):
            lines = self.store.graph_lines(graph)
            counted += len(lines)
            self.done.graphs += 1
            if graph not in promised:
                yield Fault(graph, f"holds {len(lines)} quads and is not in the manifest")
            elif graph not in held:
                yield Fault(graph, "is in the manifest and not in the store")
            elif (found := hashlib.sha256(b"".join(lines)).hexdigest()) != promised[graph]:
                yield Fault(graph, f"{len(lines)} quads with digest {found[:12]}, not {promised[graph][:12]} as built")
        if counted != len(self.store):
            yield Fault(self.store.name, f"{len(self.store) - counted} quads are in no named graph")

    def _articles(self) -> Iterator[Fault]:
        """Every article of the manifest is kept, in the graph, and quoted as it is."""
        expected = {iri.article(name): name for name in self.store.manifest.articles}
        for graph in self.store.held_graphs():
            if iri.is_article(graph) and graph not in expected:
                yield Fault(graph, "is the graph of an article that is not in the manifest")
        for graph, name in sorted(expected.items()):
            self.done.articles += 1
            try:
                records = self.kept.get(self.store.manifest.articles[name])
            except StoreError as error:
                yield Fault(name, str(error))
                continue
            yield from self._article(graph, name, records)

    def _article(self, graph: str, name: str, records: ArticleRecords) -> Iterator[Fault]:
        text = records.article.text
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest != records.article.sha256:
            yield Fault(name, f"the kept text has SHA-256 {digest[:12]}, not {records.article.sha256[:12]} as read")
        if [digest] != (said := [str(row[0]) for row in self._ask("sha256", graph)]):
            told = ", ".join(one[:12] for one in said) or "nothing"
            yield Fault(name, f"the graph gives SHA-256 {told}, and the kept text has {digest[:12]}")
        counts = {str(kind).rpartition("#")[2]: count for kind, count in self._ask("counts", graph)}
        for kind, records_of in KINDS.items():
            kept = len(set(getattr(records, records_of)))
            if counts.get(kind, 0) != kept:
                yield Fault(name, f"{counts.get(kind, 0)} {records_of} in the graph, {kept} kept")
        for node, start, end, quoted, prefix, suffix in self._ask("quotations", graph):
            self.done.passages += 1
            if what := _misquoted(text, start, end, str(quoted), prefix, suffix):
                yield Fault(name, f"{node} {what}")

    def _ask(self, question: str, graph: str) -> Rows:
        return solutions(self.store, "verify", question, graph=f"<{graph}>")


def verify(store: OxigraphStore, done: Verified | None = None) -> Iterator[Fault]:
    """Every fault of a store in a folder; `done` counts what was compared. StoreError where it cannot be read."""
    if store.folder is None:
        raise StoreError(store.name, "keeps no texts: only a store in a folder can be verified")
    return _Verifier(store, Kept(store.folder / RECORDS), done or Verified()).faults()


def _misquoted(text: str, start: object, end: object, quoted: str, prefix: object, suffix: object) -> str:
    """What is wrong with a quotation; nothing where the text reads so at these offsets."""
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        return f"is at {start}-{end} of a text of {len(text)} characters"
    before, after = str(prefix or ""), str(suffix or "")
    for verb, said, printed in (
        ("quotes", quoted, text[start:end]),
        ("is preceded by", before, text[max(0, start - len(before)) : start]),
        ("is followed by", after, text[end : end + len(after)]),
    ):
        if not _same(said, printed):
            return f"{verb} {_short(said)} at {start}-{end}, where the text has {_short(printed)}"
    return ""


def _same(said: str, printed: str) -> bool:
    """Whether they are equal, but for characters that RDF cannot hold and U+FFFD stands for."""
    return len(said) == len(printed) and all(a in (b, _UNWRITABLE) for a, b in zip(said, printed, strict=True))


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}...")
