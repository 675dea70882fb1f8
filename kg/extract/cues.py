"""Finds the words that report speech, and the subject whose speech it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extract.bounds import FINITE, finite_above, is_raised
from kg.extract.found import SUBJECTS, Found, head_of
from kg.extract.mentions import Mentions
from kg.extract.reporting import COPULAS, OBJECTS, is_beside_quotation, is_of_mind, is_silent, is_verb, lays, reports
from kg.extract.text import Text
from kg.model import Polarity

Frame = Literal["clause", "quote", "object", "silence", "noun"]

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
        if text.pos[i] not in ("VERB", "AUX") and not is_verb(text, i, lemma):
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


def _verb(text: Text, i: int, lemma: str) -> Cue | None:
    cues = text.lexicon.pack.cues
    particle = next((text.lower[j] for j in text.children[i] if text.deps[j] == "prt"), None)
    phrase = f"{lemma} {particle}" if particle else lemma
    polarity = next((p for p, verbs in cues.object.items() if phrase in verbs), None)
    clausal = (
        lemma in cues.speech or lemma in cues.mental or (particle is not None and cues.particles.get(lemma) == particle)
    )
    thing = polarity is not None or phrase in cues.things or lays(text, i, lemma)
    clausal = clausal or is_of_mind(text, i, lemma)
    if not thing and not clausal and lemma not in cues.quote and not is_beside_quotation(text, i):
        return None
    if not reports(text, i):
        return None
    return Cue(
        token=i,
        frame="clause" if clausal else "object" if thing else "quote",
        shown=text.words[i] + (f" {particle}" if particle else ""),
        lemma=phrase,
        subject=subject_of(text, i),
        polarity=polarity or ("denied" if lemma == "deny" else "hoped" if lemma == "hope" else "asserted"),
        mental=lemma in cues.mental | COPULAS and lemma not in cues.speech,
    )


def _silence(text: Text, i: int, lemma: str) -> Cue | None:
    if not is_silent(text, i, lemma):
        return None
    return Cue(token=i, frame="silence", shown=text.words[i], lemma=lemma, subject=subject_of(text, i))


def subject_of(text: Text, i: int) -> int | None:
    """The head of the verb's subject: its own, its relative's antecedent, or that of the verb it depends on."""
    for _ in range(5):
        for j in text.children[i]:
            if text.deps[j] in SUBJECTS and text.deps[j] != "agent" and text.quoted[j] <= text.quoted[i]:
                return _antecedent(text, i, j) if text.tags[j] in ("WP", "WDT") else j
        agent = next((k for j in text.children[i] if text.deps[j] == "agent" for k in text.children[j]), None)
        if agent is not None:
            return agent
        if text.tags[i] == "VBG" and text.deps[text.heads[i]] in ("ccomp", "conj"):
            i = text.heads[text.heads[i]]
            continue
        if is_raised(text, i):
            i = finite_above(text, i)
            continue
        if text.deps[i] not in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep") or text.heads[i] == i:
            return None
        i = text.heads[i]
    return None


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


def speakers_of(text: Text, mentions: Mentions, cue: Cue) -> tuple[Found, ...]:
    """The mentions that the subject denotes: its head, and what is coordinated with it; never a name inside it."""
    heads = [cue.subject] if cue.subject is not None else []
    heads += [j for h in heads for j in _conjuncts(text, h)]
    found = [f for h in heads if (f := _named_by(text, mentions, h)) is not None and f.kind in SPEAKING]
    if not found and cue.subject is not None and text.lemmas[cue.subject] in text.lexicon.pack.cues.documents:
        found = _issuer(text, mentions, cue.subject)
    if not found:
        beside = _beside(text, mentions, cue.token) or _across_apposition(text, mentions, cue)
        found = [beside] if beside is not None else []
    if not found and cue.subject is not None and _is_someone(text, mentions, cue):
        found = [someone(text, cue.subject)]
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
        if found is not None and text.words[found.end : found.end + 1] == [","]:
            apposed += [f for j in range(found.end + 1, min(found.end + 4, len(text.words))) if (f := mentions.at(j))]
        return next((f for f in apposed if f.kind == "person" and f.form == "name"), found)
    return found


def _is_someone(text: Text, mentions: Mentions, cue: Cue) -> bool:
    """True when a noun that no mention covers does what only people do."""
    subject, cues = cue.subject, text.lexicon.pack.cues
    if subject is None or mentions.at(subject) is not None or text.pos[subject] not in ("NOUN", "PROPN"):
        return False
    lemma = text.lemmas[subject]
    human = cue.lemma in cues.animate or cue.frame == "silence"
    return human and lemma not in cues.inanimate and lemma not in cues.documents


def someone(text: Text, head: int) -> Found:
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


def _across_apposition(text: Text, mentions: Mentions, cue: Cue) -> Found | None:
    """ "X, head of Y, which does Z, called": whom the parser lost, where what is said of him begins the sentence."""
    i = cue.token
    start = text.sentences[text.sentence_of[i]][0]
    if cue.subject is not None or text.tags[i] not in FINITE or text.words[i - 1 : i] != [","]:
        return None
    opening = (f for j in range(start, min(start + 5, i)) if (f := mentions.at(j)) is not None)
    first = next((f for f in opening if f.kind in SPEAKING), None)
    return first if first is not None and text.words[first.end] == "," and first.end < i - 1 else None


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
