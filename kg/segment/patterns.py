"""How the lines of an article that are no prose are known, by the pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.packs import Boilerplate
from kg.segment.sentences import Abbreviations

BlockKind = Literal["headline", "body", "boilerplate", "caption"]


@dataclass(frozen=True)
class Patterns:
    """How boilerplate, captions and credits are known, and where a full stop ends no sentence."""

    blocks: re.Pattern[str]
    captions: re.Pattern[str]
    credits: re.Pattern[str]
    abbreviations: Abbreviations

    def kind(self, string: str) -> BlockKind:
        if self.captions.search(string[:1000]):
            return "caption"
        return "boilerplate" if self.blocks.match(string) else "body"

    def credit_start(self, paragraph: str) -> int:
        """Where a closing credit ("REUTER", "BLOOMBERG, AFP") begins; the paragraph's end without one."""
        match = self.credits.search(paragraph, max(0, len(paragraph) - 80))
        return match.start() if match else len(paragraph)


@lru_cache(maxsize=4)
def patterns_of(boilerplate: Boilerplate) -> Patterns:
    """Those of a pack."""
    agency = "|".join(map(re.escape, boilerplate.agencies))
    return Patterns(
        blocks=re.compile("|".join(f"(?:{p})" for p in boilerplate.blocks), re.IGNORECASE),
        captions=re.compile("|".join(f"(?:{p})" for p in boilerplate.captions), re.IGNORECASE),
        credits=re.compile(
            rf"(?:(?<=[.!?\"”’])|^)[\s–—(-]*(?:{agency})(?:\s*[,/&]\s*(?:{agency}))*[\s)]*$",
            re.IGNORECASE,
        ),
        abbreviations=Abbreviations(
            frozenset(boilerplate.abbreviations), frozenset(boilerplate.closing), frozenset(boilerplate.openers)
        ),
    )
