"""Mentions -> entities: within an article, then across articles. A pure function of records and curated data."""

from __future__ import annotations

from kg.resolve.across import Resolution, resolve

__all__ = ["Resolution", "resolve"]
