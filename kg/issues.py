"""What a negotiation can be about: the issues of a scheme, each with all that it lies within."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import OntologyError


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One concept of the scheme; `within` holds its own notation and that of every issue above it, sorted."""

    notation: str
    label: str
    alt_labels: tuple[str, ...]
    definition: str
    broader: tuple[str, ...]
    within: tuple[str, ...]


def ancestry(broader: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Each notation -> itself and all above it, sorted; OntologyError names an issue that lies above itself."""
    return {notation: tuple(sorted(_above(notation, broader, ()))) for notation in broader}


def _above(notation: str, broader: Mapping[str, tuple[str, ...]], path: tuple[str, ...]) -> set[str]:
    if notation in path:
        raise OntologyError(f"the issue {notation!r} is broader than itself: {' < '.join([*path, notation])}")
    return {notation}.union(*(_above(parent, broader, (*path, notation)) for parent in broader[notation]))
