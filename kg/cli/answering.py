"""What the commands that answer do alike: ask in a thread, and write in a format to where it was asked for.

Nothing here imports click, see `quick`.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Final

from kg.catalogue import Query
from kg.errors import KgError, StoreError
from kg.files import write_whole
from kg.query import Given, ask
from kg.query.writing import ROW_FORMATS, write
from kg.store import open_store
from kg.store.answer import TRIPLE_FORMATS, Answer, Rows, Triples

FORMATS: Final = ("table", *ROW_FORMATS, *TRIPLE_FORMATS)
DEFAULT_STORE: Final = "build/graph"

# A parser that recurses needs some 3 KB of stack for each level or link of a chain that the guard lets pass.
_STACK: Final = 256 * 1024 * 1024


def put(answer: Answer, form: str | None, output: Path | None, *, brief: bool) -> None:
    """Write the answer where it was asked for; `brief` lets a table leave out what only machines read."""
    with opened(output) as out:
        if form is None:
            screen = output is None and sys.stdout.isatty()
            form = "ttl" if isinstance(answer, Triples) else "table" if screen and isinstance(answer, Rows) else "csv"
        if form == "table" and isinstance(answer, Rows):
            from kg.cli.table import write_table

            write_table(answer, out, brief=brief)
        else:
            write(answer, out, form)


@contextmanager
def opened(output: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that appears whole when all was written, or not at all."""
    if output is None or str(output) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    buffer = BytesIO()
    yield buffer
    try:
        write_whole(output, buffer.getvalue())
    except OSError as error:
        raise StoreError(str(output), f"cannot be written: {error.strerror}") from error


def interruptible(work: Callable[[], None]) -> None:
    """Do the work in a thread: the keyboard can interrupt it, and a query may nest as deep as the guard lets it."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except (KgError, OSError) as error:
            raised.append(_light(error))
        except BaseException as error:
            raised.append(error)

    before = threading.stack_size(_STACK)
    try:
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
    finally:
        threading.stack_size(before)
    while thread.is_alive():
        thread.join(0.5)
    if raised:
        raise raised[0]


def _light(error: BaseException) -> BaseException:
    """The error without its frames: they hold answers of pyoxigraph, which may be let go only in their own thread."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return error


def answer(
    question: Query, given: Given, *,
    store: str, auth: str | None = None, auth_from: str | None = None,
    form: str | None = None, output: Path | None = None, limit: int | None = None,
) -> None:  # fmt: skip
    """Put a named question to a store and write what it answers."""

    def work() -> None:
        opened_store = open_store(store, auth=auth, auth_from=auth_from)
        put(ask(opened_store, question, given, limit=limit), form, output, brief=True)
        opened_store.close()

    interruptible(work)
