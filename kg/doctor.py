"""Looks at the machine: Python, the packages that are needed, the language model, the kernel that computes."""

from __future__ import annotations

import ctypes
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec

from packaging.requirements import Requirement

ENGINE = ("thinc", "blis")
"""What spaCy computes with; not asked for by name, but its version decides how fast the parser is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: what it is, what it is like, and what to do where it is not as it should be."""

    what: str
    value: str
    advice: str = ""
    broken: bool = False


def examine() -> Iterator[Finding]:
    """All findings: a broken one stops the work, one with advice alone slows it or narrows it."""
    yield Finding(what="python", value=f"{platform.python_version()} on {platform.machine()} {platform.system()}")
    for requirement in _requirements():
        yield package(requirement)
    yield kernel(blis_kernel())
    yield java(shutil.which("java"))


def package(requirement: Requirement) -> Finding:
    """Whether a package is there in a version that is asked for; the language model is such a package."""
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Finding(
            what=requirement.name, value="absent", advice=f"run `pip install '{_bare(requirement)}'`", broken=True
        )
    if requirement.specifier.contains(found, prereleases=True):
        return Finding(what=requirement.name, value=found)
    return Finding(
        what=requirement.name,
        value=found,
        advice=f"{requirement.specifier} is needed: run `pip install '{_bare(requirement)}'`",
        broken=True,
    )


def kernel(name: str | None) -> Finding:
    """What the name of blis's kernel means for speed: the generic one knows no vector instructions."""
    if name is None:
        return Finding(what="kernel", value="unknown", advice="this build of blis does not name its kernel")
    if name == "generic":
        return Finding(
            what="kernel",
            value="generic",
            advice="blis has no kernel for this processor and parses at about half the speed: "
            "use the versions of requirements.lock on Python 3.11 or 3.12",
        )
    return Finding(what="kernel", value=name)


def java(path: str | None) -> Finding:
    """Whether the OWL reasoner can run; nothing else needs Java."""
    if path is None:
        return Finding(what="java", value="absent", advice="only the OWL reasoner needs it")
    return Finding(what="java", value=path)


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
