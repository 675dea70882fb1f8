"""`kg load`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import add, store_option, tell, verbosity
from kg.load import load as put
from kg.store.endpoint import PASSWORD, PROFILES, Endpoint
from kg.store.oxigraph import OxigraphStore


@add([store_option(), *verbosity()])
@click.command(
    epilog="""\b
Examples:
  oxigraph serve --location server &
  kg load http://localhost:7878 --profile oxigraph
  kg load http://localhost:3030/news/data --query-url http://localhost:3030/news/sparql
"""
)
@click.argument("url")
@click.option("--profile", type=click.Choice(list(PROFILES)), default="generic", show_default=True,
              help="What kind of server it is; generic: URL is its Graph Store Protocol.")  # fmt: skip
@click.option("--query-url", metavar="URL", help="Where it answers queries, if elsewhere.")
@click.option("--user", metavar="NAME", help=f"The user's name; the password is read from {PASSWORD}.")
def load(
    url: str, profile: str, query_url: str | None, user: str | None, store: str, quiet: bool, verbose: bool
) -> None:
    """Put the graph into a running SPARQL 1.1 server, and count it there.

    Each named graph replaces the server's graph of that name; the server's other graphs stay.
    """
    graphs = triples = 0
    with (
        OxigraphStore.open(Path(store)) as opened,
        Endpoint(url, profile=profile, query_url=query_url, user=user) as server,
    ):
        for loaded in put(opened, server):
            graphs, triples = graphs + 1, triples + loaded.triples
            if verbose and not quiet:
                tell(f"{loaded.triples:>8}  {loaded.graph}")
    if not quiet:
        tell(f"kg: {url} holds {graphs} graphs of {triples} triples")
