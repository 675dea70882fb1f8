"""Moves without a verb of their own: "will cut exports", "would not accept", "must act", "is to pay"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import FACE, auxiliaries, end_of, has_to, noun_phrase, object_of, verb_phrase
from kg.extract.conditions import condition_of
from kg.extract.dates import Dated
from kg.extract.move_actors import Voices
from kg.extract.move_drafts import Move
from kg.extract.move_harm import LIKELY, Modal
from kg.extract.move_modal_kinds import ABLE, BOUND, RESUMING, ModalKinds, deed_of, is_under_pact
from kg.extract.reality import UNREAL, is_asked
from kg.extract.subjects import subject_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_passive

MODALS = UNREAL | ABLE | LIKELY | BOUND | {"is-to"}
WARNING = frozenset({"warn", "caution", "threaten"})
EVALUATED = frozenset({"it", "that", "this"})


@dataclass(frozen=True, slots=True)
class Modals:
    """Finds moves made by auxiliaries."""

    text: Text
    voices: Voices
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        text = self.text
        for i, tag in enumerate(text.tags):
            if tag not in ("VB", "VBN") or text.pos[i] not in ("VERB", "AUX"):
                continue
            if not text.is_headline(text.sentence_of[i]):
                yield from self._modal(i)

    def _modal(self, i: int) -> Iterator[Move]:
        if self._is_alternative(i):
            yield from self._or_face(i)
            return
        modal = self._read(i)
        if modal is None:
            return
        kind = ModalKinds(self.text, self.voices, self.dates).of(modal)
        told = self.text.deps[i] == "relcl" and modal.statement is not None and not modal.own
        if kind == "pledge" and self._is_judged(i):
            return
        refused = self._refused(i) if kind == "refusal" else None
        if (
            kind is None
            or (self.text.deps[i] == "relcl" and kind == "refusal" and refused is None)
            or (told and refused is None and not is_under_pact(self.text, self.dates, i))
        ):
            return
        by_speaker = (
            kind == "demand"
            or (kind == "threat" and self.text.lemmas[i] in FACE)
            or (modal.passive and modal.statement is not None and not modal.own)
        )
        by_speaker = by_speaker or self.text.lower[modal.subject] == "there"
        undergone = modal.passive and not modal.own
        start, end = verb_phrase(self.text, deed_of(self.text, i) if kind == "pledge" else i)
        if undergone and self.text.lower[modal.subject] not in ("it", "they", "there", "this", "that"):
            start = self.text.subtree(modal.subject)[0]  # "the fees will not be cut"
        if refused is not None:
            start, end = noun_phrase(self.text, refused)
        yield Move(
            cue=i, kind=kind, start=start, end=end, head=i, rule=f"modal-{kind}", confidence=0.65,
            subject=None if by_speaker or undergone else modal.subject, speaker=by_speaker,
            target=modal.subject if by_speaker else None, planned=kind == "pledge" and modal.statement is None,
        )  # fmt: skip

    def _refused(self, i: int) -> int | None:
        """ "Checks which Chad would not accept": the noun of which it is told."""
        text = self.text
        gap = any(text.deps[j] == "dobj" and text.tags[j] in ("WDT", "WP") and j < i for j in text.children[i])
        named = any(text.deps[j] == "nsubj" and text.tags[j] not in ("WDT", "WP") for j in text.children[i])
        behind = any(text.deps[j] == "dobj" and j > i for j in text.children[i])
        told = text.deps[i] == "relcl" and named and (gap or not behind)
        return text.heads[i] if told and text.pos[text.heads[i]] in ("NOUN", "PROPN") else None

    def _read(self, i: int) -> Modal | None:
        """The verb with what decides on its move; None where nobody can make one by it."""
        text, helpers = self.text, self._helpers(i)
        if not helpers & MODALS and text.lemmas[i] not in FACE:
            return None
        subject = self._subject(i)
        if subject is None or is_asked(text, i) or self._is_guessed(i):
            return None
        statement = self.voices.around(i)
        of_itself = text.lemmas[i] in RESUMING and object_of(text, i) is None  # "imports would resume"
        passive = is_passive(text, i) or (of_itself and not self.voices.is_actor(subject))
        warned = self._is_warned(i)
        own = self.voices.is_own(subject, statement) or (warned and self.voices.is_possessed(subject))
        spoken = statement is not None and (passive or text.lower[subject] == "there" or helpers & BOUND)
        if not spoken and not own and not self.voices.is_actor(subject):
            return None
        return Modal(
            i, helpers, subject, statement, own, passive,
            condition_of(text, frozenset({i}), i) is not None, warned,
        )  # fmt: skip

    def _is_guessed(self, i: int) -> bool:
        """ "Doubted that it would", "the hope that they will": what somebody thinks, and nobody's word."""
        clause = i
        while self.text.deps[clause] == "conj":
            clause = self.text.heads[clause]
        return (
            self.text.deps[clause] in ("ccomp", "acl")
            and self.text.lemmas[self.text.heads[clause]] in self.text.lexicon.pack.moves.guessing
        )

    def _is_judged(self, i: int) -> bool:
        """ "It is stunning that we would outsource it": what is thought of a deed, and no word given."""
        text, above = self.text, self.text.heads[i]
        judged = any(text.deps[j] == "acomp" for j in text.children[above]) and text.lemmas[above] == "be"
        subject = next((j for j in text.children[above] if text.deps[j] in ("nsubj", "expl")), None)
        hoped = subject is not None and text.lemmas[subject] in text.lexicon.pack.moves.guessing
        evaluated = judged and subject is not None and text.lower[subject] in EVALUATED
        return text.deps[i] == "ccomp" and (evaluated or (hoped and text.lemmas[above] == "be"))

    def _subject(self, i: int) -> int | None:
        existing = next((j for j in self.text.children[i] if self.text.deps[j] == "expl"), None)
        passive = next((j for j in self.text.children[i] if self.text.deps[j] == "nsubjpass"), None)
        found = existing if existing is not None else passive
        return found if found is not None else subject_of(self.text, i)

    def _helpers(self, i: int) -> set[str]:
        """The verb's auxiliaries; "are we going to accept" counts as will, "is to pay" as is-to."""
        text, above = self.text, self.text.heads[i]
        if text.lemmas[above] == "go" and text.tags[above] == "VBG" and text.deps[i] == "xcomp":
            return {"will"}
        if text.lemmas[above] == "have" and text.deps[i] == "xcomp" and self._is_bare_have(above, i):
            possible = auxiliaries(text, above) & LIKELY if self._is_warned(above) else set()
            return possible or self._having_to(above)
        told = text.lower[above] in ("is", "are") or (
            text.lower[above] in ("was", "were") and is_under_pact(self.text, self.dates, above)
        )
        if told and text.deps[i] == "xcomp" and has_to(text, i):
            return {"is-to"}
        return auxiliaries(text, i)

    def _is_bare_have(self, have: int, verb: int) -> bool:
        """ "Has to pay", "will have first to pay"; but "have themselves to blame", "has yet to answer"."""
        text = self.text
        to = next((j for j in text.children[verb] if text.lower[j] == "to" and text.deps[j] == "aux"), None)
        between = range(have + 1, to if to is not None else have)
        return to is not None and to > have and all(text.pos[j] == "ADV" and text.lower[j] != "yet" for j in between)

    def _having_to(self, i: int) -> set[str]:
        """ "Will have to accept", "has to close": must; "had to" only in what somebody says."""
        text = self.text
        kept = text.tags[i] in ("VBZ", "VBP") or bool(auxiliaries(text, i) & UNREAL)
        kept = kept or (text.tags[i] == "VBD" and self.voices.around(i) is not None)
        passive = any(is_passive(text, j) for j in text.children[i] if text.deps[j] == "xcomp")
        return {"must"} if kept and not passive and not is_negated(text, i) and object_of(text, i) is None else set()

    def _is_warned(self, i: int) -> bool:
        """ "Warned that it would", "would, he threatened, seek": hung on the warning, or with it inside."""
        text, above = self.text, self.text.heads[i]
        if text.deps[i] == "conj":
            above = text.heads[above]
        return text.lemmas[above] in WARNING or any(
            text.lemmas[j] in WARNING for j in text.children[i] if text.deps[j] in ("parataxis", "ccomp")
        )

    def _is_alternative(self, i: int) -> bool:
        beside = self.text.children[self.text.heads[i]]
        return self.text.deps[i] == "conj" and any(self.text.lower[j] == "or" for j in beside)

    def _or_face(self, i: int) -> Iterator[Move]:
        """ "Must drop barriers or face penalties", "has until Friday to comply or face a strike": a threat."""
        above = self.text.heads[i]
        bound = has_to(self.text, above) or auxiliaries(self.text, above) & {*BOUND, "should"}
        if self.text.lemmas[i] in FACE and bound:
            yield Move(
                cue=i, kind="threat", start=i, end=end_of(self.text, i), head=i, rule="or-face", confidence=0.65,
                speaker=self.voices.around(i) is not None, target=subject_of(self.text, i),
            )  # fmt: skip
