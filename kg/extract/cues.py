"""Finds the words that report speech, and the subject whose speech it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extract.found import SUBJECTS, Found, head_of
from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.model import Polarity

Frame = Literal["clause", "quote", "object", "silence", "noun"]

HEDGES = frozenset({"would", "could", "might", "may", "should", "'d", "’d", "can", "must", "will", "'ll"})
OBJECTS = frozenset({"dobj", "dative", "pobj", "obj"})
SPEAKING = frozenset({"person", "institution", "polity", "group", "unknown"})


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
        if text.pos[i] not in ("VERB", "AUX") and not _tagged_noun(text, i, lemma):
            continue
        cue = _silence(text, i, lemma) or _verb(text, i, lemma)
        if cue is not None:
            yield cue
    for i, lemma in enumerate(text.lemmas):
        if lemma in cues.nouns and text.pos[i] == "NOUN":
            yield Cue(
                token=i,
                frame="noun",
                shown=text.words[i],
                lemma=lemma,
                subject=None,
                polarity="hoped" if lemma in cues.hoped else "asserted",
            )


def _tagged_noun(text: Text, i: int, lemma: str) -> bool:
    """The small model takes "said" in headlines and after quotations for other parts of speech."""
    return text.words[i] in ("said", "says", "told", "added", "warned") or (
        text.lower[i] in ("says", "said") and text.is_headline(text.sentence_of[i])
    )


def _verb(text: Text, i: int, lemma: str) -> Cue | None:
    cues = text.lexicon.pack.cues
    particle = next((text.lower[j] for j in text.children[i] if text.deps[j] == "prt"), None)
    phrase = f"{lemma} {particle}" if particle else lemma
    polarity = next((p for p, verbs in cues.object.items() if phrase in verbs), None)
    clausal = (
        lemma in cues.speech or lemma in cues.mental or (particle is not None and cues.particles.get(lemma) == particle)
    )
    if polarity is None and not clausal and lemma not in cues.quote and not _beside_quotation(text, i):
        return None
    if not _reports(text, i):
        return None
    return Cue(
        token=i,
        frame="clause" if clausal else "quote" if polarity is None else "object",
        shown=text.words[i] + (f" {particle}" if particle else ""),
        lemma=phrase,
        subject=subject_of(text, i),
        polarity=polarity or ("denied" if lemma == "deny" else "hoped" if lemma == "hope" else "asserted"),
        mental=lemma in cues.mental and lemma not in cues.speech,
    )


def _beside_quotation(text: Text, i: int) -> bool:
    """ "..." grumbled X; "..." the minister fumed; X stormed: "...": what stands so reports, whatever the verb."""
    if text.tags[i] not in ("VBD", "VBZ", "VBP") or text.quoted[i]:
        return False
    subject = next((j for j in text.children[i] if text.deps[j] == "nsubj"), None)
    if subject is None:
        return False
    first = min(text.subtree(subject)[0], i)
    after = {e for _, e in text.quotes}
    if first in after or (first - 1 in after and text.words[first - 1] == ","):
        return True
    opening = {s for s, _ in text.quotes}
    return text.words[i + 1 : i + 2] == [":"] and i + 2 in opening


def _reports(text: Text, i: int) -> bool:
    """False for "would say", "did not say", "to say" and "the stated goal": nobody is reported to have spoken."""
    if (
        text.words[i].istitle()
        and text.sentences[text.sentence_of[i]][0] != i
        and not text.is_headline(text.sentence_of[i])
    ):
        return False
    if text.deps[i] in ("amod", "compound") or (text.tags[i] == "VB" and text.deps[i] == "csubj"):
        return False
    helpers = [j for j in text.children[i] if text.deps[j] in ("aux", "auxpass", "neg")]
    words = {text.lower[j] for j in helpers if text.words[j] != "May"}
    if words & text.lexicon.pack.negation.negators or words & HEDGES:
        return False
    if "to" in words:
        return text.lemmas[text.heads[i]] in ("go", "continue")
    passive = any(text.deps[j] == "auxpass" for j in helpers)
    return not passive or text.lemmas[i] == "quote" or any(text.deps[j] == "agent" for j in text.children[i])


def _silence(text: Text, i: int, lemma: str) -> Cue | None:
    """ "Declined to comment", "did not elaborate", "made no mention of"."""
    cues = text.lexicon.pack.cues
    kept_back = cues.silence.get(lemma, frozenset())
    negated = any(text.lower[j] in text.lexicon.pack.negation.negators for j in text.children[i])
    objects = [j for j in text.children[i] if text.deps[j] in ("xcomp", "dobj", "ccomp", "obj")]
    silent = (
        (kept_back and any(text.lemmas[j] in kept_back and not _is_passive(text, j) for j in objects))
        or (
            negated and lemma in cues.unsaid and not any(text.deps[j] == "ccomp" and _is_that(text, j) for j in objects)
        )
        or (lemma in ("make", "have", "offer", "give") and any(_is_no_noun(text, j) for j in objects))
    )
    if not silent:
        return None
    return Cue(token=i, frame="silence", shown=text.words[i], lemma=lemma, subject=subject_of(text, i))


def _is_passive(text: Text, j: int) -> bool:
    """ "Declined to be identified" tells of a name, not of an answer; "refused to be drawn" does."""
    return text.lemmas[j] != "draw" and any(text.deps[k] == "auxpass" for k in text.children[j])


def _is_that(text: Text, clause: int) -> bool:
    return any(text.lower[j] == "that" and text.deps[j] == "mark" for j in text.children[clause])


def _is_no_noun(text: Text, j: int) -> bool:
    return text.lemmas[j] in text.lexicon.pack.cues.unsaid_nouns and any(
        text.lower[k] == "no" for k in text.children[j]
    )


def subject_of(text: Text, i: int) -> int | None:
    """The head of the verb's subject: its own, its relative's antecedent, or that of the verb it depends on."""
    for _ in range(5):
        for j in text.children[i]:
            if text.deps[j] in SUBJECTS and text.deps[j] != "agent":
                relative = text.lower[j] in ("who", "which", "that") and text.deps[i] == "relcl"
                return text.heads[i] if relative else j
        agent = next((k for j in text.children[i] if text.deps[j] == "agent" for k in text.children[j]), None)
        if agent is not None:
            return agent
        if text.tags[i] == "VBG" and text.deps[text.heads[i]] in ("ccomp", "conj"):
            i = text.heads[text.heads[i]]
            continue
        if text.deps[i] not in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep") or text.heads[i] == i:
            return None
        i = text.heads[i]
    return None


def speakers_of(text: Text, mentions: Mentions, cue: Cue) -> tuple[Found, ...]:
    """The mentions that the subject denotes: its head, and what is coordinated with it; never a name inside it."""
    heads = [cue.subject] if cue.subject is not None else []
    heads += [j for h in heads for j in _conjuncts(text, h)]
    found = [f for h in heads if (f := _named_by(text, mentions, h)) is not None and f.kind in SPEAKING]
    if not found and cue.subject is not None and text.lemmas[cue.subject] in text.lexicon.pack.cues.documents:
        found = _issuer(text, mentions, cue.subject)
    if not found:
        beside = _beside(text, mentions, cue.token)
        found = [beside] if beside is not None else []
    if not found and cue.subject is not None and _is_someone(text, mentions, cue):
        found = [_someone(text, cue.subject)]
    return tuple(dict.fromkeys(found))


def _named_by(text: Text, mentions: Mentions, head: int) -> Found | None:
    """The mention of a subject's head: of "the minister, X," the name in apposition."""
    found = mentions.at(head)
    if found is None and text.words[head].isupper():  # "Anna Holm MEP"
        found = next(
            (f for j in text.children[head] if text.deps[j] == "compound" and (f := mentions.at(j)) is not None), None
        )
    if found is None or found.form == "title":
        apposed = [f for j in text.children[head] if text.deps[j] == "appos" and (f := mentions.at(j)) is not None]
        return next((f for f in apposed if f.kind == "person" and f.form == "name"), found)
    return found


def _is_someone(text: Text, mentions: Mentions, cue: Cue) -> bool:
    """True when a noun that no mention covers does what only people do."""
    subject, cues = cue.subject, text.lexicon.pack.cues
    if subject is None or mentions.at(subject) is not None or text.pos[subject] not in ("NOUN", "PROPN"):
        return False
    lemma = text.lemmas[subject]
    return cue.lemma in cues.animate and lemma not in cues.inanimate and lemma not in cues.documents


def _someone(text: Text, head: int) -> Found:
    start = head
    while (
        start > 0
        and head - start < 4
        and text.deps[start - 1] in ("amod", "compound", "nummod")
        and text.heads[start - 1] in range(start, head + 1)
    ):
        start -= 1
    plural = text.tags[head] in ("NNS", "NNPS")
    return Found(
        start=start,
        end=head + 1,
        form="group",
        kind="group",
        name=text.clean(start, head + 1),
        rule="speaking-noun",
        confidence=0.6,
        plural=plural,
        head=head,
    )


def _conjuncts(text: Text, head: int) -> list[int]:
    return [k for j in text.children[head] if text.deps[j] == "conj" for k in (j, *_conjuncts(text, j))]


def _issuer(text: Text, mentions: Mentions, document: int) -> list[Found]:
    """ "A ministry statement said", "a statement from the ministry said": who issued the document."""
    inside = [j for j in text.children[document] if text.deps[j] in ("poss", "compound", "nmod")]
    inside += [k for j in text.children[document] if text.lower[j] in ("of", "from", "by") for k in text.children[j]]
    return [f for j in inside if (f := mentions.at(j)) is not None and f.kind in SPEAKING][:1]


def _beside(text: Text, mentions: Mentions, i: int) -> Found | None:
    """The mention right before the verb, or right behind it where speaker and verb are inverted."""
    start, end = text.sentences[text.sentence_of[i]]
    j = i - 1
    while j > start and text.pos[j] in ("ADV", "AUX"):
        j -= 1
    before = mentions.at(j) if j >= start else None
    if before is not None and before.kind in SPEAKING:
        return before
    inverted = i > start and (text.words[i - 1] in ('"', "”", "'", "’", "?", "!", ","))
    after = mentions.at(i + 1) if i + 1 < end else None
    if after is not None and text.words[i - 1] == "," and text.deps[head_of(text, after.start, after.end)] in OBJECTS:
        return None
    return after if inverted and after is not None and after.kind in SPEAKING else None


def is_document(text: Text, cue: Cue) -> bool:
    return cue.subject is not None and text.lemmas[cue.subject] in text.lexicon.pack.cues.documents
