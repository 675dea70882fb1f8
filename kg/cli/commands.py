"""All commands of `kg`; the module of each is imported when it is called for."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from kg import __version__

COMMANDS: Final = {
    "build": "kg.cli.build:build_command",
    "query": "kg.cli.query:query",
    "sparql": "kg.cli.sparql:sparql",
    "explain": "kg.cli.explain:explain",
    "review": "kg.cli.review:review",
    "diff": "kg.cli.diff:diff",
    "report": "kg.cli.report:report",
    "check": "kg.cli.check:check",
    "verify": "kg.cli.verify:verify",
    "export": "kg.cli.export:export",
    "load": "kg.cli.load:load",
    "snapshot": "kg.cli.snapshot:snapshot",
    "pack": "kg.cli.pack:pack",
    "ontology": "kg.cli.ontology:ontology",
    "doctor": "kg.cli.doctor:doctor",
}


class Commands(click.Group):
    """The commands of the table, none of which is imported before it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order in which one comes to need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  kg build seeds/articles --store build/graph
  kg query officials-who-discussed --issue enforcement
  kg export -f turtle -o graph.ttl
""",
)
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Turn news articles into a graph that says who said what, and ask it.

    Results go to standard output, all else to standard error. Exits 0 when done, 1 when that failed, 2 when what was
    asked for does not exist.
    """
