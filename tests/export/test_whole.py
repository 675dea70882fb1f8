from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError, UsageError
from kg.export import FILES, FOLDERS, FORMATS, STREAMS, export_file
from kg.export.whole import whole
from kg.store.oxigraph import OxigraphStore

ROOT = Path(__file__).parent.parent.parent


def left(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_every_format_is_a_stream_a_file_or_a_folder():
    assert sorted(FORMATS) == sorted([*STREAMS, *FILES, *FOLDERS])
    assert len(set(FORMATS)) == len(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_written_where_it_was_asked_for_and_nothing_else(memory, tmp_path, form):
    export_file(memory, form, tmp_path / "new" / "out")
    files = {f"new/out/{name}" for name in FOLDERS[form].files} if form in FOLDERS else set()
    assert left(tmp_path) == {"new", "new/out"} | files
    assert all(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("form", sorted(set(FORMATS) - set(FILES) - {"parquet"}))
def test_the_same_store_is_written_as_the_same_bytes(folder, tmp_path, form):
    with OxigraphStore.open(folder) as store:
        for name in ("a", "b"):
            export_file(store, form, tmp_path / name)
    a, b = ({p.name if p.name != n else "": p.read_bytes() for p in [tmp_path / n, *(tmp_path / n).rglob("*")]
             if p.is_file()} for n in ("a", "b"))  # fmt: skip
    assert a == b != {}


@pytest.mark.parametrize("form", FORMATS)
def test_when_the_disk_is_full_what_was_there_stays(folder, tmp_path, form):
    target = tmp_path / "out"
    names = FOLDERS[form].files if form in FOLDERS else [""]
    for name in names:
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text("before")
    # Files that may not grow beyond some bytes stand for a disk that is full; each format writes more than that.
    done = subprocess.run(
        [sys.executable, "-m", "kg", "export", "-f", form, "--store", folder, "-o", target],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, cwd=tmp_path, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000)),
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith(f"kg: {target}"), done.stderr
    assert "cannot be written" in done.stderr
    assert done.stderr.count("\n") == 1
    assert {path.read_text() for path in tmp_path.rglob("*") if path.is_file()} == {"before"}


def write(targets: list[Path], then: Exception | None = None) -> None:
    """Write all of them, or fail when they are written and have not taken their places."""
    with whole(targets) as parts:
        for part in parts:
            part.write_text("new")
        if then:
            raise then


def test_nothing_takes_its_place_unless_everything_is_written(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(StoreError, match="No space"):
        write([tmp_path / "a", tmp_path / "made" / "b"], OSError(28, "No space left on device"))
    assert left(tmp_path) == {"a"}
    assert (tmp_path / "a").read_text() == "old"
    write([tmp_path / "a"])
    assert (tmp_path / "a").read_text() == "new"


def test_a_mistake_in_writing_leaves_nothing_either(tmp_path):
    with pytest.raises(ZeroDivisionError):
        write([tmp_path / "made" / "deep" / "a"], ZeroDivisionError())
    assert left(tmp_path) == set()


def test_a_folder_is_no_file_and_a_file_no_folder(memory, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StoreError, match="is a folder"):
        export_file(memory, "turtle", tmp_path / "folder")
    with pytest.raises(UsageError, match="is a file"):
        export_file(memory, "neo4j", tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"
    assert left(tmp_path) == {"folder", "file"}


def test_without_pyarrow_parquet_says_what_to_install(memory, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"kg\[tables\]"):
        export_file(memory, "parquet", tmp_path / "tables")
    assert left(tmp_path) == set()
