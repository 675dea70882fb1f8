"""The graph as an owlready2 quadstore: classes and individuals as Python objects.

https://owlready2.readthedocs.io/en/latest/world.html
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from kg.export.choice import Choice
from kg.files import data_dir
from kg.store.oxigraph import OxigraphStore
from kg.vocab import PREFIXES


def write(store: OxigraphStore, choice: Choice, path: Path) -> None:
    """Write the SQLite file: the ontology, and the triples of what is chosen."""
    from kg.ontology import save_world

    with tempfile.TemporaryFile() as triples:
        store.dump(triples, "ntriples", PREFIXES, choice.chosen(store) if choice else None)
        triples.seek(0)
        save_world(path, data_dir("ontology") / "kg.ttl", triples)
