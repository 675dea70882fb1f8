"""Organisations by their own names: as spaCy tags them, by acronym, and every later use of a name or its short form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.found import Found
from kg.extract.phrases import Phrases
from kg.extract.text import Text

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

LONGEST_NAME = 10
LONGEST_CLOSE = 4
SHORTEST_SHORT = 4
SURE = 0.7
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]*[A-Z]\.?|[A-Z]{2,}s?")
_MODEL = re.compile(r"[A-Z]{0,3}\d[\w-]*")
_SERIES = re.compile(r"\d{3,}s?")


def organisations(text: Text, mentions: Mentions) -> Iterator[Found]:
    """spaCy's organisations that nothing else has claimed and that are written out; "Acme" is its Acme Corp."""
    named = [found for found in _organisations(text, mentions) if found.form == "name"]
    full = _by_core(text, named)
    yield from (replace(found, name=full.get(found.name, found.name)) for found in named)


def initials(text: Text, mentions: Mentions) -> Iterator[Found]:
    """spaCy's organisations in capitals that stand for no name of the article."""
    yield from (found for found in _organisations(text, mentions) if found.form == "acronym")


def _organisations(text: Text, mentions: Mentions) -> Iterator[Found]:
    for start, last, label in mentions.labels.named:
        if label != "ORG" or last - start > LONGEST_NAME:
            continue
        bracket = next((i for i in range(start, last) if text.words[i] == "("), None)
        end = closed(text, start, last) if bracket is None else bracket
        if any(no(text, start, end) for no in (_is_portfolio, _is_product, _is_suffix, _is_event)):
            continue
        if any(word[0].isupper() for word in text.words[start:end]):
            name = text.clean(start, end)
            yield Found(
                start=start, end=end, form="acronym" if name.isupper() else "name", kind="institution", name=name,
                subtype=_closing(text, end - 1) or "institution", polity=_polity(text, start, end),
                rule="ner-organisation", confidence=SURE,
            )  # fmt: skip


def closed(text: Text, start: int, end: int) -> int:
    """Where the name ends with the words that close it: "Acme | Corp", "European Defence | and Space Company"."""
    last = end
    for i in range(end, min(end + LONGEST_CLOSE, len(text.words))):
        if text.sentence_of[i] != text.sentence_of[start] or text.tokens[i].ent_iob_ == "B":
            break
        if text.words[i][0].isupper() and _closing(text, i) is not None:
            last = i + 1
        elif not (text.words[i] in ("and", "&") if i == end else text.words[i][0].isupper()):
            break
    return last


def _closing(text: Text, i: int) -> str | None:
    """What a name denotes that this word closes."""
    return text.lexicon.pack.institutions.names.get(text.words[i].rstrip("."))


def _polity(text: Text, start: int, end: int) -> str | None:
    """The one polity that the name holds: "Air China", "Bank of Ghana"."""
    codes = {code for word in text.words[start:end] if (code := text.lexicon.polity_words.get(word))}
    return codes.pop() if len(codes) == 1 and end - start > 1 else None


def _is_portfolio(text: Text, start: int, end: int) -> bool:
    """ "Trade" of "Trade Representative" is part of a title, whatever spaCy takes it for."""
    titled = end < len(text.words) and text.lower[end] in text.lexicon.pack.people.heads
    of = start > 1 and text.lower[start - 1] == "of" and text.lower[start - 2] in text.lexicon.pack.people.heads
    return (titled or of) and all(word in text.lexicon.portfolio_words for word in text.lower[start:end])


def _is_suffix(text: Text, start: int, end: int) -> bool:
    """ "LLC" without the company's name."""
    return end - start == 1 and _closing(text, start) == "company"


def _is_event(text: Text, start: int, end: int) -> bool:
    """ "Uruguay Round": talks, whatever they are named for."""
    return text.lower[end - 1] in text.lexicon.meeting_nouns


def _is_product(text: Text, start: int, end: int) -> bool:
    """ "Trent 900": a name that ends with the number of a series, or is followed by one."""
    return (end - start > 1 and _SERIES.fullmatch(text.words[end - 1]) is not None) or is_model(text, end)


def is_model(text: Text, end: int) -> bool:
    """ "Airbus A380", "Boeing 737s": the maker's name belongs to the product's."""
    if end >= len(text.words) or text.sentence_of[end] != text.sentence_of[end - 1]:
        return False
    joined = text.deps[end - 1] in ("compound", "nmod", "amod") and text.heads[end - 1] >= end
    return (joined or text.heads[end] == end - 1) and _MODEL.fullmatch(text.words[end]) is not None


def _by_core(text: Text, named: list[Found]) -> Mapping[str, str]:
    """A name without its closing words -> the full one, where there is just one: "Acme" -> "Acme Holding Corp"."""
    full: dict[str, set[str]] = {}
    for found in named:
        end = found.end
        while end - 1 > found.start and _closing(text, end - 1) is not None:
            end -= 1
        if end < found.end:
            full.setdefault(text.clean(found.start, end), set()).add(found.name)
    return {core: names.pop() for core, names in full.items() if len(names) == 1}


def acronyms(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "the International Wheat Council (IWC)": the letters stand for the name, there and later."""
    longs: dict[str, Found] = {}
    for found in [f for f in mentions.found if f.kind == "institution"]:
        end = found.end
        if text.words[end : end + 1] == ["("] and text.words[end + 2 : end + 3] == [")"]:
            letters = text.words[end + 1]
            if _ACRONYM.fullmatch(letters):
                longs.setdefault(letters, found)
    for i, word in enumerate(text.words):
        if (long := longs.get(word)) is not None and not is_model(text, i + 1):
            yield Found(
                start=i, end=i + 1, form="acronym", kind="institution", name=long.name, polity=long.polity,
                subtype=long.subtype, rule="acronym", confidence=0.9,
            )  # fmt: skip


def expansions(text: Text) -> dict[str, str]:
    """Letters in brackets -> the words before that they abbreviate: "Central Arbitration Panel (CAP)"."""
    found: dict[str, str] = {}
    for i in range(1, len(text.words) - 2):
        letters = text.words[i + 1]
        if text.words[i] != "(" or text.words[i + 2] != ")" or not _ACRONYM.fullmatch(letters):
            continue
        initials, start = "", i
        while start > 0 and len(initials) < len(letters) and text.sentence_of[start - 1] == text.sentence_of[i]:
            start -= 1
            initials = (text.words[start][0] if text.words[start][0].isupper() else "") + initials
        if initials == letters:
            found.setdefault(letters, text.clean(start, i))
    return found


def later(text: Text, mentions: Mentions) -> Iterator[Found]:
    """Later uses of the article's organisations that spaCy has missed, in full or by the first word of the name."""
    names: Phrases[Found] = Phrases()
    known: set[str] = set()
    for found in [f for f in mentions.found if f.rule == "ner-organisation" and f.form == "name"]:
        words = text.words[found.start : found.end]
        for form in [words, words[:1]] if len(words) > 1 and _may_stand_for(text, words[0]) else [words]:
            if " ".join(form) not in known and _is_distinct(text, form):
                known.add(" ".join(form))
                names.add(form, found if form == words else replace(found, name=form[0], polity=None))
    for start, end, found in names.matches(text.words):
        if _stands_alone(text, start, end) and not is_model(text, end):
            yield replace(found, start=start, end=end, rule="organisation-roster", confidence=0.65)


def _may_stand_for(text: Text, word: str) -> bool:
    """True for a first word that is the name proper: no nation, rank or common word such as "National"."""
    lower = word.lower()
    people, grammar = text.lexicon.pack.people, text.lexicon.pack.institutions
    return (
        len(word) >= SHORTEST_SHORT
        and word not in text.lexicon.polity_words
        and not {lower, lower.rstrip("s")} & (people.modifiers | people.heads | people.groups | grammar.heads.keys())
        and lower not in text.lexicon.portfolio_words
        and word not in grammar.names
    )


def _is_distinct(text: Text, words: list[str]) -> bool:
    """No word that the article also uses in small letters."""
    return len(words) > 1 or words[0].lower() not in text.words


def _stands_alone(text: Text, start: int, end: int) -> bool:
    """True for a proper noun with no other capitalised word beside it."""
    first, last = text.sentences[text.sentence_of[start]]
    beside = [j for j in (start - 1, end) if first <= j < last]
    alone = not any(text.words[j][0].isupper() and text.words[j].isalpha() and text.pos[j] == "PROPN" for j in beside)
    return text.pos[start] == "PROPN" and (alone or end - start > 1)
