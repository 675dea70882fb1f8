"""`kg report`, as a user meets it."""

from __future__ import annotations

from pathlib import Path


def test_a_file_that_cannot_be_written_is_one_line(command, folder: Path) -> None:
    Path("notes").write_text("mine")
    code, out, told = command("report", "actor", "China", "-o", "notes/china.md", "--store", str(folder))
    assert (code, out, told.count("\n")) == (1, "", 1)
    assert "notes/china.md: cannot be written: " in told
