"""The MEANTIME corpus (CC BY 4.0): Wikinews articles with annotated mentions of entities, joined into chains.

NewsReader guidelines for annotation at document level, NWR-2014-2-2. The annotation is exhaustive in the first six
sentences (numbers 0 to 5: headline, date line, four of the body); what was added further down is left out here.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import or_
from pathlib import Path

from kg.errors import ArticleError
from kg.model import Article, Span
from kg.read import Options, Source, find, read

LAST_SENTENCE = 5
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PRONOUNS = frozenset(
    "i we you he she it they me us him her them my our your his its their who which that this these those what"
    " himself herself itself themselves".split()
)
JOINS = frozenset({"of", "for", "the", "de", "&", "'s", "-", "(", ")", "``", "''"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where a chain's entity is referred to, by any of these spans.

    "John Howard", "Australian Prime Minister John Howard" and the title in it are one reference: mentions of a chain
    that overlap. `kind` is PER, ORG, LOC, PRO (product) or FIN, or blank where the annotators left it open.
    """

    chain: str
    kind: str
    spans: tuple[Span, ...]
    is_name: bool
    before_noun: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article, where its annotation ends, and the references before that."""

    article: Article
    end: int
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """One annotated mention."""

    span: Span
    chain: str
    kind: str
    is_name: bool
    before_noun: bool


def load(folder: Path) -> list[Annotated]:
    """Every article of the folder with its annotation, in the order of their numbers."""
    sources = find([folder / "text"]).sources
    articles = (
        _annotated(folder / "annotations" / f"{Path(source.identifier).stem}.xml", source) for source in sources
    )
    return sorted(articles, key=number)


def number(gold: Annotated) -> int:
    """The number of the article at Wikinews, which opens the name of its file."""
    return int(gold.article.identifier.split("_", 1)[0])


def _annotated(annotation: Path, source: Source) -> Annotated:
    root = ET.parse(annotation).getroot()
    (article,) = read([source], Options(published=_published(root)))
    if isinstance(article, ArticleError):
        raise article
    spans, last = _tokens(root, article.text)
    marked = [m for m in _marked(root, spans) if m.span.end <= last]
    chains: dict[str, list[_Marked]] = defaultdict(list)
    for mention in sorted(marked, key=lambda m: m.span):
        chains[mention.chain].append(mention)
    references = (reference for mentions in chains.values() for reference in _references(mentions))
    return Annotated(article, last, tuple(sorted(references, key=lambda r: r.spans)))


def _published(root: ET.Element) -> date | None:
    """The day of writing, where it is known to the day."""
    days = (t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME")
    return next((date.fromisoformat(day) for day in days if ISO_DAY.fullmatch(day)), None)


def _tokens(root: ET.Element, text: str) -> tuple[dict[str, Span], int]:
    """Where each token of the annotated sentences stands in the text, and where the last of these sentences ends."""
    spans: dict[str, Span] = {}
    at = 0
    for token in root.iter("token"):
        if int(token.get("sentence", 0)) > LAST_SENTENCE:
            break
        word = token.text or ""
        start = text.index(word, at)
        at = start + len(word)
        spans[token.get("t_id", "")] = Span(start, at)
    return spans, at


def _marked(root: ET.Element, spans: dict[str, Span]) -> Iterator[_Marked]:
    """The mentions all of whose tokens are in the annotated sentences; one without an entity is a chain of its own."""
    words = {token.get("t_id", ""): token.text or "" for token in root.iter("token")}
    marks = {mark.get("m_id", ""): mark for mark in root.iterfind("Markables/*")}
    entity_of = {
        source.get("m_id", ""): marks[target.get("m_id", "")]
        for link in root.iterfind("Relations/REFERS_TO")
        if (target := link.find("target")) is not None
        for source in link.iterfind("source")
    }
    for key, mark in marks.items():
        tokens = [anchor.get("t_id", "") for anchor in mark.iterfind("token_anchor")]
        if mark.tag != "ENTITY_MENTION" or not tokens or not all(token in spans for token in tokens):
            continue
        entity = entity_of.get(key)
        yield _Marked(
            span=Span(spans[tokens[0]].start, spans[tokens[-1]].end),
            chain=key if entity is None else entity.get("m_id", ""),
            kind="" if entity is None else entity.get("ent_type", ""),
            is_name=_is_name([words[token] for token in tokens], mark.get("syntactic_type", "")),
            before_noun=mark.get("syntactic_type") == "PRE.NAM",
        )


def _is_name(words: list[str], syntactic_type: str) -> bool:
    """True when all words but joining ones have a capital, or the last one has and the annotation calls it a name.

    The annotation tells the syntactic type of a part of the mentions only.
    """
    content = [word for word in words if word.lower() not in JOINS]
    proper = [word[0].isupper() and word.lower() not in PRONOUNS for word in content]
    if "," in words or not any(proper):
        return False
    numbered = (word[0].isdigit() for word in content)
    return all(map(or_, proper, numbered)) or (syntactic_type == "NAM" and proper[-1])


def _references(mentions: list[_Marked]) -> Iterator[Reference]:
    """A chain's mentions in order of their spans, those that overlap as one."""
    group: list[_Marked] = []
    for mention in [*mentions, None]:
        if group and (mention is None or mention.span.start >= max(m.span.end for m in group)):
            yield Reference(
                chain=group[0].chain,
                kind=group[0].kind,
                spans=tuple(m.span for m in group),
                is_name=any(m.is_name for m in group),
                before_noun=any(m.before_noun for m in group if m.is_name),
            )
            group = []
        if mention is not None:
            group.append(mention)
