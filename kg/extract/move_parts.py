"""What a verb's complement says of a move: its content, by the frames that the pack gives the verb."""

from __future__ import annotations

from collections.abc import Callable
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
from kg.extract.move_clauses import Clauses, is_gerund
from kg.extract.move_drafts import Part
from kg.extract.move_objects import Objects, of_these
from kg.extract.reality import doer_of
from kg.extract.text import Text
from kg.extract.verbs import is_passive, particle
from kg.packs import MoveFrame

TO_SOMEONE = frozenset({"on", "upon", "to", "for", "with"})
TELLING = frozenset({"instruct", "urge", "direct", "request", "command"})
TIMED = frozenset({"until", "till", "after", "before", "under", "within", "during", "without", "in", "at"})
CLAUSES = frozenset({"xcomp", "ccomp", "dobj", "pcomp"})
PLACED = frozenset({"dobj", "obj", "oprd", "attr", "npadvmod", "prep", "prt"})
HEDGES = frozenset({"principle", "part", "full", "theory", "writing", "public", "private"})
SETTING = frozenset({"condition", "predicate", "tie", "link", "peg", "subordinate", "hitch"})
DURING = frozenset({"throughout", "during", "at", "in", "after", "before", "for", "since", "on"})
TOWARDS = frozenset({"to", "for", "against", "with"})
CALLING = frozenset({"call", "appeal", "plead"})
LASTING = frozenset({"until", "till"})


@dataclass(frozen=True, slots=True)
class Parts:
    """The contents of a verb's moves: tokens [start, end) and the token that governs them."""

    text: Text
    dates: dict[int, Dated]

    def of(self, i: int, frame: MoveFrame) -> tuple[list[Part], str]:
        """The contents that the first fitting frame gives, and that frame's name."""
        if frame.through:
            return self._through(i, frame), "idiom"
        clauses, objects = Clauses(self.text, self.dates), Objects(self.text, self.dates)
        handlers: tuple[tuple[str, Callable[[int, MoveFrame], list[Part]]], ...] = (
            ("infinitive", self._infinitive), ("order", self._order), ("order-for", self._order), ("keep", self._keep),
            ("steps", self._steps), ("clause", clauses.of), ("duty", clauses.of), ("small", self._small),
            ("gerund", self._gerund), ("object", objects.of), ("deed", objects.deed), ("alone", self._alone),
        )  # fmt: skip
        for name, handler in handlers:
            if name in frame.takes and (parts := handler(i, frame)):
                return parts, name
        return (self._prepositional(i, frame), "preposition") if frame.preps else ([], "")

    # One frame each

    def _through(self, i: int, frame: MoveFrame) -> list[Part]:
        """ "Gave its blessing to the plan", "gave the plan the thumbs down", "the plan was given the green light"."""
        text = self.text
        nouns = [j for j in text.children[i] if j > i and text.deps[j] in PLACED and text.lemmas[j] in frame.through]
        if not nouns or any(text.lower[k] in ("no", "little") for k in text.children[nouns[0]]):
            return []
        if "infinitive" in frame.takes and (verbs := infinitives(text, i)):
            return self._phrases(verbs)
        beside = [j for j in text.children[i] if i < j < nouns[0] and text.deps[j] in ("dative", "dobj")]
        given = [j for j in beside if text.pos[j] in ("NOUN", "PROPN")]
        given += [j for j in text.children[i] if text.deps[j] == "nsubjpass"]
        if given:
            return [(*noun_phrase(text, given[0]), given[0])]
        return self._prepositional(nouns[0], frame) or self._prepositional(i, frame)

    def _infinitive(self, i: int, frame: MoveFrame) -> list[Part]:
        if addressee(self.text, i, self.dates) is not None and frame.kind == "demand":
            return []
        return self._phrases([v for v in infinitives(self.text, i) if self._is_wanted(v, frame)])

    def _is_wanted(self, verb: int, frame: MoveFrame) -> bool:
        wanted = not frame.objects or self.text.lemmas[verb] in frame.objects
        return wanted and not self._is_never(verb, frame)

    def _is_never(self, verb: int, frame: MoveFrame) -> bool:
        """ "To comment", "to go into detail"; but "to give up" is not "to give"."""
        text = self.text
        if phrase_of(text, verb) in frame.never:
            return True
        return text.lemmas[verb] in frame.never and all(text.deps[j] != "prt" for j in text.children[verb])

    def _order(self, i: int, frame: MoveFrame) -> list[Part]:
        """Someone else is to act: there must be an addressee before the infinitive."""
        verbs = infinitives(self.text, i) or self._bare(i)
        if not verbs or self._is_never(verbs[0], frame):
            return []
        if is_passive(self.text, i) and not self._is_called_on(i):
            told = (
                any(self.text.deps[j] == "nsubjpass" for j in self.text.children[i]) and self.text.lemmas[i] in TELLING
            )
            return self._phrases(verbs) if told or doer_of(self.text, i) is not None else []
        all_of = self.text.lower[i + 1] in ("both", "all", "each", "everyone", "others")
        if addressee(self.text, i, self.dates) is None and not self._own_subject(verbs[0]) and not all_of:
            return []
        return self._phrases(verbs)

    def _is_called_on(self, i: int) -> bool:
        """ "X, an author of the bill, called on Chad to pay": no passive, as what is asked has its own preposition."""
        below = {self.text.lower[j] for j in self.text.children[i] if self.text.deps[j] == "prep"}
        auxiliary = any(self.text.deps[j] == "auxpass" for j in self.text.children[i])
        return self.text.lemmas[i] in CALLING and bool(below & TO_SOMEONE) and not auxiliary

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

    def _small(self, i: int, frame: MoveFrame) -> list[Part]:
        """ "Wants the quota scrapped": a clause without a finite verb, or an object that its participle ends."""
        text = self.text
        for j in (k for k in text.children[i] if k > i):
            if text.deps[j] in ("ccomp", "xcomp", "oprd") and text.tags[j] in ("VBN", "JJ", "VBD"):
                if self._own_subject(j):
                    return [(max(i + 1, text.subtree(j)[0]), end_of(text, j), j)]
            elif text.deps[j] == "dobj":
                inside = range(j + 1, text.subtree(j)[1])
                if any(text.deps[k] == "acl" and text.tags[k] == "VBN" and self._ends(j, k) for k in inside):
                    return [(*noun_phrase(text, j), j)]
        return []

    def _ends(self, noun: int, participle: int) -> bool:
        """The participle is the noun's last word, or behind a number: "11 of its ships reflagged"."""
        return participle == self.text.subtree(noun)[1] - 1 or self.text.pos[noun] == "NUM"

    def _gerund(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        beside = [i, *(j for j in text.children[i] if text.deps[j] in ("prep", "prt") and j == i + 1)]
        behind = [j for k in beside for j in text.children[k] if j > i and text.deps[j] in CLAUSES]
        behind += [j for j in text.children[i] if j == i + 2 and text.deps[j] == "advcl" and text.deps[j - 1] == "prt"]
        verbs = [j for j in behind if is_gerund(text, j) and text.words[min([*text.children[j][:1], j]) - 1] != ","]
        if frame.objects and verbs and text.lemmas[verbs[0]] not in frame.objects:
            return []
        return [
            (text.subtree(j)[0] if j == v else j, end_of(text, j), j) for v in verbs[:1] for j in coordinated(text, v)
        ]

    def _alone(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        complements = [j for j in text.children[i] if j > i and text.deps[j] in ("xcomp", "dobj", "ccomp", "prep")]
        if any(not self._is_when(j) for j in complements) or is_passive(text, i) or text.deps[i] == "relcl":
            return []
        start, end = text.subtree(i)
        return [(i, end_of(text, i), i)] if text.tags[i] in ("VBD", "VBN", "VBZ") and end - start > 1 else []

    def _is_when(self, j: int) -> bool:
        """ "Until Wednesday", "under protest", "way" of "gave way": says when or how, and not to what."""
        text = self.text
        if text.deps[j] == "prep":
            return (
                text.lower[j] in TIMED or any(k in self.dates for k in text.children[j]) or text.lower[j + 1] == "being"
            )
        return text.deps[j] == "dobj" and text.lower[j] == "way"

    def _prepositional(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        reduced = text.tags[i] == "VBN" and text.deps[i] in ("advcl", "acl")
        if frame.kind == "demand" and (reduced or is_passive(text, i)):
            return []
        pairs = prepositions(text, i, self.dates) + self._behind_object(i)
        if not any(word in frame.preps for word, _ in pairs):
            pairs += self._behind_event(i)
        hedges = [j for word, j in pairs if word == "in" and text.lemmas[j] in HEDGES]
        for word, j in [*pairs, *(pair for hedge in hedges for pair in prepositions(text, hedge, self.dates))]:
            if j in hedges:
                continue
            timed = frame.kind == "breach" and text.tokens[j].ent_type_ in ("DATE", "TIME")  # "went back on Monday"
            if word not in frame.preps or text.lemmas[j] in frame.never or timed:
                continue
            if frame.objects and text.lemmas[j] not in frame.objects and not of_these(text, j, frame):
                continue
            if text.deps[j] == "pcomp" and text.tags[j] == "VBN":  # "on being repaid"
                return [(text.subtree(j)[0], end_of(text, j), j)]
            if text.tags[j] == "VBG" and text.pos[j] == "VERB":
                return [(v, end_of(text, v), v) for v in coordinated(text, j)]
            if text.pos[j] in ("NOUN", "PROPN", "NUM", "ADJ"):
                start, end = noun_phrase(text, j)
                return [(start, self._lasting(i, end), j)]
            return []
        return []

    def _behind_event(self, i: int) -> list[tuple[str, int]]:
        """ "Objected throughout the talks to a levy": what the parser hung on the time."""
        text, packs = self.text, self.text.lexicon.pack
        events = packs.cues.occasions | {"talk", "negotiation", "week", "month", "year", "day"}
        told = [j for word, j in prepositions(text, i, {}) if word in DURING and text.lemmas[j] in events]
        return [(word, j) for event in told for word, j in prepositions(text, event, self.dates) if word in TOWARDS]

    def _behind_object(self, i: int) -> list[tuple[str, int]]:
        """ "Assured the Poles of his respect": hung on whom it is said to, "conditioned aid on": on what depends."""
        held = [j for j in self.text.children[i] if j > i and self.text.deps[j] == "dobj"]
        parties = self.text.lexicon.pack.moves.parties
        told = [j for j in held if self.text.tags[j] in ("NNP", "NNPS") or self.text.lemmas[j] in parties]
        told += [j for j in held if self.text.lemmas[i] in SETTING]
        return [pair for j in told for pair in prepositions(self.text, j, self.dates)]

    def _lasting(self, i: int, end: int) -> int:
        """The content with the "until ..." right behind it, which the parser hangs on the verb."""
        text = self.text
        if end < len(text.words) and text.lower[end] in LASTING and text.heads[text.heads[end]] == i:
            return text.subtree(text.heads[end])[1]
        return end

    def _phrases(self, verbs: list[int]) -> list[Part]:
        return [(*verb_phrase(self.text, verb), verb) for verb in verbs]


def phrase_of(text: Text, i: int) -> str:
    """The verb with its particle, "turn down" of "turned the offer down", or with the word behind it: "give way"."""
    return f"{text.lemmas[i]} {particle(text, i) or ''.join(text.lower[i + 1 : i + 2])}"


def addressee(text: Text, i: int, dates: dict[int, Dated]) -> int | None:
    """Whom the verb addresses: its object, the object of "on" or "to", the subject of its infinitive."""
    for j in text.children[i]:
        if j > i and text.deps[j] in ("dobj", "dative", "obj") and text.pos[j] != "ADP":
            return j
        if j > i and text.deps[j] in ("prep", "dative") and text.lower[j] in TO_SOMEONE:
            found = next((k for k in text.children[j] if text.deps[k] == "pobj" and k not in dates), None)
            if found is not None:
                return found
    return None
