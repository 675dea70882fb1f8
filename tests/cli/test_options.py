"""Options that several commands have mean the same by all of them."""

from __future__ import annotations

import inspect
import re

import click
import pytest

from kg.cli.commands import COMMANDS, cli

RENAMED = ("given_", "flag_")
"""What begins the names of a question's own parameters, which are read as one."""
ADDRESS = "http://localhost:1"


@pytest.mark.parametrize(
    "args",
    [
        ["build", "seeds"], ["check"], ["verify"], ["export"], ["load", ADDRESS], ["snapshot", "one"],
        ["review", "identity"], ["review", "issues"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_works_in_a_folder_refuses_the_address_of_a_server(command, args: list[str]) -> None:
    code, _, told = command(*args, "--store", ADDRESS)
    assert (code, told.count("\n")) == (2, 1), told
    assert f"{ADDRESS} is the address of a server, and this is done in a folder" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_reads_every_option_that_it_offers(name: str) -> None:
    context = click.Context(cli)
    command = cli.get_command(context, name)
    assert command is not None
    if isinstance(command, click.Group):
        commands = [command.get_command(context, one) for one in command.list_commands(context)]
    else:
        commands = [command]
    for each in commands:
        assert each is not None
        assert each.callback is not None
        body = inspect.getsource(each.callback).partition(" -> None:")[2].rpartition('"""')[2]
        named = {option.name for option in each.params if option.expose_value and not option.name.startswith(RENAMED)}
        assert {option for option in named if not re.search(rf"\b{option}\b", body)} == set()
