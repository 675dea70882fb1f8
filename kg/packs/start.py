"""A new pack: small files, each with a worked line and its examples, to be written over."""

from __future__ import annotations

from pathlib import Path

from kg.errors import UsageError
from kg.files import data_dir
from kg.iri import slug
from kg.packs.layer import ABOUT


def start(folder: Path) -> tuple[Path, ...]:
    """Write the start of a pack, under the folder's name, into the folder; returns its files.

    UsageError where the folder holds anything already, or cannot be written.
    """
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise UsageError(f"{folder}: the folder is not empty: name a new one, or an empty one")
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_copied(path, folder) for path in sorted((data_dir("seeds") / "packs" / "start").iterdir()))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror}") from error


def _copied(path: Path, folder: Path) -> Path:
    text = path.read_text("utf-8")
    name = slug(folder.absolute().name)
    if path.name == ABOUT and name:
        label = name.replace("-", " ").capitalize()
        text = text.replace("name: my-pack", f"name: {name}").replace("label: My pack", f"label: {label}")
    (folder / path.name).write_text(text, "utf-8")
    return folder / path.name
