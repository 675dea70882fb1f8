"""`kg review issues`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, Literal

import click

from kg.cli.options import add, folder_option, tell
from kg.promotion import Candidate, find, judge, waiting
from kg.store.oxigraph import OxigraphStore

Verdict = Literal["promote", "drop"]
_ANSWERS: Final[dict[str, Verdict]] = {"p": "promote", "d": "drop"}
_NEXT, _QUIT = "n", "q"


@add([folder_option()])
@click.command(
    epilog="""\b
Examples:
  kg review issues
  kg review issues --limit 5
  kg review issues --promote "cod quotas" --drop "phone calls" --who "A. Editor"
"""
)
@click.option("--limit", type=click.IntRange(min=0), help="At most so many candidates.")
@click.option("--promote", "promoted", multiple=True, metavar="PHRASE", help="Make an issue of this candidate.")
@click.option("--drop", "dropped", multiple=True, metavar="PHRASE", help="Never offer this candidate again.")
@click.option("--who", help="Who judges.  [default: the name of the user]")
def issues(
    limit: int | None, promoted: tuple[str, ...], dropped: tuple[str, ...], who: str | None, store: Path
) -> None:
    """List the phrases that keep turning up and belong to no issue, and promote or drop them.

    Each is shown with its counts and passages of the articles. On a terminal each is asked for; elsewhere they are only
    listed. Verdicts are kept in candidates.csv in the store's folder; the next `kg build` makes an issue of each
    promoted phrase, in the pack that the folder promoted/ beside it holds, and reads the articles with it.
    """
    by = who or getpass.getuser()
    with OxigraphStore.open(store) as opened:
        asked: list[tuple[str, Verdict]] = [*((p, "promote") for p in promoted), *((p, "drop") for p in dropped)]
        found = [(find(opened, phrase), verdict) for phrase, verdict in asked]
        for candidate, verdict in found or _answers(waiting(opened, limit)):
            judge(opened, candidate, verdict, who=by, when=date.today())
            tell(f"kg: {candidate.label}: {verdict}; the next build applies it")


def _answers(candidates: list[Candidate]) -> Iterator[tuple[Candidate, Verdict]]:
    """Show the candidates; on a terminal, what is answered to each."""
    ask = sys.stdin.isatty() and sys.stdout.isatty()
    for candidate in candidates:
        click.echo("\n".join(_lines(candidate)) + "\n")
        answer = _asked() if ask else _NEXT
        if answer == _QUIT:
            return
        if answer in _ANSWERS:
            yield candidate, _ANSWERS[answer]
    tell(f"kg: {len(candidates) or 'no'} candidate issue{'' if len(candidates) == 1 else 's'}")


def _asked() -> str:
    """One of the answers' letters."""
    choices = click.Choice([*_ANSWERS, _NEXT, _QUIT])
    return str(click.prompt("[p]romote, [d]rop, [n]ext, [q]uit", type=choices, default=_NEXT, show_choices=False))


def _lines(candidate: Candidate) -> Iterator[str]:
    yield f"{candidate.label}  {candidate.count} passages in {candidate.articles} articles"
    for passage in candidate.passages:
        around = " ".join(f"{passage.before}>>>{passage.printed}<<<{passage.after}".split())
        yield f"    {passage.article}: {around}"
