"""What a telling says of the move that it repeats, keeps, breaks or takes back: read from two short articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.extract import extract
from kg.link import link
from kg.packs import Pack
from kg.rdf import record_iri
from kg.resolve import resolve
from tests.reading import ParseTexts

MARCH, JUNE = date(2020, 3, 11), date(2020, 6, 10)
CASES = [
    # The month in which the word was given, and another one.
    ("Chad pledged to cut its tax on tea.", "Chad cut its tax on tea, as it promised in March.", {"fulfils"}),
    ("Chad pledged to cut its tax on tea.", "Chad cut its tax on tea, as it promised in December.", set()),
    ("Peru offered to cut fees by 10 percent.", "Peru had offered a cut of 12 percent in March.", {"conflicts-with"}),
    # What is kept back was offered; what is lifted is another matter.
    (
        "Chile offered to lend Peru $30 million.",
        "Chile threatened to withhold the $30 million loan.",
        {"conflicts-with"},
    ),
    ("Chad promised to resume its beef imports.", "Chad promised to lift its beef import ban.", {"same-commitment"}),
    # A vow never to do it is a refusal, and doing it gives way.
    ("Iran refused to sell its tankers.", "Iran vowed never to sell its tankers.", {"same-commitment"}),
    ("Iran refused to sell its tankers to Oman.", "Iran agreed to sell its tankers to Oman.", {"conflicts-with"}),
    # A promise put off, and the sale of something else.
    ("Mali promised to repay its debt by May.", "Mali again promised to repay it by October.", {"conflicts-with"}),
    ("Mali will sell barley to Niger.", "Mali had agreed in March to sell 12 cattle to Togo.", set()),
    # Whoever holds an office of a state acts for it; a state's rebels do not.
    (
        "Norway's foreign minister, Jan Holt, promised to free the trawler.",
        "Norway has freed the trawler in Oslo.",
        {"fulfils"},
    ),
    ("Angola promised to free the trawler.", "Angolan rebels freed the trawler on Monday.", set()),
    # Where nobody is known to act, names and figures must not exclude each other.
    ("The junta promised to free 42 Georgian captives.", "Chad promised to free 19 Armenian captives.", set()),
    # A word in one sentence with the deed that kept or broke it.
    ("Peru met Chile.", "Peru pumped at full rate despite its promise to cap output.", {"breaks"}),
    ("Peru met Chile.", "Peru asked for a loan, but Chile refused.", {"answers"}),
    ("Peru met Chile.", "Peru asked for a loan. Chile waited. Oman refused to pay.", set()),
    # What was agreed in the month that is told, of whatever it was; and in another one.
    ("Cuba agreed to let inspectors in.", "Spain accused Cuba of breaking the agreement reached in March.", {"breaks"}),
    ("Cuba agreed to let inspectors in.", "Spain accused Cuba of breaking the agreement reached in May.", set()),
    # One sum.
    ("Togo asked for fees of $30 million.", "Togo again asked for fees of $30 million.", {"reaffirms"}),
    # A demand is met by a deed of those who were asked.
    ("The EU called on both sides to sign a gas contract.", "Ghana and Togo signed a gas contract.", {"answers"}),
    # Nobody is known to be asked, and nobody else is known to answer.
    ("Peru demanded a halt to dredging in the strait.", "A halt to dredging in the strait was refused.", {"answers"}),
    ("Peru demanded a halt to dredging in the strait.", "A halt to logging in the park was refused.", set()),
    ("Oslo demanded that Hartwell Ltd deliver the doses.", "Brenner AG pledged to deliver the doses.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("first", "then", "expected"), CASES)
def test_two_articles_are_linked_so(parse_texts: ParseTexts, pack: Pack, first: str, then: str, expected: set[str]):
    records = []
    for name, text, day in (("a.txt", first, MARCH), ("b.txt", then, JUNE)):
        (parsed,) = parse_texts([f"News of the day\n\n{text}\n"], day)
        parsed.article = replace(parsed.article, identifier=name)
        records.append(extract(parsed))
    moves = {record_iri(move) for one in records for move in one.commitments}
    found = link(resolve(tuple(records), pack)).links
    assert {one.kind for one in found if {one.later, one.earlier} <= moves} == expected
