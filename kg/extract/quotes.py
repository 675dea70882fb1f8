"""Pairs quotation marks: straight, curly, single and unbalanced ones, and quotations that run on over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Reading, Span

# A mark that opens has no letter before it, one that closes none behind it; an apostrophe has both, or closes a plural.
_MARK = re.compile(r"[\"“”„«»]|''|``|(?<![\w'’])['‘](?=[\w$(\[])|(?<=[\w.,!?…;])['’](?![\w])")
_OPENERS = frozenset("“„«‘") | {"``"}
_CLOSERS = frozenset("”»’")


def quotations(reading: Reading) -> list[Span]:
    """Spans of the clean text in quotation marks, these included, in order. One stray mark loses no other pair."""
    found: list[Span] = []
    running = False
    for start, end in _paragraphs(reading):
        spans, running = _pair(reading.text, start, end, running)
        found.extend(spans)
    return found


def _paragraphs(reading: Reading) -> Iterator[Span]:
    current: list[int] = []
    for i, sentence in enumerate(reading.sentences):
        if current and reading.sentences[current[-1]].paragraph != sentence.paragraph:
            yield Span(reading.sentences[current[0]].start, reading.sentences[current[-1]].end)
            current = []
        current.append(i)
    if current:
        yield Span(reading.sentences[current[0]].start, reading.sentences[current[-1]].end)


def _pair(text: str, start: int, end: int, running: bool) -> tuple[list[Span], bool]:
    """The quotations of one paragraph; whether one is left open for the next (which must open with a mark again)."""
    spans: list[Span] = []
    opened: int | None = None
    family = ""
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if opened is None:
            if _opens(text, match, start):
                opened, family = at, _family(mark)
            elif running and _family(mark) == '"' and not spans:
                spans.append(Span(start, match.end()))
                running = False
        elif _family(mark) == family and not (mark in _OPENERS and text[opened] in _OPENERS):
            if family == "'" and _opens(text, match, start):
                continue
            spans.append(Span(opened, match.end()))
            opened = None
    if opened is None or family == "'":
        return spans, False
    if "\n" not in text[opened:end] and end - opened > 20:
        spans.append(Span(opened, end))
        return spans, True
    return spans, False


def _family(mark: str) -> str:
    return "'" if mark in "'‘’" else '"'


def _opens(text: str, match: re.Match[str], start: int) -> bool:
    mark, at = match[0], match.start()
    if mark in _OPENERS:
        return True
    if mark in _CLOSERS:
        return False
    before = text[at - 1] if at > start else " "
    after = text[match.end()] if match.end() < len(text) else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()
