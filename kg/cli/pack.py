"""`kg pack`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import add, quiet_option, tell


@click.group(
    epilog="""\b
Examples:
  kg pack init fisheries
  kg pack check fisheries
"""
)
def pack() -> None:
    """Make and check packs: words, issues and facts of your own, laid over the core by `kg build --pack DIR`."""


@pack.command(
    epilog="""\b
Examples:
  kg pack init fisheries
"""
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start a pack in DIR: small files with a worked line each, to be written over."""
    from kg.packs.start import start

    for path in start(folder):
        click.echo(path)
    tell(f"kg: write over these, then try `kg pack check {folder}` and `kg build PATH... --pack {folder}`")


@add([quiet_option()])
@pack.command(
    epilog="""\b
Examples:
  kg pack check
  kg pack check fisheries
"""
)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def check(folder: Path | None, quiet: bool) -> None:
    """Read the examples of the pack in DIR, or of the core, and say which do not hold.

    A `yes` must yield what its list or frame says, no `no` may, and each list has to have both. Exits 1 when one fails.
    """
    from kg.examples import check as look
    from kg.packs import Pack

    whole = Pack(overlays=[folder] if folder else [])
    read, findings = look(whole, whole.layers[-1:])
    for found in findings:
        sentence = f" {found.sentence!r}:" if found.sentence else ""
        click.echo(f"{found.file}, {found.entry}:{sentence} expected {found.expected}, came {found.came}")
    if not quiet:
        tell(f"kg: {read} sentences, {len(findings) or 'no'} finding{'' if len(findings) == 1 else 's'}")
    sys.exit(1 if findings else 0)
