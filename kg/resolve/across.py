"""All articles' mentions -> entities with one label, type and polity each, whatever the order of the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from kg import iri
from kg.model import ArticleRecords, Entity, IdentityJudgement, Referent, Span
from kg.packs import Judgement, Pack
from kg.resolve.copies import copies
from kg.resolve.denoted import Naming, naming_of
from kg.resolve.identity import identify
from kg.resolve.names import most
from kg.resolve.sightings import Sighting, sightings
from kg.resolve.within import Curated, Within
from kg.vocab import KG, Term

Polities = tuple[str | None, ...]
"""The polity of each role of an article."""

Referents = Mapping[Span, tuple[Referent, ...]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities, what each article's mentions denote (by identifier and place), and records with slots filled.

    `candidates` are those whom a mention left unresolved may denote, where they are known. `merges` and `judgements`
    are the evidence for who is who, by rules and by people; `copies` maps an article's identifier to that of the
    article that it repeats; `unused` says in a line each why a judgement was not applied.
    """

    entities: Mapping[Term, Entity]
    referents: Mapping[str, Referents]
    candidates: Mapping[str, Mapping[Span, tuple[Term, ...]]]
    records: Sequence[ArticleRecords]
    merges: Sequence[IdentityJudgement] = ()
    judgements: Sequence[IdentityJudgement] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    unused: Sequence[str] = ()


class Filled(Sequence[ArticleRecords]):
    """The records of each article with slots filled, in the order of their identifiers, made as they are asked for."""

    def __init__(self, articles: Sequence[ArticleRecords], filled: Mapping[str, tuple[int, Polities]]) -> None:
        self._articles, self._filled = articles, tuple(filled.values())

    @overload
    def __getitem__(self, place: int) -> ArticleRecords: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ArticleRecords]: ...
    def __getitem__(self, place: int | slice) -> ArticleRecords | Sequence[ArticleRecords]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        at, polities = self._filled[place]
        return _with_polities(self._articles[at], polities)

    def __len__(self) -> int:
        return len(self._filled)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Filled) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def resolve(articles: Iterable[ArticleRecords], pack: Pack, judgements: Iterable[Judgement] = ()) -> Resolution:
    """The entities that the mentions of all these articles denote; PackError where judgements contradict each other.

    Of an article no more is remembered than its names and what they denote: a sequence that reads its articles when it
    is asked for them (it is three times) never has them all in memory.
    """
    curated = Curated(pack)
    articles = articles if isinstance(articles, Sequence) else list(articles)
    namings: dict[str, list[Naming]] = {}
    referents: dict[str, Referents] = {}
    candidates: dict[str, dict[Span, tuple[Term, ...]]] = {}
    filled: dict[str, tuple[int, Polities]] = {}
    seen: list[Sighting] = []
    known: dict[Naming, Naming] = {}
    for place, records in enumerate(articles):
        name = records.article.identifier
        within = Within(records, curated)
        denoted = {m.key: within.denoted(m) for m in records.mentions}
        possible = {m.key: people for m in records.mentions if (people := within.candidates(m))}
        polities = tuple(within.role_polity(role) for role in records.roles)
        referents[name] = {key: one.referents for key, one in denoted.items()}
        candidates[name] = {key: tuple(dict.fromkeys(n.entity for n in people)) for key, people in possible.items()}
        filled[name] = (place, polities)
        names = [n for one in denoted.values() for n in one.namings] + [n for these in possible.values() for n in these]
        names += [naming_of(curated.polities[code]) for code in polities if code]
        names += [_place(meeting.place) for meeting in records.meetings if meeting.place]
        namings[name] = [known.setdefault(naming, naming) for naming in names]
        seen += sightings(_with_polities(records, polities), names, referents[name])
    identity = identify(seen, judgements, pack)
    called = (
        replace(naming, entity=identity.entities.get((name, naming.entity), naming.entity))
        for name, these in sorted(namings.items())
        for naming in these
    )
    return Resolution(
        entities=_entities(called, curated),
        referents={name: _denoted(name, these, identity.entities) for name, these in referents.items()},
        candidates={name: _possible(name, these, identity.entities) for name, these in candidates.items()},
        records=Filled(articles, dict(sorted(filled.items()))),
        merges=identity.rules,
        judgements=identity.people,
        copies=copies(records.article for records in articles),
        unused=identity.unused,
    )


def _denoted(article: str, referents: Referents, entities: Mapping[tuple[str, Term], Term]) -> Referents:
    """The referents with the entities that those of this article are, each once."""
    return {
        span: tuple({e: _of(r, e) for r in found for e in [entities.get((article, r.entity), r.entity)]}.values())
        for span, found in referents.items()
    }


def _of(referent: Referent, entity: Term) -> Referent:
    return referent if referent.entity == entity else replace(referent, entity=entity)


def _possible(
    article: str, candidates: Mapping[Span, tuple[Term, ...]], entities: Mapping[tuple[str, Term], Term]
) -> Mapping[Span, tuple[Term, ...]]:
    """The candidates as the entities that those of this article are, each once."""
    return {
        span: tuple(dict.fromkeys(entities.get((article, e), e) for e in found)) for span, found in candidates.items()
    }


def _place(name: str) -> Naming:
    return Naming(iri.place(name), KG.Place, name, False, None, name)


def _with_polities(records: ArticleRecords, polities: Polities) -> ArticleRecords:
    roles = (replace(role, polity=polity) for role, polity in zip(records.roles, polities, strict=True))
    return replace(records, roles=tuple(roles))


def _entities(namings: Iterable[Naming], curated: Curated) -> dict[Term, Entity]:
    by_entity: dict[Term, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_entity[naming.entity].append(naming)
    entities = {entity: _entity(entity, by_entity[entity], curated) for entity in sorted(by_entity)}
    for code in sorted({e.polity for e in entities.values() if e.polity} & curated.polities.keys()):
        node = iri.polity(code)
        if node not in entities:
            entities[node] = _entity(node, [naming_of(curated.polities[code])], curated)
    return entities


def _entity(entity: Term, namings: list[Naming], curated: Curated) -> Entity:
    """The curated name, else the fullest of the most printed; the most frequent type and polity."""
    known = [n for n in namings if n.curated]
    name = known[0].name if known else most(n.name for n in namings)
    printed = sorted({n.printed for n in namings if n.printed} - {name})
    code = iri.code_of(entity)
    polity = curated.polities.get(code) if code else None
    aliases = {*printed, *(polity.aliases if polity else ())}
    return Entity(
        iri=entity,
        type=Term(most(str(n.type) for n in (known or namings))),
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        polity=most(n.polity for n in namings if n.polity) or None,
        wikidata=(polity.wikidata or None) if polity else None,
    )
