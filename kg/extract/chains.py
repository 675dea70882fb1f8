"""One draft for each content, each with the voices that it goes through: "the bank said that the union had said"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.text import Text

SAME = 0.6
LONGEST_CHAIN = 4
# Frames that count in the reporter's own voice only.
INWARD = frozenset({"quote", "silence", "noun", "object"})


def distinct(text: Text, drafts: list[Draft]) -> list[Draft]:
    """One draft per content: where two overlap almost wholly, the surer one, and of those the wider."""
    kept: list[Draft] = []
    by_sentence: dict[int, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.start - d.end, d.place)):
        sentences = range(text.sentence_of[draft.start], text.sentence_of[draft.end - 1] + 1)
        beside = (other for number in sentences for other in by_sentence[number])
        if not any(
            _overlap(draft, other) > SAME and not (_is_inside(draft, other) or _is_inside(other, draft))
            for other in beside
        ):
            kept.append(draft)
            for number in sentences:
                by_sentence[number].append(draft)
    return sorted(kept, key=lambda d: d.place)


def _is_inside(inner: Draft, outer: Draft) -> bool:
    """True when the one is told within what the other says: then they are two."""
    return outer.start <= inner.cue.token < outer.end


def _overlap(a: Draft, b: Draft) -> float:
    shared = max(0, min(a.end, b.end) - max(a.start, b.start))
    return shared / (max(a.end, b.end) - min(a.start, b.start))


def chained(text: Text, drafts: list[Draft]) -> list[Draft]:
    """A statement inside another's content goes through its speaker; a thought in another's words is none."""
    by_sentence: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for number in range(text.sentence_of[draft.start], text.sentence_of[draft.end - 1] + 1):
            by_sentence[number].append(draft)
    found = []
    relayed = [o for o in drafts if _is_relayed(text, o, by_sentence[text.sentence_of[o.start]])]
    for draft in drafts:
        if draft in relayed:
            continue
        outer = [o for o in by_sentence[text.sentence_of[draft.place]] if _holds(o, draft)]
        if not outer:
            found.append(draft)
        elif (
            outer[-1] in relayed
            or _is_contested(draft, outer[-1])
            or _is_name_given(text, draft)
            or not (
                draft.cue.mental
                or draft.cue.frame in INWARD
                or draft.cue.polarity == "hypothetical"
                or _is_same_voice(draft, outer[-1])
            )
        ):
            found.append(replace(draft, via=tuple(f for o in outer[-LONGEST_CHAIN:] for f in o.speakers)))
    return found


def _is_relayed(text: Text, outer: Draft, others: list[Draft]) -> bool:
    """ "X told ministers that A, according to Y": one statement, of X, that goes through Y."""
    return outer.rule == "according-to" and any(
        inner is not outer
        and inner.speakers
        and inner.cue.frame != "noun"
        and outer.start < inner.cue.token < outer.end
        and text.heads[inner.cue.token] not in {*range(outer.start, outer.end)} - {inner.cue.token}
        for inner in others
    )


def _holds(outer: Draft, draft: Draft) -> bool:
    """True when the draft is told within what the other says."""
    within = outer.start <= draft.place < outer.end
    return outer is not draft and within and (outer.start, -outer.end) <= (draft.start, -draft.end)


def _is_contested(draft: Draft, outer: Draft) -> bool:
    """ "Rejected the minister's claim that": the claim is the minister's."""
    return draft.cue.frame == "noun" and outer.cue.polarity in ("denied", "rejected")


def _is_name_given(text: Text, draft: Draft) -> bool:
    """ "Puzzled by what it described as "a strategy for delay"": words of its own for a thing."""
    named = draft.cue.lemma in ("call", "describe", "term", "dub", "brand", "label")
    return named and not text.quoted[draft.place] and all(text.quoted[draft.start : draft.end])


def _is_same_voice(draft: Draft, outer: Draft) -> bool:
    """ "He said he had told": a pronoun inside one's own words."""
    return all(f.form == "pronoun" and f.name in ("he", "she", "it") for f in draft.speakers) and all(
        f.kind != "group" for f in outer.speakers
    )
