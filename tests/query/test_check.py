"""Each rule on data finds nothing in the sample, and finds what breaks it."""

from __future__ import annotations

import pytest

from kg.files import data_dir
from kg.store.answer import Rows
from kg.store.oxigraph import OxigraphStore

G = "https://parley.example/id/article/a"
KG, OA, DC = "https://parley.example/ns#", "http://www.w3.org/ns/oa#", "http://purl.org/dc/terms/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
INT = "^^<http://www.w3.org/2001/XMLSchema#integer>"
CHECKS = sorted((data_dir("queries") / "check").glob("*.rq"))


def line(subject: str, predicate: str, value: str) -> str:
    return f"<{subject}> <{predicate}> {value} <{G}> .\n"


def passage(start: int, end: int, exact: str) -> list[str]:
    return [
        line("urn:e", f"{OA}start", f'"{start}"{INT}'),
        line("urn:e", f"{OA}end", f'"{end}"{INT}'),
        line("urn:e", f"{OA}exact", f'"{exact}"'),
    ]


BROKEN = {
    "statement-without-evidence": [
        [line("urn:s", TYPE, f"<{KG}Statement>")], [line("urn:r", TYPE, f"<{KG}RoleHolding>")]
    ],
    "offsets-out-of-order": [
        passage(5, 5, ""), passage(9, 5, "abcd"), passage(-1, 3, "abcd"), passage(0, 5, "abcd"),
        [line("urn:s", f"{KG}contentStart", f'"7"{INT}'), line("urn:s", f"{KG}contentEnd", f'"3"{INT}')],
    ],
    "record-without-article": [
        [line("urn:s", TYPE, f"<{KG}Statement>"), line("urn:s", f"{KG}reportedIn", "<urn:other>")],
        [line("urn:m", TYPE, f"<{KG}Mention>"), line("urn:m", f"{OA}hasSource", f"<{G}>")],
    ],
    "entity-without-label": [[line("urn:s", f"{KG}spokenBy", "<urn:nobody>")]],
}  # fmt: skip


def findings(check: str, store: OxigraphStore) -> list[tuple[object, ...]]:
    answer = store.query((data_dir("queries") / "check" / f"{check}.rq").read_text("utf-8"))
    assert isinstance(answer, Rows)
    return list(answer)


def test_every_check_has_a_graph_that_breaks_it():
    assert {path.stem for path in CHECKS} == BROKEN.keys()


@pytest.mark.parametrize("check", BROKEN)
def test_a_sound_graph_has_no_findings(check, memory):
    assert findings(check, memory) == []


@pytest.mark.parametrize(("check", "lines"), [(check, lines) for check, all_ in BROKEN.items() for lines in all_])
def test_a_broken_graph_is_found(check, lines):
    store = OxigraphStore.memory()
    store.replace_graphs({G: "".join(sorted(lines)).encode()})
    assert len(findings(check, store)) == 1
