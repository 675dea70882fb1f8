"""On what a move depends, and by when it is to be kept."""

from __future__ import annotations

from kg.extract.clauses import CONDITIONAL, EDGES
from kg.extract.dates import Dated, dates_between
from kg.extract.text import Text
from kg.model import When

INVERTED = frozenset({"should", "were", "had"})
WHEN = frozenset({"when", "after", "once"})
PHRASES = (
    ("in", "return", "for"), ("in", "exchange", "for"), ("so", "long", "as"), ("as", "long", "as"), ("on", "condition"),
    ("on", "the", "condition"), ("in", "the", "absence", "of"),
)  # fmt: skip
OPENERS = frozenset(phrase[0] for phrase in PHRASES)
LIMITS = frozenset({"by", "until", "till", "before"})
FARTHEST = 4


def condition_of(text: Text, tokens: frozenset[int], near: int) -> tuple[int, int] | None:
    """The tokens of the clause that one of these tokens depends on: "if ...", "until ...", "in return for ..."."""
    first, last = text.sentences[text.sentence_of[near]]
    for i in range(first, last):
        opens = _opener(text, i, last)
        if opens is not None and _hangs_on(text, i, tokens):
            start = i - 1 if i > first and text.lower[i - 1] in ("only", "but") else i
            return _trimmed(text, start, max(i + 1, min(last, text.subtree(opens)[1])))
    return None


def _opener(text: Text, i: int, last: int) -> int | None:
    """The token whose subtree is the condition that the token opens; None where it opens none."""
    word = text.lower[i]
    if word in CONDITIONAL or (word == "until" and text.deps[i] == "mark"):
        asks = text.deps[text.heads[i]] == "ccomp" and word not in ("unless", "until")
        return None if asks or (text.deps[i] != "mark" and word != "unless") else text.heads[i]
    if word in INVERTED and text.deps[i] == "aux" and text.deps[text.heads[i]] == "advcl":
        inverted = any(text.deps[j].startswith("nsubj") and j > i for j in text.children[text.heads[i]])
        return text.heads[i] if inverted and text.subtree(text.heads[i])[0] == i else None  # "should they fail"
    if word in ("failing", "without") and text.deps[i] == "prep" and i == text.sentences[text.sentence_of[i]][0]:
        return i  # "Failing a reply by Friday, the firm would"
    if word in WHEN and text.lower[i - 1] == "only" and text.heads[i] != i:
        return text.heads[i]
    if word in OPENERS and any(tuple(text.lower[i : i + len(phrase)]) == phrase for phrase in PHRASES) and i + 3 < last:
        return i if text.deps[i] == "prep" else text.heads[i]
    return None


def _hangs_on(text: Text, i: int, tokens: frozenset[int]) -> bool:
    """Whether the path up from the condition meets a token; a condition behind a verb is not the verb's before it."""
    start = i
    for _ in range(FARTHEST):
        if i in tokens:
            return True
        if text.heads[i] == i or (text.deps[i] == "conj" and text.heads[i] < i < start and text.pos[i] == "VERB"):
            return False
        i = text.heads[i]
        tokens |= {text.heads[j] for j in tokens if text.deps[j] == "conj" and start < text.heads[j] < j}
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
        for dated in dates_between(dates, *span):
            if _limits(text, dated):
                return dated.record.when
    return None


def _limits(text: Text, dated: Dated) -> bool:
    before = text.lower[max(0, dated.start - 4) : dated.start]
    if before and before[-1] in LIMITS:
        return True
    if before[-1:] in (["of"], ["the"]) and "by" in before and "end" in before:
        return True
    return text.lower[dated.end : dated.end + 1] == ["deadline"]
