"""Entities as single articles know them -> profiles: all that the articles say of what goes by one key."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kg import iri
from kg.model import ArticleRecords, Referent, Span
from kg.resolve.denoted import Naming
from kg.resolve.names import most, plain
from kg.vocab import Term

KINDS: Final = ("person", "institution", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entity as one article names it; `titles` are plain, `bodies` the institutions of its roles."""

    article: str
    entity: Term
    kind: str
    type: Term
    name: str
    curated: bool
    times: int
    polities: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[Term]
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the articles say of one entity before its other spellings are found.

    `key` is the end of its IRI, kind and all; `split` is true where its name is several entities'.
    """

    entity: Term
    kind: str
    type: Term
    name: str
    curated: bool
    split: bool
    times: int
    polities: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[Term]
    days: tuple[date, ...]
    seen: tuple[tuple[str, Term], ...]

    @property
    def key(self) -> str:
        return iri.key_of(self.entity)

    @property
    def polity(self) -> str | None:
        return min(self.polities, default=None)


@dataclass(slots=True)
class _Known:
    """What one article says of one entity, while it is read."""

    namings: list[Naming] = field(default_factory=list)
    polities: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    bodies: set[Term] = field(default_factory=set)


def sightings(
    records: ArticleRecords, names: Iterable[Naming], referents: Mapping[Span, tuple[Referent, ...]]
) -> list[Sighting]:
    """The people, institutions and groups of one resolved article."""
    known: dict[Term, _Known] = defaultdict(_Known)
    for naming in names:
        if iri.kind_of(naming.entity) in KINDS:
            known[naming.entity].namings.append(naming)
    for mention in records.mentions:
        found = referents.get(mention.key, ())
        if len(found) == 1 and found[0].entity in known:
            about = known[found[0].entity]
            about.titles |= {plain(mention.title)} if mention.title else set()
            about.polities |= {mention.polity} if mention.polity else set()
    for role in records.roles:
        found = referents.get(role.holder.key, ())
        if len(found) == 1 and found[0].entity in known:
            about = known[found[0].entity]
            about.titles.add(plain(role.title))
            about.polities |= {role.polity} if role.polity else set()
            about.bodies |= {r.entity for r in (referents.get(role.institution.key, ()) if role.institution else ())}
    article = records.article
    return [_sighting(article.identifier, article.published, entity, known[entity]) for entity in sorted(known)]


def _sighting(article: str, day: date | None, entity: Term, known: _Known) -> Sighting:
    namings = [n for n in known.namings if n.curated] or known.namings
    return Sighting(
        article=article,
        entity=entity,
        kind=iri.kind_of(entity),
        type=Term(most([str(n.type) for n in namings])),
        name=most([n.name for n in namings]),
        curated=any(n.curated for n in known.namings),
        times=len(known.namings),
        polities=frozenset(known.polities | {n.polity for n in known.namings if n.polity}),
        titles=frozenset(known.titles - {""}),
        bodies=frozenset(known.bodies),
        day=day,
    )


def profile(seen: Sequence[Sighting], entity: Term, *, split: bool = False) -> Profile:
    """What these sightings say together."""
    curated = [s for s in seen if s.curated] or seen
    names = Counter[str]()
    for sighting in curated:
        names[sighting.name] += sighting.times
    return Profile(
        entity=entity,
        kind=seen[0].kind,
        type=Term(most([str(s.type) for s in curated])),
        name=min(names, key=lambda name: (-names[name], -len(name), name)),
        curated=any(s.curated for s in seen),
        split=split,
        times=sum(s.times for s in seen),
        polities=frozenset().union(*(s.polities for s in seen)),
        titles=frozenset().union(*(s.titles for s in seen)),
        bodies=frozenset().union(*(s.bodies for s in seen)),
        days=tuple(sorted({s.day for s in seen if s.day is not None})),
        seen=tuple((s.article, s.entity) for s in seen),
    )
