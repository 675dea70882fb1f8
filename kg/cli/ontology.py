"""`kg ontology`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg import vocab
from kg.cli.options import tell
from kg.errors import JavaMissing
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


@ontology.command(
    epilog="""\b
Examples:
  kg ontology reason
  kg ontology reason --require
"""
)
@click.option("--require", is_flag=True, help="Fail where there is no Java; otherwise that is said, and no fault.")
def reason(require: bool) -> None:
    """Put the ontology and the curated data to an OWL reasoner (HermiT).

    Together they must be consistent, and every class must be able to have members. Takes a minute, and Java. Exits 1
    when the reasoner finds a contradiction or an empty class.
    """
    from kg.reason import reason_on_curated

    try:
        found = reason_on_curated()
    except JavaMissing as error:
        if require:
            raise
        tell(f"kg: skipped: {error}")
        return
    if not found.consistent:
        click.echo("inconsistent: the ontology and the curated data contradict each other")
    elif found.unsatisfiable:
        click.echo(f"unsatisfiable: no member is possible of {', '.join(found.unsatisfiable)}")
    else:
        click.echo(f"consistent: {found.triples} curated triples, and every class can have members")
    sys.exit(0 if found.consistent and not found.unsatisfiable else 1)
