"""Whether a side did what it undertook: kept, broken, denied, taken back, or come to as a measure.

Every rule asks for one side, or for so many shared words that nobody else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kg.history import LinkKind
from kg.link.answers import addressed
from kg.link.references import fits, refuses, undoes
from kg.link.tellings import LEAD, Telling
from kg.link.ties import (
    FAR,
    NEAR,
    RETOLD,
    Likeness,
    Tie,
    another_thing,
    bounds,
    in_words,
    nobody_else,
    other_names,
    same_side,
)
from kg.link.words import overlap, stem, stems
from kg.model import Commitment, Measure

UNDERTAKINGS: Final = frozenset({"pledge", "agreement", "threat", "obligation"})
STEPS: Final[Mapping[str, LinkKind]] = {"fulfilment": "fulfils", "breach": "breaks"}
KEPT: Final = frozenset({"pledge", "agreement", "obligation"})
_TAKING_BACK: Final = frozenset({"threat", "pledge", "agreement", "fulfilment"})
_ENDING: Final[Mapping[str, frozenset[str]]] = {
    "lifted": frozenset(map(stem, ("remove", "cut"))),
    "suspended": frozenset(map(stem, ("halt", "freeze"))),
}
_BACK: Final = frozenset(
    map(
        stem,
        "so this that promise word pledge commitment undertaking vow trade agreement accord deal pact treaty".split(),
    )
)
DUE: Final = frozenset(map(stem, "deadline date".split()))
NOT_BEFORE: Final = 32
"""Code points before a measure in which stands what says that it was not taken: "neither side has since"."""
_WHEN: Final = re.compile(r" (?:(?:they|it|he|she|had) ){0,2}(?:made|given|gave|signed|reached) ", re.IGNORECASE)
_NOT: Final = re.compile(r"\b(?:not|never|neither|nor|fail(?:s|ed|ing)? to|yet to)\b", re.IGNORECASE)
_AHEAD: Final = re.compile(r"\b(?:will|would|to|may|might|could|should|shall|must) (?:\w+ )?$", re.IGNORECASE)
_CALLED: Final = {
    "pledge": stems("promise word pledge commitment undertaking vow"),
    "agreement": stems("agreement accord deal pact treaty truce ceasefire commitment"),
}
_GIVEN: Final = re.compile(
    r"\b(?:promis|pledg|agreed|vow|undert|word|deadline|commitment|despite|although|after)\w*", re.IGNORECASE
)
_AS_SAID: Final = re.compile(
    r"\b(?:mak|made|mad|carr|liv|act|honou?r|keep|kept)\w*"
    r" (?:\w+ ){0,2}(?:good|out|up to|on|its|his|her|their) (?:\w+ ){0,2}(?:threat|warning|promise|pledge|word|vow)\w*"
    r"|\bas (?:it|he|she|they)? ?(?:had )?(?:threatened|promised|pledged|agreed|announced|warned)\b",
    re.IGNORECASE,
)
_CHARGES: Final = frozenset(
    map(stem, "charge accusation allegation claim breach breaking broken cheating wrongdoing".split())
)
_ACCUSING: Final = re.compile(r"\b(?:accus|alleg|charg|blam)\w{1,6}\b", re.IGNORECASE)


def kept_or_broken(later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Tie]:
    """A fulfilment or breach of what the same side undertook; "do so" and "its promises" look to what stands near."""
    kind, side = _kind(new), same_side(later, earlier)
    if kind is None or old.kind not in UNDERTAKINGS or side < 0 or not (side or later.nobody or earlier.nobody):
        return
    far, then = later.distance(earlier), fits(later, earlier)
    if then is False:
        return
    if far is not None:
        like = Likeness(len(later.plain & earlier.plain), overlap(later.plain, earlier.plain))
    least, share = (2, 0.34) if side > 0 else (3, 0.4)
    if later.overlaps(earlier):
        if old.kind in KEPT and _one_content(new, old):
            yield Tie(kind, "its-own-words", 0.7, 2.0, before="always")
    elif in_words(later, earlier) and (
        (like.shared >= least and like.share >= share) or (then and earlier.words <= later.words)
    ):
        yield Tie(kind, "same-undertaking", 0.5 + 0.4 * like.share, side + like.value, before="always")
    elif not _looks_back(new.content):
        return
    elif far is not None and far <= NEAR and kind == "breaks" and not _of_something_else(later, earlier):
        if side <= 0 and later.actors and earlier.actors:
            return
        yield Tie(kind, "looks-back", 0.6, 1 - far / NEAR, before="always")
    elif far is None:
        told = len(later.around & earlier.about), len(later.setting & earlier.words)
        if (
            (then and side > 0 and _named_so(new, old))
            or told[0] >= 2
            or (side > 0 and told[1] >= 2 and (then or told[1] * 2 >= len(earlier.words)))
        ):
            yield Tie(kind, "word-given", 0.55, 0.5 + max(told) / 100)


def _kind(move: Commitment) -> LinkKind | None:
    """What a step does to what it is a step of: a promise that was not kept is broken."""
    if move.factuality in ("hypothetical", "planned"):
        return None
    if move.factuality == "negated":
        return "breaks" if move.kind == "fulfilment" else None
    return STEPS.get(move.kind)


def _one_content(new: Commitment, old: Commitment) -> bool:
    """Whether what was kept or broken is the promise, "its word to resume", or told with it: "despite its promise"."""
    if new.content_end <= old.evidence.start < new.evidence.end:
        return True
    begins = abs(new.content_start - old.evidence.start) <= LEAD
    return begins and min(new.content_end, old.content_end) > old.evidence.start


def _of_something_else(later: Telling, earlier: Telling) -> bool:
    """Whether the passage says itself what was done, and that is nothing of what was undertaken shortly before."""
    own = stems(later.passage) - later.words - later.names - _BACK
    return len(own) >= 3 and not own & earlier.about


def _named_so(new: Commitment, old: Commitment) -> bool:
    """Whether a word given in a month that is told was of that kind: "the agreement reached in March"."""
    words = stems(_WHEN.split(new.content)[0])
    return any(words & named for kind, named in _CALLED.items() if kind == old.kind)


def _looks_back(content: str) -> bool:
    """Whether nothing but the word is named, and when it was given: "its promise", "the pledge they made in May"."""
    words = _WHEN.split(content)[0].casefold().split()
    return len(words) <= 5 and any(stem(word.strip(".,;")) in _BACK for word in words)


def against(later: Telling, new: Commitment, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Tie]:
    """A side denies or takes back what it said it would do, or does what it had refused."""
    side = same_side(later, earlier)
    if new.kind == "denial" and old.kind == "breach" and side >= 0 and _denies_a_charge(later, new, earlier):
        yield Tie("conflicts-with", "denied-charge", 0.65, 1 - (later.distance(earlier) or 0) / FAR)
    if later.overlaps(earlier) or side < 0 or (side == 0 and not nobody_else(later, earlier, like)):
        return
    if new.kind == "denial" and old.deadline and old.kind in UNDERTAKINGS and side > 0 and _denies_a_day(new):
        yield Tie("conflicts-with", "denied-day", 0.6, 0.1)
    if like.shared < 2 or like.share < 0.34:
        return
    if new.kind in _TAKING_BACK and old.kind in KEPT and side > 0 and undoes(later, earlier):
        yield Tie("conflicts-with", "taken-back", 0.5 + 0.3 * like.share, like.value)
    elif new.kind == "denial" and (old.kind in UNDERTAKINGS or old.kind == "breach"):
        yield Tie("conflicts-with", "denied", 0.5 + 0.3 * like.share, like.value)
    elif new.kind == "refusal" and old.kind in KEPT and new.factuality == "negated" and _overdue(later, old):
        if later.article != earlier.article and like.share >= 0.5:
            yield Tie("breaks", "not-yet", 0.45 + 0.3 * like.share, like.value)
    elif later.article != earlier.article and like.share >= 0.5 and "negated" not in (new.factuality, old.factuality):
        if other_names(later, earlier):
            return
        if refuses(new) and old.kind in ("pledge", "agreement") and not refuses(old):
            yield Tie("conflicts-with", "went-back", 0.45 + 0.3 * like.share, like.value)
        elif new.kind in ("pledge", "agreement", "fulfilment") and not refuses(new) and refuses(old):
            yield Tie("conflicts-with", "gave-way", 0.45 + 0.3 * like.share, like.value)


def _denies_a_charge(later: Telling, move: Commitment, earlier: Telling) -> bool:
    """Whether a denial is of the breach that stands shortly before: "denied the charge", "denied cheating"."""
    far = later.distance(earlier)
    words = stems(move.content)
    accused = max((found.start() for found in _ACCUSING.finditer(later.before)), default=None)
    if accused is not None and earlier.span.end < later.span.start - len(later.before) + accused:
        return False
    near = far is not None and far <= (FAR if same_side(later, earlier) > 0 else NEAR // 2)
    return near and earlier.order < later.order and bool(words & _CHARGES)


def _overdue(later: Telling, old: Commitment) -> bool:
    """Whether the day by which it was to be done is past when the later telling is published."""
    due = bounds(old.deadline)
    return bool(due and later.published and due[1] < later.published)


def _denies_a_day(move: Commitment) -> bool:
    """Whether it is that a day was set."""
    words = stems(move.content)
    return bool(words & DUE) and len(words - DUE) <= 2


def comes_to(status: str, content: str) -> bool:
    """Whether a measure of that status is what was spoken of: lifted, where it was to be lifted, and in force else."""
    words = stems(content)
    if status in _ENDING:
        return bool(words & _ENDING[status])
    return status == "in-force" and stem("remove") not in words


def measure_taken(later: Telling, new: Measure, earlier: Telling, old: Commitment, like: Likeness) -> Iterator[Tie]:
    """A measure that was taken as promised, threatened or demanded, or that was to be gone and is not."""
    if later.overlaps(earlier) or like.shared < 2 or another_thing(later, earlier):
        return
    side = same_side(later, earlier)
    enough = like.share >= 0.5 and like.shared >= 3
    theirs = nobody_else(later, earlier, like) if side == 0 else side > 0 and (enough or like.share >= 0.6)
    if _NOT.search(later.before[-NOT_BEFORE:] + later.passage):
        shared = len(later.about & earlier.words)
        theirs = theirs or (side > 0 and shared >= 2 and shared >= 0.6 * len(earlier.words))
        if theirs and later.article != earlier.article and _left_undone(later, new, old):
            yield Tie("breaks", "left-undone", 0.45 + 0.3 * like.share, like.value)
    elif (
        not comes_to(new.status, old.content) or RETOLD.search(later.lead + later.passage) or _AHEAD.search(later.lead)
    ):
        return
    elif old.kind in UNDERTAKINGS and (theirs or (side > 0 and like.share >= 0.34 and _as_said(later))):
        if later.article != earlier.article:
            yield Tie("fulfils", "measure-taken", 0.45 + 0.4 * like.share, like.value)
    elif old.kind == "demand" and addressed(later, earlier) and enough:
        yield Tie("answers", "measure-answers", 0.4 + 0.4 * like.share, like.value, several=True, before="in-words")


def _left_undone(later: Telling, new: Measure, old: Commitment) -> bool:
    """Whether what is in force, or not yet, is against the word that was given for a day now past."""
    ends = bool(stems(old.content) & frozenset().union(*_ENDING.values()))
    late = _overdue(later, old) if old.deadline else bool(_GIVEN.search(later.before + later.passage + later.after))
    return old.kind in KEPT and late and (new.status == "in-force") == ends


def _as_said(telling: Telling) -> bool:
    """Whether the sentence says that it had been announced: "making good on a threat"."""
    return bool(_AS_SAID.search(telling.before + telling.passage + telling.after))
