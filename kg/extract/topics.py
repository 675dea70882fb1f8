"""Which issues words are about: by the lexicon's phrases, by the question that they answer, by "those areas"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from kg.extract.text import Text

# No more issues are taken from one content, those named first.
MOST = 3
# A headline counts as so many sentences.
HEADLINE = 3
# Elsewhere an article's topic is named in one of so many sentences, in so many at least, and in so many times those of
# any other issue.
EVERY = 5
LEAST = 3
MARGIN = 1.5
# A topic named so many times as often as any other holds for the whole article, else for so many sentences.
ALONE = 2
NEAR = 2
_REFERS = re.compile(
    r"\b(?:this|that|these|those|such|the same)\s(?:area|issue|topic|matter|question|point|subject|problem|sector|field"
    r"|practice)s?\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|quizzed)\s(?:about|on|whether|if|by)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """The issue that an article turns on: whether it turns on that alone, and which sentences name it."""

    issue: str
    alone: bool
    sentences: frozenset[int]

    def holds(self, sentence: int) -> bool:
        """Whether what that sentence leaves unsaid is still about the topic."""
        return self.alone or not self.sentences.isdisjoint(range(sentence - NEAR, sentence + 1))


def issues_of(text: Text, start: int, end: int) -> tuple[str, ...]:
    """The issues that the tokens [start, end) name."""
    lemmas = [text.parts[i] for i in range(start, end) if text.words[i] not in ("-", "–", '"', "“", "”", "'", "’", ",")]
    return tuple(text.lexicon.issues.find(lemmas))


def article_topic(text: Text) -> Topic | None:
    """The issue that the article turns on: the commonest, in the headline too or by far; often none."""
    named = _named(text)
    weights = Counter({issue: _weight(text, numbers) for issue, numbers in named.items()})
    (first, most), (_, next_most) = ([*weights.most_common(2), ("", 0), ("", 0)])[:2]
    in_headline = most > HEADLINE and any(map(text.is_headline, named.get(first, ())))
    if not in_headline and most < max(LEAST, len(text.sentences) / EVERY, MARGIN * next_most):
        return None
    rival = max((len(numbers) for issue, numbers in named.items() if issue != first), default=0)
    return Topic(first, len(named[first]) >= ALONE * rival, frozenset(named[first]))


def _named(text: Text) -> dict[str, set[int]]:
    """Each issue that is no manner -> the sentences that name it."""
    named: defaultdict[str, set[int]] = defaultdict(set)
    for number, sentence in enumerate(text.sentences):
        for issue in issues_of(text, *sentence):
            if issue not in text.lexicon.manners:
                named[issue].add(number)
    return named


def _weight(text: Text, sentences: set[int]) -> int:
    return sum(HEADLINE if text.is_headline(number) else 1 for number in sentences)


def topics(text: Text, start: int, end: int, cue: int, topic: Topic | None) -> tuple[str, ...]:
    """The issues of a statement's content, with those it refers to or was asked about.

    Where these are none, or only manners (talks go on, a promise was broken), the article's topic is what it is about.
    """
    found = _topics(text, start, end, cue)
    if topic is None or not text.lexicon.manners.issuperset(found) or not topic.holds(text.sentence_of[start]):
        return found
    return (*found, topic.issue)


def _topics(text: Text, start: int, end: int, cue: int) -> tuple[str, ...]:
    found = issues_of(text, start, end)[:MOST]
    first, last = text.sentences[text.sentence_of[cue]]
    if _REFERS.search(text.clean(start, end)):
        around = _outside(text, first, last, start, end) or _previous(text, start)
        return tuple(dict.fromkeys((*found, *around)))
    if not found and _ASKED.search(text.clean(first, last)):
        return _outside(text, first, last, start, end)
    return found


def _outside(text: Text, first: int, last: int, start: int, end: int) -> tuple[str, ...]:
    """The issues of the sentence [first, last) outside the content."""
    before = issues_of(text, first, start) if first < start else ()
    after = issues_of(text, end, last) if end < last else ()
    return tuple(dict.fromkeys((*before, *after)))


def _previous(text: Text, start: int) -> tuple[str, ...]:
    """The issues of the nearest of the two sentences before that names any."""
    number = text.sentence_of[start]
    for earlier in range(number - 1, max(-1, number - 3), -1):
        found = issues_of(text, *text.sentences[earlier])
        if found:
            return found
    return ()
