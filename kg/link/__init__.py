"""What moves, meetings and measures of different sentences and articles have to do with each other.

A pure function of the records of all articles and of who is who: the same links in any order of the articles. Each
telling is compared with the earlier ones that share a side and a word, or a month and a name, and of those that fit
a kind of link it keeps the best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.history import Entry, Link, Step, Variant
from kg.link.candidates import candidates
from kg.link.divergence import variants
from kg.link.events import shared_events
from kg.link.ledger import entries, steps
from kg.link.measures import same_measure
from kg.link.meetings import same_meeting
from kg.link.moves import compare
from kg.link.outcomes import outcomes
from kg.link.tellings import Tellable, Telling, tellings
from kg.link.ties import NEAR, Tie
from kg.model import Commitment, Measure, Meeting
from kg.resolve import Resolution
from kg.vocab import Term

# By the kind of the later record.
RULES: Final[Mapping[type[Tellable], Sequence[Callable[[Telling, Telling], Iterator[Tie]]]]] = {
    Commitment: (compare,),
    Meeting: (same_meeting,),
    Measure: (compare, same_measure),
}

__all__ = ["Linked", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """The links, the event of each telling of a meeting or measure, the ledger, and where tellings differ."""

    links: Sequence[Link] = ()
    events: Mapping[Term, Term] = field(default_factory=dict)
    entries: Sequence[Entry] = ()
    steps: Sequence[Step] = ()
    variants: Sequence[Variant] = ()


def link(resolution: Resolution) -> Linked:
    """Everything that can be said of the records of all articles together."""
    told = tellings(resolution)
    compared = list(_best(candidates(told)))
    events = shared_events(told, compared)
    links = _distinct([*compared, *outcomes(told, events)])
    by_node = {telling.node: telling for telling in told}
    history = steps(by_node, links)
    return Linked(links, events, entries(by_node, history), history, variants(by_node, links, events, history))


def _best(pairs: Iterable[tuple[Telling, Sequence[Telling]]]) -> Iterator[Link]:
    """Of each kind the likeliest link of a telling, one within its article and one beyond; of equals the first told."""
    best: dict[tuple[object, ...], tuple[tuple[float, float], Link]] = {}
    for later, others in pairs:
        for other in others:
            for found, after, before in _compared(later, other):
                place = before.node if found.several else after.article == before.article
                kind = "told" if found.retells else found.kind
                key, rank = (after.node, kind, place), (found.likeness, found.confidence)
                if key not in best or rank > best[key][0]:
                    made = Link(
                        kind=found.kind, earlier=before.node, later=after.node, rule=found.rule,
                        confidence=round(min(found.confidence, 1.0), 2), retells=found.retells,
                    )  # fmt: skip
                    best[key] = rank, made
    yield from (made for _, made in best.values())


def _distinct(links: Iterable[Link]) -> list[Link]:
    """One link of a kind between two records, the surest, in the order of their IRIs."""
    ordered = sorted(links, key=lambda one: (one.later, one.kind, one.earlier, -one.confidence, one.rule))
    return [
        one for one, before in zip(ordered, [None, *ordered], strict=False) if not before or _ends(one) != _ends(before)
    ]


def _ends(one: Link) -> tuple[str, Term, Term]:
    return one.kind, one.later, one.earlier


def _compared(later: Telling, earlier: Telling) -> Iterator[tuple[Tie, Telling, Telling]]:
    """What the rules find; within an article a breach or answer may be printed before what it concerns."""
    for rule in RULES[type(later.record)]:
        for found in rule(later, earlier):
            yield found, later, earlier
    distance = later.distance(earlier)
    if distance is not None and distance <= NEAR:
        yield from (
            (found, earlier, later)
            for found in compare(earlier, later)
            if found.before == "always" or (found.before == "in-words" and _in_its_words(later, earlier))
        )


def _in_its_words(demand: Telling, answer: Telling) -> bool:
    """Whether a demand that is printed after its answer is surely what was answered: in its words, or within them."""
    return demand.overlaps(answer) or len(demand.words & answer.words) >= 2
