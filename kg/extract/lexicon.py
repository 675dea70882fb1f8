"""The pack, compiled for matching: made once per process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.language import Language

from kg.extract.issue_index import IssueIndex
from kg.extract.phrases import Phrases
from kg.extract.quantities import Quantities
from kg.model import MeasureKind, MeasureStatus, MeetingKind
from kg.packs import Deed, Institution, Pack, Polity

Sense = Literal["name", "metonym", "demonym"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase of the curated data denotes."""

    name: str
    polity: str
    sense: Sense
    subtype: str | None = None

    @property
    def is_institution(self) -> bool:
        return self.subtype is not None


class Lexicon:
    """Curated names as phrases of tokens, and the grammar's word lists.

    What takes long is made at once, so that processes that are forked share it.
    """

    def __init__(self, pack: Pack, nlp: Language) -> None:
        self.pack = pack
        self.known = _known(pack, lambda text: [t.text for t in nlp.make_doc(text)])
        self.issues = IssueIndex((entry.issue, entry.phrases) for entry in pack.issues)
        # Words that are about an issue where the article names it elsewhere.
        self.hints = IssueIndex((entry.issue, entry.hints) for entry in pack.issues)

    @cached_property
    def _names_of(self) -> dict[str, tuple[str, ...]]:
        return {institution.name: institution_names(institution) for institution in self.pack.known_institutions}

    def institution_names(self, name: str) -> tuple[str, ...]:
        """Every name of the curated institution of that name."""
        return self._names_of[name]

    @cached_property
    def polity_names(self) -> dict[str, str]:
        """Every name of a polity -> its code."""
        pairs = (pair for polity in self.pack.polities for pair in polity_phrases(polity))
        return {phrase: known.polity for phrase, known in pairs}

    @cached_property
    def polity_words(self) -> dict[str, str]:
        """Single words that name a polity -> its code."""
        return {name: code for name, code in self.polity_names.items() if " " not in name}

    @cached_property
    def demonyms(self) -> dict[str, Known]:
        """Single words for a people -> its polity."""
        pairs = (pair for polity in self.pack.polities for pair in polity_phrases(polity))
        return {phrase: known for phrase, known in pairs if known.sense == "demonym"}

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Places that stand for a government: "Tokyo"."""
        return frozenset(word for polity in self.pack.polities for word in (*polity.metonyms, *polity.seats))

    @cached_property
    def seats(self) -> frozenset[str]:
        """Buildings that are no places in the news: "Kremlin:" may only head what it says, "Beijing:" a report."""
        return frozenset(word for polity in self.pack.polities for word in polity.seats)

    @cached_property
    def portfolio_words(self) -> frozenset[str]:
        """Words of the portfolios that ministries are named for."""
        return frozenset(word for portfolio in self.pack.institutions.portfolios for word in portfolio.split())

    @cached_property
    def hyphened(self) -> frozenset[str]:
        """The hyphened words of the lists that are matched by lemmas: the parser takes them apart."""
        pack = self.pack
        lists = (pack.cues, pack.negation, pack.dates, pack.moves, pack.measures, pack.meetings)
        phrases = [*(pack.people.groups | pack.people.parties), *(word for words in lists for word in words.words())]
        return frozenset(part for phrase in phrases for part in phrase.split() if "-" in part)

    @cached_property
    def sides(self) -> Phrases[str]:
        found: Phrases[str] = Phrases()
        for phrase in self.pack.people.sides:
            found.add(phrase.split(), phrase)
        return found

    @cached_property
    def quantities(self) -> Quantities:
        return Quantities(self.pack.amounts)

    @cached_property
    def measure_nouns(self) -> dict[str, MeasureKind]:
        """A measure's noun -> its kind."""
        return {noun: kind for kind, nouns in self.pack.measures.nouns.items() for noun in nouns}

    @cached_property
    def measure_actions(self) -> dict[str, MeasureStatus]:
        """A verb, with its particle -> what it makes of a measure."""
        return {verb: status for status, verbs in self.pack.measures.verbs.items() for verb in verbs}

    @cached_property
    def measure_words(self) -> dict[str, list[str]]:
        """The lemmas that may tell of a measure -> how, the likeliest first."""
        pack = self.pack.measures
        groups: tuple[tuple[str, Iterable[str]], ...] = (
            ("deed", self.deeds),
            ("purchase", pack.purchases),
            ("ruling", (phrase.split()[0] for phrase in pack.rulings)),
            ("law", pack.laws.nouns),
            ("flow", pack.flows),
            ("pact", pack.pacts.nouns),
            ("noun", (*self.measure_nouns, *pack.modified, *pack.imposed)),
            ("list", (*pack.lists.modified, *pack.lists.nouns)),
            ("ban", (phrase.split()[0] for phrase in (*pack.bans, *pack.shuts, *pack.readmits))),
            ("stop", pack.stops),
            ("cease", pack.limits.stop | pack.ceasing),
            ("levy", pack.levying),
            ("verb", pack.acts),
            ("payment", pack.payments),
            ("notice", ("notice",)),
            ("departure", pack.pacts.ends),
            ("allowance", pack.allowing),
            ("cutback", pack.limits.limit | {"take"}),
            ("subsidised", ("subsidised", "subsidized")),
            ("frozen", ("freeze", "block", "unfreeze", "unblock")),
            ("restraint", pack.taking),
            ("taxed", pack.limits.tax),
            ("forgiven", (phrase.split()[0] for phrase in pack.forgiving)),
        )
        found: dict[str, list[str]] = {}
        for group, words in reversed(groups):
            for word in words:
                found.setdefault(word, []).append(group)
        return {word: list(dict.fromkeys(groups)) for word, groups in found.items()}

    @cached_property
    def deeds(self) -> dict[str, list[Deed]]:
        """What a deed is done to -> the deeds."""
        found: dict[str, list[Deed]] = {}
        for deed in self.pack.measures.deeds:
            for noun in deed.nouns:
                found.setdefault(noun, []).append(deed)
        return found

    @cached_property
    def meeting_nouns(self) -> dict[str, MeetingKind]:
        """An encounter's noun -> its kind."""
        return {noun: kind for kind, nouns in self.pack.meetings.nouns.items() for noun in nouns}

    @cached_property
    def manners(self) -> frozenset[str]:
        """The issues of how the parties negotiate, which are never what a whole article is about."""
        return frozenset(entry.issue for entry in self.pack.issues if entry.manner)


def _known(pack: Pack, tokens: Callable[[str], list[str]]) -> Phrases[Known]:
    """Polities and institutions by every curated name; an institution wins over the polity in its name."""
    found: Phrases[Known] = Phrases()
    for polity in pack.polities:
        for phrase, known in polity_phrases(polity):
            found.add(tokens(phrase), known)
    for institution in pack.known_institutions:
        known = Known(institution.name, institution.polity, "name", institution.kind)
        for phrase in institution_names(institution):
            found.add(tokens(phrase), known)
    return found


def polity_phrases(polity: Polity) -> Iterable[tuple[str, Known]]:
    senses: tuple[tuple[Sense, tuple[str, ...]], ...] = (
        ("demonym", polity.demonyms),
        ("metonym", (*polity.metonyms, *polity.seats)),
        ("name", (polity.name, *polity.aliases)),
    )
    for sense, phrases in senses:
        for phrase in phrases:
            yield phrase, Known(polity.name, polity.code, sense)


def institution_names(institution: Institution) -> tuple[str, ...]:
    return tuple(dict.fromkeys((institution.name, *institution.aliases)))
