"""Who holds what title: prenominal stacks, appositions, joint titles, appointments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.appointments import appointments
from kg.extract.appositions import apposed_after, apposed_before, coordinate
from kg.extract.dates import Dated
from kg.extract.found import Found
from kg.extract.joint_titles import joint_titles
from kg.extract.mentions import Mentions
from kg.extract.role import Role
from kg.extract.text import Text
from kg.extract.titles import Title, title_before
from kg.model import RoleHolding, Standing, When

NEAREST_DATE: Final = 4
_DAY: Final = re.compile(r"\d{4}(-\d\d){0,2}")
__all__ = ["Role", "find_roles", "roles"]


def find_roles(text: Text, mentions: Mentions) -> list[Role]:
    """Every role that a phrase with a person's name licenses, each once."""
    people = [f for f in mentions.found if f.kind == "person" and f.form == "name"]
    found = [role for person in people for role in _roles_of(text, mentions, person)]
    found += joint_titles(text, mentions)
    found += appointments(text, mentions)
    unique: dict[tuple[int, int, int], Role] = {}
    for role in found:
        unique.setdefault((role.holder.start, role.title.start, role.title.end), role)
    return list(unique.values())


def roles(text: Text, mentions: Mentions, found: list[Role], dates: list[Dated]) -> Iterator[RoleHolding]:
    """The roles as records."""
    for role in found:
        title, holder = role.title, role.holder
        start, end = min(title.start, holder.start), max(title.end, holder.end)
        standing = _standing(role)
        yield RoleHolding(
            evidence=text.evidence(start, end, role.rule, 0.9 if role.rule == "role-before" else 0.8),
            holder=holder.mention(text),
            title=_words(text, mentions, title, holder),
            institution=title.institution.mention(text) if title.institution else None,
            principal=title.principal.mention(text) if title.principal else None,
            polity=title.polity,
            standing=standing,
            held=_since(dates, role) or _held(text, standing),
        )


def _standing(role: Role) -> Standing:
    return "next" if role.title.words.lower().endswith(("elect", "designate")) else role.title.standing


def _since(dates: list[Dated], role: Role) -> When | None:
    """From (or, where it ended, until) the day that stands behind "was appointed envoy"."""
    if role.rule != "role-verb":
        return None
    behind = [d.record.when for d in dates if role.title.end <= d.start <= role.title.end + NEAREST_DATE]
    when = next((w for w in behind if w is not None and _DAY.fullmatch(w.edtf)), None)
    if when is None or role.title.standing == "next":
        return None
    if role.title.standing == "former":
        return When(edtf=f"/{when.edtf}", latest=when.latest)
    return When(edtf=f"{when.edtf}/", earliest=when.earliest)


def _held(text: Text, standing: Standing) -> When | None:
    """Until the article at the latest where the office is a former one, not before it where it is yet to come."""
    day = text.article.published
    if day is None or standing == "current":
        return None
    return When(edtf=f"/{day}", latest=day) if standing == "former" else When(edtf=f"{day}/", earliest=day)


def _words(text: Text, mentions: Mentions, title: Title, holder: Found) -> str:
    """The title as printed; "his counterpart" holds the title of the one whose counterpart it is."""
    words = " ".join(title.words.split())
    if title.owner is None or not words.lower().endswith("counterpart"):
        return words
    start = text.sentences[text.sentence_of[holder.start]][0]
    before = [f for f in mentions.found if f.kind == "person" and f.title and start <= f.start < title.start]
    return f"counterpart of {before[-1].title}" if before else words


def _roles_of(text: Text, mentions: Mentions, person: Found) -> Iterator[Role]:
    start, _ = text.sentences[text.sentence_of[person.start]]
    before = title_before(text, mentions, person.start, start)
    if before is not None:
        yield Role(person, _of_polity(text, mentions, before, person.end), "role-before")
        outer = title_before(text, mentions, before.start - 1, start) if text.words[before.start - 1] == "," else None
        if outer is not None and (outer.polity or outer.institution) and before.start - 1 > start:
            yield Role(person, outer, "role-apposition-before")
    else:
        apposed = apposed_before(text, mentions, person)
        if apposed is not None:
            yield Role(person, apposed, "role-apposition-before")
    after = apposed_after(text, mentions, person)
    if after is not None:
        yield Role(person, after, "role-apposition-after")
        second = coordinate(text, mentions, after, text.sentences[text.sentence_of[person.start]][1])
        if second is not None:
            yield Role(person, second, "role-apposition-after")


def _of_polity(text: Text, mentions: Mentions, title: Title, end: int) -> Title:
    """ "President Diallo of Senegal"."""
    if title.polity is not None or text.lower[end : end + 1] != ["of"] or end + 1 >= len(text.words):
        return title
    found = mentions.at(end + 1)
    return replace(title, polity=found.polity) if found is not None and found.kind == "polity" else title
