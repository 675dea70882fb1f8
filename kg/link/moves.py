"""How one move follows another: what is told again, kept, broken, contradicted or answered.

Every rule asks for one side (or the two sides of a demand) and for shared words; none looks at who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kg.history import LinkKind
from kg.link.found import Found, Likeness, apart, bounds, differ, likeness, same_side
from kg.link.tellings import Telling
from kg.link.words import of_issues, stem, stems
from kg.model import Commitment, Measure

UNDERTAKINGS: Final = frozenset({"pledge", "agreement", "threat", "obligation"})
STEPS: Final[Mapping[str, LinkKind]] = {"fulfilment": "fulfils", "breach": "breaks"}
KEPT: Final = frozenset({"pledge", "agreement", "obligation"})
ANSWERS: Final = frozenset({"pledge", "agreement", "refusal", "fulfilment"})
_ENDING: Final[Mapping[str, frozenset[str]]] = {
    "lifted": frozenset(map(stem, ("remove", "cut"))),
    "suspended": frozenset(map(stem, ("halt", "freeze"))),
}
LONGEST: Final = 400
"""Days between two publications beyond which nothing is linked."""
DEADLINES_APART: Final = 60
FAR: Final = 450
"""Code points within which an answer follows the demand."""
NEAR: Final = 300
"""Code points within which words such as "do so" and "of them" look back."""
_BACK: Final = frozenset(map(stem, "so this that promise word pledge commitment undertaking vow trade".split()))
_DUE: Final = frozenset(map(stem, "deadline date".split()))
_LISTS: Final = frozenset(map(stem, "list demands conditions terms series".split()))
_ASKED: Final = frozenset(map(stem, "demand call request appeal ultimatum proposal".split()))
_KEEPING: Final = frozenset(map(stem, "assurance guarantee deliver enforce enforcement verification verify".split()))
_CHARGES: Final = frozenset(
    map(stem, "charge accusation allegation claim breach breaking broken cheating wrongdoing".split())
)
_RETOLD: Final = re.compile(
    r"\b(?:had|it|he|she|they) (?:\w+ )?"
    r"(?:pledged|promised|vowed|undertaken|agreed|accepted|offered|threatened|demanded|asked|insisted)\b"
    r"|\b(?:its|his|her|their) (?:\w+ )?(?:promise|pledge|vow|offer|threat|demand|undertaking|word)\b"
)
_LONG_AGO: Final = re.compile(r"\b(?:in the past|previously|years ago|last year)\b", re.IGNORECASE)
_AGAIN: Final = frozenset({"again", "reiterated", "renewed", "reaffirmed", "repeated", "continue", "still"})


def compare(later: Telling, earlier: Telling) -> Iterator[Found]:
    """What the later move, or measure, has to do with the earlier move."""
    if not isinstance(earlier.record, Commitment) or later.days_after(earlier) > LONGEST:
        return
    like = likeness(later, earlier)
    if isinstance(later.record, Measure):
        yield from _measure(later, later.record, earlier, earlier.record, like)
    elif isinstance(later.record, Commitment):
        yield from _told_again(later, later.record, earlier, earlier.record, like)
        yield from _deadline_only(later, later.record, earlier, earlier.record)
        yield from _kept_or_broken(later, later.record, earlier, earlier.record, like)
        yield from _against(later, later.record, earlier, earlier.record, like)
        yield from _answer(later, later.record, earlier, earlier.record, like)
        yield from _part(later, later.record, earlier, earlier.record)


def _told_again(later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Found]:
    """One side makes a move of one kind, in the same words or of the same thing."""
    side = same_side(later, earlier)
    if not _one_kind(later, new, earlier, old) or side < 0 or _of_keeping(new) != _of_keeping(old):
        return
    if later.overlaps(earlier):
        if later.actors == earlier.actors and like.share >= 0.9 and like.shared >= 2:
            yield Found("same-commitment", "same-passage", 0.9, 2.0)
        return
    if side == 0 and not _nobody_else(later, earlier, like):
        return
    joint = side > 0 and later.actors == earlier.actors and len(later.actors) > 1
    # Of one article, two moves that share words are rather two points than one told twice.
    least = 0.8 if later.article == earlier.article else 0.5
    again = later.article != earlier.article and bool(_AGAIN & set((later.lead + later.passage).casefold().split()))
    one_issue = bool(set(new.issues) & set(old.issues)) and len(later.words & earlier.words) >= 2
    retold = side == 1 and bool(_RETOLD.search(later.passage)) and later.article != earlier.article
    if retold and like.shared and like.share >= 0.4:
        least = 0.0
    enough = like.shared >= (2 if least else 1) and (like.share >= least or (one_issue and like.share >= least - 0.2))
    if not (
        enough
        or (joint and like.share == 1)
        or (again and side == 1 and (like.share >= 0.5 or (like.shared and later.towards == earlier.towards != set())))
    ):
        return
    sure = 0.5 + 0.4 * min(1.0, like.share) * (1.0 if side == 1 else 0.9)
    days = apart(new.deadline, old.deadline)
    if days is not None and days > DEADLINES_APART:
        return
    if (days or differ(new.amount, old.amount)) and like.share < 0.5:
        return
    if days:
        yield Found("conflicts-with", "other-deadline", sure - 0.1, like.value)
    elif new.currency == old.currency and differ(new.amount, old.amount):
        yield Found("conflicts-with", "other-amount", sure - 0.1, like.value)
    elif again:
        yield Found("reaffirms", "said-again", sure - 0.05, like.value)
    else:
        yield Found("same-commitment", "same-words", sure, like.value)


def _one_kind(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> bool:
    """Whether two articles may call it this and that: what one side has pledged, another agreed on."""
    return new.kind == old.kind or (later.article != earlier.article and {new.kind, old.kind} <= UNDERTAKINGS)


def _of_keeping(move: Commitment) -> bool:
    """Whether it is about keeping a word that is given elsewhere, and not what that word is of."""
    return bool(_KEEPING & stems(move.content[:40]))


def _nobody_else(later: Telling, earlier: Telling, like: Likeness) -> bool:
    """Whether so much is shared that it need not be told whose it is, and it is not told of both."""
    return like.shared >= 3 and like.share >= 0.6 and (later.nobody or earlier.nobody)


def _deadline_only(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> Iterator[Found]:
    """A move that is nothing but a date, "the March 1 deadline": it is that of an earlier undertaking."""
    words = stems(new.content)
    if not (words & _DUE and len(words - _DUE) <= 1 and {new.kind, old.kind} <= UNDERTAKINGS):
        return
    days = apart(new.deadline, old.deadline)
    if same_side(later, earlier) <= 0 or days is None or days > 10:
        return
    if days:
        yield Found("conflicts-with", "other-deadline", 0.7, 1 / (1 + days))
    else:
        exact = bounds(new.deadline) == bounds(old.deadline)
        yield Found("same-commitment" if exact else "specifies", "same-deadline", 0.65, 1.0)


def _kept_or_broken(
    later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness
) -> Iterator[Found]:
    """A fulfilment or breach of what the same side undertook; "do so" and "its promises" look to what stands near."""
    if (
        new.kind not in STEPS
        or old.kind not in UNDERTAKINGS
        or new.factuality in ("negated", "hypothetical", "planned")
    ):
        return
    kind = STEPS[new.kind]
    side, far = same_side(later, earlier), later.distance(earlier)
    if side == 0 and not (later.nobody or earlier.nobody):
        return
    least, share = (2, 0.25) if side > 0 else (3, 0.4)
    if side >= 0 and like.shared >= least and like.share >= share and not later.overlaps(earlier):
        yield Found(kind, "same-undertaking", 0.5 + 0.4 * like.share, side + like.value)
    elif side >= 0 and far is not None and far <= NEAR and kind == "breaks" and _looks_back(new.content):
        yield Found(kind, "looks-back", 0.6, 1 - far / NEAR)
    elif side >= 0 and far is None and _looks_back(new.content) and len(later.around & earlier.about) >= 2:
        yield Found(kind, "word-given", 0.55, 0.5 + len(later.around & earlier.about) / 100)


def _looks_back(content: str) -> bool:
    words = content.casefold().split()
    return len(words) <= 5 and any(stem(word.strip(".,;")) in _BACK for word in words)


def _against(later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Found]:
    """A side denies or takes back what it said it would do, or does what it had refused."""
    side = same_side(later, earlier)
    if new.kind == "denial" and old.kind == "breach" and side >= 0 and _denies_a_charge(later, new, earlier):
        yield Found("conflicts-with", "denied-charge", 0.65, 1.0)
    if later.overlaps(earlier) or side < 0 or (side == 0 and not _nobody_else(later, earlier, like)):
        return
    if new.kind == "denial" and old.deadline and old.kind in UNDERTAKINGS and side > 0 and _denies_a_day(new):
        yield Found("conflicts-with", "denied-day", 0.6, 0.1)
    if like.shared < 2 or like.share < 0.34:
        return
    if new.kind == "denial" and (old.kind in UNDERTAKINGS or old.kind == "breach"):
        yield Found("conflicts-with", "denied", 0.5 + 0.3 * like.share, like.value)
    elif new.kind == "refusal" and old.kind in KEPT and new.factuality == "negated" and _overdue(later, old):
        if later.article != earlier.article and like.share >= 0.5:
            yield Found("breaks", "not-yet", 0.45 + 0.3 * like.share, like.value)
    elif later.article != earlier.article and like.share >= 0.5 and "negated" not in (new.factuality, old.factuality):
        if new.kind == "refusal" and old.kind in ("pledge", "agreement"):
            yield Found("conflicts-with", "went-back", 0.45 + 0.3 * like.share, like.value)
        elif new.kind in ("pledge", "agreement") and old.kind == "refusal":
            yield Found("conflicts-with", "gave-way", 0.45 + 0.3 * like.share, like.value)


def _denies_a_charge(later: Telling, move: Commitment, earlier: Telling) -> bool:
    """Whether a denial is of the breach that stands shortly before: "denied the charge", "denied cheating"."""
    far = later.distance(earlier)
    words = stems(move.content)
    return far is not None and far <= FAR and earlier.order < later.order and bool(words & _CHARGES)


def _overdue(later: Telling, old: Commitment) -> bool:
    """Whether the day by which it was to be done is past when the later telling is published."""
    due = bounds(old.deadline)
    return bool(due and later.published and due[1] < later.published)


def _denies_a_day(move: Commitment) -> bool:
    """Whether it is that a day was set."""
    words = stems(move.content)
    return bool(words & _DUE) and len(words - _DUE) <= 2


def _answer(later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Found]:
    """One side says or does what another asked of it, or refuses."""
    if new.kind not in ANSWERS or old.kind != "demand" or _LONG_AGO.search(later.passage):
        return
    related = bool(earlier.towards) or like.shared >= 3
    related = related and bool(of_issues(new.issues) & of_issues(old.issues))
    least = 2 if earlier.towards or later.article == earlier.article else 3
    if _addressed(later, earlier) and like.shared >= least and (like.share >= 0.4 or related):
        yield Found("answers", "answers-demand", 0.45 + 0.4 * like.share, like.value)
    elif (
        later.article == earlier.article
        and (later.distance(earlier) or 0) <= NEAR
        and same_side(later, earlier) <= 0
        and like.shared >= 2
        and like.share >= 0.5
    ):
        yield Found("answers", "answers-near-demand", 0.4 + 0.4 * like.share, like.value)
    elif _next(later, new, earlier, like):
        yield Found("answers", "answers-next", 0.55, 1 - (later.distance(earlier) or 0) / FAR)
    elif later.article != earlier.article and same_side(later, earlier) == 0 and _nobody_else(later, earlier, like):
        yield Found("answers", "answers-in-words", 0.4 + 0.3 * like.share, like.value)


def _next(later: Telling, new: Commitment, earlier: Telling, like: Likeness) -> bool:
    """Whether it is what the party that is asked says a sentence or two on: that it will not, or of the same thing."""
    far = later.distance(earlier)
    if far is None or not 0 < far <= FAR or later.order < earlier.order or later.overlaps(earlier):
        return False
    if same_side(later, earlier) > 0:
        return False
    asked = bool(later.sides & earlier.towards)
    if new.kind == "refusal":
        named = bool(stems(new.content) & _ASKED) or (like.share >= 0.5 and like.shared > 0)
        return asked or (not earlier.towards and named)
    return asked and bool(like.shared)


def _addressed(later: Telling, earlier: Telling) -> bool:
    """Whether the later is of another side than the demand, and of the one it was made on where that is told."""
    if not later.sides or not earlier.sides or later.sides & earlier.sides:
        return False
    return bool(later.sides & earlier.towards) if earlier.towards else True


def _part(later: Telling, new: Commitment, earlier: Telling, old: Commitment) -> Iterator[Found]:
    """The demands of a list, and a party's share of what was agreed: "800,000 of them"."""
    far = later.distance(earlier)
    if far is None or far > NEAR or later.order < earlier.order or later.overlaps(earlier):
        return
    if new.kind == old.kind == "demand" and same_side(later, earlier) > 0 and stems(old.content[:40]) & _LISTS:
        yield Found("specifies", "of-list", 0.7, 1.0)
    elif {new.kind, old.kind} <= {"pledge", "agreement"} and old.amount is not None and "of them" in new.content:
        yield Found("specifies", "share-of", 0.7, 1.0)


def comes_to(status: str, content: str) -> bool:
    """Whether a measure of that status is what was spoken of: lifted, where it was to be lifted, and in force else."""
    words = stems(content)
    if status in _ENDING:
        return bool(words & _ENDING[status])
    return status == "in-force" and stem("remove") not in words


def _measure(later: Telling, new: Measure, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Found]:
    """A measure that was taken as promised, threatened or demanded."""
    if not comes_to(new.status, old.content) or later.overlaps(earlier) or like.shared < 2:
        return
    if _RETOLD.search(later.lead + later.passage):
        return
    side = same_side(later, earlier)
    enough = like.share >= 0.5 and like.shared >= 3
    theirs = _nobody_else(later, earlier, like) if side == 0 else side > 0 and (enough or like.share >= 0.6)
    if old.kind in UNDERTAKINGS and theirs:
        if later.article != earlier.article:
            yield Found("fulfils", "measure-taken", 0.45 + 0.4 * like.share, like.value)
    elif old.kind == "demand" and _addressed(later, earlier) and enough:
        yield Found("answers", "measure-answers", 0.4 + 0.4 * like.share, like.value)
