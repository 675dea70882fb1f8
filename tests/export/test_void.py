from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
from rdflib import OWL, RDF, Graph, URIRef, namespace

from kg.errors import UsageError
from kg.export import Choice, export
from kg.export.void import CATALOGUE, DATASET, DCAT, VOID
from kg.iri import PROVENANCE, issue, record
from kg.rdf import Run, run_quads
from kg.store.oxigraph import OxigraphStore
from kg.vocab import DCTERMS, ONTOLOGY, PREFIXES

DATA = URIRef(DATASET)


@pytest.fixture(scope="module")
def described(graphs) -> Graph:
    store = OxigraphStore.memory()
    store.replace_graphs({**graphs, PROVENANCE: run_quads(Run("1.2.3", "some model"))})
    out = BytesIO()
    export(store, "void", out)
    return Graph().parse(data=out.getvalue(), format="turtle")


@pytest.fixture(scope="module")
def flat(graphs) -> Graph:
    """The triples that are described, as rdflib counts them."""
    graph = Graph()
    for quads in [*graphs.values(), run_quads(Run("1.2.3", "some model"))]:
        for line in quads.decode().splitlines():
            graph.parse(data=line.rpartition(" <")[0] + " .", format="nt")
    return graph


def partition(described: Graph, kind: str, unit: str) -> dict[str, int]:
    parts = list(described.objects(DATA, URIRef(f"{VOID}{kind}Partition")))
    of, counted = URIRef(VOID + kind), URIRef(VOID + unit)
    return {str(described.value(part, of)): int(described.value(part, counted)) for part in parts}


def test_it_counts_the_triples_the_classes_and_the_properties(described, flat):
    assert int(described.value(DATA, URIRef(f"{VOID}triples"))) == len(flat)
    assert partition(described, "property", "triples") == Counter(str(p) for p in flat.predicates(unique=False))
    assert partition(described, "class", "entities") == Counter(str(c) for c in flat.objects(None, RDF.type))


def test_it_says_of_when_and_of_what_the_dataset_is(described):
    period = described.value(DATA, URIRef(PREFIXES["dcterms"] + "temporal"))
    days = [str(described.value(period, URIRef(DCAT + name))) for name in ("startDate", "endDate")]
    assert days == ["2019-01-10", "2019-06-02"]
    assert int(described.value(DATA, URIRef(f"{VOID}documents"))) == 4
    themes = {str(theme) for theme in described.objects(DATA, URIRef(f"{DCAT}theme"))}
    assert themes == {issue("trade-terms"), issue("currency")}
    assert (URIRef(CATALOGUE), URIRef(f"{DCAT}themeTaxonomy"), URIRef(issue(""))) in described
    assert (DATA, URIRef(PREFIXES["dcterms"] + "conformsTo"), URIRef(ONTOLOGY)) in described


def test_it_names_the_build_and_the_formats_and_claims_no_licence(described):
    run = described.value(DATA, URIRef(PREFIXES["prov"] + "wasGeneratedBy"))
    assert str(run) == record("run", "1.2.3", "some model")
    assert str(described.value(run, OWL.versionInfo)) == "1.2.3"
    forms = [described.value(d, URIRef(DCTERMS.title)) for d in described.objects(DATA, URIRef(f"{DCAT}distribution"))]
    assert {"turtle", "nquads", "csv", "parquet"} <= {str(form) for form in forms}
    assert not [p for p in described.predicates() if "licen" in p.lower() or "rights" in p.lower()]


def test_it_uses_no_term_that_its_vocabularies_do_not_have(described):
    used = {*described.predicates(), *described.objects(None, RDF.type)}
    for vocabulary in (namespace.DCAT, namespace.VOID, namespace.PROV, namespace.DCTERMS):
        of_it = {term for term in used if term.startswith(str(vocabulary))}
        assert of_it
        assert [term for term in of_it if term not in vocabulary] == []


def test_a_part_is_not_described(memory):
    with pytest.raises(UsageError, match="whole graph"):
        export(memory, "void", BytesIO(), Choice(since="2019-01-01"))
