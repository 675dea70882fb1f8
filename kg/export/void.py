"""A description of the dataset for catalogues of data: DCAT 3, VoID and PROV, in Turtle.

https://www.w3.org/TR/vocab-dcat-3/, https://www.w3.org/TR/void/ and https://www.w3.org/TR/prov-o/. No licence is
stated: the passages are quoted from articles that belong to their publishers. Counts are of distinct triples, as the
formats without graphs write them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import IO, Final

from kg import iri
from kg.errors import UsageError
from kg.export.choice import Choice
from kg.query.own import own_rows
from kg.rdf.nquads import Lines, Value
from kg.store.oxigraph import OxigraphStore
from kg.vocab import DCTERMS, ONTOLOGY, OWL, PREFIXES, PROV, RDF, Term

DCAT: Final = "http://www.w3.org/ns/dcat#"
VOID: Final = "http://rdfs.org/ns/void#"
DATASET: Final = Term(f"{iri.BASE}dataset")
CATALOGUE: Final = Term(f"{iri.BASE}catalogue")
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
# Formats in which the data can be had, by their names at IANA.
_DISTRIBUTIONS: Final = {
    "turtle": "text/turtle",
    "trig": "application/trig",
    "ntriples": "application/n-triples",
    "nquads": "application/n-quads",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}


def write(store: OxigraphStore, choice: Choice, out: IO[bytes]) -> None:
    """Describe the whole store; UsageError where a part was asked for."""
    if choice:
        raise UsageError("void describes the whole graph: leave the filters out")
    lines = Lines(DATASET)
    for subject, predicate, value in (*_dataset(store), *_partitions(store), *_provenance(store)):
        lines.add(subject, predicate, value)
    described = OxigraphStore.memory()
    described.replace_graphs({DATASET: lines.data()})
    described.dump(out, "turtle", {**PREFIXES, "dcat": DCAT, "void": VOID})


Triples = Iterator[tuple[Term, Term, Value | None]]


def _dataset(store: OxigraphStore) -> Triples:
    yield CATALOGUE, RDF.type, _dcat("Catalog")
    yield CATALOGUE, _dcat("dataset"), DATASET
    yield CATALOGUE, _dcat("themeTaxonomy"), iri.issue("")
    for kind in (_dcat("Dataset"), _void("Dataset")):
        yield DATASET, RDF.type, kind
    yield DATASET, DCTERMS.title, "What articles tell of negotiations"
    yield DATASET, DCTERMS.description, "Who said, promised, demanded and did what, with the passages that say so."
    yield DATASET, _dcterms("conformsTo"), ONTOLOGY
    yield DATASET, _void("uriSpace"), iri.BASE
    yield from ((DATASET, _void("vocabulary"), Term(namespace)) for namespace in sorted(PREFIXES.values()))
    yield from ((DATASET, _dcat("theme"), row["issue"]) for row in own_rows(store, "export", "themes"))
    for row in own_rows(store, "export", "period"):
        yield DATASET, _void("documents"), row["articles"]
        yield from _period(row["first"], row["last"])
    for form, media in _DISTRIBUTIONS.items():
        node = Term(f"{DATASET}/{form}")
        yield DATASET, _dcat("distribution"), node
        yield node, RDF.type, _dcat("Distribution")
        yield node, DCTERMS.title, form
        yield node, _dcat("mediaType"), Term(_MEDIA + media)


def _period(first: object, last: object) -> Triples:
    """The days between which the articles were published."""
    if isinstance(first, date) and isinstance(last, date):
        node = Term(f"{DATASET}/period")
        yield DATASET, _dcterms("temporal"), node
        yield node, RDF.type, _dcterms("PeriodOfTime")
        yield node, _dcat("startDate"), first
        yield node, _dcat("endDate"), last


def _partitions(store: OxigraphStore) -> Triples:
    """How many triples there are in all and of each property, and how many things of each class."""
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    for _, predicate, value in store.triples():
        properties[predicate] += 1
        if predicate == RDF.type:
            classes[value] += 1
    yield DATASET, _void("triples"), properties.total()
    for kind, counted, unit in (("class", classes, "entities"), ("property", properties, "triples")):
        for thing, times in counted.items():
            node = iri.record("partition", kind, thing)
            yield DATASET, _void(f"{kind}Partition"), node
            yield node, _void(kind), Term(thing)
            yield node, _void(unit), times


def _provenance(store: OxigraphStore) -> Triples:
    """The builds that read the articles."""
    for row in own_rows(store, "export", "runs"):
        run = row["run"]
        yield DATASET, _prov("wasGeneratedBy"), run
        yield run, RDF.type, PROV.Activity
        yield run, OWL.versionInfo, row["version"]
        yield run, DCTERMS.description, row["settings"]


def _dcat(name: str) -> Term:
    return Term(DCAT + name)


def _void(name: str) -> Term:
    return Term(VOID + name)


def _dcterms(name: str) -> Term:
    return Term(PREFIXES["dcterms"] + name)


def _prov(name: str) -> Term:
    return Term(PREFIXES["prov"] + name)
