"""Grows the graph of a real build: synthetic articles of the same shape, told by and about people of their own."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

PERSON, CURATED = "/id/person/", "/graph/curated"
SHARE = 10
"""One of so many records is kept in a short article."""

ARTICLES_PER_CAST = 10
"""So many synthetic articles share their people, as articles of one week do."""


def grow(quads: list[Quad], size: int) -> Iterator[Quad]:
    """The quads as they are, then as many copies of their articles as make at least `size`."""
    shared = [quad for quad in quads if not _of_article(quad)]
    own = [quad for quad in quads if _of_article(quad)]
    records = {quad.subject for quad in own}
    people = [quad for quad in shared if PERSON in quad.subject.value and "/curated" not in quad.graph_name.value]
    yield from quads
    done, copy = len(quads), 0
    while done < size:
        copy += 1
        if copy % ARTICLES_PER_CAST == 1:
            for quad in people:
                yield _copied(quad, records, copy)
            done += len(people)
        for quad in own:
            yield _copied(quad, records, copy)
        done += len(own)


def grow_articles(quads: list[Quad], articles: int) -> Iterator[Quad]:
    """The graph with so many articles, each short: of an article of the build every tenth record alone."""
    short = list(_shortened(quads))
    there = {quad.graph_name for quad in short if _of_article(quad)}
    own = sum(map(_of_article, short))
    people = sum(PERSON in quad.subject.value and CURATED not in quad.graph_name.value for quad in short)
    copies = articles // len(there) - 1
    yield from grow(short, len(short) + copies * own + -(-copies // ARTICLES_PER_CAST) * people)


def _shortened(quads: list[Quad]) -> Iterator[Quad]:
    """The quads without most records of articles and without their evidence."""
    evidence = {q.subject: q.object for q in quads if q.predicate.value.endswith("hasEvidence")}
    pieces = set(evidence.values())
    records = sorted({q.subject for q in quads if _of_article(q) and q.subject != q.graph_name} - pieces, key=str)
    kept = set(records[::SHARE])
    kept |= {evidence[record] for record in kept if record in evidence}
    yield from (q for q in quads if not _of_article(q) or q.subject == q.graph_name or q.subject in kept)


def _of_article(quad: Quad) -> bool:
    """Of an article, or of what links the records of articles."""
    return "/id/article/" in quad.graph_name.value or quad.graph_name.value.endswith("/graph/links")


def _copied(quad: Quad, records: set[NamedNode], copy: int) -> Quad:
    cast = (copy - 1) // ARTICLES_PER_CAST

    def renamed(term: NamedNode | Literal) -> NamedNode | Literal:
        if isinstance(term, Literal):
            named = PERSON in quad.subject.value and term.language is not None
            return Literal(f"{term.value} {cast}", language=term.language) if named else term
        if term in records:
            return NamedNode(f"{term.value}-copy-{copy}")
        return NamedNode(f"{term.value}-cast-{cast}") if PERSON in term.value else term

    subject, graph = renamed(quad.subject), renamed(quad.graph_name)
    if quad.predicate.value.endswith("identifier") and isinstance(quad.object, Literal):
        return Quad(subject, quad.predicate, Literal(f"{copy}/{quad.object.value}"), graph)
    return Quad(subject, quad.predicate, renamed(quad.object), graph)
