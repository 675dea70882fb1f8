"""A process of its own for what packages parse: hostile pages cost bounded time and memory, and crash nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import Final

import msgspec

from kg.read.part import Part, Raw

# Of processor time, in seconds, so that a busy machine skips nothing that an idle one reads.
SECONDS: Final = 6
# Of the clock: what waits takes no processor time.
LONGEST_WAIT: Final = 120.0
# How a process ends that has had its time.
_TOO_LONG: Final = signal.SIGXCPU
# Of address space, in bytes.
MEMORY: Final = 1_000_000_000


class Job(msgspec.Struct, frozen=True):
    """The line that goes before the bytes of a source."""

    kind: str
    size: int
    charset: str
    url: str
    longest: int
    seconds: int


class Apart:
    """Reads sources in a child process, which is started when it is needed, and anew after it was ended."""

    def __init__(self, seconds: int = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def parts(self, kind: str, data: bytes, raw: Raw) -> list[Part]:
        """The parts of the source; a single fault where it takes too long, or more memory than there is for it."""
        process = self._process or self._start()
        clock = Timer(LONGEST_WAIT, process.kill)
        clock.daemon = True
        clock.start()
        try:
            job = Job(kind, len(data), raw.charset, raw.url, raw.longest, self._seconds)
            return _answer(process, msgspec.json.encode(job) + b"\n" + data)
        except (OSError, ValueError):
            late = self._end() == -_TOO_LONG or not clock.is_alive()
            why = f"takes longer than {self._seconds} s" if late else "ends its reader, or takes too much memory"
            return [Part(fault=f"reading it {why}")]
        finally:
            clock.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        package = Path(__file__).resolve().parents[2]
        paths = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kg.read.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
        return self._process

    def _end(self) -> int | None:
        """End the process, if there is one; how it ended."""
        process, self._process = self._process, None
        if not process:
            return None
        process.kill()
        process.communicate()
        return process.returncode


def _answer(process: subprocess.Popen[bytes], job: bytes) -> list[Part]:
    assert process.stdin
    assert process.stdout
    process.stdin.write(job)
    process.stdin.flush()
    size = int(process.stdout.readline())
    return msgspec.json.decode(process.stdout.read(size), type=list[Part])
