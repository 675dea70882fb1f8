"""Small written articles with every quad that they give: `golden/*.nq` were read line by line against `golden/*.txt`.

After a change that is meant to alter them, run `python -m tests.test_golden` from the checkout, and read the
difference against the articles before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import iri
from kg.extraction import Extractor
from kg.model import Article
from kg.packs import Pack
from kg.rdf import Run, article_quads, entity_quads
from kg.read import Source, read
from kg.resolve import resolve

FOLDER = Path(__file__).resolve().parent / "golden"
ARTICLES = sorted(FOLDER.glob("*.txt"))
# The run of a build names the code that read; here it must stay the same.
RUN = Run("golden", "golden").iri


def graphs() -> Iterator[tuple[str, bytes]]:
    """File name -> the quads that belong in it: one file per article, and one for their entities."""
    pack = Pack()
    sources = [Source(path, path.name) for path in ARTICLES]
    articles = [article for article in read(sources) if isinstance(article, Article)]
    resolution = resolve(Extractor(pack).run(articles), pack)
    for records in resolution.records:
        name = records.article.identifier
        yield f"{Path(name).stem}.nq", article_quads(records, resolution.referents[name], RUN)
    yield "entities.nq", entity_quads(resolution.entities.values())


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return dict(graphs())


@pytest.mark.parametrize("name", [*(f"{path.stem}.nq" for path in ARTICLES), "entities.nq"])
def test_a_golden_article_gives_these_quads_and_no_others(written: dict[str, bytes], name: str) -> None:
    expected = (FOLDER / name).read_bytes().splitlines()
    assert written[name].splitlines() == expected


def test_every_entity_that_an_article_refers_to_has_a_label(written: dict[str, bytes]) -> None:
    entities = written["entities.nq"]
    for path in ARTICLES:
        for line in written[f"{path.stem}.nq"].decode().splitlines():
            value = line.split(" ", 2)[2]
            if value.startswith((f"<{iri.BASE}id/person", f"<{iri.BASE}id/institution", f"<{iri.BASE}id/group")):
                assert value.split(" ")[0].encode() + b" <http://www.w3.org/2004/02/skos/core#prefLabel>" in entities


if __name__ == "__main__":
    for file, data in graphs():
        (FOLDER / file).write_bytes(data)
