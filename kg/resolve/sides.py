"""Who "both sides", "the two" and "the latter" are: two that stand out in what went before, else nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from kg.model import Mention, Referent
from kg.resolve.posts import Denote
from kg.vocab import Term

NEAR = 3
COUNTRIES = frozenset({"countries", "nations", "governments", "states", "neighbours", "neighbors"})
# Whom "the two leaders", "both ministers" may be, by the heads of their titles.
OFFICES = {
    "leaders": frozenset({"president", "premier", "minister", "chancellor", "leader", "king", "prince", "taoiseach"}),
    "presidents": frozenset({"president"}),
    "ministers": frozenset({"minister", "secretary"}),
    "negotiators": frozenset({"negotiator", "envoy", "representative"}),
}


def parties(mentions: Sequence[Mention], denote: Denote) -> tuple[Term, ...]:
    """The two parties that the article turns on: polities, else institutions too; none where no two stand out."""
    polities = Counter(r.entity for m in mentions for r in denote_polity(m, denote))
    bodies = Counter(r.entity for m in mentions if m.kind == "institution" and m.form != "title" for r in denote(m))
    return _two(polities) or (_two(bodies) if len(polities) < 2 else ())


def talking(mentions: Sequence[Mention], denote: Denote) -> tuple[Term, ...]:
    """The two polities between whom talks are whose parties nobody names, where two stand out."""
    return _two(Counter(r.entity for m in mentions for r in denote_polity(m, denote)))


def denote_polity(mention: Mention, denote: Denote) -> tuple[Referent, ...]:
    """The polity that a mention names itself, or denotes."""
    return denote(mention) if mention.kind == "polity" else ()


def _two(counts: Counter[Term]) -> tuple[Term, ...]:
    top = counts.most_common(3)
    clear = len(top) >= 2 and top[1][1] >= 2 and (len(top) == 2 or top[2][1] < top[1][1])
    return tuple(sorted(entity for entity, _ in top[:2])) if clear else ()


def pair_before(
    mention: Mention, mentions: Sequence[Mention], denote: Denote, titled: Callable[[Mention], frozenset[str]]
) -> tuple[Term, ...]:
    """The two whom the words may mean, in their order: those of the office named, else the only two near.

    `titled` tells the heads of a person's titles.
    """
    before = sorted(
        (m for m in mentions if m.evidence.start < mention.evidence.start and m.form != "pronoun"),
        key=lambda m: -m.evidence.start,
    )
    if (heads := OFFICES.get(mention.name.split()[-1])) is not None:
        held = _only_two([m for m in before if m.kind == "person" and titled(m) & heads], denote)
        if held:
            return held
    near = [m for m in before if mention.sentence - m.sentence <= NEAR]
    two: tuple[tuple[str, ...], ...] = (("institution",), ("polity",), ("institution", "polity"))
    for kinds in (("person",), *(two if mention.name == "the two" else ())):
        found = _only_two([m for m in near if m.kind in kinds], denote)
        if found:
            return found
    return ()


def near_polities(mention: Mention, mentions: Sequence[Mention], denote: Denote) -> tuple[Term, ...]:
    """The only two polities named shortly before "the two countries", or in the same sentence."""
    if mention.name.split()[-1] not in COUNTRIES:
        return ()
    near = [m for m in mentions if m.kind == "polity" and 0 <= mention.sentence - m.sentence <= NEAR]
    return _only_two(sorted(near, key=lambda m: -m.evidence.start), denote)


def _only_two(mentions: Sequence[Mention], denote: Denote) -> tuple[Term, ...]:
    """What the mentions, latest first, denote, in the order of the text; nothing where that is not two."""
    seen: dict[Term, int] = {}
    for m in mentions:
        for referent in denote(m):
            seen[referent.entity] = m.evidence.start
    return tuple(sorted(seen, key=lambda entity: seen[entity])) if len(seen) == 2 else ()
