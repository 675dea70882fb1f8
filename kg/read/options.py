"""How sources are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

MAX_CHARS: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller may say: all of it optional.

    `published` is the date of articles that have none, `kind` how files are read whatever they are called, and
    `columns` names the column of a table for each field of an article.
    """

    published: date | None = None
    max_chars: int = MAX_CHARS
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    force_language: bool = False
    allow_private: bool = False
