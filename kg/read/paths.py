"""Files and folders of plain text -> articles."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import ArticleError, UsageError
from kg.model import Article
from kg.read.language import is_english
from kg.read.sidecar import Sidecar, read_sidecar

SUFFIXES = (".txt",)
MAX_CHARS = 200_000
DENSEST = 0.225
"""Words and marks to a character of prose; a long text that has more would take the parser's time and memory."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and the identifier that its article will have."""

    path: Path
    identifier: str


def find(paths: Iterable[Path], base: Path | None = None) -> tuple[list[Source], Path]:
    """The text files under the paths in a fixed order, named relative to the base (default: their common parent)."""
    given = [path.absolute() for path in paths]
    for path in given:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder; give the folder or the .txt files to read")
    root = (base or _common_parent(given)).absolute()
    files = sorted({file for path in given for file in _files(path)})
    return [Source(file, _identifier(file, root)) for file in files], root


def read(source: Source, *, published: date | None = None, max_chars: int = MAX_CHARS) -> Article:
    """The article, its text exactly as the file has it. ArticleError says why a file cannot be used."""
    text = _decode(source)
    if not text.strip():
        raise ArticleError(source.identifier, "the file is empty")
    if len(text) > max_chars:
        raise ArticleError(source.identifier, f"{len(text):,} characters are more than {max_chars:,} (--max-chars)")
    most = int(DENSEST * max(max_chars, MAX_CHARS))
    if len(text) > most and (tokens := len(_TOKEN.findall(text))) > most:
        raise ArticleError(source.identifier, f"{tokens:,} words and marks are more than {most:,}: it is no prose")
    if not is_english(text):
        raise ArticleError(source.identifier, "the text is not English")
    sidecar = read_sidecar(source.path)
    return _article(source, text, sidecar, published)


def _article(source: Source, text: str, sidecar: Sidecar, published: date | None) -> Article:
    return Article(
        identifier=source.identifier,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=sidecar.title,
        publisher=sidecar.publisher,
        agencies=sidecar.agencies,
        published=sidecar.published or published,
        published_inferred=sidecar.inferred,
        url=sidecar.url,
    )


def _common_parent(paths: list[Path]) -> Path:
    return Path(os.path.commonpath([path if path.is_dir() else path.parent for path in paths]))


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(folder, name) for name in files if name.endswith(SUFFIXES) and not name.startswith("."))


def _identifier(file: Path, root: Path) -> str:
    if not file.is_relative_to(root):
        raise UsageError(f"{file} is not below {root}: give a --base that holds all articles of this store")
    name = file.relative_to(root).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _decode(source: Source) -> str:
    """UTF-8, else Windows-1252 when that gives text: newlines untouched."""
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise ArticleError(source.identifier, f"it cannot be read ({error.strerror})") from error
    if b"\0" in data[:8192]:
        raise ArticleError(source.identifier, "it is a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"it is not UTF-8 (byte {error.start}); convert it, e.g. iconv -f latin1 -t utf-8"
        raise ArticleError(source.identifier, reason) from error
