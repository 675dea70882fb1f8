"""Markdown: one article, its text without the marks, and what its front matter says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

import yaml

from kg.read.fields import Unusable, part_of
from kg.read.part import Part, Raw
from kg.read.plain import whole

_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_RULE: Final = re.compile(r" {0,3}(?:[-*_=][ \t]{0,3}){3,200}")
# What opens a line: quotation marks, then a heading's or a list's; `1.` and `-` are no part of the sentence either.
_OPENS: Final = re.compile(r"\s{0,8}(?:>\s{0,3}){0,20}(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+)?")
# In order: the marks inside a line, and what stays of them. Each run between brackets is bounded.
_INLINE: Final = (
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,100}\])"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(?<![\\*])\*{1,3}(?=[^\s*])([^*\n]{1,1000})(?<=[^\s*])\*{1,3}"), r"\1"),
    (re.compile(r"(?<![\w\\])_{1,3}(?=[^\s_])([^_\n]{1,1000})(?<=[^\s_])_{1,3}(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]{1,300})`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def parts(raw: Raw) -> Iterator[Part]:
    found = whole(raw)
    if isinstance(found, Part):
        yield found
        return
    front = _FRONT.match(found.text)
    text = "\n".join(_lines(found.text[front.end() if front else 0 :]))
    try:
        said = yaml.safe_load(front[1]) if front else {}
        fields = said if isinstance(said, Mapping) else {}
        known = {name: fields.get(column) for name, column in _NAMES.items()}
        yield part_of({**known, "text": text}, source=found.data)
    except (ValueError, RecursionError, yaml.YAMLError, Unusable) as error:
        yield Part(fault=f"its front matter cannot be used ({' '.join(str(error).split())})")


# What front matter calls them: https://jekyllrb.com/docs/front-matter/
_NAMES: Final = {
    "title": "title", "byline": "author", "publisher": "publisher", "published": "date", "url": "url",
    "agencies": "agencies",
}  # fmt: skip


def _lines(text: str) -> Iterator[str]:
    """The lines of the text, without those that are marks only."""
    code = False
    for line in text.splitlines():
        if _FENCE.match(line):
            code = not code
        elif not code:
            yield "" if _RULE.fullmatch(line) else _unmarked(line)


def _unmarked(line: str) -> str:
    opens = _OPENS.match(line)
    bare = line[opens.end() :] if opens else line
    for mark, kept in _INLINE:
        bare = mark.sub(kept, bare)
    return bare
