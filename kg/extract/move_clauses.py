"""The clause that a verb's move is about: "vowed that it would pay", "We will pay," X promised."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses import auxiliaries, coordinated, end_of, has_to, verb_phrase
from kg.extract.contents import Contents
from kg.extract.cues import Cue
from kg.extract.dates import Dated
from kg.extract.found import head_of
from kg.extract.move_drafts import Part
from kg.extract.reality import ONLY_POSSIBLE, UNREAL
from kg.extract.subjects import subject_of
from kg.extract.tags import PREDICATES
from kg.extract.text import Text
from kg.packs import MoveFrame

TIMES = frozenset({"day", "week", "month", "year", "night", "morning", "afternoon", "evening", "decade"})
DUE = frozenset({"must", "should", "shall"})


@dataclass(frozen=True, slots=True)
class Clauses:
    """Finds the clause below a verb, or before it."""

    text: Text
    dates: dict[int, Dated]

    def of(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        for j in text.children[i]:
            if text.deps[j] == "ccomp" and j > i and not is_gerund(text, j) and not has_to(text, j):
                if frame.kind in ("pledge", "agreement") and not self._binds(j, frame.kind):
                    return []
                if "duty" in frame.takes and not self._is_due(i, j):
                    return []
                start = text.subtree(j)[0]
                if text.lower[start] != "that" and any(i < k < j and text.deps[k] == "dobj" for k in text.children[i]):
                    continue
                first = (start + (text.lower[start] == "that"), end_of(text, j), j)
                more = coordinated(text, j)[1:] if frame.kind == "demand" and text.tags[j] == "VB" else []
                return [first, *((*verb_phrase(text, k), k) for k in more)]
        return self._hung(i, frame) or (self._spoken(i) if frame.kind in ("pledge", "threat") else [])

    def _hung(self, i: int, frame: MoveFrame) -> list[Part]:
        """ "Has denied for years that they exist": the clause that the parser hung on a time."""
        text = self.text
        below = [j for k in text.children[i] if k > i for j in (k, *text.children[k])]
        times = [j for j in below if text.lemmas[j] in TIMES or j in self.dates]
        for verb in (k for j in times for k in text.children[j] if text.deps[k] in ("relcl", "acl")):
            start = text.subtree(verb)[0]
            marked = text.lower[start] == "that" and text.deps[start] == "mark"
            if marked and "duty" not in frame.takes and (frame.kind != "pledge" or self._binds(verb, frame.kind)):
                return [(start + 1, end_of(text, verb), verb)]
        return []

    def _binds(self, verb: int, kind: str) -> bool:
        """ "That the truce should last", "that it be extended": what is to be; no one pledges what others must."""
        helpers = auxiliaries(self.text, verb)
        agreed = kind == "agreement" and (self.text.tags[verb] == "VB" or "should" in helpers)
        return agreed or bool(helpers & UNREAL)

    def _is_due(self, i: int, verb: int) -> bool:
        """ "Insisted that it be paid", "that they pay", "must pay": what is to be, and not what is."""
        text, helpers = self.text, auxiliaries(self.text, verb)
        bare = text.tags[verb] == "VB" or "be" in helpers or (not helpers and text.lower[verb] == text.lemmas[verb])
        single = [j for j in text.children[verb] if text.deps[j] == "nsubj" and text.tags[j] in ("NN", "NNP")]
        if text.tags[verb] == "VBP" and text.tags[i] not in ("VBD", "VBN") and not single:
            return False
        return bool(helpers & DUE) or (bare and not helpers & {*UNREAL, *ONLY_POSSIBLE, "do", "does", "did"})

    def _spoken(self, i: int) -> list[Part]:
        """ "We will pay," X promised; "Dublin, he vowed, would pay": the words before the cue."""
        text = self.text
        cue = Cue(token=i, frame="clause", shown=text.words[i], lemma=text.lemmas[i], subject=subject_of(text, i))
        group = text.subtree(cue.subject) if cue.subject is not None else None
        found = Contents(text, self.dates).of(cue, group)
        if found is None or any(start <= i < end for start, end in text.quotes):
            return []
        return [(*found, head_of(text, *found))] if found[1] <= i and self._is_finite(*found) else []

    def _is_finite(self, start: int, end: int) -> bool:
        return any(self.text.tags[j] in PREDICATES for j in range(start, end))


def is_gerund(text: Text, verb: int) -> bool:
    """ "Closing", "having closed"; "would be closing" is a clause."""
    if any(text.deps[j] in ("nsubj", "nsubjpass") for j in text.children[verb]):
        return False
    helpers = [j for j in text.children[verb] if text.deps[j] in ("aux", "auxpass")]
    return text.tags[min([*helpers, verb])] == "VBG"
