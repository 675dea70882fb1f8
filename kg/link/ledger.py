"""The history of each commitment and demand: what opens it, what follows, and where it stands after each step.

A standing is raised by a later record only, and never lowered: what was done stays done. Nothing is overwritten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from kg import iri
from kg.history import Answer, Entry, LedgerStanding, Link, Step
from kg.link.clusters import Clusters
from kg.link.tellings import Tellable, Telling
from kg.model import Commitment, Measure
from kg.vocab import Term

OWED: Final = frozenset({"pledge", "agreement", "threat", "obligation", "demand"})
# Links that make the later record one more telling of the same undertaking, and no undertaking of its own.
TOLD_AGAIN: Final = frozenset({"same-commitment", "reaffirms", "specifies"})
FIRM: Final = frozenset({"asserted", "attributed"})
_ANSWERED: Final[Mapping[str, LedgerStanding]] = {"agreement": "agreed", "fulfilment": "partial"}
_RANK: Final[Mapping[LedgerStanding, int]] = {
    "open": 0, "agreed": 1, "partial": 2, "lapsed": 3, "disputed": 3, "broken": 4, "done": 4,
}  # fmt: skip


def steps(tellings: Mapping[Term, Telling], links: Sequence[Link]) -> list[Step]:
    """The steps of every entry, entry by entry, in the order in which they were told."""
    roots = undertakings(tellings, links)
    told: dict[Term, list[tuple[Telling, Link | None]]] = defaultdict(list)
    linked: dict[tuple[Term, Term], Link] = {}
    for one in links:
        pair = one.later, roots.root(one.earlier)
        # What contradicts one telling and repeats another contradicts the whole.
        if _is_history(tellings, one) and (pair not in linked or one.kind == "conflicts-with"):
            linked[pair] = one
    for node, telling in tellings.items():
        if isinstance(telling.record, Commitment) and telling.record.kind in OWED and roots.root(node) == node:
            told[node].append((telling, None))
    for node in tellings:
        root = roots.root(node)
        if root != node and (node, root) not in linked:
            # Joined by a link that leads from another telling to it.
            linked[node, root] = Link(
                kind="same-commitment", earlier=root, later=node, rule="told-with", confidence=0.5
            )  # fmt: skip
    for (later, root), one in linked.items():
        if root in told and later != root:
            told[root].append((tellings[later], one))
    return [step for root in sorted(told, key=lambda n: tellings[n].order) for step in _history(root, told[root])]


def entries(tellings: Mapping[Term, Telling], history: Iterable[Step]) -> list[Entry]:
    """The entry of each history, in the same order."""
    found: list[Entry] = []
    for _, told in groupby(history, key=lambda step: step.entry):
        first, *others = told
        opening = tellings[first.record]
        move = opening.record
        assert isinstance(move, Commitment)
        answers = [tellings[step.record].record for step in others if step.kind == "answers"]
        found.append(
            Entry(
                opens=first.record,
                kind=move.kind,
                parties="; ".join(opening.parties) or None,
                towards="; ".join(opening.asked) or None,
                issues="; ".join(sorted(set(move.issues))) or None,
                answer=_answer(answers) if move.kind == "demand" else None,
            )
        )
    return found


def _answer(answers: Sequence[Tellable]) -> Answer:
    refusals = [isinstance(record, Commitment) and record.kind == "refusal" for record in answers]
    return "none" if not refusals else "refused" if all(refusals) else "answered"


def undertakings(tellings: Mapping[Term, Telling], links: Iterable[Link]) -> Clusters[Term]:
    """Moves joined with the first telling of what they tell again."""
    clusters: Clusters[Term] = Clusters()
    for one in links:
        if one.kind in TOLD_AGAIN or one.is_otherwise:
            first = min(clusters.root(one.later), clusters.root(one.earlier), key=lambda node: tellings[node].order)
            clusters.join(one.later, one.earlier, first=first)
    return clusters


def entry_iri(root: Term) -> Term:
    """The ledger's entry of the commitment that this record is the first to tell of."""
    return iri.record("entry", root)


def _is_history(tellings: Mapping[Term, Telling], one: Link) -> bool:
    earlier = tellings[one.earlier].record
    return isinstance(earlier, Commitment) and earlier.kind in OWED


def _history(root: Term, told: Sequence[tuple[Telling, Link | None]]) -> Iterator[Step]:
    first = told[0][0].record
    assert isinstance(first, Commitment)
    standing: LedgerStanding = "agreed" if first.kind == "agreement" and first.factuality in FIRM else "open"
    ordered = sorted(told, key=lambda pair: (pair[1] is not None, pair[0].order))
    for place, (telling, one) in enumerate(ordered, start=1):
        raised = _raised(first, telling, one) if one else standing
        standing = raised if _RANK[raised] >= _RANK[standing] else standing
        yield Step(
            entry=entry_iri(root), place=place, record=telling.node, kind=one.kind if one else None, standing=standing
        )


def _raised(first: Commitment, telling: Telling, one: Link) -> LedgerStanding:
    """Where the commitment stands by this step alone."""
    record = telling.record
    if isinstance(record, Commitment) and record.factuality not in FIRM:
        return "open"
    if one.kind == "breaks":
        return "broken"
    if one.kind == "conflicts-with":
        return "disputed"
    if one.kind == "fulfils":
        return "partial" if _in_part(first, record) else "done"
    if one.kind == "answers" and isinstance(record, Commitment):
        # A pledge in answer may be of a part, or of less than was asked.
        return _ANSWERED.get(record.kind, "open")
    return "partial" if one.kind == "answers" else "open"


def _in_part(first: Commitment, record: object) -> bool:
    """Whether the record does one thing of several that were undertaken."""
    if isinstance(record, Commitment) and first.issues and record.issues:
        return len(set(first.issues) - set(record.issues)) > 0
    return isinstance(record, Measure) and len(first.issues) > 1
