from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kg.nlp import Language
from kg.packs import Pack
from kg.pipeline import build
from kg.store.oxigraph import OxigraphStore
from tests.sample import sample
from tests.servers import running

pytest_plugins = ["tests.reading"]


@pytest.fixture(scope="session")
def graphs() -> Mapping[str, bytes]:
    """The sample, as the pipeline hands it to a store."""
    return sample()


@pytest.fixture(scope="session")
def memory(graphs) -> OxigraphStore:
    """The sample in memory, to read."""
    store = OxigraphStore.memory()
    store.replace_graphs(graphs)
    return store


@pytest.fixture(scope="session")
def folder(graphs, tmp_path_factory) -> Path:
    """The sample on disk, to read."""
    path = tmp_path_factory.mktemp("sample") / "graph"
    with OxigraphStore.create(path) as store:
        store.replace_graphs(graphs)
    return path


@pytest.fixture(scope="session")
def built(pack: Pack, nlp: Language, tmp_path_factory) -> Path:
    """The store that the real pipeline makes of the seed articles, to read."""
    path = tmp_path_factory.mktemp("built") / "graph"
    build([Path(__file__).parent.parent / "seeds" / "articles"], path, nlp=nlp, pack=pack)
    return path


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[str]:
    """The address of a real `oxigraph serve` on loopback, empty at first."""
    with running.oxigraph(tmp_path_factory.mktemp("server")) as url:
        yield url
