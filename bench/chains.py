"""How well entities agree with annotated chains: link accuracy, chains wholly right, and B-cubed.

Bagga and Baldwin, Algorithms for scoring coreference chains (1998).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """`chain_of` says which chain each reference is of, `entity_of` what it was resolved to, where it was.

    `others` counts, for each entity, its mentions that are no reference of any chain.
    """

    chain_of: Mapping[int, str]
    entity_of: Mapping[int, str]
    others: Mapping[str, int]

    def given(self) -> dict[str, str]:
        """Each chain's entity: the pair that shares most references comes first, no entity goes to two chains."""
        shared = Counter((chain, self.entity_of[r]) for r, chain in self.chain_of.items() if r in self.entity_of)
        given: dict[str, str] = {}
        for (chain, entity), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            if chain not in given and entity not in given.values():
                given[chain] = entity
        return given

    def linked(self) -> set[int]:
        """The references that were resolved to their chain's entity."""
        given = self.given()
        return {r for r, chain in self.chain_of.items() if chain in given and self.entity_of.get(r) == given[chain]}

    def whole(self) -> set[str]:
        """The chains all of whose references were resolved to their entity."""
        return set(self.chain_of.values()) - {self.chain_of[r] for r in self.chain_of.keys() - self.linked()}

    def b_cubed(self) -> tuple[float, int, float, int]:
        """Sum of precisions and number of mentions, sum of recalls and number of references.

        A reference without an entity adds nothing to the recall, a mention that is no reference none to the precision.
        """
        length = Counter(self.chain_of.values())
        size = Counter(self.entity_of[r] for r in self.chain_of if r in self.entity_of)
        size.update({entity: count for entity, count in self.others.items() if entity in size})
        both = Counter((chain, self.entity_of[r]) for r, chain in self.chain_of.items() if r in self.entity_of)
        precision = sum(count * count / size[entity] for (_, entity), count in both.items())
        recall = sum(count * count / length[chain] for (chain, _), count in both.items())
        return precision, size.total(), recall, length.total()
