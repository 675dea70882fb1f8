"""`kg report`: each line has a footnote with its passage, and no text of an article becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from kg.cli.report import report as command
from kg.errors import QueryError
from kg.plots import heat_map, network, plots, timeline
from kg.query.own import asked_rows
from kg.report import Dossier, Line, Note, Section, dossier, html, markdown
from tests.sample import A, B, C

EVIL = "<script>alert(1)</script> [x](y) & *z*"


def test_a_dossier_of_an_actor_has_its_timeline_positions_and_ledger(memory):
    sections = {section.title: section.lines for section in dossier(memory, "actor", "China").sections}
    assert list(sections) == ["Timeline", "Positions", "Ledger", "Divergences"]
    pledge = [line for line in sections["Ledger"] if "pledge" in line.text]
    assert [(line.note.article, line.text.rpartition("[")[2]) for line in pledge] == [
        (A, "opens: open]"), (B, "fulfils: partial]"), (C, "breaks: broken]")
    ]  # fmt: skip


def test_a_commitment_is_found_by_its_words_and_told_with_where_articles_differ(memory):
    sections = {section.title: section.lines for section in dossier(memory, "commitment", "raise duties").sections}
    assert len(sections["Ledger"]) == 2
    assert [line.text for line in sections["Divergences"]] == [
        f"commitment, deadline contradicted: {A} says 2019-03-01",
        f"commitment, deadline contradicted: {B} (Farm Bureau) says 2019-06",
    ]


def test_an_issue_has_a_dossier_and_what_is_not_told_of_has_none(memory):
    assert dossier(memory, "issue", "currency").sections[2].lines
    with pytest.raises(QueryError, match="Give a name"):
        dossier(memory, "commitment", " ")
    with pytest.raises(QueryError, match="nothing is told of the commitment 'moon'"):
        dossier(memory, "commitment", "moon")


def test_an_actor_who_spoke_of_no_issue_has_a_dossier_too(memory):
    issueless = [row for row in asked_rows(memory, "statements") if row["speakerName"] and not row["issue"]]
    assert issueless
    for row in issueless:
        positions = dossier(memory, "actor", row["speakerName"]).sections[1].lines
        assert any(line.note.start == row["start"] and row["content"] in line.text for line in positions)


def test_every_line_is_footnoted_in_both_formats(memory):
    found = dossier(memory, "actor", "China")
    lines = sum(len(section.lines) for section in found.sections)
    text, page = markdown(found), html(found)
    assert len(re.findall(r"^- .*\[\^\d+\]$", text, re.MULTILINE)) == lines
    assert len(re.findall(r'<sup><a href="#n\d+">', page)) == lines
    assert set(re.findall(r"\[\^(\d+)\]$", text, re.MULTILINE)) == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))


def test_text_is_escaped_everywhere():
    evil = Dossier(EVIL, [Section("Ledger", [Line(EVIL, Note(EVIL, 1, 2, EVIL), "2019-01-01")])])
    page, text = html(evil), markdown(evil)
    assert "<script" not in page + text.replace("\\<", "")
    assert "[x](" not in text
    for svg in (timeline([("2019-01-01", EVIL)]), heat_map({(EVIL, EVIL): 1}), network({(EVIL, "b"): 2})):
        assert "<script" not in svg
        ElementTree.fromstring(svg)


def test_drawings_are_svg_and_stand_in_the_page(memory):
    found = dossier(memory, "actor", "China")
    drawn = plots(memory, found)
    for svg in drawn.values():
        assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert html(replace(found, plots=drawn)).count("<svg") == 3


def test_a_drawing_is_of_what_its_dossier_tells(memory):
    drawn = {
        (of, name): plots(memory, dossier(memory, of, name))
        for of, name in (("actor", "China"), ("actor", "Lighthizer"), ("commitment", "raise duties"))
    }
    titles = {
        key: re.findall("<title>(.*?)</title>", svg["Issues by side"]) for key, svg in drawn.items() if len(svg) > 1
    }
    assert "Robert Lighthizer, tariffs: 2" in titles["actor", "Lighthizer"]
    assert all(title.startswith("Robert Lighthizer") for title in titles["actor", "Lighthizer"])
    assert not any(title.startswith("Robert Lighthizer") for title in titles["actor", "China"])
    assert ">China<" in drawn["actor", "China"]["Who met whom"]
    assert ">China<" not in drawn["actor", "Lighthizer"]["Who met whom"]
    assert list(drawn["commitment", "raise duties"]) == ["Timeline, drawn"]


def test_the_command_writes_the_file_by_its_ending(folder, tmp_path):
    for name in ("x.md", "x.html"):
        result = CliRunner().invoke(command, ["actor", "China", "-o", str(tmp_path / name), "--store", str(folder)])
        assert result.exit_code == 0
        assert "China" in (tmp_path / name).read_text("utf-8")
    wrong = CliRunner().invoke(command, ["actor", "China", "-o", "x.pdf", "--store", str(folder)])
    assert (wrong.exit_code, ".md or .html" in wrong.output) == (2, True)
