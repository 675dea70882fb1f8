"""`kg diff`."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from kg.diff import Change
from kg.diff import diff as compare
from kg.store import open_store


@click.command(
    epilog="""\b
Examples:
  kg diff build/yesterday build/today
  kg diff build/yesterday build/today --format json
"""
)
@click.argument("store_a")
@click.argument("store_b")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(store_a: str, store_b: str, form: str) -> None:
    """Say what STORE_B tells that STORE_A did not, in the terms of the negotiation.

    New commitments and what became of older ones, changed deadlines, new denials, meetings and measures, entities that
    were merged or split, each with the passage that shows it. Prints nothing (JSON: an empty list) for two builds of
    the same articles.
    """
    old, new = open_store(store_a), open_store(store_b)
    try:
        changes = compare(old, new)
    finally:
        old.close()
        new.close()
    if form == "json":
        click.echo(json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=1))
        return
    for change in changes:
        click.echo(_text(change))


def _text(change: Change) -> str:
    turn = f": {change.before or 'none'} -> {change.after or 'none'}" if change.before or change.after else ""
    shown = f"\n    {change.article} {change.start}-{change.end}: {change.passage}" if change.article else ""
    return f"{change.what.replace('-', ' ')}: {change.subject}{turn}{shown}"
