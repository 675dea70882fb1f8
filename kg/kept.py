"""The records that are kept: one file per article and state of what it depends on, written whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, TypeVar, overload

import msgspec

from kg.errors import StoreError
from kg.files import Shelf, write_whole
from kg.model import Article, ArticleRecords

RECORDS: Final = "records"
"""Where a store keeps them, in its folder."""

T = TypeVar("T")


class _Told(msgspec.Struct):
    """The article of kept records: what else they hold is passed over."""

    article: Article


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(ArticleRecords)
_ARTICLE = msgspec.json.Decoder(_Told)


def encode(records: ArticleRecords) -> bytes:
    """The records as they are kept: JSON, the same bytes for the same records."""
    return _ENCODER.encode(records)


class Kept:
    """A folder of kept records by key."""

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder, ".json")
        self._path = self._shelf.path

    def has(self, key: str) -> bool:
        return self._path(key).is_file()

    def put(self, key: str, encoded: bytes) -> None:
        try:
            write_whole(self._path(key), encoded)
        except OSError as error:
            raise StoreError(str(self._shelf.folder), f"cannot be written: {error.strerror}") from error

    def get(self, key: str) -> ArticleRecords:
        return self._decoded(key, _DECODER)

    def _decoded(self, key: str, decoder: msgspec.json.Decoder[T]) -> T:
        try:
            return decoder.decode(self._path(key).read_bytes())
        except (OSError, msgspec.DecodeError) as error:
            raise StoreError(
                str(self._path(key)), f"the kept records cannot be read ({error}); remove the store and build again"
            ) from error

    def article(self, key: str) -> Article:
        """The article alone, without decoding its records."""
        return self._decoded(key, _ARTICLE).article

    def all(self, keys: Iterable[str]) -> KeptRecords:
        """The records of these keys, in their order, each read when it is asked for."""
        return KeptRecords(self, tuple(keys))

    def forget(self, keys: Iterable[str]) -> None:
        """Remove all but these, and what writers that were killed left."""
        self._shelf.forget(keys)

    def share(self, keys: Iterable[str], other: Kept) -> None:
        """Let the other folder have these too, flushed: the same files under a second name."""
        try:
            self._shelf.share(keys, other._shelf)
        except OSError as error:
            raise StoreError(str(other._shelf.folder), f"cannot be written: {error.strerror}") from error


class KeptRecords(Sequence[ArticleRecords]):
    """Records that stay on the disk: whoever walks them has one article's at a time in memory."""

    def __init__(self, kept: Kept, keys: tuple[str, ...]) -> None:
        self._kept, self._keys = kept, keys

    @overload
    def __getitem__(self, place: int) -> ArticleRecords: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ArticleRecords]: ...
    def __getitem__(self, place: int | slice) -> ArticleRecords | Sequence[ArticleRecords]:
        if isinstance(place, slice):
            return KeptRecords(self._kept, self._keys[place])
        return self._kept.get(self._keys[place])

    def __len__(self) -> int:
        return len(self._keys)
