"""How real a verb's event is: past, present, future, wished for, under a condition, negated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.extract.text import Text
from kg.extract.verbs import AUXILIARIES, is_negated

Form = Literal["past", "present", "progressive", "future", "would", "may", "infinitive", "gerund"]

WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
WOULD = frozenset({"would", "'d", "’d"})
MAY = frozenset({"could", "may", "might", "can", "ca", "must", "should"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


@dataclass(frozen=True, slots=True)
class Mood:
    """The form of the verb phrase, the verb or noun that governs an infinitive or gerund, and what shades it."""

    form: Form
    governor: int | None = None
    negated: bool = False
    conditional: bool = False

    @property
    def is_real(self) -> bool:
        return self.form in ("past", "present", "progressive", "gerund") and not self.negated and not self.conditional


def mood_of(text: Text, verb: int) -> Mood:
    """The mood of a verb, an auxiliary before its conjunct included."""
    bearer = _bearer(text, verb)
    words = {text.lower[j] for j in text.children[bearer] if text.deps[j] in AUXILIARIES and text.words[j] != "May"}
    negated = is_negated(text, bearer) or any(text.lower[j] == "no" for j in text.children[bearer])
    form = _form(text, bearer, words)
    above = text.heads[bearer] if form in ("infinitive", "gerund") and text.heads[bearer] != bearer else None
    return Mood(form, above, negated, _is_conditional(text, bearer))


def _bearer(text: Text, verb: int) -> int:
    """ "Will cut output and raise prices": the conjunct without an auxiliary or subject borrows the first one's."""
    i = verb
    while (
        text.deps[i] == "conj"
        and text.pos[text.heads[i]] in ("VERB", "AUX")
        and text.tags[i] in ("VB", "VBN", "VBG", text.tags[text.heads[i]])
        and not any(text.deps[j] in ("aux", "auxpass", "nsubj", "nsubjpass") for j in text.children[i])
    ):
        i = text.heads[i]
    return i


def _form(text: Text, verb: int, words: set[str]) -> Form:
    for form, auxiliaries in (("future", WILL), ("would", WOULD), ("may", MAY)):
        if words & auxiliaries:
            return form  # type: ignore[return-value]
    if "to" in words:
        return "infinitive"
    tag = text.tags[verb]
    if tag == "VBG":
        return (
            "progressive"
            if words & {"is", "are", "am", "'s", "’s", "'re", "’re", "been"}
            else "past"
            if words & {"was", "were"}
            else "gerund"
        )
    if tag in ("VBZ", "VBP") or (tag == "VBN" and words & {"is", "are"}):
        return "present"
    return "past" if tag in ("VBD", "VBN") or words else "infinitive" if tag == "VB" else "past"


def _is_conditional(text: Text, verb: int) -> bool:
    """True inside an if-clause, at any depth of the sentence."""
    i = verb
    for _ in range(8):
        if any(text.lower[j] in CONDITIONS and text.deps[j] in ("mark", "advmod") for j in text.children[i]):
            return True
        if text.deps[i] in ("ROOT", "conj", "relcl") or text.heads[i] == i:
            return False
        i = text.heads[i]
    return False


def is_on_condition(text: Text, verb: int, mood: Mood) -> bool:
    """ "Would be imposed unless": an act that a clause beside it puts off."""
    clauses = [j for j in text.children[verb] if text.deps[j] == "advcl"]
    put_off = any(text.lower[k] in ("if", "unless") for j in clauses for k in text.children[j])
    return put_off and mood.form in ("would", "future")
