"""Scores who is named and who is meant against the 60 Wikinews articles of MEANTIME, sentences 0 to 5 of each.

    wikinews.py [--shared DIR] [--errors]

Names. Wanted are the annotated persons, organisations and places that are referred to by a name; found are mentions by
name or acronym. A match is exact when the spans are equal, less articles, courtesy titles, possessives and quotation
marks at their ends; by overlap when they share a character. Each is matched once, the most exact first, and the kinds
must agree: a country is a place or, where its bare name is annotated so, an organisation. Neither wanted nor wrong: a
place before a noun ("European aircraft"), a name in what is annotated without a name ("Heathrow airport") or without a
kind, and the second of two names in one annotation ("General Motors (GM)").

Chains. Of the annotated chains that name a person, every reference counts: name, title or pronoun. It is matched with
the mention of a person or group, or the pronoun, that is most like it. Each chain is given the entity that most of its
references resolve to, no entity to two chains. Link accuracy is the share of references that resolve to their chain's
entity. B-cubed has no credit for references without an entity; its precision also counts the mentions of the same
entities that are no reference to a person.

Development articles are those with an odd number at the head of the file name; the even ones are held back.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.chains import Agreement
from bench.meantime import Annotated, Reference, load, number
from kg.extraction import Extractor
from kg.model import Mention, Span
from kg.packs import Pack
from kg.resolve import resolve

ROOT = Path(__file__).resolve().parent.parent
KINDS: Final = {"person": "PER", "organisation": "ORG", "place": "LOC"}
DENOTED: Final = {"person": ("PER",), "institution": ("ORG",), "polity": ("LOC", "ORG"), "place": ("LOC",)}
OPENERS: Final = ("the ", "a ", "an ", "mr. ", "mr ", "mrs. ", "mrs ", "ms. ", "ms ", "dr. ", "dr ", "`` ", "''", '"')
CLOSERS: Final = ("'s", "’s", "'", "’", "``", '"', " ", ".")
PEOPLE: Final = ("person", "group", "unknown")
LEAST_LIKE: Final = 0.5


@dataclass
class Tally:
    """Found and wanted, and how many of each were right."""

    right: float = 0
    found: int = 0
    right_wanted: float = 0
    wanted: int = 0

    def add(self, right: float, found: int, right_wanted: float, wanted: int) -> None:
        self.right, self.found = self.right + right, self.found + found
        self.right_wanted, self.wanted = self.right_wanted + right_wanted, self.wanted + wanted

    def __str__(self) -> str:
        p = self.right / self.found if self.found else 0.0
        r = self.right_wanted / self.wanted if self.wanted else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return f"P {p:.2f}  R {r:.2f}  F1 {f1:.2f}   ({self.found} found, {self.wanted} wanted)"


@dataclass
class Score:
    """The figures of a set of articles, and what was wrong in them."""

    names: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    linked: int = 0
    whole: int = 0
    chains: int = 0
    b_cubed: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)

    def error(self, gold: Annotated, what: str) -> None:
        self.errors.append(f"{number(gold)}: {what}")

    def lines(self) -> Iterable[str]:
        for kind in KINDS:
            for how in ("exact", "overlap"):
                yield f"{kind:12} {how:8} {self.names[kind, how]}"
        yield _share("link", self.linked, int(self.b_cubed.wanted), "references")
        yield _share("whole", self.whole, self.chains, "chains")
        yield f"{'chains':12} {'B-cubed':8} {self.b_cubed}"


def _share(how: str, right: int, wanted: int, what: str) -> str:
    return f"{'chains':12} {how:8} {right / wanted if wanted else 0:.2f}   ({right} of {wanted} {what})"


def core(text: str, span: Span) -> Span:
    """The span less articles, courtesy titles, possessives and quotation marks at its ends."""
    start, end = span
    while opener := next((o for o in OPENERS if text[start:end].lower().startswith(o) and len(o) < end - start), ""):
        start += len(opener)
    while closer := next((c for c in CLOSERS if text[start:end].endswith(c) and len(c) < end - start), ""):
        end -= len(closer)
    return Span(start, end)


def likeness(a: Span, b: Span) -> float:
    """The share of their characters that two spans have in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))


def pairs(
    references: Sequence[Reference], mentions: Sequence[Mention], like: Callable[[Reference, Mention], float]
) -> dict[int, int]:
    """Index of a reference -> index of its mention: one to one, the most alike first, none at a likeness of 0."""
    ranked = sorted(
        (-value, i, j) for i, r in enumerate(references) for j, m in enumerate(mentions) if (value := like(r, m)) > 0
    )
    found: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _likeness(text: str, reference: Reference, mention: Mention) -> float:
    """How alike the mention is to the span of the reference that is most like it."""
    found = core(text, mention.evidence.span)
    return max(likeness(core(text, span), found) for span in reference.spans)


def score_names(score: Score, gold: Annotated, mentions: Sequence[Mention]) -> None:
    """Adds the article's names to the tallies."""
    text = gold.article.text

    def like(reference: Reference, mention: Mention) -> float:
        value = _likeness(text, reference, mention)
        acts = mention.kind == "polity" and reference.kind == "ORG"
        return value if reference.kind in DENOTED[mention.kind] and (value == 1 or not acts) else 0.0

    found = [m for m in mentions if m.kind in DENOTED and m.form in ("name", "acronym")]
    wanted = [r for r in gold.references if r.is_name and r.kind in KINDS.values()]
    idle = [r for r in gold.references if not r.kind or (not r.is_name and r.kind in KINDS.values())]
    matched = pairs(wanted, found, like)
    for i, reference in enumerate(wanted):
        if _is_optional(reference):
            continue
        mention = found[matched[i]] if i in matched else None
        value = like(reference, mention) if mention else 0.0
        _count(score, reference.kind, value, found=mention is not None, wanted=True)
        if value < 1:
            printed = text[slice(*reference.spans[0])]
            score.error(gold, f"{reference.kind} {printed!r} {_told(text, mention) if mention else 'missed'}")
    for j, mention in enumerate(found):
        part = any(like(r, mention) >= LEAST_LIKE for r in wanted)
        if j not in matched.values() and not part and not any(_likeness(text, r, mention) >= LEAST_LIKE for r in idle):
            _count(score, DENOTED[mention.kind][0], 0.0, found=True, wanted=False)
            score.error(gold, f"{DENOTED[mention.kind][0]} spurious {_told(text, mention)}")


def _told(text: str, mention: Mention) -> str:
    return f"as {text[slice(*mention.evidence.span)]!r} by {mention.evidence.rule}"


def _is_optional(reference: Reference) -> bool:
    return reference.before_noun and reference.kind == "LOC"


def _count(score: Score, code: str, value: float, *, found: bool, wanted: bool) -> None:
    """One name found, wanted or both, with the likeness of the two."""
    kind = next(name for name, known in KINDS.items() if known == code)
    for how, right in (("exact", value == 1), ("overlap", value > 0)):
        score.names[kind, how].add(right and found, found, right and wanted, wanted)


def score_chains(score: Score, gold: Annotated, mentions: Sequence[Mention], entity_of: Mapping[Span, str]) -> None:
    """Adds the article's chains that name a person."""
    text = gold.article.text
    people = [r for r in gold.references if r.kind == "PER"]
    named = {r.chain for r in people if r.is_name}
    resolved = [m for m in mentions if m.key in entity_of and m.kind in PEOPLE]
    matched = pairs(people, resolved, lambda reference, mention: _likeness(text, reference, mention))
    agreement = Agreement(
        {i: r.chain for i, r in enumerate(people) if r.chain in named},
        {i: entity_of[resolved[j].key] for i, j in matched.items()},
        Counter(entity_of[m.key] for j, m in enumerate(resolved) if j not in matched.values()),
    )
    linked = agreement.linked()
    score.linked += len(linked)
    score.chains += len(named)
    score.whole += len(agreement.whole())
    score.b_cubed.add(*agreement.b_cubed())
    for i in sorted(agreement.chain_of.keys() - linked):
        printed = text[slice(*people[i].spans[0])]
        score.error(gold, f"unlinked {printed!r}: {agreement.entity_of.get(i, 'not resolved')}")


def evaluate(articles: Sequence[Annotated], extractor: Extractor, pack: Pack) -> Score:
    """The figures of these articles, resolved together as one build does."""
    score = Score()
    records = {r.article.identifier: r for r in extractor.run([gold.article for gold in articles])}
    referents = resolve(records.values(), pack).referents
    for gold in articles:
        identifier = gold.article.identifier
        mentions = [m for m in records[identifier].mentions if m.evidence.end <= gold.end]
        denoted = {m.key: referents[identifier].get(m.key, ()) for m in mentions}
        score_names(score, gold, mentions)
        score_chains(score, gold, mentions, {key: r[0].entity for key, r in denoted.items() if len(r) == 1})
    return score


def main() -> int:
    """Prints the figures of both halves; 1 where the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds data/wikinews")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the development half")
    options = parser.parse_args()
    folder = options.shared / "data" / "wikinews"
    if not folder.exists():
        print(f"cannot score: {folder} is not there (make score SHARED=FOLDER)", file=sys.stderr)
        return 1
    pack = Pack()
    extractor = Extractor(pack)
    articles = load(folder)
    for title, half in (("development", 1), ("held back", 0)):
        chosen = [gold for gold in articles if number(gold) % 2 == half]
        score = evaluate(chosen, extractor, pack)
        print(f"\nwikinews, {title} half: {len(chosen)} articles", *score.lines(), sep="\n")
        if options.errors and half:
            print(*score.errors, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
