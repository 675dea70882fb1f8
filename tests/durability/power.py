"""A disk whose power can be cut: what nobody flushed is gone.

It is an ext4 file system in a file. The kernel writes what nobody flushes to it after half a minute at the earliest, so
that a copy of the file is what a machine would find whose power failed now.
https://docs.kernel.org/admin-guide/ext4.html and https://docs.kernel.org/admin-guide/sysctl/vm.html
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BYTES = 64 * 1024 * 1024
# Otherwise a rename would flush the file, and the journal of names be written every five seconds.
OPTIONS = "loop,noauto_da_alloc,data=writeback,commit=600"


class NoDisk(Exception):
    """None can be made here: root of a machine may, root in a container mostly not."""


@dataclass(frozen=True)
class Disk:
    """A disk that is mounted at `place`; `parts` is where its image and the copies of that are."""

    parts: Path

    @property
    def place(self) -> Path:
        """Where it is written to."""
        return self.parts / "disk"

    def flush(self) -> None:
        """Put on the disk what was written to it until now."""
        _run("sync", "--file-system", self.place)

    @contextmanager
    def cut(self) -> Iterator[Path]:
        """What is found if the power fails now, to be read and written; the disk itself goes on."""
        copy = self.parts / "found.img"
        copy.unlink(missing_ok=True)
        with _mounted(shutil.copyfile(self.parts / "disk.img", copy), self.parts / "found") as found:
            yield found


@contextmanager
def disk(parts: Path) -> Iterator[Disk]:
    """A new and empty disk; NoDisk where there can be none."""
    image = parts / "disk.img"
    with image.open("wb") as file:
        file.truncate(BYTES)
    _run("mkfs.ext4", "-q", image)
    with _mounted(image, parts / "disk"):
        yield Disk(parts)


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    _run("mount", "-o", OPTIONS, image, place)
    try:
        yield place
    finally:
        # Lazily, for a test that fails may still hold what it looked at.
        _run("umount", "--lazy", place)


def _run(*command: str | Path) -> None:
    paths = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    try:
        subprocess.run(command, env={**os.environ, "PATH": paths}, capture_output=True, text=True, check=True)
    except FileNotFoundError as error:
        raise NoDisk(f"there is no {command[0]}: apt-get install e2fsprogs mount") from error
    except subprocess.CalledProcessError as error:
        raise NoDisk(f"{command[0]}: {error.stderr.strip()}") from error
