"""Language packs and curated data as typed values: what is wrong in a file is said with file, entry and key."""

from __future__ import annotations

from kg.kinds import MeasureKind, MeasureStatus, MeetingKind, MoveKind
from kg.packs.acts import (
    Deed,
    IssuePhrases,
    Laws,
    Limits,
    Lists,
    Measures,
    Meetings,
    MoveFrame,
    Moves,
    Pacts,
)
from kg.packs.entry import Example
from kg.packs.facts import FiscalYear, Institution, Judgement, Office, Polity
from kg.packs.layer import JUDGEMENTS, Layer, read_judgements
from kg.packs.pack import Pack
from kg.packs.promoted import CandidateVerdict, promoted, read_verdicts, write_verdicts
from kg.packs.words import Amounts, Boilerplate, Cues, Dates, Institutions, Negation, People

__all__ = [
    "JUDGEMENTS",
    "Amounts",
    "Boilerplate",
    "CandidateVerdict",
    "Cues",
    "Dates",
    "Deed",
    "Example",
    "FiscalYear",
    "Institution",
    "Institutions",
    "IssuePhrases",
    "Judgement",
    "Laws",
    "Layer",
    "Limits",
    "Lists",
    "MeasureKind",
    "MeasureStatus",
    "Measures",
    "MeetingKind",
    "Meetings",
    "MoveFrame",
    "MoveKind",
    "Moves",
    "Negation",
    "Office",
    "Pack",
    "Pacts",
    "People",
    "Polity",
    "promoted",
    "read_judgements",
    "read_verdicts",
    "write_verdicts",
]
