"""Laws: bills that would do something, acts passed, signed, thrown out or repealed, rules that come into force."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.acts import Act, Scene
from kg.extract.arguments import governor, objects_of
from kg.extract.measure_nouns import living
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.extract.verbs import phrases_of
from kg.model import MeasureStatus

BILLS = frozenset({"bill", "legislation", "resolution", "amendment"})
DRAFTS = frozenset({"bill", "legislation"})
BARE = frozenset({"measure", "regulation", "act", "order", "budget", "code"})
"""Nouns that only the verbs of passing make a law."""
ENACTING = frozenset({"pass", "enact", "adopt", "approve", "promulgate"})
SIGNING = ENACTING | {"sign", "issue", "ratify", "decree", "repeal", "draft", "table", "introduce"}
TAKEN_BACK = frozenset({"withdraw", "lift"})
DECREED = frozenset({"directive", "decree", "order", "rule", "regulation", "edict", "ordinance", "law"})
"""What is in force when it is withdrawn; a bill is not."""
INTO = frozenset({"into", "through", "for", "to"})


def find_law(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Passed a law", "a bill was approved", "put into law new measures", "the act, signed in 1996"."""
    text = scene.text
    if text.pos[i] not in ("NOUN", "PROPN") or text.deps[i] in ("compound", "nmod"):
        return None
    verb, action = next(_enactments(text, i, lemma), (None, None))
    if verb is None and not (lemma in BILLS and _would(text, i, lemma)):
        return None
    return Act(kind="law", head=i, noun=i, verb=verb, action=action, rule="law")


def _enactments(text: Text, i: int, lemma: str) -> Iterator[tuple[int, MeasureStatus]]:
    """What is done to the law: by its verb, by a participle behind it, by its coming into force."""
    above = _governed(text, i, lemma)
    if above is not None:
        yield above
    for j in text.children[i]:
        signed = text.deps[j] in ("acl", "relcl") and text.tags[j] in ("VBN", "VBD") and text.lemmas[j] in SIGNING
        if signed and (action := _action_of(text, j)):
            yield j, action
    if text.deps[i] == "nsubj" and (action := living(text, text.heads[i])):
        yield text.heads[i], action


def _governed(text: Text, i: int, lemma: str) -> tuple[int, MeasureStatus] | None:
    verb = governor(text, i, INTO)
    if verb is None or text.deps[i] not in ("dobj", "obj", "nsubjpass", "pobj", "conj"):
        return None
    if text.lower[text.heads[i]] == "for" and text.lemmas[verb] != "vote":
        return None
    if text.lower[text.heads[i]] == "to" and not _is_approved(text, i):
        return None
    action = "announced" if text.lower[text.heads[i]] == "to" else _action_of(text, verb)
    if text.lemmas[verb] in TAKEN_BACK and lemma not in DECREED:
        return None
    bare = lemma in BARE or text.lemmas[verb] in ("put", "rush")
    mood = mood_of(text, verb)
    if action == "proposed" or (action == "in-force" and not _is_enacted(text, verb)):
        action = "proposed" if mood.is_real else None
    return None if action is None or (bare and not _through_law(text, verb, i)) else (verb, action)


def _action_of(text: Text, verb: int) -> MeasureStatus | None:
    phrases = {text.lemmas[verb], *phrases_of(text, verb)}
    return next((a for a, verbs in text.lexicon.pack.measures.laws.verbs.items() if phrases & verbs), None)


def _is_approved(text: Text, i: int) -> bool:
    """ "Gave its final approval to a bill"."""
    return text.lemmas[text.heads[text.heads[i]]] in ("approval", "assent", "blessing") or any(
        text.lemmas[j] in ("approval", "assent") for j in text.children[text.heads[text.heads[i]]]
    )


def _would(text: Text, bill: int, lemma: str) -> bool:
    """ "Bills in Congress which would force", "a bill to raise the ceiling": saying what they are to do."""
    clauses = [j for j in text.children[bill] if text.deps[j] == "relcl"]
    would = any(text.lower[k] == "would" for j in clauses for k in text.children[j])
    return would and (lemma in DRAFTS or bool(objects_of(text, bill, frozenset({"in", "before", "on"}))))


def _is_enacted(text: Text, verb: int) -> bool:
    """False where someone only wants or may pass it."""
    mood = mood_of(text, verb)
    return mood.is_real or mood.form == "future"


def _through_law(text: Text, verb: int, noun: int) -> bool:
    """ "Put into law", "rushed through a law", "signed into law", "passed an act": no "put measures on the table"."""
    into = any(text.lower[j] == "into" and text.lower[j + 1 : j + 2] == ["law"] for j in text.children[verb])
    through = text.lower[verb + 1 : verb + 2] == ["through"] and text.lemmas[noun] != "measure"
    eased = text.lemmas[noun] in ("rule", "regulation") and text.lemmas[verb] in EASING
    eased = eased or (text.lemmas[noun] in DECREED and text.lemmas[verb] in TAKEN_BACK | {"rescind", "revoke"})
    return into or through or eased or text.lemmas[verb] in ENACTING


EASING = frozenset({"ease", "relax", "tighten", "loosen", "toughen", "repeal", "scrap", "suspend", "overturn"})
