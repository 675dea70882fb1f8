"""Texts made to be slow or to break a reader, by name; `python -m tests.hostile NAME` reads one."""

from __future__ import annotations

import sys
from typing import Final

SENTENCE: Final = "The minister said on Monday that the talks on fish had failed. "
LENGTH: Final = 100_000


def _inside(shape: str) -> str:
    """The shape in the midst of an article's paragraph."""
    return f"{SENTENCE}{shape[: LENGTH - 4 * len(SENTENCE)]} {SENTENCE}\n\n{SENTENCE}"


SHAPES: Final = {
    "parentheses": _inside("(" * 20_000),
    "full stops": _inside("." * 50_000),
    "quotation marks": _inside('"' * 20_000),
    "nested quotation marks": _inside("“‘" * 5_000 + "no" + "’”" * 5_000),
    "no spaces": _inside("x" * LENGTH),
    "hyphens": _inside("a-" * 50_000),
    "capitals": _inside("TALKS " * 5_000),
    "title words": _inside("Deputy Prime Minister " * 1_000),
    "names": _inside("Anna Holm of Norway met Karl Brandt and " * 700),
    "abbreviations": _inside("Mr. U.S. Dr. No. " * 1_500),
    "cues": _inside("he said that " * 1_500),
    "commas": _inside("the minister said, " * 1_200),
    "dates": _inside("on Monday, 3 March 2019, last week, " * 700),
    "lines": f"{SENTENCE}\n" + "The talks failed\n" * 5_500 + SENTENCE,
    "controls": _inside("\x00\u202e\u200b\ud800" * 20_000),
}


def main(name: str) -> None:
    """Read one shape with the real model."""
    from kg.extract import Lexicon, Text, extract
    from kg.nlp import Parser, load_model
    from kg.packs import Pack
    from kg.segment import segment
    from tests.reading import article

    pack, nlp = Pack(), load_model()
    text = SHAPES[name]
    reading = segment(text, pack.boilerplate)
    (doc,) = Parser(nlp).parse([reading])
    records = extract(Text(article("hostile.txt", text), reading, doc, Lexicon(pack, nlp)))
    print(len(records.statements), len(records.mentions))


if __name__ == "__main__":
    main(sys.argv[1])
