"""`kg check`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from kg.check import VIOLATION, Finding
from kg.check import check as look
from kg.cli.options import add, folder_option, tell
from kg.cli.table import draw
from kg.store.oxigraph import OxigraphStore
from kg.vocab import Term

_COLUMNS = ("severity", "source", "focus", "where", "what", "detail")


@add([folder_option()])
@click.command(
    epilog="""\b
Examples:
  kg check
  kg check --format json > findings.json
"""
)
@click.option("-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--violations", is_flag=True, help="Leave out warnings, which tell what is odd and not what is broken.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the findings.")
def check(form: str, violations: bool, quiet: bool, store: Path) -> None:
    """Check the graph against the shapes and rules that it must keep.

    The shapes are those of ontology/shapes.ttl (SHACL), the rules those of queries/check. Each finding names its
    source, the node at fault, the graph that tells of it, and the rule in words. Exits 1 when there is any.
    """
    with OxigraphStore.open(store) as opened:
        findings = [found for found in look(opened) if not violations or found.severity == VIOLATION]
        quads = len(opened)
    if form == "json":
        click.echo(json.dumps([asdict(found) for found in findings], ensure_ascii=False, indent=1))
    elif findings:
        draw(_COLUMNS, [_row(found) for found in findings], sys.stdout.buffer)
    if not quiet:
        tell(f"kg: {quads} quads, {len(findings) or 'no'} finding{'' if len(findings) == 1 else 's'}")
    sys.exit(1 if findings else 0)


def _row(found: Finding) -> tuple[object, ...]:
    return (found.severity, found.source, Term(found.focus), Term(found.where), found.what, found.detail)
