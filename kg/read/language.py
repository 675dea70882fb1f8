"""Tells English news from other text by the share of its function words."""

from __future__ import annotations

import re
from typing import Final

FUNCTION_WORDS: Final = frozenset(
    "the of to and in a an that for on is was with by as at it from be are has have had its not this which he said will"
    " but were would they their his her or been who more than after also about into could over we you i".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+")
SAMPLE: Final = 20_000
LEAST_WORDS: Final = 20
LEAST_SHARE: Final = 0.18


def is_english(text: str) -> bool:
    """True unless the text has enough words to judge and too few of them are English function words."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < LEAST_WORDS:
        return bool(words) and all(word.isascii() for word in words)
    return sum(word in FUNCTION_WORDS for word in words) >= LEAST_SHARE * len(words)
