"""Where an encounter is: what its words put it at, or the place that a report of it was sent from."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from kg.extract.arguments import direct_object
from kg.extract.encounters import WHERE, Encounter, Stage, is_city, is_place, is_venue
from kg.extract.text import Text
from kg.model import MeetingStatus, When

RECENT: Final = timedelta(days=8)
SENT_FROM: Final = frozenset({"talks", "session", "summit", "dinner", "signing"})


def place_of(stage: Stage, encounter: Encounter, end: int) -> str | None:
    """The place that the cue, its verb or the rest of the phrase up to `end` names; of "here", the dateline's."""
    text = stage.text
    place = _place(stage, encounter) or _near(stage, encounter, end)
    verb = encounter.verb if encounter.verb is not None else encounter.token
    words = text.lower[min(encounter.token, verb) : end + 1]
    return stage.sent_from[text.sentence_of[encounter.token]] if place is None and "here" in words else place


def is_present(text: Text, encounter: Encounter, status: MeetingStatus, when: When | None) -> bool:
    """True of talks held or going on as the report is written: it is sent from where they are."""
    if encounter.kind not in SENT_FROM or status not in ("held", "ongoing"):
        return False
    published = text.article.published
    return when is None or (published is not None and when.earliest is not None and when.earliest > published - RECENT)


def _place(stage: Stage, encounter: Encounter) -> str | None:
    """What "in", "at" or the verb of going puts it at."""
    text = stage.text
    if encounter.kind == "visit" and encounter.rule == "verb":
        met = direct_object(text, encounter.token)
        return _printed(text, met) if met is not None else None
    wanted = WHERE
    if encounter.rule == "travel":
        wanted = WHERE | text.lexicon.pack.meetings.travel[text.lemmas[encounter.token]]
    anchors = (encounter.token, *([encounter.verb] if encounter.verb is not None else []))
    trip, leading = _trip(text, encounter)
    for n in dict.fromkeys((*anchors, *trip, text.heads[text.heads[encounter.token]])):
        for j in text.children[n]:
            going = encounter.rule == "travel" and text.lower[j] in wanted
            going = going or (n in trip and text.lower[j] in leading)
            if text.deps[j] == "prep" and (place := _at(stage, j, whatever=going)):
                return place
            below = text.children[j] if text.deps[j] == "prep" else []
            if place := next((p for k in below if text.deps[k] == "prep" and (p := _at(stage, k))), None):
                return place
    return None


def _trip(text: Text, encounter: Encounter) -> tuple[list[int], frozenset[str]]:
    """The verb of "flew to Rome to meet", "was in Oslo to see", and what leads from it to the place."""
    going, above = text.lexicon.pack.meetings.travel, text.heads[encounter.token]
    aimed = encounter.rule == "verb" and text.deps[encounter.token] in ("xcomp", "advcl")
    if not aimed or not any(text.lower[j] == "to" for j in text.children[encounter.token]):
        return [], frozenset()
    lemma = text.lemmas[above]
    return ([above], going.get(lemma, WHERE)) if lemma == "be" or lemma in going else ([], frozenset())


def _near(stage: Stage, encounter: Encounter, end: int) -> str | None:
    """The first place in the rest of the phrase; of "the Geneva talks", Geneva."""
    text = stage.text
    before = [j for j in text.children[encounter.token] if encounter.rule == "noun" and j < encounter.token]
    named = next((j for j in before if is_city(stage, j)), None)
    if named is not None and text.deps[named] in ("compound", "nmod"):
        return _printed(text, named)
    return next((p for j in range(encounter.token + 1, end) if (p := _at(stage, j))), None)


def _at(stage: Stage, preposition: int, whatever: bool = False) -> str | None:
    """The place or venue behind a preposition, and no time."""
    text = stage.text
    if not (whatever or is_place(text, preposition) or is_venue(text, preposition)):
        return None
    head = next((k for k in text.children[preposition] if text.deps[k] == "pobj"), None)
    return _printed(text, head) if head is not None and stage.date_in(head, head + 1) is None else None


def _printed(text: Text, head: int) -> str:
    start = min([head, *(text.subtree(j)[0] for j in text.children[head] if j < head)])
    while start < head and text.pos[start] in ("DET", "PUNCT"):
        start += 1
    end = head + 1
    return " ".join(text.clean(start, end).split())
