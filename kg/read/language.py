"""Tells English news from other text, by the share of its function words, and where that is in doubt by its letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Protocol

ENGLISH: Final = "en"
UNKNOWN: Final = "und"
FUNCTION_WORDS: Final = frozenset(
    "the of to and in a an that for on is was with by as at it from be are has have had its not this which he said will"
    " but were would they their his her or been who more than after also about into could over we you i".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+")
SAMPLE: Final = 20_000
LEAST_WORDS: Final = 20
LEAST_SHARE: Final = 0.18
# No language but English reaches this share, and English that stays below it is rare: lists, telegrams.
SURE_SHARE: Final = 0.3


class Identifier(Protocol):
    """What py3langid offers."""

    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str:
    """The tag of the text's language (https://www.rfc-editor.org/info/bcp47): `en`, another, or that it is unknown."""
    words = _WORD.findall(text[:SAMPLE].lower())
    share = sum(word in FUNCTION_WORDS for word in words) / max(1, len(words))
    if share >= SURE_SHARE:
        return ENGLISH
    if len(words) < LEAST_WORDS:
        return ENGLISH if words and all(word.isascii() for word in words) else UNKNOWN
    if identifier := _identifier():
        return identifier.classify(text[:SAMPLE].lower())[0]
    return ENGLISH if share >= LEAST_SHARE else UNKNOWN


@cache
def _identifier() -> Identifier | None:
    """py3langid, of the extra `ingest`; None where it is not installed."""
    try:
        import py3langid
    except ImportError:
        return None
    identifier: Identifier = py3langid
    return identifier
