"""The kinds that records and curated data may be of, and the states they may be in: one list each, for both."""

from __future__ import annotations

from typing import Literal

MoveKind = Literal["pledge", "agreement", "demand", "threat", "refusal", "denial", "fulfilment", "breach", "obligation"]
MeetingKind = Literal["talks", "summit", "visit", "call", "dinner", "session", "signing"]
MeasureKind = Literal[
    "tariff", "quota", "sanction", "entity-listing", "export-control", "subsidy", "law", "ruling", "production-target",
    "purchase", "withdrawal", "aid", "budget", "price", "licence", "deployment",
]  # fmt: skip
MeasureStatus = Literal["in-force", "announced", "threatened", "proposed", "suspended", "lifted"]
InstitutionKind = Literal[
    "institution", "ministry", "government-office", "central-bank", "legislature", "international-organisation",
    "business-association", "company", "news-organisation", "political-party",
]  # fmt: skip
Verdict = Literal["same", "different", "unsure"]
