"""What pronouns refer to within an article, with a confidence: abstaining rather than guessing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.model import ArticleRecords, Mention
from kg.resolve.gender import of_title
from kg.resolve.people import Person

FARTHEST = 3
# A quotation of several sentences lies between its speaker and what was told of him.
LONGER = 3
# Sentences behind which nobody is remembered as the only one.
LONG_ARTICLE = 60
_AND: Final = re.compile(r"\s{1,9}and\s{1,9}(?:the\s{1,9})?", re.IGNORECASE)
BODIES = frozenset({"polity", "institution"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A mention's antecedents, by which rule and how surely."""

    antecedents: tuple[Mention, ...]
    rule: str
    confidence: float


class References:
    """Links each pronoun of an article to the mention that it stands for; `person_of` tells who a name denotes."""

    def __init__(self, records: ArticleRecords, person_of: Callable[[Mention], Person | None]) -> None:
        self._text = records.article.text
        self.mentions = sorted(records.mentions, key=lambda m: m.evidence.start)
        self._said = sorted((s for s in records.statements if s.speakers), key=lambda s: s.content_start)
        self._speaking = {m.key for s in self._said for m in s.speakers}
        self._words_before = {
            m.key: s.content_start for s in self._said for m in s.speakers if s.content_start < m.evidence.start
        }
        self._starts = [m.evidence.start for m in self.mentions]
        self._person_of = person_of
        self._subjects: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            if mention.subject and mention.clause >= 0:
                self._subjects[mention.sentence, mention.clause].append(mention)

    def link(self, mention: Mention) -> Anaphor | None:
        """The antecedent of a pronoun, or None."""
        if mention.kind == "person":
            return self._person(mention)
        return self._they(mention) if mention.plural else self._it(mention)

    def before(self, mention: Mention, fits: Callable[[Mention], bool], farthest: int = FARTHEST) -> list[Mention]:
        """Candidates before the mention, nearest first, no quoted one for an unquoted and none that it cannot be.

        Whoever speaks words that go before him is not named in them.
        """
        found = []
        barred = self._barred(mention)
        start = self._words_before.get(mention.key, mention.evidence.start)  # nobody names himself in "..., he said"
        farthest += LONGER if start < mention.evidence.start else 0
        for i in range(bisect_left(self._starts, start) - 1, -1, -1):
            candidate = self.mentions[i]
            if mention.sentence - candidate.sentence > farthest:
                break
            unprinted = candidate.reference == "parties"  # "the review", for those who hold it
            if unprinted or candidate.form == "pronoun" or not fits(candidate) or self._who(candidate) in barred:
                continue
            if (mention.quoted or not candidate.quoted) and candidate.evidence.end <= mention.evidence.start:
                found.append(candidate)
        return found

    def _barred(self, mention: Mention) -> set[Hashable]:
        """Who it cannot be: its clause's own subject ("X warned her"), or who speaks the quotation around it."""
        barred: set[Hashable] = set()
        if mention.object:
            barred = {self._who(m) for m in self._subjects.get((mention.sentence, mention.clause), ())}
        if mention.quoted:
            start = mention.evidence.start
            said = (s for s in self._said if s.content_start <= start < s.content_end)
            barred |= {self._who(speaker) for s in said for speaker in s.speakers if s.mode != "indirect"}
        return barred

    def _who(self, mention: Mention) -> Hashable:
        """What tells two denoted ones apart, as far as words do."""
        person = self._person_of(mention) if mention.kind == "person" else None
        return id(person) if person is not None else (mention.kind, mention.polity or mention.name)

    def _is_person(self, mention: Mention, pronoun: str) -> bool:
        """True for someone whom he (or she) may denote."""
        if mention.kind == "group":
            return not mention.plural and of_title(mention.name) in (None, pronoun)
        if mention.kind != "person":
            return False
        person = self._person_of(mention)
        gender = person.gender if person is not None else None
        return (gender or of_title(mention.title)) in (None, pronoun)

    def _person(self, mention: Mention) -> Anaphor | None:
        """He, his: the subject of its sentence so far, else the last sentence's subject, else the nearest person."""
        found = self.before(mention, lambda m: self._is_person(m, mention.name))
        found = [m for m in found if m.kind == "person" or self._leads(m)] or found
        if not found:
            return self._only_person(mention)
        here = [m for m in found if m.sentence == mention.sentence]
        subject = next((m for m in reversed(here) if m.subject), None)
        if subject is not None:
            return Anaphor((subject,), "he-sentence-subject", 0.85)
        if here:
            alone = len({self._who(m) for m in here}) == 1
            return Anaphor((here[0],), "he-same-sentence", 0.7 if alone else 0.4)
        last = [m for m in found if m.sentence == found[0].sentence]
        last = [m for m in last if m.kind == "person"] or last
        subject = next((m for m in last if self._leads(m)), None)
        alone = len({self._who(m) for m in last}) == 1
        return Anaphor(
            (subject or last[0],), "he-last-subject" if subject else "he-last-person", 0.8 if subject or alone else 0.5
        )

    def _only_person(self, mention: Mention) -> Anaphor | None:
        """The one whom the article has named so far, where there is nobody else whom it may be."""
        found = self.before(mention, lambda m: m.kind == "person" and self._is_person(m, mention.name), LONG_ARTICLE)
        alone = len({self._who(m) for m in found}) == 1
        return Anaphor((found[0],), "he-only-person", 0.65) if alone else None

    def _leads(self, mention: Mention) -> bool:
        """True for a subject, and for who speaks."""
        return mention.subject or mention.key in self._speaking

    def _they(self, mention: Mention) -> Anaphor | None:
        """They: a plural group that is a subject, else the nearest one, of this sentence or the last."""
        found = self.before(mention, lambda m: m.kind == "group" or m.kind in BODIES, farthest=1)
        here = [m for m in found if m.sentence == mention.sentence]
        for near in (here, found):
            plural = [m for m in near if m.plural]
            choice = next((m for m in plural if m.subject), None) or (plural[0] if plural else None)
            pair = self._joined(near)
            if pair and (choice is None or (pair[0].subject and not choice.subject)):
                return Anaphor(pair, "they-pair", 0.7)
            if choice is not None:
                return Anaphor((choice,), "they-group", 0.75)
            if near:
                subject = next((m for m in near if m.subject), None)
                return Anaphor((subject or near[0],), "they-body", 0.4 if mention.quoted else 0.55)
        people = self._joined(self.before(mention, lambda m: m.kind == "person", farthest=1))
        return Anaphor(people, "they-people", 0.6) if people else None

    def _joined(self, near: list[Mention]) -> tuple[Mention, ...]:
        """The subject and what "and" joins to it: "Iran and the United States said they would meet"."""
        ordered = sorted(near, key=lambda m: m.evidence.start)
        for first, second in pairwise(ordered):
            between = self._text[first.evidence.end : second.evidence.start]
            if (first.subject or second.subject) and _AND.fullmatch(between) and first.sentence == second.sentence:
                return (first, second)
        return ()

    def _it(self, mention: Mention) -> Anaphor | None:
        """It, its: this sentence's polity or institution, its subject first, else the last sentence's subject."""
        found = self.before(mention, lambda m: m.kind in BODIES, farthest=1)
        here = [m for m in found if m.sentence == mention.sentence]
        if here:
            subject = next((m for m in here if m.subject), None)
            return Anaphor((subject or here[0],), "it-same-sentence", 0.75 if subject else 0.6)
        subject = next((m for m in found if m.subject), None)
        if subject is not None:
            return Anaphor((subject,), "it-last-subject", 0.65)
        return self._again(mention)

    def _again(self, mention: Mention) -> Anaphor | None:
        """The "it" that was the last sentence's subject."""
        before = bisect_left(self._starts, mention.evidence.start)
        for candidate in reversed(self.mentions[:before]):
            if mention.sentence - candidate.sentence > 1:
                return None
            same = candidate.form == "pronoun" and candidate.name == mention.name and candidate.subject
            if same and candidate.sentence < mention.sentence and candidate.quoted == mention.quoted:
                return Anaphor((candidate,), "it-again", 0.8)
        return None
