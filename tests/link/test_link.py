"""Links between hand-made moves of several articles: what is linked, what is not, and the laws of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from kg.link import Linked, link
from kg.link.candidates import LATEST, candidates
from kg.link.tellings import tellings
from kg.link.words import length, overlap, stems
from kg.model import Article, ArticleRecords, Commitment, Evidence, Factuality, Mention, MoveKind, When
from kg.packs import Pack
from kg.rdf import record_iri
from kg.resolve import Resolution, resolve

CODES = {"Japan": "JP", "South Korea": "KR", "Norway": "NO"}


@dataclass(frozen=True)
class Move:
    """A move for a test: who, what kind, what, by when."""

    who: str
    kind: MoveKind
    content: str
    due: date | None = None
    told: Factuality = "asserted"
    to: str | None = None
    amount: float | None = None
    lead: str = ""

    @property
    def passage(self) -> str:
        return f"{self.who} {self.lead} says{f' to {self.to}' if self.to else ''}: {self.content}."


def article(name: str, published: date, *moves: Move, gap: int = 500) -> ArticleRecords:
    text, mentions, records = "", [], []
    for move in moves:
        start = len(text)
        text += move.passage + "\n\n" + "." * gap + "\n\n"

        def evidence(length: int, at: int = start) -> Evidence:
            return Evidence(article=name, start=at, end=at + length, rule="test", confidence=1.0)

        def party(who: str, at: int, evidence: Callable[..., Evidence] = evidence) -> Mention:
            return Mention(evidence=evidence(len(who), at), form="name", kind="polity", name=who, polity=CODES[who])

        who = party(move.who, start)
        to = (party(move.to, start + move.passage.index(move.to)),) if move.to else ()
        first = start + move.passage.index(move.content)
        mentions += [who, *to, *(party(asked, first) for asked in CODES if move.content.startswith(asked))]
        records.append(
            Commitment(
                evidence=evidence(len(move.passage)), kind=move.kind, actors=(who,), beneficiaries=to,
                content=move.content, content_start=first, content_end=first + len(move.content), amount=move.amount,
                factuality=move.told,
                deadline=When(edtf=move.due.isoformat(), earliest=move.due, latest=move.due) if move.due else None,
            )
        )  # fmt: skip
    about = Article(identifier=name, text=text, sha256=name, published=published)
    return ArticleRecords(article=about, mentions=tuple(mentions), commitments=tuple(records))


def resolved(pack: Pack, *articles: ArticleRecords) -> Resolution:
    return resolve(articles, pack)


def kinds(linked: Linked) -> set[tuple[str, str]]:
    return {(one.kind, one.rule) for one in linked.links}


JANUARY, MARCH = date(2020, 1, 10), date(2020, 3, 10)
PLEDGE = Move("Japan", "pledge", "reopen its ports to Korean oysters", date(2020, 5, 1))

CASES = [
    (Move("Japan", "pledge", "reopen the ports to oysters from Korea"), {("same-commitment", "same-words")}),
    (Move("Japan", "pledge", "again reopen its ports to Korean oysters"), {("reaffirms", "said-again")}),
    (
        Move("Japan", "pledge", "reopen its ports to Korean oysters", date(2020, 5, 20)),
        {("conflicts-with", "other-deadline")},
    ),
    (Move("Japan", "fulfilment", "reopened its ports to Korean oysters"), {("fulfils", "same-undertaking")}),
    (Move("Japan", "breach", "its word to reopen its ports to oysters"), {("breaks", "same-undertaking")}),
    (Move("Japan", "denial", "it would reopen its ports to oysters"), {("conflicts-with", "denied")}),
    (Move("Japan", "refusal", "reopen its ports to oysters"), {("conflicts-with", "went-back")}),
    (Move("Japan", "fulfilment", "its word to open ports to oysters"), {("fulfils", "same-undertaking")}),
    (Move("Japan", "denial", "a date had been fixed"), {("conflicts-with", "denied-day")}),
    (Move("Japan", "agreement", "reopen its ports to Korean oysters"), {("same-commitment", "same-words")}),
    (Move("Japan", "refusal", "reopened its ports to oysters", told="negated"), set()),
    # Another party, another product, another year, and too little in common.
    (Move("Norway", "pledge", "reopen its ports to Korean oysters"), set()),
    (Move("Japan", "pledge", "sell stocks of rice"), set()),
    (Move("Japan", "pledge", "reopen its ports to Korean oysters", date(2021, 5, 1)), set()),
    (Move("Japan", "fulfilment", "lowered its tax on cars"), set()),
]


@pytest.mark.parametrize(("later", "expected"), CASES, ids=lambda case: getattr(case, "passage", ""))
def test_a_pledge_is_followed_up_in_a_later_article(pack, later, expected):
    linked = link(resolved(pack, article("a.txt", JANUARY, PLEDGE), article("b.txt", MARCH, later)))
    assert kinds(linked) == expected


def test_what_is_not_yet_done_after_its_day_is_broken(pack):
    late = Move("Japan", "refusal", "reopen its ports to oysters", told="negated")
    linked = link(resolved(pack, article("a.txt", JANUARY, PLEDGE), article("b.txt", date(2020, 5, 2), late)))
    assert kinds(linked) == {("breaks", "not-yet")}


CLOSE = [
    (Move("Norway", "demand", "a halt", to="Japan"), Move("Japan", "refusal", "say when"), "answers-next"),
    (Move("Norway", "demand", "a written guarantee"), Move("Japan", "refusal", "any guarantee"), "answers-next"),
    (Move("Japan", "breach", "its word to Norway"), Move("Japan", "denial", "the charge"), "denied-charge"),
    (Move("Norway", "demand", "a halt", to="Japan"), Move("South Korea", "refusal", "say when"), None),
    (Move("Norway", "demand", "a written guarantee"), Move("Japan", "pledge", "lower its tax on cars"), None),
    (Move("Japan", "pledge", "lower its tax on cars"), Move("Japan", "denial", "the charge"), None),
]


@pytest.mark.parametrize(("first", "then", "rule"), CLOSE)
def test_what_is_said_a_sentence_on_is_an_answer(pack, first, then, rule):
    linked = link(resolved(pack, article("a.txt", JANUARY, first, then, gap=40)))
    assert {one.rule for one in linked.links} == ({rule} if rule else set())


NOT_LINKED_NOW = [
    # What a pronoun means is looked for a sentence back: not in all that stands before it.
    (Move("Norway", "demand", "a halt to whaling", to="Japan"), Move("South Korea", "refusal", "it")),
    # A demand that begins with who is to do it is not answered by others.
    (Move("Norway", "demand", "Japan lower the tax on cars"), Move("South Korea", "refusal", "lower the tax on cars")),
]


@pytest.mark.parametrize(("first", "then"), NOT_LINKED_NOW)
def test_what_was_asked_of_another_is_not_answered(pack, first, then):
    assert not link(resolved(pack, article("a.txt", JANUARY, first, then, gap=40))).links


AGAIN = [
    ("a written guarantee, again", {("reaffirms", "said-again")}),
    ("once more, a written guarantee", {("reaffirms", "said-again")}),
    ("a written guarantee", {("same-commitment", "same-words")}),
    ("once more, a tax on cars", set()),
]


@pytest.mark.parametrize(("content", "expected"), AGAIN)
def test_a_demand_that_is_repeated_is_reaffirmed(pack, content, expected):
    first, then = Move("Norway", "demand", "a written guarantee"), Move("Norway", "demand", content)
    assert kinds(link(resolved(pack, article("a.txt", JANUARY, first), article("b.txt", MARCH, then)))) == expected


GIVEN = [
    (Move("Japan", "breach", "its word", lead="after oysters from Korean ports"), {("breaks", "word-given")}),
    (Move("Japan", "fulfilment", "its word", lead="after oysters from Korean ports"), {("fulfils", "word-given")}),
    (
        Move("Japan", "fulfilment", "its word", told="negated", lead="on oysters at its ports"),
        {("breaks", "word-given")},
    ),
    (Move("Japan", "breach", "its word", told="hypothetical", lead="on oysters at its ports"), set()),
    (Move("Japan", "breach", "its word", lead="on the tax on cars"), set()),
    (Move("Norway", "breach", "its word", lead="on oysters at its ports"), set()),
    (Move("Japan", "fulfilment", "opened its ports to oysters", told="negated"), {("breaks", "same-undertaking")}),
]


@pytest.mark.parametrize(("later", "expected"), GIVEN)
def test_a_word_that_was_kept_or_broken_is_known_by_what_stands_beside_it(pack, later, expected):
    linked = link(resolved(pack, article("a.txt", JANUARY, PLEDGE), article("b.txt", MARCH, later)))
    assert kinds(linked) == expected


def test_a_promise_inside_what_is_told_of_its_breach_is_what_was_broken(pack):
    told = article("a.txt", JANUARY, Move("Japan", "breach", "its promise to reopen its ports to oysters"))
    (breach,) = told.commitments
    start = breach.content_start
    promise = replace(
        breach, kind="pledge", evidence=replace(breach.evidence, start=start), content=breach.content[15:],
        content_start=start + 15,
    )  # fmt: skip
    linked = link(resolved(pack, replace(told, commitments=(breach, promise))))
    assert kinds(linked) == {("breaks", "its-own-words")}


DEMAND = Move("South Korea", "demand", "an end to the Japanese ban on oysters")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Move("Japan", "pledge", "end the ban on oysters"), {("answers", "answers-demand")}),
        (Move("Japan", "refusal", "end the ban on oysters"), {("answers", "answers-demand")}),
        (Move("South Korea", "pledge", "end the ban on oysters"), set()),
        (Move("Japan", "pledge", "lower the tax on cars"), set()),
    ],
)
def test_a_demand_is_answered_by_another_side_only(pack, answer, expected):
    linked = link(resolved(pack, article("a.txt", JANUARY, DEMAND), article("b.txt", MARCH, answer)))
    assert kinds(linked) == expected


def test_the_standing_is_raised_by_later_records_and_never_lowered(pack):
    linked = link(
        resolved(
            pack,
            article("a.txt", JANUARY, PLEDGE),
            article("b.txt", MARCH, Move("Japan", "fulfilment", "reopened its ports to Korean oysters")),
            article("c.txt", MARCH + timedelta(9), Move("Japan", "pledge", "reopen its ports to oysters from Korea")),
        )
    )
    assert [(step.place, step.kind, step.standing) for step in linked.steps] == [
        (1, None, "open"), (2, "fulfils", "done"), (3, "same-commitment", "done")
    ]  # fmt: skip


def test_a_fulfilment_printed_before_the_pledge_raises_nothing(pack):
    done = article("a.txt", JANUARY, Move("Japan", "fulfilment", "reopened its ports to Korean oysters"))
    linked = link(resolved(pack, done, article("b.txt", MARCH, PLEDGE)))
    assert [step.standing for step in linked.steps] == ["open"]


def test_articles_that_give_two_deadlines_and_one_that_is_silent_are_told_apart(pack):
    moved = Move("Japan", "pledge", "reopen its ports to Korean oysters", date(2020, 5, 20))
    silent = Move("Japan", "pledge", "reopen its ports to Korean oysters")
    linked = link(
        resolved(
            pack,
            article("a.txt", JANUARY, PLEDGE),
            article("b.txt", MARCH, moved),
            article("c.txt", MARCH, silent),
        )
    )
    assert [(one.slot, one.value, one.excludes) for one in linked.variants] == [
        ("deadline", "2020-05-01", True), ("deadline", "2020-05-20", True), ("deadline", None, True)
    ]  # fmt: skip


def test_the_order_of_the_articles_changes_nothing(pack):
    articles = [
        article("a.txt", JANUARY, PLEDGE, DEMAND),
        *(article(f"{n}.txt", MARCH, later) for n, (later, _) in enumerate(CASES[:5])),
    ]
    first = link(resolved(pack, *articles))
    for other in list(permutations(articles))[::97]:
        assert link(resolved(pack, *other)) == first


def test_a_telling_is_compared_with_a_bounded_number_of_others(pack):
    """However many articles tell of the same, so that time grows with their number and not with its square."""
    told = tellings(resolved(pack, *(article(f"{n:03}.txt", JANUARY + timedelta(n), PLEDGE) for n in range(150))))
    most = max(len(others) for _, others in candidates(told))
    assert LATEST <= most <= LATEST * (1 + len(told[0].about)) < 150 * 2


def test_every_end_of_a_link_is_a_record(pack):
    articles = [article("a.txt", JANUARY, PLEDGE), article("b.txt", MARCH, CASES[3][0])]
    nodes = {record_iri(move) for records in articles for move in records.commitments}
    for one in link(resolved(pack, *articles)).links:
        assert {one.earlier, one.later} <= nodes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a 90-day truce", ("90-day", 90)),
        ("a three-month truce", ("three-month", 90)),
        ("two days of talks", ("two days", 2)),
        ("a full day of talks", ("a full day", 1)),
        ("the truce", None),
        ("some days", None),
    ],
)
def test_a_length_of_time_is_read(text, found):
    assert length(text) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("cutting its tariffs", "reduce duties", True),
        ("purchases of soybeans", "buy soybeans", True),
        ("scrapped", "scrap", True),
        ("raise tariffs", "lower tariffs", False),
        ("withdrew its troops", "withdraw its troops", True),
        ("paid its debts", "payment of its debts", True),
        ("an apology", "refused to apologise", True),
        ("a reduction of output", "cut production", True),
        ("three days", "five days", False),
    ],
)
def test_stems_and_senses_tell_what_is_of_one_thing(one, other, same):
    assert (overlap(stems(one), stems(other)) == 1.0) == same
