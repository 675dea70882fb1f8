"""What the program's own questions find: files of queries/, in folders beside those of readers' questions."""

from __future__ import annotations

from collections.abc import Sequence

from kg import catalogue
from kg.files import data_dir
from kg.store import Store
from kg.store.answer import Rows


def solutions(store: Store, folder: str, question: str, **terms: str | Sequence[str]) -> Rows:
    """The rows of that question of queries/FOLDER, streamed.

    A parameter is set to a term as SPARQL writes it, or to any of several; without one it stays open.
    """
    query = catalogue.load(question, data_dir("queries") / folder)
    given = {name: [said] if isinstance(said, str) else said for name, said in terms.items()}
    answer = store.query(query.bind(given))
    assert isinstance(answer, Rows)
    return answer
