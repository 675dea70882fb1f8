"""Tellings of one thing, joined: each is known by the one that was published first."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Clusters(Generic[Node]):
    """Disjoint sets; the root of each is the member that came first in the order of joining (later, earlier)."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        """The first member of the node's set."""
        path = []
        while (parent := self._parent.get(node, node)) != node:
            path.append(node)
            node = parent
        for step in path:
            self._parent[step] = node
        return node

    def join(self, later: Node, earlier: Node, *, first: Node | None = None) -> None:
        """Make one set of two; `first` says which root stays, that of the earlier if nothing is said."""
        a, b = self.root(later), self.root(earlier)
        if a != b:
            keep = first if first in (a, b) else b
            self._parent[a if keep == b else b] = keep
