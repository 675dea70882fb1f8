"""Options that several commands have mean the same by all of them."""

from __future__ import annotations

import pytest

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
