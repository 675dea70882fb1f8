"""Rows that the program itself works with: of readers' questions, and of its own, files of queries/ beside those."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg import catalogue
from kg.errors import QueryError
from kg.files import data_dir
from kg.query import ask
from kg.store import Store
from kg.store.answer import Rows


def own_rows(store: Store, folder: str, question: str, **terms: str) -> list[dict[str, Any]]:
    """The rows of that question of queries/FOLDER, by column; its parameters are set to terms as SPARQL writes them."""
    query = catalogue.load(question, data_dir("queries") / folder)
    answer = store.query(query.bind({name: [term] for name, term in terms.items()}))
    assert isinstance(answer, Rows)
    return list(answer.by_column())


def asked_rows(store: Store, question: str, **given: str) -> list[Mapping[str, Any]]:
    """The rows of that question of queries/ask, by column; its parameters are given as a reader gives them."""
    answer = ask(store, catalogue.load(question), {name: [value] for name, value in given.items()})
    if not isinstance(answer, Rows):
        raise QueryError(f"{question} gives no rows")
    return list(answer.by_column())
