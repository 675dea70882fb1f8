"""Fiscal years: which months one has is for the polity to say whose budget is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.calendar import of_months
from kg.extract.text import Text
from kg.model import When

RULE = "fiscal-year"


def of_polity(text: Text, start: int, year: When) -> When:
    """The months of the fiscal year told of at the token, or the year as it is where no row says which they are."""
    row = next((text.lexicon.pack.fiscal_years.get(code) for code in _polities_near(text, start)), None)
    first = row.begins(int(year.edtf[:4])) if row is not None else None
    return of_months(first.year, first.month, 12) if first is not None else year


def _polities_near(text: Text, token: int) -> Iterator[str]:
    """The codes of those named before it, nearest first, then behind it in its sentence, then in earlier ones."""
    number = text.sentence_of[token]
    for sentence in range(number, -1, -1):
        start, end = text.sentences[sentence]
        found = [(start + i, known.polity) for i, _, known in text.lexicon.known.matches(text.words[start:end])]
        found = [(i, code) for i, code in found if code]
        yield from (code for i, code in reversed(found) if i < token)
        yield from (code for i, code in found if i > token)
