"""Puts questions to a store: a named one with its parameters bound, or any SPARQL that is safe to run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg import catalogue
from kg.query.terms import sparql_terms
from kg.store import Store
from kg.store.answer import Answer

Given = Mapping[str, Sequence[str]]
"""Parameter -> what the user said for it; several values mean any of them."""


def ask(store: Store, question: catalogue.Query, given: Given, *, limit: int | None = None) -> Answer:
    """The answer to a named question, the same whether a value is given once or twice.

    QueryError where a parameter is unknown, a value does not fit its type, or a label is unknown or ambiguous.
    """
    question.check_names(given)
    terms = {
        name: [*dict.fromkeys(term for value in values for term in sparql_terms(store, question.params[name], value))]
        for name, values in given.items()
    }
    return store.query(question.bind(terms, limit=limit))


def run(store: Store, text: str, *, allow_service: bool = False) -> Answer:
    """The answer to a query of the user's own; QueryError where it is an update, too big, or calls other servers."""
    from kg.store.guard import check_query

    check_query(text, allow_service=allow_service)
    return store.query(text)
