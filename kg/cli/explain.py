"""`kg explain`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

import click
from rich.console import Console
from rich.text import Text

from kg.cli.options import add, store_option
from kg.explain import Explanation, Mentioned, Slot, Voice, words
from kg.explain import explain as find_out
from kg.store import open_store

_MARKS = (">>>", "<<<")
# Properties that JSON gives and people read past.
_MACHINE = ("Start", "End", "Earliest", "Latest")


@add([store_option()])
@click.command(
    epilog="""\b
Examples:
  kg explain https://parley.example/id/statement/206924d1a311abc8
  kg explain 206924 --format json
"""
)
@click.argument("record", metavar="IRI|ID")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(record: str, form: str, store: str) -> None:
    """Say why a record is in the graph.

    The record (a statement, commitment, meeting, measure, role, mention or date) is named by its IRI, or by six or more
    of the digits that its IRI ends in. Shown are its passage in context, the rule that found it, the article, who says
    so, and how each mention in the passage was resolved.
    """
    opened = open_store(store)
    try:
        found = find_out(opened, record)
    finally:
        opened.close()
    if form == "json":
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    elif sys.stdout.isatty():
        Console(highlight=False).print(*_lines(found, on_screen=True), sep="\n", end="\n")
    else:
        for line in _lines(found, on_screen=False):
            click.echo(line.plain)


def _lines(found: Explanation, *, on_screen: bool) -> Iterator[Text]:
    article, passage = found.article, found.passage
    yield Text.assemble((found.kind, "bold"), f" {found.iri}")
    said = [article.identifier, article.title, article.publisher, article.issued]
    yield _row("article", ", ".join(part for part in said if part))
    yield _row("passage", f"{passage.start}-{passage.end}, by {passage.rule} ({passage.confidence:g})")
    left, right = ("", "") if on_screen else _MARKS
    yield Text("")
    yield Text.assemble(passage.before, left, (passage.text, "bold reverse" if on_screen else ""), right, passage.after)
    yield Text("")
    yield _row("chain", " < ".join(map(_link, found.chain)))
    for slot in found.slots:
        if not slot.property.endswith(_MACHINE):
            yield _row(words(slot.property), _value(slot))
    if found.mentions:
        yield Text("mentions", "bold")
        yield from (Text(f"  {_mention(mention)}") for mention in found.mentions)


def _row(name: str, value: str) -> Text:
    return Text.assemble((f"{name:<16}", "dim"), " ", value)


def _link(link: Voice) -> str:
    return f"{link.name} ({link.role})"


def _value(slot: Slot) -> str:
    if slot.label:
        return f"{slot.label} <{slot.value}>"
    return slot.value.rpartition("#")[2] if slot.value.startswith("http") else slot.value


def _mention(mention: Mentioned) -> str:
    who = ", ".join(f"{one.name} ({one.kind}) <{one.iri}>" for one in mention.entities) or "unresolved"
    who += f": {' or '.join(mention.candidates)}" if mention.candidates else ""
    how = f"{mention.form}, by {mention.rule} ({mention.confidence:g})"
    return f"{mention.start}-{mention.end} {mention.printed!r} -> {who}; {how}"
