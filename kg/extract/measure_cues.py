"""Finds the words that tell of a measure: its noun with what is done to it, or a verb that is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.acts import Act, Scene
from kg.extract.arguments import governor, objects_of, own_subject, particle
from kg.extract.measure_deeds import find_allowance, find_deed, find_payment
from kg.extract.measure_nouns import find_noun, relatives
from kg.extract.measure_pacts import find_departure, find_notice, find_pact
from kg.extract.measure_verbs import find_ban, find_flow, find_list, find_purchase, find_ruling, find_stop, find_verb
from kg.extract.moods import mood_of
from kg.extract.text import Text

BEGGING = frozenset({"beg", "ask", "plead", "seek", "request", "hope", "need"})

BILLS = frozenset({"bill", "legislation", "resolution", "amendment"})

UNWILLING = frozenset({"refuse", "fail", "decline", "avoid"})


def find_acts(scene: Scene) -> Iterator[Act]:
    """The cues in the order of the text: one for each token, and one for each relative clause of a measure."""
    text = scene.text
    words = text.lexicon.measure_words
    enacted: set[int] = set()
    for i, lemma in enumerate(text.lemmas):
        acts = (finder(scene, i, lemma) for group in words.get(lemma, ()) for finder in FINDERS[group])
        act = next((act for act in acts if act is not None), None)
        if act is not None and not is_undone(text, act) and not _is_in_law(text, act, enacted):
            enacted |= {act.head} if act.rule == "law" else set()
            yield act
            yield from _retold(text, act)


def _is_in_law(text: Text, act: Act, enacted: set[int]) -> bool:
    """ "Passed a law that bans ransoms": what the law says is the law itself."""
    return act.verb is not None and text.deps[act.verb] in ("relcl", "acl") and text.heads[act.verb] in enacted


def is_undone(text: Text, act: Act) -> bool:
    """ "Refused to accept a quota", "pledged not to raise taxes", "if it buys": nothing is done or meant."""
    if act.verb is None:
        return False
    mood = mood_of(text, act.verb)
    unwilling = mood.governor is not None and text.lemmas[mood.governor] in UNWILLING
    hollow = (mood.negated and mood.form == "infinitive") or (mood.conditional and act.rule in ("deed", "purchase"))
    above = text.lemmas[mood.governor] if mood.governor is not None else ""
    begged = act.kind in ("aid", "licence") and above in BEGGING
    return unwilling or hollow or begged


def _retold(text: Text, act: Act) -> Iterator[Act]:
    """ "Ended the embargo which Mr Carter imposed": what another did to it."""
    for verb, action in relatives(text, act.head) if act.rule == "noun" else ():
        if verb != act.verb and own_subject(text, verb) not in (None, act.head):
            yield replace(act, verb=verb, action=action)


def _law(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Passed a law", "a bill was approved", "put into law new measures"."""
    text = scene.text
    if text.pos[i] not in ("NOUN", "PROPN"):
        return None
    if lemma in BILLS and _would(text, i):
        return Act(kind="law", head=i, noun=i, rule="law")
    verb = governor(text, i, frozenset({"into", "through", "for"}))
    if verb is None or text.deps[i] not in ("dobj", "obj", "nsubjpass", "pobj", "conj"):
        return None
    prt = particle(text, verb)
    phrases = {text.lemmas[verb], f"{text.lemmas[verb]} {prt or ''}"}
    action = next((a for a, verbs in text.lexicon.pack.measures.laws.verbs.items() if phrases & verbs), None)
    if text.lower[text.heads[i]] == "for" and text.lemmas[verb] != "vote":
        return None
    weak = text.lemmas[verb] in ("put", "rush")
    bare = lemma in ("measure", "regulation", "act") or weak
    if action == "proposed" or (action == "in-force" and not _is_enacted(text, verb)):
        action = "proposed" if mood_of(text, verb).is_real else None
    if action is None or (bare and not _through_law(text, verb, i)):
        return None
    return Act(kind="law", head=i, noun=i, verb=verb, action=action, rule="law")


def _would(text: Text, bill: int) -> bool:
    """ "Bills in Congress which would force": before a chamber, and saying what they are to do."""
    clauses = [j for j in text.children[bill] if text.deps[j] == "relcl"]
    would = any(text.lower[k] == "would" for j in clauses for k in text.children[j])
    return would and bool(objects_of(text, bill, frozenset({"in", "before", "on"})))


def _is_enacted(text: Text, verb: int) -> bool:
    """False where someone only wants or may pass it."""
    mood = mood_of(text, verb)
    return mood.is_real or mood.form == "future"


def _through_law(text: Text, verb: int, noun: int) -> bool:
    """ "Put into law", "rushed through a law", "signed into law", "passed an act": no "put measures on the table"."""
    into = any(text.lower[j] == "into" and text.lower[j + 1 : j + 2] == ["law"] for j in text.children[verb])
    through = text.lower[verb + 1 : verb + 2] == ["through"] and text.lemmas[noun] != "measure"
    return into or through or text.lemmas[verb] in ("pass", "enact", "adopt", "approve", "promulgate")


Finder = Callable[[Scene, int, str], Act | None]
FINDERS: dict[str, tuple[Finder, ...]] = {
    "noun": (find_noun,),
    "law": (_law,),
    "flow": (find_flow,),
    "pact": (find_pact,),
    "list": (find_list,),
    "verb": (find_verb, find_list, find_noun),
    "ban": (find_ban, find_noun),
    "stop": (find_stop,),
    "ruling": (find_ruling, find_purchase),
    "purchase": (find_purchase,),
    "deed": (find_deed,),
    "payment": (find_payment,),
    "notice": (find_notice,),
    "departure": (find_departure,),
    "allowance": (find_allowance,),
}
