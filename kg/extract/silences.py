"""Whether a verb reports that somebody kept silent, and on what."""

from __future__ import annotations

from kg.extract.bounds import JOINING
from kg.extract.noun_clauses import Tokens
from kg.extract.reporting import HEDGES, OBJECTS, is_that_clause
from kg.extract.text import Text
from kg.extract.verbs import is_negated

# "Did not return calls" is silence, "would not return to the table" is not.
CALLS = frozenset({"call", "message", "email", "e-mail", "request", "phone", "telephone"})
# What one does not do without a word: "would not give way", "would not commit troops".
KEPT = frozenset({"give", "provide", "commit", "offer", "share", "release", "draw", "talk", "rule", "weigh", "return"})
KEEPING = frozenset({"be", "remain", "stay", "keep"})


def is_silent(text: Text, i: int, lemma: str) -> bool:
    """ "Declined to comment", "did not elaborate", "made no mention of"."""
    cues = text.lexicon.pack.cues
    kept_back = cues.silence.get(lemma, frozenset())
    negated = is_negated(text, i)
    if lemma == "return" and not any(text.lemmas[k] in CALLS for k in text.children[i]):
        return False
    modal = any(text.lower[j] in HEDGES for j in text.children[i])
    unsaid = cues.unsaid | (cues.silence.get("decline", frozenset()) - KEPT if modal else frozenset())
    objects = [j for j in text.children[i] if text.deps[j] in ("xcomp", "dobj", "ccomp", "obj")]
    told = any(text.deps[j] == "ccomp" and is_that_clause(text, j) for j in objects)
    drawn = lemma == "draw" and any(text.deps[j] == "auxpass" for j in text.children[i])
    return bool(
        (negated and drawn)
        or (kept_back and any(text.lemmas[j] in kept_back and _is_answer(text, j) for j in objects))
        or (negated and lemma in unsaid and not told)
        or (lemma == "have" and _is_yet_to(text, i))
        or _is_mute(text, i, lemma)
        or (lemma in ("make", "have", "offer", "give") and any(_is_no_noun(text, j) for j in objects))
        or _is_without_comment(text, i, negated=negated)
    )


def _is_mute(text: Text, i: int, lemma: str) -> bool:
    """ "Remained silent", "were tight-lipped about the swap"."""
    mute = [j for j in text.children[i] if text.lemmas[j] in text.lexicon.pack.cues.mute]
    if lemma not in KEEPING or not mute or text.tags[i] == "VB":
        return False
    about = any(text.lower[k] in ("on", "about", "over") for j in (i, mute[0]) for k in text.children[j])
    return about or lemma != "be"


def _is_yet_to(text: Text, i: int) -> bool:
    """ "Has yet to comment"."""
    unsaid = text.lexicon.pack.cues.unsaid
    return text.lower[i + 1 : i + 3] == ["yet", "to"] and any(
        text.deps[j] == "xcomp" and text.lemmas[j] in unsaid for j in text.children[i]
    )


def _is_without_comment(text: Text, i: int, *, negated: bool) -> bool:
    """ "Left without comment", "could not be reached for comment", "was unavailable for comment"."""
    words = {"without"} | ({"for"} if negated and text.lemmas[i] in ("reach", "be") else set())
    attached = [*text.children[i], *(k for j in text.children[i] if text.deps[j] == "acomp" for k in text.children[j])]
    unavailable = any(text.lower[j] == "unavailable" for j in text.children[i])
    return any(
        (text.lower[j] in words or (unavailable and text.lower[j] == "for"))
        and any(text.lower[k] in ("comment", "explanation", "reply") for k in text.children[j])
        for j in attached
    )


def _is_answer(text: Text, j: int) -> bool:
    """ "Refused to be drawn", "to give details" tell of an answer; "to be identified", "to give up" do not."""
    kinds = {text.deps[k] for k in text.children[j]}
    if text.lemmas[j] not in ("draw", "rule") and ("auxpass" in kinds or "prt" in kinds):
        return False
    if text.lemmas[j] not in ("give", "provide", "offer", "release", "share"):
        return True
    nouns = text.lexicon.pack.cues.unsaid_nouns
    return any(text.lemmas[k] in nouns for k in text.children[j] if text.deps[k] in OBJECTS)


def _is_no_noun(text: Text, j: int) -> bool:
    return text.lemmas[j] in text.lexicon.pack.cues.unsaid_nouns and any(
        text.lower[k] == "no" for k in text.children[j]
    )


# What is silence with its object only: "made no comment", "did not return a call".
VERBAL = frozenset({"make", "have", "offer", "give", "return", "leave", "reach", "be", "decline", "refuse"})


def silence(text: Text, v: int, lemma: str, last: int) -> Tokens:
    """What was not said: the complement, or with the verb where it is a word or two."""
    complements = [j for j in text.children[v] if j > v and text.deps[j] in ("xcomp", "dobj", "ccomp", "obj")]
    complements += [k for j in text.children[v] if text.lower[j - 1] == "nor" for k in text.children[j] if k > j]
    joined = next((j for j in text.children[v] if text.deps[j] == "cc" and j > v), last)  # "and said there was time"
    end = max((text.subtree(j)[1] for j in complements), default=min(joined, text.subtree(v)[1]))
    if complements and text.deps[complements[0]] == "xcomp":
        start = complements[0]
        start = v if end - start == 1 else start  # "declined to comment" says nothing without its verb
    elif complements and lemma not in VERBAL:
        start = text.subtree(complements[0])[0]
        start = v if end - start == 1 and text.lower[start] == "it" else start  # "would not confirm it"
    else:
        start = min([v, *(j for j in text.children[v] if text.deps[j] in ("aux", "neg"))])
    end = next((j for j in range(v + 1, end - 1) if text.words[j] == "," and text.lower[j + 1] in JOINING), end)
    return start, max(end, v + 1)
