"""What is asked for -> sources: files, folders, globs, addresses and standard input."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from kg.errors import UsageError
from kg.read.kinds import BY_SUFFIX

STDIN: Final = "-"
_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)
_OTHER_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]{1,30}://", re.IGNORECASE)
# What tells of the files beside it.
_ASIDE: Final = re.compile(r"(?:README|LICENSE|LICENCE|COPYING)(?:[._-].*)?", re.IGNORECASE | re.DOTALL)
ASIDE: Final = "tells of the folder and is taken for no article: name the file itself to build it"


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or else an address or standard input, and the identifier that its article, or all of them, will have."""

    path: Path | None
    identifier: str

    @property
    def is_stdin(self) -> bool:
        return self.path is None and self.identifier == STDIN


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources in a fixed order, and what files are named relative to; `paths` and `patterns` are absolute.

    `aside` are the names of files in folders that are left out, for the reason ASIDE.
    """

    sources: tuple[Source, ...]
    root: Path
    paths: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    def covers(self, identifier: str) -> bool:
        """Whether an article of that name was asked for, be it there or gone; none of standard input ever was."""
        if _ADDRESS.match(identifier):
            own = (source.identifier for source in self.sources if not source.path)
            return any(identifier == url or identifier.startswith(f"{url}#") for url in own)
        if identifier.startswith(f"{STDIN}#"):
            return False
        file = str(self.root / identifier)
        if any(file == path or file.startswith((f"{path}/", f"{path}#")) for path in self.paths):
            return True
        matched = any(fnmatchcase(file, pattern + tail) for pattern in self.patterns for tail in ("", "#*"))
        return matched and not any(os.path.exists(part) for part in sources_of(file))


def sources_of(identifier: str) -> Iterator[str]:
    """The names that the source of an article can have: its own, or what stands before a # in it."""
    yield identifier
    yield from (identifier[:at] for at, character in enumerate(identifier) if character == "#")


def find(asked: Iterable[Path | str], base: Path | None = None) -> Sources:
    """What the paths, globs and addresses give; files are named relative to the base (default: their common parent).

    UsageError where there is no such file, one lies outside the base, or two have one name.
    """
    given = list(map(str, asked))
    for one in given:
        if _OTHER_ADDRESS.match(one) and not _ADDRESS.match(one):
            raise UsageError(f"{one}: only http(s) addresses are fetched; give those, or files")
    addresses = sorted({one for one in given if one == STDIN or _ADDRESS.match(one)})
    patterns = {os.path.abspath(one) for one in given if one not in addresses and _is_pattern(one)}
    named = {os.path.abspath(one) for one in given if one not in addresses} - patterns
    for path in sorted(named):
        if not os.path.exists(path):
            raise UsageError(f"{path}: no such file or folder; give the folder or the files to read")
    paths = [Path(path) for path in sorted({*named, *(path for one in patterns for path in _matching(one))})]
    root = (base or (_common_parent(paths) if paths else Path.cwd())).absolute()
    files = sorted({file for path in paths for file in _files(path)})
    aside = {file for file in files if file not in paths and _ASIDE.fullmatch(file.name)}
    sources = [
        *_named([file for file in files if file not in aside], root), *(Source(None, address) for address in addresses)
    ]  # fmt: skip
    left = tuple(_identifier(file, root) for file in sorted(aside))
    return Sources(tuple(sources), root, tuple(map(str, paths)), tuple(sorted(patterns)), left)


def _is_pattern(path: str) -> bool:
    return glob.has_magic(path) and not os.path.lexists(path)


def _matching(pattern: str) -> list[str]:
    found = glob.glob(pattern, recursive=True)
    if not found:
        raise UsageError(f"{pattern}: no file matches")
    return found


def _common_parent(paths: list[Path]) -> Path:
    return Path(os.path.commonpath([path if path.is_dir() else path.parent for path in paths]))


def _files(path: Path) -> Iterator[Path]:
    """The file, or the files below the folder that are of a kind that can be read; a folder that cannot be, itself."""
    if not path.is_dir():
        yield path
        return
    closed: list[Path] = []
    for folder, names, files in os.walk(path, onerror=lambda error: closed.append(Path(error.filename))):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(folder, name) for name in files if _is_article(name))
    yield from closed


def _is_article(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in BY_SUFFIX and not name.startswith(".")


def _named(files: Iterable[Path], root: Path) -> Iterator[Source]:
    taken: dict[str, Path] = {}
    for file in files:
        name = _identifier(file, root)
        if (other := taken.setdefault(name, file)) != file:
            raise UsageError(f"{os.fsencode(other)!r} and {os.fsencode(file)!r} both are {name}: rename one of them")
        yield Source(file, name)


def _identifier(file: Path, root: Path) -> str:
    if not file.is_relative_to(root):
        raise UsageError(f"{file} is not below {root}: give a --base that holds all articles of this store")
    name = file.relative_to(root).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
