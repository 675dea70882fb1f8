"""What is exported: everything, or the articles of some days or names, or the records on an issue or of a question.

Filters narrow each other: a record is written when every filter lets it pass. An article's records come with the
article, and with all that they point at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar, cast

from kg import catalogue
from kg.errors import QueryError
from kg.files import data_dir
from kg.query import ask
from kg.query.literal import literal
from kg.query.solutions import solutions
from kg.store import Store
from kg.store.answer import Rows
from kg.store.oxigraph import OxigraphStore
from kg.store.part import Chosen
from kg.vocab import Term

Records = Mapping[str, frozenset[Term]]
"""Graph -> the records wanted of it."""

T = TypeVar("T")
# Articles that are looked through together.
_ARTICLES: Final = 100
# Terms that are put into one query.
_AT_ONCE: Final = 500
_PASSAGE: Final = {"article", "start", "end"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The filters as their users give them; dates are of the articles' publication, YYYY-MM-DD."""

    since: str | None = None
    until: str | None = None
    articles: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    query: str | None = None

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.since or self.until or self.articles or self.issues or self.query)

    def chosen(self, store: OxigraphStore) -> Iterator[Chosen]:
        """The articles in the order of their graphs, with the records wanted of each.

        QueryError where a name or date means nothing, or the query lists no records.
        """
        wanted = [records for records in (self._about(store), self._listed(store)) if records is not None]
        for article, graph in self._articles(store):
            if not wanted:
                yield Chosen(str(article), cast("Term", graph))
                continue
            records = frozenset.intersection(*(found.get(str(graph), frozenset()) for found in wanted))
            if records:
                yield Chosen(str(article), cast("Term", graph), records)

    def _articles(self, store: OxigraphStore) -> Iterator[tuple[object, ...]]:
        """Identifier and graph of each article that the filters on articles let pass."""
        days = {"since": _one(self.since), "until": _one(self.until)}
        if self.articles:
            yield from _rows(store, "articles", {"article": self.articles, **days})
            return
        # The store asked for all of them at once would take memory by their number.
        for some in parted(store.article_graphs(), _ARTICLES):
            with store.part([Chosen(graph, graph) for graph in some], ()) as part:
                yield from _rows(part, "articles", days)

    def _about(self, store: Store) -> Records | None:
        return _by_graph(_rows(store, "about", {"issue": self.issues})) if self.issues else None

    def _listed(self, store: Store) -> Records | None:
        """The records that the query's rows name; where they name none, those told in the passages that they list."""
        if not self.query:
            return None
        answer = ask(store, catalogue.load(self.query), {})
        if not isinstance(answer, Rows):
            raise QueryError(f"{self.query} lists no records: it answers with triples")
        rows = list(answer.by_column())
        iris = sorted({value for row in rows for value in row.values() if isinstance(value, Term)})
        found = _by_graph(row for some in parted(iris, _AT_ONCE) for row in _rows(store, "records", {"record": some}))
        if rows and not found:
            if not rows[0].keys() >= _PASSAGE:
                raise QueryError(f"{self.query} lists no records and no passages: name a query that does")
            found = _by_graph(_told(store, rows))
        return found


def _told(store: Store, rows: Sequence[Mapping[str, object]]) -> Iterator[tuple[object, object]]:
    """The records told in the passages of the rows, with the content of the row where it has one."""
    keys = ("article", "start", "end", *(["content"] if "content" in rows[0] else []))
    wanted = {tuple(row[key] for key in keys) for row in rows}
    for some in parted(sorted({str(row["article"]) for row in rows}), _AT_ONCE):
        for graph, record, *place in solutions(store, "export", "told", article=list(map(literal, some))):
            if tuple(place[: len(keys)]) in wanted:
                yield graph, record


def _rows(store: Store, question: str, given: Mapping[str, Sequence[str]]) -> Iterator[tuple[object, ...]]:
    query = catalogue.load(question, data_dir("queries") / "export")
    answer = ask(store, query, {name: values for name, values in given.items() if values})
    assert isinstance(answer, Rows)
    yield from answer


def _by_graph(rows: Iterable[tuple[object, ...]]) -> Records:
    found: dict[str, set[Term]] = defaultdict(set)
    for graph, record in rows:
        found[str(graph)].add(cast("Term", record))
    return {graph: frozenset(records) for graph, records in found.items()}


def parted(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """The things in lists of that size, the last of which may be shorter."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
