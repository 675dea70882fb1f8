"""Profiles of all articles -> which are one entity, with a row of evidence for each that was merged or is unsure.

A pure function of the set of sightings and judgements: no order in which they come can be told from what it gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import IdentityJudgement
from kg.packs import Judgement, Pack
from kg.resolve.agreement import LIFETIME, Accord, Comparison, Judge, years_between
from kg.resolve.blocks import pairs
from kg.resolve.namesakes import profiles
from kg.resolve.sightings import Profile, Sighting
from kg.resolve.verdicts import Verdicts
from kg.vocab import Term

Compared = tuple[Comparison, str, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """What every article's entities are, where they are called otherwise, and the evidence: by rules, and by people.

    `unused` says in a line each which judgements name too little to be applied.
    """

    entities: Mapping[tuple[str, Term], Term]
    rules: tuple[IdentityJudgement, ...]
    people: tuple[IdentityJudgement, ...]
    unused: tuple[str, ...]


def identify(seen: Iterable[Sighting], judgements: Iterable[Judgement], pack: Pack) -> Identity:
    """Which sightings are of one entity. PackError where judgements contradict each other."""
    judge = Judge(pack)
    found = profiles(seen, judge)
    verdicts = Verdicts(judgements, found)
    clusters = Merges(found, verdicts, judge)
    for left, right in verdicts.same:
        clusters.join(left, right)
    compared = [
        (comparison, left.key, right.key)
        for left, right in pairs(found, pack.people)
        if frozenset((left.key, right.key)) not in verdicts.judged
        and (comparison := judge.compare(left, right)) is not None
    ]
    merged, unsure = _merge(sorted(compared, key=_strength), clusters)
    canonical = clusters.canonical()
    return Identity(
        entities={(a, e): canonical[p.key].entity for p in found for a, e in p.seen if canonical[p.key].entity != e},
        rules=tuple(_evidence(row, clusters.profiles, canonical) for row in (*merged, *unsure)),
        people=tuple(_judged(row, left, right, clusters.profiles, canonical) for row, left, right in verdicts.rows),
        unused=tuple(dict.fromkeys(verdicts.unused)),
    )


class Merges:
    """Disjoint sets of profiles.

    None has two countries, two lifetimes, two curated entities or a pair judged different.
    """

    def __init__(self, found: Sequence[Profile], verdicts: Verdicts, judge: Judge) -> None:
        self.profiles = {p.key: p for p in found}
        self._judge = judge
        self._root = {p.key: p.key for p in found}
        self._members = {p.key: [p.key] for p in found}
        self._polities = {p.key: p.polities for p in found}
        self._curated = {p.key: p.curated for p in found}
        self._days = {p.key: p.days for p in found if p.kind == "person"}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in map(sorted, verdicts.different):
            self._apart[one].add(other)
            self._apart[other].add(one)

    def root(self, key: str) -> str:
        """What stands for all that is one with it."""
        while self._root[key] != key:
            self._root[key] = key = self._root[self._root[key]]
        return key

    def join(self, left: str, right: str) -> None:
        """Make them one."""
        one, other = sorted((self.root(left), self.root(right)), key=lambda k: (-len(self._members[k]), k))
        if one != other:
            self._root[other] = one
            self._members[one] += self._members.pop(other)
            self._polities[one] |= self._polities.pop(other)
            self._curated[one] |= self._curated.pop(other)
            self._days[one] = tuple(sorted({*self._days.get(one, ()), *self._days.pop(other, ())}))
            self._apart[one] |= self._apart.pop(other, set())

    def may_join(self, left: str, right: str) -> bool:
        """Whether nothing that is known of either whole speaks against it."""
        one, other = self.root(left), self.root(right)
        return (
            not (self._curated[one] and self._curated[other])
            and self._judge.polity(self._polities[one], self._polities[other]) is not Accord.AGAINST
            and (years_between(self._days.get(one, ()), self._days.get(other, ())) or 0) <= LIFETIME
            and self.may_be_one(left, right)
        )

    def may_be_one(self, left: str, right: str) -> bool:
        """Whether nobody judged a member of one different from a member of the other."""
        one, other = self.root(left), self.root(right)
        return not any(self.root(key) == other for key in self._apart.get(one, ()))

    def canonical(self) -> dict[str, Profile]:
        """For every key the profile that gives its cluster the IRI: curated, of a full name, most often named."""
        chosen = {root: min((self.profiles[k] for k in keys), key=_rank) for root, keys in self._members.items()}
        return {key: chosen[self.root(key)] for key in self.profiles}


def _rank(p: Profile) -> tuple[bool, bool, int, int, str, str]:
    return (not p.curated, p.kind == "person" and " " not in p.name, -p.times, -len(p.name), p.name, p.key)


def _merge(compared: Sequence[Compared], clusters: Merges) -> tuple[list[Compared], list[Compared]]:
    """Join what is the same, the surest first and lone surnames last; what was joined, and what stays unsure."""
    merged: list[Compared] = []
    unsure: list[Compared] = []
    lone: dict[str, list[Compared]] = defaultdict(list)
    for row in compared:
        comparison, left, right = row
        if comparison.verdict == "unsure" or not clusters.may_join(left, right):
            unsure.append(row)
        elif comparison.rule == "surname":
            lone[left if " " not in clusters.profiles[left].name else right].append(row)
        else:
            clusters.join(left, right)
            merged.append(row)
    for key, rows in sorted(lone.items()):
        bearers = {clusters.root(left if right == key else right) for _, left, right in rows}
        if len(bearers) == 1 and clusters.may_join(rows[0][1], rows[0][2]):
            clusters.join(rows[0][1], rows[0][2])
            merged.append(rows[0])
        else:
            unsure += rows
    open_ = [row for row in unsure if _is_open(row, clusters)]
    return merged, [(Comparison("unsure", c.score, c.rule), left, right) for c, left, right in open_]


def _is_open(row: Compared, clusters: Merges) -> bool:
    _, left, right = row
    return clusters.root(left) != clusters.root(right) and clusters.may_be_one(left, right)


def _strength(row: Compared) -> tuple[float, str, str]:
    comparison, left, right = row
    return (-comparison.score, left, right)


def _evidence(row: Compared, known: Mapping[str, Profile], canonical: Mapping[str, Profile]) -> IdentityJudgement:
    comparison, left, right = row
    return IdentityJudgement(
        left=left,
        right=right,
        left_name=known[left].name,
        right_name=known[right].name,
        verdict=comparison.verdict,
        entities=tuple(sorted({canonical[left].entity, canonical[right].entity})),
        rule=comparison.rule,
        score=comparison.score,
    )


def _judged(
    row: Judgement, left: str, right: str, known: Mapping[str, Profile], canonical: Mapping[str, Profile]
) -> IdentityJudgement:
    return IdentityJudgement(
        left=left if left in known else row.left,
        right=right if right in known else row.right,
        left_name=known[left].name if left in known else row.left,
        right_name=known[right].name if right in known else row.right,
        verdict=row.verdict,
        entities=tuple(sorted({canonical[key].entity for key in (left, right) if key in known})),
        who=row.who,
        when=row.when,
        note=row.note or None,
    )
