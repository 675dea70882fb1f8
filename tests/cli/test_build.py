"""`kg build` with every kind of source, as it is typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.kept import Kept
from kg.model import Article
from kg.store.oxigraph import OxigraphStore
from tests.read.sources import BODY, ROW, SAMPLES, table

ROOT = Path(__file__).resolve().parents[2]
# As where the package is not installed: an import of it fails.
WITHOUT = "import sys; sys.modules[{name!r}] = None; from kg.cli import main; main(sys.argv[1:])"


def kg(*arguments: str, folder: Path, given: bytes = b"", without: str = "") -> tuple[int, str]:
    """The exit code and what was said."""
    start = ["-c", WITHOUT.format(name=without)] if without else ["-m", "kg"]
    command = [sys.executable, *start, "build", *arguments, "--store", str(folder / "graph")]
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, check=False)
    return done.returncode, done.stderr.decode()


def stored(folder: Path) -> dict[str, Article]:
    """The articles of the store by identifier."""
    with OxigraphStore.open(folder / "graph") as store:
        kept = Kept(folder / "graph" / "records")
        return {name: kept.get(key).article for name, key in store.manifest.articles.items()}


def test_columns_are_named_and_the_store_holds_an_article_per_row(tmp_path: Path) -> None:
    rows = [{"n": f"F{n}", "body": f"{ROW['text']} {n}", "day": "2021-06-16"} for n in (1, 2)]
    (tmp_path / "table.dat").write_bytes(table(",", *rows))
    named = ("--column", "text=body", "--column", "id=n", "--column", "published=day")
    code, said = kg(str(tmp_path / "table.dat"), "--kind", "csv", *named, folder=tmp_path)
    assert (code, "2 read (2 parsed, 0 kept), 0 skipped" in said) == (0, True), said
    articles = stored(tmp_path)
    assert [(name, str(article.published)) for name, article in sorted(articles.items())] == [
        ("table.dat#F1", "2021-06-16"), ("table.dat#F2", "2021-06-16"),
    ]  # fmt: skip


def test_each_text_of_standard_input_is_an_article_that_pruning_leaves_and_names_no_base(tmp_path: Path) -> None:
    for text in BODY:
        code, said = kg("-", folder=tmp_path, given=text.encode())
        assert code == 0, said
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text(BODY[0])
    code, said = kg(str(tmp_path / "a"), "--prune", folder=tmp_path)
    assert (code, "1 read" in said, "pruned" in said) == (0, True, False), said
    assert sorted(article.text for article in stored(tmp_path).values()) == sorted([*BODY, BODY[0]])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("a.csv", "--column", "text=bodi"), 2, "no column 'bodi' for text; there are number, body"),
        (("a.csv", "--column", "headline=body"), 2, "expected FIELD=NAME, the field one of text, id, title"),
        (("a.csv", "--column", "text"), 2, "expected FIELD=NAME"),
        (("a.csv", "--kind", "docx"), 2, "'docx' is not one of 'text', 'markdown', 'html'"),
        (("*.pdf",), 2, "no file matches"),
        (("a.csv", "--publish", ""), 2, "'--publish': an empty name is no folder; write . for the present one"),
        (("a.csv", "--base", ""), 2, "'--base': an empty name is no folder"),
        (("http://127.0.0.1:9/fish",), 0, "127.0.0.1 is a private address (--allow-private"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_there_is(
    arguments: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_bytes(table(",", {"number": "7", "body": ROW["text"]}))
    first, *rest = arguments
    path = first if first.startswith("http") else str(tmp_path / first)
    got, lines = kg(path, *rest, folder=tmp_path)
    assert got == code, lines
    (line,) = [line for line in lines.splitlines() if said in line]
    assert "Traceback" not in lines
    assert code == 0 or line == lines.splitlines()[-1]


def test_a_readme_beside_articles_is_skipped_with_a_reason_and_goes_from_a_store_that_has_it(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in ("a.txt", "README.md"):
        (tmp_path / "news" / name).write_text("\n\n".join(BODY), "utf-8")
    kg(str(tmp_path / "news" / "README.md"), folder=tmp_path)
    assert list(stored(tmp_path)) == ["README.md"]
    code, said = kg(str(tmp_path / "news"), "--prune", folder=tmp_path)
    assert code == 0
    assert (
        "skipped README.md: tells of the folder and is taken for no article: name the file itself to build it" in said
    )
    assert list(stored(tmp_path)) == ["a.txt"]


@pytest.mark.parametrize(
    ("kind", "read", "package"),
    [("html", "html", "trafilatura"), ("rss", "feed", "feedparser"), ("pdf", "pdf", "pypdf")],
)
def test_a_file_that_needs_a_missing_package_is_skipped_with_the_command_that_installs_it(
    kind: str, read: str, package: str, tmp_path: Path
) -> None:
    path = tmp_path / SAMPLES[kind].name
    path.write_bytes(SAMPLES[kind].data)
    code, said = kg(str(path), folder=tmp_path, without=package)
    assert code == 0
    assert f"skipped {path.name}: reading {read} needs {package}: run `pip install 'kg[ingest]'`" in said
