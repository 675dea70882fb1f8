"""What a store says of itself: its format, what it was built with, and a digest of each of its graphs."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kg.errors import StoreError
from kg.files import write_whole
from kg.store.mark import FILE, FORMAT, check_mark


class Manifest(msgspec.Struct, kw_only=True):
    """The manifest of one store; `articles` maps identifiers to the keys of kept records, `graphs` IRIs to digests.

    `packs` are the folders that were laid over the core, in order. A graph is listed only while the store holds exactly
    the quads of its digest.
    """

    format: int = FORMAT
    ontology: str = ""
    settings: dict[str, str] = {}
    base: str | None = None
    packs: list[str] = []
    articles: dict[str, str] = {}
    graphs: dict[str, str] = {}


def read(folder: Path) -> Manifest:
    """The manifest in that folder; StoreError where there is none, or a broken or foreign one."""
    check_mark(folder)
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        raise StoreError(str(folder), f"{FILE} is damaged ({error}): remove the folder and build again") from error


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest in its place whole; equal manifests are equal bytes."""
    # "deterministic" sorts the keys of dicts and leaves the fields in their order, so that the format stays first.
    data = msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1)
    write_whole(folder / FILE, data + b"\n")
