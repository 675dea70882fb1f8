"""A user's pack over the core: what it adds, and what is said where a file of it is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import PackError
from kg.packs import Pack

Write = Callable[..., Path]
ABOUT = "name: fisheries\nlabel: Fisheries\n"
CONCEPT = (
    "- {issue: cod, label: Cod, definition: A fish., phrases: [cod], yes: [Cod is a fish.], no: [Fish is food.]}\n"
)
POLITY = "code,name,kind,source\n"
BODY = "key,name,kind,polity,source\n"
OFFICE = "polity,office,holder,from,until,source\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A pack of these files, by name without suffix."""

    def folder(name: str = "pack", **files: str) -> Path:
        path = tmp_path / name
        path.mkdir()
        (path / "pack.yaml").write_text(ABOUT)
        for stem, text in files.items():
            suffix = "csv" if stem in ("polities", "institutions", "offices") else "yaml"
            (path / f"{stem}.{suffix}").write_text(text, "utf-8")
        return path

    return folder


def test_words_rows_and_phrases_are_added_to_the_core(write: Write, pack: Pack) -> None:
    folder = write(
        cues="speech: [trumpet]\n",
        people="heads: [harbourmaster]\n",
        issues="- {issue: tariffs, phrases: [harbour toll]}\n"
        + CONCEPT.replace("phrases", "broader: [trade], phrases"),
        polities="code,name,kind,aliases,demonyms,metonyms,wikidata,source\nXF,Freedonia,country,,,,,a film\n",
        institutions="key,name,kind,polity,aliases,source\nfpa,Port Authority,government-office,XF,FPA;PA,a film\n",
        offices=OFFICE + "XF,Premier,Rufus Firefly,1933,,a film\ninst:fpa,Head,A B,1933,,x\n",
    )
    both = Pack(overlays=[folder])
    assert both.cues.speech == pack.cues.speech | {"trumpet"}
    assert both.people.heads == pack.people.heads | {"harbourmaster"}
    assert both.polities == (*pack.polities, both.polities[-1])
    assert both.polities[-1].name == "Freedonia"
    assert both.known_institutions[-1].aliases == ("FPA", "PA")
    assert [office.holder for office in both.offices[-2:]] == ["Rufus Firefly", "A B"]
    tariffs = next(entry for entry in both.issues if entry.issue == "tariffs")
    assert tariffs.phrases[-1] == "harbour toll"
    assert len(tariffs.phrases) > 1
    (own,) = both.own_issues
    assert (own.issue, own.label, own.broader) == ("fisheries/cod", "Cod", ("trade",))


def test_the_last_of_several_packs_has_the_last_word(write: Write, tmp_path: Path) -> None:
    row = POLITY + "NO,{},country,own list\n"
    first, second = (write(name, polities=row.format(name)) for name in ("Norge", "Noreg"))
    (second / "pack.yaml").write_text(ABOUT.replace("fisheries", "other"))
    assert next(p.name for p in Pack(overlays=[first, second]).polities if p.code == "NO") == "Noreg"
    assert next(p.name for p in Pack(overlays=[second, first]).polities if p.code == "NO") == "Norge"


def test_a_pack_may_build_on_the_issues_of_the_one_below(write: Write) -> None:
    below = write("below", issues=CONCEPT)
    above = write("above", issues=CONCEPT.replace("issue: cod", "issue: baby-cod, broader: [fisheries/cod]"))
    (above / "pack.yaml").write_text(ABOUT.replace("fisheries", "young"))
    own = {entry.issue: entry.broader for entry in Pack(overlays=[below, above]).own_issues}
    assert own == {"fisheries/cod": (), "young/baby-cod": ("fisheries/cod",)}


def test_the_digest_changes_with_the_words_and_not_with_examples_comments_or_offices(write: Write) -> None:
    folder = write(cues="speech: [trumpet]\n")
    before = Pack(overlays=[folder]).language_digest
    assert before != Pack().language_digest
    examples = "examples: [{of: speech, yields: {record: statement}, yes: [Peru trumpeted that it had won.], no: []}]\n"
    (folder / "cues.yaml").write_text(f"# loud\nspeech: [trumpet]\n{examples}")
    (folder / "offices.csv").write_text("polity,office,holder,from,until,source\nNO,Harbourmaster,A B,1933,,x\n")
    assert Pack(overlays=[folder]).language_digest == before
    (folder / "cues.yaml").write_text("speech: [trumpet, toot]\n")
    assert Pack(overlays=[folder]).language_digest != before


def test_yes_no_and_country_codes_are_words_and_a_file_of_comments_is_empty(write: Write) -> None:
    folder = write(people="heads: [no, yes, on, 2019-03-05]\n", cues="# nothing yet\n", issues="# nothing yet\n")
    with_words = Pack(overlays=[folder])
    assert with_words.people.heads >= {"no", "yes", "on", "2019-03-05"}


@pytest.mark.parametrize(
    ("files", "entry", "key", "message"),
    [
        ({"cues": "speach: [x]"}, "", "speach", "there is no key `speach`; there are examples, speech, mental"),
        ({"cues": "speech: shout"}, "`speech`", "speech", "cues.yaml, `speech`: expected a list, found a text"),
        ({"cues": "speech: [3]"}, "`speech`, entry 1", "speech", "expected a text, found a number"),
        ({"cues": "object: {asked: [x]}"}, "`object`", "object", "'asked' is not known here; there are asserted"),
        ({"cues": "- speech"}, "", "", "expected keys with values, found a list"),
        ({"cues": "speech: [a\n"}, "line 2", "", "did not find expected"),
        ({"cues": "speech: [a]\nspeech: [b]\n"}, "line 2", "", "the key `speech` stands twice"),
        ({"cues": "speech: !!python/object:os.system [x]"}, "line 1", "", "could not determine a constructor"),
        ({"moves": "verbs: [{kind: plege, words: [x]}]"}, "`verbs`, entry 1 (x), `kind`", "kind", "there are pledge"),
        ({"moves": "verbs: [{words: [x]}]"}, "`verbs`, entry 1 (x)", "kind", "the key `kind` is missing"),
        ({"moves": "verbs: [{kind: pledge, words: [x], takes: [all]}]"}, "`verbs`, entry 1 (x), `takes`, entry 1",
         "takes", "'all' is not known here; there are infinitive, order"),
        ({"boilerplate": "blocks: ['(a']"}, "", "", r"the pattern '(a' is no regular expression"),
        ({"boilerplate": "blocks: ['a*']"}, "", "", "matches every block"),
        ({"cues": "examples: [{of: speach, yields: {}}]"}, "", "", "`speach` are of no list; there are speech"),
        ({"issues": "- {isue: x}"}, "entry 1", "isue", "there is no key `isue`; there are issue, phrases"),
        ({"issues": "- {issue: tarifs, phrases: [x]}"}, "entry 1 (tarifs)", "issue", "the nearest are tariffs"),
        ({"issues": "- {issue: cod, label: Cod}"}, "entry 1 (cod)", "", "both, a `label` and a `definition`"),
        ({"issues": CONCEPT.replace("cod,", "Cod,", 1)}, "entry 1 (Cod)", "issue", "words in lower case"),
        ({"issues": CONCEPT.replace("issue: cod", "issue: trade")}, "entry 1 (trade)", "issue", "is known already"),
        ({"issues": CONCEPT.replace("phrases", "broader: [cod], phrases")}, "entry 1 (cod)", "broader", "further up"),
        ({"issues": CONCEPT * 2}, "entry 2 (cod)", "issue", "has an entry already"),
        ({"issues": "- {issue: tariffs, phrases: [Cod]}"}, "entry 1 (tariffs)", "", "the phrase 'Cod' matches nothing"),
        ({"issues": "- {issue: tariffs, phrases: [cod ~]}"}, "entry 1 (tariffs)", "", "'cod ~' matches nothing"),
        ({"issues": "- {issue: tariffs, phrases: [a|]}"}, "entry 1 (tariffs)", "", "the phrase 'a|' matches nothing"),
        ({"polities": "code,nom\nNO,Norge\n"}, "the header", "nom", "no column is called `nom`; there are code, name"),
        ({"polities": "code,name\nNO,Norge\n"}, "the header", "kind", "has no column `kind`; there are code"),
        ({"polities": "code,code,name,kind,source\n"}, "the header", "code", "has twice `code`"),
        ({"polities": ""}, "the header", "code", "has no column `code`"),
        ({"polities": POLITY + "NO,Norge,kingdom,x\n"}, "line 2 (NO), `kind`", "kind", "country, union"),
        ({"polities": POLITY + "nor,Norge,country,x\n"}, "line 2 (nor), `code`", "code", "of the form"),
        ({"polities": POLITY + "NO,Norge,country\n"}, "line 2 (NO)", "source", "the key `source` is missing"),
        ({"polities": POLITY + "NO,Norge,country,x,y\n"}, "line 2", "", "more cells than the header"),
        ({"polities": POLITY + "NO,Norge,country,x\n" * 2}, "line 3 (NO)", "", "a row of NO already"),
        ({"institutions": BODY + "a,A,shop,NO,x\n"}, "line 2 (a), `kind`", "kind", "ministry"),
        ({"institutions": BODY + "a,A,ministry,XF,x\n"}, "the row of a", "polity", "'XF' is not known"),
        ({"offices": OFFICE + "XF,Premier,R F,1933,,x\n"}, "the row of R F, Premier", "polity",
         "'XF' is not known"),
        ({"offices": OFFICE + "inst:fao0,Head,R F,1933,,x\n"}, "the row of R F, Head", "polity",
         "the nearest are inst:"),
        ({"offices": OFFICE + "NO,Premier,R F,May 1933,,x\n"}, "line 2 (NO), `from`", "from", "form"),
        ({"offices": OFFICE + "NO,Premier,R F,1933-02-30,,x\n"}, "line 2 (NO)", "", "day"),
        ({"offices": OFFICE + "NO,Premier,R F,1933,1932,x\n"}, "line 2 (NO)", "", "lies before"),
        ({"cue": "speech: [x]"}, "", "", "a pack has no such file; there are pack.yaml, boilerplate.yaml"),
        ({"pack": "name: My Pack\nlabel: x"}, "`name`", "name", "expected a text of the form"),
        ({"pack": "name: mine"}, "", "label", "the key `label` is missing; there are name, label"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_entry_key_and_what_would_be_valid(
    write: Write, files: dict[str, str], entry: str, key: str, message: str
) -> None:
    folder = write(**files)
    with pytest.raises(PackError) as raised:
        Pack(overlays=[folder])
    fault, (file,) = raised.value, files
    assert Path(fault.file).parent == folder
    assert Path(fault.file).stem == file
    assert (fault.entry, fault.key) == (entry, key)
    assert message in str(fault)
    assert "\n" not in str(fault)


@pytest.mark.parametrize(("data", "reason"), [(b"\xff\xfe\xff", "is not UTF-8"), (b"\0\n", "the header")])
def test_a_table_that_is_no_text_is_refused(write: Write, data: bytes, reason: str) -> None:
    folder = write()
    (folder / "polities.csv").write_bytes(data)
    with pytest.raises(PackError, match=reason):
        Pack(overlays=[folder])


def test_a_table_as_spreadsheets_write_it_is_read(write: Write) -> None:
    folder = write()
    (folder / "polities.csv").write_bytes("code,name,kind,source\r\nXF,Freedonia,country,film\r\n".encode("utf-8-sig"))
    assert Pack(overlays=[folder]).polities[-1].code == "XF"


def test_a_folder_that_is_no_pack_is_refused_with_what_starts_one(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for folder in (tmp_path / "gone", tmp_path / "articles"):
        with pytest.raises(PackError, match="kg pack init") as raised:
            Pack(overlays=[folder])
        assert raised.value.file == str(folder)


def test_two_packs_of_one_name_are_refused(write: Write) -> None:
    with pytest.raises(PackError, match="two packs have this name"):
        Pack(overlays=[write("a"), write("b")])
