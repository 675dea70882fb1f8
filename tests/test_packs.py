from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kg.errors import PackError
from kg.files import data_dir
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
    assert {i.kind for i in pack.known_institutions} <= {*INSTITUTIONS, "institution"}
    assert {i.polity for i in pack.known_institutions} - codes <= {""}


def test_every_office_is_of_a_known_polity_or_institution_for_a_span_of_time(pack: Pack) -> None:
    known = {p.code for p in pack.polities} | {f"inst:{i.key}" for i in pack.known_institutions}
    for office in pack.offices:
        assert office.polity in known, office
        assert office.holder.strip() == office.holder, office
        assert not office.until or office.from_ <= office.until, office


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
