"""The noun that a verb's move is about: "offered a rise", "wants 30 pct more pay", "has lifted its ban"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.clauses import auxiliaries, end_of, noun_phrase, object_of
from kg.extract.dates import Dated
from kg.extract.move_drafts import Part
from kg.extract.reality import doer_of
from kg.extract.text import Text
from kg.extract.verbs import is_passive
from kg.packs import MoveFrame

AGENTLESS = frozenset({"agreement", "breach", "refusal"})
GIVEN = frozenset({"promise", "pledge", "offer"})
SUMS = frozenset("""offer seek want demand table request propose bid pledge commit earmark donate contribute""".split())
UNITS = frozenset({"pct", "percent", "%", "per", "mln", "million", "billion", "bln", "dlrs", "p", "pence"})
SUM = re.compile(r"\d[\d.,]{0,30}(p|bn|m|pc|k)$")


@dataclass(frozen=True, slots=True)
class Objects:
    """Finds what a verb is done to, where the frame has such objects."""

    text: Text
    dates: dict[int, Dated]

    def of(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        if text.lemmas[i] in SUMS and self._is_sum(i + 1):
            return [(i + 1, end_of(text, i), i + 1)]
        noun = object_of(text, i)
        if noun is not None and noun < i and text.deps[i] == "relcl" and text.lemmas[i] in GIVEN:
            noun = text.heads[i]  # "the discount it was promised"
        if noun is None or text.pos[noun] not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") or noun in self.dates:
            return []
        if frame.kind == "agreement" and is_passive(text, i) and self._is_to_come(i):
            return []
        agentless = frame.kind in AGENTLESS or text.lemmas[i] in GIVEN
        if is_passive(text, i) and doer_of(text, i) is None and not agentless:
            return []
        if text.lower[noun] == "nothing":
            return []
        none = {"no"} if frame.kind in ("refusal", "denial") else {"no", "any"}
        if any(text.lower[j] in none for j in text.children[noun] if text.deps[j] == "det"):
            return []
        if not self._fits(i, noun, frame):
            return []
        start, end = noun_phrase(text, noun)
        if noun < i:
            end = min(end, self._clause_at(i, noun))
        return [(start, max(noun + 1, end), noun)]

    def _clause_at(self, i: int, noun: int) -> int:
        """Where the noun's own clause opens, "it had" of "the doses it had promised", or else the verb stands."""
        opens = self.text.subtree(i)[0]
        return opens if self.text.deps[i] == "relcl" and noun < opens < i else i

    def _is_to_come(self, i: int) -> bool:
        """ "The day an agreement is signed": it is not signed yet."""
        helpers = auxiliaries(self.text, i)
        return bool(helpers & {"is", "are"}) and not helpers & {"been", "being"}

    def _is_sum(self, i: int) -> bool:
        """ "30 pct more pay", whatever the parser made of it."""
        text = self.text
        return i + 1 < len(text.lower) and text.tags[i] == "CD" and text.lower[i + 1] in UNITS

    def _fits(self, i: int, noun: int, frame: MoveFrame) -> bool:
        """Whether the frame has such objects: its nouns, a number of what was named before, or an "it" of any kind."""
        text, lemma = self.text, self.text.lemmas[noun]
        if frame.kind == "denial" and text.tokens[noun].ent_type_ == "PERSON":
            return False  # "contradicted the minister"
        if text.tags[noun] == "PRP":
            named = text.lower[noun] in ("it", "them") and lemma not in frame.never
            return lemma in frame.objects or (not frame.objects and named)
        if lemma in frame.never or (text.tags[noun] in ("WDT", "WP") and lemma not in frame.objects):
            return False
        if lemma in text.lexicon.pack.moves.parties and text.lemmas[i] == "promise":
            return False
        inside = range(*text.subtree(noun))
        money = any(text.tags[j] == "$" or text.lower[j][0] in "£€" or SUM.match(text.lower[j]) for j in inside)
        number = text.lemmas[i] in SUMS and (text.pos[noun] == "NUM" or money or text.lower[noun] == "%")
        return not frame.objects or lemma in frame.objects or number or of_these(text, noun, frame)

    def deed(self, i: int, frame: MoveFrame) -> list[Part]:
        text = self.text
        noun = object_of(text, i)
        whose = any(text.tags[j] in ("WDT", "WP") and text.deps[j] == "nsubj" for j in text.children[i])
        told = text.deps[i] not in ("acl", "advcl", "amod") and (text.deps[i] != "relcl" or whose)
        if noun is None or text.tags[i] not in ("VBD", "VBN") or not told:
            return []
        if text.lemmas[noun] not in frame.objects and not of_these(text, noun, frame):
            return []
        if is_passive(text, i):
            return [(noun_phrase(text, noun)[0], end_of(text, i), i)] if noun < i else []
        return [(i, end_of(text, i), i)] if noun > i else []


def of_these(text: Text, noun: int, frame: MoveFrame) -> bool:
    """ "A list of demands", "a series of concessions"."""
    of = [k for j in text.children[noun] if text.lower[j] == "of" for k in text.children[j]]
    return any(text.lemmas[k] in frame.objects for k in of)
