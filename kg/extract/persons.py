"""Names of people: behind titles, as spaCy tags them, and every later use of a name that the article has introduced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.calendar import MONTHS, WEEKDAYS
from kg.extract.found import Found
from kg.extract.phrases import Phrases
from kg.extract.slips import is_slip
from kg.extract.text import Text
from kg.extract.titles import is_title_head, title_before

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

LONGEST_NAME = 5
LONGEST_ACRONYM = 4
MONTHS_AS_NAMES = frozenset({"may", "april", "june", "august"})
TITLES_AS_NAMES = frozenset({"king", "prince", "bishop", "judge", "pope", "whip"})
CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
NEVER = CALENDAR | frozenset(
    "i the a an he she it they we his her its their this that these those"
    " on in at but and for as if when while of to by".split()
)


def persons(text: Text, mentions: Mentions) -> Iterator[Found]:
    """Names behind a courtesy or office title, then spaCy's people."""
    courtesy = text.lexicon.pack.people.courtesy
    for i in range(len(text.tokens) - 1):
        if text.words[i] in courtesy:
            yield from _named(text, mentions, i + 1, i, "courtesy-title", 0.95)
        elif (text.words[i].isupper() and len(text.words[i]) > LONGEST_ACRONYM) or _names_none(text, i + 1):
            continue
        elif is_title_head(text, i) and not text.words[i + 1].islower():
            yield from _named(text, mentions, i + 1, i + 1, "office-title", 0.95)
            yield from _apposed(text, mentions, i)
        elif is_title_head(text, i) and text.lower[i + 1] in ("of", "for"):
            j = i + 2
            while j < len(text.words) - 1 and text.lower[j] in text.lexicon.portfolio_words:
                j += 1
            if j > i + 2:
                yield from _named(text, mentions, j, j, "office-title", 0.9)
    yield from _titled_after(text, mentions)
    for first, end, label in mentions.labels.named:
        start = _untitled(text, first, end) if label == "PERSON" else end
        if start < end and not is_slip(text, mentions, start, end):
            yield from _named(text, mentions, start, start, "ner-person", 0.75)


def _names_none(text: Text, i: int) -> bool:
    """True where no name begins behind a title: a demonym, or a title or style that has the name behind it."""
    return _is_demonym(text, i) or _is_styled(text, i)


def _is_demonym(text: Text, i: int) -> bool:
    """ "The chief Soviet delegate": a country's adjective before a noun names nobody."""
    before_noun = text.pos[i + 1 : i + 2] in (["NOUN"], ["ADJ"]) and text.words[i + 1].islower()
    return before_noun and text.tags[i] == "JJ" and text.words[i] in text.lexicon.polity_words


def _is_styled(text: Text, i: int) -> bool:
    """ "Oil Minister Sheikh Ali al-Sabah", "Commander General Rogers", but no "chairman Lord King"."""
    if is_title_head(text, i) and text.lower[i] not in TITLES_AS_NAMES and text.words[i + 1 : i + 2]:
        return text.words[i].istitle() and text.words[i + 1].istitle()
    capitals = all(word[:1].isupper() for word in text.words[i + 1 : i + 3])
    return text.words[i] in text.lexicon.pack.people.courtesy and capitals


def _apposed(text: Text, mentions: Mentions, i: int) -> Iterator[Found]:
    """ "Norway's fisheries minister, Odd Emil Ingebrigtsen, told": a full name between commas behind a title."""
    if text.words[i + 1] != "," or i + 2 >= len(text.words) or text.words[i + 2] in text.lexicon.polity_words:
        return
    end = name_end(text, mentions, i + 2)
    if end - i - 2 >= 2 and text.words[end : end + 1] in ([","], ["."], [";"], [")"]):
        yield from _named(text, mentions, i + 2, i + 2, "apposed-name", 0.85)


def _titled_after(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "Cecilia Malmström, the trade commissioner": a full name that a title follows."""
    for i, word in enumerate(text.words[:-2]):
        if (
            not word[0].isupper()
            or mentions.at(i) is not None
            or (i and text.words[i - 1][0].isupper() and text.sentence_of[i - 1] == text.sentence_of[i])
        ):
            continue
        end = name_end(text, mentions, i)
        if 2 <= end - i <= 4 and text.words[end : end + 1] == [","] and _is_title(text, end + 1):
            yield from _named(text, mentions, i, i, "titled-name", 0.85)


def _is_title(text: Text, start: int) -> bool:
    """True when the words up to the next comma or preposition close with a title."""
    for i in range(start, min(start + 7, len(text.words))):
        if is_title_head(text, i):
            return True
        if text.pos[i] not in ("DET", "ADJ", "NOUN", "PROPN", "PART") and text.words[i] not in ("-", "'s", "’s"):
            return False
    return False


def _named(text: Text, mentions: Mentions, first: int, start: int, rule: str, confidence: float) -> Iterator[Found]:
    """The person whose name begins at `first`; the mention begins at `start`, with a courtesy title."""
    end = name_end(text, mentions, first)
    if end <= first or (rule == "office-title" and text.sentence_of[first] != text.sentence_of[first - 1]):
        return
    if rule == "ner-person" and (end - first == 1 and text.pos[first] not in ("PROPN", "NOUN")):
        return
    if rule != "courtesy-title" and end - first == 1 and _is_common(text, first):
        return
    before = title_before(text, mentions, start, text.sentences[text.sentence_of[start]][0])
    yield Found(
        start=start, end=end, form="name", kind="person", name=text.clean(first, end), rule=rule, confidence=confidence,
        head=end - 1, title=before.words if before else None, polity=before.polity if before else None,
    )  # fmt: skip


def _is_common(text: Text, i: int) -> bool:
    """ "Deputy Undersecretary", "the chief Corporation lawyer": one word that is a title or closes companies' names."""
    word = text.words[i]
    return (is_title_head(text, i) and word.lower() not in TITLES_AS_NAMES) or (
        word in text.lexicon.pack.institutions.names
    )


def _untitled(text: Text, start: int, end: int) -> int:
    """Where the name proper begins in what spaCy takes for one."""
    people = text.lexicon.pack.people
    while start < end and (
        text.lower[start] in people.heads
        or text.lower[start] in people.modifiers
        or text.words[start] in people.courtesy
        or text.words[start] in text.lexicon.polity_words
        or text.lower[start] in people.former
        or not text.words[start][0].isalpha()
    ):
        start += 1
    return start


def name_end(text: Text, mentions: Mentions, start: int) -> int:
    """Where the run of capitalised words that begins here ends; `start` itself when none does."""
    limit = text.sentences[text.sentence_of[min(start, len(text.words) - 1)]][1]
    joints = text.lexicon.pack.people.particles | {"-"}
    end = start
    i = start
    words = 0
    while i < limit and words < LONGEST_NAME and mentions.at(i) is None:
        words += text.lower[i] not in joints  # "Sheikh Ali al-Khalifa al-Sabah"
        word = text.words[i]
        if _is_name_word(text, i, start) or _is_syllable(text, i, start):
            end = i + 1
        elif not (
            i > start
            and (word.lower() in text.lexicon.pack.people.particles or word == "-")
            and word.islower() | (word == "-")
        ):
            break
        i += 1
    return end


def _is_syllable(text: Text, i: int, start: int) -> bool:
    """The last of "Cheon Ho-sun": in small letters behind a hyphen, no "Angela Merkel-led"."""
    joined = i > start + 2 and text.words[i - 1] == "-" and not any(t.whitespace_ for t in text.tokens[i - 2 : i])
    return joined and text.words[i].islower() and text.tokens[i].ent_type_ == "PERSON"


def _is_name_word(text: Text, i: int, start: int) -> bool:
    word = text.words[i]
    if not word[0].isupper() or not word.replace(".", "").replace("'", "").replace("’", "").replace("-", "").isalpha():
        return False
    lower = word.lower()
    if (
        i == start
        and lower in text.lexicon.pack.people.modifiers
        and i + 1 < len(text.words)
        and is_title_head(text, i + 1)
    ):
        return False
    if lower in CALENDAR and i > start and text.tags[i] == "NNP":
        return lower in MONTHS_AS_NAMES
    if lower in NEVER:
        return lower == "he" and i == start + 1 and text.tags[i] in ("NNP", "PRP") and _follows_family_name(text, i)
    return not (i > start and is_title_head(text, i) and lower not in TITLES_AS_NAMES)


def _follows_family_name(text: Text, i: int) -> bool:
    """ "Liu He is due": a capital He in mid-sentence is a given name."""
    return i > 0 and text.sentence_of[i] == text.sentence_of[i - 1] and text.words[i - 1][0].isupper()


def roster(text: Text, mentions: Mentions) -> Iterator[Found]:
    """Later uses of the article's names: in full, by surname, or by what stands first in the east."""
    full = [f for f in mentions.found if f.kind == "person"]
    names: Phrases[tuple[str, float]] = Phrases()
    for found in full:
        parts = found.name.split()
        if len(parts) > 1:
            names.add(list(text.words[found.end - _length(text, found) : found.end]), (found.name, 0.95))
    singles = {found.name.split()[-1] for found in full} | {
        f.name.split()[0] for f in full if len(f.name.split()) in (2, 3)
    }
    for single in sorted(singles):
        if (single.lower() not in NEVER or single.lower() in MONTHS_AS_NAMES) and len(single) > 1:
            names.add([single], (single, 0.85))
    yield from _labels(text, sorted(singles))
    for start, end, (name, confidence) in names.matches(text.words):
        if end - start > 1 or (_stands_alone(text, start) and _is_no_month(text, start)):
            yield Found(
                start=start,
                end=end,
                form="name",
                kind="person",
                name=name,
                rule="roster",
                confidence=confidence,
                head=end - 1,
            )


def _labels(text: Text, surnames: list[str]) -> Iterator[Found]:
    """ "SALAME:" at the head of a transcript's paragraph: a surname of the article in capitals."""
    shouted = {name.upper(): name for name in surnames}
    for start, _ in text.sentences:
        if text.words[start + 1 : start + 2] == [":"] and (name := shouted.get(text.words[start])):
            yield Found(
                start=start, end=start + 1, form="name", kind="person", name=name, rule="turn-label", confidence=0.85
            )


def _is_no_month(text: Text, i: int) -> bool:
    """ "May said" and "May's" are a person's, "in May" and "May 3" are not."""
    if text.lower[i] not in MONTHS_AS_NAMES:
        return True
    possessive = text.words[i + 1 : i + 2] in (["'s"], ["’s"])
    return text.deps[i] in ("nsubj", "poss") or possessive


def _length(text: Text, found: Found) -> int:
    """How many tokens the name takes, a courtesy title left out."""
    return found.end - found.start - (text.words[found.start] in text.lexicon.pack.people.courtesy)


def _stands_alone(text: Text, i: int) -> bool:
    """True when the word is no part of a longer capitalised name, such as a street's or a plan's."""
    sentence = text.sentence_of[i]
    after = i + 1 < len(text.words) and text.sentence_of[i + 1] == sentence and text.words[i + 1]
    before = i > 0 and text.sentence_of[i - 1] == sentence and text.words[i - 1]
    joined = before and before[0].isupper() and text.deps[i - 1] == "compound" and not is_title_head(text, i - 1)
    return (
        not (
            after
            and after[0].isupper()
            and after[0].isalpha()
            and text.deps[i] == "compound"
            and text.pos[i + 1] == "PROPN"
        )
        and not joined
    )
