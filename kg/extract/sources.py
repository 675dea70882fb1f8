"""Sources that no verb names: "according to X", "X, per Y", and "X - MINISTER" in headlines."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.bounds import JOINING
from kg.extract.contents import Contents
from kg.extract.cues import SPEAKING, Cue
from kg.extract.drafts import Draft
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.text import Text

FARTHEST_SOURCE = 9
DASHES = frozenset({"-", "--", "–", "—"})
# What a source may have published: "according to figures from the ministry".
PUBLISHED = frozenset("figure figures datum data statistic estimate calculation number poll forecast count".split())
LINKS = frozenset("of from by released published issued obtained seen compiled the a an new official latest".split())


def sources(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """ "X, according to Y": only people, institutions and polities are sources, never plans."""
    for i in range(len(text.words) - 2):
        start = _source_start(text, i)
        source = _source(text, mentions, start) if start is not None else None
        if start is None or source is None:
            continue
        shown = " ".join(text.lower[i:start])
        cue = Cue(token=i, frame="noun", shown=shown, lemma=shown, subject=None)
        span = _told(text, i, source)
        trimmed = Contents(text, {}).trim(*span) if span is not None else None
        if trimmed is not None:
            yield Draft(
                cue=cue, start=trimmed[0], end=trimmed[1], speakers=(source,), rule="according-to", confidence=0.85
            )


def _source_start(text: Text, i: int) -> int | None:
    if text.lower[i] == "according" and text.lower[i + 1] == "to":
        return i + 2
    return i + 1 if text.lower[i] == "per" and text.words[i - 1 : i] == [","] else None


def _source(text: Text, mentions: Mentions, start: int) -> Found | None:
    """The first actor behind the words, with nothing before it but what it published."""
    documents = text.lexicon.pack.cues.documents
    for j in range(start, min(start + FARTHEST_SOURCE, len(text.words))):
        found = mentions.at(j)
        if found is not None and found.kind in SPEAKING:
            return found
        if text.pos[j] == "NOUN" and text.lemmas[j] not in documents | PUBLISHED:
            return None
        if text.pos[j] == "VERB" and text.lower[j] not in LINKS:
            return None
    return None


def _told(text: Text, i: int, source: Found) -> tuple[int, int] | None:
    """The clause before the source, the one behind it, or both where it parts them."""
    first, last = text.sentences[text.sentence_of[i]]
    before = i - (i > first and text.words[i - 1] == ",")
    comma = next((j for j in range(source.end, min(source.end + 8, last)) if text.words[j] == ","), None)
    if before - first <= 1:
        return (comma + 1, last) if comma is not None else None
    finite = any(text.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(first, before))
    if comma is not None and not finite:
        return first + (text.lower[first] in JOINING), last
    return (first, before) if before - first > 3 else None


def headline_sources(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """ "TOKYO OFFERS TO END QUOTAS - PAPER": behind the last dash of a headline stands who says so."""
    people, cues = text.lexicon.pack.people, text.lexicon.pack.cues
    for number, (first, last) in enumerate(text.sentences):
        if not text.is_headline(number):
            break  # headlines come first
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
            cue = Cue(token=last - 1, frame="noun", shown=text.words[last - 1], lemma=word, subject=None)
            yield Draft(cue=cue, start=first, end=dash, speakers=(speaker,), rule="headline-source", confidence=0.7)
