"""When a title can be another's short form: "the minister" is the trade minister, "the finance minister" is not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kg.resolve.names import plain

# Spellings and styles of one office.
_STYLES: Final = {
    "premier": "prime minister",
    "pm": "prime minister",
    "defense": "defence",
    "labor": "labour",
    "advisor": "adviser",
    "spokeswoman": "spokesperson",
    "spokesman": "spokesperson",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "farm": "agriculture",
    "agricultural": "agriculture",
    "economics": "economy",
    "economic": "economy",
    "financial": "finance",
    "petroleum": "oil",
}
_IDLE: Final = frozenset({"the", "of", "for", "and", "in", "to", "at", "top", "senior", "new", "affairs", "acting"})
# Words without which an office is another: the minister is no prime minister, the president no vice president.
_RANKS: Final = frozenset({"vice", "deputy", "assistant", "associate", "under", "prime", "shadow", "opposition"})
# Nouns that say next to nothing of the office.
_LOOSE: Final = frozenset("chief head boss official director leader general member representative".split())
_TAIL: Final = re.compile(r"\s(?:of|for|in|at|to)\s.*")


@lru_cache(maxsize=4096)
def _parts(title: str) -> tuple[str, frozenset[str]]:
    """The noun of a title, and the words that tell the office."""
    bare = plain(_TAIL.sub("", title)) or plain(title)
    noun = bare.split()[-1] if bare else ""
    noun = _STYLES.get(noun, noun).split()[-1]
    words = " ".join(_STYLES.get(word, word) for word in plain(title).split()).split()
    return noun, frozenset(words) - _IDLE - {noun}


def head(title: str) -> str:
    """The noun that names the office: "minister" of "Minister for Foreign Affairs"."""
    return _parts(title)[0]


def fits(short: str, full: str) -> bool:
    """True when the first title can stand for the second: the same noun, and no word that the second lacks."""
    noun, words = _parts(short)
    other, others = _parts(full)
    return noun == other and words <= others and not (others - words) & _RANKS


def names_office(short: str, office: str) -> bool:
    """True when the title can stand for a curated office: "the chief" tells none, "the minister" may."""
    noun, words = _parts(short)
    return fits(short, office) and (bool(words) or noun not in _LOOSE or fits(office, short))


def is_loose(title: str) -> bool:
    """True for "rail union boss", "Eurogroup chief": a noun that leaves open which office it is."""
    return head(title) in _LOOSE


def is_bare(title: str) -> bool:
    """True for a noun alone, which many offices share."""
    return not _parts(title)[1]
