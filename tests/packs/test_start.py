from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.examples import check
from kg.nlp import Language
from kg.packs import Pack
from kg.packs.start import start


def test_a_new_pack_bears_the_name_of_its_folder_and_all_its_examples_hold(tmp_path: Path, nlp: Language) -> None:
    files = start(tmp_path / "Port Towns")
    pack = Pack(overlays=[tmp_path / "Port Towns"])
    assert {path.name for path in files} == {path.name for path in (tmp_path / "Port Towns").iterdir()}
    assert pack.names == ("port-towns",)
    read, findings = check(pack, pack.layers[1:], nlp)
    assert findings == []
    assert read >= len(list(pack.layers[1].filled()))


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        start(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]


def test_an_empty_folder_will_do_and_a_file_will_not(tmp_path: Path) -> None:
    assert start(tmp_path)
    with pytest.raises(UsageError, match="cannot be written"):
        start(tmp_path / "pack.yaml")
