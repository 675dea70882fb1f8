"""Sources -> articles, one at a time; what cannot be used is told from them by its reason."""

from __future__ import annotations

import hashlib
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from msgspec.structs import replace

from kg.errors import ArticleError, UsageError
from kg.model import Article
from kg.read.apart import Apart
from kg.read.article import article_of
from kg.read.fields import one_line
from kg.read.kinds import BY_SUFFIX, BY_TYPE, KINDS, Kind
from kg.read.options import Options
from kg.read.part import LARGEST, Part, Raw
from kg.read.paths import STDIN, Source
from kg.read.sidecar import Sidecar, read_sidecar

_TEXT: Final = KINDS["text"]


def read(sources: Iterable[Source], options: Options | None = None) -> Iterator[Article | ArticleError]:
    """Every article of the sources, or the reason why it or its source cannot be used.

    UsageError where two articles have one identifier, or a named column is not there.
    """
    taken: dict[str, str] = {}
    with Apart() as apart:
        reader = _Reader(options or Options(), apart)
        for source in sources:
            for where, article in reader.articles(source):
                if isinstance(article, Article) and (other := taken.setdefault(article.identifier, where)) != where:
                    raise UsageError(f"{other} and {where} both are {article.identifier}: give each its own identifier")
                yield article


class _Reader:
    def __init__(self, options: Options, apart: Apart) -> None:
        self._options, self._apart = options, apart

    def articles(self, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
        """Each article of the source with the place where it stands."""
        try:
            sidecar = read_sidecar(source.path, source.identifier) if source.path else Sidecar()
            with self._opened(source) as (kind, name, raw):
                for part in self._parts(kind, name, raw):
                    where = ", ".join(filter(None, (source.identifier, part.where)))
                    identifier = f"{name}#{one_line(part.key)}" if part.key else name
                    if not part.key:
                        # A page is where it was found, whatever it says.
                        part = replace(part, url=raw.url or part.url)
                    yield where, self._article(part, identifier, sidecar)
        except ArticleError as error:
            yield source.identifier, error
        except OSError as error:
            yield source.identifier, ArticleError(source.identifier, f"it cannot be read ({error.strerror})")

    def _article(self, part: Part, identifier: str, sidecar: Sidecar) -> Article | ArticleError:
        try:
            return article_of(part, identifier, sidecar, self._options)
        except ArticleError as error:
            return error

    @contextmanager
    def _opened(self, source: Source) -> Iterator[tuple[Kind, str, Raw]]:
        """The kind of the source, the name of what it holds, and its bytes."""
        if source.path:
            kind = self._kind(BY_SUFFIX.get(source.path.suffix.lower(), _TEXT))
            with _regular(source.path, source.identifier) as stream:
                yield kind, source.identifier, self._raw(stream)
        elif source.is_stdin:
            data = sys.stdin.buffer.read(LARGEST + 1)
            if len(data) > LARGEST:
                raise ArticleError(STDIN, f"it is larger than {LARGEST:,} bytes")
            name = f"{STDIN}#{hashlib.sha256(data).hexdigest()[:12]}"
            yield self._kind(_TEXT), name, self._raw(BytesIO(data))
        else:
            yield self._fetched(source.identifier)

    def _fetched(self, url: str) -> tuple[Kind, str, Raw]:
        from kg.read.web import fetch

        page = fetch(url, allow_private=self._options.allow_private)
        if not self._options.kind and page.media_type not in BY_TYPE:
            said = page.media_type[:80] or "unknown"
            raise ArticleError(url, f"it is of type {said}, which cannot be read; --kind says what it is")
        return self._kind(BY_TYPE.get(page.media_type, _TEXT)), url, self._raw(BytesIO(page.data), page.charset, url)

    def _kind(self, kind: Kind) -> Kind:
        return KINDS[self._options.kind] if self._options.kind else kind

    def _raw(self, stream: BinaryIO, charset: str = "", url: str = "") -> Raw:
        return Raw(stream, charset, url, self._options.columns, self._options.max_chars)

    def _parts(self, kind: Kind, name: str, raw: Raw) -> Iterable[Part]:
        if not kind.needs:
            return kind.parts(raw)
        if find_spec(kind.needs) is None:
            raise ArticleError(name, f"reading {kind.name} needs {kind.needs}: run `pip install 'kg[ingest]'`")
        data = raw.stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ArticleError(name, f"it is larger than {LARGEST:,} bytes")
        if not data.strip():
            raise ArticleError(name, "it is empty")
        return self._apart.parts(kind.name, data, raw)


@contextmanager
def _regular(path: Path, identifier: str) -> Iterator[BinaryIO]:
    """The file, opened; a pipe or device would be waited for without end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise ArticleError(identifier, "it cannot be read (it is no regular file)")
    with path.open("rb") as stream:
        yield stream
