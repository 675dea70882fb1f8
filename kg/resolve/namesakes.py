"""The sightings of one key -> the entities that bear its name: one, unless polity, calling or time tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from kg import iri
from kg.resolve.agreement import LIFETIME, PUBLIC, Judge
from kg.resolve.sightings import Profile, Sighting, profile

Parts = list[tuple[str, list[Sighting]]]
"""What tells each part from the others, empty for those that nothing tells, and its sightings."""


def profiles(seen: Iterable[Sighting], judge: Judge) -> list[Profile]:
    """A profile for each entity that the sightings of all articles tell apart, by key."""
    by_entity: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        by_entity[sighting.entity].append(sighting)
    found = [p for entity in sorted(by_entity) for p in _bearers(by_entity[entity], judge)]
    return sorted(found, key=lambda p: p.key)


def _bearers(seen: Sequence[Sighting], judge: Judge) -> Iterator[Profile]:
    """Whoever is curated is one; others are parted by polity, then by calling, then by time."""
    first = seen[0]
    parts: Parts = [("", list(seen))]
    if not any(s.curated for s in seen) and (first.kind == "person" or any(s.type in PUBLIC for s in seen)):
        for split in (_by_polity, _by_calling, _by_time) if first.kind == "person" else (_by_polity,):
            parts = [(f"{told} {by}".strip(), some) for told, part in parts for by, some in split(part, judge)]
    for told, part in parts:
        own = profile(part, first.entity).name if told else ""
        entity = iri.entity(first.kind, f"{own} {told}") if told else first.entity
        yield profile(part, entity, split=len(parts) > 1)


def _by_polity(seen: list[Sighting], judge: Judge) -> Parts:
    """Those of one country apart from those of another; without a country, with those whose title they share."""
    groups = _joined([judge.states(s.polities) for s in seen])
    if len(groups) < 2:
        return [("", seen)]
    titles = {min(group): {t for s in seen if s.polities & group for t in s.titles} for group in groups}
    parts: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        fits = [min(group) for group in groups if group & sighting.polities]
        fits = fits or [code for code in titles if titles[code] & sighting.titles]
        parts[fits[0] if len(fits) == 1 else ""].append(sighting)
    return sorted(parts.items())


def _joined(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The sets, those that share a member made one."""
    groups: list[frozenset[str]] = []
    for each in sets:
        if each:
            touching = [g for g in groups if g & each]
            groups = [g for g in groups if not g & each] + [each.union(*touching)]
    return groups


def _by_calling(seen: list[Sighting], judge: Judge) -> Parts:
    """Holders of office apart from others of the name, where no country joins them."""
    if any(s.polities for s in seen):
        return [("", seen)]
    return _parted(seen, lambda s: ("office" if judge.is_public(s.titles) else "other") if s.titles else "")


def _by_time(seen: list[Sighting], judge: Judge) -> Parts:
    """Those of one lifetime apart from those of another: a gap of so many years is a grandchild's."""
    days = sorted({s.day for s in seen if s.day is not None})
    starts = [day for day, before in zip(days, [None, *days], strict=False) if before and _far(before, day)]
    if not starts:
        return [("", seen)]
    eras = [days[0], *starts]
    return _parted(seen, lambda s: str(max(e for e in eras if e <= s.day).year) if s.day else "")


def _far(before: date, day: date) -> bool:
    return (day - before).days > LIFETIME * 365.25


def _parted(seen: list[Sighting], told: Callable[[Sighting], str]) -> Parts:
    """The sightings by what is told of them; all together where it is the same of all of which it is told."""
    parts: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        parts[told(sighting)].append(sighting)
    return sorted(parts.items()) if len(parts.keys() - {""}) > 1 else [("", seen)]
