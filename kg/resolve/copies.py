"""Articles that repeat another: wire copy that several publish, whole, cut or lightly edited.

Of shingles (runs of words; Broder, On the resemblance and containment of documents, 1997) a copy has nearly all in
common with what it repeats. They are kept as numbers of 64 bits, as there. The search takes no sample: an article can
only be contained to that degree in one that has one of its rarest shingles (the prefix filter of Chaudhuri, Ganti and
Kaushik, ICDE 2006).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.model import Article

Numbers = NDArray[np.uint64]
Places = NDArray[np.int32]

# How much of an article another must hold for it to be a copy, and how many days may lie between them.
CONTAINED: Final = 0.7
DAYS: Final = 7
# Shorter texts are copies of an equal text only.
SHORTEST: Final = 20
# What the first, second and third word of a shingle are multiplied by: odd, and otherwise anything.
FACTORS: Final = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
SHINGLE: Final = len(FACTORS)
_WORD: Final = re.compile(r"\w+")


class Shingler:
    """Texts -> their shingles; remembers the numbers of words."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def shingles(self, text: str) -> Numbers:
        """The runs of words of the text, without case and punctuation, sorted; of a shorter text all words as one."""
        words = np.array([self._number(word) for word in _WORD.findall(text.casefold())], np.uint64)
        runs = max(1, len(words) - SHINGLE + 1) if len(words) else 0
        sums = np.zeros(runs, np.uint64)
        for place, factor in enumerate(FACTORS[: len(words)]):
            sums += words[place : place + runs] * factor
        return np.unique(sums)

    def _number(self, word: str) -> int:
        if word not in self._numbers:
            self._numbers[word] = int.from_bytes(
                hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            )
        return self._numbers[word]


@dataclass(frozen=True, slots=True)
class _Text:
    """An article by name and date, with its shingles."""

    name: str
    day: date | None
    shingles: Numbers


def copies(articles: Iterable[Article]) -> dict[str, str]:
    """The identifier of each copy -> that of the article it repeats, which is no copy itself.

    The longest are taken first, of equals the one whose identifier comes first: the order given changes nothing.
    """
    shingler = Shingler()
    texts = [_Text(a.identifier, a.published, shingler.shingles(a.text)) for a in articles]
    texts.sort(key=lambda text: (-len(text.shingles), text.name))
    index = _Index([text.shingles for text in texts])
    originals = np.zeros(len(texts), np.bool_)
    found: dict[str, str] = {}
    for place, text in enumerate(texts):
        original = _original(text, index, texts, originals)
        if original is None:
            originals[place] = True
        else:
            found[text.name] = original
    return found


class _Index:
    """Which texts have a shingle: the places of the texts, in the order of the shingles."""

    def __init__(self, shingles: list[Numbers]) -> None:
        whole = np.concatenate([np.zeros(0, np.uint64), *shingles])
        order = np.argsort(whole, kind="stable")
        lengths = [len(own) for own in shingles]
        self._places = np.repeat(np.arange(len(shingles), dtype=np.int32), lengths)[order]
        self._known, self._starts = np.unique(whole[order], return_index=True)
        self._ends = np.append(self._starts[1:], len(whole))

    def holders(self, own: Numbers, rarest: int) -> Places:
        """The texts that have one of the rarest of these shingles which others have too."""
        at = np.searchsorted(self._known, own)
        at = at[np.argsort(self._ends[at] - self._starts[at], kind="stable")[:rarest]]
        runs = [self._places[start:end] for start, end in zip(self._starts[at], self._ends[at], strict=True)]
        found: Places = np.unique(np.concatenate([np.zeros(0, np.int32), *(run for run in runs if len(run) > 1)]))
        return found


def _original(text: _Text, index: _Index, texts: list[_Text], originals: NDArray[np.bool_]) -> str | None:
    """The original that holds most of this one, if it holds enough; of equals the first."""
    own = text.shingles
    least = max(1, round(CONTAINED * len(own))) if len(own) >= SHORTEST else len(own)
    holders = index.holders(own, len(own) - least + 1)
    held: dict[str, int] = {}
    for other in (texts[place] for place in holders[originals[holders]]):
        if _near(text.day, other.day) and (len(own) >= SHORTEST or np.array_equal(own, other.shingles)):
            held[other.name] = len(np.intersect1d(own, other.shingles, assume_unique=True))
    return min((name for name, shared in held.items() if shared >= least), key=lambda n: (-held[n], n), default=None)


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= DAYS
