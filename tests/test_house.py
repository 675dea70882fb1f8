"""The house rules, read off the files: floors, doors, sizes, names, no trace of a machine, a lock in step."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "base"}
LONGEST_MODULE = 400
MACHINE = re.compile(r"(?<![\w.>~*-])(?:/(?:home|root|Users|work|tmp|opt|var/folders)/|[A-Z]:\\\\?Users)[\w.-]")
LEFTOVER = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "Not" + "ImplementedError")) + r")\b")
TEXT = {".py", ".md", ".toml", ".ttl", ".rq", ".yaml", ".csv", ".in", ".lock", ".txt", ".json", ""}
FAST_SET = {"spacy": "3.8.2", "thinc": "8.3.2", "blis": "1.0.2"}


def ours() -> Iterator[Path]:
    """Every text file of the checkout that is not made, installed or cached."""
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()} | {".git"}
    for top in sorted(ROOT.iterdir()):
        if top.name not in ignored:
            found = top.rglob("*") if top.is_dir() else [top]
            yield from (p for p in found if p.is_file() and p.suffix in TEXT and "__pycache__" not in p.parts)


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def marker_environment(python: str) -> dict[str, str]:
    return {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": "linux",
        "os_name": "posix",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
        "platform_python_implementation": "CPython",
        "extra": "",
    }


def locked(python: str) -> dict[str, Version]:
    """What requirements.lock installs on that Python, by normal name."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    found: dict[str, Version] = {}
    for pin in pins:
        if pin.marker is None or pin.marker.evaluate(marker_environment(python)):
            (specifier,) = pin.specifier
            assert specifier.operator == "==", f"{pin} is no pin"
            assert normal(pin.name) not in found, f"two pins of {pin.name} for Python {python}"
            found[normal(pin.name)] = Version(specifier.version)
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(r) for r in [*project["dependencies"], *project["optional-dependencies"]["dev"]]]


def test_rooms_import_downwards_and_each_big_dependency_has_one_door(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    code = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", modules("kg", "bench"), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_in_one_sitting_and_is_no_drawer(path):
    assert path.stem not in DRAWERS
    # One module is written by `kg ontology bind`, a line for each term.
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE or path.name == "vocab.py"


def test_no_file_holds_a_path_of_a_machine_or_unfinished_work():
    here = [re.escape(f"{place}/") for place in {str(ROOT.parent), str(Path.home())} if place != "/"]
    machine = re.compile("|".join([MACHINE.pattern, *here]))
    trace = []
    for path in ours():
        if path != Path(__file__).resolve():
            for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
                if machine.search(line) or (path.suffix != ".txt" and LEFTOVER.search(line)):
                    trace.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert trace == []


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_holds_a_fitting_version_of_everything_pyproject_asks_for(python):
    pins = locked(python)
    for requirement in declared():
        assert normal(requirement.name) in pins, f"run `make lock`: {requirement} is not locked"
        assert pins[normal(requirement.name)] in requirement.specifier, f"run `make lock`: {requirement}"


@pytest.mark.parametrize("python", ["3.11", "3.12"])
def test_the_lock_keeps_the_fast_parser_where_its_wheels_exist(python):
    assert {name: str(locked(python)[name]) for name in FAST_SET} == FAST_SET


def test_newer_pythons_get_a_current_parser():
    assert locked("3.13")["spacy"] > Version("3.8.2")
