"""Which profiles are compared: those that share a key, so that time grows no faster than n log n."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.packs import People
from kg.resolve.sightings import Profile
from kg.resolve.spelling import ends, given_forms, letters, shortened, skeleton, surname, without_legal_form, words

# Of more that share a key, each is compared with so many that follow it in the order of names.
WINDOW: Final = 12


def pairs(profiles: Sequence[Profile], people: People) -> Iterator[tuple[Profile, Profile]]:
    """Every two profiles that share a key, once; the order of the profiles decides the order of the pairs."""
    first: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for i, profile in enumerate(profiles):
        for key in dict.fromkeys(_keys(profile, people)):
            # Most keys are one profile's alone: no list is made for them.
            if (before := first.setdefault(key, i)) != i:
                blocks.setdefault(key, [before]).append(i)
    found = {
        (left, right)
        for block in blocks.values()
        for place, left in enumerate(block)
        for right in block[place + 1 : place + 1 + WINDOW]
    }
    for left, right in sorted(found):
        yield profiles[left], profiles[right]


def _keys(profile: Profile, people: People) -> Iterator[str]:
    """The keys of one profile; a letter in front keeps the kinds of keys apart."""
    name = profile.name
    if not words(name):
        return
    if profile.kind == "institution":
        yield from (f"b{text}" for text in shortened(letters(name)))
        yield f"l{without_legal_form(name)}"
    elif profile.kind == "person":
        yield from _person_keys(profile, people)


def _person_keys(profile: Profile, people: People) -> Iterator[str]:
    name, polity = profile.name, profile.polity
    family = surname(name, polity)
    for title in profile.titles:
        if " " in title:
            yield f"t{family}/{polity}/{title}"
    if " " not in name:
        return
    yield from (f"p{text}" for text in shortened(ends(name)))
    yield from (f"p{text}" for text in shortened(letters(name)))
    yield f"s{skeleton(name)}"
    yield f"o{' '.join(sorted(words(name)))}"
    given, last = given_forms(name, people)
    yield f"g{given}/{last}"
    yield f"i{given[0]}/{last}/{polity}"
