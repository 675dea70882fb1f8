"""One title for two: "the foreign ministers of France and Germany, A and B", "A and B, the ministers of Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.role import Role
from kg.extract.text import Text
from kg.extract.titles import Title, inside_title

FARTHEST = 14
BETWEEN = frozenset({",", "and", "&", "of", "the", "Mr", "Messrs"})


def joint_titles(text: Text, mentions: Mentions) -> Iterator[Role]:
    """A role for each of the people beside a plural title, with a polity each where there are as many."""
    for i, tag in enumerate(text.tags):
        if tag in ("NNS", "NNPS") and text.lemmas[i] in text.lexicon.pack.people.heads:
            start, end = text.sentences[text.sentence_of[i]]
            polities, after = _run(mentions, text, i + 1, end, "polity")
            people, _ = _run(mentions, text, after, end, "person")
            if len(people) < 2:
                people = _before(mentions, text, i, start)
            title, codes = _title(text, i, start)
            codes = codes or [found.polity for found in polities if found.polity]
            if len(people) < 2 or len(codes) not in (0, 1, len(people)):
                continue
            for number, person in enumerate(people):
                of = codes[number if len(codes) > 1 else 0] if codes else None
                yield Role(person, replace(title, polity=of), "role-joint")


def _run(mentions: Mentions, text: Text, i: int, end: int, kind: str) -> tuple[list[Found], int]:
    """The mentions of a kind that are strung together from here, and where the string ends."""
    found: list[Found] = []
    first = i
    while i < min(end, first + FARTHEST):
        here = mentions.at(i)
        if here is not None and here.kind == kind and here.form in ("name", "acronym"):
            found.append(here)
            i = here.end
        elif here is not None or text.words[i] not in BETWEEN:
            break
        else:
            i += 1
    return (found, i) if found else ([], first)


def _before(mentions: Mentions, text: Text, i: int, start: int) -> list[Found]:
    """The people of "A and B, the economy ministers of": strung together up to the comma before the title."""
    comma = next((j for j in range(i - 1, max(start, i - 6), -1) if text.words[j] == ","), -1)
    if comma < 0 or any(text.pos[j] in ("VERB", "AUX", "ADP") for j in range(comma, i)):
        return []
    found: list[Found] = []
    j = comma - 1
    while j >= start:
        here = mentions.at(j)
        if here is not None and here.kind == "person" and here.form == "name":
            found.append(here)
            j = here.start - 1
        elif here is not None or text.words[j] not in BETWEEN:
            break
        else:
            j -= 1
    return found[::-1]


def _title(text: Text, i: int, start: int) -> tuple[Title, list[str]]:
    """The title in the singular, and the codes of the countries named before it: "the French and German ministers"."""
    first = i
    while (
        first > start
        and text.words[first - 1] not in text.lexicon.polity_words
        and inside_title(text, first - 1, start)
    ):
        first -= 1
    codes: list[str] = []
    j = first - 1
    while j >= start and (text.words[j] in text.lexicon.polity_words or text.words[j] in (",", "and")):
        code = text.lexicon.polity_words.get(text.words[j])
        codes += [code] if code else []
        j -= 1
    noun = text.words[i].removesuffix("s")
    words = f"{text.clean(first, i)} {noun}" if first < i else noun
    return Title(first, i + 1, words), codes[::-1]
