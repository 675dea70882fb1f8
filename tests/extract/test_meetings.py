"""Meetings: who takes part, where, when, whether it was held, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Meeting
from tests.reading import ReadText

THURSDAY = date(2019, 3, 28)


def one(read_text: ReadText, text: str) -> Meeting:
    (meeting,) = read_text(text, THURSDAY).meetings
    return meeting


@pytest.mark.parametrize(
    ("text", "kind", "participants"),
    [
        ("Helen Okoro and Karl Brandt held talks in Geneva.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro met Karl Brandt on Monday.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro met her Danish counterpart, Karl Brandt, on Monday.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro phoned Karl Brandt on Monday.", "call", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro was praised after holding several phone calls recently.", "call", ["Helen Okoro"]),
        ("The Canada-Denmark talks in Oslo dragged on.", "talks", ["Canada", "Denmark"]),
        ("Talks between Canada and Denmark broke down.", "talks", ["Canada", "Denmark"]),
        ("Canada suspended trade talks with Denmark.", "talks", ["Canada", "Denmark"]),
        ("Helen Okoro will have a working dinner with Karl Brandt.", "dinner", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro visited Oslo in January.", "visit", ["Helen Okoro"]),
        ("Helen Okoro could soon hold a signing ceremony with Karl Brandt.", "signing", ["Helen Okoro", "Karl Brandt"]),
        ("Chile and Peru signed a truce at talks brokered by Norway.", "talks", ["Norway"]),
        ("A call between Helen Okoro and Karl Brandt followed.", "call", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro spoke by telephone to Karl Brandt.", "call", ["Helen Okoro", "Karl Brandt"]),
        ("After eight hours of argument with Karl Brandt, Helen Okoro left.", "talks", ["Karl Brandt"]),
        ("Canada and Norway signed a fisheries treaty in Oslo.", "signing", ["Canada", "Norway"]),
        ("Helen Okoro joined Karl Brandt for talks in Oslo.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro announced that talks with Karl Brandt had failed.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro told reporters about a dinner of Karl Brandt with Leo Maas.", "dinner", ["Leo Maas"]),
        ("Helen Okoro was closeted with Karl Brandt all day.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro was received by Karl Brandt on Monday.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro will see Karl Brandt on Monday.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro warned Karl Brandt over lunch.", "dinner", ["Helen Okoro", "Karl Brandt"]),
        ("The ministers entered a third night of bargaining.", "talks", ["ministers"]),
        ("Helen Okoro and Karl Brandt talked for five hours.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("The printers and two publishers met for an hour on Monday.", "talks", ["printers"]),
        ("Helen Okoro spent three hours with Karl Brandt on Monday.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro spoke to Karl Brandt on Monday.", "call", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro granted Karl Brandt a private audience on Monday.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("Helen Okoro shuttled between Geneva and Oslo for a month.", "visit", ["Helen Okoro"]),
        ("Helen Okoro had a get-together with Karl Brandt on Monday.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("The guild will strike after talks with Norway broke down.", "talks", ["Norway"]),
        ("French and Danish envoys met in Oslo on Monday.", "talks", ["French envoys", "Danish envoys"]),
        ("The talks that Helen Okoro is to hold in Oslo on Monday were welcomed.", "talks", ["Helen Okoro"]),
        ("Norway broke off talks with Peru.", "talks", ["Norway", "Peru"]),
        ("Helen Okoro urged Karl Brandt by telephone on Monday to sign.", "call", ["Helen Okoro", "Karl Brandt"]),
        ("Mediation between the miners and Norway was called off on Monday.", "talks", ["miners", "Norway"]),
        ("Trade ministers failed on Tuesday to agree on cod.", "talks", ["Trade ministers"]),
        ("Helen Okoro intends to call the ministers together in September.", "session", ["Helen Okoro", "ministers"]),
        ("The board of the Coffee Organization met on Monday.", "talks", ["Coffee Organization"]),
        ("The treaty is to be signed in Oslo next month.", "signing", []),
        ("Five rounds of talks followed in spring.", "talks", []),
        ("The ministers reassemble on June 24.", "session", []),
        ("Talks on highlights resume next week.", "talks", []),
        ("Helen Okoro held a ninth week of meetings with engineers from both countries.", "talks", ["engineers"]),
        ("They lunched together on Monday.", "dinner", ["they"]),
        ("The two ministers dined together on Monday.", "dinner", ["the two ministers"]),
        ("The presidents are expected to talk by telephone this week.", "call", ["presidents"]),
        ("The fifth round of talks, held in a yellow van, lasted 75 minutes.", "talks", []),
        ("Helen Okoro flies to Karachi on Friday for discussions with Karl Brandt.", "visit", ["Karl Brandt"]),
        ("Helen Okoro left for Moscow on Sunday.", "visit", ["Helen Okoro"]),
        ("Helen Okoro undertook to send a delegation to Manila next month.", "visit", ["delegation"]),
        ("Helen Okoro signed after nearly an hour with Karl Brandt.", "talks", ["Helen Okoro", "Karl Brandt"]),
        ("The union and the employers return to the table on Monday.", "talks", ["union", "employers"]),
        ("Negotiators worked into Friday evening on an accord.", "talks", ["Negotiators"]),
        ("The pact was initialled in Beijing on Tuesday.", "signing", []),
        ("Helen Okoro called the ambassador in on Monday.", "talks", ["Helen Okoro", "ambassador"]),
        ("The ambassador was called in to the ministry on Monday.", "talks", ["ambassador"]),
    ],
)
def test_the_cues_arguments_take_part(read_text: ReadText, text: str, kind: str, participants: list[str]) -> None:
    meeting = one(read_text, text)
    assert meeting.kind == kind
    assert set(participants) <= {m.name for m in meeting.participants}


def test_who_reports_a_meeting_is_not_at_it(read_text: ReadText) -> None:
    meeting = one(read_text, "Helen Okoro said that Karl Brandt met Leo Maas in Oslo.")
    assert {m.name for m in meeting.participants} == {"Karl Brandt", "Leo Maas"}


@pytest.mark.parametrize(
    ("text", "place", "when", "status"),
    [
        ("Helen Okoro met Karl Brandt in Buenos Aires in December.", "Buenos Aires", "2018-12", "held"),
        ("Helen Okoro will meet Karl Brandt in Paris next week.", "Paris", "2019-W14", "planned"),
        ("Helen Okoro is expected to visit Cairo in May.", "Cairo", "2019-05", "expected"),
        ("Helen Okoro may meet Karl Brandt in Paris.", "Paris", None, "hypothetical"),
        ("Helen Okoro and Karl Brandt are holding talks in Oslo.", "Oslo", None, "ongoing"),
        ("The talks will not be held in Oslo on Monday.", "Oslo", "2019-04-01", "cancelled"),
        ("Helen Okoro cancelled a meeting with Karl Brandt in Oslo.", "Oslo", None, "cancelled"),
        ("Helen Okoro is due to meet Karl Brandt in Vienna on Monday.", "Vienna", "2019-04-01", "planned"),
        ("The next round of negotiations is scheduled for early May in Ottawa.", "Ottawa", None, "planned"),
        ("Helen Okoro arrived in Jerusalem for talks with Karl Brandt.", "Jerusalem", None, "held"),
        ("Talks on fish are expected to resume in Bergen in May.", "Bergen", "2019-05", "expected"),
        ("Helen Okoro is due in Vienna next week.", "Vienna", "2019-W14", "expected"),
        ("EU ministers are to take it up on Monday.", None, "2019-04-01", "planned"),
        ("Canada and Norway were due to hold talks in Rome on Monday.", "Rome", "2019-04-01", "planned"),
        ("The Tokyo summit ended in May.", "Tokyo", "2018-05", "held"),
        ("A fresh round is set for next week.", None, "2019-W14", "planned"),
        ("Helen Okoro wants a meeting with Karl Brandt.", None, None, "hypothetical"),
        ("The Geneva meeting between Okoro and Brandt lasted five hours.", "Geneva", None, "held"),
    ],
)
def test_a_meeting_has_place_time_and_status(
    read_text: ReadText, text: str, place: str | None, when: str | None, status: str
) -> None:
    meeting = one(read_text, text)
    assert (meeting.place, meeting.status) == (place, status)
    assert when is None or (meeting.when is not None and meeting.when.edtf == when)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told a press conference that progress was slow.",
        "The proposal does not meet the demands of the union.",
        "They met their targets.",
        "Bankers said the talks were difficult.",
        "Nobody talks about it.",
        "She rejected the call for a vote.",
        "In a radio interview Helen Okoro praised Karl Brandt.",
        "Helen Okoro read the paper for five hours.",
        "Helen Okoro met reporters on Monday.",
        "She is due a pension in March.",
        "Helen Okoro resumed work on Monday.",
        "No new meeting was planned.",
        "She will review the book on Friday.",
        "Helen Okoro saw prices fall on Monday.",
        "Helen Okoro refused to sit down with Karl Brandt.",
        "Helen Okoro would not meet Karl Brandt.",
        "Helen Okoro and Karl Brandt have not met since May.",
        "Tens of thousands gathered in Oslo on Monday.",
        "Talks between ministers are a waste of time.",
        "Neither minister met the envoy in Geneva.",
        "Nobody met the envoy in Geneva on Monday.",
        "Neither Helen Okoro nor Karl Brandt visited Oslo.",
        "Helen Okoro neither met nor phoned Karl Brandt on Monday.",
        "Helen Okoro no longer meets Karl Brandt.",
        "The cars meet Danish rules.",
        "Helen Okoro will not travel to Oslo on Monday.",
        "The pilots failed on Tuesday to land in the fog.",
        "The letter is to be signed in ink.",
        "Helen Okoro threatened to attend the summit.",
        "Until we meet again.",
        "Norway called its loans in on Monday.",
        "Norway sent troops to Lima on Monday.",
        "Helen Okoro sent a letter to Lima on Monday.",
        "The workers returned to the factory on Monday.",
        "Helen Okoro slept after an hour with a book.",
        "The nurses worked into the night.",
    ],
)
def test_other_words_are_no_meetings(read_text: ReadText, text: str) -> None:
    assert read_text(text).meetings == ()


def test_tellings_of_one_meeting_share_its_event(read_text: ReadText) -> None:
    text = "Helen Okoro and Karl Brandt held talks in Oslo on Monday. The talks in Oslo ended without a deal."
    first, second = read_text(text, THURSDAY).meetings
    assert first.event == second.event
    assert second.participants == first.participants


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("OSLO, March 28 - Helen Okoro held talks with Karl Brandt, officials said.", "Oslo"),
        ("OSLO, March 28 - Helen Okoro will meet Karl Brandt here on Monday.", "Oslo"),
        ("OSLO, March 28 - Helen Okoro will meet Karl Brandt in Rome on Monday.", "Rome"),
        ("OSLO, March 28 - Helen Okoro will meet Karl Brandt on Monday.", None),
        ("OSLO, March 28 - Helen Okoro met Karl Brandt in December.", None),
        ("Helen Okoro met Karl Brandt in the hospital chapel on Monday.", "hospital chapel"),
    ],
)
def test_talks_without_a_place_are_where_the_report_is_sent_from(
    read_text: ReadText, text: str, place: str | None
) -> None:
    assert one(read_text, text).place == place
