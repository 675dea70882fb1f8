from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.model import Reading
from kg.packs import Pack
from kg.segment import LONGEST_RUN, blocks, segment

FISH = "The talks on fish ended without a deal on Monday."
CATCH = "Ministers of nine states could not agree on the catch."

WRAPPED = """\
    Ministers of nine states failed on Monday to agree on a common
catch of herring, and left the table in the early hours of the
day without a word to those who had waited at the gate.
    They will meet again in the spring, when the catch of this
winter has been counted, the chairman of the session said.
"""
SET_OFF = """\
Ministers of nine states failed on Monday to agree on a common
catch of herring, and left the table in the early hours of the
day without a word to those who had waited at the gate.

They will meet again in the spring, when the catch of this
winter has been counted, the chairman of the session said.
"""

PACK = Pack()

# Words, punctuation, and what files hold besides: controls, zero-width and bidi marks, long runs, both newlines.
PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [FISH, CATCH, "Mr. Osei", "U.S.", "“No,”", "...", "\u202e", "\u200b", "\ufeff", "\x00", "\x85", "\u2028"]
    ),
    st.sampled_from(["\n", "\r\n", "\n\n", "\n    ", "\t", " ", "-\n", WRAPPED, SET_OFF]),
    st.sampled_from(["x" * 450, "(" * 300, "\ud800", "\U0001f41f", "e\u0301"]),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


def sentences(text: str, pack: Pack) -> list[str]:
    reading = segment(text, pack.boilerplate)
    return [reading.text[s.start : s.end] for s in reading.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FISH} {CATCH}", [FISH, CATCH]),
        (
            "Mr. Osei met Dr. Lang in the U.S. on Monday. They talked about fish.",
            ["Mr. Osei met Dr. Lang in the U.S. on Monday.", "They talked about fish."],
        ),
        (
            "Exports rose most to the U.S. The ministry was pleased with it.",
            ["Exports rose most to the U.S.", "The ministry was pleased with it."],
        ),
        (
            '"We will not sign." He left the room without a word.',
            ['"We will not sign."', "He left the room without a word."],
        ),
        (
            'The answer of the minister was brief: "No." She left for lunch.',
            ['The answer of the minister was brief: "No."', "She left for lunch."],
        ),
        (
            "“Is there a deal?” Nobody at the table knew the answer.",
            ["“Is there a deal?”", "Nobody at the table knew the answer."],
        ),
        (
            "The talks went on… Nobody left the room before the vote.",
            ["The talks went on…", "Nobody left the room before the vote."],
        ),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str], pack: Pack) -> None:
    assert sentences(text, pack) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Jane Roe of Ohio and Rep. John Doe left the room.",
        "Article No. 5 of the treaty was the hardest of all.",
        "It cost 3.5 million crowns and 2.000 jobs in the end.",
        "The talks ... went on for hours without a break.",
        "He lives in Washington D.C. and works for Acme Inc. in town.",
        '"We will not sign!" Mr Osei said as he left the room.',
        "J. P. Adeyemi and Gen. R. Haile signed for the rebels.",
        "The vote was put off until 5 p.m. on Friday, officials said.",
    ],
)
def test_abbreviations_figures_and_shouts_end_no_sentence(text: str, pack: Pack) -> None:
    assert sentences(text, pack) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Related news",
        "Tagged as: fish, quotas",
        "Categories: World News",
        "Leave a Reply",
        "Subscribe to our newsletter",
        "By Jane Doe",
        "Read more: fish prices rise",
        "A trawler in port. (AFP Photo/Jane Doe)",
        "Photo: a trawler in port on Sunday.",
        "Copyright 2021, all rights reserved.",
    ],
)
def test_boilerplate_and_captions_never_reach_the_parser(line: str, pack: Pack) -> None:
    assert sentences(f"{FISH}\n\n{line}\n\n{CATCH}", pack) == [FISH, CATCH]


@pytest.mark.parametrize(
    "line",
    [
        "Reported catches of herring fell in the north of the country.",
        "Photographs of the signing were shown to the press on Sunday.",
        "Related talks on shipping were held in the same building.",
        "Share prices fell when the talks on fish had ended.",
    ],
)
def test_prose_that_looks_like_boilerplate_is_read(line: str, pack: Pack) -> None:
    assert sentences(f"{FISH}\n\n{line}\n\n{CATCH}", pack) == [FISH, line, CATCH]


@pytest.mark.parametrize(
    "dateline",
    ["GENEVA (Reuters) - ", "OSLO, March 3 - ", "OSLO, Norway (AP) — ", "NEW DELHI -- ", "MONTEVIDEO, Uruguay – "],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str, pack: Pack) -> None:
    assert sentences(dateline + FISH, pack) == [FISH]


def test_the_city_before_a_colon_is_no_part_of_the_first_sentence(pack: Pack) -> None:
    assert sentences(f"JAKARTA: {FISH}\n\n{CATCH}", pack) == [FISH, CATCH]


def test_labels_of_those_who_speak_stay(pack: Pack) -> None:
    assert sentences(f"MINISTER: {FISH}\n\nREPORTER: {CATCH}", pack) == [f"MINISTER: {FISH}", f"REPORTER: {CATCH}"]


@pytest.mark.parametrize("start", ["The EU - a union - ", "Brazil - not Peru - ", "UN-backed talks - the third - "])
def test_a_dash_in_a_sentence_is_no_dateline(start: str, pack: Pack) -> None:
    text = f"{start}put off the vote on the catch."
    assert sentences(text, pack) == [text]


def test_headlines_are_told_apart_and_not_read_twice(pack: Pack) -> None:
    headline = "Talks on fish end without a deal"
    reading = segment(f"{headline}\n\n{headline}\n\n{FISH}\n\n{CATCH}\n", pack.boilerplate)
    assert [(reading.text[s.start : s.end], s.headline) for s in reading.sentences] == [
        (headline, True),
        (FISH, False),
        (CATCH, False),
    ]


def test_every_block_has_a_kind(pack: Pack) -> None:
    text = f"Talks on fish end without a deal\n\n{FISH}\n\nA trawler. (AFP Photo)\n\n{CATCH}\n\nRelated news\n"
    assert [block.kind for block in blocks(text, pack.boilerplate)] == [
        "headline",
        "body",
        "caption",
        "body",
        "boilerplate",
    ]


@pytest.mark.parametrize("text", [WRAPPED, SET_OFF, WRAPPED.replace("\n", "\r\n")])
def test_hard_wrapped_copy_is_unwrapped(text: str, pack: Pack) -> None:
    reading = segment(text, pack.boilerplate)
    assert [s.paragraph for s in reading.sentences] == [0, 1]
    first, second = sentences(text, pack)
    assert first.startswith("Ministers of nine states")
    assert first.endswith("who had waited at the gate.")
    assert "common catch" in first
    assert second.endswith("the chairman of the session said.")


def test_lines_that_end_in_full_stops_are_paragraphs_of_their_own(pack: Pack) -> None:
    text = "\n".join([FISH, CATCH, "The chairman closed the session at noon.", "They will meet again in the spring."])
    assert [s.paragraph for s in segment(text, pack.boilerplate).sentences] == [0, 1, 2, 3]


def test_a_span_of_unwrapped_copy_leads_back_to_the_text_as_read(pack: Pack) -> None:
    reading = segment(WRAPPED, pack.boilerplate)
    start = reading.text.index("common catch")
    span = reading.raw(start, start + len("common catch"))
    assert WRAPPED[slice(*span)] == "common\ncatch"


@pytest.mark.parametrize("text", ["", "\n", " \t ", "\x00\x01", "\u200b", "Related news"])
def test_a_text_without_prose_has_no_sentences(text: str, pack: Pack) -> None:
    assert segment(text, pack.boilerplate).sentences == ()


def assert_is_mapped(reading: Reading, text: str) -> None:
    offsets = list(reading.offsets)
    assert len(offsets) >= len(reading.text)
    assert all(a <= b for a, b in itertools.pairwise(offsets)), "the map runs backwards"
    assert all(c == " " or c == text[o] for c, o in zip(reading.text, offsets, strict=False))
    assert all(0 <= o <= len(text) for o in offsets)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("a\u202eb c\u0000d " + FISH)
@example(WRAPPED + "x" * 1000)
@example("\r\n".join([FISH] * 6))
def test_every_clean_character_is_the_raw_one_at_its_offset(text: str) -> None:
    reading = segment(text, PACK.boilerplate)
    assert_is_mapped(reading, text)
    assert max(map(len, reading.text.split()), default=0) <= LONGEST_RUN


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_sentences_are_in_order_and_never_overlap(text: str) -> None:
    reading = segment(text, PACK.boilerplate)
    for sentence in reading.sentences:
        assert reading.text[sentence.start : sentence.end].strip()
        span = reading.raw(sentence.start, sentence.end)
        assert 0 <= span.start < span.end <= len(text)
    for left, right in itertools.pairwise(reading.sentences):
        assert left.end <= right.start
        assert left.paragraph <= right.paragraph


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_control_or_lone_surrogate_reaches_the_parser(text: str) -> None:
    clean = segment(text, PACK.boilerplate).text
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in clean)
    assert not any(c in clean for c in "\u200b\u202e\ufeff")
