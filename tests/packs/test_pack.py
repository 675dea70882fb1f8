from __future__ import annotations

import re
import shutil
from calendar import monthrange
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from kg.errors import PackError
from kg.files import data_dir
from kg.kinds import InstitutionKind
from kg.model import INSTITUTIONS
from kg.packs import Office, Pack


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the curated data, to break."""
    return Path(shutil.copytree(data_dir("seeds"), tmp_path / "seeds", ignore=shutil.ignore_patterns("articles")))


def test_every_polity_has_one_code_and_one_name(pack: Pack) -> None:
    assert max(Counter(p.code for p in pack.polities).values()) == 1
    assert max(Counter(p.name for p in pack.polities).values()) == 1


def test_no_name_or_alias_denotes_two_polities(pack: Pack) -> None:
    names = Counter(name for p in pack.polities for name in {p.name, *p.aliases})
    assert [name for name, n in names.items() if n > 1] == []


def test_every_institution_has_one_key_a_known_kind_and_a_known_polity(pack: Pack) -> None:
    codes = {p.code for p in pack.polities}
    assert max(Counter(i.key for i in pack.known_institutions).values()) == 1
    assert {i.kind for i in pack.known_institutions} <= set(get_args(InstitutionKind)) == {*INSTITUTIONS, "institution"}
    assert {i.polity for i in pack.known_institutions} - codes <= {""}


def test_every_office_is_of_a_known_polity_or_institution_for_a_span_of_time(pack: Pack) -> None:
    known = {p.code for p in pack.polities} | {f"inst:{i.key}" for i in pack.known_institutions}
    for office in pack.offices:
        assert office.polity in known, office
        assert office.holder.strip() == office.holder, office
        assert not office.until or office.from_ <= office.until, office


# Offices that many hold at once.
SHARED = {
    ("CH", "Federal Councillor"),
    ("CN", "State Councilor"),
    ("CN", "Vice Premier"),
    ("RU", "Deputy Prime Minister"),
    ("RU", "First Deputy Prime Minister"),
}


def surely_held(term: Office) -> tuple[date, date]:
    """From the last day a term can have begun to the first day it can have ended: coarse dates leave less between."""
    last = term.until or term.source.rpartition("; as of ")[2]
    return max(days(term.from_)), min(days(last))


def days(text: str) -> tuple[date, date]:
    """The first and the last day of YYYY, YYYY-MM or YYYY-MM-DD."""
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    last_month = month or 12
    return date(year, month or 1, day or 1), date(year, last_month, day or monthrange(year, last_month)[1])


def test_no_two_hold_an_office_of_one_holder_at_the_same_time(pack: Pack) -> None:
    terms: dict[tuple[str, str], list[Office]] = {}
    for term in pack.offices:
        terms.setdefault((term.polity, term.office), []).append(term)
    clashes = [
        (*key, one.holder, other.holder)
        for key, held in terms.items()
        if key not in SHARED
        for one, other in combinations(held, 2)
        for (start, end), (other_start, other_end) in [(surely_held(one), surely_held(other))]
        if (min(end, other_end) - max(start, other_start)).days > 7
    ]
    assert clashes == []


def test_the_offices_that_many_hold_are_in_the_list_of_offices(pack: Pack) -> None:
    assert {(term.polity, term.office) for term in pack.offices} >= SHARED


def test_the_offices_are_in_order_each_term_once(pack: Pack) -> None:
    keys = [(term.polity, term.office, term.from_, term.holder) for term in pack.offices]
    assert keys == sorted(set(keys))


def test_a_holder_of_offices_is_spelt_one_way_in_plain_letters(pack: Pack) -> None:
    holders = {term.holder for term in pack.offices}
    assert [holder for holder in sorted(holders) if not holder.isascii()] == []
    bare = Counter("".join(c for c in holder.casefold() if c.isalnum()) for holder in holders)
    assert [name for name, spellings in bare.items() if spellings > 1] == []


def test_an_open_term_says_of_which_year_its_source_is(pack: Pack) -> None:
    assert [term for term in pack.offices if not term.until and not re.search(r"; as of \d{4}$", term.source)] == []


def test_no_name_or_alias_denotes_two_institutions(pack: Pack) -> None:
    names = Counter(name for i in pack.known_institutions for name in {i.name, *i.aliases})
    assert [name for name, n in names.items() if n > 1] == []


def office(first: str, until: str, source: str = "the ministry's own list") -> Office:
    return Office(polity="NO", office="Fisheries Minister", holder="Kari Vik", from_=first, until=until, source=source)


@pytest.mark.parametrize(
    ("first", "until", "day", "held"),
    [
        ("2019-03-05", "2021-06-16", date(2019, 3, 5), True),
        ("2019-03-05", "2021-06-16", date(2019, 3, 4), False),
        ("2019-03-05", "2021-06-16", date(2021, 6, 16), True),
        ("2019-03-05", "2021-06-16", date(2021, 6, 17), False),
        ("2019-03", "2021-06", date(2019, 3, 1), True),
        ("2019-03", "2021-06", date(2021, 6, 30), True),
        ("2019-03", "2021-06", date(2021, 7, 1), False),
        ("2019", "2021", date(2019, 1, 1), True),
        ("2019", "2021", date(2021, 12, 31), True),
        ("2019", "2021", date(2018, 12, 31), False),
        ("2019", "", date(2050, 1, 1), True),
    ],
)
def test_an_office_is_held_from_its_first_to_its_last_day(first: str, until: str, day: date, held: bool) -> None:
    assert office(first, until).held_on(day) is held


def test_an_open_term_ends_with_the_year_of_its_source() -> None:
    open_term = office("2019-03-05", "", "the ministry's own list; as of 2021")
    assert open_term.held_on(date(2021, 12, 31))
    assert not open_term.held_on(date(2022, 1, 1))


def test_the_digest_changes_with_what_extraction_reads_and_with_nothing_else(seeds: Path) -> None:
    before = Pack(seeds).language_digest
    with (seeds / "offices.csv").open("a") as offices:
        offices.write("NO,Fisheries Minister,Kari Vik,2019,2021,own list\n")
    assert Pack(seeds).language_digest == before
    with (seeds / "polities.csv").open("a") as polities:
        polities.write("XX,Freedonia,country,,Freedonian,,,a film\n")
    assert Pack(seeds).language_digest != before


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("packs/core/cues.yaml", "speech:", "speach:", "speach"),
        ("packs/core/cues.yaml", "mental: [", "mental: {", "cues.yaml"),
        ("packs/core/people.yaml", "courtesy: [", "courtesy: 3\nignored: [", "courtesy|ignored"),
        ("packs/core/issues.yaml", "- issue: trade\n", "- isue: trade\n", "isue"),
        ("polities.csv", "country", "kingdom", "Andorra|AD"),
        ("institutions.csv", "key,name", "key,nom", "nom|name"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(seeds: Path, file: str, old: str, new: str, reason: str) -> None:
    path = seeds / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(PackError, match=reason) as raised:
        Pack(seeds)
    assert Path(file).name in str(raised.value)


def test_a_missing_file_is_named(seeds: Path) -> None:
    (seeds / "offices.csv").unlink()
    with pytest.raises(PackError, match=r"offices\.csv"):
        Pack(seeds)
