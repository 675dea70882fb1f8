"""Noun phrases that statements and moves turn on and that no issue knows: what new issues may be made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.extract.topics import issues_of
from kg.model import Commitment, Statement, TopicPhrase

LONGEST = 4
# Adjectives that say which or how many, and nouns that say nothing of what is meant.
IDLE = frozenset(
    """such other same own last next first second third new old many few several more most former present recent
    early late good bad great big large small high low able long short certain various different further full
    main major clear whole key real strong serious important possible necessary only very total current latest
    least less entire""".split()
)
BLANK = frozenset(
    """way thing time day week month year moment end part number lot side point case fact hand place people man
    woman one anything something nothing everything step word term line level kind sort set rest half percent
    pct cent dlrs mln bln tonne ton barrel dollar statement interview conference question answer report
    newspaper reporter today tomorrow yesterday morning afternoon evening night decade century half-hour hour
    minute period""".split()
)
NOTHING = IDLE | BLANK


def topic_phrases(text: Text, mentions: Mentions, records: Iterable[Statement | Commitment]) -> Iterator[TopicPhrase]:
    """Two to four adjectives and nouns in what is said or promised, once each, in the order of the text."""
    covered = bytearray(len(text.article.text))
    for record in records:
        covered[record.content_start : record.content_end] = b"\1" * (record.content_end - record.content_start)
    for start, end in _noun_runs(text, mentions):
        where = text.span(start, end)
        if all(covered[where.start : where.end]) and not issues_of(text, start, end):
            lemmas = " ".join(lemma for lemma in text.parts[start:end] if lemma != "-")
            yield TopicPhrase(evidence=text.evidence(start, end, "noun-phrase", 1.0), lemmas=lemmas)


def _noun_runs(text: Text, mentions: Mentions) -> Iterator[tuple[int, int]]:
    """The rows of common adjectives and nouns that end in a noun of some meaning."""
    start = 0
    for i in range(len(text.words) + 1):
        if i < len(text.words) and _is_common(text, mentions, i):
            continue
        end = i
        while start < end and text.lemmas[start] in NOTHING:
            start += 1
        words = sum(word != "-" for word in text.words[start:end])
        if 2 <= words <= LONGEST and text.pos[end - 1] == "NOUN" and not _is_blank(text, end - 1):
            yield start, end
        start = i + 1


def _is_common(text: Text, mentions: Mentions, i: int) -> bool:
    """True for a common noun or adjective that names nobody, and a hyphen between two."""
    word = text.words[i]
    inside = 0 < i < len(text.words) - 1 and word == "-"
    plain = text.pos[i] in ("NOUN", "ADJ") and text.lower[i].isalpha() and len(word) > 2
    return (inside or plain) and word not in text.lexicon.polity_words and mentions.at(i) is None


def _is_blank(text: Text, i: int) -> bool:
    people = text.lexicon.pack.people
    lemma = text.lemmas[i]
    return lemma in BLANK or lemma in people.heads or lemma in people.groups or lemma in people.public
