"""An encounter's cue, and what stands around it: those behind "with" and "between", places, times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from kg.extract.actors import named, owner, polity_at
from kg.extract.arguments import agent_of, by_agent, objects_of, own_subject
from kg.extract.dates import Dated, dates_between
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.extract.verbs import conjuncts
from kg.model import MeetingKind

Rule = Literal["noun", "verb", "travel", "phone", "invitation", "arrival", "session"]

TOGETHER = frozenset({"with", "between", "among"})

WHERE = frozenset({"in", "at", "on", "near", "outside", "inside"})

BESIDE = frozenset({"dobj", "obj", "prep", "advmod", "npadvmod", "nmod"})

INDOORS = frozenset({"at", "in", "aboard", "inside"})

PLACES = frozenset({"GPE", "LOC", "FAC"})

NO_PLACE = frozenset({"DATE", "TIME", "PERSON", "CARDINAL"})
LONGEST_LINE: Final = 120
_DATELINE: Final = re.compile(r"\s{0,9}([A-Z][A-Z.'’ -]{1,40}[A-Z])(?:[ ,(][^\n]{0,60})?\s(?:--|[-–—])\s+")


BODIES = frozenset("group committee council executive panel commission assembly delegation team mission".split())
"""Nouns of those who sit together, whoever they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """An encounter's cue, the verb that says what happens to it, and whether that verb's subject takes part."""

    kind: MeetingKind
    token: int
    verb: int | None
    joins: bool = True
    rule: Rule


@dataclass(frozen=True)
class Stage:
    """What the finders look at."""

    text: Text
    mentions: Mentions
    dates: list[Dated]

    def is_person_like(self, head: int) -> bool:
        found = named(self.text, self.mentions, head)
        if found is None and self.text.lemmas[head] in BODIES:
            return self.text.deps[head] not in ("compound", "nmod")
        return found is not None and found.kind in ("person", "group", "polity", "institution", "unknown")

    def date_in(self, start: int, end: int) -> Dated | None:
        return next(iter(dates_between(self.dates, start, end)), None)

    @cached_property
    def sent_from(self) -> list[str | None]:
        """For each sentence, the city of the last dateline before it: "GENEVA, Aug. 13 --"."""
        whole, found, city = self.text.article.text, list[str | None](), None
        for sentence in self.text.sentences:
            start = self.text.span(*sentence).start
            first = max(0, start - LONGEST_LINE)
            line = whole[max(whole.rfind("\n", first, start) + 1, first) : start]
            if sent := _DATELINE.fullmatch(line):
                city = sent[1].title()
            found.append(city)
        return found


def is_verb(text: Text, i: int) -> bool:
    """Also of "the ministers reassemble", which the tagger takes for a noun, though it has a subject."""
    if text.pos[i] == "VERB":
        return True
    below = {text.deps[j] for j in text.children[i] if j < i}
    clausal = text.pos[i] == "NOUN" and text.deps[i] in ("ROOT", "ccomp", "advcl")
    return clausal and "nsubj" in below and not below & {"det", "amod", "poss", "compound", "nummod"}


def doer(text: Text, verb: int) -> int | None:
    """Who does it, whatever the tagger takes the verb for."""
    return agent_of(text, verb) if text.pos[verb] == "VERB" else own_subject(text, verb)


def whole_of(text: Text, i: int) -> int:
    """The head of "a round of talks", "two days of talks", "a series of meetings"."""
    above = text.heads[i]
    if text.deps[i] == "pobj" and text.lower[above] == "of" and text.pos[text.heads[above]] == "NOUN":
        return text.heads[above]
    return i


def parties_beside(text: Text, i: int) -> list[int]:
    """The heads behind "with", "between", "among" and, for the gathering of some, "of"."""
    whole = whole_of(text, i)
    heads = objects_of(text, i, TOGETHER) + (objects_of(text, whole, TOGETHER) if whole != i else [])
    for n in {i, whole}:
        for j in text.children[n]:
            if text.deps[j] == "prep" and text.lower[j] in WHERE | {"on", "of", "to"}:
                heads += [m for k in text.children[j] for m in objects_of(text, k, TOGETHER)]
    gathered = [
        j
        for j in objects_of(text, i, frozenset({"of"}))
        if text.lemmas[i] in ("meeting", "summit", "session", "gathering", "conference", "dinner", "lunch", "congress")
    ]
    return heads + gathered + hosts(text, i)


def hosts(text: Text, i: int) -> list[int]:
    """Who brokered the talks, hosted or called the summit; "visits by the trio"."""
    doers = objects_of(text, i, frozenset({"by"}))
    brokers = text.lexicon.pack.meetings.brokers
    brokered = [j for j in text.children[i] if text.deps[j] == "acl" and text.lemmas[j] in brokers]
    return doers + [k for j in brokered if (k := by_agent(text, j)) is not None]


def paired(stage: Stage, i: int) -> list[Found]:
    """ "The Trump-Xi meeting", "US-China talks": actors joined before the noun."""
    text, mentions = stage.text, stage.mentions
    start = min([i, *(text.subtree(j)[0] for j in text.children[i] if j < i)])
    marks = [j for j in range(start + 1, i) if text.words[j] in ("-", "–", "/")]
    found = []
    for mark in marks:
        for j in (mark - 1, mark + 1):
            actor = polity_at(text, mentions, j) or mentions.at(j) or _surname(stage, j)
            found += [actor] if actor is not None and actor not in found else []
    return found if len(found) > 1 else []


def _surname(stage: Stage, i: int) -> Found | None:
    """A word in a compound by which someone in the article goes."""
    word = stage.text.words[i]
    person = next(
        (f for f in stage.mentions.found if f.kind == "person" and f.form == "name" and word in f.name.split()), None
    )
    if person is None or not word[0].isupper():
        return None
    return Found(start=i, end=i + 1, form="name", kind="person", name=word, rule="compound-party", confidence=0.7)


def companions(text: Text, verb: int) -> list[int]:
    """Those behind "with", under the verb, its object, or a place beside it."""
    below = [verb, *(j for j in text.children[verb] if text.deps[j] in BESIDE)]
    below += [k for j in below[1:] for k in text.children[j] if text.deps[k] in ("pobj", "conj", "prep")]
    heads = (j for n in below for j in objects_of(text, n, frozenset({"with"})))
    return [j for j in heads if not _is_busy(text, j) and text.lemmas[j] not in text.lexicon.measure_nouns]


def _is_busy(text: Text, i: int) -> bool:
    """ "Talks went on, with West Germany threatening to veto a cut": no companion."""
    aside = text.words[text.heads[i] - 1] == "," or text.pos[i] == "PROPN"
    return aside and any(text.deps[j] == "acl" and text.tags[j] == "VBG" for j in text.children[i])


def owner_of(stage: Stage, i: int) -> Found | None:
    """ "His meeting", "the president's visit"."""
    return (
        owner(stage.text, stage.mentions, i)
        if any(stage.text.deps[j] == "poss" for j in stage.text.children[i])
        else None
    )


def purposes(text: Text, verb: int) -> list[int]:
    """ "Arrived for a round of talks": the encounters that one goes or meets for."""
    nouns = text.lexicon.meeting_nouns
    heads = objects_of(text, verb, frozenset({"for"}))
    below = [verb, *(j for j in text.children[verb] if text.deps[j] in ("dobj", "obj", "prep"))]
    heads += [k for n in below[1:] for j in (n, *text.children[n]) for k in objects_of(text, j, frozenset({"for"}))]
    return [j for h in heads for j in (h, *objects_of(text, h, frozenset({"of"}))) if text.lemmas[j] in nouns]


def is_timed(stage: Stage, verb: int) -> bool:
    """A date in the verb's own clause."""
    text = stage.text
    return any(
        stage.date_in(*text.subtree(j))
        for j in text.children[verb]
        if text.deps[j] in ("npadvmod", "prep", "advmod", "nmod", "tmod", "dobj", "pobj")
    )


def is_city(stage: Stage, i: int) -> bool:
    """A place that is not there for its government: a name without a polity, or a capital."""
    found = stage.mentions.at(i)
    capital = stage.text.words[i] in stage.text.lexicon.capitals
    return stage.text.tokens[i].ent_type_ in PLACES and (found is None or capital)


def is_placed_at(text: Text, i: int) -> bool:
    """A place or venue right behind a noun, wherever the parser hangs it."""
    return i < len(text.words) and (is_place(text, i) or is_venue(text, i))


def is_venue(text: Text, preposition: int) -> bool:
    """ "At a hotel", "in the chapel"."""
    venues = text.lexicon.pack.meetings.venues
    return text.lower[preposition] in INDOORS and any(text.lemmas[k] in venues for k in text.children[preposition])


def is_place(text: Text, preposition: int) -> bool:
    """ "In Brussels", "at the White House"."""
    if text.lower[preposition] not in WHERE:
        return False
    return any(
        text.tokens[k].ent_type_ in PLACES or (text.pos[k] == "PROPN" and text.tokens[k].ent_type_ not in NO_PLACE)
        for k in text.children[preposition]
    )


def is_placed_by(text: Text, verb: int) -> bool:
    return any(is_place(text, j) or is_venue(text, j) or text.lower[j] == "here" for j in text.children[verb])


def are_several(stage: Stage, agent: int | None) -> bool:
    """ "Shareholders", "they", "the Seven", "Canada and Peru"."""
    text = stage.text
    if agent is None:
        return False
    plural = text.tags[agent] in ("NNS", "NNPS", "CD") or text.lower[agent] in ("they", "we", "both", "seven")
    return plural or any(stage.is_person_like(j) for j in conjuncts(text, agent))


def is_person(stage: Stage, head: int | None) -> bool:
    found = named(stage.text, stage.mentions, head) if head is not None else None
    return found is not None and found.kind == "person"
