"""The order of the stages: read -> segment -> parse -> extract -> resolve -> link -> RDF -> store.

Records are kept per article, keyed by all that they depend on, so that the parser never runs twice on the same article.
The graph is a pure function of the records, the curated data and the judgements, and is written anew where it changed.
"""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg import __version__, catalogue, iri
from kg.errors import ArticleError, UsageError
from kg.files import MODEL, data_dir
from kg.kept import RECORDS, Kept
from kg.link import link
from kg.model import Article, ArticleRecords
from kg.ontology import issue_scheme
from kg.packs import Judgement, Pack, promoted, read_judgements, read_verdicts
from kg.rdf import (
    Run,
    article_quads,
    candidate_quads,
    curated_quads,
    entity_quads,
    identity_quads,
    judgement_quads,
    link_quads,
    run_quads,
)
from kg.read import ASIDE, Options, Sources, find, read, sources_of
from kg.resolve import resolve
from kg.store.oxigraph import OxigraphStore
from kg.vocab import VERSION as ONTOLOGY_VERSION
from kg.vocab import Term

if TYPE_CHECKING:
    from kg.nlp import Language

Progress = Callable[[str, int, int], None]
KINDS: Final = ("statements", "commitments", "meetings", "measures", "roles", "mentions", "dates")
# The code that a record depends on: a change to any of it parses the articles anew.
READERS: Final = ("segment", "nlp.py", "calendar.py", "kinds.py", "model.py", "packs", "extraction.py", "extract")


@dataclass
class Report:
    """What a build did: `skipped` pairs an article's identifier with the reason.

    `unused` tells of judgements. `packs` were laid over the core, as an earlier build was told to where they are
    `packs_remembered`; `of_other_packs` counts articles that stay in the store as they were read with others.
    """

    found: int = 0
    parsed: int = 0
    kept: int = 0
    pruned: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    records: dict[str, int] = field(default_factory=dict)
    quads: int = 0
    graphs_written: int = 0
    seconds: float = 0.0
    packs: tuple[str, ...] = ()
    packs_remembered: bool = False
    of_other_packs: int = 0

    @property
    def read(self) -> int:
        return self.parsed + self.kept


def build(
    paths: Sequence[Path | str],
    folder: Path,
    *,
    base: Path | None = None,
    reading: Options | None = None,
    prune: bool = False,
    jobs: int | None = None,
    nlp: Language | None = None,
    pack: Pack | None = None,
    packs: Sequence[Path] | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> Report:
    """Read the articles under the paths, globs and addresses into the store in the folder; returns what was done.

    `packs` are folders laid over the core, in order; None takes those of the store's last build. A `pack` that is
    loaded already counts instead of them. An article that cannot be used is skipped and reported; what the store had of
    it before is kept. UsageError, PackError and StoreError end the build, and the store is as it was.
    """
    begun = time.perf_counter()
    pack = pack or (None if packs is None else Pack(overlays=_with_promoted(packs, folder)))
    with OxigraphStore.create(folder) as store:
        remembered = pack is None and bool(store.manifest.packs)
        pack = pack or Pack(overlays=_with_promoted(map(Path, store.manifest.packs), folder))
        kept = Kept(folder / RECORDS)
        root = base or (Path(store.manifest.base) if store.manifest.base else None)
        found = find(paths, root)
        report = Report(found=len(found.sources), packs=pack.names, packs_remembered=remembered)
        run = Run(__version__, f"{_model()}, language pack {pack.language_digest[:12]}, code {code_digest()[:12]}")
        articles = _readable(read(found.sources, reading), report)
        current = _records(articles, kept, run, Parsing(pack, nlp, jobs, progress), report)
        store.manifest.ontology = ONTOLOGY_VERSION
        if found.paths:
            store.manifest.base = str(found.root)
        told = list(map(str, pack.overlays))
        others, store.manifest.packs = store.manifest.packs != told, told
        report.pruned = _prune(store, found, current, report) if prune else 0
        report.skipped += [(name, ASIDE) for name in found.aside]
        report.of_other_packs = len(store.manifest.articles.keys() - current.keys()) if others else 0
        store.manifest.articles.update(current)
        progress("resolving", 0, 0)
        _write(store, kept, pack, run, report, judgements(pack, folder))
        report.seconds = time.perf_counter() - begun
        return report


def _with_promoted(packs: Iterable[Path], folder: Path) -> list[Path]:
    """These packs, and above them that of the issues promoted in the store."""
    own = [path.absolute() for path in promoted(folder)]
    return [*(path for path in packs if path.absolute() not in own), *own]


def _readable(articles: Iterable[Article | ArticleError], report: Report) -> Iterator[Article]:
    for article in articles:
        if isinstance(article, Article):
            yield article
        else:
            report.skipped.append((article.source, article.reason))


@dataclass(frozen=True, slots=True)
class Parsing:
    """What articles are parsed with: the pack, a model that is loaded already or None, processes, and whom to tell.

    Without a number of processes there are as many as pay.
    """

    pack: Pack
    nlp: Language | None
    jobs: int | None
    progress: Progress


def _records(articles: Iterable[Article], kept: Kept, run: Run, parsing: Parsing, report: Report) -> dict[str, str]:
    """Identifier -> key of the kept records of every article; those not kept yet are parsed."""
    keys: dict[str, str] = {}
    waiting: list[tuple[str, Article]] = []
    for article in articles:
        key = record_key(article, run)
        keys[article.identifier] = key
        if kept.has(key):
            report.kept += 1
        else:
            waiting.append((key, article))
    for failed in _parse(waiting, kept, parsing, report) if waiting else ():
        del keys[failed]
    return keys


def _parse(waiting: Sequence[tuple[str, Article]], kept: Kept, parsing: Parsing, report: Report) -> list[str]:
    """Parse and keep: the disk takes one article while the next is parsed. One that is counted is on the disk.

    Returns the articles that no records could be made of; the report says why.
    """
    from kg.extraction import Failure, encoded_records

    articles = [article for _, article in waiting]
    failed: list[str] = []
    with ThreadPoolExecutor(1) as disk:
        records = encoded_records(articles, parsing.pack, nlp=parsing.nlp, jobs=parsing.jobs)
        writes: deque[Future[None]] = deque()
        for (key, article), encoded in zip(waiting, records, strict=True):
            if isinstance(encoded, Failure):
                failed.append(article.identifier)
                report.skipped.append((article.identifier, encoded.reason))
                continue
            writes.append(disk.submit(kept.put, key, encoded))
            if len(writes) > 1:
                _written(writes.popleft(), parsing, report, len(waiting))
        for write in writes:
            _written(write, parsing, report, len(waiting))
    return failed


def _written(write: Future[None], parsing: Parsing, report: Report, total: int) -> None:
    write.result()
    report.parsed += 1
    parsing.progress("parsing", report.parsed, total)


def record_key(article: Article, run: Run) -> str:
    """The hash of all that an article's records depend on: text, sidecar, identifier, pack, model and code."""
    told = (article.identifier, article.sha256, article.source_sha256, article.language, article.title, article.byline,
            article.publisher, article.agencies, article.published, article.published_inferred, article.url,
            run.version, run.settings)  # fmt: skip
    return hashlib.sha256("\x1f".join(map(str, told)).encode()).hexdigest()


def code_digest() -> str:
    """The hash of the code that reads."""
    package = Path(__file__).parent
    files = [f for name in READERS for f in sorted(package.glob(name if name.endswith(".py") else f"{name}/*.py"))]
    return hashlib.sha256(b"\0".join(f.read_bytes() for f in files)).hexdigest()


def _model() -> str:
    from importlib.metadata import version

    return f"en-core-web-sm {version(MODEL)}, spacy {version('spacy')}"


def _prune(store: OxigraphStore, found: Sources, current: Collection[str], report: Report) -> int:
    """Take the articles that were asked for and are gone out of the manifest; how many they were.

    What was skipped is not gone, nor is an article of a source that was skipped.
    """
    skipped = {name for name, _ in report.skipped}
    articles = store.manifest.articles
    gone = [
        name for name in articles if name not in current and found.covers(name) and skipped.isdisjoint(sources_of(name))
    ]
    for name in gone:
        del articles[name]
    return len(gone)


def judgements(pack: Pack, folder: Path) -> tuple[Judgement, ...]:
    """The curated judgements, and those of the store's own file, which replace those on the same pair."""
    own = read_judgements(folder)
    pairs = {judgement.pair for judgement in own}
    return (*(judgement for judgement in pack.judgements if judgement.pair not in pairs), *own)


def _write(store: OxigraphStore, kept: Kept, pack: Pack, run: Run, report: Report, judged: Sequence[Judgement]) -> None:
    """Everything that was kept -> graphs -> the store, where they changed; then the derive rules.

    Records and graphs pass through one article at a time: what is remembered of all is names and what they denote, and
    of moves, meetings and measures what links them.
    """
    records = kept.all(key for _, key in sorted(store.manifest.articles.items()))
    report.records = dict.fromkeys(KINDS, 0)
    rules: dict[str, str] = {
        iri.derived(name): catalogue.load(name, _rules()).text for name in catalogue.names(_rules())
    }
    decided = frozenset(verdict.phrase for verdict in read_verdicts(store.folder)) if store.folder else frozenset()
    candidates = (iri.CANDIDATES, candidate_quads(records, decided))
    change = store.replace_graphs(chain([candidates], graphs_of(records, pack, run, report, judged)), rules=rules)
    if store.retire():
        kept.forget(store.manifest.articles.values())
    report.graphs_written = len(change.written)
    report.quads = len(store)


def graphs_of(
    articles: Sequence[ArticleRecords], pack: Pack, run: Run, report: Report, judged: Sequence[Judgement]
) -> Iterator[tuple[str, bytes]]:
    """Graph IRIs with sorted N-Quads: those of curated knowledge, entities, who is who ..., and one per article.

    The report counts the records of the articles as they pass. PackError where judgements contradict each other.
    """
    # Large, and made first, so that what resolution takes comes into the room that this leaves.
    yield iri.CURATED, curated_quads(pack, issue_scheme(data_dir("ontology") / "issues.ttl"))
    yield iri.PROVENANCE, run_quads(run)
    resolution = resolve(articles, pack, judged)
    report.unused += resolution.unused
    yield iri.ENTITIES, entity_quads(resolution.entities.values())
    yield iri.IDENTITY, identity_quads(resolution.merges, resolution.copies)
    yield iri.JUDGEMENTS, judgement_quads(resolution.judgements)
    linked = link(resolution)
    yield iri.LINKS, link_quads(linked.links, linked.entries, linked.steps, linked.variants)
    done: set[Term] = set()
    for records in resolution.records:
        name = records.article.identifier
        graph = iri.article(name)
        if graph in done:
            raise UsageError(f"{name}: two articles of one identifier")
        done.add(graph)
        for kind in KINDS:
            report.records[kind] += len(getattr(records, kind))
        referents, possible = resolution.referents[name], resolution.candidates[name]
        yield graph, article_quads(records, referents, run.iri, possible, linked.events)


def _rules() -> Path:
    return data_dir("queries") / "derive"
