"""Copies of a store that cost no room: snapshots, the way back to one, and the publication of a build.

A generation of quads and a kept record never change once they are written, so a copy has the same files under names of
its own, and is a store like any other. On another disk they are copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import StoreError, UsageError
from kg.files import write_whole
from kg.kept import RECORDS, Kept
from kg.packs.decided import DECIDED, adopt_decisions, check_decisions
from kg.store.manifest import Manifest, read
from kg.store.mark import FILE
from kg.store.oxigraph import OxigraphStore

SNAPSHOTS: Final = "snapshots"
_NAME: Final = re.compile(r"\w[\w.+-]{0,63}")


class Snapshot(NamedTuple):
    """A store as it was at a time; `articles` is their number."""

    name: str
    taken: datetime
    articles: int


def place(store: Path, given: str) -> Path:
    """The folder of a snapshot: a name is one among the store's own, a path (with a slash) is itself.

    UsageError where it is neither.
    """
    if "/" in given:
        return Path(given)
    if not _NAME.fullmatch(given):
        raise UsageError(f"{given!r}: no name for a snapshot: take up to 64 letters, digits and .+-_, or a path with /")
    return store / SNAPSHOTS / given


def snapshots(store: Path) -> Iterator[Snapshot]:
    """The snapshots that lie in the store's own folder, by name; StoreError where there is no store."""
    read(store)
    for mark in sorted((store / SNAPSHOTS).glob(f"*/{FILE}")):
        told = read(mark.parent)
        if (mark.parent / told.quads).is_dir():
            taken = datetime.fromtimestamp(mark.stat().st_mtime).astimezone()
            yield Snapshot(mark.parent.name, taken, len(told.articles))


def snapshot(store: Path, folder: Path) -> None:
    """Keep the store as it is in that folder; StoreError where something is there already."""
    if _is_whole(folder):
        raise StoreError(str(folder), "holds a store already: give the snapshot another name")
    _copy(store, folder)


def restore(folder: Path, store: Path) -> None:
    """Make the store again what the snapshot in that folder is; StoreError where there is none."""
    if not _is_whole(folder):
        raise StoreError(str(folder), f"holds no whole snapshot: see `kg snapshot --list --store {store}`")
    _copy(folder, store)


def _is_whole(folder: Path) -> bool:
    """Whether a snapshot or another store is there, and no leaving of one that was interrupted."""
    with suppress(StoreError):
        return (folder / read(folder).quads).is_dir()
    return False


def publish(store: Path, folder: Path) -> None:
    """Make the folder's store what this one is, at once: readers see the one it held or this one, whole.

    Those that have the former open go on with it. What people decided in either is there afterwards. StoreError where
    the graph cannot be put there, PackError where a table of decisions is broken, and then nothing has changed.
    """
    check_decisions(store)
    check_decisions(folder)
    _share(store, folder)
    adopt_decisions(store, folder)


def collect_decisions(folder: Path, store: Path) -> None:
    """Let the next build of the store apply what people decided where it is published; nothing where that is no store.

    PackError where a table is broken, StoreError where the store cannot be written.
    """
    if _is_whole(folder) and any((folder / name).exists() for name in DECIDED):
        OxigraphStore.create(store).close()
        adopt_decisions(folder, store)


def _copy(store: Path, folder: Path) -> None:
    """Make the folder the same store, with what people decided in it and nothing else.

    StoreError where that cannot be: where the graph could not be put there, nothing has changed.
    """
    _share(store, folder)
    try:
        for name in DECIDED:
            _mirror(store / name, folder / name)
    except OSError as error:
        raise StoreError(str(folder), f"cannot be written: {error.strerror}") from error


def _share(store: Path, folder: Path) -> None:
    """Give the folder the store's graph and records."""
    if store.resolve() == folder.resolve():
        raise UsageError(f"{folder}: is the store itself: name another folder")
    with OxigraphStore.open(store) as source, OxigraphStore.create(folder) as target:
        told = _moved(source.manifest, store, folder)
        kept = Kept(folder / RECORDS)
        Kept(store / RECORDS).share(told.articles.values(), kept)
        target.take_over(source, told)
        if target.retire():
            kept.forget(told.articles.values())


def _moved(told: Manifest, store: Path, folder: Path) -> Manifest:
    """The manifest with packs that lie in the store where they will lie in the folder."""
    moved, here = copy(told), store.absolute()
    packs = [Path(pack) for pack in told.packs]
    moved.packs = [
        str(folder.absolute() / pack.relative_to(here)) if pack.is_relative_to(here) else str(pack) for pack in packs
    ]
    return moved


def _mirror(source: Path, target: Path) -> None:
    """Make the target, a file or a folder of files, what the source is, or is not."""
    if source.is_dir():
        for name in {path.name for folder in (source, target) if folder.is_dir() for path in folder.iterdir()}:
            _mirror(source / name, target / name)
    elif source.is_file():
        write_whole(target, source.read_bytes())
    elif target.is_dir():
        for path in target.iterdir():
            path.unlink()
    else:
        target.unlink(missing_ok=True)
