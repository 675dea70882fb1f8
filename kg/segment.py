"""An article's text -> blocks and sentences, and the clean text that the parser sees, mapped back to the text as read.

Hard-wrapped copy (lines broken at about 65 columns, paragraphs indented or set off by blank lines) is unwrapped.
Boilerplate, captions, credits and repeated headlines are told apart and never reach the parser.
"""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from kg.model import Reading, Sentence, Span
from kg.packs import Boilerplate

BlockKind = Literal["headline", "body", "boilerplate", "caption"]

LONGEST_RUN: Final = 200
WIDEST_COPY: Final = 88
LONGEST_CREDIT: Final = 3
LONGEST_SENTENCE: Final = 800
# What prose has at the least: letters of its characters, and characters to a word.
LETTERS: Final = 0.6
WORD_LENGTH: Final = 3.5
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]")
_LINE = re.compile(r"[^\r\n]+")
# Tokenizers slow down on runs without spaces: they are cut. Controls, zero-width and bidi marks part words.
_WORD = re.compile(
    rf"[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]{{1,{LONGEST_RUN}}}"
)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$|[:;]$")
_CANDIDATE = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[–—-]*\s?[^\sa-z,;:.])")
_DATELINE = re.compile(
    r"\s{0,9}[A-Z][A-Z.'’/ -]{2,40}(?:,\s[A-Z][\w. ]{1,24})?(?:,?\s\(?(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|[A-Z][a-z]{2,3})\.?\s\d{1,2}\)?)?\s*"
    r"(?:\([\w/ ]{2,30}\))?\s*(?:--|[-–—])\s+"
)
# "JAKARTA: Indonesia pledged": in a transcript the like of it names who speaks.
_LABEL = re.compile(r"\s{0,9}[A-Z][A-Z'’ -]{2,40}:\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or other block of lines of the text as read."""

    kind: BlockKind
    lines: tuple[Span, ...]


def segment(text: str, boilerplate: Boilerplate) -> Reading:
    """The article's headline and body, cleaned and cut into sentences."""
    patterns = _patterns(boilerplate)
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
        start = patterns.dateline_end(paragraph) if block.kind == "body" else 0
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


def blocks(text: str, boilerplate: Boilerplate) -> list[Block]:
    """The article's blocks in order, each with its kind."""
    patterns = _patterns(boilerplate)
    groups = [group for group in _groups(text) if any(_WORD.search(text, *line) for line in group)]
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


def _labelled(text: str, found: Sequence[Block]) -> Block | None:
    """The first block of the body where it, and no other, begins with a label in capitals: the city of a report."""
    body = [block for block in found if block.kind == "body"]
    begun = [block for block in body if _LABEL.match(text, block.lines[0].start)]
    return begun[0] if len(begun) == 1 and begun[0] is body[0] else None


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


def _unwrap(text: str, lines: Sequence[Span]) -> tuple[str, array[int]]:
    """The words of these lines, one space between them, and the place of each character in the text."""
    parts: list[str] = []
    where: array[int] = array("I")
    for start, end in lines:
        for match in _WORD.finditer(text, start, end):
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


def sentence_spans(paragraph: str, start: int, end: int, abbreviations: Abbreviations) -> Iterator[tuple[int, int]]:
    """Sentences of a paragraph: closing quotation marks stay with theirs; Mr., U.S. and an ellipsis end none."""
    for match in _CANDIDATE.finditer(paragraph, start, end):
        if abbreviations.goes_on(paragraph, match):
            continue
        yield from _bounded(paragraph, start, match.end())
        start = match.end()
        while start < end and paragraph[start].isspace():
            start += 1
    yield from _bounded(paragraph, start, end)


def _bounded(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence; one that is too long in parts, without those that are no prose.

    Later stages take the square of its length at worst, and some microseconds for each mark.
    """
    whole = end - start <= LONGEST_SENTENCE
    while end - start > LONGEST_SENTENCE:
        cut = paragraph.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        if _reads(paragraph[start:cut]):
            yield start, cut
        start = cut + (paragraph[cut : cut + 1] == " ")
    if any(map(str.isalnum, paragraph[start:end])) and (whole or _reads(paragraph[start:end])):
        yield start, end


def _reads(part: str) -> bool:
    """True for words, not for rows of marks, figures or single letters."""
    words = part.split()
    letters = sum(map(str.isalpha, part))
    return letters >= LETTERS * len(part) and len(part) >= WORD_LENGTH * len(words)


@dataclass(frozen=True)
class Abbreviations:
    """Knows where a full stop ends no sentence."""

    always: frozenset[str]
    sometimes: frozenset[str]
    openers: frozenset[str]
    speech: re.Pattern[str] = re.compile(
        r"\s(?:[A-Z][\w.'’-]*\s){1,4}(?:said|says|asked|told|added|replied|wrote)\b|\s(?:said|asked)\s"
    )

    def goes_on(self, paragraph: str, match: re.Match[str]) -> bool:
        before = paragraph[max(0, match.start() - 40) : match.start()].rsplit(None, 1)
        word = before[-1].lstrip("\"'“‘([") if before else ""
        after = paragraph[match.end() : match.end() + 60].split(None, 1)
        mark = match[0]
        if mark == ".":
            if word in self.always or (len(word) == 1 and word.isupper() and word != "I"):
                return True
            if word == "I":  # "Leonid I. Brezhnev", not "so did I. The"
                named = len(before) == 2 and before[0].rsplit(None, 1)[-1][:1].isupper()
                return named and after[0][:1].isupper() and after[0].strip("\"'“‘([") not in self.openers
            if word in self.sometimes or _INITIALS.fullmatch(word):  # "P.W. Botha"
                return after[0].strip("\"'“‘([") not in self.openers
        if mark.startswith(("..", "…")) and len(mark) < 5:
            return not after[0][:1].isupper()
        return mark[0] in "?!" and len(mark) > 1 and bool(self.speech.match(paragraph, match.end()))


@dataclass(frozen=True)
class _Patterns:
    blocks: re.Pattern[str]
    captions: re.Pattern[str]
    credits: re.Pattern[str]
    abbreviations: Abbreviations

    def kind(self, string: str) -> BlockKind:
        if self.captions.search(string[:1000]):
            return "caption"
        return "boilerplate" if self.blocks.match(string) else "body"

    def dateline_end(self, paragraph: str) -> int:
        match = _DATELINE.match(paragraph[:120])
        return match.end() if match else 0

    def credit_start(self, paragraph: str) -> int:
        """Where a closing credit ("REUTER", "BLOOMBERG, AFP") begins; the paragraph's end without one."""
        match = self.credits.search(paragraph, max(0, len(paragraph) - 80))
        return match.start() if match else len(paragraph)


@lru_cache(maxsize=4)
def _patterns(boilerplate: Boilerplate) -> _Patterns:
    agency = "|".join(map(re.escape, boilerplate.agencies))
    return _Patterns(
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
