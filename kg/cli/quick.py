"""Answers a plainly put question without click, whose import takes longer than the answer.

Whatever is not `NAME`, then `--OPTION VALUE` or `--OPTION=VALUE` of options that the question has, is left to `query`,
which means the same by all of them and says what is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kg import catalogue
from kg.cli.answering import DEFAULT_STORE, FORMATS, answer

_OPTIONS: Final = {"-f": "--format", "-o": "--output"}
_SINGLE: Final = ("--store", "--format", "--output", "--limit")


def answered(args: Sequence[str]) -> bool:
    """Whether the question was plain and is answered; errors are the same as click's way of asking."""
    if not args or args[0] not in catalogue.names():
        return False
    question = catalogue.load(args[0])
    said = _said(args[1:])
    if said is None:
        return False
    single = {option: said.pop(option, [None])[-1] for option in _SINGLE}
    given = {option.removeprefix("--"): values for option, values in said.items()}
    form, limit, output = single["--format"], single["--limit"], single["--output"]
    if given.keys() - question.params.keys() or form not in (None, *FORMATS) or (limit and not limit.isdecimal()):
        return False
    answer(
        question, given,
        store=single["--store"] or os.environ.get("KG_STORE") or DEFAULT_STORE,
        form=form, output=Path(output) if output else None, limit=int(limit) if limit else None,
    )  # fmt: skip
    return True


def _said(args: Sequence[str]) -> dict[str, list[str]] | None:
    """Option -> its values; None where that is not all that the arguments are."""
    said: dict[str, list[str]] = {}
    rest = iter(args)
    for arg in rest:
        option, equals, value = arg.partition("=")
        option = _OPTIONS.get(option, option)
        if not option.startswith("--") or (equals and arg in _OPTIONS):
            return None
        said_value = value if equals else next(rest, None)
        if said_value is None or (not equals and said_value.startswith("-")):
            return None
        said.setdefault(option, []).append(said_value)
    return said
