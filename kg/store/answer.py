"""What a store answers: rows, triples or a yes/no, each of which can be read as Python values or written as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any, Final

import pyoxigraph as ox

from kg.vocab import XSD, Term

Value = object
"""A Term for an IRI; int, Decimal, float, bool, date or datetime for a literal of that type; else str."""

RESULT_FORMATS: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
"""The W3C result formats: https://www.w3.org/TR/sparql11-overview/#sparql11-results"""

# The last line ends here where pyoxigraph leaves it open.
_END: Final = {"json": b"\n", "xml": b"\n"}

TRIPLE_FORMATS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}


class Rows:
    """The solutions of a SELECT: iterate once over tuples of values (None where unbound), or write them once."""

    def __init__(self, solutions: ox.QuerySolutions) -> None:
        self._solutions = solutions
        self.variables = tuple(variable.value for variable in solutions.variables)

    def __iter__(self) -> Iterator[tuple[Value | None, ...]]:
        for solution in self._solutions:
            yield tuple(None if term is None else value(term) for term in solution)

    def by_column(self) -> Iterator[dict[str, Any]]:
        """Each solution as a mapping of the variables' names to their values."""
        for row in self:
            yield dict(zip(self.variables, row, strict=True))

    def write(self, out: IO[bytes], form: str) -> None:
        """Write all rows in a W3C result format: a key of RESULT_FORMATS."""
        self._solutions.serialize(out, RESULT_FORMATS[form])
        out.write(_END.get(form, b""))


class Triples:
    """The triples of a CONSTRUCT or DESCRIBE: iterate once over (subject, predicate, object), or write them once."""

    def __init__(self, triples: Iterator[ox.Triple]) -> None:
        self._triples = triples

    def __iter__(self) -> Iterator[tuple[Value, Value, Value]]:
        for triple in self._triples:
            yield value(triple.subject), value(triple.predicate), value(triple.object)

    def nquads(self, graph: str) -> bytes:
        """The triples as sorted, escaped N-Quads in that graph, each once: what `replace_graphs` takes."""
        return b"".join(sorted({b"%s <%s> .\n" % (str(triple).encode(), graph.encode()) for triple in self._triples}))

    def write(self, out: IO[bytes], form: str, prefixes: Mapping[str, str] | None = None) -> None:
        """Write all triples in a format of TRIPLE_FORMATS, with these prefixes where it has prefixes."""
        ox.serialize(self._triples, out, TRIPLE_FORMATS[form], prefixes=dict(prefixes or {}))


class Truth:
    """The yes or no of an ASK."""

    def __init__(self, found: ox.QueryBoolean) -> None:
        self._found = found

    def __bool__(self) -> bool:
        return bool(self._found)

    def write(self, out: IO[bytes], form: str) -> None:
        """Write it in a W3C result format that has booleans; in csv and tsv, which have none, as a word."""
        if form in ("json", "xml"):
            self._found.serialize(out, RESULT_FORMATS[form])
            out.write(_END[form])
        else:
            out.write(b"true\n" if self._found else b"false\n")


Answer = Rows | Triples | Truth


def answer(found: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> Answer:
    """What pyoxigraph answered, as one of ours."""
    if isinstance(found, ox.QuerySolutions):
        return Rows(found)
    return Truth(found) if isinstance(found, ox.QueryBoolean) else Triples(iter(found))


def value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Value:
    """The term as a Python value; a literal whose text does not fit its datatype stays the text."""
    if isinstance(term, ox.NamedNode):
        return Term(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    read = _READERS.get(term.datatype.value)
    if read is None:
        return term.value
    try:
        return read(term.value)
    except (ValueError, ArithmeticError):
        return term.value


def _decimal(text: str) -> Value:
    from decimal import Decimal

    return Decimal(text)


def _date(text: str) -> Value:
    from datetime import date

    return date.fromisoformat(text)


def _date_time(text: str) -> Value:
    from datetime import datetime

    return datetime.fromisoformat(text)


_XSD: Final = f"{XSD.integer.rpartition('#')[0]}#"
# QLever counts in xsd:int (https://github.com/ad-freiburg/qlever/issues/1817).
_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    **dict.fromkeys((XSD.integer, f"{_XSD}int", f"{_XSD}long", f"{_XSD}nonNegativeInteger"), int),
    XSD.decimal: _decimal,
    f"{_XSD}double": float,
    XSD.boolean: lambda text: text in ("true", "1"),
    XSD.date: _date,
    XSD.dateTime: _date_time,
}
