"""Writes the whole graph as an RDF file, streamed.

Turtle, N-Triples and RDF/XML flatten the named graphs; TriG, N-Quads and JSON-LD keep them. RDF/XML cannot hold the
control characters that XML 1.0 bans (https://www.w3.org/TR/xml/#charsets); reading an article strips them.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from kg.errors import StoreError
from kg.store.oxigraph import OxigraphStore
from kg.vocab import PREFIXES


def export(store: OxigraphStore, form: str, out: IO[bytes]) -> None:
    """Write the store's graph in a format of `kg.store.dump.FORMATS`."""
    store.dump(out, form, PREFIXES)


def export_file(store: OxigraphStore, form: str, path: Path) -> None:
    """Write it to a file that appears whole or not at all; StoreError when the disk refuses."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as handle:
            export(store, form, handle)
            handle.flush()
            os.fsync(handle.fileno())
        part.replace(path)
    except OSError as error:
        raise StoreError(str(path), f"cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
