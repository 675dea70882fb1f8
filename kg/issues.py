"""What a negotiation can be about: the issues of a scheme, each with all that it lies within."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.errors import OntologyError


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One concept of a scheme; `within` holds its own notation and that of every issue above it, sorted.

    An issue of a pack's own scheme has the scheme's name before its notation: "fisheries/cod-quota".
    """

    notation: str
    label: str
    alt_labels: tuple[str, ...]
    definition: str
    broader: tuple[str, ...]
    within: tuple[str, ...] = ()

    @property
    def scheme(self) -> str:
        """The name of the pack that it belongs to; empty for the ontology's own."""
        return self.notation.rpartition("/")[0]


def joined(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues of all schemes by notation, each with all that it lies within."""
    found = {issue.notation: issue for issue in issues}
    within = ancestry({notation: issue.broader for notation, issue in found.items()})
    return tuple(replace(issue, within=within[notation]) for notation, issue in sorted(found.items()))


def ancestry(broader: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Each notation -> itself and all above it, sorted; OntologyError names an issue that lies above itself."""
    return {notation: tuple(sorted(_above(notation, broader, ()))) for notation in broader}


def _above(notation: str, broader: Mapping[str, tuple[str, ...]], path: tuple[str, ...]) -> set[str]:
    if notation in path:
        raise OntologyError(f"the issue {notation!r} is broader than itself: {' < '.join([*path, notation])}")
    return {notation}.union(*(_above(parent, broader, (*path, notation)) for parent in broader[notation]))
