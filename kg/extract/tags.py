"""The parser's tags (Penn Treebank) of finite verbs."""

from __future__ import annotations

FINITE = frozenset({"VBD", "VBZ", "VBP"})
# With the modals, which the treebank tags apart.
PREDICATES = FINITE | {"MD"}
