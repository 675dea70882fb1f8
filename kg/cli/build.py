"""`kg build`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from kg import snapshot
from kg.cli.options import Folder, add, folder_option
from kg.cli.progress import Show, progress, silent
from kg.pipeline import Report, build
from kg.read import FIELDS, KINDS, MAX_CHARS, Options
from kg.store.generation import check_place


@add([folder_option()])
@click.command(
    "build",
    epilog="""\b
Examples:
  kg build seeds/articles --store build/graph
  kg build news/ --store build/graph --prune
  kg build today.txt --store build/graph --base news --date 2019-03-28
  kg build news/ --pack fisheries/
  kg build 'news/*.html' wire.rss report.pdf
  kg build table.csv --column text=body --column published=day --column id=number
  kg build https://harbour.example/no-deal-on-fish
  pdftotext talks.pdf - | kg build -
  kg build news/ --store build/work --publish build/graph
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--base", type=Folder(), help="Articles are named by their path below this folder.")
@click.option(
    "--date",
    "published",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Publication date of articles that have none, nor has their sidecar.",
)
@click.option("--kind", type=click.Choice(list(KINDS)), help="Read PATHS as this, whatever they are called.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help=f"The column of a table for a field of its articles, by default the field's own name: {', '.join(FIELDS)}.",
)
@click.option("--force-language", is_flag=True, help="Read texts also that are not identified as English.")
@click.option("--allow-private", is_flag=True, help="Fetch pages from hosts of private networks too.")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Lay these words, issues and facts over the core; may be given again. The store's later builds do so too.",
)
@click.option("--no-pack", is_flag=True, help="Leave out the packs that an earlier build of the store was told of.")
@click.option("--prune", is_flag=True, help="Remove articles that are gone from the paths given.")
@click.option(
    "--publish",
    type=Folder(),
    metavar="DIR",
    help="Then make this folder the same store, at once: those who read it see the old graph or the new one, whole. "
    "What people judged in either folder counts in both.",
)
@click.option(
    "--max-chars", type=click.IntRange(min=1), default=MAX_CHARS, show_default=True, help="Skip longer articles."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    help="Processes that parse.  [default: one for each processor, one in all for few articles]",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Print each skipped article, however many.")
def build_command(
    paths: tuple[str, ...],
    store: Path,
    base: Path | None,
    published: datetime | None,
    kind: str | None,
    columns: tuple[str, ...],
    force_language: bool,
    allow_private: bool,
    packs: tuple[Path, ...],
    no_pack: bool,
    prune: bool,
    publish: Path | None,
    max_chars: int,
    jobs: int | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the graph of the articles in PATHS: files, folders, globs, http(s) addresses, or - for standard input.

    Text, Markdown, HTML and PDF files hold one article, tables (.csv, .tsv, .jsonl) one in each row and feeds (RSS,
    Atom) one in each entry. A sidecar NAME.yaml beside NAME.txt says when and by whom it was published. An article that
    cannot be used is skipped and reported, the others are built; what was parsed before is not parsed again. A README
    or LICENSE (also with an ending) in a folder is no article, unless it is named itself.
    """
    if packs and no_pack:
        raise click.UsageError("--pack and --no-pack contradict each other.")
    if publish:
        if publish.resolve() == store.resolve():
            raise click.UsageError("--publish names the store itself.")
        check_place(publish)
        snapshot.collect_decisions(publish, store)
    reading = Options(
        published=published.date() if published else None, max_chars=max_chars, kind=kind or "",
        columns=_named(columns), force_language=force_language, allow_private=allow_private,
    )  # fmt: skip
    with progress(silent if quiet else _plain(), quiet=quiet) as show:
        report = build(
            paths, store, base=base, reading=reading, prune=prune, jobs=jobs, progress=show,
            packs=packs if packs or no_pack else None,
        )  # fmt: skip
    if publish:
        snapshot.publish(store, publish)
    for line in _lines(report, store, verbose):
        if not quiet or line.startswith(("skipped", "not used")):
            click.echo(line, err=True)


def _named(columns: tuple[str, ...]) -> dict[str, str]:
    """Field -> column, of FIELD=NAME."""
    pairs = [column.partition("=") for column in columns]
    for given, (name, _, column) in zip(columns, pairs, strict=True):
        if name not in FIELDS or not column:
            raise click.UsageError(f"--column {given}: expected FIELD=NAME, the field one of {', '.join(FIELDS)}.")
    return {name: column for name, _, column in pairs}


def _lines(report: Report, store: Path, verbose: bool) -> Iterator[str]:
    shown = report.skipped if verbose else report.skipped[:20]
    yield from (f"skipped {source}: {reason}" for source, reason in shown)
    if len(report.skipped) > len(shown):
        yield f"skipped {len(report.skipped) - len(shown)} more (-v shows all)"
    yield from (f"not used: {line}" for line in report.unused)
    pruned = f", {report.pruned} pruned" if report.pruned else ""
    skipped = f"{len(report.skipped)} skipped{pruned}"
    yield f"articles: {report.read} read ({report.parsed} parsed, {report.kept} kept), {skipped}"
    if report.packs:
        again = ", as the store's last build was (--no-pack leaves them out)" if report.packs_remembered else ""
        yield f"packs: built with {', '.join(report.packs)}{again}"
    if report.of_other_packs:
        yield f"packs: {report.of_other_packs} articles stay as they were read with other packs: build them again too"
    yield "records: " + ", ".join(f"{count} {kind}" for kind, count in report.records.items())
    yield f"{store}: {report.quads} quads, {report.graphs_written} graphs written, {report.seconds:.1f} s"


def _plain() -> Show:
    """A line for every tenth of the way."""

    def say(stage: str, done: int, total: int) -> None:
        if total >= 50 and done % max(1, total // 10) == 0:
            click.echo(f"{stage}: {done} of {total}", err=True)

    return say
