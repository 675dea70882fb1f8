"""`kg query`: a command for each question of the catalogue, made from its header."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Final

import click

from kg import catalogue
from kg.cli.answering import answer
from kg.cli.options import answer_options, tell
from kg.errors import QueryError

# Keeps a question's parameters apart from the options that all questions have.
_GIVEN: Final = "given_"
_FLAG: Final = "flag_"


class Question(click.Command):
    """One question; an option that it has not is answered with those that it has."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments left over; QueryError for an unknown option."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            valid = ", ".join(p.opts[-1] for p in self.params if isinstance(p, click.Option) and not p.is_flag)
            raise QueryError(f"{ctx.info_name} has no option {error.option_name}: it has {valid}") from error


class Questions(click.Group):
    """All questions, by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all queries."""
        return catalogue.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The question as a command; QueryError lists what there is."""
        return _command(catalogue.load(cmd_name))


def _list(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """Print every question with its summary and parameters, and stop."""
    if wanted and not ctx.resilient_parsing:
        for question in catalogue.load_all():
            click.echo(f"{question.name:<24} {question.summary}")
            click.echo(f"{'':<24} {' '.join(f'--{name}' for name in question.params)}")
        ctx.exit()


@click.command(
    cls=Questions,
    subcommand_metavar="NAME [--PARAM VALUE]...",
    epilog="""\b
Examples:
  kg query --list
  kg query officials-who-discussed --issue enforcement
  kg query statements --speaker Lighthizer --issue tariffs --issue enforcement --format csv -o rows.csv
  kg query statements --help
""",
)
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List all questions.")
def query() -> None:
    """Ask a named question.

    A parameter takes an IRI, a CURIE, a notation, a name or an alias, and may be given several times: any of them will
    do. An issue includes its narrower issues. With --distinct-stories an article that repeats another does not count.
    """


def _command(question: catalogue.Query) -> click.Command:
    def run(
        store: str, auth: str | None, auth_from: str, form: str | None, output: Path | None, limit: int | None,
        verbose: bool, **given: Any,
    ) -> None:  # fmt: skip
        for name in [name for name, said in given.items() if said is True]:
            del given[name]
            flagged, _, value = name.removeprefix(_FLAG).partition("_")
            given[_GIVEN + flagged] = (*given[_GIVEN + flagged], value)
        values = {name.removeprefix(_GIVEN): list(said) for name, said in given.items() if said}
        began = time.monotonic()
        answer(
            question, values, store=store, auth=auth, auth_from=auth_from, form=form, output=output, limit=limit
        )  # fmt: skip
        if verbose:
            tell(f"kg: {question.name} on {store} took {time.monotonic() - began:.2f} s")

    options: list[click.Parameter] = [
        click.Option([f"--{p.name}", f"{_GIVEN}{p.name}"], multiple=True, metavar=p.type.upper(), help=_meaning(p))
        for p in question.params.values()
    ]
    options += [
        click.Option([f"--{p.name}-{p.values[0]}", f"{_FLAG}{p.name}_{p.values[0]}"], is_flag=True, help=p.meaning)
        for p in question.params.values()
        if len(p.values) == 1
    ]
    options.append(click.Option(["--limit"], type=click.IntRange(min=0), help="At most so many rows."))
    asked = "\n".join(f"  {example}" for example in question.examples)
    return Question(
        question.name, params=[*options, *answer_options()], callback=run, short_help=question.summary,
        help=f"{question.summary}.\n\n\b\nIt answers, for instance:\n{asked}",
        epilog=f"\b\nExamples:\n  kg query {question.name}\n  kg query {question.name} --format csv -o rows.csv",
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip


def _meaning(param: catalogue.Param) -> str:
    return f"{param.meaning}: {', '.join(param.values)}" if param.values else f"{param.meaning} ({param.type})"
