"""What happens to an encounter: the verb that holds, attends, ends or puts it off."""

from __future__ import annotations

from kg.extract.arguments import direct_object, governor, raised
from kg.extract.encounters import (
    is_place,
    parties_beside,
    whole_of,
)
from kg.extract.text import Text
from kg.extract.verbs import particle

INTO = frozenset(
    {"for", "at", "in", "to", "into", "of", "after", "during", "before", "from", "on", "with", "following", "over"}
)
ENDINGS = frozenset(
    "collapse fail break resume founder stall adjourn reconvene restart cancel postpone scrap abandon shelve delay"
    " reschedule".split()
)
PUT_OFF = frozenset({("put", "off"), ("call", "off"), ("put", "back"), ("bring", "forward")})
AIMED = frozenset({"for", "to", "into", "from", "at", "in", "on"})


def is_ended(text: Text, verb: int) -> bool:
    """ "Collapsed", "was called off", "has been put back"."""
    return text.lemmas[verb] in ENDINGS or (text.lemmas[verb], particle(text, verb)) in PUT_OFF


def happening(text: Text, i: int) -> tuple[int | None, bool]:
    """The verb that holds, attends or ends the encounter, and whether its subject takes part."""
    pack = text.lexicon.pack.meetings
    for j in text.children[i]:
        if text.deps[j] not in ("acl", "relcl"):
            continue
        if text.pos[j] == "VERB" and text.lemmas[j] in pack.happen | pack.hold:
            return j, _is_left_out(text, j, j)
        below = raised(text, j)
        if text.lemmas[below] in pack.hold and _is_left_out(text, j, below):
            return below, True
    i = whole_of(text, i)
    if text.deps[i] == "nsubj" and text.lower[text.heads[i]] in pack.happen and text.pos[text.heads[i]] == "NOUN":
        return text.heads[i], False
    verb = governor(text, i, INTO)
    before = text.heads[text.heads[i]]
    if (
        verb is None
        and parties_beside(text, i)
        and text.deps[i] == "pobj"
        and text.lower[before] in ("prior", "ahead")
        and text.pos[text.heads[before]] == "VERB"
    ):
        return text.heads[before], True
    if verb is None or particle(text, verb) == "out":
        return None, False
    lemma, above = text.lemmas[verb], text.heads[i]
    if text.deps[i] in ("nsubj", "nsubjpass"):
        return (
            (verb, False)
            if lemma in pack.happen | pack.hold | pack.end or text.deps[i] == "nsubjpass"
            else (None, False)
        )
    direct = text.deps[i] in ("dobj", "obj", "attr", "conj")
    if direct and lemma in pack.hold | pack.end:
        return verb, True
    stays = lemma == "be" and any(is_place(text, j) for j in text.children[verb])
    if text.lower[above] in AIMED and (lemma in pack.go | pack.hold or stays):
        return verb, True
    mine = text.lower[above] not in ("during", "before") or not any(text.deps[j] == "poss" for j in text.children[i])
    if text.lower[above] in ("after", "before", "during", "of", "from", "at", "in", "to", "on", "following", "over"):
        return verb, mine
    return None, False


def _is_left_out(text: Text, clause: int, verb: int) -> bool:
    """ "The talks that Mr Kerry is to hold": somebody else is the subject, and the encounter is what is held."""
    subject = next((j for j in text.children[clause] if text.deps[j] == "nsubj"), None)
    return subject is not None and text.tags[subject] not in ("WDT", "WP") and direct_object(text, verb) is None
