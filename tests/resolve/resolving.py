"""Written articles with what their mentions denote."""

from __future__ import annotations

from collections.abc import Callable

from kg import iri
from kg.model import ArticleRecords
from kg.packs import Pack
from kg.resolve import Resolution, resolve

Resolve = Callable[..., "Resolved"]


class Resolved:
    """Articles with what their mentions denote."""

    def __init__(self, records: list[ArticleRecords], pack: Pack) -> None:
        self.resolution: Resolution = resolve(records, pack)

    def of(self, printed: str, nth: int = 0, article: int = 0) -> set[str]:
        """The keys of what the nth mention with these words denotes."""
        records = self.resolution.records[article]
        text, referents = records.article.text, self.resolution.referents[records.article.identifier]
        found = [m for m in records.mentions if text[slice(*m.evidence.span)] == printed]
        return {r.entity.removeprefix(f"{iri.BASE}id/") for r in referents[found[nth].key]}
