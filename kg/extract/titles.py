"""The grammar of titles: "China's top economic official", "Commerce Ministry spokesman", "former Trade Minister"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.extract.found import Found
from kg.extract.text import Text
from kg.model import Standing

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

LONGEST_TITLE = 10
# What a word of time makes of an office; acting and outgoing holders still hold theirs.
STANDINGS: Final[dict[str, Standing]] = {
    **dict.fromkeys(("former", "ex", "late", "one-time", "onetime", "retired"), "former"),
    **dict.fromkeys(("incoming", "designate", "elect"), "next"),
}
JOINS = frozenset({"-", "–", "&", "/"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
OWNERS = frozenset({"his", "her", "their", "its"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title's tokens [start, end), its printed words, and what the phrase says of country, institution and time.

    `owner` is the token of "his" before it, `principal` the person whose spokesman, deputy or envoy the holder is.
    """

    start: int
    end: int
    words: str
    polity: str | None = None
    institution: Found | None = None
    standing: Standing = "current"
    owner: int | None = None
    principal: Found | None = None


def is_title_head(text: Text, i: int) -> bool:
    """True for a noun that closes a title, "vice-president" in three tokens included."""
    people = text.lexicon.pack.people
    word = text.lower[i].rstrip("-")
    if word in ("elect", "designate"):
        return i > 1 and text.words[i - 1] in JOINS and text.lower[i - 2] in people.heads
    return word in people.heads


def title_before(text: Text, mentions: Mentions, end: int, stop: int) -> Title | None:
    """The title that ends at token `end` (exclusive), read leftwards no further than `stop`; None without one."""
    last = end - 1
    if last < stop:
        return None
    owner = _named(mentions, last)
    if owner is not None and owner.start == last and _head_of_portfolio(text, last, stop) >= 0:
        owner = None
    if owner is not None and owner.kind == "institution" and is_title_head(text, last):
        return _title_in_name(text, owner)
    if owner is None and not is_title_head(text, last):
        last = _head_of_portfolio(text, last, stop)
    elif owner is not None:
        return None
    if last < 0:
        return None
    title = Title(last, end, "")
    i = last - 1
    first = last
    while i >= stop and end - i <= LONGEST_TITLE:
        found = _named(mentions, i)
        if found is not None:
            return _close(text, mentions, _with_mention(text, title, found, first), stop)
        if not inside_title(text, i, stop):
            break
        if text.lower[i] in text.lexicon.pack.people.former:
            title = replace(title, start=i, words=text.clean(first, end), standing=_standing(text, i))
            return _close(text, mentions, title, stop)
        if text.lexicon.polity_words.get(text.words[i]):
            code = text.lexicon.polity_words[text.words[i]]
            return _close(text, mentions, replace(title, start=i, words=text.clean(first, end), polity=code), stop)
        first = i
        i -= 1
    return _close(text, mentions, replace(title, start=first, words=text.clean(first, end)), stop)


def _standing(text: Text, i: int) -> Standing:
    return STANDINGS.get(text.lower[i], "current")


def _head_of_portfolio(text: Text, last: int, stop: int) -> int:
    """The head in "Secretary of State", "Minister for Foreign Affairs" that ends at `last`; -1 without one."""
    i = last
    while i > stop and (
        text.lower[i] in text.lexicon.portfolio_words or (text.lower[i] in ("and", "the") and i < last)
    ):
        i -= 1
    closes = i < last and text.lower[i] in ("of", "for") and i > stop and is_title_head(text, i - 1)
    return i - 1 if closes else -1


def _named(mentions: Mentions, i: int) -> Found | None:
    """The mention there, unless it is a pronoun, title or group: those stand beside or are made of the same words."""
    found = mentions.at(i)
    if found is None or found.form == "pronoun":
        return None
    return None if found.form in ("title", "group") and found.kind in ("person", "group") else found


def is_before_name(text: Text, mentions: Mentions, i: int) -> bool:
    """True when a person's name follows the token, a comma between them or none."""
    j = i + 1 + (text.words[i + 1 : i + 2] == [","])
    found = mentions.at(j) if j < len(text.words) else None
    return found is not None and found.kind == "person" and found.form == "name"


def inside_title(text: Text, i: int, stop: int) -> bool:
    """True when the token may stand inside a title whose later words have been read."""
    people, word = text.lexicon.pack.people, text.lower[i]
    if word in people.modifiers or word in people.former or word.rstrip("-") in people.heads:
        return True
    if text.words[i] in text.lexicon.polity_words:
        return True
    if (
        word in JOINS
        and i > stop
        and text.pos[i - 1] in ("ADJ", "NOUN", "PROPN", "ADV", "VERB")
        and text.ends[i - 1] == text.starts[i]
    ):
        return True
    if word in JOINS or word in ("of", "for", "and"):
        return (
            i > stop
            and (is_title_head(text, i - 1) or text.lower[i - 1] in people.modifiers)
            and text.pos[i - 1] != "VERB"
        )
    if i + 1 < len(text.words) and text.words[i + 1] in JOINS and text.ends[i] == text.starts[i + 1]:
        return text.pos[i] in ("ADJ", "NOUN", "PROPN", "ADV", "VERB")
    return (
        text.pos[i] in ("NOUN", "PROPN", "ADJ") and text.deps[i] in ("amod", "compound", "nmod") and text.heads[i] > i
    ) or (text.pos[i] == "VERB" and text.deps[i] == "amod" and text.heads[i] > i)


def _with_mention(text: Text, title: Title, found: Found, first: int) -> Title:
    """A title with the institution, polity or person that stands before it."""
    title = replace(title, start=found.start, words=text.clean(first, title.end))
    if found.kind == "institution":
        last = found.end - 1
        single = (
            found.end == first
            and (found.end - found.start == 1 or text.lower[last] in text.lexicon.portfolio_words)
            and text.lower[title.end - 1] in ("secretary", "minister")
        )
        words = text.clean(last, title.end) if single else title.words
        return replace(title, institution=found, polity=found.polity, words=words)
    return replace(title, polity=found.polity) if found.kind == "polity" else title


def _title_in_name(text: Text, owner: Found) -> Title:
    """ "US Trade Representative": the office's name is its holder's title."""
    start = owner.start
    while start < owner.end - 1 and text.words[start] in text.lexicon.polity_words:
        start += 1
    return Title(owner.start, owner.end, text.clean(start, owner.end), polity=owner.polity, institution=owner)


def _close(text: Text, mentions: Mentions, title: Title, stop: int) -> Title:
    """Reads what stands before the title: a possessor, "former", "his Chinese counterpart"."""
    i = title.start - 1
    if i >= stop and text.words[i] in POSSESSIVE and i > stop:
        found = mentions.at(i - 1)
        if found is not None and found.kind in ("polity", "institution"):
            institution = found if found.kind == "institution" else title.institution
            title = replace(title, start=found.start, polity=title.polity or found.polity, institution=institution)
            i = title.start - 1
        elif found is not None and found.kind == "person" and found.form == "name":
            return replace(title, start=found.start, principal=found)
    elif (
        i >= stop and (found := mentions.at(i)) is not None and found.kind == "polity" and title.institution is not None
    ):
        title = replace(title, start=found.start, polity=title.polity or found.polity)
        i = title.start - 1
    if i >= stop and text.lower[i] in text.lexicon.pack.people.former:
        title = replace(title, start=i, standing=_standing(text, i))
        i -= 1
    if i >= stop and text.lower[i] in OWNERS:
        title = replace(title, start=i, owner=i)
    words = " ".join(title.words.split())
    return replace(title, words=words.replace("- ", "-"))
