from __future__ import annotations

import pytest
import yaml

from kg import catalogue
from kg.catalogue import Param, parse
from kg.errors import PackError, QueryError
from kg.files import data_dir
from kg.vocab import PREFIXES

FILES = sorted(data_dir("queries").rglob("*.rq"))
ASKED = list(catalogue.load_all())
CONTRACT = {
    "statements": "statement article start end speaker speakerName speakerRole via viaName cue mode content "
    "contentStart contentEnd issue issueLabel polarity confidence when whenEarliest whenLatest",
    "roles": "role article start end person personName title institution institutionName country countryCode "
    "countryName held heldEarliest heldLatest",
    "mentions": "mention article start end printed kind entity entityName rule confidence",
    "dates": "date article start end printed edtf earliest latest",
    "actors": "actor name kind country countryName alias wikidata articles mentions",
    "articles": "article title publisher published language url statements commitments meetings measures",
    "recall-audit": "looseEnd article start end kind printed",
    "candidate-issues": "candidate phrase label articles passages article start end passage",
    "issues": "issue notation label broader statements commitments",
    "commitments": "commitment article start end kind actor actorName beneficiary beneficiaryName content contentStart "
    "contentEnd issue issueLabel condition amount currency status factuality attributedTo attributedToName confidence "
    "deadline deadlineEarliest deadlineLatest",
    "meetings": "meeting event article start end kind participant participantName place placeName status "
    "when whenEarliest whenLatest",
    "measures": "measure event article start end kind imposer imposerName target targetName product amount currency "
    "rate rateFrom status when whenEarliest whenLatest",
}
TEXT = """#+ summary: What is there?
#+ tags: [a, b]
#+ params:
#+   colour: {type: choice, values: [red, blue], meaning: its colour}
#+   since: {type: date, meaning: not before}
#+ examples:
#+   - What is red?
#+   - What is there since May?
SELECT ?s WHERE {
  VALUES ?colour { UNDEF }
  VALUES ?since { UNDEF }
  GRAPH ?g { ?s ?p ?colour }
}
ORDER BY ?s
"""


def test_a_header_is_read():
    question = parse("things", TEXT)
    assert question.summary == "What is there?"
    assert question.tags == ("a", "b")
    assert question.params == {
        "colour": Param("colour", "choice", "its colour", ("red", "blue")),
        "since": Param("since", "date", "not before"),
    }
    assert question.examples == ("What is red?", "What is there since May?")
    assert question.form == "SELECT"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_header_means_the_same_to_a_yaml_library(path):
    text = path.read_text("utf-8")
    header = yaml.safe_load("\n".join(line[2:] for line in text.splitlines() if line.startswith("#+")))
    question = parse(path.stem, text)
    assert question.summary == header["summary"]
    assert list(question.tags) == header["tags"]
    assert list(question.examples) == header["examples"]
    assert {
        p.name: {"type": p.type, "meaning": p.meaning} | ({"values": list(p.values)} if p.values else {})
        for p in question.params.values()
    } == header.get("params", {})


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_binds_prefixes_as_the_ontology_does_and_names_its_graphs(path):
    text = path.read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("PREFIX "):
            _, prefix, iri = line.split()
            assert PREFIXES[prefix.rstrip(":")] == iri.strip("<>")
    assert "GRAPH" in text
    assert text.isascii()
    if "\nSELECT" in text:
        assert "ORDER BY" in text.splitlines()[-1], "the last line makes the output reproducible, and takes a LIMIT"


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
def test_every_question_says_at_least_twice_what_it_answers(question):
    assert len(question.examples) >= 2
    assert not question.summary.endswith(".")


@pytest.mark.parametrize(("name", "columns"), CONTRACT.items())
def test_a_listing_has_the_columns_of_the_contract(memory, name, columns):
    assert set(columns.split()) <= set(memory.query(catalogue.load(name).text).variables)


def test_binding_replaces_undef_and_empties_the_lines_that_say_nothing():
    question = parse("things", TEXT)
    bound = question.bind({"colour": ['"red"', '"blue"']}, limit=3)
    since = "  VALUES ?since { UNDEF }"
    red = TEXT.replace(since, "").replace("?colour { UNDEF }", '?colour { "red" "blue" }')
    assert bound == f"{red}LIMIT 3\n"
    assert question.bind({}) == TEXT.replace(since, "").replace("  VALUES ?colour { UNDEF }", "")


def test_an_unknown_query_is_answered_with_those_there_are():
    with pytest.raises(QueryError, match="statements-by") as caught:
        catalogue.load("statments")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", ["../check/offsets-out-of-order", "", "statements.rq", "/etc/passwd"])
def test_a_name_is_no_path(name):
    with pytest.raises(QueryError):
        catalogue.load(name)


def test_an_unknown_parameter_is_answered_with_those_there_are():
    with pytest.raises(QueryError, match="--colour, --since"):
        parse("things", TEXT).bind({"size": ['"1"']})


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("#+ summary: What is there?\n", "", "summary"),
        ("#+ tags: [a, b]\n", "", "tags"),
        ("#+   - What is red?\n#+   - What is there since May?\n", "", "examples"),
        ("type: date", "type: day", "since"),
        ("values: [red, blue], ", "", "colour"),
        ("type: date,", "type: date, values: [x],", "since"),
        (", meaning: not before", "", "since"),
        ("VALUES ?since", "VALUES ?until", "until"),
        ("#+ tags", "#+ labels", "labels"),
        ("SELECT", "INSERT", "SELECT"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(before, after, says):
    with pytest.raises(PackError, match=says) as caught:
        parse("things", TEXT.replace(before, after, 1))
    assert caught.value.file == "things.rq"
