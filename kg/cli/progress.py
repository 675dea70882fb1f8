"""The bar that a long command shows on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Show = Callable[[str, int, int], None]
"""Takes what is being done, how many things are done, and how many there are (0: not known)."""


@contextmanager
def progress(otherwise: Show, *, quiet: bool) -> Iterator[Show]:
    """A bar on standard error; where that is no terminal, or nothing is to be said, what to do instead."""
    if quiet or not sys.stderr.isatty():
        yield otherwise
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=Console(stderr=True), transient=True,
    ) as bar:  # fmt: skip
        task = bar.add_task("reading", total=None)
        yield lambda stage, done, total: bar.update(task, description=stage, completed=done, total=total or None)


def silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""
