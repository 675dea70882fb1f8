"""Which issues words are about: by the lexicon's phrases, by the question that they answer, by "those areas".

Where they name none, their hints say which of the article's issues they are about, or else its topic.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.extract.text import Text
from kg.iri import local_name

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
ALONE = 3
NEAR = 2
# An issue that is hinted at stands beside those that are named where it has more than so many times their weight.
MORE = 3
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


@dataclass(frozen=True, slots=True)
class Agenda:
    """The issues that an article names, each with the sentences that do, weighed; and the one that it turns on.

    `dwells` says whether it names any matter again.
    """

    weights: Mapping[str, int]
    topic: Topic | None
    dwells: bool

    def outweighs(self, issue: str, others: Iterable[str]) -> bool:
        """Whether the article is far more about the issue than about any of the others."""
        return all(self.weights[issue] > MORE * self.weights.get(other, 0) for other in others)


def issues_of(text: Text, start: int, end: int) -> tuple[str, ...]:
    """The issues that the tokens [start, end) name."""
    return tuple(text.lexicon.issues.find(_lemmas(text, start, end)))


def _lemmas(text: Text, start: int, end: int) -> list[str]:
    return [text.matter[i] for i in range(start, end) if text.words[i] not in ("-", "–", '"', "“", "”", "'", "’", ",")]


def agenda(text: Text) -> Agenda:
    """What the article is about."""
    named = _named(text)
    weights = {issue: _weight(text, sentences) for issue, sentences in named.items()}
    matters = {issue: sentences for issue, sentences in named.items() if issue not in text.lexicon.manners}
    return Agenda(weights, _topic(text, matters), any(weights[issue] > 1 for issue in matters))


def _topic(text: Text, named: Mapping[str, set[int]]) -> Topic | None:
    """The issue that the article turns on: the commonest, in the headline too or by far; often none."""
    weights = Counter({issue: _weight(text, numbers) for issue, numbers in named.items()})
    (first, most), (_, next_most) = ([*weights.most_common(2), ("", 0), ("", 0)])[:2]
    in_headline = most > HEADLINE and any(map(text.is_headline, named.get(first, ())))
    if not in_headline and most < max(LEAST, len(text.sentences) / EVERY, MARGIN * next_most):
        return None
    rival = max((len(numbers) for issue, numbers in named.items() if issue != first), default=0)
    return Topic(first, len(named[first]) >= ALONE * rival, frozenset(named[first]))


def _named(text: Text) -> dict[str, set[int]]:
    """Each issue -> the sentences that name it."""
    named: defaultdict[str, set[int]] = defaultdict(set)
    for number, sentence in enumerate(text.sentences):
        for issue in issues_of(text, *sentence):
            named[issue].add(number)
    return named


def _weight(text: Text, sentences: set[int]) -> int:
    return sum(HEADLINE if text.is_headline(number) else 1 for number in sentences)


def topics(text: Text, start: int, end: int, cue: int, about: Agenda, *, aside: bool = False) -> tuple[str, ...]:
    """The issues of a statement's content, with those it refers to or was asked about, and that its words hint at.

    Where these are none, or only manners (talks go on, a promise was broken), it is about the article's topic, unless
    it is an aside.
    """
    found = _topics(text, start, end, cue, about)
    matters = [issue for issue in found if issue not in text.lexicon.manners]
    hinted = _hinted(text, start, end, about)
    if hinted is not None and about.outweighs(hinted, matters):
        return tuple(dict.fromkeys((*found, hinted)))
    if matters or aside or about.topic is None or not about.topic.holds(text.sentence_of[start]):
        return found
    return (*found, about.topic.issue)


def _hinted(text: Text, start: int, end: int, about: Agenda) -> str | None:
    """Of the article's issues at which the tokens hint, the weightiest."""
    hinted = text.lexicon.hints.find(_lemmas(text, start, end))
    return max((issue for issue in hinted if issue in about.weights), key=about.weights.__getitem__, default=None)


def _topics(text: Text, start: int, end: int, cue: int, about: Agenda) -> tuple[str, ...]:
    found = _meant(text, start, end, about)[:MOST]
    first, last = text.sentences[text.sentence_of[cue]]
    if _REFERS.search(text.clean(start, end)):
        around = _outside(text, first, last, start, end) or _previous(text, start)
        return tuple(dict.fromkeys((*found, *around)))
    if not found and _ASKED.search(text.clean(first, last)):
        return _outside(text, first, last, start, end)
    return found


def _meant(text: Text, start: int, end: int, about: Agenda) -> tuple[str, ...]:
    """The issues that the tokens name, without those that the article mentions only there and only in passing.

    Such is what a single word names that is not its own name: a manner beside another issue, and a matter in an
    article that dwells on any, as the vessel of a minister who talks of wages.
    """
    found = text.lexicon.issues.find(_lemmas(text, start, end))
    beside = {True: len(found) > 1, False: about.dwells}
    passing = {
        issue
        for issue, words in found.items()
        if about.weights.get(issue, 0) <= 1 and not _is_plain(issue, words) and beside[issue in text.lexicon.manners]
    }
    return tuple(issue for issue in found if issue not in passing)


def _is_plain(issue: str, words: tuple[str, ...]) -> bool:
    """Whether the words are a phrase of several, or the issue's own name."""
    return len(words) > 1 or local_name(issue).startswith(words[0])


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
