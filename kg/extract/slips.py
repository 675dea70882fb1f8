"""Names that spaCy takes for people's and that are not: companies, models, places, other proper nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.text import Text

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

INTRODUCED = frozenset({"courtesy-title", "office-title", "apposed-name", "titled-name"})
PARTS = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})
COMPANY = frozenset({"with", "by", "between"})


def is_slip(text: Text, mentions: Mentions, start: int, end: int) -> bool:
    """True for a company, a model or a place that no title introduces: "the Falcon", "in Toulouse".

    A single name that is no surname of the article is a person's only if somewhere it takes part in what happens.
    """
    words, labels = tuple(text.words[start:end]), mentions.labels
    if words[-1] in mentions.introduced:
        return False
    if labels.favour_body(words) or labels.favour_body(words[:1]):
        return True
    if len(words) > 1 or words[0] in labels.surnames:
        return False
    article = start > 0 and text.lower[start - 1] == "the" and text.deps[start] not in ("compound", "nmod", "poss")
    if article or words[0] in labels.things or labels.introduced.get(words[0], start) < start:
        return True
    return words[0] not in mentions.taking_part


def takes_part(text: Text, i: int) -> bool:
    """ "Reid said", "told Reid", "Reid's plan", "with Reid"."""
    return text.deps[i] in PARTS or (text.deps[i] == "pobj" and text.lower[text.heads[i]] in COMPANY)
