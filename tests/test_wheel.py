"""The wheel, installed in a clean environment and run outside the checkout, does the same job as the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
QUESTION = ["query", "officials-who-discussed", "--issue", "enforcement", "--store", "graph", "--format", "csv"]


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints, in an environment that knows nothing of this checkout."""
    clean = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME"}}
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, cwd=ROOT)
    (built,) = out.glob("kg-*.whl")
    return built


def test_the_wheel_carries_every_data_file_but_the_articles(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    carried = {n.removeprefix("kg/_data/") for n in names if n.startswith("kg/_data/")}
    data = [p for folder in ("ontology", "queries", "seeds") for p in (ROOT / folder).rglob("*") if p.is_file()]
    assert carried == {p.relative_to(ROOT).as_posix() for p in data if not p.is_relative_to(ROOT / "seeds/articles")}
    assert {n.split("/")[0] for n in names} == {"kg", "kg-0.1.0.dist-info"}


@pytest.mark.long
def test_installed_alone_the_wheel_gives_the_answer_of_the_checkout(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "--upgrade", "pip>=24.3", cwd=tmp_path)
    run(*pip, wheel, "--constraint", ROOT / "requirements.lock", cwd=tmp_path)
    by_wheel = answer([scripts / "kg"], tmp_path / "wheel")
    by_checkout = answer([sys.executable, "-m", "kg"], tmp_path / "checkout")
    assert by_wheel == by_checkout
    assert len(by_wheel.splitlines()) > 1
    where = run(scripts / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert str(ROOT) not in where
    run(scripts / "kg", "doctor", cwd=tmp_path)


def answer(kg: list[str | Path], folder: Path) -> str:
    """The demo's answer from a graph built in a folder of its own."""
    shutil.copytree(ROOT / "seeds" / "articles", folder / "articles")
    run(*kg, "build", "articles", "--store", "graph", cwd=folder)
    return run(*kg, *QUESTION, cwd=folder)
