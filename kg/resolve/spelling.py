"""How alike two names are written, and the keys under which names that may be one are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from kg.packs import People
from kg.resolve.names import EAST_ASIAN, family_name, plain, same_given, same_person, straight

# What transliterations differ in: vowels fall away, letters for one sound become one.
_SOUNDS: Final = {
    "x": "ks", "ph": "f", "ck": "k", "ch": "c", "kh": "h", "zh": "j", "sh": "s", "ts": "c", "q": "k", "w": "v", "y": "i"
}  # fmt: skip
_VOWELS: Final = re.compile(r"[aeiou]+")
_JOINED: Final = re.compile(r"(?<=\w)['-](?=\w)")
_TWICE: Final = re.compile(r"(.)\1+")
# Shorter names are another's after one slip too often.
SHORTEST: Final = 8
LONG_BODY: Final = 12
_ALIKE: Final = 0.8


AlikeBy = Literal["same-letters", "given-name-form", "near-spelling", "transliteration", "surname", "legal-form"]


class Resemblance(NamedTuple):
    """The rule that finds two names alike, and how much alike they are (0 to 1)."""

    rule: AlikeBy
    score: float


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The words of a name without accents, apostrophes, hyphens and case: O'Neill is one word."""
    return tuple(plain(_JOINED.sub("", straight(name))).split())


def letters(name: str) -> str:
    """The letters of a name alone."""
    return "".join(words(name))


def ends(name: str) -> str:
    """The letters of the first and last word: middle names come and go."""
    parts = words(name)
    return "".join(parts[:1] + parts[1:][-1:])


def skeleton(name: str) -> str:
    """The consonants as sounds: Mohammed and Muhammad have the same."""
    whole = " ".join(words(name))
    for letter, sound in _SOUNDS.items():
        whole = whole.replace(letter, sound)
    return _TWICE.sub(r"\1", _VOWELS.sub("", whole))


def shortened(text: str) -> Iterator[str]:
    """The text, and it without each one of its letters: two texts one slip apart share one of these."""
    yield text
    for i in range(len(text)):
        yield text[:i] + text[i + 1 :]


def persons_alike(left: str, right: str, polity: str | None, people: People) -> Resemblance | None:
    """How two full names can be one person's; None where they cannot."""
    one, other = letters(left), letters(right)
    if one == other:
        return Resemblance("same-letters", 1.0)
    if _middles_differ(left, right, polity):
        return None
    if same_person(left, right, polity, people) or _same_ends(left, right, polity, people):
        return Resemblance("given-name-form", 0.95)
    if min(len(one), len(other)) < SHORTEST:
        return None
    score = JaroWinkler.similarity(one, other)
    if DamerauLevenshtein.distance(one, other) == 1:
        return Resemblance("near-spelling", round(score, 3))
    if skeleton(left) == skeleton(right) and _words_alike(words(left), words(right)):
        return Resemblance("transliteration", round(score, 3))
    return None


def _words_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """As many words, each like the one in its place."""
    return len(left) == len(right) and all(
        JaroWinkler.similarity(one, other) >= _ALIKE for one, other in zip(left, right, strict=True)
    )


def _middles_differ(left: str, right: str, polity: str | None) -> bool:
    """John F. and John W. are two; where one has no middle name, nothing can be said."""
    one, other = words(left)[1:-1], words(right)[1:-1]
    return polity not in EAST_ASIAN and bool(one and other) and one[0][0] != other[0][0]


def _same_ends(left: str, right: str, polity: str | None, people: People) -> bool:
    """The same family name, however its apostrophe is printed, and a form of the same given one."""
    one, other = words(left), words(right)
    if polity in EAST_ASIAN or len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    return same_given(one[0], other[0], people)


def bodies_alike(left: str, right: str) -> Resemblance | None:
    """How two names can be one institution's; names that differ in a number never are."""
    one, other = letters(left), letters(right)
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return None
    if one == other:
        return Resemblance("same-letters", 1.0)
    if without_legal_form(left) == without_legal_form(right):
        return Resemblance("legal-form", 0.95)
    if min(len(one), len(other)) >= LONG_BODY and DamerauLevenshtein.distance(one, other) == 1:
        return Resemblance("near-spelling", round(JaroWinkler.similarity(one, other), 3))
    return None


_LEGAL: Final = frozenset(
    "inc incorporated corp corporation co company ltd limited plc llc ag sa gmbh nv bv spa group holdings".split()
)


def without_legal_form(name: str) -> str:
    """The letters of a company's name without Inc., Corp. and their like at its end."""
    parts = list(words(name))
    while len(parts) > 1 and parts[-1] in _LEGAL:
        parts.pop()
    return "".join(parts)


def given_forms(name: str, people: People) -> tuple[str, str]:
    """The given name in the first of its forms and the family name: Steve and Steven Hale have the same."""
    parts = words(name)
    return min(people.given.get(parts[0], frozenset({parts[0]}))), parts[-1]


def surname(name: str, polity: str | None) -> str:
    """The letters of the name that stands alone after "Mr"."""
    return letters(family_name(straight(name).replace("'", ""), polity))
