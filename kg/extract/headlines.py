"""Who speaks in a headline: behind a dash or comma, before a colon, in the midst of capitals."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.cues import Cue
from kg.extract.drafts import Draft
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.speakers import SPEAKING, someone
from kg.extract.text import Text

FARTHEST_NAME = 9
SAYING = frozenset({"SAYS", "SAY", "SAID"})
# What goes on besides, in a headline.
MEANWHILE = frozenset({"AS", "AFTER", "BEFORE", "WHILE", "AMID", "IN", "ON", "AT"})
DASHES = frozenset({"-", "--", "–", "—"})


def _said_last(text: Text, mentions: Mentions, first: int, last: int) -> Draft | None:
    """ "OPEC MAY LOWER OUTPUT, MINISTER SAYS": in capitals the parser knows neither speaker nor verb."""
    verb = last - 1
    comma = next((j for j in range(verb - 1, max(first + 2, verb - 6), -1) if text.words[j] == ","), None)
    if (told := _said_amid(text, mentions, first, last)) is not None:
        return told
    if text.lower[verb] not in ("says", "said", "say") or comma is None or not text.words[verb].isupper():
        return None
    own = next((f for j in range(comma + 1, verb) if (f := mentions.at(j)) is not None and f.kind in SPEAKING), None)
    if own is None or own.end > verb:
        own = Found(
            start=comma + 1, end=verb, form="name" if own else "group", kind="person" if own else "group",
            name=text.clean(comma + 1, verb).title(), rule="headline-source", confidence=0.6, head=verb - 1,
        )  # fmt: skip
    cue = Cue(token=verb, frame="clause", shown=text.words[verb], lemma="say")
    return Draft(cue=cue, start=first, end=comma, speakers=(own,), rule="headline-source", confidence=0.92)


def _said_amid(text: Text, mentions: Mentions, first: int, last: int) -> Draft | None:
    """ "NO NUMBERS, SAYS HASHIMOTO AS TALKS RESUME", "POLES ASK FOR TIME, SAY INTEREST WILL BE PAID"."""
    verb = next((j for j in range(first + 2, last - 1) if text.words[j] in SAYING and text.words[j - 1] == ","), None)
    if verb is None:
        return None
    end = next((j for j in range(verb + 2, min(verb + FARTHEST_NAME, last)) if text.words[j] in MEANWHILE), last)
    after = mentions.at(verb + 1)
    if after is not None and after.kind in SPEAKING and after.end == end:
        own, told = after, (first, verb - 1)
    elif any(f.name.split()[-1].upper() == text.words[end - 1] for f in mentions.found if f.kind == "person"):
        own, told = _capital_name(text, verb + 1, end), (first, verb - 1)
    else:
        leading = (f for j in range(first, verb) if (f := mentions.at(j)) is not None and f.kind in SPEAKING)
        told, opening = (verb + 1, last), next(leading, None)
        if opening is None or opening.start != first:
            return None
        own = opening
    cue = Cue(token=verb, frame="clause", shown=text.words[verb], lemma="say")
    return Draft(cue=cue, start=told[0], end=told[1], speakers=(own,), rule="headline-source", confidence=0.92)


def _capital_name(text: Text, start: int, end: int) -> Found:
    return Found(
        start=start, end=end, form="name", kind="person", name=text.clean(start, end).title(), rule="headline-source",
        confidence=0.6, head=end - 1,
    )  # fmt: skip


def _by_colon(text: Text, mentions: Mentions, first: int, last: int) -> Draft | None:
    """ "We will not be bullied": union boss hits back", "Holm: no deal before May", in a headline."""
    colon = next((j for j in range(first + 1, last - 2) if text.words[j] == ":" and not text.quoted[j]), None)
    if colon is None:
        return None
    quote = next((q for q in text.quotes if q == (first, colon)), None)
    start, end = (colon + 1, min(colon + 5, last)) if quote is not None else (first, colon)
    people, speaker = text.lexicon.pack.people, None
    for j in range(start, end):
        found = mentions.at(j)
        named = found is not None and (found.kind == "person" or (quote is None and _is_body(text, found, first)))
        if found is not None and named and (quote is not None or found.end == colon):
            speaker = found
        elif quote is None and j == first and colon == first + 1 and _is_office(text, j):
            speaker = someone(text, j)
        elif (
            quote is not None
            and text.deps[j] != "compound"
            and text.lemmas[j] in people.heads | people.groups | people.unnamed
        ):
            speaker = found or someone(text, j)
        if speaker is not None:
            told = quote or (colon + 1, last)
            cue = Cue(token=colon, frame="clause", shown=":")
            return Draft(
                cue=cue, start=told[0], end=told[1], speakers=(speaker,), rule="headline-colon", confidence=0.75
            )
    return None


def _is_office(text: Text, j: int) -> bool:
    """ "Minister: ", "Analysts: "."""
    people, word = text.lexicon.pack.people, text.lower[j]
    return bool({word, word.removesuffix("s")} & (people.heads | people.groups | people.unnamed))


def _is_body(text: Text, found: Found, first: int) -> bool:
    """ "UN: ", "Kremlin: ": a body, or a capital's seat, that alone stands before the colon."""
    seat = found.kind == "polity" and text.clean(found.start, found.end) in text.lexicon.seats
    return found.start == first and (found.kind == "institution" or seat)


def headline_sources(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """ "TOKYO OFFERS TO END QUOTAS - PAPER": behind the last dash of a headline stands who says so."""
    people, cues = text.lexicon.pack.people, text.lexicon.pack.cues
    for number, (first, last) in enumerate(text.sentences):
        if not text.is_headline(number):
            break  # headlines come first
        told = _said_last(text, mentions, first, last) or _by_colon(text, mentions, first, last)
        if told is not None:
            yield told
            continue
        nouns = people.groups | people.unnamed | people.heads | cues.bodies | {"source", "official", "report"}
        dash = next((j for j in range(max(first + 4, last - 5), last - 1) if text.words[j] in DASHES), None)
        if dash is None:
            continue
        found = mentions.at(last - 1)
        word = text.lower[last - 1]
        if found is not None and found.start <= dash:
            found = None
        if found is None and not {word, word.removesuffix("s")} & nouns:
            continue
        speaker = found or Found(
            start=dash + 1, end=last, form="group", kind="group", name=text.clean(dash + 1, last),
            rule="headline-source", confidence=0.6, plural=word.endswith("s"), head=last - 1,
        )  # fmt: skip
        if speaker.kind in SPEAKING:
            cue = Cue(token=last - 1, frame="noun", shown=text.words[last - 1], lemma=word)
            yield Draft(cue=cue, start=first, end=dash, speakers=(speaker,), rule="headline-source", confidence=0.7)
