"""`kg verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import add, folder_option, tell
from kg.store.oxigraph import OxigraphStore
from kg.verify import Verified
from kg.verify import verify as compare


@add([folder_option()])
@click.command(
    epilog="""\b
Examples:
  kg verify
  kg verify --store build/graph && kg export -f nquads -o graph.nq
"""
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the faults.")
def verify(quiet: bool, store: Path) -> None:
    """Compare the graph with the texts it was read from, and with the manifest.

    Every quotation must be the article's text at its offsets, every text the one of its SHA-256, every graph the one
    that was built. Prints a line for each fault, and exits 1 when there is any.
    """
    done = Verified()
    with OxigraphStore.open(store) as opened:
        for fault in compare(opened, done):
            click.echo(str(fault))
    if not quiet:
        tell(
            f"kg: compared {done.passages} passages of {done.articles} articles and {done.graphs} graphs: "
            f"{done.faults or 'no'} fault{'' if done.faults == 1 else 's'}"
        )
    sys.exit(1 if done.faults else 0)
