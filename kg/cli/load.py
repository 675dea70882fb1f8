"""`kg load`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.options import add as options
from kg.cli.options import auth_options, folder_option, quiet_option, tell, verbose_option
from kg.cli.progress import progress, silent
from kg.load import load as put
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.store.profile import PROFILES, credentials


@options([*auth_options(), folder_option(), quiet_option(), verbose_option()])
@click.command(
    epilog="""\b
Examples:
  oxigraph serve --location server &
  kg load http://localhost:7878 --profile oxigraph --bulk
  KG_AUTH=dba:dba kg load http://localhost:8890 --profile virtuoso

\b
Other servers   kg load ...
  Fuseki        http://localhost:3030/DATASET --data-path data --query-path query
  GraphDB       http://localhost:7200/repositories/ID --data-path rdf-graphs/service
  Neptune       https://CLUSTER:8182 --data-path sparql/gsp/ --query-path sparql
  QLever        http://localhost:7001 --auth bearer
  Stardog       http://localhost:5820/DATABASE --query-path query --auth basic

KG_AUTH holds Stardog's USER:PASSWORD, QLever's access token. Neptune is reached from within its network, and without
IAM authentication. QLever replaces graphs since June 2025; older ones take --add. --bulk is for Oxigraph and Fuseki.
"""
)
@click.argument("url")
@click.option("--profile", type=click.Choice(list(PROFILES)), default="generic", show_default=True,
              help="What kind of server it is; generic: URL itself speaks both protocols.")  # fmt: skip
@click.option("--data-path", metavar="PATH", help="Where, after URL, it speaks the Graph Store Protocol.")
@click.option("--query-path", metavar="PATH", help="Where, after URL, it answers queries; or another URL.")
@click.option("--graph-param", metavar="NAME", help="How it calls the parameter that names a graph.")
@click.option("--replace/--add", "replace", default=True, show_default=True,
              help="Let a graph take the place of the server's graph of that name, or add to it.")  # fmt: skip
@click.option("--bulk", is_flag=True, help="Send graphs that the server does not have yet many at a time.")
def load(
    url: str, profile: str, data_path: str | None, query_path: str | None, graph_param: str | None, replace: bool,
    bulk: bool, auth: str | None, auth_from: str, store: Path, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Put the graph into a running SPARQL 1.1 server, and count it there.

    The server's graphs of other names stay. A load that was cut is made again by the same command, which sends only
    what the server does not hold yet. Requests are repeated when the server breaks off or is busy: a graph is a set of
    triples without blank nodes, so that sending a part of it twice is as good as once.
    """
    given: dict[str, Any] = {"query": query_path, "data": data_path, "parameter": graph_param, "auth": auth}
    where = PROFILES[profile]._replace(**{key: value for key, value in given.items() if value is not None})
    graphs = triples = there = 0
    with (
        OxigraphStore.open(store) as opened,
        Endpoint(url, profile=where, auth=credentials(where.auth, auth_from)) as server,
        progress(silent, quiet=quiet) as show,
    ):
        total = len(opened.graphs())
        show("graphs", 0, total)
        for loaded in put(opened, server, add=not replace, bulk=bulk):
            graphs, triples, there = graphs + 1, triples + loaded.triples, there + (not loaded.sent)
            show("graphs", graphs, total)
            if verbose and not quiet:
                tell(f"{loaded.triples:>8}  {loaded.graph}{'' if loaded.sent else '  (was there)'}")
    if not quiet:
        before = f", {there} of which it had" if there else ""
        tell(f"kg: {url} holds {graphs} graphs of {triples} triples{before}")
