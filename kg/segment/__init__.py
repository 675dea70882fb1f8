"""An article's text -> blocks and sentences, and the clean text that the parser sees, mapped back to the text as read.

Hard-wrapped copy (lines broken at about 65 columns, paragraphs indented or set off by blank lines) is unwrapped.
Boilerplate, captions, credits and repeated headlines are told apart and never reach the parser.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from kg.model import Reading, Sentence, Span
from kg.packs import Boilerplate
from kg.segment.blocks import LONGEST_RUN, WORD, Block, blocks
from kg.segment.patterns import patterns_of
from kg.segment.sentences import sentence_spans

__all__ = ["LONGEST_RUN", "Block", "blocks", "segment"]

_DATELINE = re.compile(
    r"\s{0,9}[A-Z][A-Z.'’/ -]{2,40}(?:,\s[A-Z][\w. ]{1,24})?(?:,?\s\(?(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|[A-Z][a-z]{2,3})\.?\s\d{1,2}\)?)?\s*"
    r"(?:\([\w/ ]{2,30}\))?\s*(?:--|[-–—])\s+"
)
# "JAKARTA: Indonesia pledged": in a transcript the like of it names who speaks.
_LABEL = re.compile(r"\s{0,9}[A-Z][A-Z'’ -]{2,40}:\s+(?=[A-Z])")


def segment(text: str, boilerplate: Boilerplate) -> Reading:
    """The article's headline and body, cleaned and cut into sentences."""
    patterns = patterns_of(boilerplate)
    clean: list[str] = []
    offsets: array[int] = array("I")
    sentences: list[Sentence] = []
    length = 0
    found = blocks(text, boilerplate)
    labelled = _labelled(text, found)
    for number, block in enumerate(found):
        if block.kind not in ("headline", "body"):
            continue
        paragraph, where = _unwrap(text, block.lines)
        start = _dateline_end(paragraph) if block.kind == "body" else 0
        if block is labelled and (label := _LABEL.match(paragraph)):
            start = label.end()
        end = patterns.credit_start(paragraph)
        for first, last in sentence_spans(paragraph, start, end, patterns.abbreviations):
            sentences.append(Sentence(length, length + last - first, number, block.kind == "headline"))
            clean.append(paragraph[first:last])
            offsets.extend(where[first:last])
            offsets.append(where[last - 1] + 1)
            length += last - first + 1
    return Reading(" ".join(clean), tuple(sentences), offsets)


def _unwrap(text: str, lines: Sequence[Span]) -> tuple[str, array[int]]:
    """The words of these lines, one space between them, and the place of each character in the text."""
    parts: list[str] = []
    where: array[int] = array("I")
    for start, end in lines:
        for match in WORD.finditer(text, start, end):
            if parts and not _joins(parts[-1], match, start):
                parts.append(" ")
                where.append(where[-1] + 1)
            parts.append(match[0])
            where.extend(range(*match.span()))
    return "".join(parts), where


def _joins(previous: str, match: re.Match[str], line_start: int) -> bool:
    """A word broken at a hyphen goes on in the next line."""
    first_in_line = not match.string[line_start : match.start()].strip()
    return (
        first_in_line and len(previous) > 2 and previous[-1] == "-" and previous[-2].isalpha() and match[0][0].islower()
    )


def _labelled(text: str, found: Sequence[Block]) -> Block | None:
    """The first block of the body where it, and no other, begins with a label in capitals: the city of a report."""
    body = [block for block in found if block.kind == "body"]
    begun = [block for block in body if _LABEL.match(text, block.lines[0].start)]
    return begun[0] if len(begun) == 1 and begun[0] is body[0] else None


def _dateline_end(paragraph: str) -> int:
    match = _DATELINE.match(paragraph[:120])
    return match.end() if match else 0
