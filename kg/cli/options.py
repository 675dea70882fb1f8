"""The options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kg.cli.answering import DEFAULT_STORE, FORMATS
from kg.store.profile import AUTHS, SECRET

Options = list[click.Parameter]


class Folder(click.Path):
    """A folder; the address of a server is refused."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; BadParameter where it is an address."""
        if str(value).startswith(("http://", "https://")):
            self.fail(
                f"{value} is the address of a server, and this is done in a folder, as `kg build` makes it", param
            )
        return super().convert(value, param, ctx)


def store_option() -> click.Option:
    """`--store`: a folder, or the address of a SPARQL endpoint."""
    return click.Option(
        ["--store"], default=DEFAULT_STORE, envvar="KG_STORE", show_default=True, show_envvar=True, metavar="DIR|URL",
        help="The graph: a folder that `kg build` made, or the address of a SPARQL endpoint.",
    )  # fmt: skip


def folder_option() -> click.Option:
    """`--store` of commands that work on the files of a graph: a folder."""
    return click.Option(
        ["--store"], type=Folder(), default=DEFAULT_STORE, envvar="KG_STORE", show_default=True, show_envvar=True,
        metavar="DIR", help="The graph: a folder that `kg build` made.",
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
        verbose_option(),
    ]  # fmt: skip


def quiet_option() -> click.Option:
    """`-q`, of commands that say more than their result."""
    return click.Option(["-q", "--quiet"], is_flag=True, help="Say nothing but the result and errors.")


def verbose_option() -> click.Option:
    """`-v`, of commands that can say more than they do."""
    return click.Option(["-v", "--verbose"], is_flag=True, help="Say on standard error what is done.")


def add(options: Options) -> Callable[[click.Command], click.Command]:
    """A decorator that gives a command these options after its own."""

    def give(command: click.Command) -> click.Command:
        command.params.extend(options)
        return command

    return give


def tell(message: str) -> None:
    """A line on standard error."""
    click.echo(message, err=True)
