"""Whether a verb reports speech, by its form and what hangs on it; and whether it reports silence."""

from __future__ import annotations

from kg.extract.bounds import CLOSING
from kg.extract.found import SUBJECTS
from kg.extract.idioms import is_put, managed_by
from kg.extract.passing import is_compound, is_passing
from kg.extract.tags import FINITE
from kg.extract.text import Text
from kg.extract.verbs import is_of_nobody, is_over

HEDGES = frozenset({"would", "could", "might", "may", "should", "'d", "’d", "can", "must", "will", "'ll"})
SUPPOSING = frozenset({"would", "could", "might", "may", "'d", "’d"})
EXPECTED = frozenset({"expect", "likely", "set", "due", "poise", "prepare"})
UNCERTAIN = frozenset({"if", "whether", "unless", "lest"})
CLEAR = frozenset(
    {"slip", "drop", "clear", "plain", "known", "explicit", "public", "obvious", "doubt", "understood", "felt"}
)
OBJECTS = frozenset({"dobj", "dative", "pobj", "obj"})
FEELING = frozenset({"of", "about", "over", "at", "with"})
# "Provided that": a conjunction where nobody provides.
CONDITIONS = frozenset({"provided", "providing", "supposing", "assuming", "granted"})
COPULAS = frozenset({"be", "remain", "sound", "feel"})


def is_verb(text: Text, i: int, lemma: str) -> bool:
    """The small model takes "said" in headlines and after quotations for other parts of speech."""
    if text.words[i] in ("said", "says", "told", "added", "warned"):
        return True
    if text.lower[i] in ("says", "said") and text.is_headline(text.sentence_of[i]):
        return True
    if lemma not in text.lexicon.pack.cues.animate or text.tags[i] == "VBG":
        return False
    kinds = {text.deps[j] for j in text.children[i] if text.deps[j] != "ccomp" or is_that_clause(text, j)}
    return {"nsubj", "ccomp"} <= kinds


def is_beside_quotation(text: Text, i: int) -> bool:
    """ "..." grumbled X; "..." the minister fumed; X stormed: "...": what stands so reports, whatever the verb."""
    if text.tags[i] not in FINITE or text.quoted[i]:
        return False
    subject = next((j for j in text.children[i] if text.deps[j] == "nsubj"), None)
    if subject is None:
        return False
    first = min(text.subtree(subject)[0], i)
    after = {e for _, e in text.quotes if text.words[e - 2] != "."}  # "Enough." X left
    if first in after or (first - 1 in after and text.words[first - 1] == ","):
        return True
    opening = {s for s, _ in text.quotes}
    return text.words[i + 1 : i + 2] == [":"] and i + 2 in opening


def makes_clear(text: Text, i: int, lemma: str) -> bool:
    """ "Made it clear that", "made plain that", "let it be known that"."""
    if lemma not in ("make", "let", "leave"):
        return False
    behind = text.lower[i + 1 : i + 4]
    if lemma == "let" and "know" in behind:  # "let Tokyo know that"
        return True
    return any(word in CLEAR for word in behind) and (behind[0] == "it" or behind[0] in CLEAR)


def is_that(text: Text, i: int) -> bool:
    """ "Recognised that", "accepted for the first time that": a clause with "that", and no thing."""
    return any(text.deps[j] == "ccomp" and j > i and is_that_clause(text, j) for j in text.children[i])


def lays(text: Text, i: int, lemma: str) -> bool:
    """ "Laid the blame on", "cast doubt on"."""
    cues = text.lexicon.pack.cues
    return lemma in cues.voicing and any(
        text.deps[j] in OBJECTS and text.lemmas[j] in cues.laid for j in text.children[i]
    )


def is_of_mind(text: Text, i: int, lemma: str) -> bool:
    """ "Was adamant that", "is confident the talks will go on": somebody's view, where somebody is the subject."""
    if lemma not in COPULAS:
        return False
    adjectives = [j for j in text.children[i] if text.deps[j] == "acomp"]
    subjects = [j for j in text.children[i] if text.deps[j] in SUBJECTS]
    return (
        any(text.lower[j] not in ("it", "this", "that", "what", "which") for j in subjects)
        and any(text.lemmas[j] in text.lexicon.pack.cues.adjectives for j in adjectives)
        and (
            any(text.deps[k] == "ccomp" and k > j for j in adjectives for k in (*text.children[j], *text.children[i]))
            or attitude(text, i) is not None
        )
    )


def attitude(text: Text, i: int) -> int | None:
    """The preposition of "is confident of victory", "was worried about the rouble"."""
    adjectives = text.lexicon.pack.cues.adjectives
    felt = [j for j in text.children[i] if text.deps[j] == "acomp" and text.lemmas[j] in adjectives]
    return next((k for j in felt for k in text.children[j] if k > j and text.lower[k] in FEELING), None)


def is_tagged(text: Text, i: int) -> bool:
    """ "The price, the delegation calculated, would double": a verb that the parser took for a participle."""
    above, cues = text.heads[i], text.lexicon.pack.cues
    if text.deps[i] != "acl" or text.tags[i] not in ("VBN", "VBD") or above != i - 1 or i + 1 >= len(text.words):
        return False
    within = text.words[i + 1] == "," and text.words[text.subtree(above)[0] - 1] == ","
    return within and text.lemmas[i] in cues.animate | cues.mental


def reports(text: Text, i: int) -> bool:
    """False for "would say", "did not say", "to say" and "the stated goal": nobody is reported to have spoken."""
    if (
        text.words[i].istitle()
        and text.sentences[text.sentence_of[i]][0] != i
        and not text.is_headline(text.sentence_of[i])
    ):
        return False
    if text.deps[i] in ("amod", "compound") or (text.tags[i] == "VB" and text.deps[i] == "csubj"):
        return False
    if (
        text.lower[i] in CONDITIONS
        and text.lower[i + 1 : i + 2] == ["that"]
        and text.words[i - 1] not in ("has", "had")
    ):
        return any(text.deps[j] in SUBJECTS and j < i for j in text.children[i])
    if is_passing(text, i) or is_compound(text, i):
        return False
    if is_of_nobody(text, i) or is_over(text, i) or _is_inverted(text, i) or _is_gerunds_object(text, i):
        return False
    if managed_by(text, i) is not None or is_put(text, i):
        return True
    if is_tagged(text, i):
        return True
    helpers = [j for j in text.children[i] if text.deps[j] in ("aux", "auxpass", "neg")]
    if text.tags[i] == "VBN" and text.deps[i] in ("acl", "advcl") and not helpers:
        return text.lemmas[i] in text.lexicon.pack.cues.judged["as"]
    alone = not any(text.deps[j] in SUBJECTS for j in text.children[i])
    if text.lemmas[i] == "ask" and text.words[i - 1] not in CLOSING and alone:
        return text.deps[i] == "conj"
    if any(text.lower[j] == "as" and text.deps[j] == "mark" for j in text.children[i]) and not text.is_headline(
        text.sentence_of[i]
    ):
        return text.deps[i] != "advcl" or any(text.deps[j] == "ccomp" and j > i for j in text.children[i])
    if any(text.lower[j] in UNCERTAIN and text.deps[j] == "mark" for j in text.children[i]):
        return False
    words = {text.lower[j] for j in helpers if text.words[j] != "May"}
    if words & {"could", "would"} and (
        text.lower[i + 1 : i + 2] == ["only"] or any(text.lower[j] == "only" for j in text.children[i])
    ):
        return True
    if text.tags[i] in ("VBN", "VBD"):  # "she'd told him": had
        words -= {"'d", "’d"}
    if words & text.lexicon.pack.negation.negators or words & HEDGES:
        return False
    if "to" in words:
        return text.lemmas[text.heads[i]] in ("go", "continue") or _is_purpose(text, i) or _is_hearsay(text, i)
    passive = any(text.deps[j] == "auxpass" for j in helpers)
    return not passive or text.lemmas[i] == "quote" or any(text.deps[j] == "agent" for j in text.children[i])


def _is_inverted(text: Text, i: int) -> bool:
    """ "Had the banks agreed, ...", "should he say so, ...": a condition that its helper opens."""
    first, last = text.sentences[text.sentence_of[i]]
    helper = next((j for j in text.children[i] if text.deps[j] in ("aux", "auxpass")), i)
    opens = helper == first and text.lower[first] in ("had", "should", "were")
    return opens and text.words[last - 1] != "?" and "," in text.words[i:last]


def _is_gerunds_object(text: Text, i: int) -> bool:
    """ "Citing reports that": a noun that the parser takes for a verb, behind what it takes for a name."""
    opens = text.sentences[text.sentence_of[i]][0] == i - 1
    return opens and text.lower[i - 1].endswith("ing") and text.tags[i] == "VBZ"


def is_supposed(text: Text, i: int) -> bool:
    """ "Would have said that", "if he says that", "is expected to say that": words nobody has spoken."""
    if text.tags[i] not in ("VB", "VBN", "VBZ", "VBP", "VBD") or not any(
        text.deps[j] == "ccomp" and j > i for j in text.children[i]
    ):
        return False
    words = {text.lower[j] for j in text.children[i] if text.deps[j] in ("aux", "neg", "auxpass")}
    if words & text.lexicon.pack.negation.negators:
        return False
    if any(text.lower[j] in UNCERTAIN and text.deps[j] == "mark" for j in text.children[i]) or words & SUPPOSING:
        return True
    return "to" in words and text.deps[i] == "xcomp" and text.lemmas[text.heads[i]] in EXPECTED


def will_say(text: Text, i: int) -> bool:
    """ "The minister will say on Monday that": a speech told of before it is held."""
    words = {text.lower[j] for j in text.children[i] if text.deps[j] in ("aux", "neg")}
    told = any(text.deps[j] == "ccomp" and j > i for j in text.children[i])
    later = any(text.lower[j] == "later" for j in text.children[i])
    return told and text.deps[i] == "ROOT" and (words == {"will"} or (later and words == {"would"}))


def _is_purpose(text: Text, i: int) -> bool:
    """ "Rose to announce that", "took to Twitter to say that": done, where the verb above tells what was done."""
    above = text.heads[i]
    told = text.tags[above] == "VBD" and not any(text.deps[j] in ("aux", "neg") for j in text.children[above])
    return (
        told
        and text.deps[i] in ("advcl", "xcomp")
        and text.lemmas[above] in text.lexicon.pack.cues.rising
        and any(text.deps[j] == "ccomp" and j > i for j in text.children[i])
    )


def _is_hearsay(text: Text, i: int) -> bool:
    """ "Is reported to have said"."""
    above = text.heads[i]
    return text.deps[i] == "xcomp" and text.lemmas[above] in ("report", "say", "allege", "understand", "know", "quote")


def is_that_clause(text: Text, clause: int) -> bool:
    return any(text.lower[j] == "that" and text.deps[j] == "mark" for j in text.children[clause])
