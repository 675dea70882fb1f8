"""Finds the words that report speech: verbs by their frames, then nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extract.idioms import idiom_at, is_put
from kg.extract.reporting import (
    COPULAS,
    is_beside_quotation,
    is_of_mind,
    is_supposed,
    is_that,
    is_verb,
    lays,
    makes_clear,
    reports,
    will_say,
)
from kg.extract.silences import is_silent
from kg.extract.subjects import subject_of
from kg.extract.tags import FINITE
from kg.extract.text import Text
from kg.model import Polarity

Frame = Literal["clause", "quote", "object", "silence", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue's token, the frame it was met in, the words to show for it, and the subject's token, if it has one.

    A colon or dash that brings somebody's words is one without a lemma.
    """

    token: int
    frame: Frame
    shown: str
    lemma: str = ""
    subject: int | None = None
    polarity: Polarity = "asserted"
    mental: bool = False


def find_cues(text: Text) -> Iterator[Cue]:
    """Verbs in the order of the text, then nouns."""
    cues = text.lexicon.pack.cues
    for i, lemma in enumerate(text.lemmas):
        if text.pos[i] not in ("VERB", "AUX") and not is_verb(text, i, lemma):
            continue
        cue = _silence(text, i, lemma) or _verb(text, i, lemma)
        if cue is not None:
            yield cue
    for i, lemma in enumerate(text.lemmas):
        if lemma in cues.nouns and _is_noun(text, i) and not _is_cues_subject(text, i):
            yield Cue(
                token=i,
                frame="noun",
                shown=text.words[i],
                lemma=lemma,
                subject=None,
                polarity="hoped" if lemma in cues.hoped else "asserted",
            )


def _is_noun(text: Text, i: int) -> bool:
    """The parser takes a noun that begins a sentence for a name: "Word came from Tehran that"."""
    return text.pos[i] == "NOUN" or (text.pos[i] == "PROPN" and text.sentences[text.sentence_of[i]][0] == i)


def _is_cues_subject(text: Text, i: int) -> bool:
    """ "The report says that": the verb has the words already."""
    return text.deps[i] == "nsubj" and text.lemmas[text.heads[i]] in text.lexicon.pack.cues.speech


def _verb(text: Text, i: int, lemma: str) -> Cue | None:
    cues = text.lexicon.pack.cues
    if lemma == "know" and _is_wanted(text, i):
        return Cue(token=i, frame="clause", shown="wanted to know", lemma="ask", subject=subject_of(text, i))
    idiom = idiom_at(text, i)
    if idiom is not None:
        return Cue(
            token=i, frame="object", shown=text.words[i], lemma=idiom.phrase, subject=subject_of(text, i),
            polarity=idiom.polarity,
        ) if reports(text, i) else None  # fmt: skip
    particle = next((text.lower[j] for j in text.children[i] if text.deps[j] == "prt"), None)
    if text.lower[i + 1 : i + 2] == [cues.particles.get(lemma)]:  # "shot back" has an adverb for the parser
        particle = text.lower[i + 1]
    phrase = f"{lemma} {particle}" if particle else lemma
    polarity = next((p for p, verbs in cues.object.items() if phrase in verbs), None)
    clausal = (
        lemma in cues.speech or lemma in cues.mental or (particle is not None and cues.particles.get(lemma) == particle)
    )
    thing = polarity is not None or phrase in cues.things or lays(text, i, lemma)
    clausal = clausal or is_of_mind(text, i, lemma) or (lemma in cues.only_that and is_that(text, i))
    clausal = clausal or makes_clear(text, i, lemma)
    quoting = lemma in cues.quote or is_put(text, i) or is_beside_quotation(text, i)
    if not thing and not clausal and not quoting:
        return None
    supposed = False
    if not reports(text, i) and not (clausal and will_say(text, i)):
        supposed = clausal and lemma in cues.speech and is_supposed(text, i)
        if not supposed:
            return None
    return Cue(
        token=i,
        frame="clause" if clausal else "object" if thing and not is_put(text, i) else "quote",
        shown=text.words[i] + (f" {particle}" if particle else ""),
        lemma=phrase,
        subject=subject_of(text, i),
        polarity="hypothetical"
        if supposed
        else polarity or ("denied" if lemma == "deny" else "hoped" if lemma == "hope" else "asserted"),
        mental=lemma in cues.mental | COPULAS and lemma not in cues.speech,
    )


def _is_wanted(text: Text, i: int) -> bool:
    """ "Wanted to know what would become of them"."""
    above = text.heads[i]
    asked = text.lemmas[above] in ("want", "demand") and text.tags[above] in FINITE and text.deps[i] == "xcomp"
    return asked and not any(text.deps[j] in ("aux", "neg") for j in text.children[above])


def _silence(text: Text, i: int, lemma: str) -> Cue | None:
    headed = text.words[i - 1] == "," and text.is_headline(text.sentence_of[i])  # "NO NUMBERS, SAYS X"
    if headed or not is_silent(text, i, lemma):
        return None
    return Cue(token=i, frame="silence", shown=text.words[i], lemma=lemma, subject=subject_of(text, i))
