"""The PLOVER view against the gold standard records of PLOVER: event type, source country, target country.

    plover.py [--shared DIR] [--errors]

Each of the gold file's sentences is an article of its own. Its main event is the one whose words, apart from what is
said or promised, hold the root of the sentence; where there is none, the first. Records of even number are for
development, those of odd number are held back: `--errors` lists the former alone. A country is right when the countries
of all sources (or targets) are those of the gold record; records without an ISO 3166-1 country there do not count.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from kg.export import export
from kg.export.mapping import EVENTS, plover
from kg.nlp import Parser, load_model
from kg.packs import Pack
from kg.pipeline import build
from kg.read import Options
from kg.segment import segment
from kg.store.oxigraph import OxigraphStore

ROOT: Final = Path(__file__).resolve().parent.parent
GOLD: Final = Path("data") / "plover" / "PLOVER_GSR_CAMEO.txt"
# What the records of 2016 call the categories that the conversion table of 2021 names otherwise.
RENAMED: Final = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

Event = Mapping[str, Any]


class Gold(NamedTuple):
    """A gold record; countries are alpha-3 codes, empty where it has none."""

    number: str
    text: str
    event: str
    sources: frozenset[str]
    targets: frozenset[str]

    @property
    def held_back(self) -> bool:
        return int(self.number[-4:]) % 2 == 1


def gold(path: Path) -> list[Gold]:
    """The records of the file; those that are source and target at once (SRC/TAR) are counted as both."""
    countries = set(plover().countries.values())
    found = []
    for record in json.loads(path.read_text("utf-8")):
        event = RENAMED.get(record["event"], record["event"])
        if event in EVENTS:
            sources, targets = (_codes(record.get(side), countries) for side in ("source", "target"))
            if not targets and "SRC/TAR" in record["textInfo"].get("markup", ""):
                targets = sources
            found.append(Gold(record["id"], record["text"].strip().strip("{}"), event, sources, targets))
    return found


def _codes(actors: Any, countries: set[str]) -> frozenset[str]:
    listed = actors if isinstance(actors, list) else []
    return frozenset(str(actor.get("code")) for actor in listed) & countries


def main_events(texts: Iterable[str]) -> dict[str, Event]:
    """The main event of each text that has one."""
    distinct = list(dict.fromkeys(texts))
    pack, nlp = Pack(), load_model()
    readings = [segment(text, pack.boilerplate) for text in distinct]
    roots = {
        text: [reading.raw(sent.root.idx, sent.root.idx + 1).start for sent in doc.sents]
        for text, reading, doc in zip(distinct, readings, Parser(nlp).parse(readings), strict=True)
    }
    found: dict[str, list[Event]] = {}
    with tempfile.TemporaryDirectory() as folder:
        articles, store = Path(folder) / "articles", Path(folder) / "graph"
        articles.mkdir()
        for number, text in enumerate(distinct):
            (articles / f"{number:04}.txt").write_text(text, "utf-8")
        build([articles], store, nlp=nlp, pack=pack, reading=Options(published=date(2000, 1, 1)))
        lines = BytesIO()
        with OxigraphStore.open(store) as opened:
            export(opened, "plover", lines)
        for line in lines.getvalue().splitlines():
            event = json.loads(line)
            found.setdefault(distinct[int(event["article"].removesuffix(".txt"))], []).append(event)
    return {text: _main(events, roots[text]) for text, events in found.items()}


def _main(events: list[Event], roots: list[int]) -> Event:
    at_root = [event for event in events if any(_cues(event, root) for root in roots)]
    return (at_root or events)[0]


def _cues(event: Event, root: int) -> bool:
    """Whether the root stands in the event's words, but not in what is said or promised."""
    start, end = event["content"] or (event["end"], event["end"])
    return bool(event["start"] <= root < event["end"] and not start <= root < end)


def countries(event: Event | None, side: str) -> frozenset[str]:
    """The countries of the event's sources or targets."""
    return frozenset(actor["country"] for actor in (event or {}).get(side, ()) if actor["country"])


def figures(records: Iterable[Gold], found: Mapping[str, Event]) -> Iterator[str]:
    """Accuracy of each of the three, and how many records got an event at all."""
    records = list(records)
    told = sum(record.text in found for record in records)
    right = sum(found.get(record.text, {}).get("event") == record.event for record in records)
    yield f"event type {right / len(records):.2f} of {len(records)} ({right / told:.2f} of the {told} with an event)"
    for side in ("source", "target"):
        asked = [record for record in records if getattr(record, f"{side}s")]
        hits = sum(getattr(r, f"{side}s") == countries(found.get(r.text), side) for r in asked)
        yield f"{side} country {hits / len(asked):.2f} of {len(asked)}"


def by_type(records: Iterable[Gold], found: Mapping[str, Event]) -> str:
    """Right of all, for each event type."""
    records = list(records)
    all_ = Counter(record.event for record in records)
    right = Counter(r.event for r in records if found.get(r.text, {}).get("event") == r.event)
    return ", ".join(f"{event} {right[event]}/{all_[event]}" for event in EVENTS if all_[event])


def main() -> int:
    """Prints the figures of both halves; 1 where the gold file is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help=f"folder that holds {GOLD}")
    parser.add_argument("--errors", action="store_true", help="list every wrong record of the development half")
    asked = parser.parse_args()
    path = asked.shared / GOLD
    if not path.exists():
        print(f"cannot score: {path} is not there", file=sys.stderr)
        return 1
    records = gold(path)
    found = main_events(record.text for record in records)
    for name, half in (("development", False), ("held back", True)):
        chosen = [record for record in records if record.held_back is half]
        print(f"plover, {name} half: {'; '.join(figures(chosen, found))}", flush=True)
        if not half:
            print(f"  {by_type(chosen, found)}")
    if asked.errors:
        for record in (r for r in records if not r.held_back):
            event = found.get(record.text)
            got = (event and event["event"], countries(event, "source"), countries(event, "target"))
            if got != (record.event, record.sources, record.targets):
                rule = event and (event["record"], event["kind"], event["state"])
                print(f"{record.number} {record[2:]}\n  {got} {rule}\n  {record.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
