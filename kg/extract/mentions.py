"""Which words denote actors and places: names first, then institutions, groups, titles and pronouns; no word twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.found import Found
from kg.extract.groups import bodies, groups, sides, titles
from kg.extract.institutions import grammatical
from kg.extract.labels import Labels, read_labels
from kg.extract.organisations import acronyms, initials, later, organisations
from kg.extract.owned import owned
from kg.extract.pairs import pairs
from kg.extract.persons import persons, roster
from kg.extract.polities import epithets, known, polity_groups
from kg.extract.pronouns import pronouns
from kg.extract.slips import INTRODUCED, takes_part
from kg.extract.text import Text

Finder = Callable[[Text, "Mentions"], Iterator[Found]]

FINDERS: tuple[Finder, ...] = (
    sides,
    pairs,
    grammatical,
    known,
    persons,
    roster,
    organisations,
    acronyms,
    initials,
    later,
    polity_groups,
    epithets,
    owned,
    groups,
    titles,
    bodies,
    pronouns,
)


@dataclass
class Mentions:
    """The mentions of an article by token."""

    text: Text
    found: list[Found] = field(default_factory=list)
    owner: list[Found | None] = field(default_factory=list)
    introduced: set[str] = field(default_factory=set)
    """The surnames of people whom a title introduces, of those found so far."""

    def __post_init__(self) -> None:
        self.owner = [None] * len(self.text.tokens)

    def add(self, found: Found) -> None:
        """Keep it, unless its words are taken; a group or title may hold the name of a polity or institution."""
        if not found.start < found.end or self.owner[found.anchor] is not None:
            return
        inside = [other for other in self.owner[found.start : found.end] if other is not None]
        holds = found.form in ("group", "title") and all(o.kind != "person" and o.end <= found.end for o in inside)
        if inside and not holds:
            return
        self.found.append(found)
        if found.kind == "person" and found.rule in INTRODUCED:
            self.introduced.add(found.name.split()[-1])
        for i in range(found.start, found.end):
            self.owner[i] = self.owner[i] or found

    @cached_property
    def labels(self) -> Labels:
        return read_labels(self.text)

    @cached_property
    def taking_part(self) -> frozenset[str]:
        """Words that somewhere take part in what happens."""
        return frozenset(word for i, word in enumerate(self.text.words) if takes_part(self.text, i))

    def at(self, token: int) -> Found | None:
        return self.owner[token]


def find_mentions(text: Text) -> Mentions:
    """All mentions; an earlier finder's words are not taken by a later one."""
    mentions = Mentions(text)
    for finder in FINDERS:
        for found in finder(text, mentions):
            mentions.add(found)
    mentions.found.sort(key=lambda f: f.start)
    return mentions
