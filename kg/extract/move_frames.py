"""Verbs that make moves: which of them do so here, and what their complement says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.clauses import (
    auxiliaries,
    coordinated,
    end_of,
    has_to,
    infinitives,
    is_passive,
    noun_phrase,
    object_of,
    prepositions,
    verb_phrase,
)  # fmt: skip
from kg.extract.contents import Contents
from kg.extract.cues import Cue, subject_of
from kg.extract.dates import Dated
from kg.extract.found import head_of
from kg.extract.move_drafts import Move
from kg.extract.reality import UNREAL, Reality, doer_of, reality_of
from kg.extract.text import Text
from kg.packs import MoveFrame, MoveKind

Part = tuple[int, int, int]

STAY_REAL = frozenset({"breach", "fulfilment", "denial"})
AGENTLESS = frozenset({"agreement", "breach"})
TO_SOMEONE = frozenset({"on", "upon", "to", "for"})


@dataclass(frozen=True, slots=True)
class Verbs:
    """Finds moves made by verbs."""

    text: Text
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        frames = self.text.lexicon.pack.moves.verb_frames
        for i, lemma in enumerate(self.text.lemmas):
            if self.text.pos[i] not in ("VERB", "AUX"):
                continue
            found = frames.get(f"{lemma} {self._particle(i)}") or frames.get(lemma)
            if found and not self.text.is_headline(self.text.sentence_of[i]):
                reality = reality_of(self.text, i)
                if reality is not None:
                    yield from self._moves(i, found, reality)

    def _particle(self, i: int) -> str:
        """The verb's particle: "out" of "rule out", "the offer down" of "turned the offer down"."""
        text = self.text
        particle = next((text.lower[j] for j in text.children[i] if text.deps[j] == "prt"), None)
        return particle or (text.lower[i + 1] if i + 1 < len(text.lower) else "")

    def _moves(self, i: int, frames: tuple[MoveFrame, ...], reality: Reality) -> Iterator[Move]:
        for frame in frames:
            if reality == "unreal" and (frame.kind in STAY_REAL or frame.takes == {"object"}):
                continue
            parts, rule = self._parts(i, frame)
            kind = self._own_kind(i, parts, frame) if rule == "order" else frame.kind
            for start, end, head in parts if kind is not None else []:
                target = self._target(i, head, rule)
                yield Move(
                    cue=i, kind=kind or frame.kind, start=start, end=end, head=head,
                    rule=f"verb-{rule}", confidence=0.85, target=target,
                    subject=target if kind == "obligation" else doer_of(self.text, i),
                    partner=self._partner(i) if kind == "agreement" else None, unreal=reality == "unreal",
                )  # fmt: skip
            if parts:
                return

    def _parts(self, i: int, frame: MoveFrame) -> tuple[list[Part], str]:
        """The contents that the first fitting frame gives, and that frame's name."""
        handlers: tuple[tuple[str, Callable[[int, MoveFrame], list[Part]]], ...] = (
            ("infinitive", self._infinitive), ("order", self._order), ("order-for", self._order), ("keep", self._keep),
            ("steps", self._steps), ("clause", self._clause), ("small", self._small), ("gerund", self._gerund),
            ("object", self._object), ("deed", self._deed), ("alone", self._alone),
        )  # fmt: skip
        for name, handler in handlers:
            if name in frame.takes and (parts := handler(i, frame)):
                return parts, name
        return (self._prepositional(i, frame), "preposition") if frame.preps else ([], "")

    # One frame each

    def _infinitive(self, i: int, frame: MoveFrame) -> list[Part]:
        if self._addressee(i) is not None and frame.kind == "demand":
            return []
        return self._phrases([v for v in infinitives(self.text, i) if self.text.lemmas[v] not in frame.never])

    def _order(self, i: int, frame: MoveFrame) -> list[Part]:
        """Someone else is to act: there must be an addressee before the infinitive."""
        verbs = infinitives(self.text, i) or self._bare(i)
        if not verbs or self.text.lemmas[verbs[0]] in frame.never:
            return []
        if is_passive(self.text, i):
            return self._phrases(verbs) if doer_of(self.text, i) is not None else []
        if self._addressee(i) is None and not self._own_subject(verbs[0]):
            return []
        return self._phrases(verbs)

    def _own_kind(self, i: int, parts: list[Part], frame: MoveFrame) -> MoveKind | None:
        """ "Told its refiners to buy" directs one's own: no demand, but an act, if parties ask for such."""
        text, addressee = self.text, self._addressee(i)
        own = {"its", "his", "their"} & {text.lower[j] for j in text.children[i if addressee is None else addressee]}
        if not own or text.lemmas[i] not in ("tell", "order", "instruct", "direct"):
            return frame.kind
        return "fulfilment" if text.lemmas[parts[0][2]] in text.lexicon.pack.moves.acts else None

    def _bare(self, i: int) -> list[int]:
        """ "Ask that he resign" and "want it to stop" where the parser made a clause of it."""
        text = self.text
        clauses = [j for j in text.children[i] if j > i and text.deps[j] == "ccomp" and has_to(text, j)]
        return [verb for j in clauses[:1] for verb in coordinated(text, j)]

    def _own_subject(self, verb: int) -> bool:
        return any(self.text.deps[j] in ("nsubj", "nsubjpass") for j in self.text.children[verb])

    def _keep(self, i: int, frame: MoveFrame) -> list[Part]:
        duties = self.text.lexicon.pack.moves.duties
        return self._phrases([v for v in infinitives(self.text, i) if self.text.lemmas[v] in duties])

    def _steps(self, i: int, frame: MoveFrame) -> list[Part]:
        noun = object_of(self.text, i)
        if noun is None or self.text.lemmas[noun] not in frame.objects:
            return []
        return self._phrases(infinitives(self.text, noun) or infinitives(self.text, i))

    def _clause(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        for j in text.children[i]:
            if text.deps[j] == "ccomp" and j > i and text.tags[j] != "VBG" and not has_to(text, j):
                if frame.kind in ("pledge", "agreement") and not self._binds(j, frame.kind):
                    return []
                start = text.subtree(j)[0]
                if text.lower[start] != "that" and any(i < k < j and text.deps[k] == "dobj" for k in text.children[i]):
                    continue
                return [(start + (text.lower[start] == "that"), end_of(text, j), j)]
        return self._spoken(i) if frame.kind in ("pledge", "threat") else []

    def _binds(self, verb: int, kind: str) -> bool:
        """ "That the truce should last", "that it be extended": what is to be; no one pledges what others must."""
        helpers = auxiliaries(self.text, verb)
        agreed = kind == "agreement" and (self.text.tags[verb] == "VB" or "should" in helpers)
        return agreed or bool(helpers & UNREAL)

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
        return any(self.text.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(start, end))

    def _small(self, i: int, frame: MoveFrame) -> list[Part]:
        """ "Wants the quota scrapped": a clause without a finite verb, or an object that its participle ends."""
        text = self.text
        for j in (k for k in text.children[i] if k > i):
            if text.deps[j] in ("ccomp", "xcomp", "oprd") and text.tags[j] in ("VBN", "JJ", "VBD"):
                if self._own_subject(j):
                    return [(max(i + 1, text.subtree(j)[0]), end_of(text, j), j)]
            elif text.deps[j] == "dobj":
                last = text.subtree(j)[1] - 1
                if text.deps[last] == "acl" and text.tags[last] == "VBN" and text.heads[last] == j:
                    return [(*noun_phrase(text, j), j)]
        return []

    def _gerund(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        behind = [j for j in text.children[i] if j > i and text.tags[j] == "VBG" and text.words[j - 1] != ","]
        verbs = [j for j in behind if text.deps[j] in ("xcomp", "ccomp", "dobj", "pcomp")]
        return [(j, end_of(text, j), j) for v in verbs[:1] for j in coordinated(text, v)]

    def _object(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        noun = object_of(text, i)
        if noun is None or text.pos[noun] not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") or noun in self.dates:
            return []
        if is_passive(text, i) and doer_of(text, i) is None and frame.kind not in AGENTLESS:
            return []
        if any(text.lower[j] in ("no", "any") for j in text.children[noun] if text.deps[j] == "det"):
            return []
        lemma = text.lemmas[noun]
        if lemma in frame.never or (frame.objects and lemma not in frame.objects and not self._of_these(noun, frame)):
            return []
        if text.tags[noun] in ("WDT", "WP", "PRP") and lemma not in frame.objects:
            return []
        start, end = noun_phrase(text, noun)
        if noun < i:
            end = min(end, i)
        return [(start, max(noun + 1, end), noun)]

    def _of_these(self, noun: int, frame: MoveFrame) -> bool:
        """ "A list of demands", "a series of concessions"."""
        of = [k for j in self.text.children[noun] if self.text.lower[j] == "of" for k in self.text.children[j]]
        return any(self.text.lemmas[k] in frame.objects for k in of)

    def _deed(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        noun = object_of(text, i)
        done = text.tags[i] in ("VBD", "VBN") and text.deps[i] not in ("acl", "advcl", "relcl", "amod")
        if noun is None or not done or is_passive(text, i) or text.lemmas[noun] not in frame.objects:
            return []
        return [(i, end_of(text, i), i)] if noun > i else []

    def _alone(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        complements = [j for j in text.children[i] if j > i and text.deps[j] in ("xcomp", "dobj", "ccomp", "prep")]
        if complements or is_passive(text, i):
            return []
        start, end = text.subtree(i)
        return [(start, end_of(text, i), i)] if text.tags[i] in ("VBD", "VBN", "VBZ") and end - start > 1 else []

    def _prepositional(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        reduced = text.tags[i] == "VBN" and text.deps[i] in ("advcl", "acl")
        if frame.kind == "demand" and (reduced or is_passive(text, i)):
            return []
        for word, j in prepositions(text, i, self.dates):
            if word not in frame.preps or text.lemmas[j] in frame.never:
                continue
            if frame.objects and text.lemmas[j] not in frame.objects and not self._of_these(j, frame):
                continue
            if text.tags[j] == "VBG" and text.pos[j] == "VERB":
                return [(v, end_of(text, v), v) for v in coordinated(text, j)]
            return [(*noun_phrase(text, j), j)] if text.pos[j] in ("NOUN", "PROPN", "NUM", "ADJ") else []
        return []

    def _phrases(self, verbs: list[int]) -> list[Part]:
        return [(*verb_phrase(self.text, verb), verb) for verb in verbs]

    # Who

    def _addressee(self, i: int) -> int | None:
        """Whom the verb addresses: its object, the object of "on" or "to", the subject of its infinitive."""
        text = self.text
        for j in text.children[i]:
            if j > i and text.deps[j] in ("dobj", "dative", "obj") and text.pos[j] != "ADP":
                return j
            if j > i and text.deps[j] in ("prep", "dative") and text.lower[j] in TO_SOMEONE:
                found = next((k for k in text.children[j] if text.deps[k] == "pobj" and k not in self.dates), None)
                if found is not None:
                    return found
        return None

    def _target(self, i: int, head: int, rule: str) -> int | None:
        if rule not in ("order", "order-for", "infinitive", "preposition", "clause"):
            return None
        if is_passive(self.text, i) and rule == "order":
            return next((j for j in self.text.children[i] if self.text.deps[j] == "nsubjpass"), None)
        inner = next((j for j in self.text.children[head] if self.text.deps[j] in ("nsubj", "nsubjpass")), None)
        return inner if inner is not None and rule in ("order", "order-for") else self._addressee(i)

    def _partner(self, i: int) -> int | None:
        """ "Signed with the United States": the other party to an agreement."""
        return next((j for word, j in prepositions(self.text, i, self.dates) if word == "with"), None)
