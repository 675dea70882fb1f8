"""What becomes of records as others follow: links between them, steps of a commitment's history, differing tellings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from kg.model import MoveKind, term
from kg.vocab import KG, Term

LinkKind = Literal[
    "same-commitment",
    "reaffirms",
    "specifies",
    "conflicts-with",
    "fulfils",
    "breaks",
    "answers",
    "same-meeting",
    "same-measure",
]
LedgerStanding = Literal["open", "agreed", "done", "partial", "broken", "disputed", "lapsed"]
Answer = Literal["none", "refused", "answered"]
Matter = Literal["commitment", "meeting", "measure"]
Slot = Literal["deadline", "amount", "rate", "length", "condition", "when", "place", "status"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What one record has to do with an earlier one, by which rule and how surely (0 to 1).

    The two are IRIs of records; each has its own evidence, so that a link is shown by two passages. `retells` says that
    both tell of one thing; where they conflict, with another value of a slot.
    """

    slug: ClassVar = "link"
    type: ClassVar[Term] = KG.Link

    kind: LinkKind = term(KG.linkKind, KG.linkNotation)
    earlier: Term = term(KG.earlier)
    later: Term = term(KG.later)
    rule: str = term(KG.rule)
    confidence: float = term(KG.confidence)
    retells: bool = False

    @property
    def is_otherwise(self) -> bool:
        """True for one thing told with another value of a slot."""
        return self.retells and self.kind == "conflicts-with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A commitment or demand of the ledger, with what its opening record says of it rolled up, for quick answers.

    Names are those of the entities, notations those of the issues, in order and joined by "; ". `answer` tells of a
    demand whether anything but a refusal followed it.
    """

    slug: ClassVar = "entry"
    type: ClassVar[Term] = KG.LedgerEntry

    opens: Term = term(KG.opensWith)
    kind: MoveKind = term(KG.entryKind)
    parties: str | None = term(KG.partyNames, default=None)
    towards: str | None = term(KG.towardsNames, default=None)
    issues: str | None = term(KG.issueNotations, default=None)
    answer: Answer | None = term(KG.answer, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A record in the history of a commitment or demand, the `place`-th from 1, and where it stands from then on.

    `kind` is that of the link that made it one; none for the telling that opens the history.
    """

    slug: ClassVar = "step"
    type: ClassVar[Term] = KG.Step

    entry: Term = term(KG.inEntry)
    place: int = term(KG.stepNumber)
    record: Term = term(KG.tells)
    kind: LinkKind | None = term(KG.linkKind, KG.linkNotation, default=None)
    standing: LedgerStanding = term(KG.standing, KG.standingNotation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What a record says of a slot on which the tellings of one commitment, meeting or measure differ.

    `value` is absent where its article tells of the thing and is silent on the slot; `excludes` is true where not all
    values can be right.
    """

    slug: ClassVar = "variant"
    type: ClassVar[Term] = KG.Variant

    matter: Term = term(KG.variantOf)
    of: Matter = term(KG.matterKind)
    slot: Slot = term(KG.onSlot)
    record: Term = term(KG.tells)
    value: str | None = term(KG.value, default=None)
    excludes: bool = term(KG.excludes)
