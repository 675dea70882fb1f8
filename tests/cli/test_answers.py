"""`kg query`, `kg sparql`, `kg export` and `kg load`, run as a user runs them."""

from __future__ import annotations

import csv
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from kg import catalogue
from kg.cli.commands import COMMANDS
from kg.export import STREAMS
from tests.sample import A, C

ROOT = Path(__file__).resolve().parents[2]
KG = [sys.executable, "-c", "from kg.cli import main; main()"]
HEAVY = {"spacy", "rdflib", "owlready2", "httpx", "rich", "numpy", "click", "yaml", "msgspec", "rapidfuzz"}


def kg(
    *args: str | Path, stdin: str = "", store: Path | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | ({"KG_STORE": str(store)} if store else {})
    return subprocess.run(
        [*KG, *map(str, args)], env=environment, input=stdin, cwd=cwd, capture_output=True, text=True, check=False
    )


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_question_is_answered_in_csv_when_piped(folder):
    done = kg("query", "officials-who-discussed", "--issue", "enforcement", "--store", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert [(row["officialName"], row["article"], row["start"]) for row in rows(done.stdout)] == [
        ("Gao Feng", A, "100"), ("Liu He", A, "100"), ("Robert Lighthizer", A, "200")
    ]  # fmt: skip


def test_distinct_stories_leave_out_what_repeats_another_article(folder):
    every, distinct, same = (
        {row["article"] for row in rows(kg("query", "statements", *options, store=folder).stdout)}
        for options in ([], ["--distinct-stories"], ["--distinct", "stories"])
    )
    assert every - distinct == {C}
    assert distinct == same


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        (["--issue", "tariffs", "--limit", "2"], ["--issue=tariffs", "--limit=2"]),
        (["--issue", "tariffs", "--issue", "currency"], ["--issue", "tariffs", "--issue=currency"]),
        (["--speaker", "Liu He", "-f", "json"], ["-v", "--speaker", "Liu He", "--format", "json"]),
        (["--mode", "direct", "--format", "jsonl"], ["-fjsonl", "--mode", "direct"]),
        ([], ["--verbose"]),
    ],
)
def test_the_quick_way_and_clicks_way_give_the_same_answer(folder, plain, other):
    one, two = (kg("query", "statements", *options, store=folder) for options in (plain, other))
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout != ""


def test_a_question_imports_nothing_heavy(folder):
    code = (
        "import sys, os; from kg.cli import quick; "
        "assert quick.answered(['officials-who-discussed', '--issue', 'enforcement', '--store', sys.argv[1]]); "
        "print(*{m.partition('.')[0] for m in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "Gao Feng" in done.stdout
    assert not HEAVY & set(done.stderr.split())


def test_clicks_way_imports_neither_models_nor_graphs_nor_servers(folder):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *KG[1:], "query", "statements", "-v", "--store", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "click" in imported
    assert not imported & {"spacy", "rdflib", "owlready2", "httpx", "rich", "numpy"}


@pytest.mark.parametrize(
    ("args", "says", "code"),
    [
        (["query", "nope"], "statements-by", 2),
        (["query", "statements", "--foo", "x"], "--speaker", 2),
        (["query", "statements", "--speaker", "gao"], "Gao Li", 2),
        (["query", "statements", "--issue", "enforcment"], "enforcement", 2),
        (["query", "statements", "--since", "May"], "YYYY-MM-DD", 2),
        (["query", "statements", "--format", "pdf"], "jsonl", 2),
        (["query", "statements", "--format", "ttl"], "--format", 2),
        (["query", "statements", "--limit", "-1"], "--limit", 2),
        (["query", "statements", "--issue"], "--issue", 2),
        (["query", "statements", "--store", "nowhere"], "kg build", 1),
        (["query", "statements", "--store", "http://127.0.0.1:9/"], "cannot be reached", 1),
        (["sparql", "SELECT * { SERVICE <urn:x> {} }"], "--allow-service", 2),
        (["sparql", "DROP ALL"], "update", 2),
        (["sparql", "SELEC"], "begins with", 2),
        (["sparql", "SELECT ?x WHERE { ?x }"], "does not parse", 2),
        (["sparql"], "standard input", 2),
        (["sparql", "--file", "none.rq"], "none.rq", 2),
        (["export", "-f", "pdf"], "turtle", 2),
        (["export", "--store", "nowhere"], "kg build", 1),
        (["export", "-f", "csv"], "name a folder", 2),
        (["export", "-f", "owlready2"], "-o", 2),
        (["export", "-o", "."], "is a folder", 1),
        (["export", "-f", "parquet", "-o", ROOT / "README.md"], "is a file", 2),
        (["export", "-f", "gexf", "-o", ROOT / "README.md" / "graph"], "cannot be written", 1),
        (["export", "-f", "csv", "-o", "/proc/tables"], "/proc/tables", 1),
        (["export", "--article", "none.txt"], "no article", 2),
        (["export", "--since", "spring"], "YYYY-MM-DD", 2),
        (["export", "--query", "issues-ranked"], "lists no records", 2),
        (["export", "-f", "void", "--issue", "tariffs"], "whole graph", 2),
        (["load", "http://127.0.0.1:9", "--profile", "oxigraph"], "cannot be reached", 1),
        (["load", "nonsense"], "nonsense", 1),
        (["nope"], "nope", 2),
    ],
)
def test_a_mistake_is_one_line_that_helps(folder, tmp_path, args, says, code):
    done = kg(*args, store=folder, cwd=tmp_path)
    assert done.stdout == ""
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert done.returncode == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if (ROOT / "kg" / "cli" / f"{name}.py").exists()])
def test_every_command_has_help_with_examples(name):
    done = kg(name, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: kg {name}")
    if name != "ontology":
        assert "Examples:" in done.stdout


@pytest.mark.parametrize("name", catalogue.names())
def test_every_question_has_help_with_its_parameters_and_examples(name):
    done = kg("query", name, "--help")
    question = catalogue.load(name)
    assert done.returncode == 0
    assert "Examples:" in done.stdout
    assert all(f"--{param} " in done.stdout for param in question.params)
    assert all(example in done.stdout for example in question.examples)


def test_all_questions_are_listed_with_what_they_answer():
    done = kg("query", "--list")
    assert done.returncode == 0
    for question in catalogue.load_all():
        assert f"{question.name:<24} {question.summary}" in done.stdout


def test_without_a_command_help_goes_to_standard_error():
    done = kg()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Examples:" in done.stderr


def test_an_answer_goes_to_a_file_whole(folder, tmp_path):
    done = kg("query", "roles", "--store", folder, "--format", "json", "-o", tmp_path / "new" / "roles.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert len(json.loads((tmp_path / "new" / "roles.json").read_text("utf-8"))["results"]["bindings"]) == 6
    assert kg("query", "roles", "--store", folder, "-o", tmp_path / "new").returncode in (1, 2)
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["roles.json"]


def test_a_table_leaves_out_what_only_machines_read(folder):
    done = kg("query", "officials-who-discussed", "--issue", "enforcement", "--format", "table", store=folder)
    assert done.returncode == 0
    head = done.stdout.splitlines()[0].split()
    assert head == ["officialName", "role", "issueLabel", "article", "start", "end", "passage", "when"]
    assert "https://" not in done.stdout
    assert "\x1b" not in done.stdout


def test_verbose_says_how_long_and_else_nothing_is_said(folder):
    assert "took" in kg("query", "issues", "-v", store=folder).stderr
    assert kg("query", "issues", "--format", "csv", store=folder).stderr == ""


def test_no_rows_are_no_failure(folder):
    done = kg("query", "statements", "--speaker", "Gao Li", store=folder)
    assert done.returncode == 0
    assert rows(done.stdout) == []


def test_on_a_terminal_the_answer_is_a_table(folder):
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [*KG, "query", "issues", "--store", str(folder)], cwd=ROOT, stdout=follower, stderr=subprocess.PIPE
    ) as process:
        os.close(follower)
        shown = b""
        while select.select([leader], [], [], 30)[0]:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        os.close(leader)
    assert process.returncode == 0
    assert "─" in shown.decode()
    assert "terms of trade" in shown.decode()


def test_a_reader_that_goes_away_is_no_error(folder):
    query = "SELECT * { GRAPH ?a { ?s ?p ?o } GRAPH ?b { ?t ?q ?v } }"
    command = [*KG, "sparql", query, "--store", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_keyboard_interrupts_a_query_that_does_not_end(folder):
    crossed = " ".join(f"GRAPH ?g{i} {{ ?s{i} ?p{i} ?o{i} }}" for i in range(6))
    command = [*KG, "sparql", f"SELECT (COUNT(*) AS ?n) {{ {crossed} }}", "--store", str(folder)]
    # Tests that run in the background of a shell ignore the signal, and what they start would too.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, preexec_fn=heard, **pipes) as process:
        try:
            time.sleep(2)
            assert process.poll() is None
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("query", ["SELECT * {" + "{" * 99 + "}" * 99 + "}", "SELECT (1" + "+1" * 2400 + " AS ?x) {}",
                                   "SELECT * {" + "".join(f"BIND(1 AS ?x{i})" for i in range(800)) + "}"])  # fmt: skip
def test_a_query_as_deep_or_long_as_it_may_be_does_not_crash(folder, query):
    done = kg("sparql", "-", stdin=query, store=folder)
    assert done.returncode in (0, 2), done.stderr[-300:]


def test_sparql_comes_from_an_argument_a_file_or_standard_input(folder, tmp_path):
    query = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    (tmp_path / "q.rq").write_text(query)
    ways = [kg("sparql", query, store=folder), kg("sparql", "--file", tmp_path / "q.rq", store=folder),
            kg("sparql", "-", stdin=query, store=folder)]  # fmt: skip
    assert len({done.stdout for done in ways}) == 1
    assert rows(ways[0].stdout)[0]["n"].isdecimal()


def test_a_construct_is_turtle_and_an_ask_a_word(folder):
    done = kg("sparql", "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }", store=folder)
    assert "@prefix kg:" in done.stdout
    assert kg("sparql", "ASK {}", store=folder).stdout == "true\n"


@pytest.mark.parametrize("form", sorted(STREAMS))
def test_export_writes_the_same_to_a_file_and_to_standard_output(folder, tmp_path, form):
    printed = kg("export", "-f", form, "--store", folder)
    written = kg("export", "-f", form, "--store", folder, "-o", tmp_path / "graph")
    assert printed.returncode == written.returncode == 0
    assert written.stdout == ""
    assert (tmp_path / "graph").read_text("utf-8") == printed.stdout != ""


def test_load_says_what_the_server_holds(folder, server):
    done = kg("load", server, "--profile", "oxigraph", "--store", folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert f"{server} holds 11 graphs of " in done.stderr
    assert kg("load", server, "--profile", "oxigraph", "--store", folder, "-q").stderr == ""


def test_a_server_is_asked_like_a_folder(folder, server):
    assert kg("load", server, "--profile", "oxigraph", "--store", folder).returncode == 0
    there = kg("query", "roles", "--country", "US", "--store", f"{server}/query")
    assert there.stdout == kg("query", "roles", "--country", "US", "--store", folder).stdout
    assert there.returncode == 0
