"""What stands around a passage, in the texts that a store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.kept import RECORDS, Kept
from kg.store import Store
from kg.store.oxigraph import OxigraphStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article, issued on a day where that is known, with those around them."""

    article: str
    issued: str | None
    before: str
    printed: str
    after: str


class Texts:
    """The texts of a store's articles, each read once."""

    def __init__(self, store: Store) -> None:
        self._keys: Mapping[str, str] = {}
        if isinstance(store, OxigraphStore) and store.folder is not None and (store.folder / RECORDS).is_dir():
            self._kept, self._keys = Kept(store.folder / RECORDS), store.manifest.articles
        self._read: dict[str, str] = {}

    def of(self, article: str) -> str | None:
        """The text of the article of that identifier; None where the store keeps none."""
        if article not in self._read and article in self._keys:
            self._read[article] = self._kept.article(self._keys[article]).text
        return self._read.get(article)

    def passage(self, row: Mapping[str, Any], width: int) -> Passage:
        """The passage of a row with `article`, `start` and `end`, and at most so many characters on either side.

        They are cut between words. KeyError where the store keeps no such article.
        """
        text, start, end = self.of(row["article"]), row["start"], row["end"]
        if text is None:
            raise KeyError(row["article"])
        before, after = text[max(0, start - width) : start], text[end : end + width]
        issued = row.get("issued")
        return Passage(
            article=row["article"],
            issued=None if issued is None else str(issued),
            before=before.partition(" ")[2] if start > width else before,
            printed=text[start:end],
            after=after.rpartition(" ")[0] if end + width < len(text) else after,
        )
