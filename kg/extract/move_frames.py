"""Verbs that make moves: which of them do so here, whose move it is, and towards whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import auxiliaries, object_of, prepositions
from kg.extract.conditions import condition_of
from kg.extract.dates import Dated
from kg.extract.move_deeds import deed_so_told, deed_span
from kg.extract.move_drafts import Move, Part
from kg.extract.move_lists import is_among, takes_none
from kg.extract.move_nouns import is_owned
from kg.extract.move_parts import Parts, addressee, phrase_of
from kg.extract.reality import ONLY_POSSIBLE, UNREAL, Reality, doer_of, reality_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_passive
from kg.packs import MoveFrame, MoveKind

ACCEPTING = frozenset({"accept", "agree", "endorse", "ratify", "approve", "consent", "sign"})
# A contract or tax may be imposed on nobody but one's own.
LAYING = frozenset({"impose"})
WORDS = frozenset(
    {"promise", "pledge", "commitment", "obligation", "word", "vow", "undertaking", "bargain", "agreement"}
)
# Who says again that he will not, refuses; so does who vows not to yield.
REPEATING = frozenset({"reiterate", "repeat", "reaffirm", "restate", "confirm", "insist"})
REFUSING = frozenset({"vow", "swear"})
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "oneself", "myself"})
VOWING = frozenset({"vow", "swear", "pledge", "promise"})
STEPS = frozenset({"fulfilment", "breach"})
STAY_REAL = frozenset({"breach", "fulfilment", "denial"})


@dataclass(frozen=True, slots=True)
class Verbs:
    """Finds moves made by verbs."""

    text: Text
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        frames = self.text.lexicon.pack.moves.verb_frames
        for i, lemma in enumerate(self.text.lemmas):
            if self.text.pos[i] not in ("VERB", "AUX") or self._is_aside(i) or is_owned(self.text, i):
                continue
            found = frames.get(phrase_of(self.text, i)) or frames.get(lemma)
            if found and not self.text.is_headline(self.text.sentence_of[i]):
                reality = reality_of(self.text, i)
                if reality is not None:
                    yield from self._moves(i, found, reality)
                elif lemma in ACCEPTING:
                    yield from self._unaccepted(i, found)
                elif any(frame.kind == "fulfilment" for frame in found):
                    yield from self._unkept(i, found)

    def _is_aside(self, i: int) -> bool:
        """ "Cleared the road, as agreed in Lusaka", "as it had promised": of the deed, which the sentence tells."""
        text = self.text
        if text.tags[i] == "VBG" and any(text.lower[j] == "no" for j in text.children[i]):  # "no going back on it"
            return True
        if text.deps[i] != "advcl" or not any(text.lower[j] == "as" and j < i for j in text.children[i]):
            return False
        return not any(text.deps[j] in ("dobj", "xcomp", "ccomp") for j in text.children[i])

    def _moves(self, i: int, frames: tuple[MoveFrame, ...], reality: Reality) -> Iterator[Move]:
        parts_of = Parts(self.text, self.dates)
        for frame in frames:
            if reality == "unreal" and (self._stays_real(frame) or self._is_hostile(i)):
                continue
            parts, rule = parts_of.of(i, frame)
            if frame.kind in STEPS and parts and (told := deed_so_told(self.text, i, self.dates)) is not None:
                yield self._so_done(*told, frame.kind)
                return
            kind = self._own_kind(i, parts, frame) if rule == "order" else frame.kind
            target = self._target(i, parts[0][2], rule) if parts else None
            if kind == "obligation" and target is not None and self.text.lower[target] in REFLEXIVE:
                kind, target = "pledge", None  # "bound themselves to keep it"
            kind = self._turned(i, kind, parts[0], rule, reality) if parts and kind is not None else kind
            for start, end, head in parts if kind is not None else []:
                yield Move(
                    cue=i, kind=kind or frame.kind, start=start, end=end, head=head,
                    rule=f"verb-{rule}", confidence=0.85, target=target,
                    subject=target if kind == "obligation" else doer_of(self.text, i),
                    partner=self._partner(i) if kind == "agreement" else None, unreal=reality == "unreal",
                )  # fmt: skip
            if parts:
                return

    def _stays_real(self, frame: MoveFrame) -> bool:
        """Whether "would" takes the move from the verb: of "would sign the pact", but not of "would call a strike"."""
        return frame.kind in STAY_REAL or (frame.takes == {"object"} and frame.kind != "threat")

    def _turned(self, i: int, kind: MoveKind, part: Part, rule: str, reality: Reality) -> MoveKind:
        """What the content makes of it: a vow of harm and an embargo held out threaten, a vow not to yield refuses."""
        text, moves = self.text, self.text.lexicon.pack.moves
        if kind == "pledge" and self._is_vow_to_refuse(i, part[2], rule):
            return "refusal"
        if kind == "pledge" and rule == "infinitive" and self._is_vow_of_harm(i, part):
            return "threat"
        harms = text.lemmas[part[2]] in moves.barriers | (moves.hostile - moves.boons)
        held_out = kind == "demand" and reality == "unreal" and text.pos[part[2]] == "NOUN" and harms
        return "threat" if held_out and condition_of(text, frozenset({i}), i) is not None else kind

    def _is_vow_to_refuse(self, i: int, verb: int, rule: str) -> bool:
        """ "Vowed never to bow", "reiterated that it would pay no ransom"; "promised not to strike" is a pledge."""
        text = self.text
        if rule not in ("clause", "infinitive") or not (is_negated(text, verb) or takes_none(text, verb, self.dates)):
            return False
        repeated = text.lemmas[i] in REPEATING and rule == "clause"
        return repeated or (text.lemmas[i] in REFUSING and is_among(text, verb, text.lexicon.pack.moves.yields))

    def _so_done(self, deed: int, word: int, kind: MoveKind) -> Move:
        """ "Imposed the duty, making good on its threat": the deed that the participle calls so."""
        start, end = deed_span(self.text, deed)
        return Move(
            cue=word, kind=kind, start=start, end=end, head=deed, rule="verb-so-done", confidence=0.75,
            subject=doer_of(self.text, deed),
        )  # fmt: skip

    def _unaccepted(self, i: int, frames: tuple[MoveFrame, ...]) -> Iterator[Move]:
        """ "Has not accepted the terms", "have never recognised": a refusal that has lasted until now."""
        helpers = auxiliaries(self.text, i)
        if not is_negated(self.text, i) or not helpers & {"has", "have"} or is_passive(self.text, i):
            return
        parts = next((p for frame in frames if (p := Parts(self.text, self.dates).of(i, frame)[0])), [])
        for start, end, head in parts:
            yield Move(
                cue=i, kind="refusal", start=start, end=end, head=head, rule="verb-not-accepted", confidence=0.7,
                subject=doer_of(self.text, i), negated=True,
            )  # fmt: skip

    def _unkept(self, i: int, frames: tuple[MoveFrame, ...]) -> Iterator[Move]:
        """ "Has not kept its promise", "did not live up to its word": a breach."""
        past = self.text.tags[i] == "VBN" or auxiliaries(self.text, i) & {"did"}
        if not is_negated(self.text, i) or not past or auxiliaries(self.text, i) & {*UNREAL, *ONLY_POSSIBLE}:
            return
        kept = [frame for frame in frames if frame.kind == "fulfilment" and frame.takes <= {"object"}]
        for start, end, head in next((p for f in kept if (p := Parts(self.text, self.dates).of(i, f)[0])), []):
            if self.text.lemmas[head] in WORDS:
                yield Move(
                    cue=i, kind="breach", start=start, end=end, head=head, rule="verb-not-kept", confidence=0.8,
                    subject=doer_of(self.text, i),
                )  # fmt: skip

    def _is_hostile(self, i: int) -> bool:
        """ "Would veto the bill" threatens, though a veto refuses."""
        return self.text.lemmas[i] in self.text.lexicon.pack.moves.hostile

    def _is_vow_of_harm(self, i: int, part: Part) -> bool:
        """ "Vowed to retaliate", "swore to sue"; "vowed not to strike" pledges."""
        moves, verb = self.text.lexicon.pack.moves, part[2]
        harms = self.text.lemmas[verb] in moves.hostile - LAYING
        noun = object_of(self.text, verb)
        if self.text.lemmas[verb] == "withhold" and noun is not None and self.text.lemmas[noun] not in moves.boons:
            return False  # goods are held back as a favour to the price
        return harms and self.text.lemmas[i] in VOWING and not is_negated(self.text, part[2])

    def _own_kind(self, i: int, parts: list[Part], frame: MoveFrame) -> MoveKind | None:
        """ "Told its refiners to buy" directs one's own: no demand, but an act, if parties ask for such."""
        text, told = self.text, addressee(self.text, i, self.dates)
        own = {"its", "his", "their"} & {text.lower[j] for j in text.children[i if told is None else told]}
        if not own or text.lemmas[i] not in ("tell", "order", "instruct", "direct"):
            return frame.kind
        return "fulfilment" if text.lemmas[parts[0][2]] in text.lexicon.pack.moves.acts else None

    # Who

    def _target(self, i: int, head: int, rule: str) -> int | None:
        if rule not in ("order", "order-for", "infinitive", "preposition", "clause"):
            return None
        if is_passive(self.text, i) and rule == "order":
            return next((j for j in self.text.children[i] if self.text.deps[j] == "nsubjpass"), None)
        inner = next((j for j in self.text.children[head] if self.text.deps[j] in ("nsubj", "nsubjpass")), None)
        return inner if inner is not None and rule in ("order", "order-for") else addressee(self.text, i, self.dates)

    def _partner(self, i: int) -> int | None:
        """ "Signed with the United States": the other party to an agreement."""
        return next((j for word, j in prepositions(self.text, i, self.dates) if word == "with"), None)
