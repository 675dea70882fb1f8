"""The event of which several tellings of a meeting or measure are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg import iri
from kg.history import Link
from kg.link.clusters import Clusters
from kg.link.tellings import Telling
from kg.model import Measure, Meeting
from kg.vocab import Term


def shared_events(tellings: Sequence[Telling], links: Iterable[Link]) -> Mapping[Term, Term]:
    """The event of every telling of a meeting or measure: that of the first telling of the same."""
    clusters: Clusters[Term] = Clusters()
    by_node = {telling.node: telling for telling in tellings}
    for one in links:
        if one.kind in ("same-meeting", "same-measure"):
            first = min(clusters.root(one.later), clusters.root(one.earlier), key=lambda node: by_node[node].order)
            clusters.join(one.later, one.earlier, first=first)
    return {
        telling.node: iri.record("event", clusters.root(telling.node))
        for telling in tellings
        if isinstance(telling.record, Meeting | Measure)
    }
