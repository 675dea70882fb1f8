"""To whom, where and when something was said, as the words beside the cue have it."""

from __future__ import annotations

from kg.extract.cues import Cue
from kg.extract.dates import Dated, dates_between
from kg.extract.text import Text
from kg.model import When

NEAREST_DATE = 10


def addressee(text: Text, cue: Cue) -> str | None:
    """ "Told reporters", "said to the council"."""
    if cue.lemma == "according to":
        return None
    for j in text.children[cue.token]:
        if (
            j > cue.token
            and text.deps[j] in ("dobj", "dative")
            and cue.lemma in ("tell", "inform", "assure", "warn", "advise", "brief", "remind")
        ):
            return _printed(text, j)
        if j > cue.token and text.lower[j] == "to" and text.deps[j] in ("prep", "dative") and text.pos[j] == "ADP":
            return next((_printed(text, k) for k in text.children[j] if text.deps[k] == "pobj"), None)
    return None


def venue(text: Text, cue: Cue) -> str | None:
    """ "In a statement", "at a weekly press briefing", "on Twitter"."""
    for j in text.children[cue.token]:
        if text.deps[j] == "prep" and text.lower[j] in ("in", "at", "on", "during", "via"):
            for k in text.children[j]:
                if text.deps[k] == "pobj" and text.lemmas[k] in text.lexicon.pack.cues.occasions:
                    return _printed(text, k)
    return None


def _printed(text: Text, head: int) -> str:
    start, end = text.subtree(head)
    start, end = max(start, head - 6), min(end, head + 8)
    first = next((j for j in range(start, end) if text.pos[j] != "DET"), start)
    return text.clean(first, end).strip(' ,"“”')


def time_of(text: Text, dates: list[Dated], start: int, end: int, cue: int) -> When | None:
    """The date beside the cue and outside the content, if the sentence gives one."""
    here = dates_between(dates, *text.sentences[text.sentence_of[cue]])
    near = [d for d in here if not start <= d.start < end and abs(d.start - cue) <= NEAREST_DATE]
    near = [d for d in near if d.record.when is not None and d.record.when.earliest is not None]
    return min(near, key=lambda d: abs(d.start - cue)).record.when if near else None
