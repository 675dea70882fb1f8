"""Subjects that an aside parts from their verb, so that the parser gives them to another word or to none."""

from __future__ import annotations

from kg.extract.tags import PREDICATES
from kg.extract.text import Text

PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
OPENERS = frozenset(
    {"IN", "DT", "WDT", "WP", "RB", "RBS", "RBR", "JJ", "JJS", "PRP$", "NN", "NNS", "NNP", "CD", *PARTICIPLES}
)
WITHIN = frozenset({"pobj", "prep", "compound", "nmod", "amod", "poss", "conj", "nummod", "appos"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
SUBORDINATING = frozenset({"since", "after", "before", "as", "until", "because", "though", "although", "when", "while"})
MAKING = frozenset(
    "threaten offer promise pledge vow refuse agree decline undertake demand propose warn decide call appeal"
    " plead".split()
)
LONGEST_ASIDE = 25


def subject_past_aside(text: Text, verb: int) -> int | None:
    """ "Peru, asked to wait, offered", "since Mr Wu, in talks with Oslo, proposed": the noun before the first comma.

    Only for a verb that has no subject of its own, right behind the comma that closes the aside.
    """
    first = min([verb, *(j for j in text.children[verb] if text.deps[j] in ("aux", "auxpass", "neg") and j < verb)])
    finite = text.tags[first] in PREDICATES or (text.tags[first] == "VB" and first == verb)  # "put", "cut"
    if not finite and not (text.tags[verb] == "VBN" and _is_active(text, verb)):
        return None
    start = text.sentences[text.sentence_of[verb]][0]
    if first - 1 <= start or text.words[first - 1] != ",":
        return None
    opening = _opening(text, max(start, first - LONGEST_ASIDE), first - 1)
    if opening is None or opening <= start or text.tags[opening + 1] not in OPENERS:
        return None
    if text.quoted[opening] != text.quoted[verb]:
        return None
    return _head_before(text, opening, start)


def is_aside(text: Text, verb: int) -> bool:
    """ "Peru, asked to wait, offered": a participle between commas that the parser took for the sentence's verb."""
    if text.tags[verb] not in ("VBD", "VBN") or text.words[verb - 1] != ",":
        return False
    if not any(text.deps[j] == "nsubj" and j < verb - 1 for j in text.children[verb]):
        return False
    told = (j for j in text.children[verb] if j > verb and text.deps[j] in ("dep", "conj", "ccomp", "parataxis"))
    return any(text.words[j - 1] == "," and text.tags[j] in PREDICATES for j in told)


def _is_active(text: Text, verb: int) -> bool:
    """ "Threatened to bar": a participle with an infinitive, where nobody is told to do it."""
    below = [j for j in text.children[verb] if text.deps[j] in ("xcomp", "ccomp", "advcl") and j > verb]
    return bool(below) and text.lemmas[verb] in MAKING


def _opening(text: Text, first: int, closing: int) -> int | None:
    """The comma nearest before the one that closes the aside."""
    commas = [j for j in range(first, closing) if text.words[j] == ","]
    return commas[-1] if commas else None


def _head_before(text: Text, comma: int, start: int) -> int | None:
    """The head of the noun phrase that ends before the comma, and opens its clause."""
    head = comma - 1
    while start <= text.heads[head] < comma and text.heads[head] != head and text.deps[head] in WITHIN:
        above = text.heads[head]
        if text.lower[above] in SUBORDINATING or text.pos[above] not in (*NOMINAL, "ADP"):
            break
        head = above
    return head if text.pos[head] in NOMINAL else None
