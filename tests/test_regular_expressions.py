"""Every regular expression of the program, over long rows of what it might stumble on."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from time import process_time

import pytest

import kg
from kg.packs import Pack
from kg.segment.patterns import patterns_of
from tests.hostile import UNITS

SHORT, LONG = 5_000, 20_000
# Four times the text takes four times as long; sixteen where the time grows with the square.
STEEP = 8
NOTICED = 0.02


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Name and pattern of each one that a module of the program, or its pack, holds."""
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", pattern) for pattern in held(value))
    boilerplate = patterns_of(Pack().boilerplate)
    for name in ("blocks", "captions", "credits"):
        yield f"boilerplate.{name}", getattr(boilerplate, name)
    yield "boilerplate.speech", boilerplate.abbreviations.speech


def held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from held(part)
    elif isinstance(value, dict):
        yield from held(list(value.values()))


def seconds(pattern: re.Pattern[str], text: str) -> float:
    begun = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - begun


@pytest.mark.long
def test_no_regular_expression_takes_time_that_grows_with_the_square_of_the_text() -> None:
    distinct = {pattern: name for name, pattern in patterns() if isinstance(pattern.pattern, str)}
    assert len(distinct) > 60
    steep = []
    for pattern, name in distinct.items():
        for unit in UNITS.values():
            row = unit * LONG
            long = seconds(pattern, row[:LONG])
            if long > NOTICED and long > STEEP * min(seconds(pattern, row[:SHORT]) for _ in range(3)):
                steep.append((name, unit))
    assert not steep
