"""Times rivals in turn, so that what else the machine does falls on all of them alike."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from statistics import geometric_mean, median
from time import perf_counter
from types import FrameType

__all__ = ["TookTooLong", "alternate", "geometric_mean", "seconds", "within"]


class TookTooLong(Exception):
    """The rival was stopped at its limit: its time is at least that long."""


def seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Wall time of one call, or time by another clock, without garbage left over from the one before."""
    gc.collect()
    start = clock()
    work()
    return clock() - start


def alternate(
    rivals: Mapping[str, Callable[[], object]], repeat: int, clock: Callable[[], float] = perf_counter
) -> dict[str, float]:
    """Median seconds of each rival over `repeat` rounds in which every rival runs once, in changing order."""
    taken: dict[str, list[float]] = {name: [] for name in rivals}
    for turn in range(repeat):
        order = list(rivals)[:: -1 if turn % 2 else 1]
        for name in order:
            taken[name].append(seconds(rivals[name], clock))
    return {name: median(times) for name, times in taken.items()}


@contextmanager
def within(limit: float) -> Iterator[None]:
    """Raises TookTooLong in pure Python code that runs for more than `limit` seconds."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
