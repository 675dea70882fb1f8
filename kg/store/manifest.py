"""What a store says of itself: its format, where its quads are, what it was built with, and a digest of each graph."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import msgspec

from kg.errors import StoreError
from kg.files import write_whole
from kg.store.mark import FILE, FORMAT, QUADS, open_mark


class Manifest(msgspec.Struct, kw_only=True):
    """The manifest of one store; `articles` maps identifiers to the keys of kept records, `graphs` IRIs to digests.

    `quads` is the generation that counts, a folder's name. `packs` are the folders that were laid over the core, in
    order. `graphs` are those of this generation and no other: whoever puts this file in its place publishes both.
    """

    format: int = FORMAT
    quads: str = QUADS
    ontology: str = ""
    settings: dict[str, str] = {}
    base: str | None = None
    packs: list[str] = []
    articles: dict[str, str] = {}
    graphs: dict[str, str] = {}


def read(folder: Path) -> Manifest:
    """The manifest in that folder; StoreError where there is none, or a broken or foreign one."""
    with open_mark(folder).manifest as handle:
        return parse(folder, handle)


def parse(folder: Path, handle: IO[bytes]) -> Manifest:
    """The manifest that was opened in that folder; StoreError where it is broken."""
    try:
        handle.seek(0)
        return msgspec.json.decode(handle.read(), type=Manifest)
    except msgspec.DecodeError as error:
        raise StoreError(str(folder), f"{FILE} is damaged ({error}): remove the folder and build again") from error


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest in its place whole; equal manifests are equal bytes."""
    # "deterministic" sorts the keys of dicts and leaves the fields in their order, so that the mark stays first.
    data = msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1)
    write_whole(folder / FILE, data + b"\n")
