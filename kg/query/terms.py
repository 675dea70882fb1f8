"""What a user says for a parameter -> RDF terms, checked by its type and written as SPARQL writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from kg.catalogue import Param, ParamType
from kg.errors import QueryError, UsageError
from kg.query import lookup
from kg.query.literal import literal
from kg.store import Store
from kg.vocab import PREFIXES, XSD, Term

_SCHEMES: Final = ("http", "https", "urn")


def sparql_terms(store: Store, param: Param, value: str) -> list[str]:
    """The terms, in SPARQL, that the value means for that parameter: one, or for an issue those within it too."""
    if not value.strip() or not _writable(value):
        raise QueryError(f"--{param.name} needs {_WANTED[param.type]}, not {value!r}")
    return list(_READERS[param.type](store, param, value))


def _writable(text: str) -> bool:
    """Whether a query can hold it: U+0000 and lone surrogates have no place in one."""
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False


def _date(store: Store, param: Param, value: str) -> Iterable[str]:
    from datetime import date

    try:
        if date.fromisoformat(value).isoformat() != value:
            raise ValueError("not YYYY-MM-DD")
    except ValueError:
        raise QueryError(f"--{param.name} needs {_WANTED['date']}, not {value!r}") from None
    yield literal(value, XSD.date)


def _string(store: Store, param: Param, value: str) -> Iterable[str]:
    yield literal(value)


def _choice(store: Store, param: Param, value: str) -> Iterable[str]:
    if value not in param.values:
        raise QueryError(f"--{param.name} needs one of {', '.join(param.values)}, not {value!r}")
    yield literal(value)


def _article(store: Store, param: Param, value: str) -> Iterable[str]:
    iri = as_iri(value)
    yield literal(lookup.article_by_iri(store, iri) if iri else lookup.article(store, value))


def _issue(store: Store, param: Param, value: str) -> Iterable[str]:
    iri = as_iri(value) or lookup.labelled(store, param, value)
    return (f"<{found}>" for found in lookup.issues_within(store, iri))


def _labelled(store: Store, param: Param, value: str) -> Iterable[str]:
    yield f"<{as_iri(value) or lookup.labelled(store, param, value)}>"


def as_iri(value: str) -> Term | None:
    """The value as an IRI when it is written as one or as a CURIE; QueryError when it is a broken one."""
    prefix, colon, rest = value.partition(":")
    if not colon or not rest or prefix not in (*_SCHEMES, *PREFIXES):
        return None
    from kg.iri import checked

    try:
        return checked(value if prefix in _SCHEMES else PREFIXES[prefix] + rest)
    except UsageError as error:
        raise QueryError(str(error)) from error


_READERS: Final[dict[ParamType, Callable[[Store, Param, str], Iterable[str]]]] = {
    "issue": _issue,
    "actor": _labelled,
    "entity": _labelled,
    "polity": _labelled,
    "place": _labelled,
    "article": _article,
    "date": _date,
    "string": _string,
    "choice": _choice,
}
_WANTED: Final[dict[ParamType, str]] = {
    "issue": "an issue: its notation, label or IRI",
    "actor": "an actor: a name, alias or IRI",
    "entity": "an entity: a name, alias or IRI",
    "polity": "a country or union: its name, code or IRI",
    "place": "a place: its name or IRI",
    "article": "an article: its identifier or IRI",
    "date": "a date, YYYY-MM-DD",
    "string": "a text",
    "choice": "a word",
}
