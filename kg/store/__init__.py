"""Keeps quads and answers SPARQL: a folder of its own (`oxigraph`) or any SPARQL 1.1 server (`endpoint`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kg.store.answer import Answer


class Store(Protocol):
    """Anything that can be asked."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL 1.1 query; QueryError where it does not parse, StoreError where the store fails."""
        ...

    def close(self) -> None:
        """Let go of its files or connections."""
        ...


def open_store(where: str) -> Store:
    """The store at a folder or behind the address of a SPARQL endpoint, open to read."""
    if where.startswith(("http://", "https://")):
        from kg.store.endpoint import Endpoint

        return Endpoint(where)
    from kg.store.oxigraph import OxigraphStore

    return OxigraphStore.open(Path(where))
