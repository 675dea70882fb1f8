"""What one side says or does to what another asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.link.tellings import Telling
from kg.link.ties import FAR, NEAR, Likeness, Tie, in_words, nobody_else, same_side
from kg.link.words import of_issues, overlap, stem, stems
from kg.model import Commitment

ANSWERS: Final = frozenset({"pledge", "agreement", "refusal", "fulfilment"})
_DEEDS: Final = frozenset({"agreement", "fulfilment"})
_ASKED: Final = frozenset(map(stem, "demand call request appeal ultimatum proposal invitation plea".split()))
_BARE: Final = frozenset(map(stem, "refused declined rejected demurred balked".split()))
_CLOSE: Final = 40
"""Code points between a demand and the bare word that refuses it."""
_LONG_AGO: Final = re.compile(r"\b(?:in the past|previously|years ago|last year)\b", re.IGNORECASE)


def answer(later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Tie]:
    """One side says or does what another asked of it, or refuses."""
    if new.kind not in ANSWERS or old.kind != "demand" or _LONG_AGO.search(later.passage):
        return
    related = bool(earlier.towards) or like.shared >= 3
    related = related and bool(of_issues(new.issues) & of_issues(old.issues))
    least = 2 if earlier.towards or earlier.named or later.article == earlier.article else 3
    if new.kind in _DEEDS and earlier.opens in later.deed and like.share < 0.6:
        deed = Likeness(len(later.deed & earlier.words), overlap(later.deed, earlier.words))
        like, least = (deed, 2) if deed.share >= 0.6 else (like, least)
    if later.overlaps(earlier):
        if same_side(later, earlier) <= 0 and _of_its_words(old, new):
            yield Tie("answers", "answers-named", 0.8, 2.0, before="always")
        return
    if new.kind == "refusal" and like.share >= 0.67:
        least = 2
    one_thing = in_words(later, earlier) and (like.share >= 0.4 or (related and len(later.words & earlier.words) > 1))
    if addressed(later, earlier) and like.shared >= least and one_thing:
        yield Tie("answers", "answers-demand", 0.45 + 0.4 * like.share, like.value, several=True, before="in-words")
    elif (
        later.article == earlier.article
        and (later.distance(earlier) or 0) <= NEAR
        and same_side(later, earlier) <= 0
        and not _another_asked(later, earlier)
        and like.shared >= 2
        and like.share >= 0.5
    ):
        yield Tie("answers", "answers-near-demand", 0.4 + 0.4 * like.share, like.value, several=True, before="in-words")
    elif _next(later, new, earlier, like):
        yield Tie("answers", "answers-next", 0.55, 1 - (later.distance(earlier) or 0) / FAR)
    elif later.article != earlier.article and same_side(later, earlier) == 0 and nobody_else(later, earlier, like):
        yield Tie("answers", "answers-in-words", 0.4 + 0.3 * like.share, like.value)


def _next(later: Telling, new: Commitment, earlier: Telling, like: Likeness) -> bool:
    """Whether it is what the party that is asked says a sentence or two on: that it will not, or of the same thing."""
    far = later.distance(earlier)
    if far is None or not 0 < far <= FAR or later.order < earlier.order or later.overlaps(earlier):
        return False
    if same_side(later, earlier) > 0:
        return False
    asked = bool(later.sides & earlier.towards)
    if new.kind == "refusal" and later.words and later.words <= _BARE:
        return _in_one_sentence(later, earlier) and not _another_asked(later, earlier)
    if new.kind == "refusal":
        told = later.about - of_issues(new.issues)
        named = bool(stems(new.content) & _ASKED) or (like.share >= 0.5 and bool(told & earlier.words))
        return asked or (not earlier.towards and named and not _another_asked(later, earlier))
    return asked and bool(like.shared)


def _in_one_sentence(later: Telling, earlier: Telling) -> bool:
    """Whether a comma or a "but" is all that parts them: "asked for a loan, but Ottawa refused"."""
    gap = later.span.start - earlier.span.end
    return 0 <= gap <= _CLOSE and "." not in later.before[len(later.before) - gap :]


def _of_its_words(old: Commitment, new: Commitment) -> bool:
    """Whether the demand's words are among those of the answer: "accepted the demand for a fresh division"."""
    return new.content_start <= old.content_start and new.content_end > old.content_start


def _another_asked(later: Telling, earlier: Telling) -> bool:
    """Whether the demand was made on others than those who speak later."""
    asked = earlier.towards or earlier.named
    if asked or not later.sides:
        return bool(later.sides and asked) and not later.sides & asked
    return bool(earlier.bearer) and not earlier.bearer & later.called


def addressed(later: Telling, earlier: Telling) -> bool:
    """Whether the later is of another side than the demand, and of the one it was made on where that is told."""
    if not later.sides or not earlier.sides or later.sides & earlier.sides:
        return False
    return not _another_asked(later, earlier)
