"""What read the articles, as a prov:Activity without a clock: the same code and settings are the same run."""

from __future__ import annotations

from dataclasses import dataclass

from kg import iri
from kg.rdf.nquads import Lines
from kg.vocab import DCTERMS, OWL, PROV, RDF, Term


@dataclass(frozen=True, slots=True)
class Run:
    """The version of the project and the settings that a reading depends on."""

    version: str
    settings: str

    @property
    def iri(self) -> Term:
        return iri.record("run", self.version, self.settings)


def run_quads(run: Run) -> bytes:
    """The graph of provenance as sorted N-Quads."""
    lines = Lines(iri.PROVENANCE)
    lines.add(run.iri, RDF.type, PROV.Activity)
    lines.add(run.iri, OWL.versionInfo, run.version)
    lines.add(run.iri, DCTERMS.description, run.settings)
    return lines.data()
