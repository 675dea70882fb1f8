"""`kg report`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from kg.cli.answering import opened
from kg.cli.options import add, store_option
from kg.plots import plots as draw
from kg.report import Of, dossier, html, markdown
from kg.store import open_store

WRITERS: Final = {".md": markdown, ".html": html}


@add([store_option()])
@click.command(
    epilog="""\b
Examples:
  kg report actor China -o china.md
  kg report issue enforcement -o enforcement.html --plots
  kg report commitment truce -o truce.md
"""
)
@click.argument("of", type=click.Choice(["actor", "issue", "commitment"]))
@click.argument("name")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A file, .md or .html.")
@click.option("--plots", is_flag=True, help="Draw its timeline, issues by side and who met whom (SVG).")
def report(of: Of, name: str, output: Path, plots: bool, store: str) -> None:
    """Write a dossier of an actor, an issue or a commitment: timeline, positions, ledger, divergences.

    A commitment is named by words of its content, or by the digits that its IRI in the ledger begins with. Each line
    has a footnote with its article and passage.
    """
    write = WRITERS.get(output.suffix)
    if not write:
        raise click.BadParameter(f"{output}: expected a name that ends in {' or '.join(WRITERS)}", param_hint="-o")
    graph = open_store(store)
    try:
        found = dossier(graph, of, name)
        found = replace(found, plots=draw(graph, found)) if plots else found
    finally:
        graph.close()
    with opened(output) as out:
        out.write(write(found).encode())
