"""The mark that tells a store's folder from any other, read without parsing the manifest that it begins."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kg.errors import StoreError

FORMAT: Final = 1
FILE: Final = "store.json"

# The format is the file's first member, so that a reader of the store need not parse the rest.
_MARK: Final = b'{"format":'


def check_mark(folder: Path) -> None:
    """StoreError unless the folder holds a store of this format."""
    try:
        with (folder / FILE).open("rb") as handle:
            mark, _, _ = b"".join(handle.read(64).split()).partition(b",")
    except FileNotFoundError:
        reason = "is no store (it has no store.json)" if folder.is_dir() else "no such store"
        raise StoreError(str(folder), f"{reason}: build one with `kg build PATH... --store {folder}`") from None
    except OSError as error:
        raise StoreError(str(folder), f"cannot be read: {error.strerror}") from error
    found = mark.removeprefix(_MARK).rstrip(b"}")
    if not mark.startswith(_MARK) or not found.isdigit():
        raise StoreError(str(folder), f"{FILE} is damaged: remove the folder and build again")
    if int(found) != FORMAT:
        raise StoreError(str(folder), f"has format {int(found)}, and this is format {FORMAT}: build again elsewhere")
