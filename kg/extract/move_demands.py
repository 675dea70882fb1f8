"""What is demanded, where a sentence says so of its own: "their demands are ...", "what Oslo wants is a veto"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import (
    coordinated,
    end_of,
    has_to,
    infinitives,
    noun_phrase,
    object_of,
    prepositions,
    verb_phrase,
)  # fmt: skip
from kg.extract.dates import Dated
from kg.extract.move_actors import Voices
from kg.extract.move_drafts import Move
from kg.extract.reality import doer_of
from kg.extract.subjects import subject_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated

LISTED = frozenset({"demand", "condition", "request", "precondition", "claim", "line"})
PRICES = frozenset({"condition", "precondition", "price", "requirement", "prerequisite"})
CONDITIONAL = frozenset({"conditional", "contingent"})
INCLUDE = frozenset({"include", "comprise"})
ASKED = frozenset({"demand", "insist", "request", "urge", "want", "ask", "require", "propose", "suggest", "recommend"})
WANTING = frozenset({"want", "demand", "seek", "require", "ask"})
OPENING = frozenset({":", "-", "--", "–", "—"})
CLOSING = frozenset({"-", "--", "–", "—", ";"})
LISTS = frozenset({"DT", "CD", "JJ", "JJR", "NN", "NNS", "PRP$", "VBG", "NNP", "$"})
NOUNS = frozenset({"NOUN", "PROPN", "VERB"})
LONGEST_HEAD = 12
LONGEST_LIST = 60


@dataclass(frozen=True, slots=True)
class Demands:
    """Finds demands told by a copula, a list, a condition or a deadline."""

    text: Text
    voices: Voices
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        finders = {
            "set": self._deadline, "extend": self._deadline, "be": self._is_that, "make": self._price,
            **dict.fromkeys(CONDITIONAL, self._conditional), **dict.fromkeys(INCLUDE, self._including),
            **dict.fromkeys(LISTED, self._listed), "ultimatum": self._listed,
        }  # fmt: skip
        for i, lemma in enumerate(self.text.lemmas):
            aside = lemma in ASKED and self.text.deps[i] == "advcl"
            finder = self._as_asked if aside else finders.get(lemma)
            if finder is not None and not self.text.is_headline(self.text.sentence_of[i]):
                yield from finder(i)

    def _listed(self, i: int) -> Iterator[Move]:
        """ "The union's demands - a shorter week and more pay - were met", "set two conditions: the release of"."""
        text = self.text
        last = text.sentences[text.sentence_of[i]][1]
        end = text.subtree(i)[1]
        mark = next((j for j in range(i + 1, min(last - 1, i + LONGEST_HEAD)) if text.words[j] in OPENING), None)
        if mark is None or text.tags[mark] == "HYPH":
            return
        ordered = text.words[mark] == ":" and text.tags[mark + 1] == "VB"  # "an ultimatum: leave by noon"
        if not ordered and (text.tags[i] != "NNS" or text.tags[mark + 1] not in LISTS):
            return
        if text.words[mark] != ":" and mark != i + 1 and mark >= end:
            return
        stop = next((j for j in range(mark + 1, last) if text.words[j] in CLOSING and text.tags[j] != "HYPH"), last - 1)
        if stop - mark > LONGEST_LIST or text.lower[mark + 1] in ("it", "he", "she", "they"):
            return
        owner = self._possessor(i)
        yield Move(
            cue=i, kind="demand", start=mark + 1, end=stop, head=mark + 1, rule="demands-listed", confidence=0.65,
            subject=owner if owner is not None else self._demander(i),
        )  # fmt: skip

    def _possessor(self, noun: int) -> int | None:
        return next((j for j in self.text.children[noun] if self.text.deps[j] == "poss"), None)

    def _as_asked(self, i: int) -> Iterator[Move]:
        """ "Refused to cut it, as the guild is demanding": what the clause above tells."""
        text, clause = self.text, self.text.heads[i]
        marked = any(text.lower[j] == "as" and j < i for j in text.children[i])
        behind = any(j > i and text.deps[j] in ("dobj", "ccomp", "xcomp", "prep") for j in text.children[i])
        if text.deps[i] != "advcl" or not marked or behind or clause > i or is_negated(text, i):
            return
        verbs = [verb for verb in infinitives(text, clause) if verb < i] or [clause] * has_to(text, clause)
        subject = doer_of(text, i)
        if verbs and subject is not None and self.voices.is_actor(subject):
            start, end = verb_phrase(text, verbs[0])
            yield Move(
                cue=i, kind="demand", start=start, end=min(end, text.subtree(i)[0]), head=verbs[0], rule="as-demanded",
                confidence=0.7, subject=subject,
            )  # fmt: skip

    def _price(self, i: int) -> Iterator[Move]:
        """ "Made his resignation a condition of their support": a demand."""
        text = self.text
        noun = next((j for j in text.children[i] if j > i and text.lemmas[j] in PRICES), None)
        if noun is None or not any(text.lower[j] in ("of", "for") for j in text.children[noun]):
            return
        inner = [j for j in (*text.children[noun], *text.children[i]) if i < j < noun and text.pos[j] in NOUNS]
        if inner:
            start, end = noun_phrase(text, inner[0])
            yield Move(
                cue=i, kind="demand", start=start, end=min(end, noun), head=inner[0], rule="made-a-condition",
                confidence=0.7, subject=subject_of(text, i),
            )  # fmt: skip

    def _deadline(self, i: int) -> Iterator[Move]:
        """ "Set a March deadline for increasing tariffs" threatens; "set a deadline for an answer" demands."""
        text = self.text
        noun = object_of(text, i)
        if noun is None or text.lemmas[noun] not in ("deadline", "ultimatum"):
            return
        verbs = infinitives(text, noun)
        for verb in verbs:
            start, end = verb_phrase(text, verb)
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=verb, rule="set-deadline", confidence=0.7,
                subject=subject_of(text, i),
            )  # fmt: skip
        for word, j in [] if verbs else [*prepositions(text, noun, {}), *prepositions(text, i, {})]:
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
        yield from self._among(i)
        wanting = next((j for j in text.children[i] if text.deps[j] == "csubj" and text.lemmas[j] in WANTING), None)
        if wanting is not None:
            yield from self._wanted(i, wanting)
            return
        subject = next((j for j in text.children[i] if text.deps[j] == "nsubj" and j < i), None)
        if subject is not None and text.lower[subject] == "which" and text.deps[i] == "relcl":
            subject = text.heads[i]
        if subject is None or text.lemmas[subject] not in LISTED:
            return
        if text.lemmas[subject] == "line" and text.lower[subject - 1] != "bottom":
            return
        owner = self._possessor(subject)
        clauses = [
            j for j in text.children[i] if j > i and text.deps[j] in ("ccomp", "xcomp") and text.pos[j] == "VERB"
        ]
        if not clauses and owner is not None:
            yield from self._named(i, owner)
        for verb in [v for j in clauses[:1] for v in coordinated(text, j)]:
            start, end = verb_phrase(text, verb)
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=verb, rule="demand-is", confidence=0.7, subject=owner
            )

    def _among(self, i: int) -> Iterator[Move]:
        """ "A shorter week is among their demands", "is one of the conditions": what stands before the verb."""
        text = self.text
        behind = [j for j in text.children[i] if j > i and text.deps[j] in ("attr", "prep")]
        behind += [k for j in behind for of in (j, *text.children[j]) for k in text.children[of]]
        noun = next((j for j in behind if text.lemmas[j] in LISTED and text.pos[j] == "NOUN"), None)
        subject = next((j for j in text.children[i] if text.deps[j] in ("nsubj", "csubj") and j < i), None)
        if noun is None or subject is None or text.pos[subject] == "PRON" or text.lemmas[subject] in LISTED:
            return
        owner = self._possessor(noun)
        if owner is not None:
            start, end = text.subtree(subject)
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=subject, rule="among-demands", confidence=0.7,
                subject=owner,
            )  # fmt: skip

    def _wanted(self, i: int, wanting: int) -> Iterator[Move]:
        """ "What Paris wants is a veto"."""
        subject = subject_of(self.text, wanting)
        if subject is not None and self.voices.is_actor(subject):
            yield from self._named(i, subject)

    def _named(self, i: int, subject: int) -> Iterator[Move]:
        """ "Its main demand is a ban on trawlers": the noun behind the verb."""
        noun = next((j for j in self.text.children[i] if j > i and self.text.deps[j] in ("attr", "dobj")), None)
        if noun is not None and self.text.pos[noun] in NOUNS:
            start, end = noun_phrase(self.text, noun)
            yield Move(
                cue=i, kind="demand", start=start, end=end, head=noun, rule="demand-is", confidence=0.7, subject=subject
            )

    def _including(self, i: int) -> Iterator[Move]:
        """ "... a list of demands. They include changes to ...": the demands of the sentence before."""
        text = self.text
        first = text.sentences[text.sentence_of[i]][0]
        subject = subject_of(text, i)
        noun = object_of(text, i)
        owner = self._possessor(subject) if subject is not None and text.lemmas[subject] in LISTED | {"term"} else None
        if owner is not None:
            yield from self._named(i, owner)
            return
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
