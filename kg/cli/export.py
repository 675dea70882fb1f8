"""`kg export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import add, folder_option, tell, verbose_option
from kg.export import FORMATS, Choice, export_file
from kg.export import export as write
from kg.store.oxigraph import OxigraphStore


@add([folder_option(), verbose_option()])
@click.command(
    epilog="""\b
Examples:
  kg export -f turtle -o graph.ttl
  kg export -f nquads | gzip > graph.nq.gz
  kg export -f parquet -o tables --since 2019-03-01
  kg export -f turtle --query threats-and-conditions --issue tariffs
  kg export -f neo4j -o import
  kg export -f gexf -o actors.gexf
"""
)
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="turtle", show_default=True)
@click.option("-o", "--output", type=click.Path(allow_dash=True, path_type=Path), default="-",
              help="Write to this file; - is standard output, the default. csv, parquet, neo4j: a folder.")  # fmt: skip
@click.option("--since", metavar="DATE", help="Articles published on this day or later.")
@click.option("--until", metavar="DATE", help="Articles published on this day or earlier.")
@click.option("--article", "articles", metavar="ARTICLE", multiple=True, help="This article; may be repeated.")
@click.option("--issue", "issues", metavar="ISSUE", multiple=True,
              help="Records about this issue or a narrower one; may be repeated.")  # fmt: skip
@click.option("--query", metavar="NAME", help="The records that this query of the catalogue lists.")
def export(
    form: str, output: Path, store: Path, verbose: bool,
    since: str | None, until: str | None, articles: tuple[str, ...], issues: tuple[str, ...], query: str | None,
) -> None:  # fmt: skip
    """Write the graph, or what filters leave of it, for other tools.

    RDF: trig, nquads and jsonld keep the named graphs, one per article; turtle, ntriples and rdfxml flatten them.
    Tables, a file per kind of record: csv, parquet. Graphs of actors: graphml, gexf. Databases: neo4j (files for its
    importer), owlready2 (a quadstore for Python). Event data: plover (JSON lines). A description of the data: void.

    Filters narrow each other. Chosen records come with their evidence, article, mentions and the entities they name.
    """
    choice = Choice(since=since, until=until, articles=articles, issues=issues, query=query)
    with OxigraphStore.open(store) as opened:
        if str(output) == "-":
            write(opened, form, sys.stdout.buffer, choice)
            sys.stdout.buffer.flush()
        else:
            export_file(opened, form, output, choice)
        if verbose:
            tell(f"kg: wrote {'a part' if choice else 'all'} of {len(opened)} quads as {form}")
