"""All articles' mentions -> entities with one label, type and polity each, whatever the order of the articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg import iri
from kg.model import ArticleRecords, Entity, Referent, Span
from kg.packs import Pack
from kg.resolve.within import Curated, Naming, Within, naming_of
from kg.vocab import KG, Term


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities, what each article's mentions denote (by identifier and place), and records with slots filled."""

    entities: Mapping[Term, Entity]
    referents: Mapping[str, Mapping[Span, tuple[Referent, ...]]]
    records: Sequence[ArticleRecords]


def resolve(articles: Iterable[ArticleRecords], pack: Pack) -> Resolution:
    """The entities that the mentions of all these articles denote."""
    curated = Curated(pack)
    namings: list[Naming] = []
    referents: dict[str, dict[Span, tuple[Referent, ...]]] = {}
    resolved: list[ArticleRecords] = []
    for records in sorted(articles, key=lambda r: r.article.identifier):
        within = Within(records, curated)
        referents[records.article.identifier] = {m.key: within.referents(m) for m in records.mentions}
        resolved.append(_with_polities(records, within))
        namings.extend(within.names)
        namings.extend(_place(meeting.place) for meeting in records.meetings if meeting.place)
    return Resolution(entities=_entities(namings, curated), referents=referents, records=resolved)


def _place(name: str) -> Naming:
    return Naming(iri.place(name), KG.Place, name, False, None, name)


def _with_polities(records: ArticleRecords, within: Within) -> ArticleRecords:
    roles = (
        replace(role, polity=within.role_polity(role.polity, role.institution, role.holder, role.title))
        for role in records.roles
    )
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
    name = known[0].name if known else _most([n.name for n in namings])
    printed = sorted({n.printed for n in namings if n.printed} - {name})
    code = entity.rsplit("/polity/", 1)[-1] if "/polity/" in entity else None
    polity = curated.polities.get(code) if code else None
    aliases = {*printed, *(polity.aliases if polity else ())}
    return Entity(
        iri=entity,
        type=Term(_most([str(n.type) for n in (known or namings)])),
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        polity=_most([n.polity for n in namings if n.polity]) or None,
        wikidata=(polity.wikidata or None) if polity else None,
    )


def _most(values: Sequence[str]) -> str:
    """The most frequent value; of equals the longest, then the first in order."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default="")
