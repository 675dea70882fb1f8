"""Time expressions -> intervals, as exact as the text: own grammar, anchored on the publication date or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.text import Text
from kg.extract.times import Direction, Reader
from kg.model import TimeExpression

_MAY = re.compile(
    r"(?:^|\W)(?:in|last|next|this|since|by|until|early|late|mid|before|after|for|from|of|through)\s+$", re.IGNORECASE
)


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


def find_dates(text: Text) -> list[Dated]:
    """The time expressions of the article in order, no word in two of them."""
    clean, anchor = text.reading.text, text.article.published
    taken = bytearray(len(clean) + 1)
    found: list[Dated] = []
    for rule, match, reader in _matches(text):
        if any(taken[match.start() : match.end()]) or not _denotes_time(text, rule, match):
            continue
        span = text.doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or text.sentence_of[span.start] != text.sentence_of[span.end - 1]:
            continue
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        when = reader(match, anchor, direction(text, span.start, span.end))
        evidence = text.evidence(span.start, span.end, f"date-{rule}", 0.9 if when else 0.5)
        found.append(Dated(span.start, span.end, TimeExpression(evidence=evidence, when=when)))
    return sorted(found, key=lambda dated: dated.start)


def _matches(text: Text) -> Iterator[tuple[str, re.Match[str], Reader]]:
    """What the grammar finds, rule by rule, in the sentences that have a number or a word of time."""
    times = text.lexicon.times
    spans = [
        (sentence.start, sentence.end)
        for sentence, (start, end) in zip(text.reading.sentences, text.sentences, strict=False)
        if "CD" in text.tags[start:end] or not times.time_words.isdisjoint(text.lower[start:end])
    ]
    for rule, pattern, reader in times.grammar:
        for start, end in spans:
            for match in pattern.finditer(text.reading.text, start, end):
                yield rule, match, reader


def _denotes_time(text: Text, rule: str, match: re.Match[str]) -> bool:
    """ "May" and "March" are verbs too, and "second quarter" may be a game's."""
    words, clean = text.lexicon.pack.dates, text.reading.text
    if rule == "month" and not match["year"] and not match["third"] and not match["relative"]:
        word = match["month"]
        if not word[0].isupper() or (
            word == "May" and not _MAY.search(clean[max(0, match.start() - 12) : match.start()])
        ):
            return False
    if rule == "month" and not match["year"] and match["month"].lower() not in words.months:
        return False
    if rule == "duration" and match["n"].lower() in words.vague:
        return False
    if rule == "year":
        return bool(re.search(r"[A-Za-z(]\W*$", clean[max(0, match.start() - 3) : match.start()])) or match.start() == 0
    return True


def direction(text: Text, start: int, end: int) -> Direction:
    """Where a bare weekday or month lies: by the verb that governs it, else by the words before it."""
    sentence = text.sentences[text.sentence_of[start]]
    before = text.reading.text[text.starts[max(sentence[0], start - 4)] : text.starts[start]]
    for towards, pattern in text.lexicon.times.before:
        if pattern.search(before):
            return towards
    if text.lower[end : end + 1] == ["deadline"]:
        return "future"
    return _by_verb(text, start)


def _by_verb(text: Text, start: int) -> Direction:
    """The tense of the nearest verb above the expression, auxiliaries included."""
    words, i = text.lexicon.pack.dates, start
    for _ in range(12):
        if text.pos[i] in ("VERB", "AUX") and text.deps[i] not in ("aux", "auxpass"):
            break
        if text.heads[i] == i:
            break
        i = text.heads[i]
    auxiliaries = {text.lower[j] for j in text.children[i] if text.deps[j] in ("aux", "auxpass")}
    planned = "to" in auxiliaries and text.lemmas[text.heads[i]] in words.planned
    if planned or auxiliaries & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if text.lemmas[i] in words.scheduled and text.tags[i] in ("VBN", "JJ"):
        return "future"
    if text.tags[i] in ("VBD", "VBN"):
        return "past"
    if text.tags[i] == "VB" and auxiliaries & {"to"}:
        return "future"
    return "open"
