from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quotes import quotations
from kg.packs import Pack
from kg.segment import segment

PACK = Pack()


def quoted(text: str) -> list[str]:
    reading = segment(text, PACK.boilerplate)
    return [reading.text[start:end] for start, end in quotations(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no" to the two offers on the table.', ['"yes"', '"no"']),
        ("He said “yes” and ‘no’ to the two offers on the table.", ["“yes”", "‘no’"]),
        ("He called it 'a sham' and left the room at once.", ["'a sham'"]),
        ("«Not today», she said as she left the room for lunch.", ["«Not today»"]),
        ("He said ``never'' to the offer that was on the table.", ["``never''"]),
        ("The word stands in brackets (“double l”) in the treaty text.", ["“double l”"]),
        (
            "“He told me ‘never again’ and hung up,” she said after the call.",
            ["“He told me ‘never again’ and hung up,”"],
        ),
        ('"We can’t go on," he said as he left the room.', ['"We can’t go on,"']),
        ('The envoy said: "It is over. We go home."', ['"It is over. We go home."']),
    ],
)
def test_quotation_marks_of_every_kind_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dollars' value fell and the ministers' aides left the room.",
        "It's the ministry's view that the '90s are over for good.",
        'A 5" pipe crosses the border near the old fort.',
        "The O'Neills' farm isn't near the border's northern end.",
        "Nobody said anything at the end of the day.",
    ],
)
def test_apostrophes_and_inches_are_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_a_stray_mark_loses_no_other_pair() -> None:
    text = 'It is "a stray mark, he wrote in the margin.\n\nThe other side called it "a gift" on the day of the vote.'
    assert '"a gift"' in quoted(text)


def test_an_open_quotation_goes_on_in_the_next_paragraph() -> None:
    text = (
        'The chairman said: "We have come a long way since the spring.\n\n'
        '"Now we need one more week of talks," he said after the session.'
    )
    assert quoted(text) == [
        '"We have come a long way since the spring.',
        '"Now we need one more week of talks,"',
    ]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*"\"'“”‘’«»", "said", "no.", "It's", " ", " ", "\n\n", "The talks on fish ended today."]))
)
def test_quotations_are_in_order_and_lie_within_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    reading = segment(text, PACK.boilerplate)
    previous = 0
    for start, end in quotations(reading):
        assert previous <= start < end <= len(reading.text)
        previous = end
