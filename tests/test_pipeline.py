"""From files to a store: what a build keeps, what it skips and why, and that no history can be told from the graph."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from copy import copy
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import kg
from kg import iri
from kg.errors import KgError, PackError, StoreError, UsageError
from kg.extract import Text, extract
from kg.extraction import BATCH, worked
from kg.model import Article, ArticleRecords
from kg.packs import Judgement, Pack
from kg.packs.start import start
from kg.pipeline import READERS, Report, build, judgements
from kg.store.oxigraph import OxigraphStore

ANA = "Portuguese Economy Minister Ana Duarte met the press on Tuesday. Ms Duarte said the talks on fish had failed.\n"
TEXTS = (
    ANA,
    "Ana Duarte was late. “We are not there yet,” she told reporters in Lisbon.\n\nBoth sides went home.\n",
    "Peru said it would sign the accord on fishing quotas with Chile. The Chilean fisheries ministry was silent.\n",
    "President Donald Trump said the tariffs on steel would stay. Ms Duarte declined to comment on the matter.\n",
    "Portuguese Economy Minister Ana Duarde was late. “We are not there yet,” she told reporters in Lisbon.\n",
)
Build = Callable[..., Report]
Step = tuple[Literal["put", "remove"], str, str]


@pytest.fixture(scope="session")
def run(nlp: Language, pack: Pack) -> Build:
    """A build with the model and the pack already loaded."""

    def report(*paths: Path, store: Path, **options: object) -> Report:
        return build(paths, store, nlp=nlp, pack=pack, **options)  # type: ignore[arg-type]

    return report


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of two good articles."""
    return write(tmp_path / "articles", {"a.txt": TEXTS[0], "b.txt": TEXTS[2]})


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def quads(store: Path) -> list[bytes]:
    """All quads of a store as sorted N-Quads lines."""
    with OxigraphStore.open(store) as graph:
        return sorted(graph.lines())


def test_a_build_reads_every_article_and_reports_it(run: Build, articles: Path, tmp_path: Path) -> None:
    report = run(articles, store=tmp_path / "graph")
    assert (report.found, report.read, report.parsed, report.skipped) == (2, 2, 2, [])
    assert report.records["statements"] >= 2
    with OxigraphStore.open(tmp_path / "graph") as store:
        assert report.quads == len(store)
        assert {iri.article("a.txt"), iri.article("b.txt"), iri.ENTITIES, iri.CURATED, iri.PROVENANCE} <= set(
            store.graphs()
        )


def test_a_second_build_parses_and_writes_nothing(run: Build, articles: Path, tmp_path: Path) -> None:
    run(articles, store=tmp_path / "graph")
    before = quads(tmp_path / "graph")
    report = run(articles, store=tmp_path / "graph")
    assert (report.parsed, report.kept, report.graphs_written) == (0, 2, 0)
    assert quads(tmp_path / "graph") == before


def test_a_changed_sidecar_reads_the_article_anew(run: Build, articles: Path, tmp_path: Path) -> None:
    run(articles, store=tmp_path / "graph")
    write(articles, {"a.yaml": "published: 2021-06-16\n"})
    report = run(articles, store=tmp_path / "graph")
    assert (report.parsed, report.kept) == (1, 1)
    assert any(b'"2021-06-15"' in line for line in quads(tmp_path / "graph"))


def test_progress_counts_up_to_the_articles_to_parse(run: Build, articles: Path, tmp_path: Path) -> None:
    calls: list[tuple[str, int, int]] = []
    run(articles, store=tmp_path / "graph", progress=lambda *call: calls.append(call))
    assert [call for call in calls if call[0] == "parsing"] == [("parsing", 1, 2), ("parsing", 2, 2)]


BAD: list[tuple[str, str | bytes, str]] = [
    ("empty.txt", "", "it is empty"),
    ("binary.txt", b"\x89PNG\r\n\0\0\0", "it is a binary file"),
    ("latin.txt", "Der Präsident sagte am Montag nichts.".encode("latin-1"), "it is not UTF-8"),
    ("long.txt", "the talks on fish have failed " * 170_000, "characters are more than 200,000"),
    ("german.txt", "Die Minister haben sich am Montag nicht auf eine Quote geeinigt. " * 4, "the text is not English"),
]


def test_each_bad_article_is_skipped_with_one_reason_and_the_others_are_built(
    run: Build, articles: Path, tmp_path: Path
) -> None:
    run(articles, store=tmp_path / "good")
    write(articles, {name: text for name, text, _ in BAD})
    (articles / "link.txt").symlink_to(articles / "gone.txt")
    write(articles, {"keyed.txt": ANA, "keyed.yaml": "publishd: 2021-06-16\n"})
    (articles / "folder.txt").mkdir()
    report = run(articles, store=tmp_path / "graph")
    reasons = dict(report.skipped)
    assert report.read == 2
    assert len(report.skipped) == len(BAD) + 2
    assert all("\n" not in reason for reason in reasons.values())
    for name, _, reason in BAD:
        assert reason in reasons[name]
    assert "cannot be read" in reasons["link.txt"]
    assert any("publishd" in reason for reason in reasons.values())
    assert quads(tmp_path / "graph") == quads(tmp_path / "good")


def test_an_article_gone_bad_keeps_what_the_store_had_of_it(run: Build, articles: Path, tmp_path: Path) -> None:
    run(articles, store=tmp_path / "graph")
    before = quads(tmp_path / "graph")
    write(articles, {"a.txt": b"\xff\xfe\xff"})
    report = run(articles, store=tmp_path / "graph", prune=True)
    assert [name for name, _ in report.skipped] == ["a.txt"]
    assert quads(tmp_path / "graph") == before


def test_a_missing_path_ends_the_build_and_leaves_the_store_as_it_was(
    run: Build, articles: Path, tmp_path: Path
) -> None:
    run(articles, store=tmp_path / "graph")
    before = quads(tmp_path / "graph")
    with pytest.raises(UsageError, match="no such file or folder"):
        run(articles, tmp_path / "gone", store=tmp_path / "graph")
    assert quads(tmp_path / "graph") == before


def test_a_folder_that_holds_something_else_is_no_store(run: Build, articles: Path) -> None:
    with pytest.raises(StoreError, match="is not empty"):
        run(articles, store=articles)
    assert sorted(path.name for path in articles.iterdir()) == ["a.txt", "b.txt"]


def test_a_folder_without_articles_builds_the_curated_graph(run: Build, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    report = run(tmp_path / "articles", store=tmp_path / "graph")
    assert (report.found, report.read) == (0, 0)
    assert any(f"<{iri.CURATED}>".encode() in line for line in quads(tmp_path / "graph"))


def test_prune_removes_only_what_is_gone_below_the_paths_given(run: Build, tmp_path: Path) -> None:
    base = write(tmp_path / "articles", {"x/a.txt": TEXTS[0], "x/b.txt": TEXTS[1], "y/c.txt": TEXTS[2]})
    run(base, store=tmp_path / "graph", base=base)
    (base / "x/a.txt").unlink()
    (base / "y/c.txt").unlink()
    assert run(base / "x", store=tmp_path / "graph", base=base).pruned == 0
    assert run(base / "x", store=tmp_path / "graph", base=base, prune=True).pruned == 1
    with OxigraphStore.open(tmp_path / "graph") as store:
        graphs = set(store.graphs())
    assert iri.article("x/a.txt") not in graphs
    assert {iri.article("x/b.txt"), iri.article("y/c.txt")} <= graphs


def test_the_base_of_a_store_is_remembered(run: Build, tmp_path: Path) -> None:
    base = write(tmp_path / "articles", {"x/a.txt": TEXTS[0], "y/c.txt": TEXTS[2]})
    run(base, store=tmp_path / "graph")
    report = run(base / "y", store=tmp_path / "graph")
    assert (report.parsed, report.kept) == (0, 1)


def test_records_that_no_article_needs_are_forgotten(run: Build, articles: Path, tmp_path: Path) -> None:
    run(articles, store=tmp_path / "graph")
    write(articles, {"a.txt": TEXTS[1]})
    run(articles, store=tmp_path / "graph")
    assert len(list((tmp_path / "graph" / "records").glob("*/*.json"))) == 2


def test_two_processes_give_the_graph_that_one_gives(run: Build, tmp_path: Path) -> None:
    base = write(tmp_path / "articles", {f"{i}.txt": text for i, text in enumerate(TEXTS * 5)})
    run(base, store=tmp_path / "one", jobs=1)
    run(base, store=tmp_path / "two", jobs=2)
    assert quads(tmp_path / "one") == quads(tmp_path / "two")


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_on_which_a_rule_fails_is_skipped_and_the_others_are_built(
    run: Build, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    def failing(text: Text) -> ArticleRecords:
        return extract(text) if text.article.identifier != "a.txt" else [][1]

    monkeypatch.setattr("kg.extraction.extract", failing)
    report = run(articles, store=tmp_path / "graph", jobs=jobs)
    ((identifier, reason),) = report.skipped
    assert identifier == "a.txt"
    assert re.fullmatch(r"a rule failed on it \(IndexError, test_pipeline.py line \d+\): please report .*", reason)
    assert report.parsed == 1
    with OxigraphStore.open(tmp_path / "graph") as store:
        assert "a.txt" not in store.manifest.articles


def test_a_process_that_is_killed_is_one_clear_line_and_what_was_parsed_is_kept(
    run: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = write(tmp_path / "articles", {f"{i:02}.txt": ANA for i in range(5 * BATCH)})
    last = f"{5 * BATCH - 1}.txt"

    def killed(text: Text) -> ArticleRecords:
        if text.article.identifier == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return extract(text)

    with monkeypatch.context() as patched:
        patched.setattr("kg.extraction.extract", killed)
        with pytest.raises(KgError, match=r"was killed, probably for want of memory: build again with `-j 1`"):
            run(base, store=tmp_path / "graph", jobs=2)
    report = run(base, store=tmp_path / "graph", jobs=1)
    assert report.kept >= BATCH
    assert report.read == 5 * BATCH


def test_a_pool_is_given_few_batches_ahead_of_those_that_are_taken() -> None:
    class Counting(Executor):
        begun = 0

        def submit(self, work, batch):  # type: ignore[no-untyped-def, override]
            self.begun += len(batch)
            done: Future[list[bytes]] = Future()
            done.set_result([b"records"] * len(batch))
            return done

    pool, articles = Counting(), [Article(identifier="a.txt", text=ANA, sha256="")] * (10 * BATCH + 1)
    for number, _ in enumerate(worked(pool, articles, ahead=3)):
        assert pool.begun <= number + 3 * BATCH
    assert (number, pool.begun) == (10 * BATCH, 10 * BATCH + 1)


def test_a_store_remembers_its_packs_and_tells_what_was_read_with_others(
    nlp: Language, articles: Path, tmp_path: Path
) -> None:
    start(tmp_path / "harbours")
    first = build([articles], tmp_path / "graph", nlp=nlp, packs=[tmp_path / "harbours"])
    assert (first.packs, first.packs_remembered, first.of_other_packs) == (("harbours",), False, 0)
    again = build([articles], tmp_path / "graph", nlp=nlp)
    assert (again.packs, again.packs_remembered, again.parsed, again.graphs_written) == (("harbours",), True, 0, 0)
    without = build([articles / "a.txt"], tmp_path / "graph", nlp=nlp, packs=[])
    assert (without.packs, without.packs_remembered, without.parsed, without.of_other_packs) == ((), False, 1, 1)


DUARTES = {
    "a.txt": "Portuguese Economy Minister Ana Duarte met the press on Tuesday. Ms Duarte said the talks had failed.\n",
    "b.txt": "Portuguese Economy Minister Ana Duarde was late on Monday. She said the talks had failed.\n",
}
HEADER = "left,right,verdict,who,when,note\n"


def test_a_judgement_overrules_the_rules_without_parsing_and_survives_every_build(run: Build, tmp_path: Path) -> None:
    base, store = write(tmp_path / "articles", DUARTES), tmp_path / "graph"
    run(base, store=store)
    merged = quads(store)
    assert any(b"person/ana-duarte>" in line for line in merged)
    assert not any(b"id/person/ana-duarde>" in line for line in merged)
    write(store, {"judgements.csv": f"{HEADER}Ana Duarte,Ana Duarde,different,an editor,2026-11-22,\n"})
    for _ in range(2):
        assert run(base, store=store).parsed == 0
        assert any(b"id/person/ana-duarde>" in line for line in quads(store))
    run(base, store=tmp_path / "fresh")
    write(tmp_path / "fresh", {"judgements.csv": (store / "judgements.csv").read_bytes()})
    run(base, store=tmp_path / "fresh")
    assert quads(tmp_path / "fresh") == quads(store)
    (store / "judgements.csv").unlink()
    run(base, store=store)
    assert quads(store) == merged


def test_judgements_that_contradict_each_other_end_the_build_and_leave_the_graph(run: Build, tmp_path: Path) -> None:
    base, store = write(tmp_path / "articles", DUARTES), tmp_path / "graph"
    run(base, store=store)
    before = quads(store)
    rows = "A,B,same,x,2026-11-22,\nB,C,same,y,2026-11-22,\nA,C,different,z,2026-11-22,\n"
    write(store, {"judgements.csv": HEADER + rows})
    with pytest.raises(PackError, match=r"A = B .*; B = C .*; A != C"):
        run(base, store=store)
    assert quads(store) == before


def test_a_broken_judgement_is_told_with_its_file_and_row(run: Build, articles: Path, tmp_path: Path) -> None:
    run(articles, store=tmp_path / "graph")
    write(tmp_path / "graph", {"judgements.csv": f"{HEADER}A,B,maybe,x,2026-11-22,\n"})
    with pytest.raises(PackError, match=r"judgements.csv, line 2 .A., `verdict`: .maybe"):
        run(articles, store=tmp_path / "graph")


def test_a_stores_own_judgement_replaces_the_curated_one_on_the_same_pair(pack: Pack, tmp_path: Path) -> None:
    curated = copy(pack)
    rows = [Judgement(left=a, right=b, verdict="same", who="x", when=date(2026, 1, 1)) for a, b in ("AB", "CD")]
    curated.judgements = tuple(rows)
    write(tmp_path, {"judgements.csv": f"{HEADER}B,A,different,y,2026-11-22,\n"})
    assert [(j.left, j.verdict) for j in judgements(curated, tmp_path)] == [("C", "same"), ("B", "different")]


def test_wire_copy_is_kept_and_told_as_such(run: Build, tmp_path: Path) -> None:
    wire = " ".join(TEXTS[2:]) * 2
    base = write(tmp_path / "articles", {"a.txt": wire, "b.txt": f"{wire} That was all.", "c.txt": TEXTS[0]})
    assert run(base, store=tmp_path / "graph").read == 3
    found = [line for line in quads(tmp_path / "graph") if b"#repeats>" in line]
    assert len(found) == 1
    assert found[0].startswith(f"<{iri.article('a.txt')}>".encode())


NAMES = st.sampled_from(["a.txt", "b.txt", "sub/c.txt"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "remove"]), NAMES, st.sampled_from(TEXTS)), min_size=1, max_size=3
)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_no_history_can_be_told_from_the_graph(
    tmp_path_factory: pytest.TempPathFactory, run: Build, steps: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    base = write(folder / "articles", {"kept.txt": TEXTS[1]})
    run(base, store=folder / "graph", base=base)
    for what, name, text in steps:
        if what == "put":
            write(base, {name: text})
            run(base / name, store=folder / "graph", base=base)
        else:
            (base / name).unlink(missing_ok=True)
            run(base, store=folder / "graph", base=base, prune=True)
    run(base, store=folder / "fresh", base=base)
    assert quads(folder / "graph") == quads(folder / "fresh")


def test_the_order_in_which_articles_come_changes_nothing(run: Build, tmp_path: Path) -> None:
    base = write(tmp_path / "articles", {f"{i}.txt": text for i, text in enumerate(TEXTS)})
    for i in (2, 0, 4, 3, 1):
        run(base / f"{i}.txt", store=tmp_path / "graph", base=base)
    run(base, store=tmp_path / "fresh", base=base)
    assert quads(tmp_path / "graph") == quads(tmp_path / "fresh")


def test_a_change_to_any_code_that_a_record_depends_on_parses_the_articles_anew():
    package = Path(kg.__file__).parent
    apart = {"errors", "files", "iri", "kept", "vocab"}  # say what is refused, where files lie, what terms are called
    files = [f for name in READERS for f in package.glob(name if name.endswith(".py") else f"{name}/*.py")]
    rooms = {room for f in files for room in re.findall(r"^ *from kg\.(\w+)", f.read_text("utf-8"), re.MULTILINE)}
    assert rooms - apart == {Path(name).stem for name in READERS} - {"extraction"}
