from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pyoxigraph as ox
import pytest

from kg.store import draft
from kg.store.draft import Draft


def test_a_batch_is_loaded_while_the_graphs_of_the_next_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    next_is_made = Event()

    def load(quads: ox.Store, texts: list[bytes]) -> None:
        assert next_is_made.wait(10)

    def graphs() -> Iterator[tuple[str, bytes]]:
        yield "https://a.example/first", b"large enough to be a batch"
        next_is_made.set()
        yield "https://a.example/second", b"the next"

    monkeypatch.setattr(draft, "BATCH", 10)
    monkeypatch.setattr(draft, "_load", load)
    made = Draft(ox.Store(), None, {}, "memory", None)
    made.take(graphs())
    assert made.written == ["https://a.example/first", "https://a.example/second"]


def test_a_load_that_fails_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "BATCH", 10)
    with pytest.raises(SyntaxError):
        Draft(ox.Store(), None, {}, "memory", None).take(
            [("https://a.example/first", b"no quad at all"), ("https://a.example/b", b"")]
        )
