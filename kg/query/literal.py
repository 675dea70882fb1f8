"""Writes values as SPARQL literals, so that they are never spliced into a query as they came."""

from __future__ import annotations

from typing import Final

from kg.vocab import Term

# https://www.w3.org/TR/sparql11-query/#rSTRING_LITERAL2
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


def literal(text: str, datatype: Term | None = None) -> str:
    """The text as a literal, whatever its characters: of that datatype, or a plain string."""
    written = f'"{text.translate(_ESCAPES)}"'
    return f"{written}^^<{datatype}>" if datatype else written
