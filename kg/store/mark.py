"""The mark that tells a store's folder from any other, read without parsing the manifest that it begins."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO, Final, NamedTuple

from kg.errors import StoreError

FORMAT: Final = 1
FILE: Final = "store.json"
QUADS: Final = "quads"

# Format and generation are the file's first members, so that a reader of the store need not parse the rest.
_MARK: Final = re.compile(rb'\{"format":(\d+)\b(?:,"quads":"([a-z0-9-]+)")?')


class Mark(NamedTuple):
    """The folder of a store's quads, below its own, and the file that says so, open at its beginning."""

    quads: Path
    manifest: IO[bytes]


def open_mark(folder: Path) -> Mark:
    """The mark of a store, with a manifest that stays that of these quads; StoreError where it is no such store."""
    try:
        manifest = (folder / FILE).open("rb")
        head = b"".join(manifest.read(128).split())
        manifest.seek(0)
    except FileNotFoundError:
        reason = "is no store (it has no store.json)" if folder.is_dir() else "no such store"
        raise StoreError(str(folder), f"{reason}: build one with `kg build PATH... --store {folder}`") from None
    except OSError as error:
        raise StoreError(str(folder), f"cannot be read: {error.strerror}") from error
    if not (found := _MARK.match(head)):
        raise StoreError(str(folder), f"{FILE} is damaged: remove the folder and build again")
    if int(found[1]) != FORMAT:
        raise StoreError(str(folder), f"has format {int(found[1])}, and this is format {FORMAT}: build again elsewhere")
    return Mark(folder / (found[2] or QUADS.encode()).decode(), manifest)
