"""What holds of a verb whatever it tells: passive or negated, and its particle; what is coordinated with a token."""

from __future__ import annotations

from kg.extract.text import Text

AUXILIARIES = frozenset({"aux", "auxpass"})
PASSIVES = frozenset({"auxpass", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
# Particles that the parser takes for adverbs, right behind the verb.
ADRIFT = frozenset({"back", "away", "up", "down", "off", "out", "over", "aside", "in"})
NEITHER = frozenset({"neither", "nor"})


def is_passive(text: Text, verb: int) -> bool:
    """ "Was agreed", "the truce struck by": a participle with an auxiliary of the passive, or behind its noun."""
    if text.tags[verb] not in ("VBN", "VBD"):
        return False
    if any(text.deps[j] in PASSIVES for j in text.children[verb]):
        return True
    if is_main_astray(text, verb):
        return False
    reduced = text.deps[verb] == "acl" and not any(text.deps[j] == "nsubj" for j in text.children[verb])
    return reduced or any(text.deps[j] == "agent" for j in text.children[verb])


def is_main_astray(text: Text, verb: int) -> bool:
    """ "The envoy, Alun Bevan, called on": the sentence's verb, which the parser hung on its subject."""
    noun = text.heads[verb]
    astray = text.tags[verb] == "VBD" and text.deps[verb] == "acl" and text.words[verb - 1] == ","
    return astray and text.deps[noun] == "ROOT" and text.pos[noun] in ("NOUN", "PROPN")


def is_negated(text: Text, verb: int) -> bool:
    """ "Did not agree", "no longer agrees", "nobody agreed", "nor did it agree": the verb says what is not."""
    negators, lower = text.lexicon.pack.negation.negators, text.lower
    if any(lower[j] in negators for j in text.children[verb]) or is_over(text, verb) or is_of_nobody(text, verb):
        return True
    return _shares_negation(text, verb) and is_negated(text, text.heads[verb])


def is_over(text: Text, verb: int) -> bool:
    """ "No longer imposes", "is no longer minister": it was so. "Took no longer than a day" tells of no end."""
    longer = [j for j in text.children[verb] if text.lower[j] == "longer"] or [verb + 2]
    return any(text.lower[j - 1 : j + 1] == ["no", "longer"] and text.lower[j + 1] != "than" for j in longer)


def is_of_nobody(text: Text, verb: int) -> bool:
    """ "Nobody agreed", "neither side agreed", "neither Chad nor Niger agreed", "it neither met nor phoned them"."""
    subject = next((j for j in text.children[verb] if text.deps[j].startswith("nsubj")), None)
    first = min([j for j in text.children[verb] if text.deps[j] in AUXILIARIES and j < verb] + [verb])
    if any(j and text.lower[j - 1] in NEITHER for j in (first, verb)):
        return True
    if subject is None:
        return _shares_subject(text, verb) and is_of_nobody(text, text.heads[verb])
    before = (j for j in text.children[subject] if text.deps[j] in ("det", "preconj"))
    before = (j for j in before if not text.lower[j + 1].isdigit())  # "a No 10 spokesman"
    return any(text.lower[j] in text.lexicon.pack.negation.nobody for j in (subject, *before))


def _shares_subject(text: Text, verb: int) -> bool:
    """True of a verb that another's subject governs too: "nobody met or phoned them"; "but" sets it apart."""
    above = text.heads[verb]
    joined = text.deps[verb] == "conj" and text.pos[above] in ("VERB", "AUX")
    return joined and not any(text.lower[j] == "but" for j in text.children[above] if above < j < verb)


def _shares_negation(text: Text, verb: int) -> bool:
    """True of a bare verb joined to another: "did not agree or sign"."""
    own = any(text.deps[j] in AUXILIARIES or text.deps[j].startswith("nsubj") for j in text.children[verb])
    return text.deps[verb] == "conj" and text.tags[verb] == "VB" and not own


def particle(text: Text, verb: int) -> str | None:
    """ "Off" of "call off", "back" of "roll back"."""
    return next((text.lower[j] for j in text.children[verb] if text.deps[j] == "prt"), None)


def phrases_of(text: Text, verb: int) -> tuple[str, ...]:
    """The verb with its particle, or without one where it has none; "rolled back" in both ways, likeliest first."""
    lemma, prt = text.lemmas[verb], particle(text, verb)
    if prt is not None:
        return (f"{lemma} {prt}",)
    after = text.lower[verb + 1] if verb + 1 < len(text.words) else ""
    return (f"{lemma} {after}", lemma) if after in ADRIFT and text.heads[verb + 1] == verb else (lemma,)


def conjuncts(text: Text, head: int) -> list[int]:
    """What is coordinated with the token, at any depth."""
    return [k for j in text.children[head] if text.deps[j] == "conj" for k in (j, *conjuncts(text, j))]
