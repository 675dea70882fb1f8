"""Free indirect speech: "The line disclosed that it would sell; should that fail, it could expect no more."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.bounds import JOINING
from kg.extract.drafts import Draft
from kg.extract.edges import trimmed
from kg.extract.found import SUBJECTS
from kg.extract.tags import PREDICATES
from kg.extract.text import Text

# What "will", "can" and "may" become behind "said": the reporter's own voice has no use for them here.
SHIFTED = frozenset({"would", "could", "might", "should", "'d", "’d"})
FARTHEST_PAUSE = 10
FEWEST = 4


def continuations(text: Text, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What the speaker of a clause goes on to say behind a semicolon, in the tense of reported speech."""
    for draft in drafts:
        told = draft.cue.frame == "clause" and text.tags[draft.cue.token] == "VBD" and not text.quoted[draft.start]
        if not told or not draft.speakers or draft.cue.lemma not in text.lexicon.pack.cues.animate:
            continue
        last = text.sentences[text.sentence_of[draft.place]][1]
        behind = max(draft.end, draft.place + 1)
        near = range(behind, min(behind + FARTHEST_PAUSE, last - FEWEST))
        pause = next((j for j in near if text.words[j] == ";" and not text.quoted[j]), None)
        if pause is None:
            continue
        start = pause + 1 + (text.lower[pause + 1] in JOINING)
        end = next((j for j in range(start, last) if text.words[j] == ";"), last)
        if _is_shifted(text, start, end) and not any(_touches(other, start, end) for other in drafts):
            content = trimmed(text, start, end)
            if content is not None:
                yield replace(draft, start=content[0], end=content[1], rule="free-indirect", confidence=0.7)


def _is_shifted(text: Text, start: int, end: int) -> bool:
    """True for a clause of its own whose first finite verb is "would" or the like."""
    finite = [j for j in range(start, end) if text.tags[j] in PREDICATES]
    finite = [j for j in finite if text.heads[j] == j or text.deps[text.heads[j]] not in ("relcl", "advcl")] or finite
    if not finite or text.lower[finite[0]] not in SHIFTED:
        return False
    verb = text.heads[finite[0]] if text.deps[finite[0]] == "aux" else finite[0]
    return any(text.deps[j] in SUBJECTS and start <= j < verb for j in text.children[verb])


def _touches(draft: Draft, start: int, end: int) -> bool:
    return start <= draft.place < end or (draft.start < end and start < draft.end)
