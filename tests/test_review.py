"""`kg review`: unsure pairs are shown with passages of both articles, and judged; the next build applies it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from spacy.language import Language

from kg.cli.review import review as command
from kg.errors import QueryError
from kg.packs import Pack, read_judgements
from kg.pipeline import build
from kg.review import find, judge, unsure
from kg.store.oxigraph import OxigraphStore

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {
    "a.txt": "Portuguese Economy Minister Ana Duarte met the press on Tuesday. Ms Duarte said the talks had failed.\n",
    "b.txt": "Portuguese Fisheries Minister Ana Duarde was late on Monday. Ms Duarde said the talks had failed.\n",
}
Rebuild = Callable[[], None]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
        (folder / name).with_suffix(".yaml").write_text("published: 2019-06-01\n")
    return folder


@pytest.fixture
def store(articles: Path, tmp_path: Path, nlp: Language, pack: Pack) -> Path:
    """A store of two articles on what may be one minister."""
    build([articles], tmp_path / "graph", nlp=nlp, pack=pack)
    return tmp_path / "graph"


@pytest.fixture
def rebuild(articles: Path, store: Path, nlp: Language, pack: Pack) -> Rebuild:
    def again() -> None:
        assert build([articles], store, nlp=nlp, pack=pack).parsed == 0

    return again


def run(store: Path, *args: str) -> Result:
    return CliRunner().invoke(command, ["identity", "--store", str(store), *args])


def test_a_pair_has_the_passages_of_both_articles_with_titles_and_country(store: Path) -> None:
    with OxigraphStore.open(store) as opened:
        (pair,) = unsure(opened)
        assert find(opened, pair.id[:6]) == pair
        assert unsure(opened, 0) == []
    assert (pair.left, pair.right, pair.rule) == ("person/ana-duarde", "person/ana-duarte", "near-spelling")
    assert {side.name: (side.country, side.titles) for side in pair.sides} == {
        "Ana Duarde": ("Portugal", ("Fisheries Minister",)),
        "Ana Duarte": ("Portugal", ("Economy Minister",)),
    }
    for side, article in zip(pair.sides, ("b.txt", "a.txt"), strict=True):
        (passage,) = side.passages
        assert (passage.article, passage.issued, passage.printed) == (article, "2019-06-01", side.name)
        assert f"{passage.before}{passage.printed}{passage.after}" in TEXTS[article]


@pytest.mark.parametrize("given", ["zzzz", "ab", "00000000"])
def test_what_is_no_pair_is_said_so(store: Path, given: str) -> None:
    with OxigraphStore.open(store) as opened, pytest.raises(QueryError, match="pair"):
        find(opened, given)


def test_a_later_judgement_on_a_pair_takes_the_place_of_the_earlier(store: Path) -> None:
    with OxigraphStore.open(store) as opened:
        (pair,) = unsure(opened)
        judge(opened, pair, "unsure", who="A. Editor", when=date(2026, 11, 21))
        judge(
            opened, pair, "same", who='B. "Bob", Editor', when=date(2026, 11, 22), note="one minister, two portfolios"
        )
        assert unsure(opened) == []
    (row,) = read_judgements(store)
    assert (row.left, row.right, row.verdict) == ("person/ana-duarde", "person/ana-duarte", "same")
    assert (row.who, row.when, row.note) == (
        'B. "Bob", Editor', date(2026, 11, 22), "one minister, two portfolios"
    )  # fmt: skip


def test_without_a_terminal_the_pairs_are_listed_and_nobody_is_asked(store: Path) -> None:
    listed = run(store)
    assert listed.exit_code == 0
    for words in (
        "Ana Duarde / Ana Duarte",
        "by near-spelling",
        "a.txt, 2019-06-01: Portuguese Economy",
        ">>>Ana Duarte<<<",
    ):
        assert words in listed.stdout
    assert listed.stderr.endswith("1 unsure pair\n")
    assert not (store / "judgements.csv").exists()


@pytest.mark.parametrize(("verdict", "people"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_an_answer_is_written_and_the_next_build_applies_it(
    store: Path, rebuild: Rebuild, verdict: str, people: int
) -> None:
    pair = run(store).stdout[:6]
    answered = run(store, "--answer", verdict, pair, "--who", "A. Editor")
    assert (answered.exit_code, answered.stderr) == (0, "kg: 1 judgement written: the next build applies them\n")
    rebuild()
    with OxigraphStore.open(store) as opened:
        found = [line for line in opened.lines() if b"prefLabel" in line and b"Ana Duar" in line]
        assert len(found) == people
        assert unsure(opened) == []


def test_a_wrong_answer_writes_nothing(store: Path) -> None:
    pair = run(store).stdout[:6]
    for wrong in (["--answer", "perhaps", pair], ["--answer", "same", pair, "--answer", "same", "ffffffff"]):
        assert run(store, *wrong).exit_code != 0
        assert not (store / "judgements.csv").exists()


def on_terminal(args: Sequence[str], typed: str) -> int:
    """The exit code of a command that a person answers at a terminal."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", "from kg.cli import main; main()", *args],
        stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
    ) as process:  # fmt: skip
        os.close(theirs)
        os.write(ours, typed.encode())
        while True:
            try:
                if not os.read(ours, 4096):
                    break
            except OSError:
                break
        os.close(ours)
        return process.wait()


@pytest.mark.parametrize(("typed", "written"), [("s\n", ["same"]), ("d\n", ["different"]), ("n\n", []), ("x\nq\n", [])])
def test_at_a_terminal_each_pair_is_asked_for(store: Path, typed: str, written: list[str]) -> None:
    assert on_terminal(["review", "identity", "--store", str(store), "--who", "A. Editor"], typed) == 0
    assert [row.verdict for row in read_judgements(store)] == written
