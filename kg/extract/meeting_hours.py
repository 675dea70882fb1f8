"""Encounters told by the time they took: "spent three hours with", "after a morning with", "worked until dawn"."""

from __future__ import annotations

from kg.extract.arguments import agent_of, direct_object, objects_of
from kg.extract.encounters import Encounter, Stage, are_several, companions, is_person
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.extract.verbs import conjuncts

SPENT = frozenset({"hour", "minute", "morning", "afternoon", "evening"})
THROUGH = frozenset({"after", "from", "in", "during", "following"})
TOILING = frozenset("work toil sit labour labor wrestle grapple struggle haggle argue wrangle bargain battle".split())
LATE = frozenset("night dawn midnight evening morning hour daybreak sunrise small-hours weekend".split())
UNTIL = frozenset({"into", "until", "till", "through", "past"})


def find_hours(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "Spent three hours with the employers", "had twenty minutes with the king"."""
    text = stage.text
    hours = direct_object(text, i)
    if lemma not in ("spend", "have", "get") or hours is None or text.lemmas[hours] not in ("hour", "minute"):
        return None
    met = any(stage.is_person_like(j) for j in companions(text, i))
    return Encounter(kind="talks", token=i, verb=i, rule="verb") if met and agent_of(text, i) is not None else None


def find_hours_with(stage: Stage, i: int) -> Encounter | None:
    """ "After nearly an hour with the prime minister": what the subject of the sentence comes from."""
    text = stage.text
    if text.deps[i] != "pobj" or text.lower[text.heads[i]] not in THROUGH:
        return None
    beside = text.children[i + 1] if text.lower[i + 1 : i + 2] == ["with"] else ()
    with_ = objects_of(text, i, frozenset({"with"})) or list(beside)
    if objects_of(text, i, frozenset({"of"})) or not any(
        is_person(stage, k) for j in with_ for k in (j, *conjuncts(text, j))
    ):
        return None
    verb = _clause_of(text, i)
    if verb is None or agent_of(text, verb) is None or not mood_of(text, verb).is_real:
        return None
    return Encounter(kind="talks", token=i, verb=verb, rule="noun")


def _clause_of(text: Text, i: int) -> int | None:
    """The verb on which the phrase hangs."""
    while text.pos[i] != "VERB" and text.heads[i] != i:
        i = text.heads[i]
    return i if text.pos[i] == "VERB" else None


def find_vigil(stage: Stage, i: int, lemma: str) -> Encounter | None:
    """ "Negotiators worked into the evening on an accord": several who sat long over something."""
    text, agent = stage.text, agent_of(stage.text, i)
    if lemma not in TOILING or agent is None or not are_several(stage, agent) or not stage.is_person_like(agent):
        return None
    late = any(text.lemmas[k] in LATE for k in objects_of(text, i, UNTIL))
    over = objects_of(text, i, frozenset({"on", "over", "at", "to"})) or companions(text, i)
    if not late or not (over or lemma == "sit") or not mood_of(text, i).is_real:
        return None
    return Encounter(kind="talks", token=i, verb=i, rule="verb")
