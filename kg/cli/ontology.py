"""`kg ontology`."""

from __future__ import annotations

from pathlib import Path

import click

from kg import vocab
from kg.files import data_dir


@click.group()
def ontology() -> None:
    """Look after the ontology and what is written from it."""


@ontology.command(
    epilog="""\b
Examples:
  kg ontology bind
  kg ontology bind --check
"""
)
@click.option("--check", is_flag=True, help="Write nothing; fail when kg/vocab.py does not agree with the ontology.")
def bind(check: bool) -> None:
    """Write kg/vocab.py, the terms that the code uses, from ontology/kg.ttl."""
    from kg.ontology import bind as write  # here, since it loads rdflib, which the other commands do without

    target = Path(vocab.__file__)
    fresh = write(data_dir("ontology"), target, check=check)
    click.echo(f"{target.name} {'agrees with the ontology' if fresh else 'is written anew'}")
