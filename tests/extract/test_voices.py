"""Whose words are whose: open quotations, parted clauses, names in apposition, and what answers what."""

from __future__ import annotations

import pytest

from tests.reading import ReadText

EDGES = '"“” ,.'
CASES = [
    # A quotation left open at its paragraph's end is spoken by who ends it.
    (
        'Tom Vale left early.\n\n"We cannot wait for the banks.\n\nNobody can wait," said Anna Holm in Oslo.',
        [("Anna Holm", "We cannot wait for the banks"), ("Anna Holm", "Nobody can wait")],
    ),
    (
        '"They asked for our gold.\n\n"They asked for our ships.\n\n"They got neither," Karl Lind told reporters.',
        [
            ("Karl Lind", "They asked for our gold"),
            ("Karl Lind", "They asked for our ships"),
            ("Karl Lind", "They got neither"),
        ],
    ),
    # Where the speaker went on in the same paragraph, the words stay his.
    (
        '"It is late," said Anna Holm. "We are tired of waiting.\n\n"We want to go home now," she added.',
        [("Anna Holm", "It is late"), ("Anna Holm", "We are tired of waiting"), ("she", "We want to go home now")],
    ),
    # Speaker and verb part a clause that is not whole before them.
    (
        "Should they refuse, Karl Lind warned, the mines would close.",
        [("Karl Lind", "Should they refuse, Karl Lind warned, the mines would close")],
    ),
    (
        "It was the Danes, Karl Lind pointed out, who had broken the pact.",
        [("Karl Lind", "It was the Danes, Karl Lind pointed out, who had broken the pact")],
    ),
    (
        "The mayor is ready, a German diplomat said on condition of anonymity, to free the men.",
        [
            (
                "German diplomat",
                "The mayor is ready, a German diplomat said on condition of anonymity, to free the men",
            )
        ],
    ),
    ("The strike will end, Karl Lind said in a statement, to allow talks.", [("Karl Lind", "The strike will end")]),
    (
        "Failure would be a blow, Karl Lind has cautioned; his aide was silent.",
        [("Karl Lind", "Failure would be a blow")],
    ),
    (
        "Anna Holm had other plans: more time was needed, she said in May, to count the fish.",
        [("she", "more time was needed")],
    ),
    (
        "Ministers met, although the bank, traders said, sold two billion dollars that week.",
        [("traders", "the bank, traders said, sold two billion dollars that week")],
    ),
    (
        'Peru has paid twice and would pay no more, Ana Rios says: "Enough."',
        [("Ana Rios", "Peru has paid twice and would pay no more"), ("Ana Rios", "Enough")],
    ),
    # The name in apposition speaks, not the noun.
    ("The plan would fall, insisted the host, Danish premier Karl Lind.", [("Karl Lind", "The plan would fall")]),
    ('"Six weeks is long," said its press secretary in Oslo, Karl Lind.', [("Karl Lind", "Six weeks is long")]),
    ("His colleague, Tove Dahl, conceded that the text was thin.", [("Tove Dahl", "the text was thin")]),
    (
        "A spokesman for the president, Karl Lind, said the talks were over.",
        [("spokesman for the president", "the talks were over")],
    ),
    (
        "Danish chief of staff General Karl Lind stated that the army would stay.",
        [("Karl Lind", "the army would stay")],
    ),
    (
        "In Madrid, Minister of Labour Manuel Ruiz, the chief Spanish delegate, told the radio that it was final.",
        [("Manuel Ruiz", "it was final")],
    ),
    (
        "Votes were held in Chile, the largest grower, which complained that its partners were late.",
        [("Chile", "its partners were late")],
    ),
    # Participles belong to whoever did the deed that they go with.
    (
        "That was raised by senators, but Karl Lind opposed it, arguing that Peru would gain.",
        [("Karl Lind", "Peru would gain")],
    ),
    (
        "Responding to charges that the firm had lied, Karl Lind stated that the books were clean.",
        [("Karl Lind", "the books were clean")],
    ),
    (
        "Karl Lind read a statement acknowledging that the offer was small.",
        [("Karl Lind", "the offer was small")],
    ),
    # Words end where somebody goes on to another deed.
    ("Ana Rios called that a pretext and froze the funds.", [("Ana Rios", "that a pretext")]),
    (
        "Karl Lind, who is understood to have objected that his men would starve, wants the troops out.",
        [("Karl Lind", "his men would starve")],
    ),
    (
        "The union warned that each day cost it ten million in lost pay and asked that trains be exempted.",
        [("union", "each day cost it ten million in lost pay"), ("union", "trains be exempted")],
    ),
    # A noun may bring the words.
    ('"You can\'t eat sympathy," was the comment of Mr Tom Vale.', [("Tom Vale", "You can't eat sympathy")]),
    ('"Not a bag," was Anna Holm\'s answer when asked.', [("Anna Holm", "Not a bag")]),
    ('"The Long Road" was a play by Karl Lind.', []),
    ("Karl Lind wanted to know what would become of the men.", [("Karl Lind", "what would become of the men")]),
    ("Karl Lind wanted to know the price.", []),
    ("Karl Lind served notice he would ask for more.", [("Karl Lind", "he would ask for more")]),
    (
        "Karl Lind told the House that carriers would fly on; that two airlines would gain, and that it was fair.",
        [
            ("Karl Lind", "carriers would fly on"),
            ("Karl Lind", "two airlines would gain"),
            ("Karl Lind", "it was fair"),
        ],
    ),
    ("With six days left before the pact expires, Danish officials went back to the table.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_have_the_speaker_and_the_bounds_that_the_grammar_gives(
    read_text: ReadText, text: str, expected: list[tuple[str, str]]
) -> None:
    found = read_text(f"A heading\n\n{text}").statements
    assert [(s.speakers[0].name if s.speakers else None, s.content.strip(EDGES)) for s in found] == expected


@pytest.mark.parametrize(
    ("headline", "who", "what"),
    [
        ("NO NUMBERS, SAYS HOLM AS TALKS RESUME", "Holm", "NO NUMBERS"),
        ("CANADA SEES NO QUICK END, SAYS TALKS GO ON", "Canada", "TALKS GO ON"),
    ],
)
def test_a_headline_in_capitals_may_say_in_its_midst(read_text: ReadText, headline: str, who: str, what: str) -> None:
    found = read_text(f"{headline}\n\nTrade Minister Anna Holm was late.").statements
    assert (who, what) in [(s.speakers[0].name, s.content.strip(EDGES)) for s in found]


def test_a_headline_in_capitals_has_no_label(read_text: ReadText) -> None:
    assert read_text("COFFEE: THE QUOTAS GO, AND NOBODY IS SORRY YET\n\nPrices fell.").statements == ()
