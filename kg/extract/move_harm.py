"""Whether a verb with an auxiliary threatens: harm under a condition, after a warning, or to others in any case."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses import FACE, auxiliaries, object_of, prepositions
from kg.extract.conditions import condition_of
from kg.extract.dates import Dated
from kg.extract.move_actors import FIRST_PERSON
from kg.extract.move_lists import is_among
from kg.extract.reality import UNREAL
from kg.extract.text import Text
from kg.model import Statement

LIKELY = frozenset({"may", "might", "could"})
WOULD = frozenset({"would", "'d", "’d"})
GOING = frozenset({"go", "take", "put", "bring", "resort"})
FILING = frozenset({"file", "lodge", "enter", "bring", "launch", "start", "open", "mount"})
SUITS = frozenset(
    {
        "complaint",
        "suit",
        "lawsuit",
        "appeal",
        "challenge",
        "objection",
        "protest",
        "action",
        "proceeding",
        "case",
        "claim",
    }
)
ADDING = frozenset({"raise", "increase", "double", "triple", "resume", "respond", "act", "take", "impose", "reimpose"})


@dataclass(frozen=True, slots=True)
class Modal:
    """A verb with its auxiliaries and subject, the statement around it, and what is known of both."""

    verb: int
    helpers: set[str]
    subject: int
    statement: Statement | None
    own: bool
    passive: bool
    conditional: bool
    warned: bool


@dataclass(frozen=True, slots=True)
class Harm:
    """Tells threats from other acts announced."""

    text: Text
    dates: dict[int, Dated]

    def threatens(self, modal: Modal) -> bool:
        """Harm under a condition or after a warning; harm that is no rule of one's own house in any case."""
        moves, lemma = self.text.lexicon.pack.moves, self.text.lemmas[modal.verb]
        if self._eases(modal.verb) or not modal.helpers & (UNREAL | LIKELY):
            return False
        if modal.passive:
            return lemma in moves.hostile or (modal.warned and modal.conditional)
        if lemma in FACE:
            return modal.warned
        noun = object_of(self.text, modal.verb)
        if modal.warned and modal.own and not self._is_only(modal.verb):
            return lemma not in moves.idle or noun is not None
        if noun is not None and self.text.lemmas[noun] in moves.noun_frames and lemma == "strike":
            return False
        if modal.own and self._is_unless(modal.verb) and lemma not in moves.idle:
            return True
        if self._is_or(modal):
            return True
        harms = (
            is_among(self.text, modal.verb, moves.hostile)
            or self._takes_away(modal.verb)
            or self._goes_to_law(modal.verb)
        )
        if modal.helpers & LIKELY:
            return (harms and modal.own) or (modal.conditional and (harms or lemma in moves.harm))
        if modal.helpers & WOULD and modal.statement is None and not modal.conditional:
            return False
        return harms or (lemma in moves.harm and modal.conditional)

    def forces(self, modal: Modal) -> bool:
        """ "Unless it was lifted, Chad would have to think again": what is held over others, told as a need."""
        text, have = self.text, self.text.heads[modal.verb]
        held = text.lemmas[have] == "have" and bool(auxiliaries(text, have) & (UNREAL | LIKELY))
        found = condition_of(text, frozenset({modal.verb, have}), modal.verb) if held else None
        return found is not None and text.lower[found[0]] == "unless" and self._is_for_others(modal.subject)

    def _is_for_others(self, subject: int) -> bool:
        """Not "you": who is told that he must is not who threatens."""
        return self.text.lower[subject] not in ("you", "they", "it")

    def _goes_to_law(self, i: int) -> bool:
        """ "Will go to court", "take them to arbitration", "go on strike", "lodge a complaint"."""
        noun = object_of(self.text, i)
        if self.text.lemmas[i] in FILING and noun is not None and self.text.lemmas[noun] in SUITS:
            return True
        if self.text.lemmas[i] not in GOING:
            return False
        hostile = self.text.lexicon.pack.moves.hostile
        return any(
            w in ("to", "on") and self.text.lemmas[j] in hostile for w, j in prepositions(self.text, i, self.dates)
        )

    def _is_only(self, i: int) -> bool:
        """ "Would support it only if": a condition on what is held out."""
        found = condition_of(self.text, frozenset({i}), i)
        return found is not None and self.text.lower[found[0]] == "only"

    def _is_unless(self, i: int) -> bool:
        """ "Might move the plant unless", "will clear it if they do not leave": what is held over others."""
        found = condition_of(self.text, frozenset({i}), i)
        if found is None or self.text.lower[found[0]] == "unless":
            return found is not None
        refused = {*self.text.lexicon.pack.negation.negators, "no", "fail", "refuse", "reject"}
        untold = self.text.lower[found[0]] == "if" and refused & set(self.text.lemmas[found[0] : found[1]])
        return bool(untold) and not is_among(self.text, i, self.text.lexicon.pack.moves.yields)

    def _is_or(self, modal: Modal) -> bool:
        """ "Pay, or we shall strike"."""
        first = self.text.subtree(modal.subject)[0]
        return modal.own and self.text.lower[first - 1] == "or" and self.text.lower[modal.subject] in FIRST_PERSON

    def _eases(self, i: int) -> bool:
        """ "Would cut the duty if": a concession, though cutting may be harm."""
        moves, noun = self.text.lexicon.pack.moves, object_of(self.text, i)
        return noun is not None and self.text.lemmas[noun] in moves.barriers and self.text.lemmas[i] in moves.easing

    def _takes_away(self, i: int) -> bool:
        """ "Will withdraw its offer", "stop work": an end to what others need."""
        moves, noun = self.text.lexicon.pack.moves, object_of(self.text, i)
        taken = self.text.lemmas[i] in moves.harm - ADDING
        return taken and noun is not None and self.text.lemmas[noun] in moves.boons
