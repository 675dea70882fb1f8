"""Names of places that are no polity: cities, airports, seas. They are kept apart from actors: a city is no party."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.text import Text

LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST_NAME = 6


def places(text: Text, mentions: Mentions) -> Iterator[Found]:
    """spaCy's places whose words denote no actor, and what it takes for a person in "in Toulouse"."""
    for start, end, label in mentions.labels.named:
        words = text.words[start:end]
        if len(words) > LONGEST_NAME or any(mentions.at(i) is not None for i in range(start, end)):
            continue
        mistaken = label == "PERSON" and len(words) == 1 and words[0] in mentions.labels.things
        if (label in LABELS or mistaken) and words[0][0].isupper() and words[-1][0].isupper():
            yield Found(
                start=start, end=end, form="name", kind="place", name=text.clean(start, end), rule="ner-place",
                confidence=0.7,
            )  # fmt: skip
