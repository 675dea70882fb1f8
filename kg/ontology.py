"""Reads ontology/*.ttl and writes what the code knows of them; the only door to owlready2.

`kg/vocab.py` is `vocab_source(read_graph(ontology_dir / "kg.ttl"))`: the file is never edited, and a test compares it.
"""

from __future__ import annotations

import io
import keyword
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from rdflib import OWL, RDF, SKOS, Dataset, Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg.errors import JavaMissing, OntologyError
from kg.files import write_whole
from kg.issues import Issue, joined

if TYPE_CHECKING:
    from owlready2 import Ontology, World
    from rdflib.term import Node

_VANN: Final = "http://purl.org/vocab/vann/"
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_HEAD: Final = '''"""The terms of the ontology and those it borrows; `kg ontology bind` writes this from kg.ttl."""

# ruff: noqa: N815 - a term is called as the ontology calls it

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


class Term(str):
    """The IRI of a class, property or thing: a string that no other string is mistaken for."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{self}>"
'''


class Reasoned(NamedTuple):
    """Whether there can be a world in which all of it is true, and the classes that can have no members in it."""

    consistent: bool
    unsatisfiable: tuple[str, ...]
    triples: int


def read_graph(path: Path) -> Graph:
    """The triples of a Turtle file, with its prefixes alone; OntologyError where it cannot be read."""
    graph = Graph(bind_namespaces="none")
    try:
        return graph.parse(path, format="turtle")
    except OSError as error:
        raise OntologyError(f"{path}: {error.strerror}") from error
    except BadSyntax as error:
        raise OntologyError(f"{path}, line {error.lines + 1}: no valid Turtle") from error


def vocab_source(graph: Graph) -> str:
    """The Python source of `kg/vocab.py`: a class of terms for each prefix of which the ontology mentions a term."""
    ontology = _one(graph, RDF.type, OWL.Ontology)
    prefix, namespace, version = (
        _text(graph, ontology, URIRef(iri))
        for iri in (f"{_VANN}preferredNamespacePrefix", f"{_VANN}preferredNamespaceUri", str(OWL.versionInfo))
    )
    prefixes = {name: str(iri) for name, iri in graph.namespaces()}
    if prefixes.get(prefix) != namespace:
        raise OntologyError(f"{ontology}: the prefix {prefix}: is not bound to its preferred namespace {namespace}")
    constants = [
        f"NAMESPACE: Final = {_quoted(namespace)}",
        f"ONTOLOGY: Final = Term({_quoted(str(ontology))})",
        f"VERSION: Final = {_quoted(version)}",
    ]
    names = _names(graph, prefixes)
    own_first = sorted(names, key=lambda name: (name != prefix, name))
    classes = [_class_source(name, prefixes[name], names[name]) for name in own_first]
    rows = [f"        {_quoted(name)}: {_quoted(iri)},\n" for name, iri in sorted(prefixes.items())]
    table = f"PREFIXES: Final[Mapping[str, str]] = MappingProxyType(\n    {{\n{''.join(rows)}    }}\n)"
    return "\n\n".join([_HEAD, "\n".join(constants) + "\n", *classes, table]) + "\n"


def bind(ontology_dir: Path, target: Path, *, check: bool = False) -> bool:
    """Write `vocab_source` of the ontology to `target`; returns whether it was up to date.

    With `check` nothing is written, and a target that is out of date raises OntologyError.
    """
    source = vocab_source(read_graph(ontology_dir / "kg.ttl")).encode()
    fresh = target.is_file() and target.read_bytes() == source
    if check and not fresh:
        raise OntologyError(f"{target} does not agree with {ontology_dir / 'kg.ttl'}: run `kg ontology bind`")
    if not fresh:
        write_whole(target, source)
    return fresh


def load_owl(path: Path, world: World | None = None) -> Ontology:
    """The ontology in owlready2, in that world or one of its own.

    owlready2 reads Turtle as nothing without raising, hence N-Triples and the count of classes; OntologyError when it
    finds others than rdflib.
    """
    import owlready2

    graph = read_graph(path)
    triples = io.BytesIO(graph.serialize(format="nt", encoding="utf-8"))
    where = owlready2.World() if world is None else world
    ontology = where.get_ontology(str(_one(graph, RDF.type, OWL.Ontology))).load(fileobj=triples)
    expected = {str(c) for c in graph.subjects(RDF.type, OWL.Class) if isinstance(c, URIRef)}
    found = {c.iri for c in ontology.classes()}
    if found != expected:
        raise OntologyError(f"{path}: owlready2 disagrees on {', '.join(sorted(found ^ expected))}")
    return ontology


def save_world(target: Path, path: Path, triples: IO[bytes]) -> None:
    """Write owlready2's quadstore of the ontology of `path` and of N-Triples as a new file."""
    import owlready2

    world = owlready2.World(filename=str(target))
    try:
        ontology = load_owl(path, world)
        world.get_ontology(f"{ontology.base_iri}data").load(fileobj=triples)
        world.save()
    finally:
        world.close()


def reason(path: Path, data: bytes = b"") -> Reasoned:
    """What HermiT finds in the ontology of that file together with N-Triples or N-Quads of data.

    HermiT knows only the datatypes of the OWL 2 map (https://www.w3.org/TR/owl2-syntax/#Datatype_Maps) and is told to
    pass over others, xsd:date among them. JavaMissing without Java.
    """
    import owlready2

    if shutil.which(owlready2.JAVA_EXE) is None:
        raise JavaMissing
    ontology = load_owl(path)
    individuals = Dataset()
    individuals.parse(io.BytesIO(data), format="nquads")
    triples = Graph(bind_namespaces="none")
    for subject, predicate, value, _ in individuals.quads():
        triples.add((subject, predicate, value))
    world = ontology.world
    world.get_ontology(f"{ontology.base_iri}data").load(fileobj=io.BytesIO(triples.serialize(format="nt").encode()))
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Reasoned(consistent=False, unsatisfiable=(), triples=len(triples))
    except owlready2.OwlReadyJavaError as error:
        raise OntologyError(f"HermiT gave up: {str(error).strip().splitlines()[-1][:200]}") from error
    empty = sorted({c.iri for c in world.inconsistent_classes()} - {str(OWL.Nothing)})
    return Reasoned(consistent=True, unsatisfiable=tuple(empty), triples=len(triples))


def issue_scheme(path: Path) -> tuple[Issue, ...]:
    """The issues of a SKOS scheme by notation, each with all that it lies within; OntologyError names a broken one."""
    return _scheme(path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=2)
def _scheme(path: Path, stamp: int) -> tuple[Issue, ...]:
    """Read once for each time that the file was written."""
    graph = read_graph(path)
    notations = {concept: _text(graph, concept, SKOS.notation) for concept in graph.subjects(RDF.type, SKOS.Concept)}
    concepts = {notation: concept for concept, notation in notations.items()}
    if len(concepts) < len(notations):
        raise OntologyError(f"{path}: two concepts of one notation")
    return joined(
        Issue(
            notation=notation,
            label=_text(graph, concept, SKOS.prefLabel),
            alt_labels=tuple(sorted(str(label) for label in graph.objects(concept, SKOS.altLabel))),
            definition=_text(graph, concept, SKOS.definition),
            broader=tuple(_broader(graph, concept, notations)),
        )
        for notation, concept in concepts.items()
    )


def _one(graph: Graph, predicate: URIRef, value: URIRef) -> URIRef:
    """The one subject of that value."""
    subjects = [s for s in graph.subjects(predicate, value) if isinstance(s, URIRef)]
    if len(subjects) != 1:
        raise OntologyError(f"expected one {value}, found {len(subjects)}")
    return subjects[0]


def _text(graph: Graph, subject: Node, predicate: URIRef) -> str:
    """The one literal of that subject and predicate."""
    values = list(graph.objects(subject, predicate))
    if len(values) != 1 or not isinstance(values[0], Literal):
        raise OntologyError(f"{subject}: expected one {predicate}, found {len(values)}")
    return str(values[0])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _names(graph: Graph, prefixes: dict[str, str]) -> dict[str, set[str]]:
    """Prefix -> the local names of its terms that occur anywhere in the graph, datatypes of literals too."""
    names: dict[str, set[str]] = defaultdict(set)
    nodes = {node for triple in graph for node in triple}
    mentioned = {node.datatype if isinstance(node, Literal) else node for node in nodes}
    for iri in {str(node) for node in mentioned if isinstance(node, URIRef)}:
        for prefix, namespace in prefixes.items():
            if iri.startswith(namespace) and _NAME.fullmatch(iri[len(namespace) :]):
                names[prefix].add(iri[len(namespace) :])
    return names


def _class_source(prefix: str, namespace: str, names: set[str]) -> str:
    """One class of terms; a Python keyword gets a trailing underscore."""
    rows = "".join(
        f"    {name}{'_' * keyword.iskeyword(name)}: Final = Term({_quoted(namespace + name)})\n"
        for name in sorted(names, key=lambda name: (name.lower(), name))
    )
    return f'class {prefix.upper()}:\n    """{namespace}"""\n\n{rows}'


def _broader(graph: Graph, concept: Node, notations: dict[Node, str]) -> Iterator[str]:
    """The notations of the concepts directly above."""
    for other in sorted(graph.objects(concept, SKOS.broader), key=str):
        if other not in notations:
            raise OntologyError(f"{concept}: {other} is broader but no concept of the scheme")
        yield notations[other]
