"""Which issues words are about: by the lexicon's phrases, by the question that they answer, by "those areas"."""

from __future__ import annotations

import re
from collections import Counter

from kg.extract.text import Text

LEAST_SENTENCES = 3
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
    """The issue that the article turns on: in its headline and again, or in every third sentence; often none."""
    named = [set(issues_of(text, *sentence)) for sentence in text.sentences]
    counts = Counter(issue for issues in named for issue in issues)
    headline = set().union(*(issues for i, issues in enumerate(named) if text.is_headline(i)))
    enough = max(LEAST_SENTENCES, len(named) / 3)
    clear = [issue for issue, n in counts.items() if (issue in headline and n > 1) or n >= enough]
    return (max(sorted(clear), key=lambda issue: (counts[issue], issue in headline)),) if clear else ()


def topics(text: Text, start: int, end: int, cue: int, topic: tuple[str, ...]) -> tuple[str, ...]:
    """The issues of a statement's content, with those it refers to or was asked about; else the article's topic."""
    return _topics(text, start, end, cue) or topic


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
