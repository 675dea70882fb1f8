"""Adjectives that make moves: "is ready to pay", "is resistant to changes", "is bound by the treaty"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import end_of, infinitives, noun_phrase, prepositions, verb_phrase
from kg.extract.dates import Dated
from kg.extract.move_drafts import Move
from kg.extract.reality import reality_of
from kg.extract.subjects import subject_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_passive
from kg.packs import MoveFrame

TOLD = frozenset({"understand", "say", "believe", "report", "know", "think"})


@dataclass(frozen=True, slots=True)
class Adjectives:
    """Finds moves made by adjectives behind a copula."""

    text: Text
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        frames = self.text.lexicon.pack.moves.adjective_frames
        for i, word in enumerate(self.text.lower):
            found = frames.get(word) if self.text.pos[i] in ("ADJ", "VERB") else None
            if found and not self.text.is_headline(self.text.sentence_of[i]):
                yield from self._adjective(i, found)

    def _adjective(self, i: int, frames: tuple[MoveFrame, ...]) -> Iterator[Move]:
        """ "Is committed to cutting", "are resistant to changes", "was not prepared to sign"."""
        text = self.text
        copula = text.heads[i] if text.deps[i] in ("acomp", "attr", "oprd") else i
        if text.lemmas[copula] not in ("be", "remain", "stay", "seem", "stand") and not self._has_be(i):
            return
        negated = is_negated(text, copula) or is_negated(text, i)
        for frame in frames:
            kind = frame.negated if negated else frame.kind
            real = reality_of(text, copula) == "real" or self._is_said_to_be(copula)
            if kind is None or text.deps[copula] == "relcl" or (not negated and not real):
                continue
            verbs = infinitives(text, i) if "infinitive" in frame.takes else []
            parts = [(*verb_phrase(text, v), v) for v in verbs] or [
                (j, end_of(text, j), j) if text.tags[j] == "VBG" else (*noun_phrase(text, j), j)
                for word, j in prepositions(text, i, self.dates) if word in frame.preps
            ]  # fmt: skip
            for start, end, head in parts:
                if kind == "pledge" and is_negated(text, head):  # "determined not to give way"
                    kind = "refusal"
                hostile = text.lemmas[head] in text.lexicon.pack.moves.hostile
                if kind == "threat" and not hostile:
                    continue
                yield Move(
                    cue=i, kind="threat" if hostile and kind == "pledge" else kind, start=start, end=end, head=head,
                    rule="adjective", confidence=0.7, subject=self._bearer(copula),
                )  # fmt: skip
            if parts:
                return

    def _bearer(self, copula: int) -> int | None:
        """Of whom the adjective is told: "Sweden" of "Sweden is bound by the treaty"."""
        passive = next((j for j in self.text.children[copula] if self.text.deps[j] == "nsubjpass"), None)
        return passive if passive is not None else subject_of(self.text, copula)

    def _is_said_to_be(self, copula: int) -> bool:
        """ "Is understood to be ready", "is said to be willing": told of as so."""
        above = self.text.heads[copula]
        return self.text.deps[copula] == "xcomp" and self.text.lemmas[above] in TOLD and is_passive(self.text, above)

    def _has_be(self, i: int) -> bool:
        return any(
            self.text.lemmas[j] == "be" for j in self.text.children[i] if self.text.deps[j] in ("auxpass", "aux")
        )
