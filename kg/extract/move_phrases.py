"""Set phrases that make moves: "has yet to", "had until Friday to", "set a deadline for", "a list of demands"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import (
    auxiliaries,
    coordinated,
    end_of,
    infinitives,
    is_negated,
    noun_phrase,
    object_of,
    prepositions,
    verb_phrase,
)
from kg.extract.conditions import condition_of
from kg.extract.cues import subject_of
from kg.extract.dates import Dated
from kg.extract.move_actors import Voices
from kg.extract.move_drafts import Move
from kg.extract.reality import doer_of, reality_of
from kg.extract.text import Text
from kg.packs import MoveKind

LISTED = frozenset({"demand", "condition", "request"})
PERIODS = frozenset({"day", "hour", "week", "month", "deadline", "ultimatum"})
CONDITIONAL = frozenset({"conditional", "contingent"})
WAYS = frozenset({"choice", "option", "alternative"})
WARNING = frozenset({"warn", "caution", "notify", "threaten"})
WOULD = frozenset({"would", "will", "'ll", "’ll", "'d", "’d", "could", "might", "may"})
INCLUDE = frozenset({"include", "comprise"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds moves made by set phrases."""

    text: Text
    voices: Voices
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        finders = {
            "have": self._have, "give": self._have, "set": self._deadline, "be": self._is_that,
            **dict.fromkeys(CONDITIONAL, self._conditional), **dict.fromkeys(INCLUDE, self._including),
            "negotiable": self._closed, "question": self._closed,
            **dict.fromkeys(WAYS, self._only_way), **dict.fromkeys(WARNING, self._warning),
        }  # fmt: skip
        for i, lemma in enumerate(self.text.lemmas):
            finder = finders.get(lemma)
            if finder is not None and not self.text.is_headline(self.text.sentence_of[i]):
                yield from finder(i)

    def _have(self, i: int) -> Iterator[Move]:
        """ "Has yet to give in": a refusal; "has until Friday to reply", "was given ten days to": an obligation."""
        text = self.text
        subject = self._bearer(i)
        if subject is None or not self.voices.is_actor(subject):
            return
        verbs = infinitives(text, i)
        kind = self._delay(i, verbs)
        if kind is None:
            return
        giver = doer_of(text, i) if text.lemmas[i] == "give" else None
        yet = kind == "refusal"
        for verb in verbs:
            start, end = verb_phrase(text, verb)
            yield Move(
                cue=i, kind=kind if giver is None else "demand", start=start, end=end, head=verb,
                rule="have-yet" if yet else "have-until", confidence=0.75, subject=subject if giver is None else giver,
                target=None if giver is None else subject, negated=yet,
            )  # fmt: skip

    def _only_way(self, i: int) -> Iterator[Move]:
        """ "Would have no choice but to sue", "left with no option but to strike": a threat; "to accept" is none."""
        text, moves = self.text, self.text.lexicon.pack.moves
        if text.lower[i - 1] not in ("no", "little", "other") or text.lower[i + 1 : i + 3] != ["but", "to"]:
            return
        governor = text.heads[i] if text.lower[text.heads[i]] != "with" else text.heads[text.heads[i]]
        past = text.tags[governor] == "VBD" and self.voices.around(i) is None
        verb = next((j for j in range(i + 3, min(i + 6, len(text.tags))) if text.tags[j] == "VB"), None)
        if verb is None or past or text.lemmas[verb] in moves.idle | (moves.yields - moves.hostile):
            return
        passive = next((j for j in text.children[governor] if text.deps[j] == "nsubjpass"), None)
        start, end = verb_phrase(text, verb)
        yield Move(
            cue=i, kind="threat", start=start, end=end, head=verb, rule="no-choice-but", confidence=0.7,
            subject=passive if passive is not None else subject_of(text, governor),
        )  # fmt: skip

    def _closed(self, i: int) -> Iterator[Move]:
        """ "The island is not negotiable", "a delay was out of the question": the speaker refuses it."""
        text = self.text
        out = text.lower[i - 3 : i + 1] == ["out", "of", "the", "question"]
        verb = i
        while text.heads[verb] != verb and text.lemmas[verb] != "be":
            verb = text.heads[verb]
        closed = out or (text.lemmas[i] == "negotiable" and is_negated(text, verb))
        subject = subject_of(text, verb) if text.lemmas[verb] == "be" else None
        if closed and subject is not None and self.voices.around(i) is not None:
            yield Move(
                cue=i, kind="refusal", start=text.subtree(subject)[0], end=i + 1, head=verb, rule="out-of-question",
                confidence=0.65, speaker=True,
            )  # fmt: skip

    def _warning(self, i: int) -> Iterator[Move]:
        """ "Warned that a strike would follow", "that every promise would be void if": harm that comes of itself."""
        text, subject = self.text, subject_of(self.text, i)
        clause = next((j for j in text.children[i] if text.deps[j] in ("ccomp", "parataxis") and j > i), None)
        if (
            clause is None
            or subject is None
            or text.lemmas[subject] in text.lexicon.pack.moves.watching
            or reality_of(text, i) is None
        ):
            return
        bearer = next((j for j in text.children[clause] if text.deps[j] in ("nsubj", "nsubjpass")), None)
        if bearer is None or not auxiliaries(text, clause) & WOULD or self._is_speaker(bearer):
            return
        event = text.lemmas[bearer] in text.lexicon.pack.moves.hostile | text.lexicon.pack.moves.barriers
        led = text.lower[text.subtree(bearer)[0]] in ("any", "every", "all", "anyone")
        if event or led or condition_of(text, frozenset({clause}), clause) is not None:
            start = text.subtree(clause)[0] + (text.lower[text.subtree(clause)[0]] == "that")
            yield Move(
                cue=i, kind="threat", start=start, end=end_of(text, clause), head=clause, rule="warning-that",
                confidence=0.65, subject=subject,
            )  # fmt: skip

    def _is_speaker(self, token: int) -> bool:
        """What a party says of itself is read where auxiliaries are."""
        return self.voices.is_own(token, self.voices.around(token))

    def _bearer(self, i: int) -> int | None:
        """Who has the time, or is given it."""
        text = self.text
        if text.lemmas[i] == "have":
            return subject_of(text, i)
        return next((j for j in text.children[i] if text.deps[j] in ("nsubjpass", "dative", "dobj")), None)

    def _delay(self, i: int, verbs: list[int]) -> MoveKind | None:
        text, moves = self.text, self.text.lexicon.pack.moves
        if not verbs:
            return None
        before = range(i + 1, min(verbs[0], i + 7))
        if "yet" in text.lower[i + 1 : i + 3]:
            return "refusal" if text.lemmas[verbs[0]] in moves.yields | moves.acts | moves.verb_frames.keys() else None
        if any(text.lower[j] == "until" or text.lemmas[j] in PERIODS for j in before):
            return "obligation"
        return None

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
        above = (text.heads[i], text.heads[text.heads[i]])
        verb = next((h for h in above if text.lemmas[h] in ("make", "be", "remain", "keep")), None)
        below = [pair for j in (i, verb) if j is not None for pair in prepositions(text, j, self.dates)]
        found = next((j for word, j in below if word in ("on", "upon") and j > i), None)
        if verb is not None and found is not None:
            start, end = noun_phrase(text, found)[0], max(noun_phrase(text, found)[1], end_of(text, i))
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=found, rule="conditional-on", confidence=0.75,
                subject=subject_of(text, verb),
            )  # fmt: skip

    def _is_that(self, i: int) -> Iterator[Move]:
        """ "The conditions are that they release the crew and lift the ban", "its demand is to lift it": a demand."""
        text = self.text
        subject = next((j for j in text.children[i] if text.deps[j] == "nsubj" and j < i), None)
        if subject is not None and text.lower[subject] == "which" and text.deps[i] == "relcl":
            subject = text.heads[i]
        if subject is None or text.lemmas[subject] not in LISTED:
            return
        owner = next((j for j in text.children[subject] if text.deps[j] == "poss"), None)
        clauses = [
            j for j in text.children[i] if j > i and text.deps[j] in ("ccomp", "xcomp") and text.pos[j] == "VERB"
        ]
        for verb in [v for j in clauses[:1] for v in coordinated(text, j)]:
            start, end = verb_phrase(text, verb)
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=verb, rule="demand-is", confidence=0.7, subject=owner
            )

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
