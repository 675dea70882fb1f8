from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.snapshot import publish, snapshot
from kg.store.oxigraph import OxigraphStore
from kg.store.texts import FOLDER
from kg.vocab import PREFIXES

GRAPHS = [f"https://a.example/{name}" for name in "abc"]


def quads(graph: str, *values: int) -> bytes:
    return b"".join(b'<urn:s> <urn:p> "%d\\n\xc3\xa9" <%s> .\n' % (value, graph.encode()) for value in sorted(values))


def texts(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("*/*"))


def turtle(folder: Path) -> bytes:
    out = BytesIO()
    with OxigraphStore.open(folder) as store:
        store.dump(out, "turtle", PREFIXES)
    return out.getvalue()


@given(st.lists(st.dictionaries(st.sampled_from(GRAPHS), st.sets(st.integers(0, 3), min_size=1)), max_size=4))
@settings(max_examples=20, deadline=None)
def test_after_any_history_each_graph_has_its_text_and_no_other_is_kept(tmp_path_factory, history):
    folder = tmp_path_factory.mktemp("store")
    with OxigraphStore.create(folder) as store:
        for graphs in [*history, {GRAPHS[0]: {1}}]:
            store.replace_graphs({iri: quads(iri, *values) for iri, values in graphs.items()})
            for iri in store.graphs():
                assert store.graph_text(iri).read() == b"".join(store.graph_lines(iri))
            kept = [gzip.decompress(path.read_bytes()) for path in texts(folder)]
            assert sorted(kept) == sorted(b"".join(store.graph_lines(iri)) for iri in store.graphs())


@pytest.mark.parametrize(
    "harm",
    [
        Path.unlink,
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(gzip.compress(quads(GRAPHS[0], 7))),
    ],
    ids=["gone", "cut", "empty", "another"],
)
def test_the_quads_are_read_where_a_text_is_not_what_its_name_says(tmp_path, harm):
    with OxigraphStore.create(tmp_path) as store:
        store.replace_graphs({iri: quads(iri, 1, 2) for iri in GRAPHS})
    whole = turtle(tmp_path)
    harm(texts(tmp_path)[0])
    assert turtle(tmp_path) == whole


def test_a_whole_text_is_read_in_place_of_the_quads(tmp_path, monkeypatch):
    with OxigraphStore.create(tmp_path) as store:
        store.replace_graphs({iri: quads(iri, 1, 2) for iri in GRAPHS})
    whole = turtle(tmp_path)
    monkeypatch.setattr(OxigraphStore, "graph_lines", lambda *_: pytest.fail("the quads were read"))
    assert turtle(tmp_path) == whole


def test_copies_of_a_store_have_the_same_files(tmp_path):
    for number in (1, 2):
        with OxigraphStore.create(tmp_path / "store") as store:
            store.replace_graphs({iri: quads(iri, number) for iri in GRAPHS})
        publish(tmp_path / "store", tmp_path / "public")
    snapshot(tmp_path / "store", tmp_path / "copy")
    for folder in ("public", "copy"):
        for path, other in zip(texts(tmp_path / "store"), texts(tmp_path / folder), strict=True):
            assert path.samefile(other)
