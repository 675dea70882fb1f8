"""Whether the examples of packs hold: each sentence is read as an article of its own, by the real extraction.

An example says which record its words yield, and which slots of it matter: `{record: statement, polarity: denied}`.
Every `yes` must yield such a record, and no `no` may. All sentences are parsed in one go, as published on `ANCHOR`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.errors import PackError
from kg.extract import Text, extract
from kg.extract.amounts import Amounted, find_amounts
from kg.extract.topics import issues_of
from kg.extraction import Extractor
from kg.model import (
    Article,
    ArticleRecords,
    Commitment,
    Measure,
    Meeting,
    Mention,
    RoleHolding,
    Span,
    Statement,
    TimeExpression,
    When,
)
from kg.packs import Example, Layer, Pack
from kg.resolve import resolve
from kg.resolve.gender import gender_of
from kg.segment import blocks

if TYPE_CHECKING:
    from kg.nlp import Language

ANCHOR: Final = date(2021, 6, 16)
"""The Wednesday on which all examples were published."""

# Sentences around a block that is to be told apart from them.
_PROSE: Final = "It rained in the harbour all day."
_WRAPPED: Final = frozenset({"block", "reading"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """An example that does not hold, or that is missing: its file and entry, the sentence, and what came of it."""

    file: str
    entry: str
    sentence: str
    expected: str
    came: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of lines, by its kind: headline, body, boilerplate or caption."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Into how many sentences a text was cut, and whether all of it is read, to its end."""

    sentences: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OnIssue:
    """An issue that words are about."""

    issue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """One person by two names."""

    name: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sole:
    """A title that one person holds at a time."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gendered:
    """A person, and the pronoun that goes with the name."""

    name: str
    pronoun: str


@dataclass(frozen=True, slots=True)
class Specimen:
    """An example as it was read: where it stands in its article, and what was found there and around."""

    where: Span
    text: Text
    records: ArticleRecords
    pack: Pack

    def holds(self, span: Span) -> bool:
        """Whether that passage is of the example, and not of what stands around it."""
        return self.where.start <= span.start and span.end <= self.where.end


def _of_records(field: str) -> Callable[[Specimen], Iterable[object]]:
    return lambda it: (record for record in getattr(it.records, field) if it.holds(record.evidence.span))


def _amounts(it: Specimen) -> Iterable[object]:
    return (found for found in find_amounts(it.text) if it.holds(it.text.span(found.start, found.end)))


def _issues(it: Specimen) -> Iterable[object]:
    return (OnIssue(issue=issue) for issue in issues_of(it.text, 0, len(it.text.words)))


def _blocks(it: Specimen) -> Iterable[object]:
    found = blocks(it.text.article.text, it.pack.boilerplate)
    return (Block(kind=block.kind) for block in found if all(map(it.holds, block.lines)))


def _cuts(it: Specimen) -> Iterable[object]:
    reading = it.text.reading
    spans = [reading.raw(sentence.start, sentence.end) for sentence in reading.sentences]
    own = [span for span in spans if it.holds(span)]
    yield Cut(sentences=len(own), whole=bool(own) and own[-1].end == it.where.end)


def _same(it: Specimen) -> Iterable[object]:
    referents = resolve([it.records], it.pack).referents[it.records.article.identifier]
    names: dict[str, set[str]] = {}
    for mention in it.records.mentions:
        if mention.kind == "person" and mention.form == "name":
            for referent in referents[mention.key]:
                names.setdefault(referent.entity, set()).add(mention.name)
    return (Same(name=a, other=b) for called in names.values() for a in called for b in called if a != b)


def _sole(it: Specimen) -> Iterable[object]:
    titles = (role.title for role in it.records.roles)
    return (Sole(title=title) for title in titles if it.pack.people.sole & set(title.lower().split()))


def _gendered(it: Specimen) -> Iterable[object]:
    for mention in it.records.mentions:
        pronoun = gender_of(mention, it.records.article.text, it.pack.people)
        if mention.kind == "person" and pronoun is not None:
            yield Gendered(name=mention.name, pronoun=pronoun)


# What an example may ask for: the name, its class, whose fields are the slots, and how it is found.
RECORDS: Final[Mapping[str, tuple[type[object], Callable[[Specimen], Iterable[object]]]]] = {
    "statement": (Statement, _of_records("statements")),
    "mention": (Mention, _of_records("mentions")),
    "role": (RoleHolding, _of_records("roles")),
    "date": (TimeExpression, _of_records("dates")),
    "commitment": (Commitment, _of_records("commitments")),
    "meeting": (Meeting, _of_records("meetings")),
    "measure": (Measure, _of_records("measures")),
    "amount": (Amounted, _amounts),
    "issue": (OnIssue, _issues),
    "block": (Block, _blocks),
    "reading": (Cut, _cuts),
    "same-person": (Same, _same),
    "sole-title": (Sole, _sole),
    "gendered": (Gendered, _gendered),
}


def check(pack: Pack, layers: Sequence[Layer], nlp: Language | None = None) -> tuple[int, list[Unmet]]:
    """How many sentences were read, and what is wrong with the examples of these layers of the pack.

    PackError where an example asks for a record or slot that there is not.
    """
    cases = [(file, example) for layer in layers for file, example in layer.cases()]
    for file, example in cases:
        _check_yields(file, example)
    asked = dict.fromkeys((s, _is_wrapped(e)) for _, e in cases for s in (*e.yes, *e.no))
    read = dict(zip(asked, _read(pack, list(asked), nlp), strict=True))
    found = list(_lacking(layers, cases))
    for file, example in cases:
        for sentence, expected in (*((s, True) for s in example.yes), *((s, False) for s in example.no)):
            specimen = read[(sentence, _is_wrapped(example))]
            came = _unexpected(specimen, example, expected)
            if came is not None:
                wanted = f"{'' if expected else 'no '}{_shown(example.yields)}"
                found.append(Unmet(file=file, entry=example.of, sentence=sentence, expected=wanted, came=came))
    return len(asked), found


def _is_wrapped(example: Example) -> bool:
    return example.yields.get("record") in _WRAPPED


def _check_yields(file: str, example: Example) -> None:
    """PackError unless there is such a record, with such slots."""
    entry = f"the examples of `{example.of}`"
    name = str(example.yields.get("record", ""))
    if name not in RECORDS:
        raise PackError(file, f"`record` {name!r} is not known", entry=entry, key="record", valid=tuple(RECORDS))
    slots = tuple(field.name for field in fields(RECORDS[name][0]))  # type: ignore[arg-type]
    for slot in example.yields:
        if slot not in ("record", *slots):
            raise PackError(file, f"a {name} has no slot `{slot}`", entry=entry, key=slot, valid=slots)


def _lacking(layers: Sequence[Layer], cases: Iterable[tuple[str, Example]]) -> Iterator[Unmet]:
    """A finding for each list or frame that has no example of what it yields, or none of what it does not."""
    shown = [(file, example.of, kind) for file, example in cases for kind in ("yes", "no") if getattr(example, kind)]
    for file, entry in (filled for layer in layers for filled in layer.filled()):
        for kind in ("yes", "no"):
            if (file, entry, kind) not in shown:
                yield Unmet(file=file, entry=entry, sentence="", expected=f"an example under `{kind}`", came="none")


def _read(pack: Pack, asked: Sequence[tuple[str, bool]], nlp: Language | None) -> Iterator[Specimen]:
    """The sentences as articles, each read on its own."""
    texts = [f"{_PROSE}\n\n{sentence}\n\n{_PROSE}" if wrapped else sentence for sentence, wrapped in asked]
    articles = [_article(f"example-{number}.txt", text) for number, text in enumerate(texts)]
    for (sentence, _), text in zip(asked, Extractor(pack, nlp).texts(articles), strict=True):
        start = text.article.text.index(sentence)
        yield Specimen(Span(start, start + len(sentence.rstrip())), text, extract(text), pack)


def _article(identifier: str, text: str) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(identifier=identifier, text=text, sha256=sha256, published=ANCHOR)


def _unexpected(specimen: Specimen, example: Example, expected: bool) -> str | None:
    """What came where it is not what was expected; None where it is."""
    if not _is_wrapped(example) and not specimen.text.words:
        return "it was not read: an example is a whole sentence, of five words or more"
    wanted = {slot: value for slot, value in example.yields.items() if slot != "record"}
    name = str(example.yields["record"])
    found = [_flat(record) for record in RECORDS[name][1](specimen)]
    if any(_fits(record, wanted) for record in found) is expected:
        return None
    slots = [{slot: record[slot] for slot in wanted} for record in found]
    return "; ".join(dict.fromkeys(_shown({"record": name, **told}) for told in slots)) or f"no {name}"


def _flat(record: object) -> dict[str, object]:
    """The record's slots: of a mention its name, of a time its EDTF string."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}  # type: ignore[arg-type]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value.name if isinstance(value, Mention) else value.edtf if isinstance(value, When) else value


def _fits(record: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    """Whether each slot wanted has that value, or holds it."""
    told = ((record[slot], value) for slot, value in wanted.items())
    return all(value in has if isinstance(has, tuple) else value in (has, str(has)) for has, value in told)


def _shown(yields: Mapping[str, object]) -> str:
    """What a record is, in words: "statement (polarity denied)"."""
    slots = ", ".join(f"{slot} {value}" for slot, value in yields.items() if slot != "record")
    return f"{yields['record']} ({slots})" if slots else str(yields["record"])
