"""textacy's direct quotations of a folder of articles, as rows for the scorer: peer_textacy.py FOLDER OUT.csv

It is given each paragraph by itself, cleaned and unwrapped as our own parser gets it: over a whole article it fails at
the first mark without its pair. A paragraph that it still refuses has no quotations.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from textacy.extract import direct_quotations

from kg.model import Reading
from kg.nlp import load_model
from kg.packs import Pack
from kg.segment import segment


def paragraphs(reading: Reading) -> Iterator[tuple[int, str]]:
    """Where each paragraph begins in the clean text, and its text."""
    for _, group in groupby(reading.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        start, end = sentences[0].start, sentences[-1].end
        yield start, reading.text[start:end]


def main(folder: Path, out: Path) -> None:
    nlp, boilerplate = load_model(), Pack().boilerplate
    with out.open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle)
        table.writerow(("statement", "article", "start", "end", "speakerName", "contentStart", "contentEnd"))
        for path in sorted(folder.glob("*.txt")):
            reading = segment(path.read_text("utf-8"), boilerplate)
            for begin, paragraph in paragraphs(reading):
                try:
                    found = list(direct_quotations(nlp(paragraph)))
                except ValueError:
                    continue
                for quotation in found:
                    content = quotation.content
                    place = reading.raw(begin + content.start_char, begin + content.end_char)
                    speaker = " ".join(token.text for token in quotation.speaker)
                    table.writerow((f"{path.name} {place.start}", path.name, *place, speaker, *place))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
