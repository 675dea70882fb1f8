"""The program's own questions: files of queries/ beside those that readers ask."""

from __future__ import annotations

from typing import Any

from kg import catalogue
from kg.files import data_dir
from kg.store import Store
from kg.store.answer import Rows


def own_rows(store: Store, folder: str, question: str, **terms: str) -> list[dict[str, Any]]:
    """The rows of that question of queries/FOLDER, by column; its parameters are set to terms as SPARQL writes them."""
    query = catalogue.load(question, data_dir("queries") / folder)
    answer = store.query(query.bind({name: [term] for name, term in terms.items()}))
    assert isinstance(answer, Rows)
    return [dict(zip(answer.variables, row, strict=True)) for row in answer]
