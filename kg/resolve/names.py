"""When two printed names can be one person's, and what identifies an institution's name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from kg.packs import People

EAST_ASIAN: Final = frozenset({"CN", "KR", "KP", "TW", "HK", "VN", "SG", "KH"})
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_IDLE: Final = frozenset({"the", "of", "and", "for", "s", "a"})
# As typesetters and typists put them.
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼ`", "'"))


def straight(name: str) -> str:
    """With straight apostrophes for curly and makeshift ones: they make no other name."""
    return name.translate(_APOSTROPHES)


# Letters with a stroke or tie, which Unicode does not part into letter and mark.
_LETTERS: Final = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
})  # fmt: skip


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """Without accents, punctuation and case."""
    parted = unicodedata.normalize("NFKD", straight(name).lower().translate(_LETTERS))
    return " ".join(re.findall(r"\w+", "".join(c for c in parted if not unicodedata.combining(c)).lower()))


def family_name(name: str, polity: str | None) -> str:
    """The name that stands alone after "Mr": the first of two or three in the east, else the last."""
    words = [word for word in plain(name).split() if word not in _SUFFIXES]
    return words[0] if polity in EAST_ASIAN and len(words) in (2, 3) else words[-1] if words else ""


def same_person(printed: str, holder: str, polity: str | None, people: People) -> bool:
    """True when the full name is the holder's: the same, or the same family name and a form of the given one."""
    left, right = plain(printed).split(), plain(holder).split()
    if left == right or sorted(left) == sorted(right):
        return bool(left)
    if len(left) < 2 or len(right) < 2 or family_name(printed, polity) != family_name(holder, polity):
        return False
    if polity in EAST_ASIAN:
        return "".join(left) == "".join(right)
    return same_given(left[0], right[0], people)


def same_given(left: str, right: str, people: People) -> bool:
    """Robert, Bob and R. are one; Robert and Richard are not."""
    if left == right or (min(len(left), len(right)) == 1 and left[0] == right[0]):
        return True
    return right in people.given.get(left, frozenset())


def near_name(printed: str, holder: str) -> bool:
    """A slip of one letter in a name of two words or more: "Liu Hu"."""
    left, right = plain(printed), plain(holder)
    return " " in left and left.split()[0] == right.split()[0] and Levenshtein.distance(left, right) == 1


def institution_key(name: str, polity_words: frozenset[str]) -> str:
    """The words that identify: "China's Ministry of Commerce" and "Chinese commerce ministry" have the same."""
    return " ".join(sorted(w for w in plain(name).split() if w not in _IDLE and w not in polity_words))


def most(values: Iterable[str]) -> str:
    """The most frequent value; of equals the longest, then the first in order."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default="")
