"""Files that appear whole or not at all, one or several at once."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.files import sync


@contextmanager
def whole(targets: Sequence[Path]) -> Iterator[list[Path]]:
    """Paths beside the targets to write to; once all are written and on the disk, they take the targets' places.

    StoreError names the first target when the disk refuses; then what was written is gone, and so are folders that
    were made for it.
    """
    for target in targets:
        if target.is_dir():
            raise StoreError(str(target), "is a folder: name a file")
    parts = [target.with_name(f".{target.name}.{os.getpid()}.part") for target in targets]
    made: list[Path] = []
    done = False
    try:
        for target in targets:
            made += _make(target.parent)
        yield parts
        for part in parts:
            sync(part)
        for part, target in zip(parts, targets, strict=True):
            part.replace(target)
        for folder in {target.parent for target in targets}:
            sync(folder)
        done = True
    except BrokenPipeError:
        raise
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(str(targets[0]), f"cannot be written: {reason}") from error
    finally:
        for part in parts:
            _forget(part)
        if not done:
            for folder in reversed(made):
                _forget(folder)


def _make(folder: Path) -> list[Path]:
    """Make the folder and those above it; returns those that were not there."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    for path in missing:
        path.mkdir(exist_ok=True)
    return missing


def _forget(path: Path) -> None:
    """Remove the file or empty folder, if it can be."""
    try:
        path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    except OSError:
        return
