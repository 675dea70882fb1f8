"""Institutions by grammar: "Chinese commerce ministry", "the central bank", "the government"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.found import Found
from kg.extract.text import Text
from kg.extract.titles import POSSESSIVE

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

LONGEST_NAME = 10


def grammatical(text: Text, mentions: Mentions) -> Iterator[Found]:
    """Ministries, departments and agencies, central banks and parliaments, governments."""
    grammar = text.lexicon.pack.institutions
    for i, word in enumerate(text.lower):
        if word in grammar.heads:
            yield from _of_portfolio(text, i, grammar.heads[word])
            yield from _behind_portfolio(text, i, grammar.heads[word])
        elif word in grammar.alone:
            yield from _institution(text, i, i + 1, grammar.alone[word])
        elif (two := f"{text.lower[i - 1]} {word}") in grammar.alone and i:
            yield from _institution(text, i - 1, i + 1, grammar.alone[two])
        elif word in grammar.governments and text.tags[i].startswith("NN"):
            yield from _government(text, i)


def _of_portfolio(text: Text, i: int, subtype: str) -> Iterator[Found]:
    """ "Ministry of Commerce (and Industry)"."""
    if text.lower[i + 1 : i + 2] not in (["of"], ["for"]) or subtype == "legislature":
        return
    end = i + 2 + (text.lower[i + 2 : i + 3] == ["the"])
    last = end
    while end < min(len(text.words), i + LONGEST_NAME) and text.sentence_of[end] == text.sentence_of[i]:
        if text.words[end][0].isupper() or text.lower[end] in text.lexicon.portfolio_words:
            last = end + 1
        elif text.lower[end] not in ("and", ",", "&", "of", "the"):
            break
        end += 1
    if last > i + 2 and any(text.lower[j] in text.lexicon.portfolio_words for j in range(i + 2, last)):
        yield from _institution(text, i, last, subtype)


def _behind_portfolio(text: Text, i: int, subtype: str) -> Iterator[Found]:
    """ "commerce ministry", "Treasury Department", "Senate Finance Committee"."""
    start = i
    proper = text.words[i][0].isupper()
    while start > 0 and i - start < LONGEST_NAME and text.sentence_of[start - 1] == text.sentence_of[i]:
        word = text.words[start - 1]
        if word in text.lexicon.polity_words:
            break
        joined = word.lower() in ("and", "&") and start > 1 and text.lower[start - 2] in text.lexicon.portfolio_words
        if not (
            text.lower[start - 1] in text.lexicon.portfolio_words
            or joined
            or (proper and word[0].isupper() and word.isalpha() and text.pos[start - 1] == "PROPN")
        ):
            break
        start -= 1
    portfolio = any(text.lower[j] in text.lexicon.portfolio_words for j in range(start, i))
    if start < i and (portfolio or proper) and (subtype == "ministry" or proper):
        yield from _institution(text, start, i + 1, subtype)


def _institution(text: Text, start: int, end: int, subtype: str) -> Iterator[Found]:
    first, polity = _possessor(text, start)
    if polity is None and text.lower[end : end + 1] == ["of"]:
        after = end + 1 + (text.lower[end + 1 : end + 2] == ["the"])
        if after < len(text.words) and text.words[after] in text.lexicon.polity_words:
            polity, end = text.lexicon.polity_words[text.words[after]], after + 1
    apart = first < start and text.deps[start - 1] == "amod" and text.words[start - 1] not in text.lexicon.polity_words
    yield Found(
        start=first, end=end, form="name", kind="institution", name=text.clean(start if apart else first, end),
        polity=polity, subtype=subtype,
        rule="institution-grammar", reference="grammar", confidence=0.9 if polity else 0.8,
        head=_head(text, start, end),
    )  # fmt: skip


def _head(text: Text, start: int, end: int) -> int:
    grammar = text.lexicon.pack.institutions
    heads = [j for j in range(start, end) if text.lower[j] in grammar.heads or text.lower[j] in grammar.alone]
    return heads[0] if heads else end - 1


def _possessor(text: Text, start: int) -> tuple[int, str | None]:
    """Where the phrase begins with the polity before it, and that polity's code."""
    i = start - 1
    j = i
    while j > start - 5 and j >= 1 and (text.deps[j] == "amod" or text.words[j] == "-" or text.words[j + 1] == "-"):
        j -= 1
    if j >= 1 and text.words[j] in POSSESSIVE:
        i = j - 1
    for length in (3, 2, 1):
        first = i - length + 1
        if first >= 0 and text.sentence_of[first] == text.sentence_of[start]:
            code = text.lexicon.polity_names.get(" ".join(text.words[first : i + 1]))
            if code is not None:
                return first, code
    return start, None


def _government(text: Text, i: int) -> Iterator[Found]:
    """ "The US government" denotes the polity; "the Trump administration" is left for the context to say."""
    first, polity = _possessor(text, i)
    if polity is not None:
        yield Found(
            start=first, end=i + 1, form="title", kind="polity", name=text.clean(first, i + 1), polity=polity,
            rule="government-of", confidence=0.9, head=i,
        )  # fmt: skip
        return
    named = i > 0 and text.words[i - 1][0].isupper() and text.pos[i - 1] == "PROPN"
    start = i - 1 if named else i
    if start > 0 and text.lower[start - 1] == "the":
        start -= 1
    if start < i:
        name = text.clean(i - 1 if named else i, i + 1)
        yield Found(
            start=start, end=i + 1, form="title", kind="polity", name=name, rule="government", confidence=0.6, head=i
        )
