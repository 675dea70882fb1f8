"""Percentages, money and quantities as printed -> their value and unit; and which of two is before, which after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.quantities import Quantities
from kg.extract.text import Text

RATES = frozenset({"percent", "percentage points", "basis points"})
_CODE = re.compile(r"[A-Z]{3}")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?(?:about\s)?$", re.IGNORECASE)
_ABOUT = frozenset(
    "about around some nearly almost roughly over under just only approximately at least more than the a an"
    " current".split()
)
REACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounted:
    """Tokens [start, end) that say how much. `value` is absent where the text is vague, `upper` ends a range."""

    start: int
    end: int
    printed: str
    unit: str
    value: float | None = None
    upper: float | None = None

    @property
    def currency(self) -> str | None:
        return self.unit if _CODE.fullmatch(self.unit) else None

    @property
    def is_money(self) -> bool:
        return self.currency is not None

    @property
    def is_rate(self) -> bool:
        return self.unit in RATES


@dataclass(frozen=True, slots=True)
class RateChange:
    """ "From 10 to 25 per cent", "to 25 per cent from 10 per cent", or either half of it."""

    before: Amounted | None
    after: Amounted | None


def find_amounts(text: Text) -> list[Amounted]:
    """The amounts of the article in order, no word in two of them."""
    grammar, clean = text.lexicon.quantities, text.reading.text
    found: list[Amounted] = []
    end = 0
    for start in _starts(grammar, clean):
        if start < end:
            continue
        match = _vague(grammar, clean, start) or _exact(grammar, clean, start)
        amounted = match and _amounted(text, *match)
        if match and amounted:
            found.append(amounted)
            end = match[1]
    return found


@dataclass(frozen=True, slots=True)
class _Worth:
    unit: str
    value: float | None = None
    upper: float | None = None


def _starts(grammar: Quantities, clean: str) -> Iterator[int]:
    for match in grammar.start.finditer(clean):
        yield match.start()


def _amounted(text: Text, start: int, end: int, worth: _Worth) -> Amounted | None:
    span = text.doc.char_span(start, end, alignment_mode="expand")
    if span is None or text.sentence_of[span.start] != text.sentence_of[span.end - 1]:
        return None
    printed = " ".join(text.reading.text[start:end].split())
    return Amounted(
        start=span.start, end=span.end, printed=printed, unit=worth.unit, value=worth.value, upper=worth.upper
    )


def _vague(grammar: Quantities, clean: str, start: int) -> tuple[int, int, _Worth] | None:
    match = grammar.vague.match(clean, start)
    unit = grammar.unit_of(match) if match else None
    if match and unit:
        return start, match.end(), _Worth(unit)
    match = grammar.share.match(clean, start)
    return (start, match.end(), _Worth("percent", grammar.share_of(match))) if match else None


def _exact(grammar: Quantities, clean: str, start: int) -> tuple[int, int, _Worth] | None:
    ranged = grammar.range.match(clean, start)
    unit = grammar.unit_of(ranged) if ranged else None
    if ranged and unit and _is_range(ranged, clean):
        low, high = _ends(grammar, ranged)
        return start, ranged.end(), _Worth(unit, low, high)
    single = grammar.single.match(clean, start)
    unit = grammar.unit_of(single) if single else None
    if single and unit and not _is_weight(clean, single):
        return start, single.end(), _Worth(unit, grammar.value(single["low"], single["lowscale"]))
    return None


def _is_range(match: re.Match[str], clean: str) -> bool:
    """ "Between 5 and 10" is one, "5 and 10" is two numbers; "$5 or 10 per cent" is of two kinds."""
    link = match["between"].strip().lower()
    if link in ("and", "or"):
        return link == "and" and bool(_BETWEEN.search(clean[max(0, match.start() - 25) : match.start()]))
    if link in ("-", "–") and not match["low"][0].isdigit():
        return False
    return not (match["lead"] and match["counted"])


def _ends(grammar: Quantities, match: re.Match[str]) -> tuple[float, float]:
    """Both ends; a scale behind the second counts for the first too: "$2 to 3 billion"."""
    high = grammar.value(match["high"], match["scale"])
    low = grammar.value(match["low"], match["lowscale"])
    shared = grammar.value(match["low"], match["scale"])
    return (shared if match["lowscale"] is None and shared <= high else low), high


def _is_weight(clean: str, match: re.Match[str]) -> bool:
    """ "Two pounds of beef" is no money."""
    return (match["money"] or "").lower() == "pound" and bool(re.match(r"\sof\s(?!debt|aid)", clean[match.end() :]))


def find_changes(text: Text, amounts: list[Amounted]) -> list[RateChange]:
    """Pairs of amounts of one unit that stand as before and after, in either order; and halves alone."""
    changes: list[RateChange] = []
    paired: set[int] = set()
    for i, amount in enumerate(amounts):
        if i in paired:
            continue
        link = _link(text, amount)
        if amount.upper is not None and link == "from":
            changes.append(_unrange(amount))
            continue
        other = amounts[i + 1] if i + 1 < len(amounts) else None
        if link in ("from", "to") and other is not None and _is_pair(text, amount, other, link):
            paired.add(i + 1)
            changes.append(RateChange(amount, other) if link == "from" else RateChange(other, amount))
        elif link in ("from", "to"):
            changes.append(RateChange(amount, None) if link == "from" else RateChange(_bare(text, amount), amount))
    return changes


def _is_pair(text: Text, first: Amounted, second: Amounted, link: str) -> bool:
    """Of one unit and close by: "from X ... to Y", "to Y ... from X"; "from X a barrel to Y"."""
    return (
        first.unit == second.unit
        and second.start - first.end <= 2 * REACH
        and text.sentence_of[first.start] == text.sentence_of[second.start]
        and _link(text, second) == ("to" if link == "from" else "from")
    )


def _link(text: Text, amount: Amounted) -> str:
    """The preposition before an amount, past "about", "the current" and their like."""
    i = amount.start - 1
    while i >= 0 and text.lower[i] in _ABOUT and amount.start - i <= REACH:
        i -= 1
    return text.lower[i] if i >= 0 else ""


def _unrange(amount: Amounted) -> RateChange:
    """ "From 10 to 25 per cent" is read as a range first."""
    low = Amounted(start=amount.start, end=amount.end, printed=amount.printed, unit=amount.unit, value=amount.value)
    high = Amounted(start=amount.start, end=amount.end, printed=amount.printed, unit=amount.unit, value=amount.upper)
    return RateChange(low, high)


def _bare(text: Text, amount: Amounted) -> Amounted | None:
    """ "To 25 per cent from 10": the number behind that leaves its unit out."""
    if text.lower[amount.end : amount.end + 1] != ["from"]:
        return None
    for i in range(amount.end + 1, min(amount.end + REACH, len(text.words))):
        if text.lower[i] in _ABOUT:
            continue
        number = text.words[i].replace(",", "")
        if not re.fullmatch(r"\d+(\.\d+)?", number):
            return None
        return Amounted(start=i, end=i + 1, printed=text.words[i], unit=amount.unit, value=float(number))
    return None
