"""Words of what parties do: moves made with words, measures, encounters; and the phrases of issues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal

import msgspec

from kg.kinds import MeasureKind, MeasureStatus, MeetingKind, MoveKind
from kg.packs.entry import Entry, Example, Keyed, Slots, WordFile

# The lists of a pack of moves that hold frames with examples of their own.
_FRAMES: Final = ("verbs", "nouns", "adjectives")


class MoveFrame(Entry, frozen=True, kw_only=True):
    """Words that make a move of one kind, and the frames in which they do; the pack's head explains the keys."""

    kind: MoveKind
    words: tuple[str, ...]
    takes: frozenset[
        Literal[
            "infinitive", "order", "order-for", "clause", "object", "gerund", "small", "alone", "deed", "steps", "keep",
            "anaphor", "duty",
        ]
    ] = frozenset()  # fmt: skip
    preps: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    negated: Literal["refusal"] | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Moves(WordFile, frozen=True):
    """Words with which a party pledges, demands, threatens, refuses ..."""

    verbs: tuple[MoveFrame, ...] = ()
    nouns: tuple[MoveFrame, ...] = ()
    adjectives: tuple[MoveFrame, ...] = ()
    duties: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    harm: frozenset[str] = frozenset()
    hostile: frozenset[str] = frozenset()
    boons: frozenset[str] = frozenset()
    yields: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    barriers: frozenset[str] = frozenset()
    easing: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    trying: frozenset[str] = frozenset()
    trade: frozenset[str] = frozenset()
    traded: frozenset[str] = frozenset()
    unbowed: frozenset[str] = frozenset()
    implicative: frozenset[str] = frozenset()
    guessing: frozenset[str] = frozenset()
    watching: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()

    def cases(self) -> Iterator[Example]:
        """The examples of the lists, and of each frame."""
        yield from self.examples
        for name, frame in self._frames():
            yields: Slots = {"record": "commitment", "kind": frame.kind}
            yield Example(of=name, yields=yields, yes=frame.yes, no=frame.no)

    def _frames(self) -> Iterator[tuple[str, MoveFrame]]:
        """Every frame with a name that tells it apart."""
        for place in _FRAMES:
            for number, frame in enumerate(getattr(self, place), 1):
                yield f"{place}, entry {number} ({frame.words[0]})", frame

    def bare(self) -> Moves:
        """The words without the examples, those of the frames neither."""
        frames = {
            place: tuple(msgspec.structs.replace(frame, yes=(), no=()) for frame in getattr(self, place))
            for place in _FRAMES
        }
        return msgspec.structs.replace(self, examples=(), **frames)

    def filled(self) -> Iterator[str]:
        """The lists that say something; frames of moves are told one by one."""
        yield from (key for key in super().filled() if key not in _FRAMES)
        yield from (name for name, _ in self._frames())

    @cached_property
    def verb_frames(self) -> dict[str, tuple[MoveFrame, ...]]:
        """A verb, with its particle where it has one -> its frames."""
        return _by_word(self.verbs)

    @cached_property
    def noun_frames(self) -> dict[str, tuple[MoveFrame, ...]]:
        return _by_word(self.nouns)

    @cached_property
    def adjective_frames(self) -> dict[str, tuple[MoveFrame, ...]]:
        return _by_word(self.adjectives)


def _by_word(frames: tuple[MoveFrame, ...]) -> dict[str, tuple[MoveFrame, ...]]:
    words = {word for frame in frames for word in frame.words}
    return {word: tuple(frame for frame in frames if word in frame.words) for word in words}


class Laws(Entry, frozen=True):
    """What is legislated, and the verbs of it by the status that they give."""

    nouns: frozenset[str] = frozenset()
    verbs: dict[MeasureStatus, frozenset[str]] = {}


class Limits(Entry, frozen=True):
    """Verbs that act on a flow of goods."""

    limit: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    tax: frozenset[str] = frozenset()


class Pacts(Entry, frozen=True):
    """What is withdrawn from, and the verbs, with and without "from"."""

    nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    from_: frozenset[str] = msgspec.field(name="from", default=frozenset())
    ends: frozenset[str] = frozenset()


class Lists(Entry, frozen=True):
    """Lists of the unwelcome, and the verbs of putting on them."""

    nouns: frozenset[str] = frozenset()
    modified: dict[str, frozenset[str]] = {}
    verbs: frozenset[str] = frozenset()


class Deed(Entry, frozen=True, kw_only=True):
    """What is done to what, by the status it gives.

    `before`: modifiers of which the noun needs one. `moves`: verbs whose subject the noun is. `amount`: only with an
    amount in the clause. `alone`: with an amount of its own the noun needs no verb.
    """

    kind: MeasureKind
    nouns: frozenset[str]
    verbs: dict[MeasureStatus, frozenset[str]] = {}
    before: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    amount: bool = False
    alone: bool = False


class Measures(WordFile, frozen=True):
    """Words of measures."""

    nouns: dict[MeasureKind, frozenset[str]] = {}
    modified: dict[str, dict[str, MeasureKind]] = {}
    imposed: dict[str, MeasureKind] = {}
    imposing: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    verbs: dict[MeasureStatus, frozenset[str]] = {}
    with_: frozenset[str] = msgspec.field(name="with", default=frozenset())
    laws: Laws = Laws()
    flows: dict[str, MeasureKind] = {}
    limits: Limits = Limits()
    pacts: Pacts = Pacts()
    lists: Lists = Lists()
    judges: frozenset[str] = frozenset()
    rulings: frozenset[str] = frozenset()
    bans: frozenset[str] = frozenset()
    shuts: frozenset[str] = frozenset()
    readmits: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    ceasing: frozenset[str] = frozenset()
    levying: frozenset[str] = frozenset()
    purchases: frozenset[str] = frozenset()
    acts: dict[str, MeasureKind] = {}
    lives: dict[MeasureStatus, frozenset[str]] = {}
    payments: frozenset[str] = frozenset()
    allowing: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    sought: frozenset[str] = frozenset()
    forgiving: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    chambers: frozenset[str] = frozenset()
    deeds: tuple[Deed, ...] = ()


class Meetings(WordFile, frozen=True):
    """Words of encounters."""

    nouns: dict[MeetingKind, frozenset[str]] = {}
    plural: frozenset[str] = frozenset()
    not_: frozenset[str] = msgspec.field(name="not", default=frozenset())
    calls: frozenset[str] = frozenset()
    hold: frozenset[str] = frozenset()
    go: frozenset[str] = frozenset()
    happen: frozenset[str] = frozenset()
    end: frozenset[str] = frozenset()
    gather: frozenset[str] = frozenset()
    verbs: dict[str, MeetingKind] = {}
    deliberate: frozenset[str] = frozenset()
    brokers: frozenset[str] = frozenset()
    long: frozenset[str] = frozenset()
    travel: dict[str, frozenset[str]] = {}
    with_: dict[str, MeetingKind] = msgspec.field(name="with", default={})
    venues: frozenset[str] = frozenset()
    sights: frozenset[str] = frozenset()
    reporters: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()


_PHRASE = "it takes lemmas in lower case between single spaces, `a|b` for either, and `~` between two of them"


def _is_phrase(phrase: str) -> bool:
    parts = phrase.split(" ")
    gaps = [part == "~" for part in parts]
    written = all(gap or all(part.split("|")) for part, gap in zip(parts, gaps, strict=True))
    return written and phrase == phrase.lower() and not (gaps[0] or gaps[-1]) and "~" not in phrase.replace(" ~ ", " ")


class IssuePhrases(Keyed, frozen=True, kw_only=True):
    """What makes words be about an issue: phrases of lemmas, `a|b` for either, `~` for up to three between.

    With a label the entry is an issue of the pack's own, in a scheme of the pack's own; without, it adds phrases.
    `hints` are words of many matters, which mean this one in an article that names it elsewhere: a `boat` where there
    is fishing, a `barrel` where oil is pumped. `hinted` are examples of them: articles whose statement has the issue.
    A `manner` is an issue of how the parties negotiate, which is never what a whole article is about.
    """

    issue: str
    phrases: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    label: str = ""
    definition: str = ""
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    manner: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    hinted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """ValueError where a phrase could never match, or only half of a new issue is told."""
        for phrase in (*self.phrases, *self.hints):
            if not _is_phrase(phrase):
                raise ValueError(f"the phrase {phrase!r} matches nothing: {_PHRASE}")
        if bool(self.label) != bool(self.definition):
            raise ValueError("a new issue has both, a `label` and a `definition`; a known one has neither")
        if not self.label and (self.aliases or self.broader):
            raise ValueError("`aliases` and `broader` belong to a new issue, which has a `label` and a `definition`")

    @property
    def identity(self) -> str:
        return self.issue

    def bare(self) -> IssuePhrases:
        """The words alone."""
        return IssuePhrases(issue=self.issue, phrases=self.phrases, hints=self.hints, manner=self.manner)

    def upon(self, other: IssuePhrases) -> IssuePhrases:
        """The earlier entry with these phrases too."""
        phrases = tuple(dict.fromkeys((*other.phrases, *self.phrases)))
        hints = tuple(dict.fromkeys((*other.hints, *self.hints)))
        return msgspec.structs.replace(other, phrases=phrases, hints=hints, manner=other.manner or self.manner)
