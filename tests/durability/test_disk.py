"""A full disk, folders that cannot be written, a second writer: one line each, and the store is as it was."""

from __future__ import annotations

import ctypes
import hashlib
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.store.oxigraph import OxigraphStore

ROOT = Path(__file__).resolve().parents[2]
GRAPH = "https://parley.example/id/article/a"
LIBC = ctypes.CDLL(None, use_errno=True)
MS_RDONLY, MS_REMOUNT, MS_BIND = 1, 32, 4096

WRITE = """
import os, sys
from pathlib import Path
from kg.errors import StoreError
from kg.kept import Kept
from kg.snapshot import publish
from kg.store import draft, manifest
from kg.store.oxigraph import OxigraphStore
from tests.durability.test_disk import GRAPH, quads
folder, task = Path(sys.argv[1]), sys.argv[2]
if task == "nobody" and os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    if task == "records":
        with OxigraphStore.create(folder):
            for number in range(10_000):
                Kept(folder / "records").put(f"{number:04}", b"x" * 100_000)
    elif task == "publish":
        publish(Path(sys.argv[3]), folder)
    else:
        with OxigraphStore.create(folder) as store:
            store.replace_graphs({GRAPH: quads(10 if task == "nobody" else int(task))})
except StoreError as error:
    print(error)
    sys.exit(1)
"""


def quads(count: int) -> bytes:
    """So many, of text that cannot be compressed."""
    texts = (hashlib.sha512(b"%d" % n).hexdigest() for n in range(count))
    return "".join(sorted(f'<urn:{text}> <urn:p> "{text}" <{GRAPH}> .\n' for text in texts)).encode()


def make(folder: Path, count: int) -> str:
    """A store of so many quads; its digest."""
    with OxigraphStore.create(folder) as store:
        store.replace_graphs({GRAPH: quads(count)})
        return store.digest()


def write(*arguments: str | Path, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """Write to a store in a process of its own, which may make no larger file than that."""

    def bounded() -> None:
        if limit:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-c", WRITE, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=bounded)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("quads") or path.match(".*.part"))


def mount(source: str, target: Path, kind: str | None, flags: int, options: str | None = None) -> None:
    """https://man7.org/linux/man-pages/man2/mount.2.html; skips where it is not allowed, which CI takes for a failure.

    Not every root may: one in a container often has no CAP_SYS_ADMIN.
    """
    encoded = [text.encode() if text else None for text in (source, str(target), kind)]
    if LIBC.mount(*encoded, flags, options.encode() if options else None) != 0:
        pytest.skip(f"disks cannot be mounted here: {os.strerror(ctypes.get_errno())}")


@contextmanager
def mounted(target: Path) -> Iterator[None]:
    """What is mounted there is gone afterwards."""
    try:
        yield
    finally:
        assert LIBC.umount2(str(target).encode(), 2) == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB; where none can be mounted, the test with a limit to the size of a file stands for it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount("tmpfs", place, "tmpfs", 0, "size=8m")
    with mounted(place):
        yield place


def is_as_it_was(folder: Path, digest: str) -> None:
    """A reader finds the old graph, nothing is left of the new, and the next writer can write."""
    assert left(folder) == ["quads-1"]
    with OxigraphStore.open(folder) as store:
        assert store.digest() == digest
    with OxigraphStore.create(folder) as store:
        store.replace_graphs({GRAPH: quads(3)})
        assert len(store) == 3


@pytest.mark.parametrize("task", ["30000", "records", "publish"])
def test_a_full_disk_is_one_line_and_leaves_the_store_as_it_was(small_disk: Path, tmp_path: Path, task: str) -> None:
    digest = make(small_disk / "graph", 100)
    make(tmp_path / "large", 30_000 if task == "publish" else 1)
    done = write(small_disk / "graph", task, tmp_path / "large")
    assert done.returncode == 1, done.stderr
    assert "No space left" in done.stdout
    assert done.stdout.count("\n") == 1
    if task == "records":
        assert (used := os.statvfs(small_disk)).f_bavail * used.f_frsize < 200_000, "the disk was not full"
        for path in (small_disk / "graph" / "records").rglob("*.json"):
            assert path.stat().st_size == 100_000
            path.unlink()
    is_as_it_was(small_disk / "graph", digest)


def test_files_that_may_not_grow_are_one_line_and_leave_the_store_as_it_was(tmp_path: Path) -> None:
    digest = make(tmp_path / "graph", 100)
    done = write(tmp_path / "graph", "30000", limit=1_000_000)
    assert (done.returncode, done.stdout.count("\n")) == (1, 1), done.stderr
    assert "too large" in done.stdout
    is_as_it_was(tmp_path / "graph", digest)


def test_a_folder_that_may_not_be_written_is_read_and_not_written(tmp_path: Path) -> None:
    digest = make(tmp_path / "graph", 100)
    for path in (tmp_path, *tmp_path.parents):  # Root, to whom modes mean nothing, writes as somebody else.
        if os.geteuid() == 0 and path.stat().st_mode & 0o005 != 0o005:
            path.chmod(0o755)
    modes = {path: path.stat().st_mode for path in (tmp_path / "graph", *(tmp_path / "graph").rglob("*"))}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    done = write(tmp_path / "graph", "nobody")
    with OxigraphStore.open(tmp_path / "graph") as store:
        assert store.digest() == digest
    for path, mode in modes.items():
        path.chmod(mode)
    assert (done.returncode, done.stdout) == (1, f"{tmp_path / 'graph'}: cannot be used: Permission denied\n"), done
    is_as_it_was(tmp_path / "graph", digest)


def test_a_disk_that_is_only_read_is_read_and_not_written(tmp_path: Path) -> None:
    digest, place = make(tmp_path / "graph", 100), tmp_path / "graph"
    mount(str(place), place, None, MS_BIND)
    with mounted(place):
        mount("", place, None, MS_BIND | MS_REMOUNT | MS_RDONLY)
        done = write(place, "10")
        assert (done.returncode, done.stdout) == (1, f"{place}: cannot be used: Read-only file system\n"), done
        with OxigraphStore.open(place) as store:
            assert store.digest() == digest
    is_as_it_was(place, digest)


def test_a_second_writer_in_another_process_is_told_in_one_line(tmp_path: Path) -> None:
    digest = make(tmp_path / "graph", 100)
    with OxigraphStore.create(tmp_path / "graph"):
        done = write(tmp_path / "graph", "10")
    assert (done.returncode, done.stdout.count("\n")) == (1, 1), done
    assert "another process is writing to it (it is locked)" in done.stdout
    is_as_it_was(tmp_path / "graph", digest)


def test_processes_that_outlive_a_writer_do_not_keep_its_lock(tmp_path: Path) -> None:
    script = """
import os, sys, time
from pathlib import Path
from kg.store.oxigraph import OxigraphStore
store = OxigraphStore.create(Path(sys.argv[1]))
if os.fork():
    time.sleep(60)
else:
    os.kill(os.getppid(), 9)
    print("there", flush=True)
    time.sleep(60)
"""
    command = [sys.executable, "-c", script, str(tmp_path / "graph")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"there\n"
            assert writer.wait() == -signal.SIGKILL
            OxigraphStore.create(tmp_path / "graph").close()
        finally:
            os.killpg(writer.pid, signal.SIGKILL)
