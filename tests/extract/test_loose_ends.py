"""What the extraction says of itself that it may have missed."""

from __future__ import annotations

import pytest

CASES = [
    ("The delegates met on Monday. The bill was $5 million.", [("money", "$5 million")]),
    ("Minister Ana Diaz said the tariffs would stay.", []),
    ("It was \u201cthe long and winding road to nowhere\u201d for the town.",
     [("quotation", "\u201cthe long and winding road to nowhere\u201d")]),
    ("The harvest of May 1987 was poor.", [("date", "May 1987")]),
    ("Subsidies are an old habit.", [("measure", "Subsidies")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), CASES)
def test_words_without_a_record_are_loose_ends(read_text, sentence, found):
    records = read_text(sentence)
    assert [(end.kind, sentence[slice(*end.evidence.span)]) for end in records.loose_ends] == found
