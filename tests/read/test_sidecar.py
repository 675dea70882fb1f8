from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import ArticleError
from kg.read import Sidecar
from kg.read.sidecar import read_sidecar


def sidecar(folder: Path, text: str | bytes) -> Sidecar:
    (folder / "a.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_sidecar(folder / "a.txt", "a.txt")


def test_an_article_needs_no_sidecar(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "a.txt", "a.txt") == Sidecar()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}"])
def test_an_empty_sidecar_says_nothing(tmp_path: Path, text: str) -> None:
    assert sidecar(tmp_path, text) == Sidecar()


def test_all_its_keys_are_read(tmp_path: Path) -> None:
    text = (
        "published: 2021-06-16\ninferred: true\npublisher: The Harbour Post\nagencies: [NTB]\n"
        "url: https://harbour.example/fish\ntitle: No deal on fish\nbyline: Mette Krog\n"
    )
    assert sidecar(tmp_path, text) == Sidecar(
        published=date(2021, 6, 16),
        inferred=True,
        publisher="The Harbour Post",
        agencies=("NTB",),
        url="https://harbour.example/fish",
        title="No deal on fish",
        byline="Mette Krog",
    )


@pytest.mark.parametrize(
    "text",
    [
        "publishd: 2021-06-16",
        "published: last week",
        "agencies: AFP",
        "inferred: maybe",
        "- published: 2021-06-16",
        "just words",
        "published: [",
        "title: !!python/object/apply:os.system [ls]",
        b"title: \xe4",
    ],
)
def test_a_broken_sidecar_is_refused_with_the_keys_it_may_have(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(
        ArticleError, match="its keys are published, inferred, publisher, agencies, url, title, byline"
    ) as raised:
        sidecar(tmp_path, text)
    assert "\n" not in str(raised.value)
