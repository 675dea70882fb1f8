"""What parties do with words: sentences of our own with the moves they make, and decoys that make none."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Commitment
from tests.reading import ReadText

WEDNESDAY = date(2021, 6, 16)


def moves(read_text: ReadText, text: str) -> tuple[Commitment, ...]:
    """The moves of a body sentence, set beneath a headline so that it is not taken for one."""
    return read_text(f"Talks resume\n\n{text}", WEDNESDAY).commitments


def told(move: Commitment) -> tuple[str, list[str], str]:
    return move.kind, [actor.name for actor in move.actors], move.content.strip('"“” ,.')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile and Peru agreed to share the water and to set up a joint commission.",
            [
                ("agreement", ["Chile", "Peru"], "share the water"),
                ("agreement", ["Chile", "Peru"], "set up a joint commission"),
            ],
        ),
        ("Chad and Niger agreed on Monday to a ceasefire.", [("agreement", ["Chad", "Niger"], "a ceasefire")]),
        (
            "The truce agreed by the two sides collapsed within days.",
            [("agreement", ["the two sides"], "The truce")],
        ),
        (
            "The two countries have a deal to cut output by 2 million barrels a day.",
            [("agreement", ["the two countries"], "cut output by 2 million barrels a day")],
        ),
        (
            "The European Commission called on Hungary to repeal the law by the end of June.",
            [("demand", ["European Commission"], "repeal the law by the end of June")],
        ),
        (
            "The pilots' union rejected the offer and demanded a 12 percent rise.",
            [
                ("refusal", ["The pilots' union"], "the offer"),
                ("demand", ["The pilots' union"], "a 12 percent rise"),
            ],
        ),
        (
            "Yemen has rejected a Saudi request to hand over the detainees.",
            [
                ("refusal", ["Yemen"], "a Saudi request to hand over the detainees"),
                ("demand", ["Saudi"], "hand over the detainees"),
            ],
        ),
        (
            "Kenya, which has pledged to protect the lake, fined two firms.",
            [("pledge", ["Kenya"], "protect the lake")],
        ),
        ("Norway's threat to close its ports angered London.", [("threat", ["Norway"], "close its ports")]),
        (
            "Iran's failure to comply with the resolution drew criticism.",
            [("breach", ["Iran"], "comply with the resolution")],
        ),
        ("Japan has yet to ratify the pact.", [("refusal", ["Japan"], "ratify the pact")]),
        (
            "Turkey refrained from committing to a date.",
            [("refusal", ["Turkey"], "committing to a date")],
        ),
        (
            "Turkey said it was not prepared to withdraw its troops.",
            [("refusal", ["Turkey"], "withdraw its troops")],
        ),
        (
            '"We will never sign a treaty that hurts our farmers," said Ana Duarte, Portugal\'s economy minister.',
            [("refusal", ["Ana Duarte"], "never sign a treaty that hurts our farmers")],
        ),
        (
            "Under no circumstances are we going to accept a lower price, the minister told reporters.",
            [("refusal", ["minister"], "accept a lower price")],
        ),
        (
            "Members of the cartel, Ecuador said, must cut output.",
            [("demand", ["Ecuador"], "cut output")],
        ),
        (
            "The accord obliges members to limit their catch.",
            [("obligation", ["members"], "limit their catch")],
        ),
        (
            "Ghana has lifted its ban on beef imports.",
            [("fulfilment", ["Ghana"], "lifted its ban on beef imports")],
        ),
        (
            "Chile urged Peru to open its ports, free the crew and pay compensation.",
            [
                ("demand", ["Chile"], "open its ports"),
                ("demand", ["Chile"], "free the crew"),
                ("demand", ["Chile"], "pay compensation"),
            ],
        ),
        (
            "Angola warned that it would sue.",
            [("threat", ["Angola"], "sue")],
        ),
        (
            "Peru's envoy told reporters that his country would guard no frontier but its own.",
            [("refusal", ["country"], "guard no frontier but its own")],
        ),
        (
            "Norway warned that firms which dodged the levy would lose their licences.",
            [("threat", ["Norway"], "lose their licences")],
        ),
        (
            "Chile, the minister said, would withdraw its offer.",
            [("threat", ["Chile"], "withdraw its offer")],
        ),
        (
            "The minister said the government would try to reduce the deficit.",
            [("pledge", ["government"], "reduce the deficit")],
        ),
        ("Brazil, which is to cut shipments, complained.", [("pledge", ["Brazil"], "cut shipments")]),
        (
            "Cairo had insisted that not a drop be held back without a treaty.",
            [("demand", ["Egypt"], "not a drop be held back without a treaty")],
        ),
        ("Washington accepted it on Sunday.", [("agreement", ["United States"], "it")]),
        ("Washington ruled out any change on Sunday.", [("refusal", ["United States"], "any change")]),
        ("He denied having broken the long contract.", [("denial", ["he"], "having broken the long contract")]),
        ("Mali accused France of breaking its word on the withdrawal.", [("breach", ["France"], "its word")]),
        (
            "Setanta, the broadcaster which pledged £31m, met the league.",
            [("pledge", ["Setanta"], "£31m")],
        ),
        (
            "Ana Duarte, the envoy, who refused to travel to Oslo, wants a deal.",
            [("refusal", ["Ana Duarte"], "travel to Oslo"), ("demand", ["Ana Duarte"], "a deal")],
        ),
        (
            "Peru broke a promise to free the crew.",
            [("breach", ["Peru"], "a promise to free the crew"), ("pledge", ["Peru"], "free the crew")],
        ),
        ("The mayor has no intention of signing the contract.", [("refusal", ["mayor"], "signing the contract")]),
        (
            "The union's executive voted to accept the offer.",
            [("agreement", ["executive"], "the offer")],
        ),
        ("The commissioner ruled out reopening the treaty.", [("refusal", ["commissioner"], "reopening the treaty")]),
        ("Greece may block the accession unless Malta pays.", [("threat", ["Greece"], "block the accession")]),
        (
            "Chad put Niger on notice that it would close the border.",
            [("threat", ["Chad"], "it would close the border")],
        ),
        (
            "The teachers gave the government until Thursday to improve its offer.",
            [("demand", ["teachers"], "improve its offer")],
        ),
        (
            "The board had offered to drop its programme, under which 200 jobs would go.",
            [("pledge", ["board"], "drop its programme")],
        ),
        (
            "Turkey made its approval conditional on the extradition of the exiles.",
            [("demand", ["Turkey"], "the extradition of the exiles")],
        ),
        (
            "Ghana told its refiners to buy Nigerian oil.",
            [("fulfilment", ["Ghana"], "buy Nigerian oil")],
        ),
        (
            "Malta promised to free the crew before the court has met, and to pay the owners.",
            [("pledge", ["Malta"], "free the crew before the court has met"), ("pledge", ["Malta"], "pay the owners")],
        ),
        (
            "Chad accused Niger of breaking a pact under which both share the oil.",
            [("breach", ["Niger"], "a pact")],
        ),
        (
            "The envoy said that Niger had broken its word, and called for sanctions.",
            [("breach", ["Niger"], "its word"), ("demand", ["envoy"], "sanctions")],
        ),
        (
            "Oslo assailed the guild for insisting that the levy be kept.",
            [("demand", ["guild"], "the levy be kept")],
        ),
        (
            "The envoy, Alun Bevan, called on both armies to release the crew.",
            [("demand", ["Alun Bevan"], "release the crew")],
        ),
        ("Kenya promised to withhold 60,000 bags.", [("pledge", ["Kenya"], "withhold 60,000 bags")]),
        ("Kenya promised to withhold its payments.", [("threat", ["Kenya"], "withhold its payments")]),
        (
            "The growers accepted the American demand for a fresh division.",
            [
                ("agreement", ["growers"], "the American demand for a fresh division"),
                ("demand", ["American"], "a fresh division"),
            ],
        ),
        (
            "Under the deal no miner will be dismissed before June.",
            [("pledge", [], "no miner will be dismissed before June")],
        ),
        (
            "Under the plan Chad was to withdraw its troops by May.",
            [("pledge", ["Chad"], "withdraw its troops by May")],
        ),
        (
            '"Inspections will never be allowed," the minister said.',
            [("refusal", ["minister"], "Inspections will never be allowed")],
        ),
        (
            "The guild warned that a second strike would follow in May.",
            [("threat", ["guild"], "a second strike would follow in May")],
        ),
        ("The guild had warned of walkouts.", [("threat", ["guild"], "walkouts")]),
        (
            "Oslo said it had been left with no choice but to sue the owners.",
            [("threat", ["Norway"], "sue the owners")],
        ),
        (
            "The mayor insists he made no such promise to the nurses.",
            [("denial", ["mayor"], "made no such promise to the nurses")],
        ),
        ("Oslo has not accepted the terms.", [("refusal", ["Norway"], "the terms")]),
        (
            "The guild, which had suspended its strike in May, wants 30 pct more pay.",
            [("fulfilment", ["guild"], "suspended its strike in May"), ("demand", ["guild"], "30 pct more pay")],
        ),
        (
            "The deputies' ally, the Farmers Union, demanded a ceiling of 200.",
            [("demand", ["Farmers Union"], "a ceiling of 200")],
        ),
        ("French banks have threatened to call in the loans.", [("threat", ["French banks"], "call in the loans")]),
        (
            "The talks went on with Kenya threatening to close the border, diplomats said.",
            [("threat", ["Kenya"], "close the border")],
        ),
        (
            "The plan, over the contract Jane Hunt has vowed to impose, was drafted in May.",
            [("pledge", ["Jane Hunt"], "impose")],
        ),
        ("The miners were promised a rise in 2014.", [("pledge", [], "a rise in 2014")]),
        ("The ministers dropped their insistence on a ban.", [("demand", ["they"], "a ban")]),
        ("The board backed down over the rotas.", [("agreement", ["board"], "the rotas")]),
        ("Iceland walked out of an accord with Norway.", [("breach", ["Iceland"], "an accord with Norway")]),
        ("Zambia stopped paying its lenders.", [("breach", ["Zambia"], "paying its lenders")]),
        (
            '"The status of the island is not negotiable," the minister said.',
            [("refusal", ["minister"], "The status of the island is not negotiable")],
        ),
        ("China has vowed to retaliate against the levy.", [("threat", ["China"], "retaliate against the levy")]),
        ("China has vowed not to strike the port.", [("pledge", ["China"], "not to strike the port")]),
        ("Norway gave its consent to the merger.", [("agreement", ["Norway"], "the merger")]),
        ("Kuwait exceeded its quota in May.", [("breach", ["Kuwait"], "its quota")]),
        ("Jordan has agreed in principle to the plan.", [("agreement", ["Jordan"], "the plan")]),
        (
            "Norsk Tindal, hardest hit, has threatened to close two shafts.",
            [("threat", ["Norsk Tindal"], "close two shafts")],
        ),
        (
            "It ended after Helen Okoro, in talks with Oslo, offered to scrap the levy.",
            [("pledge", ["Helen Okoro"], "scrap the levy")],
        ),
        (
            "Peru demanded that Chile open its ports, pay for the damage and free the crew.",
            [
                ("demand", ["Peru"], "Chile open its ports"),
                ("demand", ["Peru"], "pay for the damage"),
                ("demand", ["Peru"], "free the crew"),
            ],
        ),
        (
            '"If there is no treaty there will be no flights," Helen Okoro said.',
            [("threat", ["Helen Okoro"], "be no flights")],
        ),
        ("Norway is understood to be ready to release the ships.", [("pledge", ["Norway"], "release the ships")]),
        (
            "Norway has warned that it may have to cut jobs if the strike goes on.",
            [("threat", ["Norway"], "cut jobs")],
        ),
        ("Peru proposed prolonging the pact.", [("demand", ["Peru"], "prolonging the pact")]),
        (
            "The United States signed a pact under which Oslo will double its purchases of grain, officials said.",
            [
                ("agreement", ["United States"], "a pact"),
                ("pledge", ["Norway"], "double its purchases of grain"),
            ],
        ),
    ],
)
def test_a_move_has_its_kind_its_actor_and_its_content(
    read_text: ReadText, text: str, expected: list[tuple[str, list[str], str]]
) -> None:
    assert [told(move) for move in moves(read_text, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "That is something we agree with, the envoy said.",
        "It was a good deal for both firms.",
        "The minister agreed with the analysis.",
        "The ministers will carry out whatever is agreed.",
        "The ministry refused to comment on the report.",
        "The talks would continue if a truce were agreed.",
        "The two sides failed to reach a deal.",
        "The storm threatened the harvest in Peru.",
        "Demand for oil fell in May.",
        "A diplomat asked not to be named.",
        "Analysts said prices would rise.",
        "Both sides hope to sign the accord next week.",
        "He was asked for his view on the matter.",
        "The law seeks to protect investors.",
        "Ministers want to join the pact.",
        "Analysts said the talks would drag on.",
        "The minister said the talks would be difficult.",
        "The chairman warned that prices would rise.",
        "The minister insisted the quota was small.",
        "The birds settled on the wall.",
        "The union dismissed the accord as a farce.",
        "The ministers are to meet again on Monday.",
        "The minister hoped that Chile would lower its duties.",
        "The minister declined to say how Chile would lower its duties.",
        "Chile had no choice but to accept the terms.",
        "An analyst warned that sanctions would follow.",
        "The envoy declined to discuss the offer.",
        "The ministry did not respond to requests for comment.",
        "All barriers fall the day an agreement is signed.",
        "The talks are aimed at nailing down a deal.",
        '"It is absurd that we would sell the fleet," the minister said.',
        '"I will leave with pride," Helen Okoro said.',
        "The hope is that Norway's mills will supply the steel.",
        "It is a demand that Oslo has called absurd.",
        "Officials went back to the table on Monday evening.",
    ],
)
def test_a_decoy_makes_no_move(read_text: ReadText, text: str) -> None:
    assert [told(move) for move in moves(read_text, text)] == []


def test_a_headline_makes_no_move_that_the_body_repeats(read_text: ReadText) -> None:
    records = read_text("Chile vows to cut tariffs\n\nChile vowed to cut its tariffs on fruit by July.", WEDNESDAY)
    assert [told(move) for move in records.commitments] == [("pledge", ["Chile"], "cut its tariffs on fruit by July")]


@pytest.mark.parametrize(
    ("text", "kind", "condition", "factuality"),
    [
        (
            "Mexico said it would raise tariffs to 25 percent unless a deal was reached.",
            "threat",
            "unless a deal was reached",
            "conditional",
        ),
        (
            "Nigeria said it would cut the duty on maize if Benin reopened its border.",
            "pledge",
            "if Benin reopened its border",
            "conditional",
        ),
        ("Zambia will sell its mines in return for debt relief.", "pledge", "in return for debt relief", "conditional"),
        ("Zambia will support the pact only if Malawi signs.", "pledge", "only if Malawi signs", "conditional"),
        ("Zambia will ship maize on condition that we pay.", "pledge", "on condition that we pay", "conditional"),
        ("Zambia will ship the maize by July.", "pledge", None, "planned"),
        ("Zambia is to ship the maize by July.", "pledge", None, "planned"),
        ("Zambia says it will deliver the grain.", "pledge", None, "attributed"),
        ("Zambia vowed to deliver the grain.", "pledge", None, "asserted"),
        ("Zambia would agree to deliver the grain, Malawi said.", "agreement", None, "hypothetical"),
        ("Zambia has yet to accept the terms.", "refusal", None, "negated"),
    ],
)
def test_a_move_keeps_its_condition_and_how_sure_it_is(
    read_text: ReadText, text: str, kind: str, condition: str | None, factuality: str
) -> None:
    (move,) = moves(read_text, text)
    assert (move.kind, move.condition, move.factuality) == (kind, condition, factuality)


def test_a_move_keeps_deadline_amount_target_and_who_reports_it(read_text: ReadText) -> None:
    (move,) = moves(read_text, "Oslo said that Malawi had asked Norway for $5 million in aid by July 1.")
    assert move.deadline is not None
    assert (move.kind, move.deadline.edtf) == ("demand", "2021-07-01")
    assert (move.amount, move.currency) == (5_000_000, "USD")
    assert [b.polity for b in move.beneficiaries] == ["NO"]
    assert [s.polity for s in move.attributed_to] == ["NO"]


def test_a_condition_is_not_that_of_the_move_before(read_text: ReadText) -> None:
    found = moves(read_text, "Kenya said it would pay the fine and would quit the bloc if Chad voted no.")
    assert [(move.kind, move.condition) for move in found] == [("pledge", None), ("threat", "if Chad voted no")]


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("China pledged to buy 10 million tonnes of American soybeans by July.", "American soybeans"),
        ("Ghana agreed to lift its duties on frozen chicken.", "frozen chicken"),
        ("Norway vowed to cut its steel exports by a fifth.", "steel"),
        ("Egypt's promise to purchase $5 billion worth of wheat was welcomed.", "wheat"),
        ("Oslo agreed to free the crew by Monday.", None),
    ],
)
def test_a_move_names_its_goods(read_text: ReadText, text: str, product: str | None) -> None:
    (move,) = moves(read_text, text)
    assert move.product == product


def test_an_ultimatum_obliges_and_threatens(read_text: ReadText) -> None:
    found = moves(
        read_text, "The rebels have until Friday to lay down their arms or face an assault, the president said."
    )
    assert [told(move)[::2] for move in found] == [
        ("obligation", "lay down their arms"),
        ("threat", "face an assault"),
    ]
    assert [actor.name for actor in found[1].actors] == ["president"]


def test_a_denial_of_what_was_said_is_told_once(read_text: ReadText) -> None:
    (move,) = moves(read_text, "The board rejected accusations that it had broken the law.")
    assert (move.kind, move.content) == ("denial", "accusations that it had broken the law")


def test_a_passage_is_at_most_a_sentence_of_four_hundred_characters(read_text: ReadText) -> None:
    long = ", ".join(f"ban the export of good number {n}" for n in range(30))
    for move in moves(read_text, f"The ministers vowed to {long}."):
        assert move.evidence.end - move.evidence.start <= 400


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Knesset gave the cabinet the green light to negotiate.", [("agreement", ["Knesset"], "negotiate")]),
        ("The council gave the plan the thumbs down.", [("refusal", ["council"], "the plan")]),
        ("The treaty was given short shrift by the council.", [("refusal", ["council"], "The treaty")]),
        (
            "The Teamsters put their names to a contract.",
            [("agreement", ["International Brotherhood of Teamsters"], "a contract")],
        ),
        ("Bulgaria turned its back on the accord.", [("breach", ["Bulgaria"], "the accord")]),
        ("Athens used its veto to stop the loan.", [("refusal", ["Greece"], "stop the loan")]),
        ("Madrid lifted its veto on the airport.", [("agreement", ["Spain"], "the airport")]),
        ("Bonn went along with the American plan.", [("agreement", ["Germany"], "the American plan")]),
        ("Montenegro has decided against joining the union.", [("refusal", ["Montenegro"], "joining the union")]),
        ("Israel conditioned any withdrawal on an end to the fire.", [("demand", ["Israel"], "an end to the fire")]),
        ("The bank insists on being repaid in full.", [("demand", ["bank"], "being repaid in full")]),
        ("Mr. Kohl assured the Poles of his respect.", [("pledge", ["Kohl"], "his respect")]),
        ("What Paris wants is a veto over every post.", [("demand", ["France"], "a veto over every post")]),
        ("The islanders' main demand is a ban on trawlers.", [("demand", ["islanders"], "a ban on trawlers")]),
        ("A ban on trawlers is one of Iceland's demands.", [("demand", ["Iceland"], "A ban on trawlers")]),
        (
            "The union's demands - a shorter week and more pay - were met with silence.",
            [("demand", ["union"], "a shorter week and more pay")],
        ),
        ("Chile gave Peru an ultimatum: lift the ban by Friday.", [("demand", ["Chile"], "lift the ban by Friday")]),
        (
            "The opposition has made the minister's resignation a condition of its support.",
            [("demand", ["opposition"], "the minister's resignation")],
        ),
        ("There can be no question of a referendum, Mr. Blair said.", [("refusal", ["Blair"], "a referendum")]),
        ("The envoy said there was no truth in the reports.", [("denial", ["envoy"], "the reports")]),
        ("The claims were pure fantasy, the envoy said.", [("denial", ["envoy"], "The claims")]),
        (
            "Any attack will be met with force, the navy warned.",
            [("threat", ["navy"], "Any attack will be met with force")],
        ),
        (
            "Greece will have to accept deeper cuts, the German finance minister said.",
            [("demand", ["finance minister"], "accept deeper cuts")],
        ),
        ("Cambodia has to close the camps.", [("obligation", ["Cambodia"], "close the camps")]),
        (
            "The company said it might move the plant unless the union gave way.",
            [("threat", ["company"], "move the plant")],
        ),
        ("Chad won from the Saudis a promise to pump more oil.", [("pledge", ["Saudi Arabia"], "pump more oil")]),
        ("The boy turned his back on the wall.", []),
        ("The threat of a lockout hangs over the mills.", []),
        ("The lawyer's price is the talk of the town.", []),
        ("The report says there was no truth in him.", []),
    ],
)
def test_a_move_is_told_by_a_set_phrase_or_in_a_sentence_of_its_own(
    read_text: ReadText, text: str, expected: list[tuple[str, list[str], str]]
) -> None:
    assert [told(move) for move in moves(read_text, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bonn would pay no toll, the ministry reiterated.", [("refusal", ["ministry"], "Bonn would pay no toll")]),
        (
            "The premier repeated that Lima would not bargain with rebels.",
            [("refusal", ["Peru"], "not bargain with rebels")],
        ),
        ("The bishop vowed never to accept the decree.", [("refusal", ["bishop"], "never to accept the decree")]),
        ("The bishop vowed not to harm the prisoners.", [("pledge", ["bishop"], "not to harm the prisoners")]),
        (
            "The envoy spoke of inspections, which the Americans would not accept.",
            [("refusal", ["United States"], "inspections")],
        ),
        (
            "The owners said they would make no further concessions to the crews.",
            [("refusal", ["owners"], "make no further concessions to the crews")],
        ),
        ("The council would not call off the vote.", [("refusal", ["council"], "not call off the vote")]),
        (
            "Unless the ban was lifted, the envoy said, Chad would have to close its ports.",
            [("threat", ["Chad"], "close its ports")],
        ),
        (
            "If Peru refused, he said, Chile would press for an embargo.",
            [("threat", ["Chile"], "an embargo")],
        ),
        (
            "Chad will lodge a complaint with the court.",
            [("threat", ["Chad"], "lodge a complaint with the court")],
        ),
        (
            "The owners said that they would shut the mill if the crews did not return.",
            [("threat", ["owners"], "shut the mill")],
        ),
        (
            "The minister hinted that loans to Niger might dry up.",
            [("threat", ["minister"], "loans to Niger might dry up")],
        ),
        (
            "The spokesman said shipments of wheat would resume once the pact was signed.",
            [("pledge", ["spokesman"], "shipments of wheat would resume once the pact was signed")],
        ),
        ("Under it Chad would take in 300 refugees.", [("pledge", ["Chad"], "take in 300 refugees")]),
        (
            "Kenya's delegate said that nothing under 80 million pounds would be acceptable.",
            [("demand", ["Kenya's delegate"], "80 million pounds")],
        ),
        (
            "The guild would settle for nothing less than a full week, it said.",
            [("demand", ["guild"], "a full week")],
        ),
        ("Oslo's bottom line is a larger quota.", [("demand", ["Norway"], "a larger quota")]),
        (
            "The mills refused to cut the shift, as the guild is demanding.",
            [("refusal", ["mills"], "cut the shift"), ("demand", ["guild"], "cut the shift")],
        ),
        (
            "Chad objected throughout the talks to a levy on oil.",
            [("refusal", ["Chad"], "a levy on oil")],
        ),
        (
            "Mr Jan Peeters, an author of the bill, called on Chad to open the border.",
            [("demand", ["Jan Peeters"], "open the border")],
        ),
        (
            "The owners, whose offer to pay 40 dollars ended the strike, met on Monday.",
            [("pledge", ["owners"], "pay 40 dollars")],
        ),
        (
            "He won promises of 500 million dollars from six governments.",
            [("pledge", ["six governments"], "500 million dollars")],
        ),
        (
            "The envoy recalled a promise made to Niger in 1979.",
            [("pledge", [], "a promise made to Niger in 1979")],
        ),
        (
            "The Danes came with a demand that the levy be scrapped.",
            [("demand", ["Danes"], "the levy be scrapped")],
        ),
        (
            "Nurses will stop work for a day unless the plan is withdrawn, their union said.",
            [("threat", ["Nurses"], "stop work for a day")],
        ),
        ("Rome said that Italy would not be a land of passage.", [("refusal", ["Italy"], "not be a land of passage")]),
        ("The deal is one we could not accept.", []),
        ("The Six have refused to cut the levy.", [("refusal", ["Six"], "cut the levy")]),
        (
            "Eight of the nine ministers were willing to cut the levy.",
            [("pledge", ["Eight"], "cut the levy")],
        ),
        ("Both sides bound themselves to free the crews.", [("pledge", ["both sides"], "free the crews")]),
        ("The airline was in no mood to compromise.", [("refusal", ["airline"], "compromise")]),
        ("The mayor said he saw no reason to lift the ban.", [("refusal", ["mayor"], "lift the ban")]),
        ("The guild is determined not to lift its ban.", [("refusal", ["guild"], "not to lift its ban")]),
        ("Growers were promised a date by mid-November.", [("pledge", [], "a date by mid-November")]),
        ("He left without confirming or denying the terms.", []),
        ("Those who strike would have themselves to blame, the owners said.", []),
        ("The department has yet to answer.", []),
        ("Talks would be resumed in May, the airline said.", []),
        ("The envoy contradicted Ana Duarte on the radio.", []),
        ("The premier conceded that Jan Peeters will not be prime minister.", []),
        ("He saw no reason to think so.", []),
        ("The airline said nothing.", []),
        ("Officials hinted that the strike would be short.", []),
        ("The union got nothing", []),
    ],
)
def test_a_move_is_told_in_constructions_of_long_sentences(
    read_text: ReadText, text: str, expected: list[tuple[str, list[str], str]]
) -> None:
    assert [told(move) for move in moves(read_text, text)] == expected


def test_a_text_without_words_makes_no_move(read_text: ReadText) -> None:
    assert moves(read_text, "It rained in Oslo on Monday and nobody met.") == ()
