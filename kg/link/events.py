"""Whether two tellings are of one meeting, or of one measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kg import iri
from kg.history import Link
from kg.link.clusters import Clusters
from kg.link.outcomes import AHEAD, HAPPENED
from kg.link.tellings import Telling
from kg.link.ties import Tie, apart, differ, likeness, same_side
from kg.link.words import names, overlap, stem, stems
from kg.model import Measure, Meeting
from kg.vocab import Term

TALKS: Final = frozenset({"talks", "visit", "session", "summit"})
MONTH: Final = 31
MONTHS: Final = 92
"""Days between two publications within which tellings of one undated measure are looked for; a dated one has longer."""
LONGEST: Final = 400
_BANS: Final = frozenset({"sanction", "export-control"})
_DEFINITE: Final = frozenset({"the", "those", "these", "this", "that", "such"})
_TURNS: Final = frozenset(map(stem, ("raise", "cut")))
_TALKS: Final = frozenset({"talks", "negotiations", "discussions"})
_ANOTHER: Final = re.compile(r"\b(?:further|additional|another|extra|second|more)\b", re.IGNORECASE)
_AFRESH: Final = re.compile(
    r"\b(?:again|resum\w+|further|another|second|third|fresh|new round|next (?:round|meeting|session))\b", re.IGNORECASE
)
_GENERIC: Final = frozenset(
    map(stem, "goods good import export product trade product shipment tariff ban quota law".split())
)


def same_meeting(later: Telling, earlier: Telling) -> Iterator[Tie]:
    """One encounter: of those who meet, day, place and words, enough agree and none contradicts."""
    new, old = later.record, earlier.record
    if not (isinstance(new, Meeting) and isinstance(old, Meeting)) or later.days_after(earlier) > LONGEST:
        return
    here = new.evidence.article == old.evidence.article
    if here and _the_talks(later) and new.place is None and _talks(earlier):
        yield Tie("same-meeting", "the-talks", 0.7, 3.0)
        return
    if here and new.event == old.event and _kinds_agree(new, old) and not apart(new.when, old.when):
        yield Tie("same-meeting", "one-event", 0.85, 2.0)
        return
    days, like = apart(new.when, old.when), likeness(later, earlier)
    people, side = len(later.actors & earlier.actors), same_side(later, earlier)
    if days or not _kinds_agree(new, old) or (here and _another(later, new, old)):
        return
    if not _places_agree(new.place, old.place):
        if here and days is None and people >= 2 and later.actors == earlier.actors and _both_happened(new, old):
            yield Tie("same-meeting", "same-people", 0.7, like.value)
        return
    place = bool(new.place and old.place and stems(new.place) & stems(old.place))
    copied = like.share >= 0.8 and like.shared >= 3
    if copied and side >= 0 and later.days_after(earlier) <= 7:
        yield Tie("same-meeting", "same-words", 0.9, like.value, retells=True)
    elif days == 0 and place and side >= 0 and _narrow(new, old, MONTH):
        yield Tie("same-meeting", "same-day-and-place", 0.85 if side > 0 else 0.7, 1 + like.value)
    elif days == 0 and side > 0 and people and _narrow(new, old):
        yield Tie("same-meeting", "same-day-and-people", 0.8, like.value)
    elif days == 0 and side == 0 and _shared_names(later, earlier) and _narrow(new, old, MONTH):
        yield Tie("same-meeting", "same-day-and-names", 0.7, like.value)
    elif days == 0 and side == 0 and new.kind == old.kind and _narrow(new, old) and like.shared >= 2:
        yield Tie("same-meeting", "same-day-and-words", 0.7, like.value)
    elif days is None and side > 0 and (here or later.days_after(earlier) <= 3):
        one_group = later.actors == earlier.actors and _both_happened(new, old)
        if people >= 2 or (people and here and one_group and _narrow(new, old)):
            yield Tie("same-meeting", "same-people", 0.6 + 0.1 * min(people, 2), like.value)
        elif place and (one_group or (here and _both_happened(new, old))):
            yield Tie("same-meeting", "same-place", 0.7, like.value)
    elif days is None and side > 0 and place and _came(later, earlier):
        yield Tie("same-meeting", "planned-there", 0.65, like.value)


def _the_talks(telling: Telling) -> bool:
    """Whether the passage begins with talks that were told of before: "the negotiations were to last two days"."""
    words = telling.passage.casefold().split()
    return words[:1] == ["the"] and words[1:2] != [] and words[1] in _TALKS


def _talks(telling: Telling) -> bool:
    """Whether the passage names talks as such, and tells their place or time."""
    record = telling.record
    assert isinstance(record, Meeting)
    return bool(_TALKS & set(telling.passage.casefold().split())) and bool(record.place or record.when)


def _came(later: Telling, earlier: Telling) -> bool:
    """Whether one tells what was ahead when the other was told, a season ago at most."""
    ahead = [isinstance(t.record, Meeting) and t.record.status in AHEAD for t in (later, earlier)]
    return ahead == [False, True] and later.days_after(earlier) <= MONTHS


def _kinds_agree(new: Meeting, old: Meeting) -> bool:
    return new.kind == old.kind or {new.kind, old.kind} <= TALKS


def _both_happened(new: Meeting, old: Meeting) -> bool:
    return new.status in HAPPENED and old.status in HAPPENED


def _places_agree(one: str | None, other: str | None) -> bool:
    """True where one is not known or both share a word."""
    return not (one and other) or bool(stems(one) & stems(other))


def _another(later: Telling, new: Meeting, old: Meeting) -> bool:
    """Whether "met and will meet again" tells two meetings, where one article tells both."""
    return {new.status, old.status} & HAPPENED != set() and bool(_AFRESH.search(later.lead + later.passage))


def _narrow(new: Meeting, old: Meeting, days: int = 7) -> bool:
    """Whether one of the two is told to the week or closer, or to so many days."""
    spans = [(w.latest - w.earliest).days for w in (new.when, old.when) if w and w.earliest and w.latest]
    return bool(spans) and min(spans) <= days


def _shared_names(later: Telling, earlier: Telling) -> bool:
    """Whether both passages print one name, or one prints the other's place."""
    return bool(later.names & earlier.names)


def same_measure(later: Telling, earlier: Telling) -> Iterator[Tie]:
    """One act: of one side, kind and product; another amount or rate of the same is a contradiction."""
    new, old = later.record, earlier.record
    if not (isinstance(new, Measure) and isinstance(old, Measure)) or not _one_kind(new, old):
        return
    like, side = likeness(later, earlier), same_side(later, earlier)
    if later.days_after(earlier) > LONGEST or (later.overlaps(earlier) and later.span == earlier.span):
        return
    products = _products(new), _products(old)
    clash = bool(products[0] and products[1] and not products[0] & products[1]) and not _one_sum(new, old)
    turned = {frozenset(_TURNS & later.about), frozenset(_TURNS & earlier.about)}
    clash = clash or turned == {frozenset({turn}) for turn in _TURNS}
    if later.towards and earlier.towards and not later.towards & earlier.towards:
        return
    if like.share >= 0.8 and like.shared >= 4 and later.days_after(earlier) <= 7 and later.article != earlier.article:
        yield Tie("same-measure", "same-words", 0.9, 2 + like.value, retells=True)
        return
    if clash or side < 0:
        return
    here = later.article == earlier.article
    strangers = bool(later.actors and earlier.actors) and side <= 0
    if here and new.event == old.event and not strangers and (like.shared >= 2 or _looks_back(later)):
        yield Tie("same-measure", "one-event", 0.85, 2.0)
    elif side > 0 and _figures(new, old) is False:
        one = not here and (bool(products[0] & products[1]) or like.share >= 0.34)
        another = _ANOTHER.search(later.lead + later.passage) or _ANOTHER.search(earlier.lead + earlier.passage)
        near = later.days_after(earlier) <= (LONGEST if products[0] & products[1] else MONTHS)
        if near and (products[0] & products[1] or (new.amount and old.amount)) and one and not another:
            yield Tie("conflicts-with", "other-amount", 0.5, like.value, retells=True)
    elif side > 0 and _figures(new, old):
        yield Tie("same-measure", "same-figures", 0.8 + 0.1 * (side == 1), 1 + like.value)
    elif side == 0 and later.towards & earlier.towards and _figures(new, old) and products[0] & products[1]:
        yield Tie("same-measure", "same-figures", 0.7, like.value)
    elif side > 0 and products[0] & products[1]:
        yield Tie("same-measure", "same-product", 0.75, like.value)
    elif side > 0 and later.towards & earlier.towards and not here and _alike(later, earlier):
        yield Tie("same-measure", "same-target", 0.65, like.value)
    elif not here and side == 1 and like.share >= 0.67 and like.shared >= 2:
        yield Tie("same-measure", "same-act", 0.55, like.value)
    elif not here and like.share >= 0.5 and like.shared >= (3 if side > 0 else 4):
        yield Tie("same-measure", "same-act", 0.6, like.value)


def _one_kind(new: Measure, old: Measure) -> bool:
    """Whether two tellings may call one measure so: a ban on exports is a sanction or a control of exports."""
    return new.kind == old.kind or {new.kind, old.kind} == _BANS


def _alike(later: Telling, earlier: Telling) -> bool:
    """Whether both tell of one thing, beside whom they name."""
    one, other = (telling.about - telling.names for telling in (later, earlier))
    return len(one & other) >= 2 and overlap(one, other) >= 0.34


def _looks_back(telling: Telling) -> bool:
    """Whether the passage points at a measure that was told before: "the tariffs"."""
    return bool(_DEFINITE & set(telling.passage.casefold().split()))


def _products(measure: Measure) -> frozenset[str]:
    """What the measure bears on, without names and what every measure has."""
    return stems(measure.product or "") - _GENERIC - names(measure.product or "")


def _one_sum(new: Measure, old: Measure) -> bool:
    """Whether both give one amount: of goods that are called this and that."""
    return new.amount is not None and old.amount is not None and not differ(new.amount, old.amount)


def _figures(new: Measure, old: Measure) -> bool | None:
    """Whether amounts or rates agree; None where they cannot be compared."""
    pairs = [(new.amount, old.amount)] if new.currency == old.currency else []
    pairs += [(new.rate, old.rate), (new.rate_from, old.rate_from)]
    known = [differ(a, b) for a, b in pairs if a is not None and b is not None]
    return None if not known else not any(known)


def shared_events(tellings: Sequence[Telling], links: Iterable[Link]) -> Mapping[Term, Term]:
    """The event of every telling of a meeting or measure: that of the first telling of the same."""
    clusters: Clusters[Term] = Clusters()
    by_node = {telling.node: telling for telling in tellings}
    for one in links:
        if one.kind in ("same-meeting", "same-measure"):
            first = min(clusters.root(one.later), clusters.root(one.earlier), key=lambda node: by_node[node].order)
            clusters.join(one.later, one.earlier, first=first)
    return {
        telling.node: iri.record("event", clusters.root(telling.node))
        for telling in tellings
        if isinstance(telling.record, Meeting | Measure)
    }
