"""Finds the words that tell of a measure: its noun with what is done to it, or a verb that is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.actors import owner
from kg.extract.acts import Act, Scene, is_of_none
from kg.extract.arguments import own_subject
from kg.extract.measure_deeds import find_allowance, find_deed, find_forgiven, find_frozen, find_payment
from kg.extract.measure_flows import find_cease, find_cutback, find_flow, find_restraint, find_taxed
from kg.extract.measure_laws import find_law
from kg.extract.measure_nouns import find_noun, relatives
from kg.extract.measure_pacts import find_departure, find_notice, find_pact
from kg.extract.measure_verbs import (
    find_ban,
    find_levy,
    find_list,
    find_purchase,
    find_ruling,
    find_stop,
    find_subsidised,
    find_verb,
)
from kg.extract.moods import Mood, is_on_condition, mood_of
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_over, is_passive

BEGGING = frozenset({"beg", "ask", "plead", "seek", "request", "hope", "need"})

DUTIES = frozenset({"must", "should", "ought"})
DEMANDING = frozenset({"demand", "insist", "urge", "recommend", "ask", "want"})

WANTING = frozenset({"demand", "want", "seek", "press", "push", "ask", "request", "call", "lobby", "argue", "urge"})

TRYING = frozenset({"attempt", "effort", "struggle", "bid", "try"})

UNWILLING = frozenset({"refuse", "fail", "decline", "avoid"})

HINDERING = frozenset("prevent stop keep block bar deter dissuade discourage restrain prohibit".split())

AWAITING = frozenset({"once", "until", "unless"})


def find_acts(scene: Scene) -> Iterator[Act]:
    """The cues in the order of the text: one for each token, and one for each relative clause of a measure."""
    text = scene.text
    words = text.lexicon.measure_words
    enacted: set[int] = set()
    ruled: set[int | None] = set()
    for i, lemma in enumerate(text.lemmas):
        acts = (finder(scene, i, lemma) for group in words.get(lemma, ()) for finder in FINDERS[group])
        act = next((act for act in acts if act is not None), None)
        if (
            act is not None
            and not is_undone(scene, act)
            and not _is_in_law(text, act, enacted)
            and act.verb not in ruled
        ):
            enacted |= {act.head} if act.rule == "law" else set()
            ruled |= {act.verb} if act.rule in ("ruling", "law") else set()
            yield act
            yield from _retold(text, act)


def _is_in_law(text: Text, act: Act, enacted: set[int]) -> bool:
    """ "Passed a law that bans ransoms": what the law says is the law itself."""
    return act.verb is not None and text.deps[act.verb] in ("relcl", "acl") and text.heads[act.verb] in enacted


def is_undone(scene: Scene, act: Act) -> bool:
    """ "Refused to accept a quota", "pledged not to raise taxes", "if it buys": nothing is done or meant."""
    text = scene.text
    if act.verb is None:
        return False
    mood = mood_of(text, act.verb)
    none = is_of_none(text, act) or (is_negated(text, act.verb) and not is_over(text, act.verb))
    if act.action == "in-force" and none:
        return True
    unwilling = mood.governor is not None and text.lemmas[mood.governor] in UNWILLING
    if _is_still_to_come(text, act.verb) or _is_hindered(text, act.verb) or _is_due(text, act):
        return True
    if act.rule in ("noun", "deed") and (_is_wanted(scene, act) or _is_supposed(scene, act, mood)):
        return True
    if act.rule == "deed" and mood.governor is not None and text.lemmas[mood.governor] in TRYING:
        return True
    if act.rule in ("deed", "flow", "law", "verb") and (_is_demanded(text, act.verb) or _is_open(text, act.verb)):
        return True
    hollow = (mood.negated and (mood.form == "infinitive" or mood.conditional)) or (
        mood.conditional and act.rule in ("deed", "purchase")
    )
    put_off = act.kind != "sanction" and is_on_condition(text, act.verb, mood)
    hollow = hollow or (act.rule == "deed" and (mood.negated or put_off))
    above = text.lemmas[mood.governor] if mood.governor is not None else ""
    begged = act.kind in ("aid", "licence") and above in BEGGING
    return unwilling or hollow or begged


def _is_wanted(scene: Scene, act: Act) -> bool:
    """ "Demanded larger quotas", "pressing for safeguards": a wish of some kind of measure, of no size."""
    text, verb = scene.text, act.verb
    if verb is None or act.action != "proposed" or text.lemmas[verb] not in WANTING:
        return False
    sized = any(text.tags[j] == "CD" for j in range(*text.subtree(act.head)))
    return not sized and not any(text.deps[j] == "acl" for j in text.children[act.head])


def _is_supposed(scene: Scene, act: Act, mood: Mood) -> bool:
    """ "If the duties remain", "demanded that the tariffs be withdrawn": what is in force, and nothing new of it."""
    text = scene.text
    if act.rule != "noun" or any(text.deps[j] == "acl" for j in text.children[act.head]):
        return False
    wished = act.verb is not None and text.lemmas[text.heads[act.verb]] in ("demand", "insist", "want")
    undone = wished and text.deps[act.verb or 0] == "ccomp" and act.action in ("lifted", "suspended")
    undone = undone and owner(text, scene.mentions, act.head) is None
    definite = any(text.lower[j] in ("the", "those", "these") for j in text.children[act.head])
    return undone or (mood.conditional and definite and not scene.has_amount(*text.subtree(act.head)))


def _is_still_to_come(text: Text, verb: int) -> bool:
    """ "Has yet to renew the waivers or ease the curbs"."""
    while text.deps[verb] == "conj" and text.heads[verb] != verb:
        verb = text.heads[verb]
    return text.lower[max(0, verb - 2) : verb] == ["yet", "to"]


def _is_hindered(text: Text, verb: int) -> bool:
    """ "Prevented ministers from agreeing on a quota": nothing came of it."""
    above = text.heads[verb]
    kept = text.deps[verb] == "pcomp" and text.lower[above] == "from"
    return kept and text.lemmas[text.heads[above]] in HINDERING


def _is_due(text: Text, act: Act) -> bool:
    """ "Must first accept limits", "once states had ratified it", "unless quotas could be kept": not done yet."""
    if act.verb is None:
        return False
    obliged = any(text.lower[j] in DUTIES and text.deps[j] == "aux" for j in text.children[act.verb])
    accepting = act.rule == "noun" and act.action == "announced" and not is_passive(text, act.verb)
    awaited = any(text.lower[j] in AWAITING and text.deps[j] == "mark" for j in text.children[act.verb])
    able = any(text.lower[j] in ("could", "can") for j in text.children[act.verb])
    return (obliged and accepting) or (awaited and (act.rule == "verb" or able))


def _is_demanded(text: Text, verb: int) -> bool:
    """ "Demanded that all forces be withdrawn", "must first accept limits": what another is to do."""
    duty = any(text.lower[j] in DUTIES and text.deps[j] == "aux" for j in text.children[verb])
    return duty or (text.deps[verb] == "ccomp" and text.lemmas[text.heads[verb]] in DEMANDING)


def _is_open(text: Text, verb: int) -> bool:
    """ "Talks on how to lift prices": asked, not done."""
    return any(
        text.lower[j] in ("how", "whether", "why") and text.deps[j] in ("advmod", "mark") for j in text.children[verb]
    )


def _retold(text: Text, act: Act) -> Iterator[Act]:
    """ "Ended the embargo which Mr Carter imposed": what another did to it."""
    for verb, action in relatives(text, act.head) if act.rule == "noun" else ():
        if verb != act.verb and own_subject(text, verb) not in (None, act.head) and not _is_told_by_pronoun(text, verb):
            yield replace(act, verb=verb, action=action)


def _is_told_by_pronoun(text: Text, verb: int) -> bool:
    """ "Rolled back the curbs that it brought in": one telling."""
    subject = own_subject(text, verb)
    return subject is not None and text.pos[subject] == "PRON"


Finder = Callable[[Scene, int, str], Act | None]
FINDERS: dict[str, tuple[Finder, ...]] = {
    "noun": (find_noun,),
    "law": (find_law,),
    "flow": (find_flow,),
    "pact": (find_pact,),
    "list": (find_list,),
    "verb": (find_verb, find_subsidised, find_list, find_noun),
    "ban": (find_ban, find_noun),
    "stop": (find_stop,),
    "cease": (find_cease,),
    "levy": (find_levy,),
    "ruling": (find_ruling, find_purchase),
    "purchase": (find_purchase,),
    "deed": (find_deed,),
    "payment": (find_payment,),
    "notice": (find_notice,),
    "departure": (find_departure,),
    "allowance": (find_allowance,),
    "cutback": (find_cutback,),
    "subsidised": (find_subsidised,),
    "frozen": (find_frozen,),
    "restraint": (find_restraint,),
    "taxed": (find_taxed,),
    "forgiven": (find_forgiven,),
}
