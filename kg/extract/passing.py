"""Verbs of speech in passing, that report nothing: "people briefed on it said", "the aide, asked why, left"."""

from __future__ import annotations

from kg.extract.bounds import PAUSE
from kg.extract.found import SUBJECTS
from kg.extract.tags import FINITE
from kg.extract.text import Text

QUESTIONING = frozenset({"ask", "press", "question", "query", "quiz", "challenge", "tell", "remind"})
INFORMING = frozenset({"brief", "inform", "consult", "tell", "ask", "warn", "question", "notify", "quote", "cite"})
LONGEST_ASIDE = 20


def is_passing(text: Text, i: int) -> bool:
    """Said of somebody who goes on to say or do something: "people briefed on it said", "the aide, asked why, left".

    Likewise what one does with the words told: "said one official, speaking of Bonn", "said in rejecting it".
    """
    cues, above = text.lexicon.pack.cues, text.heads[i]
    if text.tags[i] == "VBG":
        told = text.lemmas[text.heads[above]] in cues.speech and text.deps[i] == "pcomp" and text.lower[above] == "in"
        return told or (text.lemmas[i] == "speak" and text.words[i - 1] == "," and text.lemmas[above] in cues.speech)
    if text.quoted[i]:  # "five for one and call it a bargain"
        return text.tags[i] in ("VB", "VBP") and not any(text.deps[j] in SUBJECTS for j in text.children[i])
    if text.tags[i] not in ("VBD", "VBN"):
        return False
    near = range(i + 2, min(i + LONGEST_ASIDE, text.sentences[text.sentence_of[i]][1] - 1))
    if text.words[i - 1] == "," and text.lemmas[i] in QUESTIONING:
        return any(text.words[j] == "," and _is_finite(text, j + 1) for j in near)
    if text.tags[i - 1] not in ("NNS", "NNPS") or text.pos[i + 1] != "ADP" or text.lemmas[i] not in INFORMING:
        return False
    verb = next((j for j in near if text.tags[j] in FINITE or text.words[j] in PAUSE), i)
    return text.tags[verb] in FINITE and text.lemmas[verb] in cues.animate and text.pos[verb - 1] != "CCONJ"


def _is_finite(text: Text, i: int) -> bool:
    return text.tags[i + (text.pos[i] == "ADV")] in FINITE


def is_compound(text: Text, i: int) -> bool:
    """ "Under WTO rules the sides have": a noun that the parser takes for the verb, behind a phrase cut short."""
    prepositions = [j for j in text.children[i] if text.deps[j] == "prep" and j < i]
    first = text.sentences[text.sentence_of[i]][0]
    cut = text.tags[i] == "VBZ" and bool(prepositions) and prepositions[0] == first
    return cut and text.deps[i - 1] == "pobj" and text.heads[i - 1] == first
