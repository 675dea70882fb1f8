"""Moves without a verb of their own: "will cut exports", "would not accept", "must act", "is to pay"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import (
    FACE,
    auxiliaries,
    end_of,
    has_to,
    infinitives,
    object_of,
    prepositions,
    verb_phrase,
)  # fmt: skip
from kg.extract.conditions import condition_of
from kg.extract.dates import Dated
from kg.extract.move_actors import FIRST_PERSON, Voices
from kg.extract.move_drafts import Move
from kg.extract.move_harm import LIKELY, WOULD, Harm, Modal
from kg.extract.reality import UNREAL, is_asked
from kg.extract.subjects import subject_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_passive
from kg.packs import MoveKind

ABLE = frozenset({"can", "could", "ca"})
BOUND = frozenset({"must"})
MODALS = UNREAL | ABLE | LIKELY | BOUND | {"is-to"}
OPEN = frozenset({"if", "unless", "whether", "when", "once"})
WARNING = frozenset({"warn", "caution", "threaten"})
INSISTING = frozenset(
    {"insist", "vow", "swear", "stress", "declare", "rule", "pledge", "promise", "repeat", "reiterate"}
)
NO = frozenset({"no", "neither"})
NEVER = frozenset({"under no circumstances", "in no circumstances", "under no condition", "on no account"})
EVALUATED = frozenset({"it", "that", "this"})
TEXTS = frozenset({"text", "plan", "term", "draft", "formula", "package", "proposal", "compromise", "scheme"})


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
        kind = self._kind(modal)
        told = self.text.deps[i] == "relcl" and modal.statement is not None and not modal.own
        if kind == "pledge" and self._is_judged(i):
            return
        if kind is None or (self.text.deps[i] == "relcl" and kind == "refusal") or (told and not self._under(i)):
            return
        by_speaker = (
            kind == "demand"
            or (kind == "threat" and self.text.lemmas[i] in FACE)
            or (modal.passive and modal.statement is not None and not modal.own)
        )
        by_speaker = by_speaker or self.text.lower[modal.subject] == "there"
        undergone = modal.passive and not modal.own
        start, end = verb_phrase(self.text, self._deed(i) if kind == "pledge" else i)
        if undergone and self.text.lower[modal.subject] not in ("it", "they", "there", "this", "that"):
            start = self.text.subtree(modal.subject)[0]  # "the fees will not be cut"
        yield Move(
            cue=i, kind=kind, start=start, end=end, head=i, rule=f"modal-{kind}", confidence=0.65,
            subject=None if by_speaker or undergone else modal.subject, speaker=by_speaker,
            target=modal.subject if by_speaker else None, planned=kind == "pledge" and modal.statement is None,
        )  # fmt: skip

    def _read(self, i: int) -> Modal | None:
        """The verb with what decides on its move; None where nobody can make one by it."""
        text, helpers = self.text, self._helpers(i)
        if not helpers & MODALS and text.lemmas[i] not in FACE:
            return None
        subject = self._subject(i)
        if subject is None or is_asked(text, i) or self._is_guessed(i):
            return None
        statement, passive = self.voices.around(i), is_passive(text, i)
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
        if text.lemmas[above] == "have" and text.deps[i] == "xcomp" and has_to(text, i) and above < i:
            possible = auxiliaries(text, above) & LIKELY if self._is_warned(above) else set()
            return possible or self._having_to(above)
        told = text.lower[above] in ("is", "are") or (text.lower[above] in ("was", "were") and self._under(above))
        if told and text.deps[i] == "xcomp" and has_to(text, i):
            return {"is-to"}
        return auxiliaries(text, i)

    def _having_to(self, i: int) -> set[str]:
        """ "Will have to accept", "has to close": must; "had to" only in what somebody says."""
        text = self.text
        kept = text.tags[i] in ("VBZ", "VBP") or bool(auxiliaries(text, i) & UNREAL)
        kept = kept or (text.tags[i] == "VBD" and self.voices.around(i) is not None)
        passive = any(is_passive(text, j) for j in text.children[i] if text.deps[j] == "xcomp")
        return {"must"} if kept and not passive and not is_negated(text, i) and object_of(text, i) is None else set()

    def _never(self, i: int) -> bool:
        """ "Under no circumstances are we going to", "would in no circumstances submit"."""
        first = self.text.sentences[self.text.sentence_of[i]][0]
        return any(" ".join(self.text.lower[j : j + 3]) in NEVER for j in range(first, i))

    def _of_none(self, i: int) -> bool:
        """ "Would guard no frontiers", "will bow to no deadline"."""
        text, noun = self.text, object_of(self.text, i)
        nouns = [noun] if noun is not None else [j for _, j in prepositions(text, i, self.dates)][:1]
        return any(text.lower[k] == "no" and text.deps[k] == "det" for j in nouns for k in text.children[j])

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

    # Which move

    def _kind(self, modal: Modal) -> MoveKind | None:
        text, i = self.text, modal.verb
        if any(text.lower[j] in OPEN and text.deps[j] == "mark" for j in text.children[i]):
            return None
        if text.lower[modal.subject] == "there":
            return self._existence(modal)
        if modal.helpers & UNREAL and self._under(i):
            return "pledge" if text.lemmas[i] not in text.lexicon.pack.moves.idle else None
        going = text.deps[i] == "xcomp" and text.lemmas[text.heads[i]] == "go"
        if is_negated(text, text.heads[i] if going else i) or self._never(i) or self._of_none(i):
            return "refusal" if self._refuses(modal) else None
        if modal.helpers & BOUND:
            return self._obliges(modal)
        if "is-to" in modal.helpers:
            above = text.heads[i]
            return "pledge" if text.lemmas[i] in text.lexicon.pack.moves.acts or self._under(above) else None
        if Harm(text, self.dates).threatens(modal):
            return "threat"
        return "pledge" if self._pledges(modal) else None

    def _existence(self, modal: Modal) -> MoveKind | None:
        """ "There will be no extension": a refusal."""
        nouns = [j for j in self.text.children[modal.verb] if self.text.deps[j] in ("attr", "nsubj") and j > modal.verb]
        none = any(self.text.lower[k] in NO for j in nouns for k in (*self.text.children[j], j))
        ruled = self.text.lemmas[self.text.heads[modal.verb]] in INSISTING
        none = none and (ruled or any(self.text.lemmas[j] in self.text.lexicon.pack.moves.boons for j in nouns))
        if none and modal.conditional and modal.helpers & UNREAL and modal.statement is not None:
            return "threat"
        return (
            "refusal"
            if none and not modal.warned and modal.helpers & (UNREAL | ABLE) and modal.statement is not None
            else None
        )

    def _obliges(self, modal: Modal) -> MoveKind | None:
        if modal.statement is None:
            return None if modal.passive else "obligation"
        return None if modal.own else "demand"

    def _refuses(self, modal: Modal) -> bool:
        """ "Would not accept", "will not guard", "would not be bound"."""
        text, moves, i = self.text, self.text.lexicon.pack.moves, modal.verb
        lemma = text.lemmas[i]
        if not modal.helpers & (UNREAL | ABLE):
            return False
        if modal.passive:
            denied = modal.statement is not None and bool(modal.helpers & UNREAL) and lemma in moves.yields
            return lemma in moves.unbowed if modal.own else denied
        if lemma == "be":
            nouns = [j for j in text.children[i] if text.deps[j] in ("attr", "acomp")]
            thing = text.pos[modal.subject] == "PRON" and text.lower[modal.subject] not in FIRST_PERSON
            kept = {text.lemmas[j] for j in nouns} & moves.unbowed or (
                not thing and text.deps[nouns[0]] == "attr" if nouns else False
            )
            return modal.own and bool(kept)
        silent = lemma in moves.idle or any(lemma in verbs for verbs in text.lexicon.pack.cues.silence.values())
        return lemma in moves.yields or (modal.own and bool(modal.helpers & UNREAL) and not silent)

    def _deed(self, i: int) -> int:
        """The verb that says what is done: of "would try to reduce", the second."""
        text = self.text
        if text.lemmas[i] not in text.lexicon.pack.moves.trying:
            return i
        gerunds = [j for j in text.children[i] if text.deps[j] == "xcomp" and text.tags[j] == "VBG" and j > i]
        return next(iter(infinitives(text, i) or gerunds), i)

    def _pledges(self, modal: Modal) -> bool:
        """An act that parties bind themselves to; in reported speech whatever one's own side says it will do."""
        text, moves, lemma = self.text, self.text.lexicon.pack.moves, self.text.lemmas[self._deed(modal.verb)]
        if modal.helpers & LIKELY:
            return modal.own and modal.conditional and lemma in moves.acts and not modal.passive
        if not modal.helpers & UNREAL:
            return False
        if modal.helpers & WOULD and modal.statement is None and not modal.conditional:
            return False
        if modal.passive:
            eased = text.lemmas[modal.subject] in moves.barriers | moves.boons | moves.parties
            return lemma in moves.acts and (modal.own or eased)
        if self._deed(modal.verb) != modal.verb and not modal.own:
            return False
        if lemma in moves.idle:
            return lemma in moves.acts and object_of(text, modal.verb) is not None
        return lemma in moves.acts or (modal.own and self._is_done_to(modal.verb))

    def _is_done_to(self, i: int) -> bool:
        """A deed that has an object: "will vote" and "would hurt" promise nothing."""
        deed = self._deed(i)
        beside = prepositions(self.text, deed, self.dates)
        party = self.voices.is_actor
        return object_of(self.text, deed) is not None or any(word != "with" or party(j) for word, j in beside)

    def _under(self, i: int) -> bool:
        """ "Under the deal, Oslo will": what a text binds its parties to."""
        text = self.text
        pacts = text.lexicon.pack.moves.noun_frames
        above = [(word, j) for word, j in prepositions(text, i, self.dates) if word == "under"]
        above += [("under", k) for j in text.children[i] if text.lower[j] == "under" for k in text.children[j]]
        above = [(word, text.heads[i] if text.lower[j] == "which" else j) for word, j in above]
        bound = {"agreement", "pledge"}
        return any(
            text.lemmas[j] in TEXTS or any(f.kind in bound for f in pacts.get(text.lemmas[j], ())) for _, j in above
        )
