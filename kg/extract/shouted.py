"""Telegrams and monitored broadcasts in capitals throughout: "MINISTER TOLD AMBASSADOR THAT ...".

The parser takes most words in capitals for names, so verbs are known by their form and contents by their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.extract.bounds import is_shouted
from kg.extract.cues import Cue
from kg.extract.drafts import Draft
from kg.extract.edges import trimmed
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.speakers import SPEAKING
from kg.extract.text import Text

FARTHEST_THAT = 12
FARTHEST_SPEAKER = 10
IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "thought": "think", "felt": "feel", "swore": "swear"}
PLAIN_PRESENT = frozenset({"says", "tells", "adds", "warns", "insists", "believes", "thinks", "denies", "argues"})
NEGATED = frozenset({"NOT", "WOULD", "COULD", "SHOULD", "MIGHT", "MAY", "TO", "BE", "BEEN", "WAS", "WERE", "HAD"})


@lru_cache(maxsize=4)
def _forms(verbs: frozenset[str]) -> dict[str, str]:
    """Past and third person of each verb -> the verb."""
    found = dict(IRREGULAR)
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb
        regular = f"{verb[:-1]}i" if verb.endswith("y") and verb[-2] not in "aeou" else stem
        found[verb] = found[f"{regular}ed"] = verb
        found[f"{regular}es" if regular != stem or verb.endswith(("s", "sh", "ch")) else f"{verb}s"] = verb
    return found


def shouted(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """The statements of the sentences in capitals."""
    forms = _forms(text.lexicon.pack.cues.animate | {"express", "voice", "convey"})
    for number, (first, last) in enumerate(text.sentences):
        if not is_shouted(text, number):
            continue
        cues = [i for i in range(first + 1, last) if text.lower[i] in forms and _is_verb(text, i)]
        speaker: Found | None = None
        for place, i in enumerate(cues):
            following = cues[place + 1] if place + 1 < len(cues) else last
            joined = text.lower[i - 1] in ("and", "but")
            speaker = speaker if joined and speaker is not None else _speaker(text, mentions, i, first)
            span = _content(text, i, first, last, following)
            told = trimmed(text, *span) if span is not None else None
            if told is None:
                continue
            lemma = forms[text.lower[i]]
            cue = Cue(
                token=i, frame="clause", shown=text.words[i], lemma=lemma,
                polarity="denied" if lemma == "deny" else "hoped" if lemma == "hope" else "asserted",
            )  # fmt: skip
            who = (speaker,) if speaker is not None else ()
            yield Draft(cue=cue, start=told[0], end=told[1], speakers=who, rule="cue-capitals", confidence=0.7)


def _is_verb(text: Text, i: int) -> bool:
    """ "UNITED STATES", "ITS CLAIMS" and "WAS TOLD" tell of nobody's words."""
    if text.words[i - 1] in NEGATED | {"UNITED", "MEMBER", "THE", "OF", "ITS", "HIS", "THEIR"}:
        return False
    if text.lower[i].endswith("ed") or text.lower[i] in IRREGULAR:
        return True
    plural = text.lower[i] == "say"
    return plural or text.lower[i] in PLAIN_PRESENT or text.words[i + 1 : i + 2] == ["THAT"]


def _speaker(text: Text, mentions: Mentions, i: int, first: int) -> Found | None:
    """The actor right before the verb, or the noun there: "CHARGE EXPRESSED REGRET"."""
    own = mentions.at(i)
    if own is not None and own.start < i:  # the verb was taken for the end of a name
        return replace(own, end=i, name=text.clean(own.start, i), head=i - 1)
    for j in range(i - 1, max(first - 1, i - FARTHEST_SPEAKER), -1):
        found = mentions.at(j)
        if found is not None and found.kind in SPEAKING:
            return found
        if text.words[j] in (",", ".", ";", ":", "THAT"):
            break
    if not text.words[i - 1].isalpha():
        return None
    return Found(
        start=i - 1, end=i, form="group", kind="group", name=text.words[i - 1], rule="speaking-noun", confidence=0.5,
        head=i - 1,
    )  # fmt: skip


def _content(text: Text, i: int, first: int, last: int, following: int) -> tuple[int, int] | None:
    """The words behind the verb; all of the sentence, where commas part speaker and verb from it."""
    words = text.words
    if words[i + 1 : i + 2] == [","] and "," in words[max(first, i - 4) : i]:
        return first, last
    if words[i + 1 : i + 2] == ["."] and "," in words[max(first, i - 6) : i]:
        return first, max(j for j in range(max(first, i - 6), i) if words[j] == ",")
    end = following - 1 if words[following - 1] in ("AND", "BUT") else last
    that = next((j for j in range(i + 1, min(end, i + FARTHEST_THAT)) if words[j] in ("THAT", "IF", "WHETHER")), None)
    if that is not None:
        return that + (words[that] == "THAT"), end
    start = i + 1 + (text.lower[i] in ("told", "tells"))
    return (start, end) if start < end and words[start] not in (",", ".", "TO", "BY") else None
