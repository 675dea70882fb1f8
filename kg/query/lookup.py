"""Finds what a notation, label or alias names, in the store that is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, cast

from kg.catalogue import Param
from kg.errors import QueryError
from kg.query.literal import literal
from kg.query.solutions import solutions
from kg.store import Store
from kg.vocab import KG, SKOS, Term

# What a name is looked for among, in this order: what acts comes before the place that bears its name.
_CLASSES: Final[Mapping[str, tuple[tuple[Term, ...], ...]]] = {
    "issue": ((SKOS.Concept,),),
    "actor": ((KG.Actor, KG.Polity),),
    "entity": ((KG.Actor, KG.Polity), (KG.Place,)),
    "polity": ((KG.Polity,),),
    "place": ((KG.Place,),),
}
_SHOWN: Final = 8


class Named(NamedTuple):
    """Something that has a name; `preferred` tells its own name from an alias."""

    iri: Term
    name: str
    preferred: bool


def labelled(store: Store, param: Param, text: str) -> Term:
    """The one thing of the parameter's type that the text names, whatever its case.

    What has the text as its own name comes before what has it as an alias. QueryError lists the choices where several
    do, and the nearest names where none does.
    """
    wanted = " ".join(text.split())
    found: list[Term] = []
    others: list[Named] = []
    for group in _CLASSES[param.type]:
        classes = [f"<{iri}>" for iri in group]
        found = _matching(wanted, _named(store, classes, _spellings(wanted)))
        if not found:
            others += _named(store, classes, ())
            found = _matching(wanted, others)
        if found:
            break
    if not found:
        raise QueryError(f"no {param.type} is called {text!r}{_nearest(wanted, [n.name for n in others])}")
    if len(found) > 1:
        choices = "; ".join(f"{name} <{iri}>" for iri, name in _preferred_names(store, found))
        raise QueryError(f"{text!r} names several, say which by its name or IRI: {choices}")
    return found[0]


def article(store: Store, identifier: str) -> str:
    """The identifier, if an article has it; else that of the one article whose file or path end is called so."""
    identifiers = [str(row[1]) for row in solutions(store, "lookup", "articles")]
    if identifier in identifiers:
        return identifier
    ends = [i for i in identifiers if f"/{i}".endswith((f"/{identifier}", f"/{identifier}.txt"))]
    if len(ends) == 1:
        return ends[0]
    if ends:
        raise QueryError(f"{identifier!r} names several articles: {'; '.join(ends[:_SHOWN])}")
    raise QueryError(f"no article is called {identifier!r}{_nearest(identifier, identifiers)}")


def article_by_iri(store: Store, iri: Term) -> str:
    """The identifier of that article."""
    for row in solutions(store, "lookup", "articles", article=f"<{iri}>"):
        return str(row[1])
    raise QueryError(f"no article has the IRI {iri}")


def issues_within(store: Store, iri: Term) -> list[Term]:
    """The issue and every narrower one."""
    narrower = [cast("Term", row[0]) for row in solutions(store, "lookup", "issues-within", issue=f"<{iri}>")]
    return [iri, *(found for found in narrower if found != iri)]


def _named(store: Store, classes: Sequence[str], spellings: Sequence[str]) -> list[Named]:
    rows = solutions(store, "lookup", "labels", **{"class": classes, "label": spellings})
    return [Named(cast("Term", iri), str(name), bool(preferred)) for iri, name, preferred in rows]


def _matching(text: str, named: Iterable[Named]) -> list[Term]:
    """Those of that name, or else of that alias: in this case if any has it so, else in whatever case."""
    ranks: dict[tuple[bool, bool], set[Term]] = defaultdict(set)
    for iri, name, preferred in named:
        if name.casefold() == text.casefold():
            ranks[(not preferred, name != text)].add(iri)
    best = min((rank[0] for rank in ranks), default=None)
    if best is None:
        return []
    return sorted(ranks.get((best, False)) or ranks[(best, True)])


def _spellings(text: str) -> list[str]:
    """The text as labels may spell it, so that the store's index finds it: as SPARQL literals."""
    spelled = dict.fromkeys([text, text.lower(), text.upper(), text.title(), text.capitalize()])
    return [written + tag for each in spelled for written in [literal(each)] for tag in ("", "@en")]


def _preferred_names(store: Store, iris: Sequence[Term]) -> list[tuple[Term, str]]:
    """Each with its own name, in order of name."""
    names: dict[Term, str] = {}
    for iri, name, preferred in solutions(store, "lookup", "labels", entity=[f"<{iri}>" for iri in iris]):
        if preferred:
            names[cast("Term", iri)] = str(name)
    return sorted(((iri, names.get(iri, "")) for iri in iris[:_SHOWN]), key=lambda pair: (pair[1], pair[0]))


def _nearest(text: str, names: Iterable[str]) -> str:
    """The names that look most like the text, as the end of a message."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        text, sorted(set(names)), scorer=fuzz.WRatio, processor=utils.default_process, limit=5, score_cutoff=60
    )
    return f": the nearest are {', '.join(name for name, _, _ in found)}" if found else ""
