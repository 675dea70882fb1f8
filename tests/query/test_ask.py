"""Every parameter of every question, set, set to two values and unset, here, in rdflib and on a server."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from rdflib import Dataset
from rdflib.term import Identifier, Literal

from kg import catalogue
from kg.errors import QueryError
from kg.query import ask
from kg.query.terms import sparql_terms
from kg.store.answer import Rows, Triples
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.vocab import Term
from tests.sample import A, B, C, D

# rdflib warns of its own ways.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

CASES: list[tuple[str, str, str, str]] = [
    ("actors", "actor", "Liu He", "Farm Bureau"),
    ("actors", "kind", "person", "group"),
    ("actors", "country", "US", "China"),
    ("article-facts", "article", A, C),
    ("article-facts", "kind", "role", "date"),
    ("articles", "article", B, C),
    ("articles", "publisher", "AFP", "Reuters"),
    ("articles", "since", "2019-06-01", "2019-03-01"),
    ("articles", "until", "2019-01-20", "2019-04-01"),
    ("attribution-chains", "speaker", "Lighthizer", "Liu He"),
    ("attribution-chains", "via", "US officials", "people familiar with the talks"),
    ("attribution-chains", "issue", "currency", "enforcement"),
    ("attribution-chains", "article", A, D),
    ("candidate-issues", "phrase", "cod quota", "ice fee"),
    ("candidate-issues", "article", B, C),
    ("commitments", "issue", "currency", "tariffs"),
    ("commitments", "actor", "Liu He", "China"),
    ("commitments", "beneficiary", "Farm Bureau", "China"),
    ("commitments", "article", A, C),
    ("commitments", "kind", "refusal", "threat"),
    ("commitments", "status", "done", "agreed"),
    ("commitments", "factuality", "negated", "conditional"),
    ("commitments", "since", "2019-09-01", "2019-06-15"),
    ("commitments", "until", "2019-03-01", "2019-06-15"),
    ("co-participation", "actor", "Farm Bureau", "Lighthizer"),
    ("co-participation", "since", "2019-06-01", "2019-03-15"),
    ("co-participation", "until", "2018-12-31", "2019-01-31"),
    ("commitment-ledger", "party", "Liu He", "China"),
    ("commitment-ledger", "towards", "commerce ministry", "China"),
    ("commitment-ledger", "issue", "currency", "tariffs"),
    ("commitment-ledger", "kind", "demand", "threat"),
    ("commitment-ledger", "article", A, B),
    ("commitment-ledger", "standing", "broken", "agreed"),
    ("commitments-of", "actor", "Liu He", "China"),
    ("commitments-of", "issue", "currency", "tariffs"),
    ("commitments-of", "kind", "refusal", "threat"),
    ("commitments-of", "beneficiary", "Farm Bureau", "China"),
    ("dates", "article", A, B),
    ("dates", "since", "2019-06-01", "2019-03-15"),
    ("dates", "until", "2019-01-20", "2019-03-15"),
    ("deadlines", "since", "2019-09-01", "2019-06-15"),
    ("deadlines", "until", "2019-03-01", "2019-06-15"),
    ("deadlines", "actor", "Liu He", "China"),
    ("deadlines", "issue", "currency", "tariffs"),
    ("everything-about", "actor", "Farm Bureau", "China"),
    ("everything-about", "kind", "role", "statement"),
    ("everything-about", "since", "2019-06-01", "2019-03-01"),
    ("everything-about", "until", "2019-01-20", "2019-04-01"),
    ("identity-evidence", "actor", "Gao Li", "Lighthizer"),
    ("identity-evidence", "verdict", "same", "different"),
    ("institution-people", "institution", "Farm Bureau", "USTR"),
    ("institution-people", "person", "Ana Roe", "Gao Li"),
    ("issues", "issue", "currency", "enforcement"),
    ("demands-unanswered", "party", "Lighthizer", "US"),
    ("demands-unanswered", "towards", "commerce ministry", "China"),
    ("demands-unanswered", "issue", "currency", "tariffs"),
    ("demands-unanswered", "article", B, C),
    ("demands-unanswered", "until", "2019-02-15", "2019-04-15"),
    ("divergence", "article", A, C),
    ("divergence", "slot", "rate", "place"),
    ("divergence", "of", "measure", "meeting"),
    ("denied-or-unanswered", "actor", "Lighthizer", "commerce ministry"),
    ("denied-or-unanswered", "how", "refused", "no-comment"),
    ("denied-or-unanswered", "issue", "currency", "trade-terms"),
    ("denied-or-unanswered", "article", A, B),
    ("denied-or-unanswered", "since", "2019-03-30", "2019-02-01"),
    ("denied-or-unanswered", "until", "2019-01-15", "2019-02-15"),
    ("issues-ranked", "issue", "currency", "tariffs"),
    ("issues-ranked", "speaker", "Gao Feng", "Liu He"),
    ("issues-ranked", "since", "2019-06-01", "2019-03-15"),
    ("issues-ranked", "until", "2019-01-07", "2019-03-15"),
    ("links", "kind", "breaks", "same-meeting"),
    ("links", "rule", "one-event", "same-words"),
    ("links", "article", A, B),
    ("measures", "imposer", "USTR", "China"),
    ("measures", "target", "China", "Farm Bureau"),
    ("measures", "kind", "law", "tariff"),
    ("measures", "status", "threatened", "in-force"),
    ("measures", "article", A, C),
    ("measures", "since", "2019-05-01", "2019-03-01"),
    ("measures", "until", "2018-07-31", "2018-12-31"),
    ("measures-in-force", "day", "2018-08-01", "2019-04-01"),
    ("measures-in-force", "imposer", "USTR", "China"),
    ("measures-in-force", "target", "China", "commerce ministry"),
    ("measures-in-force", "kind", "law", "tariff"),
    ("meetings", "participant", "Farm Bureau", "Lighthizer"),
    ("meetings", "place", "Beijing", "Buenos Aires"),
    ("meetings", "kind", "dinner", "talks"),
    ("meetings", "status", "planned", "held"),
    ("meetings", "article", B, C),
    ("meetings", "since", "2019-06-01", "2019-03-01"),
    ("meetings", "until", "2018-12-31", "2019-01-31"),
    ("meetings-timeline", "participant", "Farm Bureau", "Lighthizer"),
    ("meetings-timeline", "status", "planned", "held"),
    ("meetings-timeline", "since", "2019-06-01", "2019-03-01"),
    ("meetings-timeline", "until", "2018-12-31", "2019-01-31"),
    ("mentions", "entity", "Liu He", "China"),
    ("mentions", "kind", "place", "polity"),
    ("mentions", "form", "pronoun", "title"),
    ("mentions", "article", A, B),
    ("officials-who-discussed", "issue", "enforcement", "currency"),
    ("officials-who-discussed", "official", "Gao Feng", "Liu He"),
    ("officials-who-discussed", "article", B, C),
    ("officials-who-discussed", "since", "2019-06-01", "2019-03-15"),
    ("officials-who-discussed", "until", "2019-01-07", "2019-03-15"),
    ("position-of", "actor", "Liu He", "US"),
    ("position-of", "issue", "currency", "tariffs"),
    ("position-of", "since", "2019-06-01", "2019-03-15"),
    ("position-of", "until", "2019-01-07", "2019-03-15"),
    ("recall-audit", "article", A, B),
    ("recall-audit", "kind", "cue", "money"),
    ("roles", "person", "Liu He", "Lighthizer"),
    ("roles", "institution", "USTR", "Farm Bureau"),
    ("roles", "country", "US", "China"),
    ("roles", "article", A, B),
    ("sides-compared", "side", "China", "US"),
    ("sides-compared", "other", "China", "US"),
    ("sides-compared", "issue", "currency", "tariffs"),
    ("sides-compared", "since", "2019-06-01", "2019-03-15"),
    ("sides-compared", "until", "2019-01-07", "2019-03-15"),
    ("spoke-for", "principal", "Farm Bureau", "USTR"),
    ("spoke-for", "speaker", "Ana Roe", "Gao Li"),
    ("spoke-for", "day", "2019-01-09", "2019-06-02"),
    ("spoke-for", "since", "2019-06-01", "2019-03-01"),
    ("spoke-for", "until", "2019-01-20", "2019-04-01"),
    ("statements", "issue", "currency", "tariffs"),
    ("statements", "speaker", "Gao Feng", "commerce ministry"),
    ("statements", "article", A, B),
    ("statements", "mode", "direct", "no-comment"),
    ("statements", "polarity", "denied", "hoped"),
    ("statements", "since", "2019-06-01", "2019-03-15"),
    ("statements", "until", "2019-01-07", "2019-03-15"),
    ("statements-by", "actor", "Gao Feng", "Liu He"),
    ("statements-by", "issue", "enforcement", "currency"),
    ("statements-by", "since", "2019-06-01", "2019-03-15"),
    ("statements-by", "until", "2019-01-07", "2019-03-15"),
    ("threats-and-conditions", "actor", "Lighthizer", "China"),
    ("threats-and-conditions", "threatened", "China", "commerce ministry"),
    ("threats-and-conditions", "issue", "currency", "tariffs"),
    ("threats-and-conditions", "article", A, C),
    ("unnamed-sources", "source", "US officials", "people familiar with the talks"),
    ("unnamed-sources", "issue", "currency", "tariffs"),
    ("unnamed-sources", "article", A, B),
    ("what-changed", "since", "2019-06-01", "2019-03-01"),
    ("what-changed", "until", "2019-01-20", "2019-02-15"),
    ("what-changed", "party", "Liu He", "China"),
    ("what-changed", "change", "breaks", "new"),
    ("who-held-office", "office", "vice premier", "trade representative"),
    ("who-held-office", "country", "China", "US"),
    ("who-held-office", "institution", "Farm Bureau", "USTR"),
    ("who-held-office", "person", "Ana Roe", "Gao Li"),
    ("who-held-office", "day", "2017-06-01", "2021-06-01"),
    ("who-met-whom", "actor", "Farm Bureau", "Lighthizer"),
    ("who-met-whom", "other", "Farm Bureau", "Lighthizer"),
    ("who-met-whom", "place", "Beijing", "Buenos Aires"),
    ("who-met-whom", "since", "2019-06-01", "2019-03-15"),
    ("who-met-whom", "until", "2018-12-31", "2019-01-31"),
]
CASES += [
    (name, "distinct", "stories", "stories")
    for name in (
        "articles", "attribution-chains", "commitments", "commitments-of", "denied-or-unanswered", "position-of",
        "sides-compared", "unnamed-sources", "dates", "deadlines", "everything-about", "institution-people",
        "issues-ranked", "measures", "measures-in-force", "meetings", "mentions", "officials-who-discussed", "roles",
        "spoke-for", "statements", "statements-by", "threats-and-conditions", "who-held-office", "who-met-whom",
        "co-participation", "commitment-ledger", "demands-unanswered", "divergence", "links", "meetings-timeline",
        "what-changed",
    )
]  # fmt: skip
COUNTED = {"issues-ranked"}
Table = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def rdflib_copy(memory) -> Dataset:
    dataset = Dataset()
    dataset.parse(data=b"".join(memory.lines()), format="nquads")
    return dataset


@pytest.fixture(scope="module")
def endpoint(server, graphs, memory):
    with Endpoint(server, profile="oxigraph") as opened:
        for graph in memory.graphs():
            opened.put_graph(graph, memory.dump_graph(graph))
        yield opened


def table(store: object, question: catalogue.Query, given: dict[str, Sequence[str]]) -> Table:
    answer = ask(store, question, given)
    assert isinstance(answer, Rows | Triples)
    return sorted(answer, key=str) if isinstance(answer, Triples) else list(answer)


def in_rdflib(copy: Dataset, text: str) -> Table:
    """The rows; triples, which have no order, sorted."""
    answer = copy.query(text)
    found = [tuple(map(python, row)) for row in answer]
    return sorted(found, key=str) if answer.type == "CONSTRUCT" else found


def python(term: Identifier | None) -> object:
    if isinstance(term, Literal):
        found = term.toPython()
        return str(found) if isinstance(found, Literal) else found
    return None if term is None else Term(term)


def test_no_parameter_is_left_untested():
    assert {case[:2] for case in CASES} == {(q.name, p) for q in catalogue.load_all() for p in q.params}


@pytest.mark.parametrize(("name", "param", "one", "other"), CASES)
def test_a_parameter_narrows_the_rows_and_two_values_mean_either(memory, name, param, one, other):
    question = catalogue.load(name)
    unset, single, double, second = (
        table(memory, question, given) for given in ({}, {param: [one]}, {param: [one, other]}, {param: [other]})
    )
    assert single
    assert single != unset
    if one != other:
        assert single != double != unset
    if name not in COUNTED:
        assert set(single) <= set(double) < set(unset)
        assert one == other or set(single) != set(double)
        assert set(single) | set(second) == set(double)
    assert len(set(unset)) == len(unset)


@pytest.mark.parametrize("name", ["articles", "commitments-of", "statements-by"])
def test_a_value_that_is_given_twice_means_no_more_than_once(name):
    """A server that keeps the repeats of VALUES would give each row twice."""

    class Told:
        def query(self, text: str) -> Rows:
            texts.append(text)
            return OxigraphStore.memory().query(text)

    texts: list[str] = []
    for values in (["stories"], ["stories", "stories"]):
        ask(Told(), catalogue.load(name), {"distinct": values})
    assert texts[0] == texts[1]


@pytest.mark.parametrize(("name", "param", "one", "other"), CASES)
def test_rdflib_gives_the_same_rows_in_the_same_order(memory, rdflib_copy, name, param, one, other):
    question = catalogue.load(name)
    for values in ([one], [one, other]):
        terms = {param: [term for value in values for term in sparql_terms(memory, question.params[param], value)]}
        assert in_rdflib(rdflib_copy, question.bind(terms)) == table(memory, question, {param: values})


@pytest.mark.parametrize("name", catalogue.names())
def test_rdflib_gives_the_same_rows_when_nothing_is_asked_for(memory, rdflib_copy, name):
    question = catalogue.load(name)
    assert in_rdflib(rdflib_copy, question.text) == table(memory, question, {})


@pytest.mark.parametrize(("name", "param", "one", "other"), CASES)
def test_a_server_gives_the_same_rows_in_the_same_order(memory, endpoint, name, param, one, other):
    question = catalogue.load(name)
    for given in ({}, {param: [one]}, {param: [one, other]}):
        assert table(endpoint, question, given) == table(memory, question, given)


def columns(store: object, name: str, wanted: str, **given: str) -> Table:
    question = catalogue.load(name)
    answer = ask(store, question, {key: [value] for key, value in given.items()})
    assert isinstance(answer, Rows)
    return [tuple(row[answer.variables.index(column)] for column in wanted.split()) for row in answer]


def test_officials_who_discussed_enforcement(memory):
    wanted = "officialName role article start end passage when"
    assert columns(memory, "officials-who-discussed", wanted, issue="enforcement") == [
        ("Gao Feng", "spokesman", A, 100, 138, "they discussed enforcement and tariffs", "2019-01-09"),
        ("Liu He", "Vice Premier", A, 100, 138, "they discussed enforcement and tariffs", "2019-01-09"),
        ("Robert Lighthizer", "Trade Representative", A, 200, 222, "“we need verification”", "2019-W02"),
    ]


def test_an_issue_includes_its_narrower_issues(memory):
    narrower = columns(memory, "statements", "statement issue", issue="terms of trade")
    assert {issue.rpartition("/")[2] for _, issue in narrower} == {"enforcement", "tariffs"}


def test_a_statement_without_speaker_or_issue_has_a_row(memory):
    rows = columns(memory, "statements", "speaker issue mode polarity", mode="no-comment")
    assert (None, None, "no-comment", "rejected") in rows


def test_a_statement_has_a_row_for_each_speaker_and_issue(memory):
    rows = columns(memory, "statements", "start speakerName issueLabel", article=A)
    assert [row for row in rows if row[0] == 100] == [
        (100, speaker, issue) for speaker in ("Gao Feng", "Liu He") for issue in ("enforcement", "tariffs")
    ]


def test_who_is_quoted_and_through_whom(memory):
    assert columns(memory, "statements", "speakerName speakerRole viaName", mode="direct") == [
        ("Robert Lighthizer", "Trade Representative", "US officials")
    ]


def test_a_role_tells_its_country_by_code_and_name(memory):
    wanted = "personName title institutionName countryCode countryName held"
    assert columns(memory, "roles", wanted, person="Lighthizer") == [
        ("Robert Lighthizer", "Trade Representative", "Office of the U.S. Trade Representative", "US", "United States",
         "2019-03-28")
    ]  # fmt: skip


def test_mentions_have_a_row_for_each_entity_and_one_when_unresolved(memory):
    assert columns(memory, "mentions", "printed form kind entityName", article=A) == [
        ("Gao Feng", "name", "person", "Gao Feng"),
        ("they", "pronoun", "person", "Gao Feng"),
        ("they", "pronoun", "person", "Liu He"),
        ("the official", "title", None, None),
        ("Beijing", "name", "place", "Beijing"),
    ]


def test_actors_are_counted(memory):
    rows = columns(memory, "actors", "name kind alias articles mentions", actor="Robert Lighthizer")
    assert rows == [("Robert Lighthizer", "person", alias, 1, 1) for alias in ("Lighthizer", "Robert E. Lighthizer")]


def test_statements_are_counted_for_articles_and_for_issues_with_their_narrower(memory):
    wanted = "article statements commitments meetings measures"
    assert columns(memory, "articles", wanted) == [(A, 3, 3, 3, 2), (C, 2, 4, 2, 2), (D, 4, 1, 0, 0), (B, 3, 5, 2, 3)]
    assert columns(memory, "issues", "notation statements commitments") == [
        ("currency", 4, 3), ("enforcement", 4, 4), ("tariffs", 4, 3), ("trade-terms", 6, 8)
    ]  # fmt: skip


def test_issues_are_ranked_by_who_raises_them(memory):
    assert columns(memory, "issues-ranked", "issueLabel speakers statements articles") == [
        ("enforcement", 5, 4, 2), ("tariffs", 4, 4, 3), ("currency", 3, 4, 3)
    ]  # fmt: skip


def test_a_position_is_what_a_country_and_all_who_speak_for_it_said_and_moved_in_order_of_time(memory):
    wanted = "when voiceName kind stance content"
    assert columns(memory, "position-of", wanted, actor="China", issue="currency") == [
        ("2019-02-04", "Liu He", "statement", "asserted", "the yuan is safe"),
        ("2019-03", "Ministry of Commerce", "statement", "denied", "no link to the yuan"),
        ("2019-06-01", "Liu He", "statement", "hypothetical", "rates may move"),
        ("2019-06-02", "Liu He", "obligation", "planned", "keep the rate"),
    ]


def test_sides_are_compared_on_what_both_spoke_about(memory):
    wanted = "issueLabel from voiceName stance content"
    assert columns(memory, "sides-compared", wanted, side="China", other="European Union") == [
        ("currency", "side", "Liu He", "asserted", "the yuan is safe"),
        ("currency", "side", "Ministry of Commerce", "denied", "no link to the yuan"),
        ("currency", "side", "Liu He", "hypothetical", "rates may move"),
        ("currency", "other", "European Union", "denied", "nobody was told"),
        ("enforcement", "side", "Gao Feng", "asserted", "they discussed enforcement and tariffs"),
        ("enforcement", "side", "Liu He", "asserted", "they discussed enforcement and tariffs"),
        ("enforcement", "other", "European envoys", "asserted", "duties hurt Europe"),
        ("enforcement", "other", "European Union", "denied", "nobody was told"),
        ("tariffs", "side", "Gao Feng", "asserted", "they discussed enforcement and tariffs"),
        ("tariffs", "side", "Liu He", "asserted", "they discussed enforcement and tariffs"),
        ("tariffs", "other", "European envoys", "asserted", "duties hurt Europe"),
    ]


def test_denials_refusals_and_silence_stand_in_one_list(memory):
    assert columns(memory, "denied-or-unanswered", "actorName how content") == [
        (None, "no-comment", "declined to comment"),
        ("European Union", "denied", "nobody was told"),
        ("European Union", "denied", "nobody was told"),
        ("Robert Lighthizer", "no-comment", "did not say"),
        ("Ministry of Commerce", "denied", "no link to the yuan"),
        ("Ministry of Commerce", "refused", "no end to subsidies"),
        ("Liu He", "rejected", "no sale"),
    ]


def test_what_rests_on_unnamed_sources_alone_is_told_from_what_others_said_too(memory):
    found = set(columns(memory, "unnamed-sources", "sourceName kind alone content"))
    assert found == {
        ("US officials", "statement", False, "“we need verification”"),
        ("US officials", "commitment", True, "buy more goods"),
        ("US officials", "statement", False, "duties would stay"),
        ("people familiar with the talks", "statement", False, "the yuan is safe"),
        ("people familiar with the talks", "statement", False, "rates may move"),
        ("European envoys", "statement", True, "duties hurt Europe"),
        ("European envoys", "statement", False, "nobody was told"),
    }


def test_a_chain_leads_from_the_voice_through_the_sources_to_the_printer(memory):
    wanted = "speakerName viaName publisher agency content"
    assert columns(memory, "attribution-chains", wanted, article=D, issue="currency") == [
        ("Liu He", "people familiar with the talks", "Reuters", "AFP", "the yuan is safe"),
        ("European Union", "European envoys", "Reuters", "AFP", "nobody was told"),
    ]


def test_candidate_issues_come_with_counts_and_passages(memory):
    assert columns(memory, "candidate-issues", "label articles passages article start passage", phrase="cod quota") == [
        ("cod quotas", 2, 3, A, 800, "cod quota"),
        ("cod quotas", 2, 3, B, 700, "cod quota"),
        ("cod quotas", 2, 3, B, 750, "cod quota"),
    ]


def test_an_audit_shows_what_carries_no_record(memory):
    assert columns(memory, "recall-audit", "kind start end printed", article=A) == [
        ("cue", 700, 706, "warned"), ("quotation", 720, 734, "“a great deal”")
    ]  # fmt: skip


def test_an_article_tells_its_facts_in_order(memory):
    assert columns(memory, "article-facts", "start kind actorName text", article=C) == [
        (12, "role", "Liu He", "Vice Premier"),
        (20, "statement", "Liu He", "rates may move"),
        (40, "role", "Ana Roe", "spokeswoman"),
        (48, "statement", "Liu He", "no sale"),
        (60, "date", None, "2019-06-01"),
        (100, "commitment", "China", "broke its word"),
        (110, "commitment", "United States", "free the yuan"),
        (120, "commitment", "China", "sell bonds"),
        (140, "commitment", "Liu He", "keep the rate"),
        (200, "meeting", "Farm Bureau", "visit"),
        (200, "meeting", "Liu He", "visit"),
        (230, "meeting", None, "call"),
        (260, "measure", "Office of the U.S. Trade Representative", "entity-listing"),
        (290, "measure", "Ministry of Commerce", "quota"),
    ]


def test_a_commitment_is_of_one_kind_with_whom_it_binds_towards_whom_and_who_says_so(memory):
    wanted = "kind actorName beneficiaryName content amount currency factuality attributedToName"
    assert columns(memory, "commitments", wanted, kind="pledge") == [
        ("pledge", "China", "United States", "buy more goods", 200_000_000_000, "USD", "attributed", "US officials")
    ]
    assert len({row[0] for row in columns(memory, "commitments", "commitment")}) == 13


def test_a_commitment_has_a_row_for_each_actor_and_for_each_who_says_so(memory):
    assert columns(memory, "commitments", "actorName deadline", article=A, kind="agreement") == [
        ("China", "2019-03-01"), ("United States", "2019-03-01")
    ]  # fmt: skip
    assert columns(memory, "commitments", "attributedToName", kind="breach") == [
        ("Office of the U.S. Trade Representative",), ("Robert Lighthizer",)
    ]  # fmt: skip


def test_the_status_of_a_commitment_is_what_its_own_passage_says_and_never_more(memory):
    found = columns(memory, "commitments", "content kind factuality status")
    assert {row for row in found if row[3] != "open"} == {
        ("a truce until March 1", "agreement", "asserted", "agreed"),
        ("did buy soybeans", "fulfilment", "asserted", "done"),
        ("broke its word", "breach", "attributed", "broken"),
    }
    assert ("did not agree", "agreement", "negated", "open") in found


def test_what_an_actor_is_bound_to_and_asks(memory):
    wanted = "kind content beneficiaryName deadline status factuality passage"
    assert columns(memory, "commitments-of", wanted, actor="Lighthizer") == [
        ("demand", "stop the theft", "Ministry of Commerce", "2019-06", "open", "asserted", "stop the theft"),
        ("threat", "tax all cars", "Ministry of Commerce", "2019-06", "open", "hypothetical", "tax all cars"),
    ]


def test_threats_come_with_their_conditions(memory):
    assert columns(memory, "threats-and-conditions", "actorName threatenedName content condition factuality") == [
        ("United States", "China", "raise duties", "if there is no deal", "conditional"),
        ("China", "United States", "sell bonds", None, "asserted"),
        ("Robert Lighthizer", "Ministry of Commerce", "tax all cars", None, "hypothetical"),
    ]


def test_the_next_deadline_comes_first_and_what_has_none_is_left_out(memory):
    found = columns(memory, "deadlines", "deadline kind actorName content", since="2019-04-01")
    assert found == [
        ("2019-06", "demand", "Robert Lighthizer", "stop the theft"),
        ("2019-06", "threat", "Robert Lighthizer", "tax all cars"),
        ("2019-09", "obligation", "Liu He", "keep the rate"),
    ]


def test_two_tellings_of_one_meeting_share_its_event(memory):
    found = columns(memory, "meetings", "meeting event participantName start placeName", article=A, kind="talks")
    assert [row[2:] for row in found] == [
        ("Liu He", 530, "Beijing"),
        ("Robert Lighthizer", 530, "Beijing"),
        ("Gao Feng", 560, None),
        ("Robert Lighthizer", 560, None),
    ]
    assert (len({row[0] for row in found}), len({row[1] for row in found})) == (2, 1)


def test_a_meeting_without_participants_has_a_row(memory):
    assert columns(memory, "meetings", "kind participant place status when", status="cancelled") == [
        ("call", None, None, "cancelled", None)
    ]


def test_whom_an_actor_met_and_not_whom_it_is_only_to_meet(memory):
    assert columns(memory, "who-met-whom", "otherName kind placeName status when", actor="China") == [
        ("United States", "summit", "Buenos Aires", "held", "2018-12-01")
    ]
    pairs = columns(memory, "who-met-whom", "actor other")
    assert set(pairs) == {(other, actor) for actor, other in pairs}


def test_a_measure_tells_amount_and_rates_apart(memory):
    wanted = "kind imposerName targetName product amount currency rateFrom rate status"
    assert columns(memory, "measures", wanted, article=A) == [
        ("tariff", "United States", "China", "imports", 200_000_000_000, "USD", 0, 10, "in-force"),
        ("tariff", "United States", "China", None, None, None, 10, 25, "threatened"),
    ]


def test_a_measure_is_in_force_from_its_day_until_it_is_suspended_or_lifted(memory):
    def there(day: str) -> set[object]:
        return {row[0] for row in columns(memory, "measures-in-force", "passage", day=day)}

    assert there("2018-06-30") == set()
    assert there("2018-08-01") == {"duties on cars"}
    assert there("2018-12-31") == {"duties on cars", "duties on $200 billion of imports"}
    assert there("2019-03-20") == {"duties on $200 billion of imports", "a law on investment"}


def test_the_evidence_for_who_is_who_names_both_and_who_or_what_judged(memory):
    wanted = "verdict leftName rightName score rule who on note"
    by_hand = (None, None, "an editor", date(2026, 11, 22), "a spokesman and an economist")
    assert columns(memory, "identity-evidence", wanted) == [
        ("different", "Gao Feng", "Gao Li", *by_hand),
        ("different", "Gao Feng", "Gao Li", *by_hand),
        ("same", "Robert Lighthizer", "Bob Lighthizer", Decimal("0.97"), "given-name-form", None, None, None),
        ("unsure", "Gao Feng", "Gao Fang", Decimal("0.62"), "near-spelling", None, None, None),
    ]


def test_everything_about_an_actor_comes_with_its_part_in_it(memory):
    assert columns(memory, "everything-about", "kind part text when article start", actor="Farm Bureau") == [
        ("meeting", "participant", "a visit to Buenos Aires", "2019-06-01", C, 200),
        ("measure", "target", "a quota on soybeans", None, C, 290),
        ("role", "institution", "economist", None, B, 60),
        ("role", "institution", "spokesman", None, B, 75),
        ("statement", "speaker", "farmers hope for an end", None, B, 80),
        ("commitment", "beneficiary", "did buy soybeans", None, B, 220),
        ("commitment", "source", "tax all cars", "2019-06", B, 290),
    ]


def test_the_people_of_an_institution_are_those_of_articles_and_of_curated_offices(memory):
    assert columns(memory, "institution-people", "personName title from until source article", institution="USTR") == [
        ("Ana Roe", "spokeswoman", None, None, None, C),
        ("Robert Lighthizer", "Trade Representative", None, None, None, B),
        ("Robert Lighthizer", "U.S. Trade Representative", date(2017, 5, 15), date(2021, 1, 20), "a page", None),
    ]


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2017-05-14", []),
        ("2017-05-15", ["Robert Lighthizer"]),
        ("2018-03-19", ["Liu He", "Robert Lighthizer"]),
        ("2021-01-21", ["Liu He"]),
        ("2021-12-31", ["Liu He"]),
        ("2022-01-01", []),
    ],
)
def test_an_office_is_held_from_its_first_day_to_its_last_or_to_the_year_its_source_knows(memory, day, holders):
    assert [name for (name,) in columns(memory, "who-held-office", "personName", day=day)] == holders


def test_who_held_an_office_is_told_by_articles_too(memory):
    wanted = "personName title countryName from article passage"
    assert columns(memory, "who-held-office", wanted, office="representative", day="2019-12-24") == [
        (
            "Robert Lighthizer",
            "Trade Representative",
            "United States",
            None,
            B,
            "Trade Representative Robert Lighthizer",
        ),
        ("Robert Lighthizer", "U.S. Trade Representative", "United States", date(2017, 5, 15), None, None),
    ]


def test_who_spoke_for_a_ministry_spoke_for_its_country_too(memory):
    wanted = "speakerName title content when start passage"
    said = "they discussed enforcement and tariffs"
    row = ("Gao Feng", "spokesman", said, "2019-01-09", 100, said)
    assert columns(memory, "spoke-for", wanted, principal="commerce ministry") == [row]
    assert columns(memory, "spoke-for", wanted, principal="China") == [row]


def test_who_spoke_for_an_institution_is_told_without_a_statement(memory):
    assert columns(memory, "spoke-for", "speakerName content passage", principal="Farm Bureau") == [
        ("Gao Li", None, "Farm Bureau spokesman Gao Li")
    ]


def test_articles_that_repeat_one_another_are_a_cluster_called_after_the_one_that_holds_all(memory):
    assert columns(memory, "articles", "article cluster") == [(A, A), (C, B), (D, D), (B, B)]
    assert columns(memory, "articles", "article", distinct="stories") == [(A,), (D,), (B,)]


def test_of_distinct_stories_a_repeated_one_is_counted_once(memory):
    wanted = "issueLabel speakers statements articles"
    assert columns(memory, "issues-ranked", wanted, distinct="stories") == [
        ("enforcement", 5, 4, 2), ("tariffs", 4, 4, 3), ("currency", 3, 3, 2)
    ]  # fmt: skip


def test_a_limit_cuts_the_rows(memory):
    question = catalogue.load("mentions")
    assert list(ask(memory, question, {}, limit=2)) == table(memory, question, {})[:2]
    assert list(ask(memory, question, {}, limit=0)) == []


def test_an_unknown_parameter_is_a_query_error(memory):
    with pytest.raises(QueryError, match="--speaker"):
        ask(memory, catalogue.load("statements"), {"author": ["x"]})


def test_officials_are_those_with_a_public_office(memory):
    rule = catalogue.load("official", catalogue.data_dir("queries") / "derive")
    found = memory.query(rule.text)
    assert isinstance(found, Triples)
    names = {str(subject).rpartition("/")[2] for subject, _, _ in found}
    assert names == {"ana-roe", "gao-feng", "liu-he", "robert-lighthizer"}
