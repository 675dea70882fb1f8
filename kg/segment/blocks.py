"""An article's text -> its blocks: headline, body, boilerplate, captions; lines that belong together, put together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Span
from kg.packs import Boilerplate
from kg.segment.patterns import BlockKind, patterns_of

LONGEST_RUN: Final = 200
WIDEST_COPY: Final = 88
LONGEST_CREDIT: Final = 3
_LINE = re.compile(r"[^\r\n]+")
# Tokenizers slow down on runs without spaces: they are cut. Controls, zero-width and bidi marks part words.
WORD = re.compile(
    rf"[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]{{1,{LONGEST_RUN}}}"
)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$|[:;]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or other block of lines of the text as read."""

    kind: BlockKind
    lines: tuple[Span, ...]


def blocks(text: str, boilerplate: Boilerplate) -> list[Block]:
    """The article's blocks in order, each with its kind."""
    patterns = patterns_of(boilerplate)
    groups = [group for group in _groups(text) if any(WORD.search(text, *line) for line in group)]
    strings = [" ".join(text[a:b].strip() for a, b in group) for group in groups]
    kinds: list[BlockKind] = [patterns.kind(string) for string in strings]
    long = [string for string in strings if len(string.split()) >= 10]
    capitals = bool(long) and sum(map(_is_shouted, long)) > len(long) / 2
    body = [
        i
        for i, string in enumerate(strings)
        if kinds[i] == "body" and _is_prose(string[: patterns.credit_start(string)].rstrip(), capitals=capitals)
    ]
    first = body[0] if body else len(groups)
    last = body[-1] if body else -1
    seen: set[str] = set()
    for i, string in enumerate(strings):
        if kinds[i] != "body" or i in body:
            continue
        fresh = i < first and _is_headline(string) and string not in seen
        kinds[i] = "headline" if fresh else "body" if first < i < last and _ENDS.search(string) else "boilerplate"
        seen.add(string)
    return [Block(kind, tuple(group)) for kind, group in zip(kinds, groups, strict=True)]


def _is_prose(string: str, *, capitals: bool) -> bool:
    """True for running text; a few words in capitals are none, but in a telegram that is all in capitals."""
    words = string.split()
    shouted = string.upper() == string and len(words) < 30 and not capitals
    return len(words) >= 5 and not shouted and (bool(_ENDS.search(string)) or len(words) > 25)


def _is_headline(string: str) -> bool:
    return 4 <= len(string.split()) <= 30


def _groups(text: str) -> Iterator[list[Span]]:
    """Lines that belong together: one each, or a paragraph's in hard-wrapped copy."""
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
    if not _is_wrapped(text, lines):
        yield from ([line] for line in lines)
        return
    indented = sum(_indent(text, line) >= 2 for line in lines)
    by_indent = 0 < indented < 0.6 * len(lines)
    group: list[Span] = []
    for i, line in enumerate(lines):
        blank = i > 0 and text.count("\n", lines[i - 1].end, line.start) > 1
        if group and (blank or (by_indent and _indent(text, line) >= 2) or _turns_case(text, lines, i)):
            yield group
            group = []
        if text[slice(*line)].strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _turns_case(text: str, lines: Sequence[Span], i: int) -> bool:
    """True where the lines turn from capitals throughout to ordinary prose, or from a sentence's end to a credit."""
    above, here = text[slice(*lines[i - 1])], text[slice(*lines[i])]
    if _is_shouted(above):
        return here.upper() != here
    return _is_shouted(here) and len(here.split()) <= LONGEST_CREDIT and bool(_ENDS.search(above.rstrip()))


def _is_shouted(string: str) -> bool:
    return string.upper() == string and any(c.isalpha() for c in string)


def _indent(text: str, line: Span) -> int:
    string = text[slice(*line)]
    return len(string) - len(string.lstrip())


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """True when most lines break off in mid-sentence at a common width."""
    widths = sorted(end - start for start, end in lines)
    if len(lines) < 4 or widths[int(len(widths) * 0.95)] > WIDEST_COPY:
        return False
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if text.count("\n", a.end, b.start) == 1]
    broken = sum(1 for a, b in pairs if a.end - a.start >= 40 and not _ENDS.search(text[slice(*a)].rstrip()))
    return broken >= 3 and broken >= 0.4 * len(pairs)
