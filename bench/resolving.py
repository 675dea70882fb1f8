"""How the time of resolution grows with the number of distinct names: 1,000 against 10,000, in one run."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from time import process_time

from bench.timing import alternate
from kg import iri
from kg.model import Article, ArticleRecords, Evidence, Mention
from kg.packs import Pack
from kg.resolve import resolve
from kg.resolve.identity import identify
from kg.resolve.names import plain
from kg.resolve.sightings import Sighting
from kg.vocab import KG

SIZES = (1_000, 10_000)
PEOPLE, TELLINGS, WORDS = 10, 2, 120
"""People in an article, articles that name each, and words of an article."""
TYPOS = 0.1
"""So many of the names are another's with a slip."""


def measure(pack: Pack, repeat: int) -> Iterator[str]:
    """Two lines: seconds of both sizes and the exponent of growth, for all of it and for the part across articles."""
    rivals = {str(size): articles(size, pack) for size in SIZES}
    taken = alternate(
        {size: lambda told=told: resolve(told, pack) for size, told in rivals.items()}, repeat, process_time
    )
    yield _line("all of resolution", taken, repeat)
    seen = {size: [s for records in told for s in _sightings(records)] for size, told in rivals.items()}
    taken = alternate(
        {size: lambda these=these: identify(these, (), pack) for size, these in seen.items()}, repeat, process_time
    )
    merged = {size: sum(j.verdict == "same" for j in identify(these, (), pack).rules) for size, these in seen.items()}
    joined = " and ".join(f"{merged[size]:,}" for size in seen)
    yield f"{_line('its part across articles', taken, repeat)}, {joined} spellings merged"


def _line(what: str, taken: Mapping[str, float], repeat: int) -> str:
    small, large = (taken[str(size)] for size in SIZES)
    exponent = math.log(large / small) / math.log(SIZES[1] / SIZES[0])
    return (
        f"{what}: {SIZES[0]:,} names in {small:.2f} s of the processor, {SIZES[1]:,} in {large:.2f} s: "
        f"exponent {exponent:.2f} (aim <= 1.15), median of {repeat}"
    )


def _sightings(records: ArticleRecords) -> Iterator[Sighting]:
    for mention in records.mentions:
        yield Sighting(
            article=records.article.identifier, entity=iri.entity("person", mention.name), kind="person",
            type=KG.Person, name=mention.name, curated=False, times=1, polities=frozenset({mention.polity or ""}),
            titles=frozenset({plain(mention.title or "")}), bodies=frozenset(), day=records.article.published,
        )  # fmt: skip


def articles(size: int, pack: Pack) -> list[ArticleRecords]:
    """Articles that name so many people, each in two of them: surnames as shared as in life, a tenth misspelt."""
    rng = random.Random(size)
    people = list(_people(size, pack, rng)) * TELLINGS
    rng.shuffle(people)
    words = [f"w{n}" for n in range(2_000)]
    return [
        _article(number, people[start : start + PEOPLE], rng.choices(words, k=WORDS))
        for number, start in enumerate(range(0, len(people), PEOPLE))
    ]


def _people(size: int, pack: Pack, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """Name, title and polity: names put together of those that office holders bear."""
    holders = sorted({o.holder for o in pack.offices if " " in o.holder and len(o.polity) == 2})
    given, family = [h.split()[0] for h in holders], [h.split()[-1] for h in holders]
    weights = [1 / (1 + rank) ** 0.5 for rank in range(len(family))]
    posts = sorted({(o.office, o.polity) for o in pack.offices if len(o.polity) == 2})
    known: dict[str, tuple[str, str]] = {}
    while len(known) < size:
        if known and rng.random() < TYPOS:
            original = rng.choice(list(known)[-500:])
            name, post = _misspelt(original, rng), known[original]
        else:
            surname = rng.choices(family, weights)[0] + rng.choice(("", "son", "er"))
            name = f"{rng.choice(given)} {rng.choice(given)[0]}. {surname}"
            post = rng.choice(posts)
        if name not in known:
            known[name] = post
            yield name, *post


def _misspelt(name: str, rng: random.Random) -> str:
    at = rng.choice([i for i, letter in enumerate(name) if i and letter.islower()])
    return name[:at] + name[at + 1 :]


def _article(number: int, people: list[tuple[str, str, str]], words: list[str]) -> ArticleRecords:
    name = f"{number}.txt"
    day = date(1950, 1, 1) + timedelta(days=number)
    article = Article(identifier=name, text=" ".join(words), sha256=f"{number:064x}", published=day)
    mentions = tuple(
        Mention(
            evidence=Evidence(article=name, start=i, end=i + 1, rule="person-name", confidence=0.9),
            form="name", kind="person", name=person, title=title, polity=polity, sentence=i,
        )
        for i, (person, title, polity) in enumerate(people)
    )  # fmt: skip
    return ArticleRecords(article=article, mentions=mentions)
