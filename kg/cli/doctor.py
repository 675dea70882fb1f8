"""`kg doctor`."""

from __future__ import annotations

import sys

import click

from kg.doctor import examine


@click.command(
    epilog="""\b
Examples:
  kg doctor
  kg doctor && kg build articles --store build/graph
"""
)
def doctor() -> None:
    """Say what this machine runs on, and what slows or stops it.

    One line each for Python, the packages, the language model and the kernel that the parser computes with. Exits 1
    when something is missing or of a version that is not asked for.
    """
    findings = list(examine())
    width = max(len(finding.what) for finding in findings)
    for finding in findings:
        mark = "!!" if finding.broken else "ok" if not finding.advice else "- "
        note = f"  {finding.advice}" if finding.advice else ""
        click.echo(f"{mark} {finding.what:<{width}}  {finding.value}{note}")
    sys.exit(1 if any(finding.broken for finding in findings) else 0)
