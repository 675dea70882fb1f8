from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from kg.errors import ArticleError, UsageError
from kg.read import Source, find, read

ENGLISH = (
    "The ministers of nine states said on Monday that they had failed to agree on a catch of herring for the year.\n"
)


def write(path: Path, text: str | bytes = ENGLISH) -> Source:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Source(path, path.name)


def names(paths: list[Path], base: Path | None = None) -> list[str]:
    return [source.identifier for source in find(paths, base)[0]]


def test_a_folder_gives_its_text_files_in_one_order_named_by_their_path_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "notes.md", ".hidden.txt", ".git/d.txt"):
        write(tmp_path / name)
    assert names([tmp_path]) == ["a.txt", "b.txt", "sub/c.txt"]
    assert names([tmp_path / "sub", tmp_path / "b.txt", tmp_path / "a.txt"]) == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_file_given_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    assert names([tmp_path, tmp_path / "a.txt", tmp_path]) == ["a.txt"]


def test_a_base_keeps_identifiers_the_same_whatever_paths_are_given(tmp_path: Path) -> None:
    write(tmp_path / "2021/06/a.txt")
    assert names([tmp_path / "2021/06/a.txt"], tmp_path) == ["2021/06/a.txt"]
    assert names([tmp_path / "2021"], tmp_path) == ["2021/06/a.txt"]
    assert find([tmp_path], tmp_path)[1] == tmp_path


def test_a_missing_path_is_a_usage_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone: no such file or folder"):
        find([tmp_path / "gone"])


def test_a_path_outside_the_base_is_a_usage_error_that_says_what_to_do(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    with pytest.raises(UsageError, match="--base"):
        find([tmp_path / "a.txt"], tmp_path / "elsewhere")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_text_is_exactly_what_the_file_holds(tmp_path: Path, newline: str, mark: str) -> None:
    text = mark + ENGLISH.replace("\n", newline) + "“Nein”, he said." + newline
    article = read(write(tmp_path / "a.txt", text))
    assert article.text == text
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file"),
        (ENGLISH.encode("utf-16"), "a binary file"),
        ("Der Präsident".encode("latin-1"), "not UTF-8 .byte 6."),
        (b"\xed\xa0\x80 is a lone surrogate", "not UTF-8"),
        ("Die Minister haben sich am Montag nicht auf eine Quote geeinigt. " * 5, "not English"),
        ("部長們週一未能就漁獲配額達成協議。" * 20, "not English"),
        (ENGLISH.replace("\n", " ") * 3_000, "characters are more than 200,000"),
    ],
)
def test_what_cannot_be_used_is_refused_with_one_reason(tmp_path: Path, data: str | bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as raised:
        read(write(tmp_path / "bad.txt", data))
    assert raised.value.source == "bad.txt"
    assert "\n" not in str(raised.value)


def test_a_folder_named_like_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(ArticleError, match="cannot be read"):
        read(Source(tmp_path / "x.txt", "x.txt"))


def test_a_dangling_link_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(ArticleError, match="cannot be read"):
        read(Source(tmp_path / "x.txt", "x.txt"))


def test_the_longest_article_is_for_the_caller_to_say(tmp_path: Path) -> None:
    source = write(tmp_path / "a.txt")
    assert read(source, max_chars=len(ENGLISH)).text == ENGLISH
    with pytest.raises(ArticleError, match="--max-chars"):
        read(source, max_chars=len(ENGLISH) - 1)


def test_the_sidecar_says_when_and_by_whom_and_wins_over_the_given_date(tmp_path: Path) -> None:
    source = write(tmp_path / "a.txt")
    assert read(source, published=date(2021, 1, 1)).published == date(2021, 1, 1)
    write(tmp_path / "a.yaml", "published: 2021-06-16\npublisher: The Harbour Post\nagencies: [NTB, AFP]\n")
    article = read(source, published=date(2021, 1, 1))
    assert (article.published, article.published_inferred) == (date(2021, 6, 16), False)
    assert (article.publisher, article.agencies) == ("The Harbour Post", ("NTB", "AFP"))
