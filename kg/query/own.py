"""Rows that the program itself works with: of readers' questions, and of its own, files of queries/ beside those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg import catalogue
from kg.errors import QueryError
from kg.query import ask
from kg.query.solutions import solutions
from kg.store import Store
from kg.store.answer import Rows


def own_rows(store: Store, folder: str, question: str, **terms: str | Sequence[str]) -> list[dict[str, Any]]:
    """The rows of that question of queries/FOLDER, by column; its parameters are set as `solutions` sets them."""
    return list(solutions(store, folder, question, **terms).by_column())


def asked_rows(store: Store, question: str, **given: str) -> list[Mapping[str, Any]]:
    """The rows of that question of queries/ask, by column; its parameters are given as a reader gives them."""
    answer = ask(store, catalogue.load(question), {name: [value] for name, value in given.items()})
    if not isinstance(answer, Rows):
        raise QueryError(f"{question} gives no rows")
    return list(answer.by_column())
