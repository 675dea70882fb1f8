"""How one move follows another: what is told again, kept, broken, contradicted or answered.

Every rule asks for one side (or the two sides of a demand) and for shared words; none looks at who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.link.answers import answer
from kg.link.keeping import DUE, STEPS, UNDERTAKINGS, against, kept_or_broken, measure_taken
from kg.link.references import fits, refuses, undoes
from kg.link.sides import WORD
from kg.link.tellings import Telling
from kg.link.ties import (
    LONGEST,
    NEAR,
    RETOLD,
    Likeness,
    Tie,
    apart,
    bounds,
    differ,
    in_words,
    likeness,
    nobody_else,
    same_side,
)
from kg.link.words import overlap, rates, stem, stems
from kg.model import Commitment, Measure

LONGEST_OWED: Final = 800
"""Days like LONGEST, where it is told that a word was kept or broken, or much is told in the same words."""
DEADLINES_APART: Final = 60
PUT_OFF: Final = 366
"""Days between the deadlines of a promise that is surely made again."""
_LISTS: Final = frozenset(map(stem, "list demands conditions terms series".split()))
_KEEPING: Final = frozenset(map(stem, "assurance guarantee enforce enforcement verification verify".split()))
_AGAIN: Final = re.compile(
    r"\b(?:again|once more|anew|still|continues?|stands? by|stood by|stuck to"
    r"|(?:repeat|reiterat|renew|reaffirm|restat)(?:s|es|ed|ing)?)\b",
    re.IGNORECASE,
)


def compare(later: Telling, earlier: Telling) -> Iterator[Tie]:
    """What the later move, or measure, has to do with the earlier move."""
    if not isinstance(earlier.record, Commitment):
        return
    like = likeness(later, earlier)
    if _is_past(later, earlier, earlier.record, like):
        return
    if isinstance(later.record, Measure):
        yield from measure_taken(later, later.record, earlier, earlier.record, like)
    elif isinstance(later.record, Commitment):
        yield from _told_again(later, later.record, earlier, earlier.record, like)
        yield from _deadline_only(later, later.record, earlier, earlier.record)
        yield from kept_or_broken(later, later.record, earlier, earlier.record, like)
        yield from against(later, later.record, earlier, earlier.record, like)
        yield from answer(later, later.record, earlier, earlier.record, like)
        yield from _part(later, later.record, earlier, earlier.record)


def _is_past(later: Telling, earlier: Telling, old: Commitment, like: Likeness) -> bool:
    """Whether so long after the earlier move, and the day by which it was to be done, the later is of another one."""
    due = bounds(old.deadline)
    late = (later.published - due[1]).days if due and later.published else LONGEST_OWED
    alike = like.share >= 0.6 and like.shared >= (2 if later.actors & earlier.actors else 3)
    owed = LONGEST_OWED if alike or later.record.kind in STEPS else LONGEST
    return later.days_after(earlier) > owed and late > LONGEST


def _told_again(later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Tie]:
    """One side makes a move of one kind, in the same words or of the same thing."""
    if _is_another(later, new, earlier, old):
        return
    here, side = later.article == earlier.article, same_side(later, earlier)
    if here:
        like = Likeness(len(later.plain & earlier.plain), overlap(later.plain, earlier.plain))
    if side == 0 and not nobody_else(later, earlier, like) and (here or not _retold_of_some(later, like)):
        return
    again = not here and bool(_AGAIN.search(later.lead + later.passage))
    if not in_words(later, earlier) and not (again and side == 1):
        return
    dated = bool(fits(later, earlier)) and side > 0 and _besides_figures(later, earlier)
    if _is_alike(later, new, earlier, old, like, again=again, dated=dated):
        yield from _as_told(later, new, earlier, old, like, again=again, dated=dated)


def _is_another(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> bool:
    """Whether kind, side, date or what becomes of it make the later move another one, whatever its words."""
    if not _one_kind(later, new, earlier, old) or same_side(later, earlier) < 0 or _of_keeping(new) != _of_keeping(old):
        return True
    if later.overlaps(earlier) or fits(later, earlier) is False:
        return True
    return undoes(later, earlier) or undoes(earlier, later)


def _is_alike(
    later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness, *, again: bool, dated: bool
) -> bool:
    """Whether both are of one thing: by a share of their words that is the smaller, the more else agrees."""
    here, side = later.article == earlier.article, same_side(later, earlier)
    retold = side == 1 and not here and bool(RETOLD.search(later.passage))
    # Of one article, two moves that share words are rather two points than one told twice.
    least = 0.8 if here else 0.5
    if dated or (retold and like.shared and like.share >= 0.4):
        least = 0.0
    one_issue = bool(set(new.issues) & set(old.issues)) and len(later.words & earlier.words) >= 2
    if like.shared >= (2 if least else 1) and (like.share >= least or (one_issue and like.share >= least - 0.2)):
        return True
    if side > 0 and later.actors == earlier.actors and len(later.actors) > 1 and like.share == 1:
        return True
    at_one = later.towards == earlier.towards != set()
    return again and side == 1 and ((like.share >= 0.5 and like.shared >= 2) or (like.shared > 0 and at_one))


def _as_told(
    later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness, *, again: bool, dated: bool
) -> Iterator[Tie]:
    """The same move, or with another day or amount; one put off for long is another."""
    side = same_side(later, earlier)
    days, other = apart(new.deadline, old.deadline), _other_figures(later, new, earlier, old)
    if days is not None and days > (PUT_OFF if again and side == 1 and like.share >= 0.5 else DEADLINES_APART):
        return
    if (days or other) and like.share < 0.5 and not dated:
        return
    sure = 0.5 + 0.4 * min(1.0, like.share) * (1.0 if side == 1 else 0.9)
    likely = like.value + 0.05 * (new.kind == old.kind) + 0.05 * _both_count(later, earlier)
    if days:
        yield Tie("conflicts-with", "other-deadline", sure - 0.1, likely, retells=True)
    elif other:
        yield Tie("conflicts-with", "other-amount", sure - 0.1, likely, retells=True)
    elif again:
        yield Tie("reaffirms", "said-again", sure - 0.05, likely, retells=True)
    else:
        yield Tie("same-commitment", "same-words", sure, likely, retells=True)


def _besides_figures(later: Telling, earlier: Telling) -> bool:
    """Whether what is told twice is half the same, figures left out: "offered a cut of 12 pct" and "cut fees by 10"."""
    return overlap(*(frozenset(w for w in t.words if not w[0].isdigit()) for t in (later, earlier))) >= 0.5


def _both_count(later: Telling, earlier: Telling) -> bool:
    return all(any(word[0].isdigit() for word in t.words) for t in (later, earlier))


def _other_figures(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> bool:
    """Whether the two give other amounts, or other rates."""
    one, other = rates(later.words), rates(earlier.words)
    return (new.currency == old.currency and differ(new.amount, old.amount)) or bool(one and other and not one & other)


def _retold_of_some(later: Telling, like: Likeness) -> bool:
    """Whether a move of earlier is told in its words, of "the two countries" or others of no known side."""
    unknown = all(side.startswith(WORD) for side in later.sides)
    return unknown and like.shared >= 2 and like.share == 1 and bool(RETOLD.search(later.lead + later.passage))


def _one_kind(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> bool:
    """Whether two articles may call it this and that: what one side has pledged, another agreed on."""
    if refuses(new) or refuses(old):
        return refuses(new) and refuses(old) and (new.kind == old.kind or later.article != earlier.article)
    if new.kind == old.kind or later.article == earlier.article:
        return new.kind == old.kind
    threat = "threat" in (new.kind, old.kind)
    return {new.kind, old.kind} <= UNDERTAKINGS and not (threat and later.opens != earlier.opens)


def _of_keeping(move: Commitment) -> bool:
    """Whether it is about keeping a word that is given elsewhere, and not what that word is of."""
    return bool(_KEEPING & stems(move.content[:40]))


def _deadline_only(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> Iterator[Tie]:
    """A move that is nothing but a date, "the March 1 deadline": it is that of an earlier undertaking."""
    words = later.words
    if not (words & DUE and len(words - DUE) <= 1 and {new.kind, old.kind} <= UNDERTAKINGS):
        return
    days = apart(new.deadline, old.deadline)
    if same_side(later, earlier) <= 0 or days is None or days > 10:
        return
    if days:
        yield Tie("conflicts-with", "other-deadline", 0.7, 1 / (1 + days), retells=True)
    else:
        exact = bounds(new.deadline) == bounds(old.deadline)
        yield Tie("same-commitment" if exact else "specifies", "same-deadline", 0.65, 1.0)


def _part(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> Iterator[Tie]:
    """The demands of a list."""
    far = later.distance(earlier)
    if far is None or far > NEAR or later.order < earlier.order or later.overlaps(earlier):
        return
    if new.kind == old.kind == "demand" and same_side(later, earlier) > 0 and stems(old.content[:40]) & _LISTS:
        yield Tie("specifies", "of-list", 0.7, 1.0)
