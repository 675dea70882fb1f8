"""Verbs of talking and seeing, which tell of an encounter by what stands around them: "spoke by phone"."""

from __future__ import annotations

from kg.extract.arguments import direct_object, objects_of, own_subject, passive_guest
from kg.extract.encounters import Encounter, Stage, are_several, companions, doer, is_person, is_placed_by, is_timed
from kg.extract.meeting_nouns import LASTING
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.extract.verbs import particle

GOING_ON = frozenset("talk negotiate confer haggle bargain consult huddle parley argue".split())
SPOKEN = frozenset({"phone", "telephone", "videolink", "videoconference", "teleconference", "zoom"})
TELLING = frozenset({"tell", "urge", "assure", "inform", "warn", "press", "ask", "promise", "advise", "thank"})


def find_talk(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "Conferred with", "are discussing disputes with", "spoke by phone", "to see", "invited both back"."""
    text, pack = stage.text, stage.text.lexicon.pack.meetings
    kind = pack.with_.get(lemma)
    agent = doer(text, i)
    if lemma == "invite" and (agent is None or stage.is_person_like(agent)):
        return _seen(stage, i, lemma)
    agent = passive_guest(text, i) if agent is None and kind is not None else agent
    if agent is None or not (stage.is_person_like(agent) or (kind is not None and are_several(stage, agent))):
        return None
    if lemma in ("see", "hear"):
        return _seen(stage, i, lemma)
    if lemma in TELLING and is_person(stage, direct_object(text, i)) and _is_by_phone(text, i):
        return Encounter(kind="call", token=i, verb=i, rule="phone")
    if kind is None:
        return None
    if lemma in ("confer", "huddle") and are_several(stage, agent) and is_timed(stage, i):
        return Encounter(kind=kind, token=i, verb=i, rule="verb")
    if lemma in GOING_ON and are_several(stage, agent) and _goes_on(stage, i) and mood_of(text, i).is_real:
        return Encounter(kind=kind, token=i, verb=i, rule="verb")
    with_someone = any(stage.is_person_like(j) for j in companions(text, i))
    by_phone = _is_by_phone(text, i)
    if lemma in ("discuss", "talk", "confer", "consult", "negotiate") and by_phone and are_several(stage, agent):
        return Encounter(kind="call", token=i, verb=i, rule="phone")
    if lemma == "speak":
        spoke = is_timed(stage, i) and mood_of(text, i).is_real and is_person(stage, agent)
        to = [*companions(text, i), *objects_of(text, i, frozenset({"to"}))]
        reporters = text.lexicon.pack.meetings.reporters
        spoke = spoke and any(is_person(stage, j) and text.lemmas[j] not in reporters for j in to)
        return Encounter(kind="call", token=i, verb=i, rule="phone") if by_phone or spoke else None
    if lemma in ("negotiate", "discuss", "talk", "consult") and mood_of(text, i).form in (
        "infinitive",
        "may",
        "gerund",
    ):
        return None
    if lemma == "sit" and particle(text, i) != "down" and text.lower[i + 1 : i + 2] != ["down"]:
        return None
    together = lemma == "sit" and (is_placed_by(text, i) or is_timed(stage, i))
    together = together or any(text.lower[j] == "together" for j in text.children[i])
    together = together and are_several(stage, agent)
    return Encounter(kind=kind, token=i, verb=i, rule="verb") if with_someone or together else None


def _is_by_phone(text: Text, verb: int) -> bool:
    """ "By telephone", "over the phone", "by video link"."""
    means = objects_of(text, verb, frozenset({"by", "on", "over", "via"}))
    return any(
        text.lemmas[k] in SPOKEN or any(text.lemmas[j] in SPOKEN | {"video"} for j in text.children[k]) for k in means
    )


def _goes_on(stage: Stage, verb: int) -> bool:
    """ "For four hours", "into the night", "until dawn", "in Geneva", "on Monday"."""
    text = stage.text
    spans = objects_of(text, verb, frozenset({"for", "into", "until", "till", "through"}))
    long = any(text.lemmas[k] in LASTING | {"dawn", "midnight", "dusk"} for k in spans)
    return long or is_timed(stage, verb) or is_placed_by(text, verb)


def _has_clause(text: Text, verb: int) -> bool:
    """ "Saw prices fall on Monday": nobody is met."""
    return any(text.deps[j] in ("ccomp", "xcomp", "acl") and j > verb for j in text.children[verb])


def _seen(stage: Stage, i: int, lemma: str) -> Encounter | None:
    text = stage.text
    met = direct_object(text, i)
    met = own_subject(text, i) if met is None else met
    if met is None or not (stage.is_person_like(met) or text.tags[met] == "NNS"):
        return None
    if lemma in ("see", "hear"):
        to = lemma == "see" and any(text.lower[j] == "to" for j in text.children[i]) and is_person(stage, met)
        dated = is_timed(stage, i) and direct_object(text, i) is not None and not _has_clause(text, i)
        return Encounter(kind="talks", token=i, verb=i, rule="verb") if to or dated else None
    bidden = any(
        text.lemmas[j] in ("discuss", "attend", "talk", "join", "visit")
        for j in text.children[i]
        if text.deps[j] in ("xcomp", "advcl")
    )
    back = any(text.lower[j] == "back" for j in text.children[i]) or any(
        text.lemmas[k] in text.lexicon.meeting_nouns for k in objects_of(text, i, frozenset({"to", "for"}))
    )
    return Encounter(kind="talks", token=i, verb=i, joins=False, rule="invitation") if bidden or back else None
