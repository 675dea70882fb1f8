"""Words for two named before: "the two agreed", "both men", "the former", "the latter"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.found import Found
from kg.extract.text import Text

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
PAIRED = frozenset({"men", "women", "leaders", "ministers", "presidents", "negotiators"})


def pairs(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "The two" that no noun follows, "both men" and "the two ministers", "the former" and "the latter" alone."""
    for i, word in enumerate(text.lower[:-1]):
        after = text.lower[i + 1]
        alone = text.pos[i + 2 : i + 3] == [] or text.pos[i + 2] not in NOMINAL
        if word == "the" and after in ("former", "latter") and alone:
            yield _found(i, i + 2, f"the {after}", plural=False)
        elif word == "the" and after == "two" and alone and text.deps[i + 1] in ("nsubj", "nsubjpass"):
            yield _found(i, i + 2, "the two", plural=True)
        elif word == "the" and after == "pair" and alone and text.deps[i + 1] in ("nsubj", "nsubjpass"):
            yield _found(i, i + 2, "the two men", plural=True)
        elif word == "both" and after in PAIRED:
            yield _found(i, i + 2, f"both {after}", plural=True)
        elif word == "the" and after == "two" and text.lower[i + 2 : i + 3] in ([w] for w in PAIRED):
            yield _found(i, i + 3, f"the two {text.lower[i + 2]}", plural=True)


def _found(start: int, end: int, name: str, *, plural: bool) -> Found:
    return Found(
        start=start, end=end, form="group" if plural else "title", kind="group" if plural else "unknown", name=name,
        rule="pair", reference="pair", confidence=0.6, plural=plural,
    )  # fmt: skip
