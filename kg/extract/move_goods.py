"""The goods that a move is about: what is to be bought, sold or taxed."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.amounts import Amounted
from kg.extract.clauses import EDGES, object_of, prepositions
from kg.extract.text import Text

UPON = frozenset({"on", "against", "upon"})
OF = frozenset({"of", "in"})
WORTH = frozenset({"worth", "value", "share", "part", "lot", "amount", "quantity", "volume"})
MODIFIERS = ("compound", "nmod", "amod")


def product_of(text: Text, start: int, end: int, amounts: list[Amounted]) -> str | None:
    """The first goods named in the tokens [start, end), as printed, without amounts and articles."""
    counted = {i for a in amounts for i in range(a.start, a.end)}
    for noun in _goods(text, start, end):
        found = _past_amounts(text, noun, counted)
        if found is not None and start <= found < end:
            return _printed(text, found, end, counted)
    return None


def _goods(text: Text, start: int, end: int) -> Iterator[int]:
    """Nouns that are traded: objects of trade, what duties are on, what flows."""
    moves, measures = text.lexicon.pack.moves, text.lexicon.pack.measures
    for i in range(start, end):
        lemma = text.lemmas[i]
        if text.pos[i] == "VERB" and lemma in moves.trade and (bought := object_of(text, i)) is not None:
            yield bought
        if text.pos[i] != "NOUN":
            continue
        if lemma in measures.flows or lemma in moves.traded:
            yield from _of_or_before(text, i, OF)
        elif lemma in moves.barriers:
            yield from _of_or_before(text, i, UPON)


def _of_or_before(text: Text, noun: int, words: frozenset[str]) -> list[int]:
    """ "Imports of steel", "duties on steel"; "steel imports"."""
    generic = text.lexicon.pack.measures.generic
    behind = [j for word, j in prepositions(text, noun, {}) if word in words]
    before = [j for j in text.children[noun] if j < noun and text.deps[j] in MODIFIERS and text.pos[j] == "NOUN"]
    return behind or [j for j in before if text.lemmas[j] not in generic and text.lower[j] not in generic]


def _past_amounts(text: Text, noun: int, counted: set[int]) -> int | None:
    """ "2 million tonnes of wheat", "$5 billion worth of soybeans": the wheat, the soybeans."""
    for _ in range(4):
        if text.tokens[noun].ent_type_ in ("DATE", "TIME", "GPE", "PERSON"):
            return None
        if noun not in counted and text.lemmas[noun] not in WORTH and text.pos[noun] != "NUM":
            return noun if text.pos[noun] in ("NOUN", "PROPN") else None
        below = [j for word, j in prepositions(text, noun, {}) if word in OF]
        if not below:
            return None
        noun = below[0]
    return None


def _printed(text: Text, noun: int, end: int, counted: set[int]) -> str:
    """The noun with what stands before it, and with what is coordinated with it."""
    start = noun
    while (
        start > 0 and text.heads[start - 1] == noun and text.deps[start - 1] in MODIFIERS and start - 1 not in counted
    ):
        start -= 1
    last = noun + 1
    for j in text.children[noun]:
        if text.deps[j] == "conj" and noun < j < end and text.pos[j] in ("NOUN", "PROPN") and j - noun <= 3:
            last = j + 1
    while last > start + 1 and text.words[last - 1] in EDGES:
        last -= 1
    return " ".join(text.clean(start, last).split())
