from __future__ import annotations

from datetime import date

import pytest

from kg.model import Statement
from tests.reading import ReadText

WEDNESDAY = date(2021, 6, 16)


def statements(read_text: ReadText, text: str) -> tuple[Statement, ...]:
    return read_text(text, WEDNESDAY).statements


def said(statement: Statement) -> str:
    """The content without the quotation marks and commas at its edges."""
    return statement.content.strip('"“” ,.')


def speakers(statement: Statement) -> list[str]:
    return [mention.name for mention in statement.speakers]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The Norwegian fisheries ministry said the quota would be cut by a third.",
            ["Norwegian fisheries ministry"],
            "the quota would be cut by a third",
        ),
        (
            "Brazil's chief negotiator, Paulo Tavares, warned that the talks could collapse.",
            ["Paulo Tavares"],
            "the talks could collapse",
        ),
        ("Peru and Chile said they would reopen the border.", ["Peru", "Chile"], "they would reopen the border"),
        (
            "Sri Lanka's central bank said in a statement that the loan talks would resume on Monday.",
            ["Sri Lanka's central bank"],
            "the loan talks would resume on Monday",
        ),
        (
            "Hungary said on Friday that Austria had agreed to reopen the bridge.",
            ["Hungary"],
            "Austria had agreed to reopen the bridge",
        ),
        (
            "A Treasury official said the sanctions would stay in place.",
            ["Treasury official"],
            "the sanctions would stay in place",
        ),
        (
            "The treaty is widely seen as a failure, analysts say.",
            ["analysts"],
            "The treaty is widely seen as a failure",
        ),
    ],
)
def test_indirect_speech_has_the_speaker_and_the_clause(
    read_text: ReadText, text: str, who: list[str], what: str
) -> None:
    (statement,) = statements(read_text, text)
    assert (speakers(statement), said(statement), statement.mode) == (who, what, "indirect")


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            '"We are not there yet," Portuguese Economy Minister Ana Duarte told reporters in Lisbon.',
            ["Ana Duarte"],
            "We are not there yet",
        ),
        ('"There is no deal," said Helen Okoro, Nigeria\'s trade envoy.', ["Helen Okoro"], "There is no deal"),
        ('"Not a single clause is final", the ambassador said.', ["ambassador"], "Not a single clause is final"),
        (
            '"Why should we pay twice?" asked Uruguay\'s agriculture minister, Carlos Benitez.',
            ["Carlos Benitez"],
            "Why should we pay twice?",
        ),
        (
            "“We will sign when the text is ready”, Finland's prime minister, Outi Salmela, told deputies on Tuesday.",
            ["Outi Salmela"],
            "We will sign when the text is ready",
        ),
        (
            'Swiss Foreign Minister Urs Keller, speaking in Bern, said: "We have reached the limit."',
            ["Urs Keller"],
            "We have reached the limit",
        ),
        ('"The ceasefire holds," he said.', ["he"], "The ceasefire holds"),
    ],
)
def test_direct_speech_has_the_speaker_and_the_quotation(
    read_text: ReadText, text: str, who: list[str], what: str
) -> None:
    (statement,) = statements(read_text, text)
    assert (speakers(statement), said(statement), statement.mode) == (who, what, "direct")


def test_words_partly_quoted_are_mixed_speech(read_text: ReadText) -> None:
    text = 'The draft "falls well short" of what farmers need, union leader Pierre Garnier said.'
    (statement,) = statements(read_text, text)
    assert (statement.mode, said(statement)) == ("mixed", 'The draft "falls well short" of what farmers need')


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Vietnam denied that it had devalued its currency.", "denied"),
        ("Canada rejected accusations that it had subsidised its lumber mills.", "rejected"),
        ("Ecuador dismissed the claim that it had broken the banana agreement.", "rejected"),
        ("Japan hopes that the dispute can be settled by March.", "hoped"),
        ("Greek officials believe that the creditors will blink first.", "asserted"),
    ],
)
def test_denial_rejection_and_hope_are_no_assertion(read_text: ReadText, text: str, polarity: str) -> None:
    (statement,) = statements(read_text, text)
    assert statement.polarity == polarity


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the Danish finance ministry declined to comment.",
        "The ministry refused to comment on the matter.",
        "Mr Okafor had no comment on the talks on fish.",
        "The embassy would not comment on the matter.",
        "Officials did not elaborate on the timetable for talks.",
        "The negotiators did not say when they would meet again.",
    ],
)
def test_silence_is_recorded_as_no_comment(read_text: ReadText, text: str) -> None:
    (statement,) = statements(read_text, text)
    assert statement.mode == "no-comment"


@pytest.mark.parametrize(
    "text",
    [
        "Negotiations have dragged on, suggesting large differences remain.",
        "The company told its refiners to buy more crude.",
        "According to the original plan, the tariff will be lifted next month.",
        "The data warned nobody of the fall in exports.",
        "No minister said that Norway would sign.",
        "Neither Helen Okoro nor Karl Brandt said that Norway would sign.",
        "The minister no longer says that Norway will sign.",
        "The stated goal of the treaty is to ban mines.",
        "She published a report on fishing quotas in May.",
        "The price of copper said it all on Tuesday.",
        "The data suggest that exports are falling again.",
        "Mexico is said to be ready to walk out.",
        "The minister may tell the council on Friday.",
        "The tweet was deleted an hour after the meeting.",
        "It says much about the talks that nobody came.",
        "The envoys agreed to meet again in the spring.",
    ],
)
def test_nobody_is_reported_to_have_spoken(read_text: ReadText, text: str) -> None:
    assert statements(read_text, text) == ()


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The pipeline will not be built, according to the Polish energy ministry.",
            "Polish energy ministry",
            "The pipeline will not be built",
        ),
        (
            "According to the Kenyan government, the tariff will be lifted next month.",
            "Kenyan government",
            "the tariff will be lifted next month",
        ),
    ],
)
def test_according_to_names_a_source_that_can_speak(read_text: ReadText, text: str, who: str, what: str) -> None:
    (statement,) = statements(read_text, text)
    assert (speakers(statement), said(statement)) == ([who], what)


def test_a_quotation_without_cue_keeps_the_last_speaker(read_text: ReadText) -> None:
    text = '"The ceasefire holds," Eritrean envoy Dawit Haile said. "Nobody wants to go back to war."'
    first, second = statements(read_text, text)
    assert speakers(first) == speakers(second) == ["Dawit Haile"]
    assert said(second) == "Nobody wants to go back to war"


def test_a_paragraph_that_is_only_a_quotation_keeps_the_last_speaker(read_text: ReadText) -> None:
    text = (
        'The draft is a good one, Portuguese Economy Minister Ana Duarte said.\n\n"We have seldom been this close."\n\n'
    )
    assert [speakers(s) for s in statements(read_text, text)] == [["Ana Duarte"], ["Ana Duarte"]]


def test_speech_within_speech_keeps_the_chain_of_attribution(read_text: ReadText) -> None:
    text = "Mexico said the United States had told it that the tariffs would stay."
    outer, inner = statements(read_text, text)
    assert (speakers(outer), outer.via) == (["Mexico"], ())
    assert (speakers(inner), [m.name for m in inner.via]) == (["United States"], ["Mexico"])
    assert said(inner) == "the tariffs would stay"


def test_a_speaker_between_commas_is_found(read_text: ReadText) -> None:
    (statement,) = statements(read_text, "The talks, Mr Lindqvist conceded, were far from over.")
    assert speakers(statement) == ["Lindqvist"]
    assert said(statement).startswith("The talks")
    assert said(statement).endswith("were far from over")


@pytest.mark.parametrize(
    ("text", "role", "addressee", "venue"),
    [
        (
            '"We are not there yet," Portuguese Economy Minister Ana Duarte told reporters in Lisbon.',
            "Economy Minister",
            "reporters",
            None,
        ),
        (
            "Sri Lanka's central bank said in a statement that the loan talks would resume on Monday.",
            None,
            None,
            "statement",
        ),
        (
            "Danish envoy Mette Krog said in a letter to parliament that the ban would stay.",
            "envoy",
            None,
            "letter to parliament",
        ),
    ],
)
def test_a_statement_knows_role_addressee_and_venue_as_printed(
    read_text: ReadText, text: str, role: str | None, addressee: str | None, venue: str | None
) -> None:
    (statement,) = statements(read_text, text)
    assert (statement.speaker_role, statement.addressee, statement.venue) == (role, addressee, venue)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Hungary said on Friday that Austria had agreed to reopen the bridge.", "2021-06-11"),
        ("Hungary said that Austria had agreed to reopen the bridge on 3 May 2021.", None),
        ("Hungary said that Austria had agreed to reopen the bridge.", None),
    ],
)
def test_the_time_of_a_statement_is_the_one_beside_its_cue(read_text: ReadText, text: str, edtf: str | None) -> None:
    (statement,) = statements(read_text, text)
    assert (statement.when and statement.when.edtf) == edtf


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("According to the Kenyan government, the tariff will be lifted next month.", {"tariffs"}),
        ("Vietnam denied that it had devalued its currency.", {"currency"}),
        ("A Treasury official said the sanctions would stay in place.", {"sanctions"}),
        ('"There is no deal," said Helen Okoro, Nigeria\'s trade envoy.', set()),
        ("Asked about the ceasefire, Mr Okafor said nothing had changed.", {"ceasefire"}),
    ],
)
def test_a_statement_is_about_what_it_names_or_was_asked(read_text: ReadText, text: str, issues: set[str]) -> None:
    (statement,) = statements(read_text, text)
    assert set(statement.issues) == issues


def test_a_transcript_gives_each_turn_to_the_name_before_the_colon(read_text: ReadText) -> None:
    text = (
        "Foreign Minister Karim Salame spoke to the press after the meeting in Beirut.\n\n"
        "SALAME: Not yet, we need one more week of talks.\n"
    )
    (statement,) = [s for s in statements(read_text, text) if s.evidence.rule == "turn"]
    assert (speakers(statement), said(statement), statement.mode) == (
        ["Salame"],
        "Not yet, we need one more week of talks",
        "direct",
    )


@pytest.mark.parametrize("wrap", [True, False])
def test_hard_wrapped_copy_says_what_one_line_says(read_text: ReadText, wrap: bool) -> None:
    text = (
        "    Ministers of nine states failed on Monday to agree on a common\n"
        "catch of herring. Norwegian Fisheries Minister Kari Vik said the\n"
        "quota for the coming year would have to be cut by a third.\n"
        "    They will meet again in the spring, when the catch of this\n"
        "winter has been counted.\n"
    )
    if not wrap:
        text = text.replace("\n    They", "\n\nThey").replace("common\n", "common ").replace("the\nquota", "the quota")
    (statement,) = statements(read_text, text)
    assert speakers(statement) == ["Kari Vik"]
    assert " ".join(statement.content.split()) == "the quota for the coming year would have to be cut by a third"
    assert text[statement.content_start : statement.content_end] == statement.content


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Chile accused Peru of breaking the pact and said it would appeal.", "Chile", "Peru of breaking the pact"),
        ("Danish envoy Mette Krog dismissed the offer as a gimmick and left.", "Mette Krog", "the offer as a gimmick"),
        (
            "Britain blamed France for the collapse of the talks.",
            "United Kingdom",
            "France for the collapse of the talks",
        ),
        ("Officials likened the plan to a stranglehold.", "Officials", "the plan to a stranglehold"),
        ("Farmers complained of being kept in the dark.", "Farmers", "being kept in the dark"),
        ("Norway warned Iceland of sanctions.", "Norway", "Iceland of sanctions"),
        ("Dealers predicted a rush of sales.", "Dealers", "a rush of sales"),
        ("Vietnam denied having devalued its currency.", "Vietnam", "having devalued its currency"),
        ("Vietnam denied any part in the sale.", "Vietnam", "any part in the sale"),
        ("Hungary laid the blame on Austria.", "Hungary", "the blame on Austria"),
        ("Norway put Sweden on notice that it would close its waters.", "Norway", "it would close its waters"),
        ("Peru gave notice on Friday that it would leave the pact.", "Peru", "it would leave the pact"),
        ("Officials are confident the strike can be averted.", "Officials", "the strike can be averted"),
        ("Norway was adamant that no ship would sail.", "Norway", "no ship would sail"),
        ("Danish envoy Mette Krog asked on Twitter who had redrafted it.", "Mette Krog", "who had redrafted it"),
        ("Peru's envoy, Ana Rojas, rose to announce that the pact was dead.", "Ana Rojas", "the pact was dead"),
    ],
)
def test_a_judgement_or_a_thing_said_is_a_statement(read_text: ReadText, text: str, who: str, what: str) -> None:
    found = statements(read_text, text)
    assert ([who], what) in [(speakers(s), said(s)) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "The court denied the company's request for a stay.",
        "It is clear that the talks on fish have failed.",
        "The union has called a strike for Thursday.",
        "The council called on both sides to show restraint.",
        "Delegates, who asked not to be named, left the hall.",
        "Brazil refused to give up any of its quota.",
        "The market expects a cut.",
        "The news came after a summit called by Chile as chairman of the bloc.",
    ],
)
def test_an_act_is_no_statement(read_text: ReadText, text: str) -> None:
    assert statements(read_text, text) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hungary said it would not pay, and called for new talks.", "it would not pay"),
        ("Hungary said it would not pay and accused Austria of bad faith.", "it would not pay"),
        ("Hungary said it would not pay, without elaborating.", "it would not pay"),
        ("Hungary said it would not pay; Austria has paid twice.", "it would not pay"),
        ("Hungary said it would not pay, an apparent dig at Austria.", "it would not pay"),
        ("Hungary denies that it will pay, as its own minister suggested in May.", "it will pay"),
        ("Hungary, which said it would not pay, was not invited.", "it would not pay"),
        ("Talks have failed, Hungary said late on Thursday, ending weeks of hope.", "Talks have failed"),
    ],
)
def test_content_ends_where_the_reporter_or_another_cue_goes_on(read_text: ReadText, text: str, what: str) -> None:
    assert said(statements(read_text, text)[0]) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The talks, Hungary conceded, were far from over.", "The talks, Hungary conceded, were far from over"),
        ("The old pact, which, Hungary argued, binds nobody, is dead.", "binds nobody, is dead"),
        ("Austria paid last year; it would not, Hungary said, pay again.", "it would not, Hungary said, pay again"),
        (
            "The mills, according to two traders in Oslo, have sold.",
            "The mills, according to two traders in Oslo, have sold",
        ),
        ("Critics attack the practices they say are unfair.", "the practices they say are unfair"),
        ("Peruvian complaints that Chile subsidises its mills are not new.", "Chile subsidises its mills"),
    ],
)
def test_words_that_speaker_and_verb_part_are_one_content(read_text: ReadText, text: str, what: str) -> None:
    assert what in [said(s) for s in statements(read_text, text)]


def test_a_quotation_behind_a_colon_is_a_statement_of_its_own(read_text: ReadText) -> None:
    text = 'Danish envoy Mette Krog said she blamed neither: "I blame the sums."'
    assert [(said(s), s.mode) for s in statements(read_text, text)] == [
        ("she blamed neither", "indirect"),
        ("I blame the sums", "direct"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Danish delegation left without comment.",
        "The company could not be reached for comment.",
        "The Danish finance ministry declined comment on the report.",
        "A rep for the club did not return a call.",
    ],
)
def test_silence_has_many_words(read_text: ReadText, text: str) -> None:
    (statement,) = statements(read_text, text)
    assert statement.mode == "no-comment"


def test_telegrams_in_capitals_are_read_by_the_form_of_the_verb(read_text: ReadText) -> None:
    text = (
        "SUBJECT: AIR TALKS\n\n1. FOREIGN MINISTER ROJAS TOLD AMBASSADOR ON MAY 3 THAT PERU WOULD NOT PAY AGAIN.\n\n"
        "2. ROJAS CONCEDED NOTE HAD BEEN MADE IN HASTE, AND WARNED THAT PERU MIGHT WALK OUT. UNITED STATES IS SO.\n"
    )
    contents = [said(s) for s in statements(read_text, text)]
    assert contents == ["PERU WOULD NOT PAY AGAIN", "NOTE HAD BEEN MADE IN HASTE", "PERU MIGHT WALK OUT"]


def test_a_headline_may_name_its_source_behind_a_dash(read_text: ReadText) -> None:
    text = "TOKYO OFFERS TO END BEEF QUOTAS - PAPER\n\nTrade talks went on in Tokyo on Monday without a sign of haste."
    (statement,) = statements(read_text, text)
    assert said(statement) == "TOKYO OFFERS TO END BEEF QUOTAS"


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "Prices will fall by a fifth, Transport Secretary Tom Vale said after a night of talks here.",
            ["Tom Vale"],
            "Prices will fall by a fifth",
        ),
        ("The ministry paid the fee on Monday, a club spokeswoman, Eva Lund, confirmed.", ["Eva Lund"], None),
        ("Peru, complaining of an ultimatum, has since signed.", ["Peru"], "an ultimatum"),
        ("Tass quoted Anna Holm as saying the pact was dead.", ["Anna Holm"], "the pact was dead"),
        ("The rebels who had seized him said he was well.", ["rebels"], "he was well"),
        ("Some of you have complained that the price was too high.", ["Some of you"], "the price was too high"),
        ("A spokesman for Eva Lund denied that she would resign.", ["spokesman for Eva Lund"], "she would resign"),
        ("There would be a vote, according to a draft circulated by Serbian media.", ["Serbian media"], None),
        ("In the minister's view, the offer was too small.", ["minister"], "the offer was too small"),
        ("Kari Vik made it clear that there would be no vote.", ["Kari Vik"], "there would be no vote"),
        ("Anna Holm expects costs to rise by a tenth.", ["Anna Holm"], "costs to rise by a tenth"),
        ("Anna Holm put the loss at $5 million.", ["Anna Holm"], "the loss at $5 million"),
        ("Anna Holm has warned of strikes at nine mills.", ["Anna Holm"], "strikes at nine mills"),
        ("Anna Holm would say only that talks went on.", ["Anna Holm"], "talks went on"),
    ],
)
def test_a_lost_or_odd_subject_still_speaks(read_text: ReadText, text: str, who: list[str], what: str | None) -> None:
    (statement,) = statements(read_text, f"Talks go on in the north\n\n{text}\n")
    assert speakers(statement) == who
    assert what is None or said(statement) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Peru would have said that the pact was dead.", "the pact was dead"),
        ("Peru might deny that it had paid the fee.", "it had paid the fee"),
        ("Peru is expected to say that the talks have failed.", "the talks have failed"),
    ],
)
def test_words_nobody_has_spoken_are_hypothetical(read_text: ReadText, text: str, what: str) -> None:
    (statement,) = statements(read_text, text)
    assert (said(statement), statement.polarity) == (what, "hypothetical")


@pytest.mark.parametrize("text", ["Peru will say on Monday that taxes must rise.", "Peru said that taxes must rise."])
def test_a_speech_told_of_before_it_is_held_is_asserted(read_text: ReadText, text: str) -> None:
    (statement,) = statements(read_text, text)
    assert (said(statement), statement.polarity) == ("taxes must rise", "asserted")


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Tom Vale said the firms had offered 3 percent and accused Eva Lund of tying their hands.",
            ["the firms had offered 3 percent", "Eva Lund of tying their hands"],
        ),
        ("Tom Vale claimed that it was paid, an assertion that Peru denies.", ["it was paid"]),
        (
            'Tom Vale complained the pact would "fall short of it," stopping short of a threat.',
            ['the pact would "fall short of it'],
        ),
        (
            "Eva Lund rejected Mr Vale's claim that her party had left.",
            ["Mr Vale's claim that her party had left", "her party had left"],
        ),
        (
            'Tom Vale added: "It is a bad quota. We cannot live with it." Nobody laughed.',
            ["It is a bad quota. We cannot live with it"],
        ),
    ],
)
def test_each_voice_has_its_own_words(read_text: ReadText, text: str, contents: list[str]) -> None:
    found = [said(s) for s in statements(read_text, f"Talks go on in the north\n\n{text}\n")]
    assert found == contents


def test_a_transcript_gives_each_turn_to_its_label(read_text: ReadText) -> None:
    text = (
        "Daily press briefing\n\nMR. VALE: Good morning to all of you here in the north.\n\n"
        "QUESTION: Is the minister frustrated by the pace of it?\n\n"
        "MR. VALE: The minister is patient. She has had a lot of practice.\n"
    )
    found = [(speakers(s), said(s)) for s in statements(read_text, text)]
    assert found == [
        (["Vale"], "Good morning to all of you here in the north"),
        (["Vale"], "The minister is patient. She has had a lot of practice"),
    ]


@pytest.mark.parametrize(("seat", "contents"), [("Kremlin", ["talks on gas will go on"]), ("Moscow", [])])
def test_a_seat_of_power_before_a_colon_speaks_and_a_city_does_not(
    read_text: ReadText, seat: str, contents: list[str]
) -> None:
    text = f"{seat}: talks on gas will go on\n\nThe talks on fish went on in the north for a week.\n"
    assert [said(s) for s in statements(read_text, text)] == contents


@pytest.mark.parametrize(
    ("headline", "what"),
    [
        ("Bus strike is back on, say drivers", "Bus strike is back on"),
        ("OPEC MAY LOWER OUTPUT, LUKMAN SAYS", "OPEC MAY LOWER OUTPUT"),
        ('"We will not be bullied": union boss hits back', "We will not be bullied"),
    ],
)
def test_a_headline_may_bring_its_speaker_last(read_text: ReadText, headline: str, what: str) -> None:
    (statement,) = statements(read_text, f"{headline}\n\nThe talks on fish went on in the north for a week.\n")
    assert said(statement) == what


@pytest.mark.parametrize(
    "text",
    [
        "The ministry would say only that Ferrante had asked more than once",
        "The minister complained about a ceiling for each side, and they",
    ],
)
def test_a_text_that_breaks_off_after_any_of_its_words_is_read(read_text: ReadText, text: str) -> None:
    words = text.split()
    broken = [" ".join(words[:count]) for count in range(1, len(words))]
    broken += [f"{part}," for part in broken]
    assert [read_text(part).article.text for part in broken] == broken
