"""Time expressions -> intervals, as exact as the text: own grammar, anchored on the day of the report or not at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.calendar import MONTHS
from kg.extract.datelines import sent_on
from kg.extract.fiscal import RULE, of_polity
from kg.extract.spans import NUMBERED, SPAN_WORDS, SPANS
from kg.extract.tense import direction
from kg.extract.text import Text
from kg.extract.times import TIME_WORDS, TIMES, Rule
from kg.model import TimeExpression

_MAY = re.compile(
    r"(?:^|\W)(?:in|last|next|this|since|by|until|early|late|mid|before|after|for|from|of|through)\s+$", re.IGNORECASE
)

NAMED = TIME_WORDS | SPAN_WORDS


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression by token, and what it means."""

    start: int
    end: int
    record: TimeExpression


def is_moment(dated: Dated) -> bool:
    """False for a mere duration, or without an anchor."""
    when = dated.record.when
    return when is not None and not when.edtf.startswith("P")


def dates_between(dates: Sequence[Dated], start: int, end: int) -> Sequence[Dated]:
    """Those of an article's dates in order that begin in these tokens."""
    first = bisect_left(dates, start, key=lambda dated: dated.start)
    return dates[first : bisect_left(dates, end, lo=first, key=lambda dated: dated.start)]


def find_dates(text: Text) -> list[Dated]:
    """The time expressions of the article in order, no word in two of them."""
    clean, anchor = text.reading.text, sent_on(text.article.text, text.article.published)
    taken = bytearray(len(clean) + 1)
    found: list[Dated] = []
    for rule, match in _matches(text):
        if any(taken[match.start() : match.end()]) or not _denotes_time(text, rule.name, match):
            continue
        span = text.doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or text.sentence_of[span.start] != text.sentence_of[span.end - 1]:
            continue
        since = _told_before(text, found, span.start) if rule.name == "later" else anchor
        when = rule.read(match, since, direction(text, span.start, span.end))
        when = of_polity(text, span.start, when) if rule.name == RULE and when is not None else when
        if when is None and rule.name in ("within", "later"):
            continue
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        evidence = text.evidence(span.start, span.end, f"date-{rule.name}", 0.9 if when else 0.5)
        found.append(Dated(span.start, span.end, TimeExpression(evidence=evidence, when=when)))
    return sorted(found, key=lambda dated: dated.start)


def _told_before(text: Text, found: list[Dated], start: int) -> date | None:
    """The day of which the words before tell, in the same sentence or the one before: ", and six days later"."""
    near = [d for d in found if d.start < start and text.sentence_of[start] - text.sentence_of[d.start] <= 1]
    when = max(near, key=lambda d: d.start).record.when if near else None
    return when.earliest if when is not None and when.earliest == when.latest else None


def _matches(text: Text) -> Iterator[tuple[Rule, re.Match[str]]]:
    """What the grammar finds, rule by rule, in the sentences that have a number or a word of time."""
    clean = text.reading.text
    timed, long = [], []
    for sentence, (start, end) in zip(text.reading.sentences, text.sentences, strict=False):
        words = text.lower[start:end]
        place = sentence.start, sentence.end, clean[sentence.start : sentence.end].casefold()
        if not SPAN_WORDS.isdisjoint(words):
            long.append(place)
        if "CD" in text.tags[start:end] or not NAMED.isdisjoint(words):
            timed.append(place)
    for rules, places in ((SPANS, long), (NUMBERED, timed), (TIMES, timed)):
        for rule in rules:
            for first, last, folded in places:
                if any(sign in folded for sign in rule.signs):
                    yield from ((rule, match) for match in rule.pattern.finditer(clean, first, last))


def _denotes_time(text: Text, rule: str, match: re.Match[str]) -> bool:
    """ "May" and "March" are verbs too, and "second quarter" may be a game's."""
    clean = text.reading.text
    if rule == "months":
        return match["first"][0].isupper() and match["last"][0].isupper()
    if rule == "month" and not match["year"] and not match["third"] and not match["relative"]:
        word = match["month"]
        if not word[0].isupper() or (
            word.capitalize() == "May" and not _MAY.search(clean[max(0, match.start() - 12) : match.start()])
        ):
            return False
    if rule == "month" and not match["year"] and match["month"].lower() not in MONTHS:
        return False
    if rule == "duration" and match["n"].lower() in ("several", "few"):
        return False
    if rule == "season" and not match["relative"] and not match["year"]:
        return False
    if rule == "season" and match["season"].lower() in ("fall", "spring") and not match["year"]:
        return match["relative"].lower() != "the" or clean[max(0, match.start() - 3) : match.start()].lower() == "in "
    if rule == "year":
        return (
            not _is_numbered(text, match.start())
            and bool(re.search(r"[A-Za-z(]\W*$", clean[max(0, match.start() - 3) : match.start()]))
        ) or match.start() == 0
    return True


def _is_numbered(text: Text, start: int) -> bool:
    """ "Room 1998", "Made in China 2025", "hand back 2000": a name's number, or how many."""
    i = bisect_right(text.starts, start) - 1
    if i < 1 or text.sentences[text.sentence_of[i]][0] == i:
        return False
    titled = text.words[i - 1].istitle() and text.pos[i - 1] in ("PROPN", "NOUN")
    return titled or text.deps[i - 1] == "prt"
