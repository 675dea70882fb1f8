"""What the disk, or Oxigraph on it, refuses, as an error that names the store; other faults are bugs and pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import StoreError


@contextmanager
def refusals(store: str) -> Iterator[None]:
    """StoreError for what is refused within: only calls of Oxigraph and of the disk belong here."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(store, why(error)) from error


def why(error: Exception) -> str:
    """The reason in words a reader can act on."""
    if isinstance(error, BlockingIOError):
        return "another process is writing to it (it is locked): wait until that build ends"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be used: {error.strerror}"
    return f"cannot be used: {short(error)}"


def short(error: Exception) -> str:
    """The error on one line, without the parser's long list of what it would have taken."""
    line = " ".join(str(error).split())
    return line if len(line) <= 200 else f"{line[:200]} ..."
