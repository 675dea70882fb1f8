from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from kg.errors import ArticleError, UsageError
from kg.model import Article
from kg.read import Options, Source, find
from kg.read import read as read_all

ENGLISH = (
    "The ministers of nine states said on Monday that they had failed to agree on a catch of herring for the year.\n"
)


def write(path: Path, text: str | bytes = ENGLISH) -> Source:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Source(path, path.name)


def names(paths: list[Path | str], base: Path | None = None) -> list[str]:
    return [source.identifier for source in find(paths, base).sources]


def read(source: Source, **options: object) -> Article:
    """The one article of the source; what keeps it from being one is raised."""
    (found,) = read_all([source], Options(**options))  # type: ignore[arg-type]
    if isinstance(found, ArticleError):
        raise found
    return found


def test_a_folder_gives_the_files_that_can_be_read_in_one_order_named_by_their_path_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "notes.doc", "sub/.hidden.md", ".hidden.txt", ".git/d.txt"):
        write(tmp_path / name)
    assert names([tmp_path]) == ["a.txt", "b.txt", "sub/c.txt"]
    assert names([tmp_path / "sub", tmp_path / "b.txt", tmp_path / "a.txt"]) == ["a.txt", "b.txt", "sub/c.txt"]


@pytest.mark.parametrize(
    "name", ["README.md", "readme.txt", "README-zh.md", "LICENSE.txt", "Licence.md", "COPYING.txt"]
)
def test_what_tells_of_a_folder_is_no_article_of_it_unless_named_itself(tmp_path: Path, name: str) -> None:
    for file in ("a.txt", "readmes-of-the-talks.txt", f"sub/{name}"):
        write(tmp_path / file)
    found = find([tmp_path])
    assert [source.identifier for source in found.sources] == ["a.txt", "readmes-of-the-talks.txt"]
    assert found.aside == (f"sub/{name}",)
    assert names([tmp_path / "sub" / name]) == [name]
    assert names([tmp_path, tmp_path / "sub" / name])[-1] == f"sub/{name}"


def test_a_file_given_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    assert names([tmp_path, tmp_path / "a.txt", tmp_path]) == ["a.txt"]


def test_a_base_keeps_identifiers_the_same_whatever_paths_are_given(tmp_path: Path) -> None:
    write(tmp_path / "2021/06/a.txt")
    assert names([tmp_path / "2021/06/a.txt"], tmp_path) == ["2021/06/a.txt"]
    assert names([tmp_path / "2021"], tmp_path) == ["2021/06/a.txt"]
    assert find([tmp_path], tmp_path).root == tmp_path


@pytest.mark.parametrize("address", ["ftp://harbour.example/fish", "file:///etc/passwd", "s3://fish/a.txt"])
def test_an_address_that_is_not_fetched_is_told(address: str) -> None:
    with pytest.raises(UsageError, match=r"only http\(s\) addresses are fetched"):
        find([address])


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
        (b"", "it is empty"),
        (b" \n\t\r\n", "it is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file"),
        (ENGLISH.encode("utf-16"), "it is UTF-16; convert it"),
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


@pytest.mark.parametrize("name", ["loop.txt", "loop.html", "loop.csv"])
def test_links_in_a_circle_end(tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / name).symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / name)
    (tmp_path / "folder").symlink_to(tmp_path)
    found = list(read_all(find([tmp_path]).sources))
    assert [one.identifier for one in found if isinstance(one, Article)] == ["a.txt"]
    assert [one.source for one in found if isinstance(one, ArticleError)] == [name]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="no regular file"):
        read(Source(tmp_path / "pipe.txt", "pipe.txt"))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ArticleError, match="characters are more than 200,000"):
        read(Source(tmp_path / "huge.txt", "huge.txt"))


def test_globs_are_matched_and_files_that_are_there_are_taken_by_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "sub/c.txt", "[d].txt"):
        write(tmp_path / name)
    assert names([f"{tmp_path}/*.txt"]) == ["[d].txt", "a.txt"]
    assert names([f"{tmp_path}/**/*.txt"]) == ["[d].txt", "a.txt", "sub/c.txt"]
    assert names([tmp_path / "[d].txt"]) == ["[d].txt"]
    with pytest.raises(UsageError, match="no file matches"):
        names([f"{tmp_path}/*.pdf"])


def test_two_files_that_would_have_one_name_are_an_error_that_names_both(tmp_path: Path) -> None:
    for name in (b"caf\xe8.txt", b"caf\xe9.txt"):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(ENGLISH)
    with pytest.raises(UsageError, match=r"caf\\xe8.* and .*caf\\xe9"):
        find([tmp_path])


@pytest.mark.parametrize(
    ("asked", "identifier", "covered"),
    [
        (".", "gone.txt", True),
        (".", "t.csv#4", True),
        (".", "https://harbour.example/fish", False),
        (".", "-#0123456789ab", False),
        ("t.csv", "t.csv#4", True),
        ("t.csv", "t.csv2", False),
        ("t.csv", "a.txt", False),
        ("*.csv", "gone.csv", True),
        ("*.csv", "gone.csv#2", True),
        ("*.csv", "t.csv#4", True),
        ("*.csv", "sub/u.csv#4", False),
        ("*.csv", "gone.txt", False),
        ("https://harbour.example/feed", "https://harbour.example/feed#1", True),
        ("https://harbour.example/feed", "https://harbour.example/feeds", False),
        ("https://harbour.example/feed", "a.txt", False),
        ("-", "-#0123456789ab", False),
    ],
)
def test_what_was_asked_for_covers_what_is_gone_from_it_and_nothing_else(
    tmp_path: Path, asked: str, identifier: str, covered: bool
) -> None:
    for name in ("t.csv", "a.txt", "sub/u.csv"):
        write(tmp_path / name)
    elsewhere = asked.startswith(("http", "-"))
    assert find([asked if elsewhere else f"{tmp_path}/{asked}"], tmp_path).covers(identifier) is covered
