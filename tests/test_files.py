from __future__ import annotations

from pathlib import Path

import pytest

from kg.files import data_dir, write_whole


@pytest.mark.parametrize("name", ["ontology", "queries", "seeds"])
def test_the_data_folders_are_found(name: str) -> None:
    assert any(data_dir(name).iterdir())


def test_a_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.mkdir()
    (path / "in-the-way").touch()
    with pytest.raises(OSError, match=r"c\.json"):
        write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]
