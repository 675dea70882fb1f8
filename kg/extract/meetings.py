"""Encounters: who takes part by the grammar of the cue, where, when, and whether it was held or is to be."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import agent_of, passive_guest
from kg.extract.dates import Dated, dates_between, is_moment
from kg.extract.encounters import Encounter, Stage
from kg.extract.extents import hangs_on, reach, within_clause
from kg.extract.meeting_cues import find_encounters
from kg.extract.meeting_parties import are_carried, carried, participants_of, unsaid
from kg.extract.meeting_places import is_present, place_of
from kg.extract.mentions import Mentions
from kg.extract.moods import Mood, mood_of
from kg.extract.text import Text
from kg.model import Meeting, MeetingStatus, Mention, When

CONFIDENCE = {
    "noun": 0.75,
    "verb": 0.85,
    "travel": 0.75,
    "phone": 0.85,
    "invitation": 0.6,
    "arrival": 0.65,
    "session": 0.6,
}

LONGEST = 300
CLOSED = frozenset({"relcl", "advcl", "ccomp", "parataxis", "xcomp"})

INFORMAL = frozenset(
    {
        "want",
        "hope",
        "wish",
        "ask",
        "seek",
        "offer",
        "propose",
        "urge",
        "like",
        "request",
        "consider",
        "ready",
        "willing",
        "call",
    }
)

EXPECTED = frozenset({"expect", "likely", "anticipate"})

MEMORY = 50
"""How many tellings back a telling can refer to."""
BACK = frozenset({"the", "those", "these", "that", "this"})
SET = frozenset("schedule plan set postpone arrange delay pencil reschedule put bring".split())
LEFT = frozenset({("pull", "out"), ("back", "out"), ("withdraw", "from"), ("drop", "out"), ("stay", "away")})
CANCELLED = frozenset({"cancel", "scrap", "call", "abandon", "boycott", "skip"})


def meetings(text: Text, mentions: Mentions, dates: list[Dated]) -> Iterator[Meeting]:
    """The encounters of the article in the order of their cues, tellings of one sharing its event."""
    stage = Stage(text, mentions, dates)
    told: list[Meeting] = []
    taken: list[tuple[int, int, int]] = []
    for encounter in find_encounters(stage):
        start, end = _phrase(stage, encounter)
        if encounter.rule != "noun" and any(
            s <= encounter.token < e and v == encounter.verb for s, e, v in taken[-MEMORY:]
        ):
            continue
        taken.append((start, end, encounter.verb if encounter.verb is not None else -1))
        meeting = _record(stage, encounter, start, end, told)
        told.append(meeting)
        yield meeting


def _record(stage: Stage, encounter: Encounter, start: int, end: int, told: list[Meeting]) -> Meeting:
    text = stage.text
    when = _when(stage, encounter, start, end)
    place = place_of(stage, encounter, end)
    parties = tuple(f.mention(text) for f in participants_of(stage, encounter))
    status = _status(stage, encounter, when, start, end)
    earlier = _earlier(text, encounter, told, parties, place, when)
    if place is None and earlier is not None:
        place = earlier.place
    if place is None and is_present(text, encounter, status, when):
        place = stage.sent_from[text.sentence_of[encounter.token]]
    if are_carried(encounter) and len(parties) < 2:
        parties = carried(told, earlier, encounter.kind, parties) or unsaid(text, encounter)
    evidence = text.evidence(start, end, f"meeting-{encounter.rule}", CONFIDENCE[encounter.rule])
    return Meeting(
        evidence=evidence,
        event=earlier.event if earlier is not None else f"{evidence.start}-{evidence.end}",
        kind=encounter.kind,
        participants=parties,
        place=place,
        status=status,
        when=when,
    )


def _phrase(stage: Stage, encounter: Encounter) -> tuple[int, int]:
    """From the subject, where it is near, to the end of what belongs to the cue."""
    text, i = stage.text, encounter.token
    first, last = _span(text, i)
    if encounter.verb is not None:
        start = min(first, encounter.verb)
        tails = [
            j
            for j in text.children[encounter.verb]
            if j > encounter.verb and text.deps[j] in ("prep", "npadvmod", "dobj", "advmod", "prt", "obj")
        ]
        last = max([last, encounter.verb + 1, *(_span(text, j)[1] for j in tails)])
        if encounter.joins:
            agent = agent_of(text, encounter.verb)
            agent = passive_guest(text, encounter.verb) if encounter.rule == "verb" and agent is None else agent
            start = min(start, _span(text, agent)[0]) if agent is not None else start
        first = start if text.starts[min(last, len(text.words)) - 1] - text.starts[start] <= LONGEST else first
    return within_clause(text, first, last, max(i, encounter.verb or 0), LONGEST)


def _span(text: Text, head: int) -> tuple[int, int]:
    """What belongs to a noun, or to a verb behind it."""
    start, end = reach(text, head, CLOSED)
    return (head if text.pos[head] == "VERB" else start), end


def _when(stage: Stage, encounter: Encounter, start: int, end: int) -> When | None:
    """The time in the phrase, or that hangs on the cue or its verb."""
    text = stage.text
    sentence = text.sentences[text.sentence_of[encounter.token]]
    here = [d for d in dates_between(stage.dates, *sentence) if is_moment(d)]
    inside = [d for d in here if encounter.token - 6 <= d.start < end and start <= d.start]
    hanging = [d for d in here if hangs_on(text, d.start, {encounter.token, encounter.verb})]
    chosen = sorted(hanging or inside, key=lambda d: abs(d.start - encounter.token))
    return chosen[0].record.when if chosen else None


def _status(stage: Stage, encounter: Encounter, when: When | None, start: int, end: int) -> MeetingStatus:
    text = stage.text
    published = text.article.published
    ahead = when is not None and when.earliest is not None and published is not None and when.earliest > published
    if encounter.rule in ("invitation", "session"):
        return "planned"
    if encounter.rule == "arrival":
        return "expected"
    verb = encounter.verb
    if verb is None or text.pos[verb] not in ("VERB", "AUX"):
        return "planned" if ahead else "held"
    mood = mood_of(text, verb)
    if mood.negated and text.deps[encounter.token] in ("nsubj", "nsubjpass"):
        return "cancelled"
    if text.lemmas[verb] in CANCELLED and (text.lemmas[verb] != "call" or "off" in text.lower[verb : verb + 3]):
        return "cancelled"
    if encounter.joins and encounter.rule == "noun" and text.lemmas[verb] in INFORMAL:
        return "hypothetical"
    if text.lemmas[verb] in SET:
        return "planned"
    if encounter.rule == "noun" and (text.lemmas[verb], *text.lower[verb + 1 : verb + 2]) in LEFT:
        return "cancelled"
    return _by_mood(text, mood, ahead, stage.date_in(start, end) is not None)


def _by_mood(text: Text, mood: Mood, ahead: bool, dated: bool) -> MeetingStatus:
    if mood.conditional or mood.form == "may":
        return "hypothetical"
    if mood.form == "future":
        return "planned"
    if mood.form == "would":
        return "planned" if dated else "hypothetical"
    if mood.form == "infinitive":
        return _intended(text, mood)
    if mood.negated:
        return "cancelled"
    if mood.form in ("present", "progressive"):
        return "planned" if ahead else "ongoing" if mood.form == "progressive" else "planned" if dated else "held"
    return "planned" if ahead else "held"


def _intended(text: Text, mood: Mood) -> MeetingStatus:
    """ "Is due to meet", "is expected to", "hopes to"; "landed to meet" is held."""
    above = text.lemmas[mood.governor] if mood.governor is not None else ""
    if above in EXPECTED:
        return "expected"
    if above in INFORMAL:
        return "hypothetical"
    if above in ("know", "report", "begin", "continue", "say", "believe"):
        return "held"
    return "planned"


def _earlier(
    text: Text,
    encounter: Encounter,
    told: list[Meeting],
    parties: tuple[Mention, ...],
    place: str | None,
    when: When | None,
) -> Meeting | None:
    """The last telling that agrees in kind, place and time, when this one refers back or has the same parties.

    "The talks" without parties are rather those of a noun told before than what a verb told.
    """
    determiner = next((text.lower[j] for j in text.children[encounter.token] if text.deps[j] == "det"), "")
    names = {p.name for p in parties}
    alike = [
        meeting
        for meeting in reversed(told[-MEMORY:])
        if meeting.kind == encounter.kind and _agree(meeting.place, place) and _agree(_day(meeting.when), _day(when))
    ]
    if determiner in BACK and not parties:
        return next((m for m in alike if m.evidence.rule == "meeting-noun"), next(iter(alike), None))
    stated = place is not None or when is not None or determiner in ("the", "those", "these")
    return next((m for m in alike if stated and names & {p.name for p in m.participants}), None)


def _day(when: When | None) -> str | None:
    return when.edtf if when is not None else None


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
