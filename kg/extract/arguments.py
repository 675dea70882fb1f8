"""Who does what to whom around a verb or noun: agents through control and coordination, owners, companions."""

from __future__ import annotations

from kg.extract.asides import subject_past_aside
from kg.extract.found import apposed_to
from kg.extract.text import Text
from kg.extract.verbs import OBJECTS, is_passive

RELATIVE = frozenset({"who", "which", "that"})
DIRECTIVES = frozenset(
    "ask urge tell order force press push persuade allow let want invite call encourage require permit enable compel"
    " warn instruct direct request lobby pressure expect convince authorise authorize task beg".split()
)
CLIMBED = frozenset({"xcomp", "acomp", "advcl", "conj", "pcomp", "prep", "acl", "dobj", "pobj", "appos", "attr", "dep"})
RAISING = frozenset({"be", "expect", "schedule", "set", "plan", "due", "likely", "have", "appear", "seem", "continue"})
NUMERIC = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
DECIDED = frozenset(
    "decision move plan offer promise pledge threat proposal bid undertaking vow commitment refusal step intention"
    " willingness announcement order attempt failure".split()
)
LONGEST_CLIMB = 7


def passive_guest(text: Text, verb: int) -> int | None:
    """Whom a passive verb is done to: its subject, or the noun that its participle follows."""
    if not is_passive(text, verb):
        return None
    subject = next((j for j in text.children[verb] if text.deps[j] == "nsubjpass"), None)
    return subject if subject is not None or text.deps[verb] != "acl" else text.heads[verb]


def by_agent(text: Text, verb: int) -> int | None:
    """The object of the passive's "by", past "by 5 percent"."""
    bys = [
        j for j in text.children[verb] if text.deps[j] == "agent" or (text.lower[j] == "by" and is_passive(text, verb))
    ]
    doers = (k for j in bys for k in text.children[j] if text.deps[k] == "pobj")
    return next((k for k in doers if text.tokens[k].ent_type_ not in NUMERIC), None)


def own_subject(text: Text, verb: int) -> int | None:
    """The verb's own subject, or the antecedent of its relative."""
    for j in text.children[verb]:
        if text.deps[j] in ("nsubj", "nsubjpass"):
            return text.heads[verb] if text.lower[j] in RELATIVE and text.deps[verb] == "relcl" else j
    return None


def agent_of(text: Text, verb: int) -> int | None:
    """Who does it: the agent or subject, or that of the verb that governs it, through control and coordination."""
    i = verb
    for _ in range(LONGEST_CLIMB):
        agent = by_agent(text, i)
        if agent is not None:
            return agent
        if text.pos[i] in ("VERB", "AUX"):
            subject = own_subject(text, i)
            if subject is None and (past := subject_past_aside(text, i)) is not None:
                return past
            if subject is not None:
                return None if is_passive(text, i) and i == verb else subject
            if is_passive(text, i) and i == verb and text.deps[i] != "conj":
                return None
        if text.heads[i] == i or not _climbs(text, i):
            return None
        controller = _controller(text, i)
        if controller is not None:
            return controller
        if text.deps[i] == "acl":
            told = (text.heads[i], apposed_to(text, text.heads[i]))
            if (name := next((j for j in told if text.pos[j] == "PROPN"), None)) is not None:
                return name
        i = text.heads[i]
    return None


def _climbs(text: Text, i: int) -> bool:
    """True when the governor's subject is this one's too: not across a clause with a subject of its own."""
    if text.deps[i] == "ccomp":
        return text.tags[i] == "VBG" or any(text.lower[j] == "to" for j in text.children[i])
    return text.deps[i] in CLIMBED


def _controller(text: Text, i: int) -> int | None:
    """ "Urged Japan to lift", "pressure on Japan to lift", "Japan's plan to lift": who is to do it."""
    head = text.heads[i]
    if text.lemmas[head] in DIRECTIVES and text.deps[i] in ("xcomp", "ccomp", "advcl"):
        return next((j for j in text.children[head] if text.deps[j] in OBJECTS and head < j < i), None)
    if text.pos[head] in ("NOUN", "PROPN") and text.deps[i] == "acl":
        whose = next((j for j in text.children[head] if text.deps[j] == "poss"), None)
        return _decider(text, head) if whose is None else whose
    return None


def _decider(text: Text, noun: int) -> int | None:
    """ "A U.S. decision to sell", "the Danish offer to cut": the country before what is decided."""
    if text.lemmas[noun] not in DECIDED:
        return None
    return next((j for j in text.children[noun] if j < noun and text.words[j] in text.lexicon.polity_words), None)


def objects_of(text: Text, head: int, prepositions: frozenset[str]) -> list[int]:
    """The heads of what these prepositions govern, under a token."""
    return [
        k
        for j in text.children[head]
        if text.lower[j] in prepositions and text.deps[j] in ("prep", "agent", "dative")
        for k in text.children[j]
        if text.deps[k] == "pobj"
    ]


def direct_object(text: Text, verb: int) -> int | None:
    return next((j for j in text.children[verb] if text.deps[j] in OBJECTS and j > verb), None)


def raised(text: Text, verb: int) -> int:
    """ "Are expected to resume", "are to be cut": the verb that the subject is really of."""
    if text.lemmas[verb] not in RAISING:
        return verb
    below = [j for j in text.children[verb] if text.lemmas[j] in RAISING and text.deps[j] in ("acomp", "xcomp")]
    verbs = (
        j for n in (verb, *below) for j in text.children[n] if text.deps[j] == "xcomp" and text.tags[j] in ("VB", "VBN")
    )
    return next(verbs, verb)


def role_of(text: Text, noun: int) -> str:
    """The noun's relation to its verb, the one below a raising verb: of "payments are to be cut" it is the object."""
    relation, verb = text.deps[noun], text.heads[noun]
    if relation == "nsubj" and is_small(text, verb):
        return "nsubjpass"
    if relation not in ("nsubj", "nsubjpass") or (below := raised(text, verb)) == verb:
        return relation
    return "nsubjpass" if is_passive(text, below) else "nsubj"


def is_small(text: Text, verb: int) -> bool:
    """ "Wants the penalties scrapped": a participle that the parser takes for a finite verb."""
    wished = text.deps[verb] == "ccomp" and text.lemmas[text.heads[verb]] in ("want", "like", "see", "need", "have")
    bare = not any(text.deps[j] in (*OBJECTS, "aux", "auxpass", "mark") for j in text.children[verb])
    return wished and bare and text.tags[verb] in ("VBD", "VBN")


def governor(text: Text, noun: int, prepositions: frozenset[str] = frozenset()) -> int | None:
    """The verb of which the noun is subject or object, also through "round of" and the given prepositions."""
    i = noun
    for _ in range(5):
        head = text.heads[i]
        if head == i:
            return None
        if text.pos[head] in ("VERB", "AUX") and text.deps[i] in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "obj",
            "attr",
            "conj",
            "dep",
            "oprd",
        ):
            return raised(text, head) if text.deps[i] in ("nsubj", "nsubjpass") else head
        through = text.deps[i] in ("pobj", "prep", "conj", "compound", "appos", "pcomp")
        if text.deps[i] == "pobj" and text.lower[head] not in prepositions and text.lower[head] != "of":
            return None
        if not through:
            return head if text.pos[head] == "VERB" and text.deps[i] == "prep" else None
        i = head
        if text.deps[i] == "prep" and text.lower[text.heads[i]] in ("back", "away", "out"):  # "pulled back from"
            i = text.heads[i]
        if text.deps[i] in ("prep", "advmod") and text.pos[text.heads[i]] in ("VERB", "AUX"):
            return text.heads[i]
    return None
