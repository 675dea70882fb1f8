"""Encounters told without the word: "is due in Geneva", "ministers will discuss it on Friday", "signed in Prague"."""

from __future__ import annotations

from kg.extract.actors import actors, named
from kg.extract.arguments import agent_of, direct_object, own_subject, passive_guest
from kg.extract.encounters import PLACES, Encounter, Stage, is_place, is_timed
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.extract.verbs import is_passive, particle

AGREEING = frozenset({"agree", "break", "bridge", "resolve", "settle", "overcome", "narrow", "end", "reach"})
AHEAD = frozenset({"future", "infinitive", "would"})
AWAITED = frozenset({"expect", "due", "await"})
SIGNING = frozenset({"sign", "initial", "strike", "clinch", "seal", "thrash", "hammer"})
BARGAINS = frozenset({"compromise", "truce", "settlement", "bargain", "understanding", "armistice", "ceasefire"})
WHERETO = frozenset({"in", "at", "back"})


def find_arrival(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "The envoy is expected back in Tehran on Sunday", "is due in Geneva"."""
    text = stage.text
    if lemma not in AWAITED or (lemma != "due" and text.tags[i] != "VBN"):
        return None
    verb = text.heads[i] if lemma == "due" else i
    guest = next((j for j in text.children[verb] if text.deps[j] in ("nsubj", "nsubjpass")), None)
    if guest is None or any(text.deps[j] == "xcomp" for j in (*text.children[i], *text.children[verb])):
        return None
    found = named(text, stage.mentions, guest)
    if found is None:
        return None
    placed = any(_leads(text, j) for n in (i, verb) for j in text.children[n])
    return Encounter(kind="visit", token=verb, verb=verb, rule="arrival") if placed else None


def _leads(text: Text, i: int) -> bool:
    """A place behind "in" or "at", also of "back in"."""
    return text.lower[i] in WHERETO and (is_place(text, i) or any(is_place(text, j) for j in text.children[i]))


def find_deliberation(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "EU ministers are to take it up on Thursday", "the Senate will debate the bill on Saturday"."""
    text = stage.text
    words = text.lexicon.pack.meetings.deliberate
    prt = particle(text, i)
    if lemma not in words and f"{lemma} {prt}" not in words:
        return None
    agent = agent_of(text, i)
    body = named(text, stage.mentions, agent) if agent is not None else None
    if (
        body is None
        or body.kind not in ("institution", "group")
        or direct_object(text, i) is None
        or mood_of(text, i).form not in AHEAD
        or not is_timed(stage, i)
    ):
        return None
    return Encounter(kind="session", token=i, verb=i, rule="session")


def find_deadlock(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "Finance ministers failed on Thursday to break the deadlock": several who sat over it, at a time."""
    text, agent = stage.text, agent_of(stage.text, i)
    if lemma != "fail" or agent is None or text.tags[agent] != "NNS" or not mood_of(text, i).is_real:
        return None
    body = named(text, stage.mentions, agent)
    tried = any(text.deps[j] == "xcomp" and text.lemmas[j] in AGREEING for j in text.children[i])
    if body is None or not tried or not is_timed(stage, i):
        return None
    return Encounter(kind="talks", token=i, verb=i, rule="verb")


def find_signature(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "The two leaders signed the treaty in Prague": two or more who sign at a place."""
    text = stage.text
    mood = mood_of(text, i)
    if lemma not in SIGNING:
        return None
    pacts = text.lexicon.pack.measures.pacts.nouns
    signed, agent = direct_object(text, i), agent_of(text, i)
    paper = passive_guest(text, i)
    if paper is None and is_passive(text, i) and text.lemmas[text.heads[i]] == "be":  # "is to be signed"
        paper = own_subject(text, text.heads[i])
    if signed is None and paper is not None and text.lemmas[paper] in pacts:
        due = not mood.negated and not mood.conditional and is_timed(stage, i)
        placed = any(_at(text, j) for j in text.children[i])
        return (
            Encounter(kind="signing", token=i, verb=i, rule="verb")
            if due and placed and lemma in ("sign", "initial")
            else None
        )
    if signed is None or agent is None or text.lemmas[signed] not in pacts | BARGAINS or not mood.is_real:
        return None
    signers = actors(text, stage.mentions, [agent])
    several = len(signers) > 1 or any(f.plural for f in signers)
    near = [*text.children[i], *text.children[signed]]
    placed = any(text.lower[j] == "here" or _at(text, j) for j in near)
    return Encounter(kind="signing", token=i, verb=i, rule="verb") if several and placed else None


def _at(text: Text, i: int) -> bool:
    return text.lower[i] in ("in", "at") and any(text.tokens[k].ent_type_ in PLACES for k in text.children[i])
