"""A move by token, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.found import Found
from kg.packs import MoveKind

# The tokens [start, end) of a content, and the token that governs them.
Part = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The cue's token, the content [start, end) and the token that governs it; who makes the move, and to whom.

    `subject` is the token of who makes it, `owner` a mention found in a noun's phrase; `speaker` is true where it is
    whoever is reported to say so. `unreal` is true for "would agree to", `planned` for "is to pay" and "will sign".
    """

    cue: int
    kind: MoveKind
    start: int
    end: int
    head: int
    rule: str
    confidence: float
    subject: int | None = None
    owner: Found | None = None
    speaker: bool = False
    target: int | None = None
    partner: int | None = None
    unreal: bool = False
    negated: bool = False
    planned: bool = False

    @property
    def has_actor(self) -> bool:
        return self.subject is not None or self.owner is not None or self.speaker


def distinct(drafts: list[Move]) -> list[Move]:
    """One draft per act: what another move is about makes none, nor what is denied; of two alike the narrower stays."""
    heads = {d.head: d for d in drafts if d.head != d.cue}
    drafts = [d for d in drafts if d.cue not in heads or _is_apart(d, heads[d.cue])]
    denied = [(d.start, d.end) for d in drafts if d.kind == "denial"]
    drafts = [d for d in drafts if d.kind == "denial" or not any(s <= d.cue < e for s, e in denied)]
    drafts = _read_once(drafts)
    kept: list[Move] = []
    for draft in sorted(drafts, key=lambda d: (d.end - d.start, d.cue)):
        twin = next((n for n, other in enumerate(kept) if _is_same(draft, other)), None)
        if twin is None:
            kept.append(draft)
        elif not kept[twin].has_actor:
            kept[twin] = replace(kept[twin], subject=draft.subject, owner=draft.owner, speaker=draft.speaker)
    return sorted(kept, key=lambda d: (d.start, d.cue))


def _read_once(drafts: list[Move]) -> list[Move]:
    """Of a verb with an auxiliary, "would not accept" or "would propose": its refusal, or else what its frame says."""
    refused = {d.cue for d in drafts if d.rule == "modal-refusal"}
    framed = {d.cue for d in drafts if d.rule.startswith("verb-")} - refused
    by_frame = [d for d in drafts if not d.rule.startswith("modal-")]
    by_modal = [d for d in drafts if d.rule.startswith("modal-")]
    return [d for d in by_frame if d.cue not in refused] + [d for d in by_modal if d.cue not in framed]


def _is_apart(inner: Move, outer: Move) -> bool:
    """A demand rejected or met is still a demand, a broken promise a promise; a promised pledge is not told twice."""
    if inner.kind == "demand" and outer.kind == "agreement":
        return inner.rule == "noun"
    return inner.rule == "noun" and outer.kind in ("refusal", "denial", "breach", "fulfilment", inner.kind)


def _is_same(wide: Move, narrow: Move) -> bool:
    """ "Repeated his pledge to", "reached a deal to": a noun's move inside its verb's; or one act found in two ways."""
    if wide.kind != narrow.kind or narrow.start >= wide.end or wide.start >= narrow.end:
        return False
    if wide.cue == narrow.cue:
        return wide.rule != narrow.rule or wide.head == narrow.head
    return wide.head in (narrow.cue, narrow.head) or wide.cue == narrow.head
