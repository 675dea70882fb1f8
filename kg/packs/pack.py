"""Everything curated that the pipeline uses: the core, and the packs that a user lays over it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from kg.errors import PackError
from kg.files import data_dir
from kg.packs.acts import IssuePhrases
from kg.packs.entry import united
from kg.packs.layer import ABOUT, WORDS, read_core, read_overlay


class Pack:
    """The layers, read once, and what they say together, from the core upwards, without the examples."""

    def __init__(self, root: Path | None = None, overlays: Sequence[Path] = ()) -> None:
        self.root = root or data_dir("seeds")
        self.overlays = tuple(path.absolute() for path in overlays)
        layers = [read_core(self.root)]
        whole = layers[0].bare()
        for folder in overlays:
            layers.append(read_overlay(folder, whole))
            if layers[-1].name in [layer.name for layer in layers[:-1]]:
                raise PackError(str(folder / ABOUT), "two packs have this name: give each its own", key="name")
            whole = united(whole, layers[-1].bare())
        self.layers = tuple(layers)
        self._whole = whole
        self.boilerplate = whole.boilerplate
        self.cues = whole.cues
        self.negation = whole.negation
        self.people = whole.people
        self.institutions = whole.institutions
        self.amounts = whole.amounts
        self.dates = whole.dates
        self.moves = whole.moves
        self.measures = whole.measures
        self.meetings = whole.meetings
        self.issues = whole.issues
        self.polities = whole.polities
        self.known_institutions = whole.known_institutions
        self.offices = whole.offices
        self.fiscal_years = {row.polity: row for row in whole.fiscal_years}
        self.judgements = whole.judgements

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the packs laid over the core, in order."""
        return tuple(layer.name for layer in self.layers[1:])

    @property
    def own_issues(self) -> tuple[IssuePhrases, ...]:
        """The issues that the packs define, each with the name of its pack before its notation."""
        return tuple(entry for entry in self.issues if entry.label)

    @cached_property
    def language_digest(self) -> str:
        """The hash of all that extraction reads: when it changes, articles are parsed anew.

        Neither offices nor examples nor comments are part of it.
        """
        whole = self._whole
        words = [getattr(whole, name) for name in WORDS]
        rows = (whole.polities, whole.known_institutions, whole.fiscal_years)
        read = (words, [entry.bare() for entry in whole.issues], *rows)
        return hashlib.sha256(msgspec.json.encode(read, order="deterministic")).hexdigest()
