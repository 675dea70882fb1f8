"""Files, folders, pages and standard input -> articles: one source kind per file, all of them in `kinds`."""

from kg.read.kinds import KINDS
from kg.read.options import MAX_CHARS, Options
from kg.read.part import FIELDS
from kg.read.paths import ASIDE, Source, Sources, find, sources_of
from kg.read.reader import read
from kg.read.sidecar import Sidecar

__all__ = [
    "ASIDE",
    "FIELDS",
    "KINDS",
    "MAX_CHARS",
    "Options",
    "Sidecar",
    "Source",
    "Sources",
    "find",
    "read",
    "sources_of",
]
