"""What follows a title: "of Trade", "at the Chinese commerce ministry", "of Japan", "for Jan Peeters", "to Norway"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.extract.titles import Title, is_title_head

TAILS = frozenset({"of", "at", "for", "in", "with", "from", "to", "on"})
CLOSES = frozenset({",", ".", ";", ")", ":", "–", "--", "—", "-"})
FARTHEST = 7
# Those who are sent to a country, or charged with it as a topic, are not its own.
SENT = ("envoy", "representative", "ambassador", "adviser", "advisor", "coordinator", "co-ordinator", "commissioner",
        "rapporteur", "consul", "mediator", "negotiator", "minister")  # fmt: skip
POSTED = ("ambassador", "consul", "attaché", "correspondent")


def with_tail(text: Text, mentions: Mentions, title: Title, i: int, end: int) -> Title:
    """The title with the portfolio, institution, polity or principal that begins at token `i`."""
    title, i = _with_portfolio(text, mentions, title, i, end)
    if i >= end or text.lower[i] not in TAILS:
        return title
    for j in range(i + 1, min(end, i + FARTHEST)):
        found = mentions.at(j)
        if found is not None and found.start == j and found.form == "name":
            return _with_found(title, text.lower[i], found)
        if found is not None and found.kind in ("institution", "polity"):
            return _with_found(title, text.lower[i], found)
        if text.pos[j] in ("VERB", "AUX") or text.words[j] in CLOSES:
            break
    return title


def _with_found(title: Title, preposition: str, found: Found) -> Title:
    end = max(title.end, found.end)
    if found.kind == "person":
        return replace(title, end=end, principal=found) if preposition in ("for", "of", "to") else title
    if found.kind == "institution":
        return replace(title, end=end, institution=found, polity=title.polity or found.polity)
    if found.kind != "polity" or _is_sent(title, preposition) or (preposition == "in" and found.reference == "metonym"):
        return title
    return replace(title, end=end, polity=title.polity or found.polity)


def _is_sent(title: Title, preposition: str) -> bool:
    words = title.words.lower()
    return preposition in ("to", "on") or (
        words.endswith(POSTED) if preposition == "in" else preposition == "for" and words.endswith(SENT)
    )


def _with_portfolio(text: Text, mentions: Mentions, title: Title, i: int, end: int) -> tuple[Title, int]:
    """The title with "of Trade and Industry", and where it ends."""
    people = text.lexicon.pack.people
    if i + 1 >= end or text.lower[i] not in ("of", "for") or text.lower[title.end - 1] not in people.public:
        return title, i
    j = i + 1
    while (
        j < end
        and (text.lower[j] in text.lexicon.portfolio_words or (text.lower[j] == "and" and j > i + 1))
        and mentions.at(j) is None
    ):
        j += 1
    if j == i + 1:
        return title, i
    words = text.clean(title.end - len(title.words.replace("-", " - ").split()), j)
    return replace(title, end=j, words=words), j


def title_with_tail_before(text: Text, comma: int, stop: int) -> tuple[int, int] | None:
    """Where the title's noun stands, and its tail begins, in "the special envoy for Cuba" that ends at the comma."""
    for i in range(comma - 2, max(stop, comma - FARTHEST - 2) - 1, -1):
        if is_title_head(text, i) and text.tags[i] not in ("NNS", "NNPS") and text.lower[i + 1] in TAILS:
            return i, i + 1
        if text.pos[i] not in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "CCONJ", "PART", "PUNCT") or text.words[i] == ",":
            return None
    return None
