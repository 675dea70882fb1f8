"""A statement by token, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cues import Cue
from kg.extract.found import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement by token: its cue, its content [start, end) and the mentions of its speakers."""

    cue: Cue
    start: int
    end: int
    speakers: tuple[Found, ...]
    rule: str
    confidence: float
    via: tuple[Found, ...] = ()

    @property
    def place(self) -> int:
        """The token by which the draft is ordered and dated."""
        return self.cue.token
