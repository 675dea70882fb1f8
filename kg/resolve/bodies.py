"""Which institution "the union" or "the ministry" is: one that the article has called so, or the only one near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Mention
from kg.resolve.names import plain

NEAR: Final = 2
_SMALL: Final = frozenset({"of", "the", "and", "for", "on", "in"})
_DEFINED: Final = re.compile(r"(?<![\w'’-])((?:[A-Z][\w'’-]*\s+|(?:of|the|and|for|on|in)\s+){2,10})\(([A-Z]{2,8})\)")
# What a body's noun cannot be: the company is no ministry, the union no company.
_STATE: Final = frozenset(
    {"ministry", "government-office", "legislature", "central-bank", "international-organisation"}
)
_PRIVATE: Final = frozenset(
    {"company", "firm", "carrier", "airline", "planemaker", "carmaker", "manufacturer", "studio"}
)
_LABOUR: Final = frozenset({"union", "guild", "federation", "association", "party", "movement", "tribe"})


@dataclass(frozen=True, slots=True)
class Body:
    """The mention that a body's noun stands for, and how surely."""

    mention: Mention
    confidence: float


def acronyms_of(text: str) -> dict[str, str]:
    """The letters that the article itself defines, "the Independent Mineworkers' Federation (IMF)" -> the long name."""
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        words, letters = match[1].split(), match[2]
        for start in range(len(words)):
            name = [word for word in words[start:] if word not in _SMALL]
            if words[start] not in _SMALL and "".join(word[0] for word in name).upper() == letters:
                found.setdefault(letters, " ".join(words[start:]))
    return found


def body_of(mention: Mention, mentions: Sequence[Mention]) -> Body | None:
    """The nearest institution that is called so, else the one subject institution, or only institution, near."""
    noun = mention.name.lower()
    before = [
        m
        for m in mentions
        if m.kind == "institution" and m.evidence.rule != "body-alone" and m.evidence.end <= mention.evidence.start
    ]
    called = [m for m in before if noun in plain(m.name).split() or noun in (m.subtype or "").replace("-", " ").split()]
    if called:
        return Body(called[-1], 0.75)
    near = [m for m in before if mention.sentence - m.sentence <= NEAR and _may_be(noun, m.subtype or "")]
    subject = next((m for m in reversed(near) if m.subject), None)
    if subject is not None and mention.subject:
        return Body(subject, 0.55)
    return Body(near[-1], 0.55) if len({plain(m.name) for m in near}) == 1 and mention.subject else None


def _may_be(noun: str, subtype: str) -> bool:
    if noun in _PRIVATE or noun in _LABOUR:
        return subtype not in _STATE and not (noun in _LABOUR and subtype == "company")
    return True
