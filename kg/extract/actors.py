"""The actors that the head of a noun phrase denotes: by name, in apposition, through what they own or lead."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.arguments import objects_of
from kg.extract.crowds import someone
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.text import Text
from kg.extract.verbs import conjuncts

ACTING = frozenset({"person", "institution", "polity", "group", "unknown"})
ORGANS = frozenset({"council", "board", "executive", "secretariat", "management", "directorate"})


def named(text: Text, mentions: Mentions, head: int) -> Found | None:
    """The actor that a noun phrase's head denotes; of "his counterpart, X" it is X."""
    found = mentions.at(head)
    if found is not None and found.form == "title":
        behind = found.end + (text.lemmas[head] == "counterpart" and text.words[found.end : found.end + 1] == [","])
        follows = mentions.at(behind) if behind < len(text.words) else None
        found = follows if follows is not None and follows.kind == "person" and follows.form == "name" else found
        held = mentions.at(text.heads[head]) if text.deps[head] == "appos" else None
        found = held if held is not None and held.kind == "person" and held.form == "name" else found
    if found is not None and found.kind == "person" and found.form == "name":
        return found
    if text.lemmas[head] in ORGANS and (whole := _organised(text, mentions, head)) is not None:
        return whole
    apposed = [f for j in text.children[head] if text.deps[j] == "appos" and (f := mentions.at(j)) is not None]
    person = next((f for f in apposed if f.kind == "person" and f.form == "name"), None)
    if person is not None:
        return person
    if found is not None:
        return found if found.kind in ACTING else None
    return polity_at(text, mentions, head) or _team(text, mentions, head) or someone(text, mentions, head)


def _organised(text: Text, mentions: Mentions, organ: int) -> Found | None:
    """ "The council of the Coffee Organization", "the club's board": the body that speaks and acts through it."""
    if text.pos[organ] != "NOUN":
        return None
    wholes = [*objects_of(text, organ, frozenset({"of"})), *(j for j in text.children[organ] if text.deps[j] == "poss")]
    bodies = (f for j in wholes if (f := mentions.at(j)) is not None)
    return next((f for f in bodies if f.kind == "institution" and f.form in ("name", "acronym")), None)


def polity_at(text: Text, mentions: Mentions, i: int) -> Found | None:
    """The polity that a word names or is the adjective of."""
    found = mentions.at(i)
    if found is not None:
        return found if found.kind in ("polity", "institution") else None
    pair = text.lexicon.demonyms.get(" ".join(text.words[i : i + 2]))
    code = pair.polity if pair else text.lexicon.polity_words.get(text.words[i])
    if code is None:
        return None
    end = i + 2 if pair else i + 1
    return Found(
        start=i,
        end=end,
        form="name",
        kind="polity",
        name=text.clean(i, end),
        polity=code,
        rule="demonym",
        confidence=0.7,
    )


def _team(text: Text, mentions: Mentions, head: int) -> Found | None:
    """ "A US negotiating team", "the minister's delegation": those whose team it is."""
    people = text.lexicon.pack.people
    if text.lemmas[head] not in people.groups and text.lemmas[head] not in ("leader", "side", "government", "mission"):
        return None
    return owner(text, mentions, head)


def actors(text: Text, mentions: Mentions, heads: Iterable[int]) -> list[Found]:
    """The actors that these heads and their conjuncts denote, with those they are led by or include."""
    found: list[Found] = []
    for head in heads:
        for one in (head, *conjuncts(text, head)):
            actor = named(text, mentions, one)
            found += (nationals(text, mentions, one) or [actor]) if actor is not None else []
            found += _members(text, mentions, one)
    return list(dict.fromkeys(found))


def nationals(text: Text, mentions: Mentions, head: int) -> list[Found]:
    """ "American and Soviet negotiators": those of each country, who meet or agree with each other."""
    if text.tags[head] != "NNS" or any(text.deps[j] == "appos" for j in text.children[head]):
        return []
    words = [j for j in text.children[head] if j < head and text.deps[j] in ("amod", "compound", "nmod")]
    words += [k for j in words for k in conjuncts(text, j)]
    own = [j for j in sorted(words) if text.words[j] in text.lexicon.polity_words]
    if len({text.lexicon.polity_words[text.words[j]] for j in own}) < 2:
        return []
    apart = any((found := mentions.at(j)) is not None and found.kind == "polity" for j in own)
    return [_national(text, j, None if apart else head) for j in own]


def _national(text: Text, word: int, head: int | None) -> Found:
    """The people of a country, or the country itself, where one of them is told by its name alone."""
    name = text.words[word] if head is None else f"{text.words[word]} {text.words[head]}"
    return Found(
        start=word, end=word + 1, form="name" if head is None else "group", kind="polity" if head is None else "group",
        name=name, polity=text.lexicon.polity_words[text.words[word]], rule="nationals", confidence=0.6,
        plural=head is not None,
    )  # fmt: skip


def _members(text: Text, mentions: Mentions, head: int) -> list[Found]:
    """ "Officials including X and Y", "negotiators led by X"."""
    heads = []
    for j in text.children[head]:
        if text.lower[j] in ("including", "like") and text.deps[j] == "prep":
            heads += [k for k in text.children[j] if text.deps[k] == "pobj"]
        elif text.lemmas[j] in ("lead", "head") and text.tags[j] == "VBN":
            heads += [k for a in text.children[j] if text.lower[a] == "by" for k in text.children[a]]
    return actors(text, mentions, heads) if heads else []


def owner(text: Text, mentions: Mentions, noun: int) -> Found | None:
    """Whose a noun is: "China's", "its", "US", the person or polity in a compound before it."""
    start = min([noun, *(text.subtree(j)[0] for j in text.children[noun] if j < noun)])
    for j in text.children[noun]:
        if text.deps[j] == "poss" and j < noun:
            return named(text, mentions, j)
    for j in range(noun - 1, start - 1, -1):
        if text.deps[j] not in ("compound", "amod", "nmod", "poss", "punct", "nummod", "advmod", "conj", "cc", "det"):
            continue
        found = polity_at(text, mentions, j)
        if found is not None:
            return found
    return None
