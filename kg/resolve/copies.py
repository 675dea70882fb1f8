"""Articles that repeat another: wire copy that several publish, whole, cut or lightly edited.

Of shingles (runs of words; Broder, On the resemblance and containment of documents, 1997) a copy has nearly all in
common with what it repeats. The search is exact and takes no sample: an article can only be contained to that degree
in one that has one of its rarest shingles (the prefix filter of Chaudhuri, Ganti and Kaushik, ICDE 2006).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kg.model import Article

SHINGLE: Final = 3
# How much of an article another must hold for it to be a copy, and how many days may lie between them.
CONTAINED: Final = 0.7
DAYS: Final = 7
# Shorter texts are copies of an equal text only.
SHORTEST: Final = 20
_WORD: Final = re.compile(r"\w+")


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """The identifier of each copy -> that of the article it repeats, which is no copy itself.

    The longest are taken first, of equals the one whose identifier comes first: the order given changes nothing.
    """
    shingles = {a.identifier: shingled(a.text) for a in articles}
    counts = Counter(s for found in shingles.values() for s in found)
    days = {a.identifier: a.published for a in articles}
    holding: dict[tuple[str, ...], list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for name in sorted(shingles, key=lambda name: (-len(shingles[name]), name)):
        own = shingles[name]
        original = _original(name, shingles, counts, days, holding)
        if original is not None:
            found[name] = original
        else:
            for shingle in own:
                if counts[shingle] > 1:
                    holding[shingle].append(name)
    return found


def shingled(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of words of the text, without case and punctuation; of a shorter text all words as one."""
    words = _WORD.findall(text.casefold())
    runs = range(max(1, len(words) - SHINGLE + 1))
    return frozenset(tuple(words[i : i + SHINGLE]) for i in runs) if words else frozenset()


def _original(
    name: str,
    shingles: Mapping[str, frozenset[tuple[str, ...]]],
    counts: Mapping[tuple[str, ...], int],
    days: Mapping[str, date | None],
    holding: Mapping[tuple[str, ...], list[str]],
) -> str | None:
    """The article so far that holds most of this one, if it holds enough; of equals the first."""
    own = shingles[name]
    least = max(1, round(CONTAINED * len(own))) if len(own) >= SHORTEST else len(own)
    rarest = sorted(own, key=lambda s: (counts[s], s))[: len(own) - least + 1]
    candidates = {other for shingle in rarest for other in holding.get(shingle, ())}
    held = {
        other: len(own & shingles[other])
        for other in candidates
        if _near(days[name], days[other]) and (len(own) >= SHORTEST or own == shingles[other])
    }
    return min((o for o, shared in held.items() if shared >= least), key=lambda o: (-held[o], o), default=None)


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= DAYS
