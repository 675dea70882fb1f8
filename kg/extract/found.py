"""A mention as its finder sees it: by token, before it becomes a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.text import Text
from kg.model import Form, Kind, Mention, Reference

OBJECTS = frozenset({"dobj", "dative", "pobj"})
MODIFIERS = frozenset({"amod", "compound", "nummod"})
MOST_MODIFIERS = 4
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Tokens [start, end) that denote something; `head` is the token that stands for it in the parse."""

    start: int
    end: int
    form: Form
    kind: Kind
    name: str
    rule: str
    confidence: float
    head: int = -1
    title: str | None = None
    polity: str | None = None
    subtype: str | None = None
    reference: Reference = "name"
    plural: bool = False

    @property
    def anchor(self) -> int:
        """The token that no other mention may have taken."""
        return self.head if self.head >= 0 else self.end - 1

    def mention(self, text: Text) -> Mention:
        head = self.head if self.head >= 0 else head_of(text, self.start, self.end)
        return Mention(
            evidence=text.evidence(self.start, self.end, self.rule, self.confidence),
            form=self.form,
            kind=self.kind,
            name=self.name,
            title=self.title,
            polity=self.polity,
            subtype=self.subtype,
            reference=self.reference,
            plural=self.plural,
            sentence=text.sentence_of[self.start],
            subject=text.deps[apposed_to(text, head)] in SUBJECTS,
            object=text.deps[head] in OBJECTS,
            clause=clause_of(text, head),
            quoted=text.quoted[self.start],
        )


def with_modifiers(text: Text, head: int, belongs: Callable[[int], bool] = lambda i: True) -> int:
    """Where a noun begins with the adjectives, numbers and nouns before it that belong to it."""
    start = head
    while start > max(0, head - MOST_MODIFIERS) and text.deps[start - 1] in MODIFIERS and belongs(start - 1):
        start -= 1
    return start


def head_of(text: Text, start: int, end: int) -> int:
    """The token of the range whose head lies outside it; the last one where the parse is no tree over it."""
    outside = [i for i in range(start, end) if not start <= text.heads[i] < end or text.heads[i] == i]
    return outside[-1] if outside else end - 1


def apposed_to(text: Text, i: int) -> int:
    """The token that the token is an apposition to, or the token itself."""
    while text.deps[i] == "appos":
        i = text.heads[i]
    return i


def clause_of(text: Text, i: int) -> int:
    """The nearest verb above the token that has a subject of its own; -1 without one."""
    i = apposed_to(text, i)
    while text.heads[i] != i:
        i = text.heads[i]
        if text.pos[i] in ("VERB", "AUX") and any(text.deps[child] in SUBJECTS for child in text.children[i]):
            return i
    return -1
