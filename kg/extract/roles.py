"""Who holds what title: prenominal stacks, appositions before and after a name, "who is"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.extract.titles import Title, is_title_head, title_before
from kg.model import RoleHolding

LONGEST_APPOSITION = 12
CLOSES = frozenset({",", ".", ";", ")", ":", "–", "--", "—", "-"})


@dataclass(frozen=True, slots=True)
class Role:
    """A person's mention with the title that one phrase gives it."""

    holder: Found
    title: Title
    rule: str


def find_roles(text: Text, mentions: Mentions) -> list[Role]:
    """Every role that a phrase with a person's name licenses."""
    people = [f for f in mentions.found if f.kind == "person" and f.form == "name"]
    return [role for person in people for role in _roles_of(text, mentions, person)]


def roles(text: Text, mentions: Mentions, found: list[Role]) -> Iterator[RoleHolding]:
    """The roles as records."""
    for role in found:
        title, holder = role.title, role.holder
        start, end = min(title.start, holder.start), max(title.end, holder.end)
        institution = title.institution.mention(text) if title.institution else None
        yield RoleHolding(
            evidence=text.evidence(start, end, role.rule, 0.9 if role.rule == "role-before" else 0.8),
            holder=holder.mention(text),
            title=_words(text, mentions, title, holder),
            institution=institution,
            polity=title.polity,
        )


def _words(text: Text, mentions: Mentions, title: Title, holder: Found) -> str:
    """The title as printed; "his counterpart" holds the title of the one whose counterpart it is."""
    words = " ".join(title.words.split())
    if title.owner is None or not words.lower().endswith("counterpart"):
        return words
    start = text.sentences[text.sentence_of[holder.start]][0]
    before = [f for f in mentions.found if f.kind == "person" and f.title and start <= f.start < title.start]
    return f"counterpart of {before[-1].title}" if before else words


def _roles_of(text: Text, mentions: Mentions, person: Found) -> Iterator[Role]:
    start, end = text.sentences[text.sentence_of[person.start]]
    before = title_before(text, mentions, person.start, start)
    if before is not None:
        yield Role(person, _of_polity(text, mentions, before, person.end), "role-before")
    elif person.start - 1 > start and text.words[person.start - 1] == ",":
        apposed = title_before(text, mentions, person.start - 1, start)
        if apposed is not None and _is_definite(text, apposed) and _is_closed(text, person, end):
            yield Role(person, apposed, "role-apposition-before")
    after = _after(text, mentions, person, end)
    if after is not None:
        yield Role(person, after, "role-apposition-after")


def _of_polity(text: Text, mentions: Mentions, title: Title, end: int) -> Title:
    """ "President Diallo of Senegal"."""
    if title.polity is not None or text.lower[end : end + 1] != ["of"] or end + 1 >= len(text.words):
        return title
    found = mentions.at(end + 1)
    return replace(title, polity=found.polity) if found is not None and found.kind == "polity" else title


def _is_definite(text: Text, title: Title) -> bool:
    """ "The minister, X," and "his counterpart, X": an apposition's title has a determiner or possessor."""
    return (
        title.owner is not None
        or title.polity is not None
        or title.institution is not None
        or (title.start > 0 and text.lower[title.start - 1] in ("the", "its", "their", "a", "an", "one", "whose"))
    )


def _is_closed(text: Text, person: Found, end: int) -> bool:
    """False in "meeting with his counterpart, Lund assured": there the name opens a clause."""
    return (
        person.end >= end
        or text.words[person.end] in CLOSES
        or text.lower[person.end] in ("and", "to", "in", "on", "at")
    )


def _after(text: Text, mentions: Mentions, person: Found, end: int) -> Title | None:
    """ "X, (who is) China's chief negotiator (at the ministry)": the title in the apposition that follows the name."""
    i = person.end
    if i >= end or text.words[i] not in (",", "(", "–", "-", "—"):
        return None
    i += 1
    if text.lower[i : i + 2] in (["who", "is"], ["who", "was"], ["who", "has"]):
        i += 2 + (text.lower[i + 2 : i + 3] in (["also"], ["now"]))
    first = i
    head = _title_head(text, mentions, i, min(end, i + LONGEST_APPOSITION))
    if head is None:
        return None
    stop = head + 1
    title = title_before(text, mentions, stop, first)
    if title is None or title.start > first + 4:
        return None
    if any(text.pos[j] in ("VERB", "AUX") and text.deps[j] != "amod" for j in range(first, title.start)):
        return None
    return _with_tail(text, mentions, title, stop, end)


def _title_head(text: Text, mentions: Mentions, start: int, end: int) -> int | None:
    """The first title head of the noun phrase that begins here."""
    for i in range(start, end):
        found = mentions.at(i)
        if found is not None and found.kind == "person":
            return None
        if (
            is_title_head(text, i)
            and (i + 1 >= end or not is_title_head(text, i + 1))
            and text.tags[i] not in ("NNS", "NNPS")
        ):
            joined = text.lower[i + 1 : i + 2] in (["-"], ["–"]) and i + 2 < end and is_title_head(text, i + 2)
            if not joined and not (text.deps[i] == "compound" and text.heads[i] == i + 1):
                return i
        inside = (
            found is not None
            or text.pos[i] in ("DET", "ADJ", "NOUN", "PROPN", "PART", "ADV", "PRON")
            or text.words[i] in ("-", "’s", "'s")
        )
        if not inside:
            return None
    return None


def _with_tail(text: Text, mentions: Mentions, title: Title, i: int, end: int) -> Title:
    """Reads "of Trade", "at the Chinese commerce ministry", "of Japan" behind a title."""
    people = text.lexicon.pack.people
    if i + 1 < end and text.lower[i] in ("of", "for") and text.lower[title.end - 1] in people.public:
        j = i + 1
        while (
            j < end
            and (text.lower[j] in text.lexicon.portfolio_words or (text.lower[j] == "and" and j > i + 1))
            and mentions.at(j) is None
        ):
            j += 1
        if j > i + 1:
            title = Title(
                title.start,
                j,
                text.clean(title.end - _length(title), j),
                title.polity,
                title.institution,
                title.former,
                title.owner,
            )
            i = j
    if i >= end or text.lower[i] not in ("of", "at", "for", "in", "with", "from", "to", "on"):
        return title
    for j in range(i + 1, min(end, i + 7)):
        found = mentions.at(j)
        if found is not None and found.kind in ("institution", "polity"):
            topic = (
                text.lower[i] in ("for", "to", "on")
                and found.kind == "polity"
                and title.words.lower().endswith(("envoy", "representative", "ambassador", "adviser", "coordinator"))
            )
            institution = found if found.kind == "institution" else title.institution
            polity = title.polity if topic else title.polity or found.polity
            return Title(
                title.start, max(title.end, found.end), title.words, polity, institution, title.former, title.owner
            )
        if text.pos[j] in ("VERB", "AUX") or text.words[j] in CLOSES:
            break
    return title


def _length(title: Title) -> int:
    return len(title.words.replace("-", " - ").split())
