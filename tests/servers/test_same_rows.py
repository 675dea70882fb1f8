"""The catalogue's rows on real servers are those of the embedded store, in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from kg import catalogue
from kg.query import ask
from kg.store.answer import Rows
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from tests.query.test_ask import CASES
from tests.servers.emptying import loaded

Table = list[tuple[object, ...]] | list[str]

# What Virtuoso 7.2.5 answers otherwise, by question and parameter; "" is the question without any.
DIFFERENT_IN_VIRTUOSO = {
    ("commitments-of", ""): "leaves the issue's IRI out of some rows, though it finds its label",
    ("commitments-of", "actor"): "leaves the issue's IRI out of some rows, though it finds its label",
    ("commitments-of", "distinct"): "leaves the issue's IRI out of some rows, though it finds its label",
    ("denied-or-unanswered", "since"): "leaves the issue's IRI out of some rows when two days are given",
    ("officials-who-discussed", "distinct"): "gives other rows, why is not known",
    ("statements-by", "distinct"): "gives other rows, why is not known",
    ("who-held-office", "distinct"): "gives other rows, why is not known",
    ("position-of", "since"): "does not end: it joins the dates before the statements",
    ("position-of", "until"): "does not end: it joins the dates before the statements",
    ("sides-compared", "side"): "takes one side for the other: it merges the two subqueries, which differ in a name",
    ("sides-compared", "other"): "takes one side for the other: it merges the two subqueries, which differ in a name",
    ("sides-compared", "issue"): "loses rows: it merges the two subqueries, which differ in a name",
    ("sides-compared", "since"): "does not end: it joins the dates before the statements",
    ("sides-compared", "distinct"): "does not end: it joins the copies of articles before the statements",
    ("sides-compared", "until"): "does not end: it joins the dates before the statements",
}
README = [
    ("officials-who-discussed", {"issue": "enforcement"}),
    ("statements", {"issue": "market-access", "since": "2019-03-01"}),
    ("statements-by", {"actor": "Lighthizer"}),
    ("roles", {"article": "002_a96577421edf0741.txt"}),
    ("measures-in-force", {"day": "2019-03-01"}),
    ("everything-about", {"actor": "Liu He", "distinct": "stories"}),
    ("who-held-office", {"office": "trade representative", "country": "US", "day": "2019-03-28"}),
]


def table(store: object, name: str, given: Mapping[str, Sequence[str]]) -> Table:
    answer = ask(store, catalogue.load(name), given)
    return list(answer) if isinstance(answer, Rows) else sorted(map(str, answer))


def is_known(server: Endpoint, name: str, param: str) -> bool:
    return "Virtuoso" in server.greet() and (name, param) in DIFFERENT_IN_VIRTUOSO


@pytest.fixture(scope="module")
def seeds(built) -> Iterator[OxigraphStore]:
    with OxigraphStore.open(built) as store:
        yield store


@pytest.fixture(scope="class")
def with_seeds(there, seeds) -> Iterator[Endpoint]:
    with loaded(seeds, there):
        yield there


@pytest.fixture(scope="class")
def with_sample(there, memory) -> Iterator[Endpoint]:
    with loaded(memory, there):
        yield there


class TestOfTheSeeds:
    @pytest.mark.parametrize("name", catalogue.names())
    def test_everything_is_the_same(self, with_seeds, seeds, name):
        same = table(with_seeds, name, {}) == table(seeds, name, {})
        assert same is not is_known(with_seeds, name, "")

    @pytest.mark.parametrize(("name", "given"), README)
    def test_the_questions_of_the_readme_have_the_same_rows(self, with_seeds, seeds, name, given):
        values = {key: [value] for key, value in given.items()}
        rows = table(seeds, name, values)
        assert rows
        assert table(with_seeds, name, values) == rows


@pytest.mark.long
class TestOfTheSample:
    @pytest.mark.parametrize(("name", "param", "one", "other"), CASES)
    def test_a_parameter_means_the_same(self, with_sample, memory, name, param, one, other):
        if not is_known(with_sample, name, param):
            given = {param: [one, other]}
            assert table(with_sample, name, given) == table(memory, name, given)
