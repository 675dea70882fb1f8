"""The records that are kept: one file per article and state of what it depends on, written whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kg.errors import StoreError
from kg.files import write_whole
from kg.model import ArticleRecords

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(ArticleRecords)


def encode(records: ArticleRecords) -> bytes:
    """The records as they are kept: JSON, the same bytes for the same records."""
    return _ENCODER.encode(records)


class Kept:
    """A folder of kept records by key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"

    def has(self, key: str) -> bool:
        return self._path(key).is_file()

    def put(self, key: str, encoded: bytes) -> None:
        try:
            write_whole(self._path(key), encoded)
        except OSError as error:
            raise StoreError(str(self._folder), f"cannot be written: {error.strerror}") from error

    def get(self, key: str) -> ArticleRecords:
        try:
            return _DECODER.decode(self._path(key).read_bytes())
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
