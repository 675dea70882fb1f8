"""`kg doctor`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import add, store_option
from kg.doctor import examine

_SERVERS = ("http://", "https://")


@add([store_option()])
@click.command(
    epilog="""\b
Examples:
  kg doctor
  kg doctor --store build/graph
"""
)
def doctor(store: str) -> None:
    """Say what this machine runs on, and what slows or stops it.

    One line each for Python, the packages, the parts of the language model, the kernel that the parser computes with,
    Java, the store and the disk. Exits 1 when something is missing, broken or not what is asked for.
    """
    findings = list(examine(None if store.startswith(_SERVERS) else Path(store)))
    width = max(len(finding.what) for finding in findings)
    for finding in findings:
        mark = "!!" if finding.broken else "ok" if not finding.advice else "- "
        note = f"  {finding.advice}" if finding.advice else ""
        click.echo(f"{mark} {finding.what:<{width}}  {finding.value}{note}")
    sys.exit(1 if any(finding.broken for finding in findings) else 0)
