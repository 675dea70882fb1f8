"""Finds the words that report speech, and the subject whose speech it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extract.bounds import CLOSING, FINITE, finite_above, is_raised
from kg.extract.found import SUBJECTS
from kg.extract.idioms import idiom_at, is_put, managed_by
from kg.extract.reporting import (
    COPULAS,
    is_beside_quotation,
    is_of_mind,
    is_silent,
    is_supposed,
    is_tagged,
    is_that,
    is_verb,
    lays,
    makes_clear,
    reports,
    will_say,
)
from kg.extract.text import Text
from kg.extract.verbs import is_main_astray
from kg.model import Polarity

Frame = Literal["clause", "quote", "object", "silence", "noun"]

CIRCUMSTANCES = frozenset({"after", "before", "as", "since", "until", "when", "because"})
LONGEST_NOUN = 16
# Verbs that take no noun for an object: what stands behind them is who spoke.
MERELY = frozenset(
    "say argue insist reply retort grumble complain moan gripe grouse groan quip joke sigh snap contend reckon remark"
    " opine muse rejoin counter agree believe think fume scoff boast wonder concede observe lament".split()
)
QUOTING = frozenset({"quote", "cite", "report", "describe"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue's token, the frame it was met in, the words to show for it, and the subject's token, if it has one."""

    token: int
    frame: Frame
    shown: str
    lemma: str
    subject: int | None
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


def _silence(text: Text, i: int, lemma: str) -> Cue | None:
    if not is_silent(text, i, lemma):
        return None
    return Cue(token=i, frame="silence", shown=text.words[i], lemma=lemma, subject=subject_of(text, i))


def subject_of(text: Text, i: int) -> int | None:
    """The head of the verb's subject: its own, its relative's antecedent, or that of the verb it depends on."""
    for step in range(5):
        agent = next((k for j in text.children[i] if text.deps[j] == "agent" for k in text.children[j]), None)
        if agent is not None and step == 0:  # "was condemned by the bishops": not what was condemned
            return agent
        inverted = _inverted(text, i) if step == 0 else None
        if inverted is not None:
            return inverted
        if step == 0 and is_tagged(text, i):
            return text.heads[i]
        own = [j for j in text.children[i] if text.deps[j] in SUBJECTS and text.quoted[j] <= text.quoted[i]]
        own = [j for j in own if text.deps[j] != "agent" and text.words[j + 1 : j + 2] != [":"]]
        if own:
            return _antecedent(text, i, own[0]) if text.tags[own[0]] in ("WP", "WDT") else own[0]
        stray = agent if agent is not None else _stray_subject(text, i)
        if stray is not None:
            return stray
        if text.tags[i] == "VBG" and (quoted := _quoted_as(text, i)) is not None:
            return quoted
        if is_main_astray(text, i):
            return text.heads[i]
        if text.tags[i] == "VBG" and text.deps[i] == "acl" and text.words[i - 1] == ",":
            return text.heads[i]  # "Brazil, complaining of an ultimatum, followed"
        if text.tags[i] == "VBG" and text.deps[text.heads[i]] in ("ccomp", "conj"):
            i = text.heads[text.heads[i]]
            continue
        if is_raised(text, i):
            i = finite_above(text, i)
            continue
        managing = managed_by(text, i)
        if managing is not None:
            i = managing
            continue
        if (
            text.deps[i] not in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "acomp")
            or text.heads[i] == i
        ):
            return None
        i = text.heads[i]
    return None


def _stray_subject(text: Text, i: int) -> int | None:
    """ "X, calling himself Y, told", "..., a spokeswoman, X, confirmed": what the parser gave to another verb."""
    for j in text.children[i]:
        if text.deps[j] == "advcl" and text.tags[j] == "VBG" and j < i:
            return next((k for k in text.children[j] if text.deps[k] in SUBJECTS and k < j), None)
    if _is_inverted(text, i):
        return next((j for j in text.children[i] if text.deps[j] == "dobj" and j > i), None)
    if text.words[i - 1] == "," and text.tags[i] in FINITE:
        circumstance = next((j for j in range(i - 2, max(i - LONGEST_NOUN, 0), -1) if _opens_clause(text, j, i)), None)
        if circumstance is not None:
            return circumstance
    comma, name = i - 1, i - 2
    if name < 2 or text.words[comma] != "," or text.deps[name] != "appos" or text.tags[i] not in FINITE:
        return None
    noun = text.heads[name]
    return noun if noun < name and text.pos[noun] == "NOUN" and text.words[i + 1 : i + 2] in ([","], ["."]) else None


def _opens_clause(text: Text, noun: int, verb: int) -> bool:
    """ "After X, the premier, hinted": X, whom the parser hung on "after" alone."""
    above = text.heads[noun]
    opened = text.deps[noun] == "pobj" and text.lower[above] in CIRCUMSTANCES and text.heads[above] == text.heads[verb]
    return opened and text.deps[verb] == "advcl" and text.subtree(noun)[1] == verb


def _inverted(text: Text, i: int) -> int | None:
    """ ", said an official who was there, ", "..." declared a triumphant X": the subject behind its verb."""
    after_quote = text.words[i - 1] in CLOSING and text.quoted[i - 1]
    mere = text.words[i - 1] == "," and text.lemmas[i] in MERELY
    if not (after_quote or mere) or text.tags[i] not in FINITE or text.quoted[i] or text.lemmas[i] == "tell":
        return None
    objects = [j for j in text.children[i] if text.deps[j] == "dobj" and j > i and text.pos[j] in ("NOUN", "PROPN")]
    own = [j for j in text.children[i] if text.deps[j] in SUBJECTS and (j > i or (after_quote and j == i - 1))]
    if own or not objects or text.subtree(objects[0])[0] != i + 1:
        return None
    behind = text.subtree(objects[0])[1]
    return objects[0] if text.words[behind : behind + 1] in ([","], ["."]) else None


def _is_inverted(text: Text, i: int) -> bool:
    """ "Don't expect miracles, groaned one governor." """
    cues = text.lexicon.pack.cues
    manner = text.lemmas[i] in cues.quote - cues.object_verbs - cues.things
    last = text.sentences[text.sentence_of[i]][1]
    return manner and text.words[i - 1] == "," and text.subtree(i)[1] >= last - 1


def _quoted_as(text: Text, i: int) -> int | None:
    """ "Tass quoted X as saying": X says it."""
    above = text.heads[i]
    if text.lower[i - 1] != "as" or text.lemmas[text.heads[above]] not in QUOTING:
        return None
    return next((j for j in text.children[text.heads[above]] if text.deps[j] == "dobj" and j < i), None)


def _antecedent(text: Text, verb: int, relative: int) -> int:
    """What a relative pronoun stands for: the noun of its clause, or what the sentence's earlier "who" follows."""
    i = verb
    while text.deps[i] == "conj" and text.heads[i] != i:
        i = text.heads[i]
    if text.deps[i] == "relcl":
        return text.heads[i]
    start = text.sentences[text.sentence_of[verb]][0]
    earlier = (j for j in range(start + 2, relative + 1) if text.tags[j] in ("WP", "WDT", "WP$"))
    return next((j - 2 for j in earlier if text.words[j - 1] == ","), relative)
