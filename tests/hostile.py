"""Texts made to be slow or to break a reader, by name; `python -m tests.hostile FOLDER NAME...` reads some.

For each it prints a JSON line: name, seconds of processor time, statements, and the reason where it was skipped.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from time import process_time
from typing import Final

SENTENCE: Final = "The minister said on Monday that the talks on fish had failed. "
LENGTH: Final = 199_000
# A text of more words and marks is skipped at once: so many are as much work as a text can make.
MARKS: Final = 39_000
_MARK: Final = re.compile(r"\w+|[^\w\s]")


def _filled(unit: str) -> str:
    """The unit again and again in the midst of an article's paragraph, as long as is read at all."""
    return f"{SENTENCE}{unit * _times(unit)} {SENTENCE}\n\n{SENTENCE}"


def _times(unit: str) -> int:
    """How often the unit goes into 200 kB, and no more marks than are read."""
    room = (LENGTH - 4 * len(SENTENCE)) // len(unit)
    return min(room, MARKS * 100 // max(1, len(_MARK.findall(unit * 100))))


def _nested(opening: str, closing: str) -> str:
    times = min(_times(opening), _times(closing)) // 2
    return f"{SENTENCE}{opening * times}no{closing * times} {SENTENCE}\n\n{SENTENCE}"


def _lines(line: str) -> str:
    return f"{SENTENCE}\n{line * _times(line)}{SENTENCE}"


# What is repeated, by name.
UNITS: Final = {
    "parentheses": "(",
    "closing parentheses": ")",
    "full stops": ".",
    "spaced full stops": ". ",
    "commas alone": ",",
    "quotation marks": '"',
    "spaced quotation marks": '" ',
    "opening curly marks": "“",
    "apostrophes": "’",
    "apostrophes and letters": "s’s'",
    "colons": ":",
    "dashes": "—",
    "spaced dashes": " - ",
    "ellipses": "... ",
    "question marks": "?! ",
    "slashes": "/a",
    "at signs": "a@b.",
    "addresses of pages": "http://a.b/c?d=e&",
    "underscores": "_",
    "stars": "* ",
    "currency signs": "$",
    "percent signs": "5% ",
    "digits": "1",
    "digits and commas": "1,",
    "digits and points": "1.",
    "digits and hyphens": "19-",
    "spaced digits": "1 ",
    "years": "1998 ",
    "years and dashes": "1998-",
    "no spaces": "x",
    "capital letters": "A",
    "single letters": "a ",
    "initials": "J. ",
    "initials without spaces": "J.R.",
    "hyphens": "a-",
    "tabs": "\t",
    "blanks": " ",
    "no-break spaces": "\u00a0",
    "combining marks": "e\u0301\u0302",
    "emoji": "😀",
    "flags": "🇨🇳",
    "wide letters": "会谈",
    "letters from right to left": "שלום ",
    "NUL": "a\x00b ",
    "controls": "a\x01b\x1bc\x7fd\x85",
    "bidi marks": "a\u202eb\u2067c\u200f ",
    "zero-width marks": "a\u200bb\u2060c\ufeffd\u200d ",
    "surrogates": "\ud83d",
    "characters of no plane": "\uffff\U0010ffff ",
    "markup": "<b>no</b>",
    "entities of a page": "&#3;&amp;",
    "capitals": "TALKS ",
    "title words": "Deputy Prime Minister ",
    "names": "Anna Holm of Norway met Karl Brandt and ",
    "names in a row": "Anna Holm ",
    "abbreviations": "Mr. U.S. Dr. No. ",
    "cues": "he said that ",
    "commas": "the minister said, ",
    "denials": "not ",
    "conditions": "if the union agreed to cut ",
    "infinitives": "agreed to promise to ",
    "possessives": "the union's ",
    "chains of of": "of the minister of ",
    "relative clauses": "who said that the minister who ",
    "quotes of words": "“no,” he said, “",
    "dates": "on Monday, 3 March 2019, last week, ",
    "spans of dates": "from 3 to 5 March to ",
    "months": "May ",
    "amounts": "$200 billion to 25 percent from ",
    "polities": "US-China ",
    "countries": "China, the United States and ",
    "talks": "talks with talks between ",
    "measures": "tariffs on tariffs ",
    "votes": "United Nations Security Council ",
}

SHAPES: Final = {name: _filled(unit) for name, unit in UNITS.items()} | {
    "nested parentheses": _nested("(", ")"),
    "nested quotation marks": _nested("“‘", "’”"),
    "nested brackets and words": _nested("(the ", " no)"),
    "lines": _lines("The talks failed\n"),
    "short lines": _lines("a\n"),
    "indented lines": _lines("   The talks on fish\nfailed, the minister said on\n"),
    "empty lines": _lines("\n"),
    "lines of a list": _lines("- the minister said: no\n"),
    "lines of speech": _lines("HOLM: No.\n"),
    "headlines": _lines("Minister says talks on fish fail\n\n"),
    "sentences": _lines(SENTENCE),
    "sentences of one paragraph": _filled(SENTENCE),
    "nothing but parentheses": "(" * LENGTH,
    "nothing but letters": "a " * (LENGTH // 2),
}

SKIPPED: Final = {
    "nothing but parentheses": "it is no prose",
    "nothing but letters": "it is no prose",
    "surrogates": "invalid utf-16 surrogate",
}
"""Those of which nothing is parsed, with the reason that is given."""


def main(folder: Path, names: list[str]) -> None:
    """Read these shapes with the real model, one after the other, as rows of files of the folder.

    A row may hold any character; and no language is asked for, so that all of them come to be parsed.
    """
    from bench.peak import peak
    from kg.errors import ArticleError
    from kg.extraction import Extractor
    from kg.packs import Pack
    from kg.read import Options, Source, read

    extractor = Extractor(Pack())
    for name in names:
        path = folder / f"{name}.jsonl"
        path.write_text(json.dumps({"text": SHAPES[name]}))
        begun, statements, reason = process_time(), 0, ""
        (article,) = read([Source(path, path.name)], Options(force_language=True))
        if isinstance(article, ArticleError):
            reason = article.reason
        else:
            (records,) = extractor.run([article])
            statements = len(records.statements)
        print(json.dumps({"name": name, "seconds": process_time() - begun, "said": statements, "skipped": reason}))
    print(json.dumps({"megabytes": peak() // 1024}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
