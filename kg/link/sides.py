"""For whom those act who are told to act: polities, bodies, or groups known by the words of their name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from kg import iri
from kg.link.words import stems
from kg.model import Entity, Mention, Referent, Span
from kg.resolve import Resolution
from kg.vocab import KG, Term

WORD: Final = "~"
"""Before a side that is but a word of a group's name."""
PRIVATE: Final = frozenset({KG.Company, KG.BusinessAssociation, KG.NewsOrganisation})
"""Institutions that are parties of their own, whatever their country."""
# Groups of these names are many; who they are is told by what belongs to them.
_ANYBODY: Final = stems(
    "officials sources ministers people members leaders producers companies workers governments"
    " sides parties countries nations states delegations negotiators"
)
# Groups that are parties of their own, whatever country they belong to.
_OWN_MASTERS: Final = stems(
    "rebels guerrillas militants insurgents separatists opposition union unions strikers protesters miners farmers"
    " growers fishermen employers students drivers pilots nurses doctors teachers dockers creditors banks mills"
)


def denoted(mentions: tuple[Mention, ...], referents: Mapping[Span, tuple[Referent, ...]]) -> frozenset[Term]:
    """The entities that the mentions were resolved to."""
    return frozenset(r.entity for mention in mentions for r in referents.get(mention.key, ()))


def bodies_of(resolution: Resolution) -> Mapping[Term, frozenset[Term]]:
    """Person -> the institutions that they hold an office of, or else the polity, in any article."""
    found: dict[Term, set[Term]] = defaultdict(set)
    for records in resolution.records:
        referents = resolution.referents[records.article.identifier]
        for role in (role for role in records.roles if role.standing == "current"):
            held = {iri.polity(role.polity)} if role.polity and not role.institution else frozenset[Term]()
            for holder in denoted((role.holder,), referents):
                found[holder] |= denoted((role.institution,), referents) if role.institution else held
    return {holder: frozenset(these) for holder, these in found.items()}


def sides_of(
    entities: frozenset[Term], known: Mapping[Term, Entity], bodies: Mapping[Term, frozenset[Term]]
) -> frozenset[str]:
    """Whom these act for: themselves where they are polities or bodies, their bodies, and the polities of all of them.

    Who acts for a private body does not act for its country.
    """
    found: set[str] = set()
    for entity in entities:
        code, is_group = iri.code_of(entity), iri.kind_of(entity) == "group"
        if code is not None:
            found.add(code)
            continue
        if is_group and entity in known and (words := stems(known[entity].name)) & _OWN_MASTERS:
            found |= {f"{WORD}{word}" for word in words - _ANYBODY}
            continue
        own = [entity, *bodies.get(entity, ())]
        private = {one for one in own if one in known and known[one].type in PRIVATE}
        found |= private or {one for one in own if iri.kind_of(one) == "institution"}
        codes = {known[one].polity for one in own if one in known} if not private else set()
        codes |= {iri.code_of(one) for one in own if not private}
        found |= {code for code in codes if code}
        if is_group and not any(codes) and entity in known:
            found |= {f"{WORD}{word}" for word in stems(known[entity].name) - _ANYBODY}
    return frozenset(found)
