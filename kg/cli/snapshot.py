"""`kg snapshot`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import add, folder_option, quiet_option, tell
from kg.snapshot import place, snapshots
from kg.snapshot import restore as go_back
from kg.snapshot import snapshot as take


@add([folder_option(), quiet_option()])
@click.command(
    epilog="""\b
Examples:
  kg snapshot before-review
  kg query issues-ranked --store build/graph/snapshots/before-review
  kg snapshot --list
  kg snapshot --restore before-review
  kg snapshot /backup/2019-03-28
"""
)
@click.argument("where", metavar="NAME|DIR", required=False)
@click.option("--list", "listing", is_flag=True, help="List the snapshots in the store's folder.")
@click.option("--restore", is_flag=True, help="Go back to that snapshot.")
def snapshot(where: str | None, listing: bool, restore: bool, store: Path, quiet: bool) -> None:
    """Keep the graph as it is under a NAME in the store's folder, or in a folder of its own (with a slash).

    A snapshot is a store, with records and judgements: every command opens it by --store. It shares its files with the
    graph, and so takes room only for what changes later; to drop one, remove its folder.
    """
    if listing == (where is not None) or (listing and restore):
        raise click.UsageError("Give the name of a snapshot, or --list.")
    if where is None:
        for one in snapshots(store):
            click.echo(f"{one.name}\t{one.taken:%Y-%m-%d %H:%M:%S}\t{one.articles} articles")
        return
    kept = place(store, where)
    if restore:
        go_back(kept, store)
    else:
        take(store, kept)
    if not quiet:
        tell(f"kg: {store} is again what {kept} is" if restore else f"kg: {store} is kept in {kept}")
