"""The curated offices: who held which title on a day, by the holder's name or by the title."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Final

from kg.packs import Office, Pack
from kg.packs.facts import INSTITUTION
from kg.resolve.names import family_name, near_name, plain, same_person
from kg.resolve.titles import fits, head, is_bare

# Holders whom a style of office must have had in one polity, and none elsewhere, to tell the polity.
FEWEST: Final = 4


class Offices:
    """The curated offices, by the words of their holders' names and by the nouns of their titles."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._meant: dict[str, dict[str | None, list[tuple[Office, bool]]]] = {}
        self._polity_of = {i.code: i.polity or None for i in pack.known_institutions}

    @cached_property
    def _by_word(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self.pack.offices:
            for word in dict.fromkeys(plain(office.holder).split()):
                found[word].append(office)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self.pack.offices:
            found[head(office.office)].append(office)
        return found

    def _meanings(self, title: str) -> dict[str | None, list[tuple[Office, bool]]]:
        """The offices of any day that the title may mean, by their polity, and whether it is their very title."""
        if title not in self._meant:
            meant = self._meant[title] = defaultdict(list)
            for office in self._by_title.get(head(title), []):
                if fits(title, office.office):
                    meant[self.polity(office)].append((office, fits(office.office, title)))
        return self._meant[title]

    def polity(self, office: Office) -> str | None:
        return self._polity_of.get(office.polity, None if office.polity.startswith(INSTITUTION) else office.polity)

    def of_name(self, name: str, day: date | None) -> list[Office]:
        """Offices whose holder has that family or full name, those held on the day where it is known."""
        words = plain(name).split()
        if not words:
            return []
        found = [o for o in self._by_word.get(words[-1], []) if self._names(name, o)]
        return [o for o in found if day is None or o.held_on(day)]

    def _names(self, name: str, office: Office) -> bool:
        polity = self.polity(office)
        if " " not in plain(name):
            return family_name(office.holder, polity) == plain(name)
        return same_person(name, office.holder, polity, self.pack.people)

    def of_title(self, title: str, polity: str | None, day: date | None) -> list[Office]:
        """Offices that the title may mean (in the polity, where it is known) held on the day; none without a day.

        Offices of the very title come before those of a fuller one; a bare noun stands for itself only.
        """
        if day is None or not plain(title):
            return []
        meant = self._meanings(title)
        alike = list(chain.from_iterable(meant.values())) if polity is None else meant.get(polity, [])
        exact = [o for o, very in alike if very and o.held_on(day)]
        return exact if exact or is_bare(title) else [o for o, _ in alike if o.held_on(day)]

    def polity_of_style(self, title: str) -> str | None:
        """The one polity where offices are called so: only the United States have a Commerce Secretary."""
        meant = [o for o, _ in chain.from_iterable(self._meanings(title).values())]
        same = meant or self._by_title.get(head(title), [])
        codes = {self.polity(o) for o in same}
        return codes.pop() if " " in plain(title) and len(codes) == 1 and len(same) >= FEWEST else None

    def near(self, name: str, title: str, polity: str | None, day: date | None) -> list[Office]:
        """Holders of the title whose name differs from the printed one by a slip."""
        return [o for o in self.of_title(title, polity, day) if near_name(name, o.holder)]
