"""Countries, unions and institutions by their curated names, and peoples that stand for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.extract.found import Found
from kg.extract.lexicon import Known
from kg.extract.organisations import closed, expansions, is_model
from kg.extract.text import Text
from kg.model import Form

if TYPE_CHECKING:
    from kg.extract.mentions import Mentions

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "advmod"})
SHOUTED = 4
FORMAL = frozenset({"kingdom", "republic", "sultanate", "emirate", "federation", "commonwealth", "north", "south"})
ARGUED = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj", "attr"})


def known(text: Text, mentions: Mentions) -> Iterator[Found]:
    """Curated names, no person's. A demonym before a noun names no actor; a capital in "in X" is its country's."""
    expanded = expansions(text)
    for start, end, entry in text.lexicon.known.matches(_names(text)):
        if _is_surname(text, start, end):
            continue
        if entry.is_institution:
            yield from _institution(text, start, end, entry, expanded)
        elif entry.sense != "demonym" and not _is_in_longer_name(text, mentions, start, end):
            yield Found(
                start=start, end=end, form="name", kind="polity", name=entry.name, polity=entry.polity,
                rule=f"gazetteer-{entry.sense}", reference="metonym" if entry.sense == "metonym" else "name",
                confidence=0.95 if entry.sense == "name" else 0.8,
            )  # fmt: skip


def _is_surname(text: Text, start: int, end: int) -> bool:
    """ "Mr Gatt", "Ian Gatt", "Captain Joel Bissau": behind a courtesy title or given name it is a person's."""
    if not start or end - start > 1 or text.words[start].isupper():
        return False
    people, before = text.lexicon.pack.people, text.words[start - 1]
    if text.sentence_of[start - 1] != text.sentence_of[start]:
        return False
    return before in people.courtesy or (before in people.men | people.women and text.deps[start - 1] == "compound")


def _institution(text: Text, start: int, end: int, entry: Known, expanded: Mapping[str, str]) -> Iterator[Found]:
    """A curated institution, an acronym told as such; letters that the article expands otherwise are not its."""
    form: Form = "acronym" if end - start == 1 and text.words[start].isupper() else "name"
    long = expanded.get(text.words[start], entry.name)
    if is_model(text, end) or (form == "acronym" and long not in text.lexicon.institution_names(entry.name)):
        return
    yield Found(
        start=start, end=closed(text, start, end) if form == "name" else end, form=form, kind="institution",
        name=entry.name, polity=entry.polity or None, subtype=entry.subtype, rule="gazetteer-institution",
        confidence=0.95,
    )  # fmt: skip


def _is_in_longer_name(text: Text, mentions: Mentions, start: int, end: int) -> bool:
    """ "Air China", "Bank of Ghana", "North America": the polity's name is a part of an organisation's or place's."""
    whole = mentions.labels.wrapping.get(start)
    if whole is None or whole.end - whole.start <= end - start or whole.end < end:
        return False
    if whole.end > end and text.words[whole.end - 1].rstrip(".") in text.lexicon.pack.institutions.names:
        return True
    if text.is_headline(text.sentence_of[start]):
        return False
    if whole.label != "ORG":
        return whole.label != "GPE" or text.lower[start - 1] != "of"
    others = [*text.lower[whole.start : start], *text.lower[end : whole.end]]
    people, grammar = text.lexicon.pack.people, text.lexicon.pack.institutions
    public = (
        people.heads | people.groups | grammar.heads.keys() | text.lexicon.portfolio_words | set(grammar.governments)
    )
    return not any(word in public or text.lexicon.polity_words.get(word.capitalize()) for word in others)


def polity_groups(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "The Chinese said", "the Americans": a demonym that is a noun of its own denotes the polity."""
    for i, word in enumerate(text.words):
        entry = text.lexicon.demonyms.get(word)
        if entry is None or text.deps[i] in MODIFIERS or i == 0:
            continue
        plural = word.endswith("s") and text.tags[i] in ("NNS", "NNPS")
        alone = text.lower[i - 1] == "the" and text.pos[i + 1 : i + 2] not in (["NOUN"], ["PROPN"], ["ADJ"])
        if plural or alone:
            yield Found(
                start=i, end=i + 1, form="name", kind="polity", name=entry.name, polity=entry.polity,
                rule="demonym-people", reference="people", confidence=0.75, plural=True,
            )  # fmt: skip


def epithets(text: Text, mentions: Mentions) -> Iterator[Found]:
    """ "The kingdom", "the Islamic Republic", "the North": the one polity of the article that is formally called so."""
    named = {f.polity for f in mentions.found if f.polity}
    for i, word in enumerate(text.lower):
        if word not in FORMAL or text.tags[i] not in ("NN", "NNP") or text.deps[i] not in ARGUED:
            continue
        start = i - 1 if text.words[i - 1].istitle() and text.lower[i - 1] != "the" else i
        compass = word in ("north", "south")
        if not start or text.lower[start - 1] != "the" or (compass and not text.words[i].istitle()):
            continue
        formal = " ".join(text.words[start : i + 1]).title() + ("" if compass else " of")
        fits = [
            p for p in text.lexicon.pack.polities
            if p.code in named and any(name.startswith(f"{formal} ") for name in (p.name, *p.aliases))
        ]  # fmt: skip
        if len(fits) == 1 and text.lower[i + 1 : i + 2] != ["of"]:
            yield Found(
                start=start - 1, end=i + 1, form="title", kind="polity", name=text.clean(start, i + 1),
                polity=fits[0].code, rule="epithet", confidence=0.7, head=i,
            )  # fmt: skip


def _names(text: Text) -> list[str]:
    """The words, those of a shouted headline in title case, so that curated names match."""
    return [
        word.capitalize()
        if len(word) >= SHOUTED and word.isalpha() and word.isupper() and text.is_headline(text.sentence_of[i])
        else word
        for i, word in enumerate(text.words)
    ]
