"""Deeds that their sentence ties to a word given: "sent the ships, as it had promised", "struck despite its pledge"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import EDGES, auxiliaries, end_of, object_of, prepositions
from kg.extract.dates import Dated
from kg.extract.move_actors import OWNED, Voices
from kg.extract.move_drafts import Move
from kg.extract.reality import ONLY_POSSIBLE, UNCERTAIN, UNREAL, doer_of, is_asked
from kg.extract.subjects import subject_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_passive
from kg.packs import MoveKind

GIVING = frozenset({"promise", "pledge", "agree", "vow", "undertake", "threaten", "swear", "guarantee"})
ASKING = frozenset({"demand", "request", "ask", "urge"})
GIVEN = frozenset({"pledge", "agreement", "threat"})
CONTENTS = frozenset({"dobj", "xcomp", "ccomp", "oprd"})
ACCORDING = (
    ("in", "line", "with"),
    ("in", "keeping", "with"),
    ("in", "accordance", "with"),
    ("true", "to"),
    ("under",),
)
AGAINST = (("despite",), ("notwithstanding",), ("contrary", "to"), ("in", "spite", "of"))
BESIDE = frozenset({"advcl", "advmod", "prep", "npadvmod"})
SOONER = frozenset({"earlier", "sooner", "faster", "quicker"})
SHORT = frozenset({"later", "less", "fewer", "slower"})
LIMITED = frozenset({"pump", "produce", "export", "catch", "mine", "emit", "import", "land", "spend", "borrow", "fish"})
SCANTY = frozenset({"only", "barely", "merely", "hardly", "scarcely", "just", "half"})


@dataclass(frozen=True, slots=True)
class Deeds:
    """Finds what was done as it had been promised, threatened or asked, or against the word given."""

    text: Text
    voices: Voices

    def find(self) -> Iterator[Move]:
        text = self.text
        nouns = text.lexicon.pack.moves.noun_frames
        for i, lemma in enumerate(text.lemmas):
            found: tuple[int, MoveKind] | None = None
            if lemma in GIVING | ASKING and text.tags[i] in ("VBD", "VBN"):
                found = self._as_said(i) or self._than_said(i) or self._of_those(i)
            elif text.pos[i] == "NOUN" and any(frame.kind in GIVEN for frame in nouns.get(lemma, ())):
                found = self._by_word(i)
            if found and not text.is_headline(text.sentence_of[i]) and is_told(text, found[0]):
                yield from self._move(i, *found)

    def _move(self, i: int, deed: int, kind: MoveKind) -> Iterator[Move]:
        text = self.text
        subject = self._giver(i) if text.lemmas[i] in GIVING else None
        subject = doer_of(text, deed) if subject is None else subject
        done = self.voices.is_actor(subject) if subject is not None else is_passive(text, deed)
        if not done:
            return
        start, end = deed_span(text, deed)
        yield Move(
            cue=i, kind=kind, start=start, end=max(deed + 1, min(end, self._opening(i, deed))), head=deed,
            rule="deed-as-said", confidence=0.75, subject=subject,
        )  # fmt: skip

    def _giver(self, i: int) -> int | None:
        """Who gave the word, where that is named: "miners struck, as their union had threatened"."""
        found = subject_of(self.text, i) if self.text.pos[i] == "VERB" else None
        named = found is not None and self.text.pos[found] != "PRON" and self.text.deps[i] == "advcl"
        return found if named else None

    def _opening(self, i: int, deed: int) -> int:
        """Where what ties the deed to the word begins: the deed is told before it, or after it."""
        above = i
        while self.text.heads[above] != deed and self.text.heads[above] != above:
            above = self.text.heads[above]
        first = self.text.subtree(above)[0] if self.text.deps[above] in BESIDE else 0
        while first > deed and self.text.words[first - 1] in (",", "-", "–", "—", "--"):
            first -= 1
        return first if first > deed else len(self.text.words)

    def _as_said(self, i: int) -> tuple[int, MoveKind] | None:
        """ "As it had promised", "as agreed in April"; "as it promised tariffs" only says when."""
        text, deed = self.text, self.text.heads[i]
        marked = any(text.lower[j] == "as" and j < i for j in text.children[i])
        told = any(text.deps[j] in CONTENTS and j > i and text.lemmas[j] != "do" for j in text.children[i])
        if text.deps[i] != "advcl" or not marked or told or is_negated(text, i) or auxiliaries(text, i) & UNREAL:
            return None
        if not is_negated(text, deed):
            return deed, "fulfilment"
        return (deed, "breach") if text.lemmas[i] in GIVING - {"threaten"} else None

    def _than_said(self, i: int) -> tuple[int, MoveKind] | None:
        """ "Three years earlier than it promised", "less than agreed"."""
        text, compared = self.text, self.text.heads[i]
        if not any(text.lower[j] == "than" and j < i for j in text.children[i]):
            return None
        deed = self._verb_above(compared)
        if deed is None or is_negated(text, deed):
            return None
        if text.lower[compared] in SOONER:
            return deed, "fulfilment"
        past = SHORT | ({"more"} if text.lemmas[deed] in LIMITED else set())
        return (deed, "breach") if text.lower[compared] in past and text.lemmas[i] in GIVING else None

    def _of_those(self, i: int) -> tuple[int, MoveKind] | None:
        """ "Sent only six of the ships it had promised"."""
        text, above = self.text, self.text.heads[i]
        hung = any(text.lower[j] == "that" and text.deps[j] == "mark" for j in text.children[i])
        if text.deps[i] not in ("relcl", "acl") and not (text.deps[i] == "ccomp" and hung):
            return None
        deed = self._verb_above(above)
        if deed is None or deed > i or text.lemmas[i] not in GIVING - {"threaten"}:
            return None
        inside = set(text.lower[deed + 1 : text.subtree(i)[0]])
        scanty = "of" in inside and SCANTY & inside and not is_negated(text, deed)
        return (deed, "breach") if scanty else None

    def _follows(self, first: int, leads: tuple[tuple[str, ...], ...]) -> bool:
        return any(tuple(self.text.lower[first - len(lead) : first]) == lead for lead in leads)

    def _by_word(self, i: int) -> tuple[int, MoveKind] | None:
        """ "In line with its undertaking", "under its agreement with Chad"; "despite its promise to"."""
        text, first = self.text, self.text.subtree(i)[0]
        own = any(text.deps[j] == "poss" and text.lower[j] in OWNED for j in text.children[i])
        deed = self._verb_above(i) if own else None
        if deed is None or text.lower[first] not in OWNED:
            return None
        if self._follows(first, ACCORDING):
            return None if is_negated(text, deed) else (deed, "fulfilment")
        against = self._follows(first, AGAINST)
        kept = any(frame.kind != "threat" for frame in text.lexicon.pack.moves.noun_frames[text.lemmas[i]])
        return (deed, "breach") if against and kept else None

    def _verb_above(self, i: int) -> int | None:
        text, above = self.text, i
        while text.pos[above] != "VERB" and text.heads[above] != above:
            above = text.heads[above]
        return above if text.pos[above] == "VERB" else None


def is_told(text: Text, deed: int) -> bool:
    """Whether the verb tells what was done, or was not: of the past, without an auxiliary of what may be."""
    helpers = auxiliaries(text, deed)
    past = text.tags[deed] in ("VBD", "VBN") or bool(helpers & {"did", "has", "have", "had"})
    marks = {text.lower[j] for j in text.children[deed] if text.deps[j] in ("mark", "advmod") and j < deed}
    lemma = text.lemmas[deed]
    pack = text.lexicon.pack
    spoken = lemma in pack.cues.speech | pack.cues.mental and object_of(text, deed) is None
    said = spoken or lemma in pack.moves.blaming | GIVING
    asked = is_asked(text, deed) and "when" not in marks
    open_ = helpers & (UNREAL | ONLY_POSSIBLE) or marks & UNCERTAIN or asked
    return past and not said and not open_ and text.deps[deed] not in ("amod", "compound")


def deed_span(text: Text, deed: int) -> tuple[int, int]:
    """The deed's words: from the verb on, of a passive from its subject on."""
    passive = next((j for j in text.children[deed] if text.deps[j] == "nsubjpass"), None)
    beside = next(
        (j for j in text.children[deed] if j > deed and text.tags[j] == "VBG" and text.deps[j] == "advcl"), None
    )
    end = end_of(text, deed) if beside is None else min(end_of(text, deed), text.subtree(beside)[0])
    while end > deed + 1 and text.words[end - 1] in EDGES:
        end -= 1
    return (deed if passive is None else text.subtree(passive)[0]), end


def deed_so_told(text: Text, i: int, dates: dict[int, Dated]) -> tuple[int, int] | None:
    """The deed that a participle calls a word kept or broken, and that word: "closed its ports, honouring a pledge"."""
    deed = text.heads[i]
    if text.tags[i] != "VBG" or text.deps[i] != "advcl" or deed > i or text.pos[deed] != "VERB":
        return None
    noun = object_of(text, i)
    nouns = [j for j in [noun, *(j for _, j in prepositions(text, i, dates))] if j is not None]
    frames = text.lexicon.pack.moves.noun_frames
    words = [j for j in nouns if any(frame.kind in GIVEN | {"demand"} for frame in frames.get(text.lemmas[j], ()))]
    return (deed, words[0]) if words and is_told(text, deed) and not is_negated(text, deed) else None
