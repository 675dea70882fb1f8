"""What looks as if it carried a record, and none stands on it: the extraction's list of what it may have missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.amounts import Amounted
from kg.extract.dates import Dated, is_moment
from kg.extract.measure_nouns import kind_of
from kg.extract.tags import FINITE
from kg.extract.text import Text
from kg.model import Commitment, LooseEnd, LooseEndKind, Measure, Meeting, RoleHolding, Span, Statement

Record = Statement | Commitment | Meeting | Measure | RoleHolding
SHORTEST_QUOTATION = 5


def loose_ends(
    text: Text, records: Sequence[Record], dates: Sequence[Dated], amounts: Sequence[Amounted]
) -> Iterator[LooseEnd]:
    """Cue verbs, quotations, money, dates and measure words outside the passage and content of every record."""
    covered = _covered(len(text.article.text), records)
    ends: list[tuple[int, int, LooseEndKind]] = sorted(
        [
            *((i, i + 1, "cue") for i in _cue_verbs(text)),
            *((start, end, "quotation") for start, end in text.quotes if end - start >= SHORTEST_QUOTATION),
            *((a.start, a.end, "money") for a in amounts if a.is_money),
            *((d.start, d.end, "date") for d in dates if is_moment(d)),
            *((i, i + 1, "measure") for i in range(len(text.tokens)) if kind_of(text, i) is not None),
        ]
    )
    for start, end, kind in ends:
        where = text.span(start, end)
        if not any(covered[where.start : where.end]):
            yield _loose_end(text, start, end, kind)


def _loose_end(text: Text, start: int, end: int, kind: LooseEndKind) -> LooseEnd:
    return LooseEnd(evidence=text.evidence(start, end, f"loose-{kind}", 1.0), kind=kind)


def _covered(length: int, records: Sequence[Record]) -> bytearray:
    """For each character of the article, whether a record stands on it."""
    covered = bytearray(length)
    for record in records:
        spans = [record.evidence.span]
        if isinstance(record, Statement | Commitment):
            spans.append(Span(record.content_start, record.content_end))
        for start, end in spans:
            covered[start:end] = b"\1" * (end - start)
    return covered


def _cue_verbs(text: Text) -> Iterator[int]:
    speech = text.lexicon.pack.cues.speech
    return (i for i, lemma in enumerate(text.lemmas) if lemma in speech and text.tags[i] in FINITE)
