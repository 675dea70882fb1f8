"""People known by what they are: "US officials", "both sides", "an industry source", "the minister"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.found import Found
from kg.extract.text import Text
from kg.extract.titles import OWNERS, POSSESSIVE, is_before_name, is_title_head, title_before

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

LONGEST_GROUP = 7
BODILY = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss"})
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "each", "every", "no"})


def sides(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "Both sides" are the parties to the talks; "the Chinese side" is China."""
    for start, end, phrase in text.lexicon.sides.matches(text.lower):
        yield Found(
            start=start,
            end=end,
            form="group",
            kind="group",
            name=phrase,
            rule="both-sides",
            reference="sides",
            confidence=0.7,
            plural=True,
        )
    for i, word in enumerate(text.lower):
        if word in ("side", "delegation") and i and text.words[i - 1] in text.lexicon.polity_words:
            start = i - 2 if i > 1 and text.lower[i - 2] == "the" else i - 1
            code = text.lexicon.polity_words[text.words[i - 1]]
            yield Found(
                start=start, end=i + 1, form="title", kind="polity", name=text.clean(i - 1, i + 1), polity=code,
                rule="side-of", confidence=0.85, head=i,
            )  # fmt: skip


def groups(text: Text, mentions: Mentions) -> Iterator[Found]:
    """Plural nouns for people, and singular ones with an indefinite article or an owner."""
    nouns = text.lexicon.pack.people.groups
    for i, lemma in enumerate(text.lemmas):
        if (lemma not in nouns and text.lower[i] not in nouns) or text.pos[i] not in ("NOUN", "PROPN"):
            continue
        if mentions.at(i) is not None or (text.tags[i] in ("NN", "NNP") and is_before_name(text, mentions, i)):
            continue
        if i + 1 < len(text.words) and text.deps[i] == "compound" and text.heads[i] == i + 1:
            continue
        start = _left(text, mentions, i)
        plural = text.tags[i] in ("NNS", "NNPS") or lemma == "people"
        determiner = text.lower[start - 1] if start else ""
        speaks = lemma.startswith("spokes") or lemma not in text.lexicon.pack.people.public
        owned = speaks and (determiner in POSSESSIVE or determiner in OWNERS)
        bare = text.is_headline(text.sentence_of[i]) and text.deps[i] == "nsubj" and determiner not in POSSESSIVE
        if plural or owned or bare or determiner in INDEFINITE or _speaks_for(text, i):
            yield _group(text, mentions, start, i, plural=plural)


def _speaks_for(text: Text, i: int) -> bool:
    return text.lemmas[i].startswith("spokes") and text.lower[i + 1 : i + 2] in (["for"], ["of"], ["at"])


def _end(text: Text, mentions: Mentions, head: int) -> int:
    """Where the noun phrase ends: "a spokesman for the Prime Minister" is told by whom it is for."""
    if text.lower[head] in ("person", "people") and text.lower[head + 1 : head + 2] in (["close"], ["familiar"]):
        return min(text.subtree(head)[1], head + 8)
    if not _speaks_for(text, head):
        return head + 1
    end = head + 2
    while end < min(len(text.words), head + 8) and text.sentence_of[end] == text.sentence_of[head]:
        if mentions.at(end) is None and text.pos[end] not in ("DET", "PROPN", "NOUN", "ADJ", "PART"):
            break
        end += 1
    return end if end > head + 2 else head + 1


def _left(text: Text, mentions: Mentions, head: int) -> int:
    """Where the noun's modifiers begin: no determiner, preposition, verb or person's name among them."""
    i = head
    while i > 0 and head - i < LONGEST_GROUP and text.sentence_of[i - 1] == text.sentence_of[head]:
        before = i - 1
        found = mentions.at(before)
        if found is not None and found.kind in ("polity", "institution") and found.form != "group":
            i = found.start
            if text.deps[i - 1] != "amod":  # "a senior US official"
                break
            continue
        if found is not None or not _modifies(text, before, head):
            break
        i = before
    return i


def _modifies(text: Text, i: int, head: int) -> bool:
    if text.words[i] in text.lexicon.polity_words:
        return True
    if text.pos[i] not in ("NOUN", "PROPN", "ADJ", "VERB") and text.lower[i] not in ("-", "and"):
        return False
    if text.pos[i] == "VERB" and text.deps[i] != "amod":
        return False
    return head - i <= 1 or text.deps[i] in ("amod", "compound", "nmod", "punct", "cc", "conj")


def _group(text: Text, mentions: Mentions, start: int, head: int, *, plural: bool) -> Found:
    codes = [text.lexicon.polity_words[w] for w in text.words[start:head] if w in text.lexicon.polity_words]
    inside = [f.polity for f in (mentions.at(j) for j in range(start, head)) if f is not None and f.polity]
    found = [*codes, *inside]
    end = _end(text, mentions, head)
    owner = mentions.at(start - 2) if start > 1 and text.words[start - 1] in POSSESSIVE else None
    unnamed = text.lemmas[head] in text.lexicon.pack.people.unnamed
    if owner is not None:
        start = owner.start
    first = start - 1 if start and text.lower[start - 1] in (*INDEFINITE, "the") else start
    return Found(
        start=first, end=end, form="group", kind="group", name=text.clean(start, end), head=head,
        polity=found[0] if len(set(found)) == 1 else None, subtype="unnamed-source" if unnamed else None,
        rule="people-noun", confidence=0.8, plural=plural,
    )  # fmt: skip


def bodies(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "The union", "the company": an organisation that the article has named."""
    for i, lemma in enumerate(text.lemmas):
        if (
            lemma in text.lexicon.pack.cues.bodies
            and text.deps[i] in BODILY
            and text.tags[i] == "NN"
            and i
            and text.lower[i - 1] == "the"
        ):
            yield Found(
                start=i - 1,
                end=i + 1,
                form="title",
                kind="institution",
                name=text.words[i],
                subtype=lemma,
                rule="body-alone",
                reference="body",
                confidence=0.6,
                head=i,
            )


def titles(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "The minister", "the US president": a title that stands for its holder."""
    for i in range(len(text.words)):
        if (
            not is_title_head(text, i)
            or mentions.at(i) is not None
            or text.tags[i] not in ("NN", "NNP")
            or is_before_name(text, mentions, i)
        ):
            continue
        title = title_before(text, mentions, i + 1, text.sentences[text.sentence_of[i]][0])
        if title is None or text.deps[i] in ("compound", "appos", "attr", "amod") or title.owner is not None:
            continue
        before = text.lower[title.start - 1] if title.start else ""
        if before == "the" or (title.polity is not None and before not in INDEFINITE):
            yield Found(
                start=title.start - (before == "the"), end=i + 1, form="title", kind="person", name=title.words,
                title=title.words, polity=title.polity, rule="title-alone", confidence=0.6, head=i,
            )  # fmt: skip
