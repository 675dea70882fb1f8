"""The records that are kept: one file per article and state of what it depends on, written whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kg.errors import StoreError
from kg.files import write_whole
from kg.model import ArticleRecords


class Kept:
    """A folder of kept records by key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._encoder = msgspec.json.Encoder()
        self._decoder = msgspec.json.Decoder(ArticleRecords)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"

    def has(self, key: str) -> bool:
        return self._path(key).is_file()

    def put(self, key: str, records: ArticleRecords) -> None:
        try:
            write_whole(self._path(key), self._encoder.encode(records))
        except OSError as error:
            raise StoreError(str(self._folder), f"cannot be written: {error.strerror}") from error

    def get(self, key: str) -> ArticleRecords:
        try:
            return self._decoder.decode(self._path(key).read_bytes())
        except (OSError, msgspec.DecodeError) as error:
            raise StoreError(
                str(self._path(key)), f"the kept records cannot be read ({error}); remove the store and build again"
            ) from error

    def forget(self, keys: Iterable[str]) -> None:
        """Remove all but these."""
        wanted = {self._path(key) for key in keys}
        for path in self._folder.glob("*/*.json"):
            if path not in wanted:
                path.unlink()
