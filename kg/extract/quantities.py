"""The grammar of numbers, money and quantities, compiled from the pack's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from kg.packs import Amounts

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]\d/\d{1,2}(?!\d))?|\d/\d{1,2}(?!\d)"
SHORT = frozenset({"k", "m", "b"})
SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
PARTS = {"half a": 0.5, "a quarter of": 0.25, "three quarters of": 0.75}
OFTEN = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}


@dataclass(frozen=True)
class Quantities:
    """Patterns over text, and what their words are worth."""

    words: Amounts
    symbols: dict[str, str] = field(init=False)
    units: dict[str, str] = field(init=False)
    currencies: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        forms = {_plain(form): unit for unit, printed in self.words.units.items() for form in printed}
        object.__setattr__(self, "units", forms)
        words = {_plain(word): code for word, code in self.words.currencies.items()}
        object.__setattr__(self, "currencies", words)
        object.__setattr__(self, "symbols", {symbol.lower(): code for symbol, code in self.words.symbols.items()})

    @cached_property
    def number(self) -> str:
        """Digits, number words, "a" before a scale, "half a"."""
        names = _either(self.words.numbers)
        spelt = rf"(?:{names})(?:[\s-](?:and\s)?(?:{names}|a\shalf))*"
        small = _either(scale for scale in self.words.scales if scale not in SHORT)
        hundred = rf"(?:an?|{names})[\s-]hundred(?:\sand|(?=[\s-](?:{names})))[\s-]{spelt}"
        parts = r"(?:half|a\squarter\sof)\san?(?=[\s-])|three[\s-]quarters\sof\s(?:1|one|an?)(?=[\s-])"
        return rf"{DIGITS}|{hundred}|{parts}|{spelt}|an?(?=\s(?:(?:{small})\b|percentage))"

    @cached_property
    def scale(self) -> str:
        long = _either(scale for scale in self.words.scales if scale not in SHORT)
        return rf"[\s-]?(?:{long})(?:[\s-](?:{long}))?(?![\w])|(?<=\d)[kmb](?![\w])"

    @cached_property
    def unit(self) -> str:
        nations = _either(phrase.rsplit(" ", 1)[0] for phrase in self.words.nations)
        money = _either(self.words.currencies)
        counted = _either(self.units)
        return (
            rf"[\s-]?(?P<symbol>(?-i:{self.sign}))(?![\w])"
            rf"|[\s-]?(?:(?P<nation>{nations}|u\.s\.)[\s-])?(?P<money>{money})s?(?![\w])"
            rf"|[\s-]?(?P<counted>{counted})(?![\w])"
        )

    @cached_property
    def start(self) -> re.Pattern[str]:
        """Where an amount may begin."""
        first = _either(
            (
                *self.words.numbers,
                *self.words.vague,
                "a",
                "an",
                "half",
                "several",
                "few",
                "many",
                "some",
                "third",
                "quarter",
            )
        )
        signs = "|".join(re.escape(sign) for sign in sorted(self.words.symbols, key=len, reverse=True))
        return re.compile(rf"(?<![\w.,$£€¥/])(?=\d|(?:{signs})[\s\d]|(?i:(?:{first})s?\b|multi))")

    @cached_property
    def range(self) -> re.Pattern[str]:
        """Two numbers of one unit: "10 to 15 per cent", "$2-3 billion", "between 5 and 10 million barrels"."""
        high = rf"(?:(?-i:{self.sign})\s?)?(?P<high>{self.number})(?P<scale>{self.scale})?"
        return self._compile(rf"(?P<between>\s?[-–]\s?|\s(?:to|and|or)\s){high}(?:{self.unit})?")

    @cached_property
    def single(self) -> re.Pattern[str]:
        """A number with its currency or unit."""
        return self._compile(rf"(?:{self.unit})?")

    @cached_property
    def sign(self) -> str:
        return _either(self.words.symbols)

    def _compile(self, rest: str) -> re.Pattern[str]:
        lead = rf"(?:(?P<lead>(?-i:{self.sign}))\s?)?(?P<low>{self.number})(?P<lowscale>{self.scale})?"
        return re.compile(rf"(?<![\w.,$£€¥/])(?:{lead}{rest})", re.IGNORECASE)

    @cached_property
    def vague(self) -> re.Pattern[str]:
        """ "Hundreds of billions of dollars", "several million tonnes", "multibillion-dollar"."""
        plural, scale = _either(self.words.vague), _either(s for s in self.words.scales if s not in SHORT)
        head = rf"(?:{plural})(?:\sof\s(?:{plural}))?\sof|(?:several|a\sfew|many|some|multi-?)\s?(?:{scale})"
        return re.compile(rf"(?<!\w)(?:{head})(?:{self.unit})", re.IGNORECASE)

    @cached_property
    def share(self) -> re.Pattern[str]:
        """ "By a fifth", "by two-thirds", "by half"."""
        return re.compile(
            r"(?<=\bby\s)(?:about\s|nearly\s|almost\s)?"
            r"(?:(?P<n>an?|one|two|three|four)[\s-])?(?P<share>half|third|quarter|fifth|tenth)s?(?![\w]|\sa\b)",
            re.IGNORECASE,
        )

    def value(self, number: str, scale: str | None) -> float:
        """What digits or number words are worth."""
        times = 1.0
        for word in re.findall(r"[a-z]+", (scale or "").lower()):
            times *= self.words.scales[word]
        return round(_value(number.lower(), self.words.numbers) * times, 6)

    def share_of(self, match: re.Match[str]) -> float:
        return round(SHARES[match["share"].lower()] * OFTEN[(match["n"] or "a").lower()], 2)

    def unit_of(self, match: re.Match[str]) -> str | None:
        """The unit or ISO 4217 code; a currency that only its country would tell goes by its word."""
        groups = match.groupdict()
        sign = groups.get("lead") or groups["symbol"]
        if sign:
            return self.symbols[sign.lower()]
        if groups["money"]:
            return self._currency(groups["nation"], _plain(groups["money"]))
        return self.units[_plain(groups["counted"])] if groups["counted"] else None

    def _currency(self, nation: str | None, word: str) -> str:
        base = "dollar" if word == "dlr" else word
        if nation:
            return self.words.nations.get(f"{_plain(nation).replace('u.s.', 'us')} {base}", f"{base}s")
        return self.currencies[word] or f"{base}s"


def _plain(words: str) -> str:
    """The words as one key, however they were joined: the patterns take a hyphen for a space."""
    return re.sub(r"[\s-]+", " ", words.lower())


def _either(words: Iterable[str]) -> str:
    """The words as alternatives, longest first; a space is any white space or hyphen."""
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in sorted(set(words), key=lambda w: (-len(w), w)))


def _value(number: str, names: dict[str, float]) -> float:
    if number[0].isdigit():
        whole, _, fraction = (
            number.replace(",", "").replace("-", " ").rpartition(" ") if "/" in number else (number, "", "")
        )
        if not fraction:
            return float(number.replace(",", ""))
        top, bottom = fraction.split("/")
        return float(whole or 0) + int(top) / max(1, int(bottom))
    words = re.findall(r"[a-z]+", number)
    part = next((worth for start, worth in PARTS.items() if " ".join(words).startswith(start)), None)
    if part is not None:
        return part
    if "hundred" in words:
        at = words.index("hundred")
        return 100 * names.get(words[0], 1.0) + sum(names.get(word, 0.0) for word in words[at:])
    halves = 0.5 if "half" in words else 0.0
    known = [names[word] for word in words if word in names]
    return (sum(known) if known else 1.0) + halves
