"""Nouns of meeting that tell of one encounter: with parties, a place or a time, held or ended by somebody."""

from __future__ import annotations

from kg.extract.arguments import agent_of, by_agent, objects_of
from kg.extract.encounters import (
    PLACES,
    TOGETHER,
    Encounter,
    Stage,
    is_city,
    is_place,
    is_placed_at,
    is_timed,
    is_verb,
    paired,
    parties_beside,
    whole_of,
)
from kg.extract.meeting_deeds import happening, is_ended
from kg.extract.text import Text
from kg.extract.verbs import conjuncts

LASTING = frozenset(
    {"hour", "day", "week", "weekend", "month", "year", "night", "evening", "morning", "afternoon", "round"}
)
RUNNING = frozenset({"last", "run", "take", "go", "drag", "stretch", "continue", "spill"})
COUNTED = frozenset({"round", "set", "bout", "session"})

HOLDING = frozenset("hold attend host convene begin start resume open conclude end suspend".split())
TABLES = frozenset({"bargaining", "negotiating", "conference", "negotiation"})
HELD = tuple(
    "face-to-face last-ditch last-minute eleventh-hour all-night late-night all-day round-the-clock marathon overnight"
    " weekend -hour -day -week -minute closed-door".split()
)


def find_noun(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """The encounter that the noun tells of, if anything but the word does."""
    text, pack = stage.text, stage.text.lexicon.pack.meetings
    if not _is_encounter(stage, i, lemma):
        return None
    verb, joins = happening(text, i)
    if _is_general(stage, i):
        return None
    told = verb is not None and _is_set(stage, i, verb, joins)
    if not (told or _has_parties(stage, i) or is_placed(stage, i) or lasts(text, i) or _is_over_a_meal(text, i)):
        return None
    kind = text.lexicon.meeting_nouns[lemma]
    if kind == "talks" and any(text.lower[j] in pack.calls for j in text.children[i]):
        kind = "call"
    return Encounter(kind=kind, token=i, verb=verb, joins=joins, rule="noun")


def _is_general(stage: Stage, i: int) -> bool:
    """ "Talks between ministers are a waste of time": of talks as such."""
    text, verb = stage.text, stage.text.heads[i]
    bare = not any(text.deps[j] in ("det", "poss", "nummod", "amod", "compound") for j in text.children[i])
    being = text.deps[i] == "nsubj" and text.lower[verb] in ("are", "mean", "help", "need", "take", "require")
    said = any(text.deps[j] in ("attr", "acomp", "dobj") for j in text.children[verb])
    return bare and being and said and not is_placed(stage, i) and not is_timed(stage, verb)


def lasts(text: Text, i: int) -> bool:
    """ "Two days of meetings", "a sixth night of bargaining", "face-to-face talks": so much of it was held."""
    whole = whole_of(text, i)
    start = min([i, *(text.subtree(j)[0] for j in text.children[i] if j < i)])
    spelt = "".join(text.lower[start:i])
    rounds = whole if whole != i else i if text.lemmas[i] == "round" else None
    counted = rounds is not None and text.lemmas[rounds] in COUNTED
    counted = counted and any(text.tags[j] == "CD" for j in text.children[rounds or 0])
    return counted or (whole != i and text.lemmas[whole] in LASTING) or any(mark in spelt for mark in HELD)


def _is_over_a_meal(text: Text, i: int) -> bool:
    """ "Told ministers over lunch"."""
    return text.lower[text.heads[i]] == "over" and text.lexicon.meeting_nouns[text.lemmas[i]] == "dinner"


def _is_named(text: Text, i: int) -> bool:
    """ "The Uruguay Round", "the fourth round", "a fresh round"."""
    kinds = ("PROPN", "ADJ")
    return any(text.pos[j] in kinds or text.tokens[j].ent_type_ == "ORDINAL" for j in text.children[i] if j < i)


def find_another(stage: Stage, i: int) -> Encounter | None:
    """ "At a June meeting in Accra and a second one in Abidjan"."""
    text, nouns = stage.text, stage.text.lexicon.meeting_nouns
    first = text.sentences[text.sentence_of[i]][0]
    before = next((j for j in range(i - 1, first - 1, -1) if text.lemmas[j] in nouns and text.pos[j] == "NOUN"), None)
    modified = any(text.deps[j] in ("amod", "det") for j in text.children[i])
    if before is None or not modified or not is_placed(stage, i):
        return None
    verb, joins = happening(text, i)
    return Encounter(kind=nouns[text.lemmas[before]], token=i, verb=verb, joins=joins, rule="noun")


def _is_encounter(stage: Stage, i: int, lemma: str) -> bool:
    """False for "press conference", "a talk show", "call for", "the first round" of nothing."""
    text, pack = stage.text, stage.text.lexicon.pack.meetings
    counted = text.lemmas[whole_of(text, i)] in COUNTED and text.tags[whole_of(text, i)] == "NNS"
    if lemma in pack.plural and text.tags[i] not in ("NNS", "NNPS") and not counted:
        return False
    if text.deps[i] in ("compound", "amod", "nmod"):
        return False
    near = {text.lower[j] for j in text.children[i] if j < i} | {text.lower[i - 1]} if i else set()
    if near & pack.not_ or any(text.lower[j] == "no" for j in text.children[i] if text.deps[j] == "det"):
        return False
    of = objects_of(text, i, frozenset({"of"}))
    if lemma in pack.plural and text.lemmas[whole_of(text, i)] in ("round", "session", "tour"):
        return False
    if lemma == "review":
        return text.deps[i] == "nsubjpass" and text.lemmas[text.heads[i]] == "hold"
    if lemma == "call":
        return bool(near & pack.calls) or bool(objects_of(text, i, frozenset({"between"})))
    if lemma in pack.long:
        return lasts(text, i) or _is_called_off(text, i)
    if lemma == "table":
        returned = text.lemmas[text.heads[text.heads[i]]] == "return" and text.lower[text.heads[i]] == "to"
        return returned or bool(near & TABLES) or text.lower[text.heads[text.heads[i]]] == "back"
    if lemma == "audience":
        return bool(near & {"private", "papal", "royal"} or objects_of(text, i, frozenset({"with"})))
    if lemma == "ceremony":
        shunned = (text.lemmas[j] for j in text.children[i] if text.deps[j] in ("acl", "relcl"))
        return "signing" in near or any(verb in ("boycott", "attend", "skip") for verb in shunned)
    if lemma == "signing":
        return text.tags[i] == "NN" and text.lower[i + 1 : i + 2] != ["of"]
    if lemma in ("round", "session", "tour"):
        if lemma == "session" or any(text.lemmas[j] in pack.plural for j in of):
            return True
        ran = text.lemmas[text.heads[i]] in pack.happen and text.deps[i] in ("nsubj", "nsubjpass")
        return lemma == "round" and (is_placed(stage, i) or (ran and _is_named(text, i)))
    return not _is_purpose(text, i)


def _is_called_off(text: Text, i: int) -> bool:
    """ "Mediation was called off": what has parties, though its noun alone tells of none."""
    return text.deps[i] in ("nsubj", "nsubjpass") and is_ended(text, text.heads[i])


def _is_purpose(text: Text, i: int) -> bool:
    """ "Visited Bonn for talks": the verb of going tells of them already."""
    pack = text.lexicon.pack.meetings
    i = whole_of(text, i)
    above = text.heads[i]
    if text.deps[i] != "pobj" or text.lower[above] != "for":
        return False
    verb = text.heads[above]
    for _ in range(2):
        verb = verb if text.pos[verb] == "VERB" else text.heads[verb]
    return text.lemmas[verb] in pack.verbs or text.lemmas[verb] in pack.travel or text.lemmas[verb] in pack.gather


def _has_parties(stage: Stage, i: int) -> bool:
    """With or between someone; of leaders; "the Trump-Xi meeting"; "their meeting"."""
    text = stage.text
    heads = parties_beside(text, i)
    if any(stage.is_person_like(k) for j in heads for k in (j, *conjuncts(text, j))):
        return True
    return len(paired(stage, i)) > 1 or _is_possessed(stage, i)


def _is_possessed(stage: Stage, i: int) -> bool:
    text = stage.text
    whose = next((j for j in text.children[i] if text.deps[j] == "poss"), None)
    return (
        whose is not None
        and text.lexicon.meeting_nouns.get(text.lemmas[i]) in ("visit", "summit", "dinner")
        and stage.is_person_like(whose)
    )


def _is_set(stage: Stage, i: int, verb: int, joins: bool) -> bool:
    """A verb of meeting with someone to hold it, or of happening with a time or place, or telling how it ended."""
    text = stage.text
    lemma = text.lemmas[verb]
    if joins:
        agent = agent_of(text, verb)
        party = agent is not None and stage.is_person_like(agent)
        strong = lemma in HOLDING
        met = bool(objects_of(text, i, TOGETHER))
        return (party and (strong or met)) or is_placed(stage, i) or (party and is_timed(stage, verb))
    if by_agent(text, verb) is not None:
        return True
    if not is_verb(text, verb):
        return False
    main = text.heads[whole_of(text, i)]
    return (
        _takes_time(text, verb)
        or _takes_time(text, main)
        or is_timed(stage, verb)
        or is_placed(stage, i)
        or is_ended(text, verb)
    )


def _takes_time(text: Text, verb: int) -> bool:
    """ "Lasted 75 minutes", "ran for nine hours"."""
    spans = [j for j in text.children[verb] if text.deps[j] in ("npadvmod", "dobj")]
    spans += objects_of(text, verb, frozenset({"for"}))
    return text.lemmas[verb] in RUNNING and any(text.lemmas[j] in LASTING | {"minute"} for j in spans)


def is_placed(stage: Stage, i: int) -> bool:
    """A place or date in the noun phrase itself."""
    text = stage.text
    for n in {i, whole_of(text, i)}:
        for j in text.children[n]:
            if (
                j > n
                and text.deps[j] in ("prep", "npadvmod", "acl")
                and (stage.date_in(*text.subtree(j)) or is_place(text, j))
            ):
                return True
    return stage.date_in(i + 1, i + 3) is not None or is_placed_at(text, i + 1) or _is_named_for(stage, i)


def _is_named_for(stage: Stage, i: int) -> bool:
    """ "Monday's meeting", "the Geneva talks", "a visit to Cairo"."""
    text = stage.text
    before = [j for j in text.children[i] if j < i and text.deps[j] in ("compound", "poss", "nmod")]
    if any(stage.date_in(*text.subtree(j)) or is_city(stage, j) for j in before):
        return True
    visited = (
        objects_of(text, i, frozenset({"to"})) if text.lexicon.meeting_nouns.get(text.lemmas[i]) == "visit" else []
    )
    return any(text.tokens[j].ent_type_ in PLACES for j in visited)
