"""Writes the graph, or what filters leave of it, for other tools: streamed, and whole or not at all.

RDF comes as in `kg.store.dump`, everything else is made batch by batch of small graphs (`batches`), so that memory does
not grow with the number of articles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Final, NamedTuple

from kg.errors import UsageError
from kg.export import markup, neo4j, owl, parquet, plover, separated, void
from kg.export.choice import Choice
from kg.export.whole import whole
from kg.store.dump import FORMATS as RDF
from kg.store.oxigraph import OxigraphStore
from kg.vocab import PREFIXES

__all__ = ["FORMATS", "Choice", "export", "export_file"]

EVERYTHING: Final = Choice()


class Folder(NamedTuple):
    """A format of several files: their names, and what writes each to its path."""

    files: tuple[str, ...]
    write: Callable[[OxigraphStore, Choice, Mapping[str, Path]], None]


def _rdf(form: str, store: OxigraphStore, choice: Choice, out: IO[bytes]) -> None:
    # A filter that means nothing is said to before the first byte is out.
    store.dump(out, form, PREFIXES, list(choice.chosen(store)) if choice else None)


STREAMS: Final[Mapping[str, Callable[[OxigraphStore, Choice, IO[bytes]], None]]] = {
    **{form: partial(_rdf, form) for form in RDF},
    "graphml": markup.graphml,
    "gexf": markup.gexf,
    "plover": plover.write,
    "void": void.write,
}
FILES: Final[Mapping[str, Callable[[OxigraphStore, Choice, Path], None]]] = {"owlready2": owl.write}
FOLDERS: Final[Mapping[str, Folder]] = {
    "csv": Folder(separated.FILES, separated.write),
    "parquet": Folder(parquet.FILES, parquet.write),
    "neo4j": Folder(neo4j.FILES, neo4j.write),
}
FORMATS: Final = (*STREAMS, *FILES, *FOLDERS)


def export(store: OxigraphStore, form: str, out: IO[bytes], choice: Choice = EVERYTHING) -> None:
    """Write what is chosen of the store as a stream; UsageError for a format that is no stream."""
    if form in FOLDERS:
        raise UsageError(f"{form} is several files: name a folder for them with -o")
    if form in FILES:
        raise UsageError(f"{form} is a file that is not written in one go: name it with -o")
    STREAMS[form](store, choice, out)


def export_file(store: OxigraphStore, form: str, path: Path, choice: Choice = EVERYTHING) -> None:
    """Write it to a file or folder, whose files appear whole or not at all; StoreError when the disk refuses."""
    if form in FOLDERS:
        files, write = FOLDERS[form]
        if path.exists() and not path.is_dir():
            raise UsageError(f"{path}: is a file, and {form} is several: name a folder")
        with whole([path / name for name in files]) as parts:
            write(store, choice, dict(zip(files, parts, strict=True)))
        return
    with whole([path]) as (part,):
        if form in FILES:
            FILES[form](store, choice, part)
        else:
            with part.open("wb") as handle:
                export(store, form, handle, choice)
