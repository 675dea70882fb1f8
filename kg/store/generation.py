"""The generations of a store's quads: folders that are written once, published by name, and held by who reads them.

A writer works on a generation that nobody sees yet. Once it is whole and flushed, the manifest names it, and readers
that come then find it; those that opened the one before hold it, and it is removed when none of them is left.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path
from typing import Final
from weakref import WeakSet

from kg.errors import StoreError
from kg.files import PART
from kg.store.mark import FILE, QUADS
from kg.store.refusals import refusals

LOCK: Final = ".lock"

_HELD: Final[WeakSet[Lock]] = WeakSet()


class Lock:
    """A lock on a file or folder until it is released or its process ends, however that ends.

    https://man7.org/linux/man-pages/man2/flock.2.html. BlockingIOError where somebody else's stands against it.
    """

    def __init__(self, path: Path, flags: int, operation: int) -> None:
        self._descriptor = os.open(path, flags, 0o666)
        try:
            fcntl.flock(self._descriptor, operation | fcntl.LOCK_NB)
        except OSError:
            self.release()
            raise
        _HELD.add(self)

    def release(self) -> None:
        """Let others have it."""
        if getattr(self, "_descriptor", -1) >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    __del__ = release


def _leave_to_parent() -> None:
    """Let go of the locks in a process that was forked: it shares them, and may outlive the one that took them."""
    for lock in list(_HELD):
        lock.release()


os.register_at_fork(after_in_child=_leave_to_parent)


def writers(folder: Path) -> Lock:
    """The lock that one writer of a store has at a time."""
    return Lock(folder / LOCK, os.O_RDWR | os.O_CREAT, fcntl.LOCK_EX)


def hold(generation: Path) -> Lock:
    """The lock that keeps a generation from being removed while it is read; FileNotFoundError where it is gone."""
    return Lock(generation, os.O_RDONLY | os.O_DIRECTORY, fcntl.LOCK_SH)


def is_vacant(folder: Path) -> bool:
    """Whether there is nothing in the folder but what a writer that was killed at once may leave."""
    return not folder.exists() or all(path.name == LOCK or path.match(PART) for path in folder.iterdir())


def check_place(folder: Path) -> None:
    """StoreError where the folder holds what is no store, so that none can be put there."""
    with refusals(str(folder)):
        if not (folder / FILE).exists() and not is_vacant(folder):
            raise StoreError(str(folder), "is not empty and no store: name another folder, or an empty one")


def fresh(folder: Path) -> Path:
    """Where the next generation goes."""
    numbers = [name.removeprefix(f"{QUADS}-").removesuffix(".tmp") for name in map(_name, _generations(folder))]
    return folder / f"{QUADS}-{max((int(n) for n in numbers if n.isdecimal()), default=0) + 1}"


def retire(folder: Path, current: str) -> bool:
    """Remove every generation but the current that nobody holds, and what killed writers left; whether none is held."""
    for part in folder.glob(PART):
        part.unlink(missing_ok=True)
    removed = [_removed(path) for path in _generations(folder) if path.name != current]
    return all(removed)


def _removed(generation: Path) -> bool:
    try:
        lock = Lock(generation, os.O_RDONLY | os.O_DIRECTORY, fcntl.LOCK_EX)
    except OSError:
        return False
    shutil.rmtree(generation, ignore_errors=True)
    lock.release()
    return not generation.exists()


def _generations(folder: Path) -> list[Path]:
    return [path for path in folder.glob(f"{QUADS}*") if path.is_dir()]


def _name(path: Path) -> str:
    return path.name
