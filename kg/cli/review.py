"""`kg review`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, cast

import click

from kg.cli.options import add, folder_option, tell
from kg.cli.review_issues import issues
from kg.model import Verdict
from kg.review import Pair, Side, find, judge, unsure
from kg.store.oxigraph import OxigraphStore

_ANSWERS: Final[dict[str, Verdict]] = {"s": "same", "d": "different", "u": "unsure"}
_NEXT, _QUIT = "n", "q"
_APPLY: Final = "the next build applies them"


@click.group(epilog="\b\nExamples:\n  kg review identity\n  kg review issues")
def review() -> None:
    """Decide what rules left open."""


review.add_command(issues)


@add([folder_option()])
@review.command(
    epilog="""\b
Examples:
  kg review identity
  kg review identity --limit 5
  kg review identity --answer same 3f04 --answer different 8dd4 --who "A. Editor"
"""
)
@click.option("--limit", type=click.IntRange(min=0), help="At most so many pairs.")
@click.option(
    "--answer", "answers", type=(click.Choice(list(_ANSWERS.values())), str), multiple=True,
    metavar="VERDICT PAIR", help="Judge a pair, named by its id or the first digits of it: same, different or unsure.",
)  # fmt: skip
@click.option("--who", help="Who judges.  [default: the name of the user]")
@click.option("--note", default="", help="What to add to the judgements.")
def identity(limit: int | None, answers: tuple[tuple[str, str], ...], who: str | None, note: str, store: Path) -> None:
    """List the pairs of names that may be one entity's, and judge them.

    Each pair is shown with its score, the rule that found it, the titles and country of both, and passages of the
    articles that name them. On a terminal each is asked for; elsewhere they are only listed. Judgements are kept in
    judgements.csv in the store's folder, and overrule every rule; the next `kg build` applies them without parsing.
    """
    with OxigraphStore.open(store) as opened:
        judged = 0
        if answers:
            for pair, verdict in [(find(opened, given), cast("Verdict", verdict)) for verdict, given in answers]:
                _judge(opened, pair, verdict, who, note)
                judged += 1
        else:
            pairs = unsure(opened, limit)
            ask = sys.stdin.isatty() and sys.stdout.isatty()
            for pair in pairs:
                click.echo("\n".join(_lines(pair)) + "\n")
                answer = _asked() if ask else _NEXT
                if answer == _QUIT:
                    break
                if answer in _ANSWERS:
                    _judge(opened, pair, _ANSWERS[answer], who, note)
                    judged += 1
            tell(f"kg: {len(pairs) or 'no'} unsure pair{'' if len(pairs) == 1 else 's'}")
    if judged:
        tell(f"kg: {judged} judgement{'' if judged == 1 else 's'} written: {_APPLY}")


def _judge(store: OxigraphStore, pair: Pair, verdict: Verdict, who: str | None, note: str) -> None:
    judge(store, pair, verdict, who=who or getpass.getuser(), when=date.today(), note=note)


def _asked() -> str:
    """One of the answers' letters."""
    return str(
        click.prompt(
            "[s]ame, [d]ifferent, [u]nsure, [n]ext, [q]uit", type=click.Choice([*_ANSWERS, _NEXT, _QUIT]),
            default=_NEXT, show_choices=False, show_default=False,
        )
    )  # fmt: skip


def _lines(pair: Pair) -> Iterator[str]:
    yield f"{pair.id}  {pair.left_name} / {pair.right_name}  {pair.score:.2f} by {pair.rule}"
    for side in pair.sides:
        yield from _side(side)


def _side(side: Side) -> Iterator[str]:
    about = ", ".join(part for part in (side.country, *side.titles) if part)
    yield f"  {side.name}" + (f" ({about})" if about else "")
    for passage in side.passages:
        around = " ".join(f"{passage.before}>>>{passage.printed}<<<{passage.after}".split())
        yield f"    {passage.article}{f', {passage.issued}' if passage.issued else ''}: {around}"
