"""Titles in apposition: "Peru's envoy for fish, Rosa Quispe," and "Rosa Quispe, (who is) Peru's envoy (for fish)"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.tails import CLOSES, title_with_tail_before, with_tail
from kg.extract.text import Text
from kg.extract.titles import Title, is_title_head, title_before

LONGEST_APPOSITION = 12
DETERMINERS = frozenset({"the", "its", "their", "a", "an", "one", "whose", "another"})
NAMED = frozenset({"named", "appointed", "elected"})
RELATIVES = (["who", "is"], ["who", "was"], ["who", "has"])


def apposed_before(text: Text, mentions: Mentions, person: Found) -> Title | None:
    """The title that a comma parts from the name behind it."""
    start, end = text.sentences[text.sentence_of[person.start]]
    comma = person.start - 1
    if comma <= start or text.words[comma] != "," or not _is_closed(text, person, end):
        return None
    title = title_before(text, mentions, comma, start)
    if title is None and (place := title_with_tail_before(text, comma, start)) is not None:
        noun, tail = place
        title = title_before(text, mentions, noun + 1, start)
        title = title and with_tail(text, mentions, title, tail, comma)
    if title is None or not _is_definite(text, title) or _is_behind_name(text, mentions, title, start):
        return None
    return title


def _is_behind_name(text: Text, mentions: Mentions, title: Title, start: int) -> bool:
    """True in "X, the co-ordinator, Y": the title is X's."""
    i = title.start - 1
    if i > start and text.lower[i] in DETERMINERS:
        i -= 1
    found = mentions.at(i - 1) if i > start and text.words[i] == "," else None
    return found is not None and found.kind == "person" and found.form == "name" and found.end == i


def _is_definite(text: Text, title: Title) -> bool:
    """ "The minister, X," and "his counterpart, X": an apposition's title has a determiner or possessor."""
    return (
        title.owner is not None
        or title.polity is not None
        or title.institution is not None
        or title.principal is not None
        or (
            title.start > 0
            and (text.lower[title.start - 1] in DETERMINERS or text.words[title.start - 1] in ("'s", "’s"))
        )
    )


def _is_closed(text: Text, person: Found, end: int) -> bool:
    """False in "meeting with his counterpart, Lund assured": there the name opens a clause."""
    return (
        person.end >= end
        or text.words[person.end] in CLOSES
        or text.lower[person.end] in ("and", "to", "in", "on", "at", "of", "from")
    )


def apposed_after(text: Text, mentions: Mentions, person: Found) -> Title | None:
    """ "X, (who is) China's chief negotiator (at the ministry)": the title in the apposition that follows the name."""
    end = text.sentences[text.sentence_of[person.start]][1]
    i = person.end
    if i >= end or text.words[i] not in (",", "(", "–", "-", "—"):
        return None
    i += 1
    if text.lower[i : i + 2] in RELATIVES:
        i += 2 + (text.lower[i + 2 : i + 3] in (["also"], ["now"]))
    i += text.lower[i : i + 1] != [] and text.lower[i] in NAMED
    return title_of_phrase(text, mentions, i, end)


def coordinate(text: Text, mentions: Mentions, title: Title, end: int) -> Title | None:
    """The second title of "deputy prime minister and trade minister", with what the first says of country and body."""
    if text.lower[title.end : title.end + 1] != ["and"] or title.end + 1 >= end:
        return None
    second = title_of_phrase(text, mentions, title.end + 1, end)
    if second is None or second.start > title.end + 2:
        return None
    if second.polity or second.institution:
        return second
    return replace(second, polity=title.polity, institution=title.institution, standing=title.standing)


def title_of_phrase(text: Text, mentions: Mentions, first: int, end: int) -> Title | None:
    """The title with its tail that the noun phrase at `first` is; None where it is none."""
    head = _title_head(text, mentions, first, min(end, first + LONGEST_APPOSITION))
    if head is None:
        return None
    title = title_before(text, mentions, head + 1, first)
    if title is None or title.start > first + 4:
        return None
    if any(text.pos[j] in ("VERB", "AUX") and text.deps[j] != "amod" for j in range(first, title.start)):
        return None
    return with_tail(text, mentions, title, head + 1, end)


def _title_head(text: Text, mentions: Mentions, start: int, end: int) -> int | None:
    """The first noun of the phrase that closes a title: not the chief of "chief negotiator"."""
    for i in range(start, end):
        found = mentions.at(i)
        if found is not None and found.kind == "person" and found.form == "name" and not _owns(text, found):
            return None
        if is_title_head(text, i) and text.tags[i] not in ("NNS", "NNPS") and not _goes_on(text, i, end):
            return i
        inside = (
            found is not None
            or text.pos[i] in ("DET", "ADJ", "NOUN", "PROPN", "PART", "ADV", "PRON")
            or text.words[i] in ("-", "’s", "'s")
            or text.lower[i] in text.lexicon.pack.people.modifiers | text.lexicon.pack.people.former
            or text.deps[i] == "amod"
        )
        if not inside:
            return None
    return None


def _owns(text: Text, found: Found) -> bool:
    return text.words[found.end : found.end + 1] in (["'s"], ["’s"])


def _goes_on(text: Text, i: int, end: int) -> bool:
    """True where the noun is but the beginning of a longer title."""
    after = i + 1
    if after >= end:
        return False
    if is_title_head(text, after) or (text.deps[i] == "compound" and text.heads[i] == after):
        return True
    if text.words[after] in ("-", "–", "'s", "’s"):
        return text.words[after] in ("'s", "’s") or (after + 1 < end and is_title_head(text, after + 1))
    ranked = text.lower[i] in text.lexicon.pack.people.modifiers
    return ranked and any(is_title_head(text, j) for j in range(after, min(end, after + 4)) if _runs(text, after, j))


def _runs(text: Text, start: int, end: int) -> bool:
    """True where nothing but words of a title stands there."""
    return all(
        text.pos[j] in ("NOUN", "PROPN", "ADJ") and text.tags[j] not in ("NNS", "NNPS") for j in range(start, end + 1)
    )
