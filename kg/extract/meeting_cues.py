"""Finds the words that tell of an encounter: its noun with what happens to it, a verb of meeting, a verb of going."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.actors import named
from kg.extract.arguments import agent_of, direct_object, objects_of, passive_guest
from kg.extract.encounters import (
    PLACES,
    TOGETHER,
    Encounter,
    Stage,
    are_several,
    doer,
    is_person,
    is_place,
    is_placed_by,
    is_timed,
    is_verb,
    purposes,
)
from kg.extract.meeting_hours import SPENT, find_hours, find_hours_with, find_vigil
from kg.extract.meeting_nouns import find_another, find_noun
from kg.extract.meeting_talks import find_talk
from kg.extract.meeting_verbs import find_arrival, find_deadlock, find_deliberation, find_signature
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.extract.verbs import is_of_nobody, is_over, particle
from kg.model import MeetingKind

MODIFIERS = frozenset({"compound", "amod", "nmod"})

PHONING = frozenset({"phone", "telephone"})
FULFILLED = frozenset("rule standard target need requirement deadline condition criterion goal cost obligation".split())
"""What is met and is no one."""

SENDING = frozenset({"send", "dispatch", "despatch"})
MISSIONS = frozenset("delegation mission envoy emissary team negotiator representative mediator".split())

SHUNNED = frozenset("refuse decline fail request reluctance unwilling unwillingness refusal".split())


def find_encounters(stage: Stage) -> Iterator[Encounter]:
    """The cues in the order of the text."""
    text = stage.text
    nouns = text.lexicon.meeting_nouns
    for i, lemma in enumerate(text.lemmas):
        found = None
        if text.pos[i] in ("NOUN", "PROPN") and (lemma in nouns or lemma.rstrip("s") in nouns):
            found = find_noun(stage, i, lemma if lemma in nouns else lemma.rstrip("s"))
        elif lemma in SPENT and text.pos[i] == "NOUN":
            found = find_hours_with(stage, i)
        elif is_verb(text, i):
            found = (
                _verb(stage, i, lemma)
                or _travel(stage, i, lemma)
                or find_talk(stage, i, lemma)
                or _gathering(stage, i, lemma)
                or find_arrival(stage, i, lemma)
                or find_deliberation(stage, i, lemma)
                or find_signature(stage, i, lemma)
                or find_hours(stage, i, lemma)
                or find_vigil(stage, i, lemma)
                or find_deadlock(stage, i, lemma)
            )
        elif lemma == "due":
            found = find_arrival(stage, i, lemma)
        elif lemma == "one":
            found = find_another(stage, i)
        elif text.lower[i] == "meeting" and text.tags[i] == "VBG":
            found = _verb(stage, i, "meet")
        if found is not None and not text.is_headline(text.sentence_of[i]) and not is_shunned(text, found):
            yield found


def is_shunned(text: Text, encounter: Encounter) -> bool:
    """ "Refused to sit down with", "requests to meet": nobody meets, or means to."""
    mood = mood_of(text, encounter.token if encounter.verb is None else encounter.verb)
    attending = encounter.verb is not None and text.lemmas[encounter.verb] == "attend"
    if attending and mood.governor is not None and text.lemmas[mood.governor] == "threaten":
        return True
    if encounter.rule not in ("verb", "travel"):
        return False
    if is_of_nobody(text, encounter.token) or is_over(text, encounter.token):
        return True
    above = text.lemmas[mood.governor] if mood.governor is not None else ""
    unmet = mood.negated and any(text.lemmas[j] == "have" for j in text.children[encounter.token])
    return unmet or above in SHUNNED or (mood.negated and mood.form in ("would", "future", "may"))


def _verb(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "X met Y", "visited Z", "phoned Y"."""
    text = stage.text
    kinds = text.lexicon.pack.meetings.verbs
    kind = kinds.get(lemma) or kinds.get(f"{lemma} {particle(text, i)}")
    if kind is None or text.deps[i] in MODIFIERS:
        return None
    met = direct_object(text, i)
    agent = agent_of(text, i)
    subject = agent is not None and (stage.is_person_like(agent) or text.lower[agent] in ("we", "i"))
    if met is None and (guest := passive_guest(text, i)) is not None:
        told = is_timed(stage, i) or is_placed_by(text, i) or agent is not None or bool(purposes(text, i))
        held = _is_met(stage, lemma, kind, guest) and told
        return Encounter(kind=kind, token=i, verb=i, rule="verb") if held else None
    if met is not None and not _is_met(stage, lemma, kind, met):
        return None
    alone = lemma in PHONING or (lemma == "meet" and objects_of(text, i, TOGETHER))
    if met is None and not alone and agent is not None and text.lower[agent] in ("we", "i"):
        subject = is_timed(stage, i) or is_placed_by(text, i)  # "until we meet again"
    if met is None and not alone and not (lemma == "meet" and (subject or _is_crowd(stage, i, agent))):
        return None
    if met is None and lemma in PHONING and not (agent is not None and is_person(stage, agent)):
        return None
    if lemma == "receive" and not is_person(stage, met):
        return None
    if kind == "visit" and agent is None:
        return None
    return Encounter(kind=kind, token=i, verb=i, rule="verb")


def _is_met(stage: Stage, lemma: str, kind: MeetingKind, met: int) -> bool:
    """Someone, and no reporter; of a visit also a place."""
    text = stage.text
    if text.lemmas[met] in text.lexicon.pack.meetings.reporters or text.lemmas[met] in FULFILLED:
        return False
    if stage.is_person_like(met) or (lemma == "meet" and text.lower[met] in ("us", "them", "him", "her", "me")):
        return True
    return kind == "visit" and (
        text.tokens[met].ent_type_ in PLACES or text.lemmas[met] in text.lexicon.pack.meetings.sights
    )


def _is_crowd(stage: Stage, i: int, agent: int | None) -> bool:
    """ "Shareholders meet on Friday": several who meet at a time or place."""
    text = stage.text
    return are_several(stage, agent) and (is_timed(stage, i) or is_placed_by(text, i))


def _gathering(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "Leaders gather in Brussels", "the council convenes in September"."""
    text = stage.text
    called = direct_object(text, i)
    if lemma in ("call", "bring") and called is not None and stage.is_person_like(called):
        together = any(text.lower[j] == "together" for j in text.children[i]) and is_timed(stage, i)
        return Encounter(kind="session", token=i, verb=i, rule="verb") if together else None
    if lemma not in text.lexicon.pack.meetings.gather or called is not None:
        return None
    agent = doer(text, i)
    agent = passive_guest(text, i) if agent is None else agent
    if agent is not None and text.lemmas[agent] in text.lexicon.pack.meetings.crowds:
        return None
    if agent is None or not (stage.is_person_like(agent) or (lemma != "assemble" and are_several(stage, agent))):
        return None
    placed = any(is_place(text, j) for j in text.children[i]) or is_timed(stage, i)
    return Encounter(kind="session", token=i, verb=i, rule="verb") if placed else None


def _travel(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "Travelled to Geneva", "landed in Beijing": a person or delegation, and a place."""
    text = stage.text
    prepositions = text.lexicon.pack.meetings.travel.get(lemma)
    if prepositions is None:
        return None
    agent = direct_object(text, i) if lemma in SENDING else agent_of(text, i)
    if lemma == "fly" and particle(text, i) == "in" and agent is not None and is_person(stage, agent):
        return Encounter(kind="visit", token=i, verb=i, rule="travel")
    if agent is None or not _goes(stage, agent, sent=lemma in SENDING):
        return None
    aimed = bool(purposes(text, i))  # "flies to X for talks": wherever that is
    for j in text.children[i]:
        towns = text.children[j] if text.lower[j] in prepositions else ()
        if any(_is_town(stage, k) or (aimed and text.pos[k] == "PROPN") for k in towns):
            return Encounter(kind="visit", token=i, verb=i, joins=lemma not in SENDING, rule="travel")
    return None


def _goes(stage: Stage, mover: int, *, sent: bool) -> bool:
    """A person or people; of those who are sent only who could talk: "sent a delegation", and no troops."""
    found = named(stage.text, stage.mentions, mover)
    if sent or found is None:
        return stage.text.lemmas[mover] in MISSIONS
    return found.kind in ("person", "group")


def _is_town(stage: Stage, i: int) -> bool:
    if stage.text.lower[i] == "capital" and stage.text.deps[i] == "pobj":
        return True
    unknown = stage.text.pos[i] == "PROPN" and not stage.text.tokens[i].ent_type_ and stage.mentions.at(i) is None
    return unknown or stage.text.tokens[i].ent_type_ in PLACES or stage.text.words[i] in stage.text.lexicon.capitals
