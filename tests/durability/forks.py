"""Jobs in forks of a process that has everything imported: run to the end, or killed at a time or step.

The process that forks must never open a store itself: RocksDB's threads do not survive a fork.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

Acknowledge = Callable[[int], None]
WRITING = ("/kg/store/", "/kg/files.py", "/kg/kept.py", "/kg/snapshot.py")


class End(NamedTuple):
    """How a job ended: whether the kill hit it, the last number it acknowledged, and how long it ran."""

    hit: bool
    acknowledged: int
    seconds: float


def told(job: Callable[..., object], *arguments: object) -> Any:
    """What the job returns, through JSON; it has to end."""
    read, write = os.pipe()
    child = _fork(lambda: os.write(write, json.dumps(job(*arguments)).encode()) and None)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, "the job failed: see standard error"
    return json.loads(said)


def run(
    job: Callable[[Path, Acknowledge], object], at: Path, *, kill_after: float | None = None, kill_at: int | None = None
) -> End:
    """Run the job in that folder; SIGKILL ends it after so many seconds, or before that step (see `_steps`)."""
    read, write = os.pipe()
    begun = time.perf_counter()

    def work() -> None:
        if kill_at is not None:
            _steps(kill_at)
        job(at, lambda number: os.write(write, b"%d\n" % number) and None)

    child = _fork(work)
    os.close(write)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    taken = time.perf_counter() - begun
    assert status in (0, signal.SIGKILL), "the job failed: see standard error"
    with os.fdopen(read, "rb") as pipe:
        numbers = [int(line) for line in pipe.read().split(b"\n")[:-1]]
    return End(status == signal.SIGKILL, max(numbers, default=0), taken)


def _fork(job: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        job()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _steps(limit: int) -> None:
    """Kill this process at the call or return of a built-in function, made by code that writes, of that number."""
    steps = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal steps
        if event in ("c_call", "c_return") and any(part in frame.f_code.co_filename for part in WRITING):
            steps += 1
            if steps > limit:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
