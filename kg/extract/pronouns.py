"""Pronouns that may denote actors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.found import Found
from kg.extract.text import Text
from kg.model import Kind

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

PRONOUNS: Final[dict[str, tuple[Kind, str, bool]]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "he", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "she", False)),
    **dict.fromkeys(("they", "them", "their", "themselves"), ("unknown", "they", True)),
    **dict.fromkeys(("it", "its", "itself"), ("unknown", "it", False)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("unknown", "we", True)),
}
EXPLETIVE: Final = frozenset({"be", "seem", "appear", "take", "remain", "become", "mean"})


def pronouns(text: Text, mentions: Mentions) -> Iterator[Found]:
    """Third-person pronouns, an expletive "it" left out; "we" where somebody is quoted. The name is the lemma."""
    for i, word in enumerate(text.lower):
        if word not in PRONOUNS or (word == "it" and _is_expletive(text, i)):
            continue
        if PRONOUNS[word][1] == "we" and (not text.quoted[i] or text.words[i].isupper()):
            continue
        kind, name, plural = PRONOUNS[word]
        yield Found(
            start=i, end=i + 1, form="pronoun", kind=kind, name=name, rule="pronoun", confidence=0.7, plural=plural
        )


def _is_expletive(text: Text, i: int) -> bool:
    """ "It is likely that", "it remains to be seen"."""
    return text.deps[i] == "expl" or (text.deps[i] == "nsubj" and text.lemmas[text.heads[i]] in EXPLETIVE)
