"""The articles that speed is measured on: seeds, annotated passages and, where the shared folder is there, Wikinews."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "articles"
PASSAGES = ROOT / "tests" / "gold"


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
