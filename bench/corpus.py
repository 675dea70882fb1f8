"""The articles that speed is measured on: seeds, annotated passages and, where the shared folder is there, Wikinews."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "articles"
PASSAGES = ROOT / "tests" / "gold"

CAST, NAMES = 10, 60
"""So many invented articles share so many names."""


def gather(folder: Path, shared: Path) -> list[str]:
    """Copies the distinct articles (and sidecars) into the folder; returns their texts."""
    folder.mkdir(parents=True)
    texts: dict[str, Path] = {}
    wikinews = (shared / "data" / "wikinews" / "text").glob("*.txt")
    for path in [*sorted(SEEDS.glob("*.txt")), *sorted(PASSAGES.glob("*/*.txt")), *sorted(wikinews)]:
        texts.setdefault(path.read_text("utf-8"), path)
    for path in texts.values():
        shutil.copy(path, folder)
        if (sidecar := path.with_suffix(".yaml")).exists():
            shutil.copy(sidecar, folder)
    return list(texts)


def words(texts: list[str]) -> int:
    """Words between white space."""
    return sum(len(text.split()) for text in texts)


def distinct(texts: list[str], count: int, length: int) -> Iterator[str]:
    """So many texts of about so many words: beginnings of these in turn, each with names and long words of its own.

    Names are replaced by invented ones, which ten texts share, as articles of one week do; every second long word by
    another of the corpus with the same end: what is left is read as news, and no text repeats another.
    """
    rng = random.Random(count)
    plain = {word for text in texts for word in re.findall(r"\b[a-z]{5,}\b", text)}
    alike: dict[str, list[str]] = {}
    for word in sorted(plain):
        alike.setdefault(word[-2:], []).append(word)
    for number in range(count):
        if number % CAST == 0:
            cast = [_invented(rng) for _ in range(NAMES)]
        names: dict[str, str] = {}

        def other(found: re.Match[str], names: dict[str, str] = names, cast: list[str] = cast) -> str:
            word = found[0]
            if word[0].isupper():
                return names.setdefault(word, rng.choice(cast))
            return rng.choice(alike[word[-2:]]) if rng.random() < 0.5 else word

        text = " ".join(texts[number % len(texts)].split(" ")[:length])
        yield re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b|\b[a-z]{5,}\b", other, text)


def _invented(rng: random.Random) -> str:
    return "".join(rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(rng.randint(2, 4))).capitalize()
