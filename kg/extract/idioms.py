"""Speech in more words than a verb: "poured cold water on", "was at pains to stress", "as she put it"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.text import Text
from kg.model import Polarity

MOST_BETWEEN = 2
LOOSE = frozenset({"DET", "ADJ", "ADV", "PRON"})
# From a noun or adjective up to the verb that it belongs to: "was at pains", "was quick", "took the trouble".
UPWARDS = frozenset({"acomp", "pobj", "prep", "dobj", "attr", "advmod", "oprd"})
UNDONE = frozenset({"would", "could", "might", "may", "should", "will", "can", "must", "to"})


@dataclass(frozen=True, slots=True)
class Idiom:
    """A phrase of the pack, the polarity that it gives to what follows, and its last token's end."""

    phrase: str
    polarity: Polarity
    end: int


def idiom_at(text: Text, i: int) -> Idiom | None:
    """The idiom whose verb stands at `i`; an article or adjective may stand in its midst."""
    for words, polarity in text.lexicon.pack.cues.idioms_of.get(text.lemmas[i], ()):
        end = _matched(text, i + 1, words)
        if end is not None and (words[-1] != "at" or polarity != "rejected" or _is_of_words(text, end - 1)):
            return Idiom(" ".join((text.lemmas[i], *words)), polarity, end)
    return None


def _is_of_words(text: Text, preposition: int) -> bool:
    """ "Hit back at claims that", not "hit back at the rebels"."""
    said = text.lexicon.pack.cues.said
    return any(text.deps[j] == "pobj" and text.lemmas[j] in said for j in text.children[preposition])


def _matched(text: Text, i: int, words: tuple[str, ...]) -> int | None:
    last = text.sentences[text.sentence_of[i - 1]][1]
    for word in words:
        limit = min(last, i + MOST_BETWEEN + 1)
        found = next((j for j in range(i, limit) if word in (text.lower[j], text.lemmas[j])), None)
        if found is None or any(text.pos[j] not in LOOSE for j in range(i, found)):
            return None
        i = found + 1
    return i


def managed_by(text: Text, i: int) -> int | None:
    """The verb above an infinitive that tells what was done: "hastened to add", "was quick to", "went so far as to"."""
    above = text.heads[i]
    so_far = text.lower[max(0, i - 4) : i] == ["so", "far", "as", "to"]
    if text.lower[i - 1] != "to" or not (so_far or text.lemmas[above] in text.lexicon.pack.cues.managing):
        return None
    while text.pos[above] not in ("VERB", "AUX") and text.deps[above] in UPWARDS and text.heads[above] != above:
        above = text.heads[above]
    helpers = {text.lower[j] for j in text.children[above] if text.deps[j] in ("aux", "neg")}
    if text.pos[above] not in ("VERB", "AUX") or helpers & (UNDONE | text.lexicon.pack.negation.negators):
        return None
    return above


def is_put(text: Text, i: int) -> bool:
    """ "As Ms Adeyemi put it, "..."", "as one of them puts it"."""
    return text.lemmas[i] == "put" and text.lower[i + 1 : i + 2] == ["it"] and bool(text.quotes)
