"""A role as its finder sees it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.found import Found
from kg.extract.titles import Title


@dataclass(frozen=True, slots=True)
class Role:
    """A person's mention with the title that one phrase gives it."""

    holder: Found
    title: Title
    rule: str
