"""Bodies and states told by whose they are: "his government", "her party", "our country"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.found import Found
from kg.extract.text import Text
from kg.model import Kind

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

STATES: Final = frozenset({"government", "country", "nation", "homeland"})
SIDES: Final = frozenset({"side", "delegation", "camp", "organisation", "organization", "club", "league", "airline"})
OWNED_BY: Final = frozenset({"his", "her", "our", "my", "their", "its"})
ARGUED: Final = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "attr", "conj"})


def owned(text: Text, mentions: Mentions) -> Iterator[Found]:
    """The noun alone: whose it is, the pronoun before says."""
    bodies = text.lexicon.pack.cues.bodies
    for i, lemma in enumerate(text.lemmas):
        if not i or text.tags[i] not in ("NN", "NNP") or text.deps[i] not in ARGUED:
            continue
        before = i - 1 - (text.lower[i - 1] == "own" and i > 1)
        if text.lower[before] not in OWNED_BY or lemma not in STATES | SIDES | bodies:
            continue
        if text.lower[before] in ("their", "its") and lemma not in STATES:
            continue
        kind: Kind = "polity" if lemma in STATES else "institution"
        yield Found(
            start=i, end=i + 1, form="title", kind=kind, name=text.words[i], subtype=lemma, rule="body-of-person",
            reference="owned", confidence=0.6, head=i,
        )  # fmt: skip
