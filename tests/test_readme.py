"""The README's tour runs as it is printed."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kg.files import data_dir

ROOT = data_dir("queries").parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds, in which `make demo` has built the graph."""
    folder = tmp_path_factory.mktemp("tour")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    done = run([sys.executable, "-m", "kg", "build", "seeds/articles", "--store", "build/graph"], folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_tour_runs_and_every_command_answers(folder: Path) -> None:
    for line in COMMANDS:
        program, *arguments = shlex.split(line)
        assert program == "kg", line
        done = run([sys.executable, "-m", "kg", *arguments], folder)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        if arguments[0] in ("check", "verify") or arguments[:2] == ["pack", "check"]:
            assert re.search("no (findings|faults)", done.stderr), line
        else:
            assert done.stdout.strip() or "-o" in arguments or arguments[0] == "build", line


def test_the_python_of_the_tour_runs(folder: Path) -> None:
    export = run([sys.executable, "-m", "kg", "export", "-f", "owlready2", "-o", "build/world.sqlite3"], folder)
    assert export.returncode == 0, export.stderr
    printed = []
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        done = run([sys.executable, "-c", block], folder)
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout)
    quadstore, graph = printed
    assert "person.donald-trump" in quadstore
    assert "Lighthizer" in graph


def test_the_floor_plan_is_that_of_the_import_contract_and_names_every_room() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["id"] == "floors")
    built = [rooms for layer in layers if (rooms := [room for room in layer.split(" | ") if "(" not in room])]
    expected = {room: floor for floor, rooms in enumerate(reversed(built)) for room in rooms}
    plan = README.split("## Floor plan")[1].split("| to add |")[0]
    told = [
        (Path(room).stem, int(line.split("|")[1]))
        for line in plan.splitlines()
        if re.match(r"\| \d ", line)
        for room in re.findall(r"`([\w/.]+(?:/|\.py))`", line.split("|")[2])
    ]
    assert len(told) == len(dict(told))
    assert dict(told) == expected
    rooms = {path.stem for path in (ROOT / "kg").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert expected.keys() == rooms - {"__init__", "__main__", "__pycache__"}
