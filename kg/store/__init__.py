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


def open_store(where: str, *, auth: str | None = None, auth_from: str | None = None) -> Store:
    """The store at a folder or behind the address of a SPARQL endpoint, open to read.

    A server is told the user whom the environment variable `auth_from` names, in the way that `auth` says.
    """
    if where.startswith(("http://", "https://")):
        from kg.store.endpoint import Endpoint
        from kg.store.profile import SECRET, credentials

        return Endpoint(where, auth=credentials(auth or "none", auth_from or SECRET))
    from kg.store.oxigraph import OxigraphStore

    return OxigraphStore.open(Path(where))
