"""Set phrases that make moves: "has yet to", "had until Friday to", "set a deadline for", "a list of demands"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import auxiliaries, end_of, infinitives, noun_phrase, prepositions, verb_phrase
from kg.extract.conditions import condition_of
from kg.extract.dates import Dated
from kg.extract.move_actors import Voices
from kg.extract.move_drafts import Move
from kg.extract.reality import doer_of, reality_of
from kg.extract.subjects import subject_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated
from kg.packs import MoveKind

PERIODS = frozenset({"day", "hour", "week", "month", "deadline", "ultimatum"})
CLOSED = frozenset({"negotiable", "question", "discussion", "negotiation"})
PENALTIES = frozenset({"pain", "penalty", "threat"})
REPORTS = frozenset(
    {"report", "claim", "allegation", "accusation", "charge", "suggestion", "rumour", "rumor", "story", "assertion"}
)
FALSE = frozenset(
    {"baseless", "unfounded", "untrue", "false", "groundless", "fabricated", "nonsense", "rubbish", "fantasy", "lie",
     "fabrication", "fiction", "invention", "incorrect", "inaccurate"}
)  # fmt: skip
WAYS = frozenset({"choice", "option", "alternative"})
WARNING = frozenset({"warn", "caution", "notify", "threaten", "hint", "warning"})
# What becomes of a good thing that is held over others: "orders might go elsewhere".
FADING = frozenset({"go", "stop", "end", "cease", "lapse", "dry", "suffer", "expire", "disappear", "vanish", "shrink"})
WILLING = frozenset(
    {"mood", "wish", "desire", "reason", "plan", "inclination", "appetite", "disposition", "hurry", "need"}
)
IDLE_TALK = frozenset(
    {"think", "believe", "fear", "doubt", "worry", "know", "hurry", "panic", "be", "expect", "complain"}
)
LEAST = ("less than", "short of", "under", "below")
SUFFICING = frozenset({"acceptable", "enough", "do", "satisfy", "suffice", "accept", "settle"})
WOULD = frozenset({"would", "will", "'ll", "’ll", "'d", "’d", "could", "might", "may"})


@dataclass(frozen=True, slots=True)
class SetPhrases:
    """Finds moves made by set phrases."""

    text: Text
    voices: Voices
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        finders = {
            "have": self._have, "give": self._have, "nothing": self._least, **dict.fromkeys(CLOSED, self._closed),
            **dict.fromkeys(PENALTIES, self._on_pain), "truth": self._untrue,
            **dict.fromkeys(FALSE, self._false),
            **dict.fromkeys(WILLING, self._unwilling), **dict.fromkeys(WAYS, self._only_way),
            **dict.fromkeys(WARNING, self._warning),
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
        """ "The island is not negotiable", "a delay is out of the question", "no question of a delay": a refusal."""
        text = self.text
        if text.lower[i - 1] == "no" and text.lower[i + 1 : i + 2] == ["of"] and self.voices.around(i) is not None:
            yield from self._no_question(i)
            return
        out = text.lower[i - 3 : i + 1] == ["out", "of", "the", "question"]
        out = out or text.lower[i - 3 : i] in (["not", "open", "to"], ["not", "up", "for"])
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

    def _no_question(self, i: int) -> Iterator[Move]:
        """ "There can be no question of a delay"."""
        for word, j in prepositions(self.text, i, self.dates):
            if word == "of":
                start, end = (j, end_of(self.text, j)) if self.text.tags[j] == "VBG" else noun_phrase(self.text, j)
                yield Move(
                    cue=i, kind="refusal", start=start, end=end, head=j, rule="no-question-of", confidence=0.65,
                    speaker=True,
                )  # fmt: skip

    def _on_pain(self, i: int) -> Iterator[Move]:
        """ "Told to leave on pain of arrest", "under threat of expulsion": a threat."""
        text = self.text
        if text.lower[i - 1] not in ("on", "under") or text.lower[i + 1 : i + 2] != ["of"]:
            return
        for j in (k for word, k in prepositions(text, i, self.dates) if word == "of"):
            start, end = noun_phrase(text, j)
            yield Move(
                cue=i, kind="threat", start=start, end=end, head=j, rule="on-pain-of", confidence=0.7,
                speaker=self.voices.around(i) is not None,
            )  # fmt: skip

    def _unwilling(self, i: int) -> Iterator[Move]:
        """ "Was in no mood to yield", "saw no reason to lift it", "has no plans to pay": a refusal."""
        text = self.text
        if text.lower[i - 1] != "no" or text.lower[i + 1 : i + 2] != ["to"] or text.tags[i + 2 : i + 3] != ["VB"]:
            return
        holder = text.heads[i] if text.lower[i - 2] != "in" else text.heads[text.heads[i]]
        subject, verb = subject_of(text, holder), i + 2
        silent = any(text.lemmas[verb] in verbs for verbs in text.lexicon.pack.cues.silence.values())
        party = subject is not None and (self.voices.is_actor(subject) or self._is_speaker(subject))
        if party and not silent and reality_of(text, holder) is not None and text.lemmas[verb] not in IDLE_TALK:
            start, end = verb_phrase(text, verb)
            yield Move(
                cue=i, kind="refusal", start=start, end=end, head=verb, rule="no-wish-to", confidence=0.65,
                subject=subject, negated=True,
            )  # fmt: skip

    def _least(self, i: int) -> Iterator[Move]:
        """ "Nothing under 80 million would be acceptable", "would settle for nothing less than a veto": a demand."""
        text = self.text
        least = next((words for words in LEAST if " ".join(text.lower[i + 1 : i + 3]).startswith(words)), None)
        verb = i
        while least is not None and text.heads[verb] != verb and text.pos[verb] not in ("VERB", "AUX"):
            verb = text.heads[verb]
        told = {text.lemmas[verb], *(text.lemmas[j] for j in text.children[verb])} & SUFFICING
        if least is None or not told or not auxiliaries(text, verb) & WOULD:
            return
        after = i + 1 + len(least.split())
        noun = next((j for j in range(after, text.subtree(i)[1]) if text.deps[j] == "pobj"), None)
        if noun is not None:
            subject = subject_of(text, verb)
            own = subject is None or subject == i
            yield Move(
                cue=i, kind="demand", start=after, end=max(noun + 1, noun_phrase(text, noun)[1]), head=noun,
                rule="nothing-less", confidence=0.7, subject=None if own else subject, speaker=own,
            )  # fmt: skip

    def _untrue(self, i: int) -> Iterator[Move]:
        """ "There is no truth in reports that": a denial of the speaker's."""
        text = self.text
        if text.lower[i - 1] != "no" or self.voices.around(i) is None:
            return
        for word, j in prepositions(text, i, self.dates):
            if word in ("in", "to") and text.lemmas[j] in REPORTS:
                start, end = noun_phrase(text, j)
                yield Move(
                    cue=i, kind="denial", start=start, end=end, head=j, rule="no-truth-in", confidence=0.7, speaker=True
                )

    def _false(self, i: int) -> Iterator[Move]:
        """ "The reports were pure fantasy", "called the claim baseless": a denial."""
        text, verb = self.text, i
        while text.heads[verb] != verb and text.pos[verb] not in ("VERB", "AUX"):
            verb = text.heads[verb]
        said = next((j for j in text.children[verb] if text.lemmas[j] in REPORTS and j < i), None)
        told = self.voices.around(i) is not None
        if said is None or (text.deps[said] == "nsubj" and (text.lemmas[verb] != "be" or not told)):
            return
        start, end = noun_phrase(text, said)
        own = text.deps[said] != "dobj"
        yield Move(
            cue=i, kind="denial", start=start, end=end, head=said, rule="false-report", confidence=0.65, speaker=own,
            subject=None if own else subject_of(text, verb),
        )  # fmt: skip

    def _warning(self, i: int) -> Iterator[Move]:
        """ "Warned that a strike would follow", "that every promise would be void if": harm that comes of itself."""
        text, subject = self.text, subject_of(self.text, i)
        clause = next((j for j in text.children[i] if text.deps[j] in ("ccomp", "parataxis")), None)
        if (
            clause is None
            or subject is None
            or text.lemmas[subject] in text.lexicon.pack.moves.watching
            or reality_of(text, i) is None
        ):
            return
        bearer = next((j for j in text.children[clause] if text.deps[j] in ("nsubj", "nsubjpass")), None)
        bound = text.lemmas[clause] == "have"  # "will have to accept" demands
        if bearer is None or bound or not auxiliaries(text, clause) & WOULD or self._is_speaker(bearer):
            return
        moves = text.lexicon.pack.moves
        event = text.lemmas[bearer] in moves.hostile | moves.barriers
        event = event or (text.lemmas[bearer] in moves.boons and text.lemmas[clause] in FADING)
        led = text.lower[text.subtree(bearer)[0]] in ("any", "every", "all", "anyone")
        supposed = text.lemmas[i] != "hint" and condition_of(text, frozenset({clause}), clause) is not None
        described = text.lemmas[i] == "hint" and text.lemmas[clause] == "be"  # "hinted that the strike would be short"
        if (event or led or supposed) and not described:
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
