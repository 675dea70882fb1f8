"""On what a move depends, and by when it is to be kept."""

from __future__ import annotations

from kg.extract.clauses import CONDITIONAL, EDGES
from kg.extract.dates import Dated
from kg.extract.text import Text
from kg.model import When

RETURN = frozenset({"return", "exchange"})
LIMITS = frozenset({"by", "until", "till", "before"})
FARTHEST = 4


def condition_of(text: Text, tokens: frozenset[int], near: int) -> tuple[int, int] | None:
    """The tokens of the clause that one of these tokens depends on: "if ...", "unless ...", "in return for ..."."""
    first, last = text.sentences[text.sentence_of[near]]
    for i in range(first, last):
        if text.lower[i] in CONDITIONAL and _opens(text, i) and _hangs_on(text, i, tokens):
            return _trimmed(text, i, max(i + 1, min(last, text.subtree(text.heads[i])[1])))
        if (_is_exchange(text, i, last) or _is_as_long(text, i, last)) and _hangs_on(text, i, tokens):
            return _trimmed(text, i, min(last, text.subtree(i if text.deps[i] == "prep" else text.heads[i])[1]))
    return None


def _opens(text: Text, i: int) -> bool:
    """False for "asked if": an adverbial clause, and no question."""
    return (text.deps[i] == "mark" and text.deps[text.heads[i]] != "ccomp") or text.lower[i] == "unless"


def _is_exchange(text: Text, i: int, last: int) -> bool:
    return i + 2 < last and text.lower[i] == "in" and text.lower[i + 1] in RETURN and text.lower[i + 2] == "for"


def _is_as_long(text: Text, i: int, last: int) -> bool:
    return i + 2 < last and text.lower[i] in ("so", "as") and text.lower[i + 1] == "long" and text.lower[i + 2] == "as"


def _hangs_on(text: Text, i: int, tokens: frozenset[int]) -> bool:
    for _ in range(FARTHEST):
        if i in tokens:
            return True
        if text.heads[i] == i:
            return False
        i = text.heads[i]
    return i in tokens


def _trimmed(text: Text, start: int, end: int) -> tuple[int, int] | None:
    while end > start and text.words[end - 1] in EDGES:
        end -= 1
    return (start, end) if end - start > 1 else None


def deadline_of(text: Text, dates: list[Dated], *spans: tuple[int, int] | None) -> When | None:
    """The first date of these tokens behind "by" or "until", or before the word deadline."""
    for span in spans:
        if span is None:
            continue
        for dated in dates:
            if span[0] <= dated.start < span[1] and _limits(text, dated):
                return dated.record.when
    return None


def _limits(text: Text, dated: Dated) -> bool:
    before = text.lower[max(0, dated.start - 4) : dated.start]
    if before and before[-1] in LIMITS:
        return True
    if before[-1:] in (["of"], ["the"]) and "by" in before and "end" in before:
        return True
    return text.lower[dated.end : dated.end + 1] == ["deadline"]
