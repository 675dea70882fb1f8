"""Looks at the machine: Python, packages, the language model, the kernel that computes, Java, the store, the disk."""

from __future__ import annotations

import ctypes
import hashlib
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from kg.errors import StoreError
from kg.files import MODEL
from kg.store.oxigraph import OxigraphStore

ENGINE = ("thinc", "blis")
"""What spaCy computes with; not asked for by name, but its version decides how fast the parser is."""

PARTS: Final[Mapping[str, str]] = {
    "attribute_ruler": "f7a91cc5859e30866498ee1d7043fdd0e4c318c2487d7c8ce2054ed069cb9efb",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "lemmatizer": "1c3ac0587eaf5c920b67620a120d5d8633be88f35a4dfdb6e4747db152e5a2c9",
    "meta.json": "c053e71762854703ae92714e6b1ce8cd4f83cdf3b1ca94d1525c10120ccf3d61",
    "ner": "deb62d06f777f7baa121242563b761bea477b148fdb4725f8ab4f1b7af9c7464",
    "parser": "832dce190773524f49dcc310a57f7d1b7a623f9b2467c3f8a85c3cf27bdd3e91",
    "senter": "668de7780cdb024dd28a5f86b307b338f9a6bae246c0c68774724ac0876a5d38",
    "tagger": "d93a4d6297b85e25d825b07fbc8194c3129308495a7ab7c15b38451d47856c28",
    "tok2vec": "4b9f0da89d31bae6502143556d061d5caeecccd9c0a69a12e43fd4f73492e072",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab": "c81d3996439d87883e2ff8945ff2a1ab3ca9ad70f3df5609ce884ef556a40b10",
}
"""SHA-256 of each part of the model that the project was measured with, version 3.8.0; see `digest`."""

ROOM: Final = 1_000_000_000
"""Bytes below which the disk is said to be short: a graph takes some 50 KB an article while it is built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One thing looked at: what it is, what it is like, and what to do where it is not as it should be."""

    what: str
    value: str
    advice: str = ""
    broken: bool = False


def examine(where: Path | None = None) -> Iterator[Examined]:
    """All findings, of the store in a folder too: a broken one stops the work, one with advice slows or narrows it."""
    yield Examined(what="python", value=f"{platform.python_version()} on {platform.machine()} {platform.system()}")
    for requirement in _requirements():
        yield package(requirement)
    yield from model(model_folder())
    yield kernel(blis_kernel())
    yield java(shutil.which("java"))
    if where is not None:
        yield store(where)
    yield disk(where or Path())


def package(requirement: Requirement) -> Examined:
    """Whether a package is there in a version that is asked for; the language model is such a package."""
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Examined(
            what=requirement.name, value="absent", advice=f"run `pip install '{_bare(requirement)}'`", broken=True
        )
    if requirement.specifier.contains(found, prereleases=True):
        return Examined(what=requirement.name, value=found)
    return Examined(
        what=requirement.name,
        value=found,
        advice=f"{requirement.specifier} is needed: run `pip install '{_bare(requirement)}'`",
        broken=True,
    )


def kernel(name: str | None) -> Examined:
    """What the name of blis's kernel means for speed: the generic one knows no vector instructions."""
    if name is None:
        return Examined(what="kernel", value="unknown", advice="this build of blis does not name its kernel")
    if name == "generic":
        return Examined(
            what="kernel",
            value="generic",
            advice="blis has no kernel for this processor and parses at about half the speed: "
            "use the versions of requirements.lock on Python 3.11 or 3.12",
        )
    return Examined(what="kernel", value=name)


def model(folder: Path | None) -> Iterator[Examined]:
    """Whether each part of the model is the one that the project was measured with."""
    for part, pinned in PARTS.items() if folder else ():
        assert folder is not None
        found = digest(folder / part)
        advice = "" if found == pinned else f"not the part that the figures were measured with ({pinned[:12]})"
        yield Examined(what=f"model {part}", value=f"sha256 {found[:12]}", advice=advice, broken=found != pinned)


def model_folder() -> Path | None:
    """Where the model's parts are; None where it is not installed. The model is not imported, for it imports spaCy."""
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        return None
    return next(Path(spec.origin).parent.glob(f"{MODEL}-*"), None)


def digest(part: Path) -> str:
    """SHA-256 of a file, or of the sorted names and digests of the files of a folder."""
    if part.is_file():
        return hashlib.sha256(part.read_bytes()).hexdigest()
    files = sorted(file for file in part.rglob("*") if file.is_file())
    rows = [f"{file.relative_to(part).as_posix()} {digest(file)}\n" for file in files]
    return hashlib.sha256("".join(rows).encode()).hexdigest()


def java(path: str | None) -> Examined:
    """Whether the OWL reasoner can run, and on which Java; nothing else needs it."""
    if path is None:
        return Examined(what="java", value="absent", advice="only the OWL reasoner needs it")
    try:
        said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=20, check=True).stderr
    except (OSError, subprocess.SubprocessError) as error:
        return Examined(what="java", value=path, advice=f"does not run, and only the OWL reasoner needs it: {error}")
    found = re.search(r'version "([^"]+)"', said)
    return Examined(what="java", value=f"{found[1] if found else 'of unknown version'} at {path}")


def store(folder: Path) -> Examined:
    """Whether a graph is in that folder, of which format and size."""
    if not folder.exists():
        return Examined(what="store", value=f"none in {folder}", advice=f"run `kg build PATH... --store {folder}`")
    try:
        with OxigraphStore.open(folder) as opened:
            told, graphs, quads = opened.manifest, len(opened.graphs()), len(opened)
    except StoreError as error:
        return Examined(what="store", value=str(folder), advice=error.reason, broken=True)
    size = f"{len(told.articles)} articles, {quads} quads in {graphs} graphs"
    return Examined(what="store", value=f"{folder}, format {told.format}: {size}")


def disk(folder: Path) -> Examined:
    """How much room is left where a store is, or is to be."""
    at = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    free = shutil.disk_usage(at).free
    advice = "" if free >= ROOM else "free some, or name another folder by --store"
    return Examined(what="disk", value=f"{free / 1e9:.1f} GB free", advice=advice)


def blis_kernel() -> str | None:
    """The kernel that blis chose for this processor, as it names it itself: `haswell`, `zen3`, `generic` ...

    None where the build does not export the call: https://github.com/flame/blis/blob/master/frame/base/bli_arch.c
    """
    spec = find_spec("blis.cy") if find_spec("blis") else None
    if spec is None or spec.origin is None:
        return None
    try:
        library = ctypes.CDLL(spec.origin)
        library.bli_arch_string.restype = ctypes.c_char_p
        name = library.bli_arch_string(library.bli_arch_query_id())
    except (OSError, AttributeError):
        return None
    return name.decode() if isinstance(name, bytes) else None


def _requirements() -> list[Requirement]:
    """What this package's own metadata asks for, and the engine under spaCy."""
    try:
        declared = [Requirement(line) for line in requires("kg") or ()]
    except PackageNotFoundError:
        declared = []
    mine = [r for r in declared if r.marker is None or r.marker.evaluate({"extra": ""})]
    return sorted([*mine, *map(Requirement, ENGINE)], key=lambda requirement: requirement.name.lower())


def _bare(requirement: Requirement) -> str:
    return f"{requirement.name}{requirement.specifier}"
