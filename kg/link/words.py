"""What a passage is about, as a set of stems: small and without a parser, since the records keep only text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from kg.calendar import MONTHS, WEEKDAYS
from kg.iri import local_name

_RATE = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)[ -]?(?:per[ -]?cent|pct|%)", re.IGNORECASE)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_LENGTH = re.compile(r"\b(an?|\w+|\d+)[ -](?:full[ -])?(day|week|month|year)s?\b", re.IGNORECASE)

_DAY: Final = f"({'|'.join(WEEKDAYS)})"
_WEEK: Final = re.compile(rf"\bfrom {_DAY} (?:to|until|through) {_DAY}\b", re.IGNORECASE)
_ENDINGS: Final = (
    "ations", "ation", "ances", "ance", "ities", "ments", "ment", "ional", "ings", "ing", "ies", "ers", "ed", "es",
    "er", "ity", "ly", "s", "y", "e",
)  # fmt: skip
_DOUBLING: Final = frozenset({"ed", "ing", "er", "ers"})
_IDLE: Final = frozenset((*WEEKDAYS, *MONTHS)) | frozenset(
    """
    a about above after again against all also although amid among an and any are as at be because been before
    being between both but by can could did do does during each either else ever every few for from further
    had has have he her here him his how if in into is it its itself just last latter least less like made
    make many may me might more most much must my near next no nor not now of off on once one only or other
    our out over own per quite rather said same say says she should since so some soon still such than that
    the their them then there these they this those though through to today together too toward towards under
    until up upon us very via was we were what when where whether which while who whose why will with within
    without would yet you your
    month week year day months weeks years days
    yesterday tomorrow recently early late first new newly
    percent per cent pct million billion trillion mln bln dozen hundred thousand
    metre meter kilometre kilometer mile tonne ton hectare litre liter dollar dlr pound euro yen mark franc
    metres meters kilometres kilometers miles tonnes tons hectares litres liters dollars dlrs pounds euros marks francs
    cubic square least
    """.split()
)
# Of one sense in what parties undertake; each row is known by its first word.
_SENSES: Final = """
    cut reduce reduction lower trim decrease curb slash
    raise increase hike widen boost expand
    buy purchase bought
    tariff duty levy
    lift remove removal scrap withdraw withdrew withdrawn withdrawal abolish abolition rescind repeal drop pull pullout
    impose imposition slap introduce
    resume reopen restart
    halt stop suspend suspension cease
    limit restrict restriction restrain restraint
    sell sale sold
    talk meeting negotiation discussion meet met
    shipment export
    alter change
    access open
    pay paid payment
    free release freed liberate
    give gave given
    take took taken
    send sent
    build built
    lend lent loan
    hold held
    withhold withheld
    freeze froze frozen
    break broke broken
    begin began begun
    close shut closure
    allow permit
    produce production output
    extend extension stretch prolong lengthen
    exempt exemption
    inspect inspection
    ratify ratification
    approve approval
    compensate compensation
    apologise apology apologize
    guarantee assurance
    deliver delivery supply supplies
    prisoner captive detainee hostage inmate
    missile rocket
    hand surrender
    leader commander chief
    walkout strike walked struck
    leave left
    keep kept
    bring brought
    lose lost
    write written wrote
    choose chosen chose
    grow grown grew
    spend spent
    draw drawn drew
    find found
    fight fought
    shoot shot
    speak spoken spoke
    seek sought
    lead led
    bind bound
""".strip().splitlines()
_NUMBERS: Final = {
    word: value
    for value, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"a": 1, "an": 1}
_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}


_POINTING: Final = frozenset("them this these those so rest remainder others same latter".split())

_RELATIVE: Final = frozenset({"that", "which", "as"})


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its ending, or the first word of its sense."""
    plain = _ended(word.casefold().split("'")[0].split("’")[0])
    return _SENSE.get(plain, plain)


def _ended(word: str) -> str:
    """The word without its endings: "altering" as "alter"."""
    short = _once(word)
    return short if short == word else _ended(short)


def _once(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            short = word[: -len(ending)]
            return short[:-1] if ending in _DOUBLING and short[-1] == short[-2] and short[-1] not in "ls" else short
    return word


_SENSE: Final = {_ended(word): _ended(row.split()[0]) for row in _SENSES for word in row.split()}


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry something, the numbers, and the rates: "6%"."""
    return frozenset(f"{rate}%" for rate in _RATE.findall(text)) | frozenset(
        stem(word) for word in _WORD.findall(text) if word.casefold() not in _IDLE and len(word) > 1
    )


def first(text: str) -> str:
    """The stem of the first word that carries something: of the verb, where the text begins with it."""
    return next((stem(w) for w in _WORD.findall(text) if w.casefold() not in _IDLE and len(w) > 1), "")


def rates(words: Iterable[str]) -> frozenset[str]:
    """The rates among stems: "6%"."""
    return frozenset(word for word in words if word.endswith("%"))


def points_back(content: str) -> bool:
    """Whether the words mean little without what stands before them: "withdraw them", "remove the rest"."""
    words = [word.casefold() for word in _WORD.findall(content)]
    it = words[1:2] in (["it"], ["that"]) or (words[-1:] == ["it"] and not _RELATIVE & set(words[-2:]))
    return (it or bool(_POINTING & set(words))) and len(stems(content) - _POINTING) <= 2


def names(text: str) -> frozenset[str]:
    """The stems of the words that are capitalised, and idle ones left out."""
    return frozenset(
        stem(w) for w in _WORD.findall(text) if w[0].isupper() and w.casefold() not in _IDLE and len(w) > 1
    )


def of_issues(issues: Iterable[str]) -> frozenset[str]:
    """The stems of the words of issues' notations."""
    return frozenset(stem(word) for issue in issues for word in local_name(issue).split("-"))


def length(text: str) -> tuple[str, int] | None:
    """The first length of time in the text, as printed and in days (a month has 30): "90-day", 90."""
    if span := _WEEK.search(text):
        first, last = (WEEKDAYS.index(day.casefold()) for day in span.groups())
        return span[0], (last - first) % 7 + 1
    for match in _LENGTH.finditer(text):
        number = _NUMBERS.get(match[1].casefold()) or (int(match[1]) if match[1].isdigit() else None)
        if number:
            return match[0], number * _DAYS[match[2].casefold()]
    return None


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared stems over those of the shorter: 1 where one says nothing that the other does not."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
