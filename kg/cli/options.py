"""The options that several commands have."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click

from kg.cli.answering import DEFAULT_STORE, FORMATS
from kg.store.profile import AUTHS, SECRET

Options = list[click.Parameter]


class Folder(click.Path):
    """A folder to write to; an empty name, which is what an unset variable gives, would be the present folder."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The folder; a usage error where the name is empty."""
        if not str(value):
            self.fail("an empty name is no folder; write . for the present one", param, ctx)
        return super().convert(value, param, ctx)


def store_option() -> click.Option:
    """`--store`: a folder, or the address of a SPARQL endpoint."""
    return click.Option(
        ["--store"], default=DEFAULT_STORE, envvar="KG_STORE", show_default=True, show_envvar=True, metavar="DIR|URL",
        help="The graph: a folder that `kg build` made, or the address of a SPARQL endpoint.",
    )  # fmt: skip


def auth_options() -> Options:
    """`--auth` and `--auth-from`: how a server is told who asks."""
    return [
        click.Option(["--auth"], type=click.Choice(AUTHS), help="How the server, where it is one, knows its users."),
        click.Option(
            ["--auth-from"], default=SECRET, metavar="ENV", show_default=True,
            help="The environment variable that holds USER:PASSWORD, or the token of bearer.",
        ),
    ]  # fmt: skip


def answer_options() -> Options:
    """The options of a command that prints an answer."""
    return [
        store_option(),
        *auth_options(),
        click.Option(
            ["-f", "--format", "form"], type=click.Choice(FORMATS),
            help="How to write it: table (default on a terminal), csv (default elsewhere), tsv, json, xml, jsonl, md; "
            "triples as ttl (default), nt, jsonld.",
        ),
        click.Option(["-o", "--output"], type=click.Path(dir_okay=False, path_type=Path), help="Write to this file."),
        *verbosity(),
    ]  # fmt: skip


def verbosity() -> Options:
    """`-q` and `-v`."""
    return [
        click.Option(["-q", "--quiet"], is_flag=True, help="Say nothing but the result and errors."),
        click.Option(["-v", "--verbose"], is_flag=True, help="Say on standard error what is done."),
    ]


def add(options: Options) -> Callable[[click.Command], click.Command]:
    """A decorator that gives a command these options after its own."""

    def give(command: click.Command) -> click.Command:
        command.params.extend(options)
        return command

    return give


def tell(message: str) -> None:
    """A line on standard error."""
    click.echo(message, err=True)
