"""Who "both sides", "the two" and "the latter" are: two that stand out in what went before, else nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from kg.model import Mention, Referent
from kg.vocab import Term

Denote = Callable[[Mention], tuple[Referent, ...]]
NEAR = 3


def parties(mentions: Sequence[Mention], denote: Denote) -> tuple[Term, ...]:
    """The two parties that the article turns on: polities, else institutions too; none where no two stand out."""
    polities = Counter(r.entity for m in mentions if m.kind in ("polity", "group") for r in denote_polity(m, denote))
    bodies = Counter(r.entity for m in mentions if m.kind == "institution" and m.form != "title" for r in denote(m))
    return _two(polities) or (_two(bodies) if len(polities) < 2 else ())


def denote_polity(mention: Mention, denote: Denote) -> tuple[Referent, ...]:
    """The polity that a mention names itself, or denotes."""
    return denote(mention) if mention.kind == "polity" else ()


def _two(counts: Counter[Term]) -> tuple[Term, ...]:
    top = counts.most_common(3)
    clear = len(top) >= 2 and top[1][1] >= 2 and (len(top) == 2 or top[2][1] < top[1][1])
    return tuple(sorted(entity for entity, _ in top[:2])) if clear else ()


def pair_before(mention: Mention, mentions: Sequence[Mention], denote: Denote) -> tuple[Term, ...]:
    """The only two persons of the nearest sentences that name two, in their order; for "the two" bodies or polities."""
    for kind in ("person", "institution", "polity") if mention.name == "the two" else ("person",):
        seen: dict[Term, int] = {}
        for m in sorted(mentions, key=lambda m: m.evidence.start, reverse=True):
            if m.evidence.start >= mention.evidence.start or m.kind != kind or m.form == "pronoun":
                continue
            if mention.sentence - m.sentence > NEAR:
                break
            for referent in denote(m):
                seen[referent.entity] = m.evidence.start
        if len(seen) == 2:
            return tuple(sorted(seen, key=lambda entity: seen[entity]))
    return ()
