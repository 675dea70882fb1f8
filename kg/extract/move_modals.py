"""Moves without a verb of their own: "will cut exports", "would not accept", "must act", "has yet to", "has until"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import (
    auxiliaries,
    end_of,
    infinitives,
    is_negated,
    is_passive,
    noun_phrase,
    object_of,
    prepositions,
    verb_phrase,
)  # fmt: skip
from kg.extract.conditions import condition_of
from kg.extract.cues import subject_of
from kg.extract.dates import Dated
from kg.extract.move_actors import Voices
from kg.extract.move_drafts import Move
from kg.extract.reality import UNREAL
from kg.extract.text import Text
from kg.model import Statement
from kg.packs import MoveKind

ABLE = frozenset({"can", "could", "ca"})
BOUND = frozenset({"must"})
FACE = frozenset({"face", "risk", "lose", "suffer"})
OPEN = frozenset({"if", "unless", "whether", "when", "once"})
LISTED = frozenset({"demand", "condition", "request"})
INCLUDE = frozenset({"include", "comprise"})


@dataclass(frozen=True, slots=True)
class Modals:
    """Finds moves made by auxiliaries and set phrases."""

    text: Text
    voices: Voices
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        for i, tag in enumerate(self.text.tags):
            if self.text.is_headline(self.text.sentence_of[i]):
                continue
            if tag == "VB" and self.text.pos[i] == "VERB":
                yield from self._modal(i)
            lemma = self.text.lemmas[i]
            if lemma == "have":
                yield from self._have(i)
            elif lemma == "set":
                yield from self._deadline(i)
            elif lemma in ("conditional", "contingent"):
                yield from self._conditional(i)
            elif lemma in INCLUDE:
                yield from self._including(i)

    def _modal(self, i: int) -> Iterator[Move]:
        subject = subject_of(self.text, i)
        if subject is None or is_passive(self.text, i) or not self.voices.is_actor(subject):
            return
        helpers = self._helpers(i)
        statement = self.voices.around(i)
        if self._is_alternative(i):
            yield from self._or_face(i, statement)
            return
        kind = self._kind(i, helpers, subject, statement)
        if kind is None:
            return
        if self.text.deps[i] == "relcl" and kind == "refusal":
            return
        by_speaker = kind == "demand"
        start, end = verb_phrase(self.text, i)
        yield Move(
            cue=i, kind=kind, start=start, end=end, head=i, rule=f"modal-{kind}", confidence=0.65,
            subject=None if by_speaker else subject, speaker=by_speaker, target=subject if by_speaker else None,
        )  # fmt: skip

    def _helpers(self, i: int) -> set[str]:
        """The verb's auxiliaries; "are going to" is a will."""
        head, found = self.text.heads[i], auxiliaries(self.text, i)
        going = self.text.lower[head] == "going" and self.text.deps[i] == "xcomp" and "to" in found
        return {*found, "will"} if going else found

    def _never(self, i: int) -> bool:
        """ "Under no circumstances", "are not going to"."""
        text = self.text
        first = text.sentences[text.sentence_of[i]][0]
        return (is_negated(text, text.heads[i]) and text.lower[text.heads[i]] == "going") or any(
            text.lower[j : j + 3] == ["under", "no", "circumstances"] for j in range(first, i)
        )

    def _eases(self, i: int) -> bool:
        """ "Would cut the duty if": a concession, though cutting may be harm."""
        moves, noun = self.text.lexicon.pack.moves, object_of(self.text, i)
        return noun is not None and self.text.lemmas[noun] in moves.barriers and self.text.lemmas[i] in moves.easing

    def _is_alternative(self, i: int) -> bool:
        beside = self.text.children[self.text.heads[i]]
        return self.text.deps[i] == "conj" and any(self.text.lower[j] == "or" for j in beside)

    def _or_face(self, i: int, statement: Statement | None) -> Iterator[Move]:
        """ "Must drop barriers or face penalties", "has until Friday to comply or face a strike": a threat."""
        governor = self.text.heads[i]
        bound = auxiliaries(self.text, governor) & {*BOUND, "to", "should"}
        if self.text.lemmas[i] in FACE and bound:
            yield Move(
                cue=i, kind="threat", start=i, end=end_of(self.text, i), head=i, rule="or-face", confidence=0.65,
                speaker=statement is not None, target=subject_of(self.text, i),
            )  # fmt: skip

    def _kind(self, i: int, helpers: set[str], subject: int, statement: Statement | None) -> MoveKind | None:
        text, moves, lemma = self.text, self.text.lexicon.pack.moves, self.text.lemmas[i]
        own = self.voices.is_self(subject, statement)
        if any(text.lower[j] in OPEN and text.deps[j] == "mark" for j in text.children[i]):
            return None
        if is_negated(text, i) or self._never(i):
            silent = lemma in moves.idle or any(lemma in verbs for verbs in text.lexicon.pack.cues.silence.values())
            refuses = helpers & (UNREAL | ABLE) and (lemma in moves.yields or (own and helpers & UNREAL and not silent))
            return "refusal" if refuses else None
        if helpers & BOUND:
            return "demand" if statement is not None and not own else "obligation" if statement is None else None
        if not helpers & UNREAL:
            return None
        conditional = condition_of(text, frozenset({i}), i) is not None
        if lemma in moves.harm and conditional:
            return "pledge" if self._eases(i) else "threat"
        if helpers & {"would", "'d", "’d"} and statement is None and not conditional:
            return None
        if lemma in moves.verb_frames and lemma not in moves.acts:
            return None
        told = own and not text.quoted[i] and lemma not in moves.idle
        return "pledge" if lemma in moves.acts or told else None

    def _have(self, i: int) -> Iterator[Move]:
        """ "Has yet to give in": a refusal; "has until Friday to reply": an obligation."""
        text, moves = self.text, self.text.lexicon.pack.moves
        subject = subject_of(text, i)
        if subject is None or not self.voices.is_actor(subject):
            return
        verbs = infinitives(text, i)
        if not verbs:
            return
        until = any(word == "until" and text.lower[j] for word, j in self._until(i))
        yet = "yet" in text.lower[i + 1 : i + 3]
        kind: MoveKind | None = "obligation" if until else None
        if yet and text.lemmas[verbs[0]] in moves.yields | moves.acts | moves.verb_frames.keys():
            kind = "refusal"
        if kind is None:
            return
        for verb in verbs:
            start, end = verb_phrase(text, verb)
            yield Move(
                cue=i, kind=kind, start=start, end=end, head=verb, rule="have-until" if until else "have-yet",
                confidence=0.75, subject=subject, negated=yet,
            )  # fmt: skip

    def _until(self, i: int) -> list[tuple[str, int]]:
        text = self.text
        return [(text.lower[j], j) for j in range(i + 1, min(i + 3, len(text.words))) if text.lower[j] == "until"]

    def _deadline(self, i: int) -> Iterator[Move]:
        """ "Set a March deadline for increasing tariffs" threatens; "set a deadline for an answer" demands."""
        text = self.text
        noun = object_of(text, i)
        if noun is None or text.lemmas[noun] not in ("deadline", "ultimatum"):
            return
        for word, j in [*prepositions(text, noun, {}), *prepositions(text, i, {})]:
            if word == "for" and j not in self.dates:
                harm = text.lemmas[j] in text.lexicon.pack.moves.harm
                span = (j, end_of(text, j)) if text.tags[j] == "VBG" else noun_phrase(text, j)
                yield Move(
                    cue=i, kind="threat" if harm else "demand", start=span[0], end=span[1], head=j, rule="set-deadline",
                    confidence=0.7, subject=subject_of(text, i),
                )  # fmt: skip
                return

    def _conditional(self, i: int) -> Iterator[Move]:
        """ "Made his consent conditional on Brazil staying": a demand."""
        text = self.text
        verb = next((h for h in (text.heads[i], text.heads[text.heads[i]]) if text.lemmas[h] == "make"), None)
        found = next((j for word, j in prepositions(text, i, self.dates) if word in ("on", "upon")), None)
        if verb is not None and found is not None:
            start, end = noun_phrase(text, found)[0], end_of(text, i)
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=found, rule="conditional-on", confidence=0.75,
                subject=subject_of(text, verb),
            )  # fmt: skip

    def _including(self, i: int) -> Iterator[Move]:
        """ "... a list of demands. They include changes to ...": the demands of the sentence before."""
        text = self.text
        first = text.sentences[text.sentence_of[i]][0]
        subject = subject_of(text, i)
        noun = object_of(text, i)
        if subject != first or first == 0 or noun is None or noun < i:
            return
        if text.lower[first] not in ("they", "these", "those"):
            return
        before = text.sentences[text.sentence_of[first - 1]]
        demands = [j for j in range(*before) if text.lemmas[j] in LISTED and text.tags[j] == "NNS"]
        if demands:
            start, end = noun_phrase(text, noun)
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=noun, rule="they-include", confidence=0.65,
                subject=self._demander(demands[-1]),
            )  # fmt: skip

    def _demander(self, noun: int) -> int | None:
        verb = noun
        while self.text.heads[verb] != verb and self.text.pos[verb] != "VERB":
            verb = self.text.heads[verb]
        return subject_of(self.text, verb)
