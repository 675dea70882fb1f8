"""Quotations that a noun and "be" bring: ""Not a bag," was the envoy's answer", "his verdict was: "Never"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.cues import Cue
from kg.extract.drafts import Draft
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.speakers import SPEAKING
from kg.extract.text import Text

ANSWERS = frozenset(
    "answer reply response comment remark reaction verdict message advice view assessment conclusion retort riposte"
    " rejoinder summary warning judgment judgement opinion description explanation question refrain".split()
)
FARTHEST = 8


def verdicts(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """A quotation whose noun names its owner, before the verb or behind it."""
    for start, end in text.quotes:
        noun = _noun_behind(text, end) or _noun_before(text, start)
        owner = _owner(text, mentions, noun) if noun is not None else None
        if noun is not None and owner is not None:
            cue = Cue(token=noun, frame="noun", shown=text.words[noun], lemma=text.lemmas[noun])
            yield Draft(cue=cue, start=start, end=end, speakers=(owner,), rule="quoted-answer", confidence=0.85)


def _noun_behind(text: Text, end: int) -> int | None:
    """ ""...," was the comment of X"."""
    last = text.sentences[text.sentence_of[end - 1]][1]
    verb = end + (text.words[end : end + 1] == [","])
    if verb >= last or text.lemmas[verb] != "be":
        return None
    return next((j for j in range(verb + 1, min(verb + FARTHEST, last)) if text.lemmas[j] in ANSWERS), None)


def _noun_before(text: Text, start: int) -> int | None:
    """ "X's answer was: "...", "the verdict of X was "..."."""
    verb = start - 1 - (text.words[start - 1] in (",", ":"))
    if verb < 1 or text.lemmas[verb] != "be" or text.sentence_of[verb] != text.sentence_of[start]:
        return None
    subjects = (j for j in text.children[verb] if text.deps[j] == "nsubj" and j < verb)
    return next((j for j in subjects if text.lemmas[j] in ANSWERS), None)


def _owner(text: Text, mentions: Mentions, noun: int) -> Found | None:
    """ "The envoy's answer", "the comment of X"."""
    owned = [j for j in text.children[noun] if text.deps[j] == "poss"]
    owned += [k for j in text.children[noun] if text.lower[j] in ("of", "from") for k in text.children[j]]
    return next((f for j in owned if (f := mentions.at(j)) is not None and f.kind in SPEAKING), None)
