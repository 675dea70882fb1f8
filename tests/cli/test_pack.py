"""`kg pack` and `kg build --pack`, as a user meets them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

NEWS = """Freedonian Prime Minister Rufus Firefly radioed that the harbour dues were too high.

Harbourmaster Ada Holm said the dues had to fall. The Freedonian Port Authority declined to comment on that.
"""


@pytest.fixture
def kg(command):
    """Run a command in a folder of its own: exit code, output, messages."""
    return command


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS)
    return folder


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def ask(kg, question: str, *options: str) -> list[dict[str, str]]:
    """The rows of a question, asked through click so that the process goes on."""
    code, out, err = kg("query", question, "--format", "csv", "-v", *options)
    assert code == 0, err
    return rows(out)


def test_a_pack_is_started_and_checked_at_once(kg) -> None:
    code, out, err = kg("pack", "init", "harbours")
    assert code == 0
    assert "harbours/cues.yaml" in out.splitlines()
    assert "kg pack check harbours" in err
    code, out, err = kg("pack", "check", "harbours")
    assert (code, out) == (0, "")
    assert err.endswith("sentences, no findings\n")
    assert kg("pack", "init", "harbours")[::2] == (
        2,
        "kg: harbours: the folder is not empty: name a new one, or an empty one\n",
    )


def test_an_example_that_does_not_hold_is_told_with_its_place_and_what_came(kg, tmp_path: Path) -> None:
    kg("pack", "init", "harbours")
    path = tmp_path / "harbours" / "cues.yaml"
    path.write_text(path.read_text().replace("radioed that the dues would fall", "paid half of the harbour dues"))
    code, out, err = kg("pack", "check", "harbours")
    assert code == 1
    assert out == (
        "harbours/cues.yaml, speech: 'The minister paid half of the harbour dues.': "
        "expected statement (cue radioed), came no statement\n"
    )
    assert "1 finding\n" in err


def test_a_broken_pack_is_one_line(kg, news: Path) -> None:
    kg("pack", "init", "harbours")
    (news.parent / "harbours" / "cues.yaml").write_text("speach: [x]\n")
    for command in (["pack", "check", "harbours"], ["build", "news", "--pack", "harbours"]):
        code, _, err = kg(*command)
        assert (code, err.count("\n")) == (1, 1)
        assert err.startswith("kg: harbours/cues.yaml: there is no key `speach`; there are examples, speech,")
    assert not (news.parent / "build").exists()


def test_a_build_with_a_pack_reads_more_and_its_issues_are_found_by_any_name(kg, news: Path) -> None:
    kg("pack", "init", "harbours")
    assert kg("build", "news", "--store", "plain", "-q")[0] == 0
    assert kg("build", "news", "--store", "with", "--pack", "harbours", "--date", "1933-12-01", "-q")[0] == 0
    assert "radioed" not in [row["cue"] for row in ask(kg, "statements", "--store", "plain")]
    for issue in ("harbour-dues", "Harbour dues", "port charges", "trade"):
        (row,) = ask(kg, "statements", "--store", "with", "--issue", issue)
        assert (row["cue"], row["issue"]) == (
            "radioed",
            "https://parley.example/issue/harbours/harbour-dues",
        )
        assert row["speakerName"] == "Rufus Firefly"
    roles = {row["personName"]: row for row in ask(kg, "roles", "--store", "with")}
    assert roles["Rufus Firefly"]["countryName"] == "Freedonia"
    assert roles["Ada Holm"]["title"].lower() == "harbourmaster"
    assert "Freedonian Port Authority" in {row["name"] for row in ask(kg, "actors", "--store", "with")}


@pytest.mark.long
def test_a_graph_built_with_a_pack_is_sound(kg, news: Path) -> None:
    kg("pack", "init", "harbours")
    kg("build", "news", "--pack", "harbours", "-q")
    assert kg("check")[0] == 0
    assert kg("verify")[0] == 0


@pytest.mark.long
def test_the_packs_of_a_store_are_remembered_until_others_or_none_are_named(kg, news: Path) -> None:
    kg("pack", "init", "harbours")
    assert "packs: built with harbours\n" in kg("build", "news", "--pack", "harbours")[2]
    code, _, err = kg("build", "news")
    assert code == 0
    assert "packs: built with harbours, as the store's last build was (--no-pack leaves them out)\n" in err
    assert "(0 parsed, 1 kept)" in err
    (news / "b.txt").write_text(NEWS.replace("Firefly", "Glowworm"))
    err = kg("build", "news/b.txt", "--base", "news", "--no-pack")[2]
    assert "(1 parsed, 0 kept)" in err
    assert "packs: 1 articles stay as they were read with other packs: build them again too\n" in err
    err = kg("build", "news")[2]
    assert "packs:" not in err
    assert "(1 parsed, 1 kept)" in err


@pytest.mark.long
def test_a_remembered_pack_that_is_gone_is_told(kg, news: Path) -> None:
    kg("pack", "init", "harbours")
    kg("build", "news", "--pack", "harbours", "-q")
    (news.parent / "harbours").rename(news.parent / "moved")
    code, _, err = kg("build", "news")
    assert code == 1
    assert "harbours: there is no such folder" in err
    assert kg("build", "news", "--no-pack", "-q")[0] == 0


def test_pack_and_no_pack_contradict_each_other(kg, news: Path) -> None:
    code, _, err = kg("build", "news", "--pack", "x", "--no-pack")
    assert (code, err.count("\n")) == (2, 1)


@pytest.mark.long
def test_a_changed_pack_parses_anew_and_a_changed_office_does_not(kg, news: Path) -> None:
    kg("pack", "init", "harbours")
    kg("build", "news", "--pack", "harbours", "-q")
    pack = news.parent / "harbours"
    with (pack / "offices.csv").open("a") as offices:
        offices.write("XF,Finance Minister,Chico Lini,1933,,an invented example\n")
    err = kg("build", "news")[2]
    assert "(0 parsed, 1 kept)" in err
    assert "1 graphs written" in err
    (pack / "people.yaml").write_text("heads: [harbourmaster, pilot]\n")
    assert "(1 parsed, 0 kept)" in kg("build", "news")[2]


@pytest.mark.long
def test_processes_of_their_own_read_with_the_packs_too(kg, news: Path) -> None:
    kg("pack", "init", "harbours")
    for i in range(20):
        (news / f"{i}.txt").write_text(NEWS.replace("Ada", f"Ada{'b' * i}"))
    kg("build", "news", "--pack", "harbours", "--store", "one", "-q")
    kg("build", "news", "--pack", "harbours", "--store", "two", "-j", "2", "-q")
    assert ask(kg, "statements", "--store", "one") == ask(kg, "statements", "--store", "two") != []
