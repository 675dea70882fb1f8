"""The graphs of a store as text, so that what leaves it whole need not be looked up quad by quad.

To take a term out of a store on disk is a search in its dictionary, which costs ten times what parsing the term does. A
text is kept beside the quads under the digest that the manifest has of its graph: one that is gone, cut or altered is
not that text, and the quads are read instead.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Final

from kg.files import Shelf, write_whole

FOLDER: Final = "graphs"
_PIECE: Final = 1024 * 1024
_MEMORY: Final = 4 * _PIECE
# Of N-Quads, more effort saves a third of the room and takes five times as long.
_EFFORT: Final = 1


class Texts:
    """A folder of N-Quads, gzipped, by their digest."""

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder / FOLDER, ".nq.gz")

    def put(self, digest: str, text: bytes) -> None:
        """Keep a text under its digest; OSError when the disk refuses."""
        write_whole(self._shelf.path(digest), gzip.compress(text, _EFFORT, mtime=0), flush=False)

    def get(self, digest: str) -> IO[bytes] | None:
        """The text of that digest, in a file that spills to disk; None where it is not there whole."""
        text: IO[bytes] = SpooledTemporaryFile(_MEMORY)  # noqa: SIM115
        found = sha256()
        try:
            with gzip.open(self._shelf.path(digest)) as packed:
                while piece := packed.read(_PIECE):
                    found.update(piece)
                    text.write(piece)
        except (OSError, EOFError, zlib.error):
            found = sha256()
        if found.hexdigest() != digest:
            text.close()
            return None
        text.seek(0)
        return text

    def forget(self, digests: Iterable[str]) -> None:
        """Remove all but these."""
        self._shelf.forget(digests)

    def share(self, digests: Iterable[str], other: Texts) -> None:
        """Let the other folder have those of these that are there."""
        self._shelf.share([digest for digest in digests if self._shelf.path(digest).is_file()], other._shelf)
