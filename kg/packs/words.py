"""Word lists of the language: who speaks and how, people, institutions, quantities, time, what is no news."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from kg.packs.entry import WordFile


class Boilerplate(WordFile, frozen=True):
    """Patterns of blocks that are no news, and the abbreviations that end no sentence."""

    blocks: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """ValueError where a pattern is no regular expression, or matches everything."""
        super().__post_init__()
        for pattern in (*self.blocks, *self.captions):
            try:
                matches_all = re.compile(pattern, re.IGNORECASE).match("")
            except re.error as error:
                raise ValueError(f"the pattern {pattern!r} is no regular expression: {error}") from error
            if matches_all:
                raise ValueError(f"the pattern {pattern!r} matches every block: say what the block holds")


class Cues(WordFile, frozen=True):
    """Words that report speech, by the frame in which they do."""

    speech: frozenset[str] = frozenset()
    mental: frozenset[str] = frozenset()
    only_that: frozenset[str] = frozenset()
    quote: frozenset[str] = frozenset()
    particles: dict[str, str] = {}
    object: dict[Literal["asserted", "denied", "rejected"], frozenset[str]] = {}
    said: frozenset[str] = frozenset()
    silence: dict[str, frozenset[str]] = {}
    unsaid: frozenset[str] = frozenset()
    unsaid_nouns: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    hoped: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    inanimate: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    animate: frozenset[str] = frozenset()
    judged: dict[str, frozenset[str]] = {}
    about: dict[str, frozenset[str]] = {}
    named: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    voicing: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    rising: frozenset[str] = frozenset()
    laid: frozenset[str] = frozenset()
    idioms: dict[Literal["asserted", "denied", "rejected"], frozenset[str]] = {}
    managing: frozenset[str] = frozenset()
    mute: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    glosses: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    published: frozenset[str] = frozenset()

    @cached_property
    def things(self) -> frozenset[str]:
        """The verbs that may say something about a thing, with a preposition or without."""
        return self.named.union(*self.judged.values(), *self.about.values())

    @cached_property
    def object_verbs(self) -> frozenset[str]:
        """The verbs whose content is a noun phrase, of every polarity."""
        return frozenset().union(*self.object.values())

    @cached_property
    def idioms_of(self) -> dict[str, tuple[tuple[tuple[str, ...], Literal["asserted", "denied", "rejected"]], ...]]:
        """A verb -> the other words of each idiom that it begins, and its polarity."""
        parts = [(phrase.split(), polarity) for polarity, phrases in self.idioms.items() for phrase in sorted(phrases)]
        return {
            verb: tuple((tuple(words[1:]), polarity) for words, polarity in parts if words[0] == verb)
            for verb in {words[0] for words, _ in parts}
        }


class Negation(WordFile, frozen=True):
    """Words that take back what they stand with."""

    negators: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    wished: frozenset[str] = frozenset()


class People(WordFile, frozen=True):
    """Titles, and nouns for people who are not named."""

    courtesy: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    sides: tuple[str, ...] = ()
    particles: frozenset[str] = frozenset()
    nicknames: tuple[tuple[str, ...], ...] = ()
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()

    @cached_property
    def sole(self) -> frozenset[str]:
        """Heads of public titles that one person of a country holds at a time."""
        return self.public - self.many

    @cached_property
    def given(self) -> dict[str, frozenset[str]]:
        """A given name's other forms, itself included, in lower case."""
        groups = [frozenset(name.lower() for name in line) for line in self.nicknames]
        return {name: frozenset().union(*(g for g in groups if name in g)) for group in groups for name in group}


class Institutions(WordFile, frozen=True):
    """The grammar of institution names."""

    portfolios: tuple[str, ...] = ()
    heads: dict[str, str] = {}
    alone: dict[str, str] = {}
    governments: tuple[str, ...] = ()
    names: dict[str, str] = {}
    ventures: frozenset[str] = frozenset()
    assets: frozenset[str] = frozenset()


class Amounts(WordFile, frozen=True):
    """Words of quantities and money."""

    numbers: dict[str, float] = {}
    scales: dict[str, float] = {}
    vague: tuple[str, ...] = ()
    symbols: dict[str, str] = {}
    currencies: dict[str, str] = {}
    nations: dict[str, str] = {}
    units: dict[str, tuple[str, ...]] = {}


class Dates(WordFile, frozen=True):
    """Words that say on which side of publication a time lies; the calendar and its grammar are code."""

    planned: frozenset[str] = frozenset()
    scheduled: frozenset[str] = frozenset()
    extending: frozenset[str] = frozenset()
    proposing: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
