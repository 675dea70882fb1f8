"""What spaCy takes a name for over a whole article: one slip makes no person of a company that is named ten times."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from kg.extract.body_signs import has_officer, is_body
from kg.extract.phrases import Phrases
from kg.extract.text import Text
from kg.extract.titles import POSSESSIVE

LOCATIVE = frozenset({"in", "near", "outside", "at", "In", "Near", "Outside", "At"})
JOINS = frozenset({"of", "and", "&", "the", "for", "-"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT"})
MISTAKEN = frozenset({"PERSON", "PRODUCT", "GPE"})
WRAPPING = frozenset({"ORG", "GPE", "LOC", "FAC", "EVENT"})


class Labelled(NamedTuple):
    """Tokens [start, end) that spaCy takes for a name, and for what."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Labels:
    """`named`: the names in order, bare. `votes`: the labels of each. `introduced`: where an organisation of several
    words is first named, by the first of them. `surnames`: what people's longer names end with. `wrapping`: the name
    that each token is part of, where all its words have capitals. `things`: words that somewhere stand behind a number
    or a preposition of place, as people do not ("787 Dreamliner", "in Toulouse").
    """

    named: list[Labelled] = field(default_factory=list)
    votes: dict[tuple[str, ...], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    introduced: dict[str, int] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)
    wrapping: dict[int, Labelled] = field(default_factory=dict)
    things: set[str] = field(default_factory=set)

    def favour_body(self, words: tuple[str, ...]) -> bool:
        """True when the name is more often an organisation or product than a person."""
        votes = self.votes.get(words)
        return votes is not None and votes["ORG"] + votes["PRODUCT"] > votes["PERSON"]

    def add(self, words: tuple[str, ...], name: Labelled) -> None:
        """Count a name and note what it says of the others."""
        self.named.append(name)
        self.votes[words][name.label] += 1
        if len(words) == 1:
            return
        if name.label == "PERSON":
            self.surnames.add(words[-1])
        if name.label == "ORG":
            self.introduced.setdefault(words[0], name.start)
        if name.label in WRAPPING and all(word[0].isupper() or word in JOINS for word in words):
            self.wrapping.update(dict.fromkeys(range(name.start, name.end), name))


def read_labels(text: Text) -> Labels:
    """The labels of all names of the article."""
    labels = Labels()
    bodies: Phrases[None] = Phrases()
    closings = text.lexicon.pack.institutions.names
    told = _bodies(text)
    for entity in text.doc.ents:
        start, end = _bare(text, entity.start, entity.end)
        if start < end and entity.label_ in NAMES:
            words = tuple(text.words[start:end])
            closed = len(words) > 1 and closings.get(words[-1].rstrip(".")) == "company"
            body = {words, words[:1]} & told and entity.label_ in MISTAKEN
            label = "ORG" if closed or body else entity.label_
            labels.add(words, Labelled(start, end, label))
            if label == "ORG" and len(words) > 1:
                bodies.add(words, None)
    for start, end, _ in bodies.matches(text.words):
        for i in range(start, end):
            labels.wrapping.setdefault(i, Labelled(start, end, "ORG"))
    labels.things.update(
        word
        for i, (before, word) in enumerate(pairwise(text.words), 1)
        if (before in LOCATIVE or before[0].isdigit()) and word[0].isupper() and _is_thing(text, i)
    )
    return labels


def _bodies(text: Text) -> set[tuple[str, ...]]:
    """The names of supposed people and places that the article tells of as bodies, first words of longer ones too."""
    named = [(*_bare(text, e.start, e.end), e.label_) for e in text.doc.ents if e.label_ in MISTAKEN]
    named = [(start, end, label) for start, end, label in named if start < end]
    bodies = [(s, e) for s, e, label in named if (is_body(text, s, e) if label != "GPE" else has_officer(text, s, e))]
    people = {
        text.words[e - 1]
        for s, e, label in named
        if label == "PERSON" and ((e - s > 1 and (s, e) not in bodies) or (s and _introduces(text, s - 1)))
    }
    told = {tuple(text.words[s:e]) for s, e in bodies if text.words[e - 1] not in people}
    return told | {words[:1] for words in told if not text.lexicon.polity_words.get(words[0])}


def _introduces(text: Text, i: int) -> bool:
    """True for a courtesy or office title: a name behind it is a person's."""
    people = text.lexicon.pack.people
    return text.words[i] in people.courtesy or text.lower[i] in people.heads


def _is_thing(text: Text, i: int) -> bool:
    """True when the number before the word is no date, or the word after the preposition of place owns nothing."""
    if text.sentence_of[i] != text.sentence_of[i - 1]:
        return False
    if text.words[i - 1] in LOCATIVE:
        after = text.words[i + 1 : i + 2]
        return not after or (after[0] not in POSSESSIVE and not after[0][0].isupper())
    return text.tokens[i - 1].ent_type_ not in ("DATE", "TIME", "ORDINAL")


def _bare(text: Text, start: int, end: int) -> tuple[int, int]:
    """The tokens of the name without an article or quotation mark before it, a possessive or flight number behind."""
    while start < end and text.lower[start] in ("the", "a", '"', "“", "'", "``"):
        start += 1
    while end > start and (text.words[end - 1] in POSSESSIVE or not text.words[end - 1][0].isalnum()):
        end -= 1
    if "Flight" in text.words[start + 1 : end]:
        flight = text.words.index("Flight", start + 1)
        if all(word.isdigit() for word in text.words[flight + 1 : end]):
            end = flight
    return start, end
