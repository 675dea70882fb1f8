"""Which issues words are about: by the lexicon's phrases, by the question that they answer, by "those areas"."""

from __future__ import annotations

import re
from collections import Counter

from kg.extract.text import Text

# A headline counts as so many sentences.
HEADLINE = 3
# Elsewhere it is named in one of so many sentences, in so many at least, and in so many times those of any other issue.
EVERY = 5
LEAST = 3
MARGIN = 1.5
_NOUNS = (
    "area|issue|topic|matter|question|point|subject|problem|concern|sector|field|practice|demand|tariff|duty|duties|change"
    "|measure"
)
_REFERS = re.compile(
    rf"\b(?:this|that|these|those|such|the same)\s(?:{_NOUNS})s?\b"
    r"|^\W*(?:that|this|it|these|those)\s(?:is|was|were|are|has|had|remains?|will|would)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|quizzed)\s(?:about|on|whether|if|by)\b", re.IGNORECASE)


def issues_of(text: Text, start: int, end: int) -> tuple[str, ...]:
    """The issues that the tokens [start, end) name."""
    lemmas = [
        text.lemmas[i] for i in range(start, end) if text.words[i] not in ("-", "–", '"', "“", "”", "'", "’", ",")
    ]
    return tuple(text.lexicon.issues.find(lemmas))


def article_topic(text: Text) -> tuple[str, ...]:
    """The issue that the article turns on: the commonest, in the headline too or by far; often none."""
    counts: Counter[str] = Counter()
    headline: set[str] = set()
    for number, sentence in enumerate(text.sentences):
        named = {issue for issue in issues_of(text, *sentence) if issue not in text.lexicon.manners}
        if text.is_headline(number):
            headline |= named
        counts.update({issue: HEADLINE if text.is_headline(number) else 1 for issue in sorted(named)})
    (first, most), (_, next_most) = ([*counts.most_common(2), ("", 0), ("", 0)])[:2]
    if most > HEADLINE and first in headline:
        return (first,)
    enough = max(LEAST, len(text.sentences) / EVERY, MARGIN * next_most)
    return (first,) if most >= enough else ()


def topics(text: Text, start: int, end: int, cue: int, topic: tuple[str, ...]) -> tuple[str, ...]:
    """The issues of a statement's content, with those it refers to or was asked about.

    Where these are none, or only manners (talks go on, a promise was broken), the article's topic is what it is about.
    """
    found = _topics(text, start, end, cue)
    return tuple(dict.fromkeys((*found, *topic))) if text.lexicon.manners.issuperset(found) else found


def _topics(text: Text, start: int, end: int, cue: int) -> tuple[str, ...]:
    found = issues_of(text, start, end)
    if found and not _REFERS.search(text.clean(start, end)):
        return found
    first, last = text.sentences[text.sentence_of[cue]]
    if _REFERS.search(text.clean(start, end)):
        around = _outside(text, first, last, start, end) or _previous(text, start)
        return tuple(dict.fromkeys((*found, *around)))
    if _ASKED.search(text.clean(first, last)):
        return _outside(text, first, last, start, end)
    return found


def _outside(text: Text, first: int, last: int, start: int, end: int) -> tuple[str, ...]:
    """The issues of the sentence [first, last) outside the content."""
    before = issues_of(text, first, start) if first < start else ()
    after = issues_of(text, end, last) if end < last else ()
    return (*before, *after)


def _previous(text: Text, start: int) -> tuple[str, ...]:
    """The issues of the nearest of the two sentences before that names any."""
    number = text.sentence_of[start]
    for earlier in range(number - 1, max(-1, number - 3), -1):
        found = issues_of(text, *text.sentences[earlier])
        if found:
            return found
    return ()
