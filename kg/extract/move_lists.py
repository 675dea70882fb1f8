"""What the pack's lists of deeds say of a verb, alone or with its particle."""

from __future__ import annotations

from kg.extract.clauses import object_of, prepositions
from kg.extract.dates import Dated
from kg.extract.text import Text
from kg.extract.verbs import phrases_of


def takes_none(text: Text, i: int, dates: dict[int, Dated]) -> bool:
    """ "Would guard no frontiers", "will bow to no deadline"."""
    noun = object_of(text, i)
    nouns = [noun] if noun is not None else [j for _, j in prepositions(text, i, dates)][:1]
    return any(text.lower[k] == "no" and text.deps[k] == "det" for j in nouns for k in text.children[j])


def is_idle(text: Text, i: int) -> bool:
    """Whether the verb tells no deed: "take", but not "take in"."""
    moves = text.lexicon.pack.moves
    return text.lemmas[i] in moves.idle and not any(
        phrase in moves.acts for phrase in phrases_of(text, i) if " " in phrase
    )


def is_among(text: Text, i: int, verbs: frozenset[str]) -> bool:
    """Whether the verb is listed, alone or with the word behind it: "call off"."""
    behind = f"{text.lemmas[i]} {''.join(text.lower[i + 1 : i + 2])}"
    return text.lemmas[i] in verbs or any(phrase in verbs for phrase in (behind, *phrases_of(text, i)))
