"""How far the phrase reaches by which a measure or meeting is told, and what hangs on its cue."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.text import Text

ASIDE = frozenset({"which", "who", "whose", "where", "while", "but", "although", "though", "after", "as"})
HIGHEST = 4


def reach(text: Text, head: int, closed: Collection[str]) -> tuple[int, int]:
    """The token's subtree, up to the first dependent behind it that is of a closed kind, a verb beside it or "but"."""
    start, end = text.subtree(head)
    for j in text.children[head]:
        if j > head and (text.deps[j] in closed or _turns(text, j)):
            end = min(end, text.subtree(j)[0])
    return min(start, head), max(end, head + 1)


def _turns(text: Text, j: int) -> bool:
    return text.lower[j] == "but" or (text.deps[j] == "conj" and text.pos[j] == "VERB")


def within_clause(text: Text, first: int, last: int, cue: int, longest: int) -> tuple[int, int]:
    """The tokens [first, last) cut to the cue's sentence and clause, to so many characters and to a word."""
    start, end = text.sentences[text.sentence_of[cue]]
    first, last = max(first, start), min(last, end)
    last = next((j for j in range(cue, last - 1) if text.words[j] == "," and text.lower[j + 1] in ASIDE), last)
    while last - first > 1 and (text.pos[last - 1] == "PUNCT" or text.starts[last - 1] - text.starts[first] > longest):
        last -= 1
    return first, last


def hangs_on(text: Text, i: int, anchors: Collection[int | None]) -> bool:
    """True of an anchor and of what depends on one, by a few steps."""
    for _ in range(HIGHEST):
        if i in anchors:
            return True
        i = text.heads[i]
    return i in anchors
