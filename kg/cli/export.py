"""`kg export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import add, store_option, tell, verbosity
from kg.export import export as write
from kg.export import export_file
from kg.store.dump import FORMATS
from kg.store.oxigraph import OxigraphStore


@add([store_option(), *verbosity()])
@click.command(
    epilog="""\b
Examples:
  kg export -f turtle -o graph.ttl
  kg export -f nquads | gzip > graph.nq.gz
"""
)
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), default="turtle", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), default="-",
              help="Write to this file; - is standard output, the default.")  # fmt: skip
def export(form: str, output: Path, store: str, quiet: bool, verbose: bool) -> None:
    """Write the whole graph as RDF.

    trig, nquads and jsonld keep the named graphs, one per article; turtle, ntriples and rdfxml flatten them.
    """
    with OxigraphStore.open(Path(store)) as opened:
        if str(output) == "-":
            write(opened, form, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        else:
            export_file(opened, form, output)
        if verbose and not quiet:
            tell(f"kg: wrote {len(opened)} quads as {form}")
