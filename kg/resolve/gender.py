"""Whether he or she can denote a person: by courtesy title, title, given name or kinship, else unknown."""

from __future__ import annotations

import re
from typing import Final, Literal

from kg.model import Mention
from kg.packs import People
from kg.resolve.names import plain

Gender = Literal["he", "she"]

_COURTESY: Final = re.compile(
    r"(?:(mrs|ms|miss|mme|madame|lady|dame|baroness|frau)|(mr|sir|lord|herr|monsieur))\b", re.I
)
_FEMALE: Final = frozenset({"queen", "princess", "chairwoman", "spokeswoman", "congresswoman", "sister", "duchess"})
_MALE: Final = frozenset(
    {"king", "prince", "chairman", "spokesman", "congressman", "sheikh", "emir", "sultan", "ayatollah", "duke", "pope"}
)
_KIN_BEFORE: Final = re.compile(
    r"(?:(wife|daughter|sister|mother|widow)|(husband|son|brother|father|widower)),? (?:\w+ )?$", re.I
)
_KIN_AFTER: Final = re.compile(
    r",? (?:and |the |his |her )?(?:former )?(?:(wife|daughter|sister|mother|widow)|(husband|son|brother|father)) of",
    re.I,
)


def gender_of(mention: Mention, text: str, people: People) -> Gender | None:
    """What the words of one mention, and those beside them, say."""
    start, end = mention.evidence.span
    printed = text[start:end]
    for found in (
        _COURTESY.match(printed),
        _KIN_BEFORE.search(text[max(0, start - 40) : start]),
        _KIN_AFTER.match(text[end : end + 40]),
    ):
        if found is not None:
            return "she" if found[1] else "he"
    return of_title(mention.title) or _of_given(mention.name, people)


def of_title(title: str | None) -> Gender | None:
    words = frozenset(plain(title or "").split())
    return "she" if words & _FEMALE else "he" if words & _MALE else None


def _of_given(name: str, people: People) -> Gender | None:
    first = name.split()[0] if " " in name else ""
    given = first.partition("-")[0]
    return "she" if given in people.women else "he" if given in people.men else None
