"""Reported words without the marks at their edges that part them from the rest of the sentence."""

from __future__ import annotations

from kg.extract.bounds import CLOSING, OPENING, PAUSE
from kg.extract.text import Text


def trimmed(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Without commas and dashes at the edges, and without a quotation mark that the content does not pair."""
    words = text.words
    while start < end and (words[start] in PAUSE or (words[start] in CLOSING and not _is_paired(text, start, end))):
        start += 1
    while end > start and (words[end - 1] in PAUSE or words[end - 1] in (".", ";")):
        end -= 1
    while end > start and words[end - 1] in OPENING and not _is_paired(text, start, end):
        end -= 1
    return _with_marks(text, start, end) if end > start else None


def _with_marks(text: Text, start: int, end: int) -> tuple[int, int]:
    """A quotation that makes up the content, or closes it, keeps both its marks."""
    for first, last in text.quotes:
        if first == start - 1 and last <= end + 1:
            start = first
        if last == end + 1 and first >= start:
            end = last
    return start, end


def _is_paired(text: Text, start: int, end: int) -> bool:
    return any(s < end and e > start and (start <= s or s < start < e) for s, e in text.quotes)
