"""Whether two tellings are of one measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.link.tellings import Telling
from kg.link.ties import LONGEST, SEASON, WEEK, Compared, Sign, Tie, differ, first_of
from kg.link.words import names, overlap, stem, stems
from kg.model import Measure

_BANS: Final = frozenset({"sanction", "export-control"})
_DEFINITE: Final = frozenset({"the", "those", "these", "this", "that", "such"})
_TURNS: Final = frozenset(map(stem, ("raise", "cut")))
_ANOTHER: Final = re.compile(r"\b(?:further|additional|another|extra|second|more)\b", re.IGNORECASE)
_GENERIC: Final = frozenset(
    map(stem, "goods good import export product trade product shipment tariff ban quota law".split())
)


@dataclass(frozen=True)
class _Measures(Compared):
    """Two tellings of measures, with what rules ask of both."""

    new: Measure
    old: Measure

    @cached_property
    def is_of_one_product(self) -> bool:
        return bool(_products(self.new) & _products(self.old))

    @cached_property
    def is_towards_one(self) -> bool:
        return bool(self.later.towards & self.earlier.towards)

    @cached_property
    def figures_agree(self) -> bool | None:
        """Whether amounts or rates agree; None where they cannot be compared."""
        new, old = self.new, self.old
        pairs = [(new.amount, old.amount)] if new.currency == old.currency else []
        pairs += [(new.rate, old.rate), (new.rate_from, old.rate_from)]
        known = [differ(a, b) for a, b in pairs if a is not None and b is not None]
        return None if not known else not any(known)

    @property
    def is_of_one_kind(self) -> bool:
        """True also where two tellings may call one measure so: a ban on exports is a sanction or a control of them."""
        return self.new.kind == self.old.kind or {self.new.kind, self.old.kind} == _BANS

    @property
    def is_one_telling(self) -> bool:
        return self.later.overlaps(self.earlier) and self.later.span == self.earlier.span

    @property
    def is_towards_others(self) -> bool:
        return bool(self.later.towards and self.earlier.towards) and not self.is_towards_one

    @property
    def is_copied(self) -> bool:
        alike = self.like.share >= 0.8 and self.like.shared >= 4
        return alike and not self.here and self.later.days_after(self.earlier) <= WEEK

    @property
    def is_of_another_thing(self) -> bool:
        """True for two products, unless both give one amount, and for a rise and a cut."""
        new, old = self.new, self.old
        one_sum = new.amount is not None and old.amount is not None and not differ(new.amount, old.amount)
        products = bool(_products(new) and _products(old)) and not self.is_of_one_product and not one_sum
        turned = {frozenset(_TURNS & self.later.about), frozenset(_TURNS & self.earlier.about)}
        return products or turned == {frozenset({turn}) for turn in _TURNS}

    @property
    def is_one_event(self) -> bool:
        """True where the article itself tells them as one, and the later in like words or as "the tariffs"."""
        strangers = bool(self.later.actors and self.earlier.actors) and self.side <= 0
        back = bool(_DEFINITE & set(self.later.passage.casefold().split()))
        told = self.here and self.new.event == self.old.event and not strangers
        return told and (self.like.shared >= 2 or back)

    @property
    def is_otherwise(self) -> bool:
        """True for one measure with another amount or rate, and not for a further one."""
        one = not self.here and (self.is_of_one_product or self.like.share >= 0.34)
        another = any(_ANOTHER.search(telling.lead + telling.passage) for telling in (self.later, self.earlier))
        near = self.later.days_after(self.earlier) <= (LONGEST if self.is_of_one_product else SEASON)
        known = self.is_of_one_product or bool(self.new.amount and self.old.amount)
        return near and known and one and not another

    @property
    def is_alike(self) -> bool:
        """True where both tell of one thing, beside whom they name."""
        one, other = (telling.about - telling.names for telling in (self.later, self.earlier))
        return len(one & other) >= 2 and overlap(one, other) >= 0.34


_Signs = tuple[Sign[_Measures], ...]
_COPIED: Final[_Signs] = (Sign("same-words", 0.9, lambda m: m.is_copied, plus=2, retells=True),)
_TOLD: Final[_Signs] = (*_COPIED, Sign("one-event", 0.85, lambda m: m.is_one_event, likeness=2.0))
_OTHERWISE: Final[_Signs] = (Sign("other-amount", 0.5, lambda m: m.is_otherwise, retells=True, kind="conflicts-with"),)
_ONE_SIDE: Final[_Signs] = (
    Sign("same-figures", 0.9, lambda m: bool(m.figures_agree) and m.side == 1, plus=1),
    Sign("same-figures", 0.8, lambda m: bool(m.figures_agree), plus=1),
    Sign("same-product", 0.75, lambda m: m.is_of_one_product),
    Sign("same-target", 0.65, lambda m: m.is_towards_one and not m.here and m.is_alike),
    Sign("same-act", 0.55, lambda m: not m.here and m.side == 1 and m.like.share >= 0.67 and m.like.shared >= 2),
    Sign("same-act", 0.6, lambda m: not m.here and m.like.share >= 0.5 and m.like.shared >= 3),
)
_NO_SIDE: Final[_Signs] = (
    Sign("same-figures", 0.7, lambda m: m.is_towards_one and bool(m.figures_agree) and m.is_of_one_product),
    Sign("same-act", 0.6, lambda m: not m.here and m.like.share >= 0.5 and m.like.shared >= 4),
)


def same_measure(later: Telling, earlier: Telling) -> Iterator[Tie]:
    """One act: of one side, kind and product; another amount or rate of the same is a contradiction."""
    new, old = later.record, earlier.record
    if not (isinstance(new, Measure) and isinstance(old, Measure)) or later.days_after(earlier) > LONGEST:
        return
    both = _Measures(later, earlier, new, old)
    if not both.is_of_one_kind or both.is_one_telling or both.is_towards_others:
        return
    yield from first_of(_signs(both), both, "same-measure")


def _signs(both: _Measures) -> _Signs:
    """Those that may make one of the two, as side, product and figures have it."""
    if both.is_of_another_thing or both.side < 0:
        return _COPIED
    if both.side == 0:
        return (*_TOLD, *_NO_SIDE)
    return (*_TOLD, *(_OTHERWISE if both.figures_agree is False else _ONE_SIDE))


def _products(measure: Measure) -> frozenset[str]:
    """What the measure bears on, without names and what every measure has."""
    return stems(measure.product or "") - _GENERIC - names(measure.product or "")
