"""Paths -> articles: one source kind per file."""

from kg.read.paths import Source, find, read
from kg.read.sidecar import Sidecar

__all__ = ["Sidecar", "Source", "find", "read"]
