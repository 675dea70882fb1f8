"""The fields of a record that stands for itself, as the properties that they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import ClassVar, Protocol

from kg.rdf.nquads import Lines
from kg.vocab import RDF, Term


class Typed(Protocol):
    """A dataclass; fields made by `kg.model.term` are written."""

    type: ClassVar[Term]


def write_fields(lines: Lines, node: Term, record: Typed, things: Mapping[Term, Mapping[str, Term]]) -> None:
    """Add the record as this node: its type, and each field's value, which stands for a thing where a table says so."""
    lines.add(node, RDF.type, record.type)
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        for term in field.metadata.get("terms", ()):
            table = things.get(term)
            for one in value if isinstance(value, tuple) else (value,):
                lines.add(node, term, table[one] if table and one is not None else one)
