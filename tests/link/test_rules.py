"""Rules on measures and meetings, and on the words by which they know each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.link import link
from kg.model import Article, ArticleRecords, Commitment, Evidence, Measure, Meeting, Mention, When
from kg.packs import Pack
from kg.resolve import resolve

JANUARY, JUNE = date(2020, 1, 10), date(2020, 6, 10)
CODES = {"Japan": "JP", "Norway": "NO"}


def mention(name: str, who: str, text: str) -> Mention:
    at = text.index(who)
    evidence = Evidence(article=name, start=at, end=at + len(who), rule="test", confidence=1.0)
    return Mention(evidence=evidence, form="name", kind="polity", name=who, polity=CODES[who])


def passage(name: str, text: str, part: str) -> Evidence:
    return Evidence(article=name, start=text.index(part), end=text.index(part) + len(part), rule="test", confidence=1.0)


def told(name: str, published: date, text: str, **records: Any) -> ArticleRecords:
    mentions = tuple(mention(name, who, text) for who in CODES if who in text)
    about = Article(identifier=name, text=text, sha256=name, published=published)
    return replace(ArticleRecords(article=about, mentions=mentions), **records)


def pledge(due: date | None) -> ArticleRecords:
    text = "Japan promised to lift its ban on oysters."
    content = "lift its ban on oysters"
    at = text.index(content)
    move = Commitment(
        evidence=passage("a.txt", text, text), kind="pledge", actors=(mention("a.txt", "Japan", text),),
        content=content, content_start=at, content_end=at + len(content),
        deadline=When(edtf=due.isoformat(), earliest=due, latest=due) if due else None,
    )  # fmt: skip
    return told("a.txt", JANUARY, text, commitments=(move,))


def measure(text: str, part: str, **slots: Any) -> ArticleRecords:
    taken = Measure(
        evidence=passage("b.txt", text, part), kind="import-ban", imposers=(mention("b.txt", "Japan", text),),
        event=part, **slots,
    )  # fmt: skip
    return told("b.txt", JUNE, text, measures=(taken,))


LATER = [
    ("Japan has not lifted its ban on oysters.", "in-force", date(2020, 5, 1), {("breaks", "left-undone")}),
    ("Japan has not lifted its ban on oysters.", "in-force", date(2020, 9, 1), set()),
    ("Japan has not lifted its ban on oysters.", "in-force", None, set()),
    ("Japan, despite its word, has not lifted its ban on oysters.", "in-force", None, {("breaks", "left-undone")}),
    ("Japan lifted its ban on oysters.", "lifted", date(2020, 5, 1), {("fulfils", "measure-taken")}),
    ("Japan will lift its ban on oysters.", "lifted", date(2020, 5, 1), set()),
    ("Japan lifted its ban on plums.", "lifted", date(2020, 5, 1), set()),
]


@pytest.mark.parametrize(("text", "status", "due", "expected"), LATER)
def test_what_was_to_be_gone_is_gone_or_is_left_undone(pack: Pack, text, status, due, expected):
    part = text[text.index("lift") : -1]
    linked = link(resolve((pledge(due), measure(text, part, status=status)), pack))
    assert {(one.kind, one.rule) for one in linked.links} == expected


def meetings(text: str, parts: Mapping[str, str]) -> ArticleRecords:
    who = tuple(mention("a.txt", name, text) for name in CODES)
    found = tuple(
        Meeting(evidence=passage("a.txt", text, part), kind="talks", participants=who, status=status, event=part)
        for part, status in parts.items()
    )  # fmt: skip
    return told("a.txt", JANUARY, text, meetings=found)


ROUNDS = [
    ("Japan and Norway held talks. They expect the talks to resume.", "expected", False),
    ("Japan and Norway held talks. They expect another round.", "expected", False),
    ("Japan and Norway held talks. The two had talks in private.", "held", True),
]


@pytest.mark.parametrize(("text", "status", "same"), ROUNDS)
def test_talks_that_resume_are_not_those_that_were_held(pack: Pack, text, status, same):
    first, then = text[:-1].split(". ")
    linked = link(resolve((meetings(text, {first: "held", then: status}),), pack))
    assert bool(linked.links) == same


def talks(name: str, published: date, text: str, **slots: Any) -> ArticleRecords:
    """An article that tells one meeting, of those of the two countries that it names unless others are given."""
    who = tuple(mention(name, one, text) for one in CODES if one in text)
    day = slots.pop("day", None)
    held = Meeting(
        evidence=passage(name, text, text), kind="talks", participants=slots.pop("participants", who),
        status=slots.pop("status", "held"), event=name, **slots,
        when=When(edtf=day.isoformat(), earliest=day, latest=day) if day else None,
    )  # fmt: skip
    return told(name, published, text, meetings=(held,))


DAY, NEXT, MARCH, LATE = date(2020, 1, 9), date(2020, 1, 12), date(2020, 3, 20), date(2021, 9, 1)
MEETINGS = [
    # The day and those who met, or the place, or a name that both print, or what it was about.
    (("Japan met Norway on whales.", {"day": DAY}), ("Norway saw Japan again.", {"day": DAY}), "same-day-and-people"),
    (("Japan met Norway on whales.", {"day": DAY}), ("Norway saw Japan again.", {"day": MARCH}), None),
    (("Envoys met in Bergen.", {"day": DAY, "place": "Bergen"}),
     ("They sat in Bergen.", {"day": DAY, "place": "Bergen"}), "same-day-and-place"),
    (("Envoys met Jan Holt.", {"day": DAY}), ("Jan Holt received them.", {"day": DAY}), "same-day-and-names"),
    (("Envoys met Jan Holt.", {"day": DAY}), ("Ola Moe received them.", {"day": DAY}), None),
    (("Envoys met on whales and seals off the ice.", {"day": DAY}), ("Talks on seals, whales, boats.", {"day": DAY}),
     "same-day-and-words"),
    (("Envoys met on whales and seals.", {"day": DAY}), ("Talks on cod and herring.", {"day": DAY}), None),
    # Without a day, those who met, or one of them and the place, within days.
    (("Japan met Norway on whales.", {}), ("Norway sat with Japan for a day in a hut.", {}), "same-people"),
    (("Japan held talks in Bergen.", {"place": "Bergen"}), ("In Bergen, Japan met firms.", {"place": "Bergen"}),
     "same-place"),
    (("Japan held talks in Bergen.", {"place": "Bergen"}), ("In Oslo, Japan met firms.", {"place": "Oslo"}), None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "then", "rule"), MEETINGS)
def test_two_tellings_are_of_one_meeting_by_this(pack: Pack, first, then, rule):
    one, other = (talks(n, day, text, **slots) for n, day, (text, slots) in
                  (("a.txt", JANUARY, first), ("b.txt", NEXT, then)))  # fmt: skip
    linked = link(resolve((one, other), pack))
    assert {(found.kind, found.rule) for found in linked.links} == ({("same-meeting", rule)} if rule else set())


@pytest.mark.parametrize(("told_on", "expected"), [(MARCH, {"planned-there"}), (LATE, set())])
def test_what_was_to_be_held_at_a_place_was_held_there_by_then(pack: Pack, told_on, expected):
    ahead = talks("a.txt", JANUARY, "Japan is to hold talks in Bergen.", place="Bergen", status="planned", day=MARCH)
    held = talks("b.txt", told_on, "An envoy heard that Japan sat in Bergen.", place="Bergen")
    linked = link(resolve((ahead, held), pack))
    assert {found.rule for found in linked.links} == expected


SANCTIONS = [
    (
        "Japan barred all flights from Norway.",
        "Norway was told by Japan that its flights were barred.",
        {"same-target"},
    ),
    ("Japan barred all flights from Norway.", "Norway was told by Japan to hand over two fishermen.", set()),
]


@pytest.mark.parametrize(("first", "then", "expected"), SANCTIONS)
def test_a_measure_against_one_side_is_known_by_what_it_does(pack: Pack, first, then, expected):
    records = []
    for name, published, text in (("a.txt", JANUARY, first), ("b.txt", MARCH, then)):
        by, against = mention(name, "Japan", text), mention(name, "Norway", text)
        taken = Measure(
            evidence=passage(name, text, text), kind="sanction", imposers=(by,), targets=(against,), status="in-force",
            event=name,
        )  # fmt: skip
        records.append(told(name, published, text, measures=(taken,)))
    linked = link(resolve(tuple(records), pack))
    assert {found.rule for found in linked.links} == expected
