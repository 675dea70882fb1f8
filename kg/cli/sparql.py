"""`kg sparql`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from kg.cli.answering import interruptible, put
from kg.cli.options import add, answer_options, tell
from kg.errors import QueryError
from kg.query import run
from kg.store import open_store


@add(answer_options())
@click.command(
    epilog="""\b
Examples:
  kg sparql 'SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }'
  kg sparql --file question.rq --format json
  kg sparql - < question.rq
"""
)
@click.argument("query", required=False)
@click.option("--file", type=click.Path(dir_okay=False, path_type=Path), help="Read the query from this file.")
@click.option("--allow-service", is_flag=True, help="Let the query call other servers by SERVICE.")
def sparql(
    query: str | None, file: Path | None, allow_service: bool, store: str, auth: str | None, auth_from: str,
    form: str | None, output: Path | None, verbose: bool,
) -> None:  # fmt: skip
    """Run a SPARQL 1.1 query of your own.

    Graphs are named: write GRAPH ?g { ... }. Updates are refused, and so is SERVICE unless permitted.
    """
    text = _text(query, file)
    began = time.monotonic()

    def work() -> None:
        opened = open_store(store, auth=auth, auth_from=auth_from)
        put(run(opened, text, allow_service=allow_service), form, output, brief=False)
        opened.close()

    interruptible(work)
    if verbose:
        tell(f"kg: the query on {store} took {time.monotonic() - began:.2f} s")


def _text(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise QueryError("give one query: as an argument, with --file FILE, or - for standard input")
    try:
        if file is not None:
            return file.read_text("utf-8")
        return sys.stdin.buffer.read().decode() if query == "-" else str(query)
    except OSError as error:
        raise QueryError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{file or 'standard input'}: is no UTF-8 text (byte {error.start})") from error
