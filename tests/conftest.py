from __future__ import annotations

import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest

from kg.nlp import Language
from kg.packs import Pack
from kg.pipeline import build
from kg.store.oxigraph import OxigraphStore
from tests.sample import sample

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
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    binary = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or shutil.which("oxigraph")
    assert binary, "run `pip install oxigraph`: the tests load into a real server"
    location = tmp_path_factory.mktemp("server")
    command = [binary, "serve", "--location", str(location), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            for _ in range(200):
                try:
                    httpx.get(url, timeout=5)
                    break
                except httpx.TransportError:
                    time.sleep(0.05)
            yield url
        finally:
            process.terminate()
