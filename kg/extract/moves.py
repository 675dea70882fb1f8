"""What parties do with words in a negotiation: pledges, demands, threats, refusals and their like, one record each."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.amounts import Amounted
from kg.extract.conditions import condition_of, deadline_of
from kg.extract.dates import Dated
from kg.extract.mentions import Mentions
from kg.extract.move_actors import Voices
from kg.extract.move_adjectives import Adjectives
from kg.extract.move_deeds import Deeds
from kg.extract.move_demands import Demands
from kg.extract.move_drafts import Move, distinct
from kg.extract.move_frames import Verbs
from kg.extract.move_goods import product_of
from kg.extract.move_modals import Modals
from kg.extract.move_nouns import Nouns
from kg.extract.move_phrases import SetPhrases
from kg.extract.text import Text
from kg.extract.topics import issues_of
from kg.model import Commitment, Factuality, Statement

LONGEST = 400


def moves(
    text: Text, mentions: Mentions, dates: list[Dated], amounts: list[Amounted], said: tuple[Statement, ...]
) -> Iterator[Commitment]:
    """The moves of the article in the order of their content."""
    voices = Voices(text, mentions, said)
    by_token = {j: dated for dated in dates for j in range(dated.start, dated.end)}
    drafts = [
        *Verbs(text, by_token).find(),
        *Nouns(text, mentions, by_token).find(),
        *Adjectives(text, by_token).find(),
        *Modals(text, voices, by_token).find(),
        *SetPhrases(text, voices, by_token).find(),
        *Demands(text, voices, by_token).find(),
        *Deeds(text, voices).find(),
    ]
    for draft in distinct([d for d in drafts if not _is_idle(voices, d)]):
        yield _record(text, voices, dates, amounts, draft)


def _record(text: Text, voices: Voices, dates: list[Dated], amounts: list[Amounted], move: Move) -> Commitment:
    where = text.span(move.start, move.end)
    statement = voices.around(move.cue)
    actors = voices.actors(move)
    condition = condition_of(text, frozenset({move.cue, move.head}), move.cue)
    inside = [a for a in amounts if move.start <= a.start < move.end and a.value is not None and not a.is_rate]
    amount = next((a for a in inside if a.is_money), next(iter(inside), None))
    printed = text.span(*condition) if condition else None
    first, last = _evidence(text, move)
    return Commitment(
        evidence=text.evidence(first, last, move.rule, move.confidence),
        kind=move.kind,
        actors=actors,
        beneficiaries=voices.beneficiaries(move),
        content=text.article.text[where.start : where.end],
        content_start=where.start,
        content_end=where.end,
        issues=issues_of(text, move.start, move.end) or issues_of(text, first, last),
        condition=text.article.text[printed.start : printed.end] if printed else None,
        product=product_of(text, move.start, move.end, inside),
        amount=amount.value if amount else None,
        currency=amount.currency if amount else None,
        deadline=deadline_of(text, dates, (move.start, move.end), condition, (first, last), text.subtree(move.cue)),
        factuality=_factuality(move, condition is not None, statement),
        attributed_to=statement.speakers if statement is not None else (),
    )


def _is_idle(voices: Voices, move: Move) -> bool:
    """ "The law seeks to protect": a thing is the subject; only a breach or an agreement's text may be one's."""
    if move.rule == "verb-alone":
        return move.subject is None or not (voices.is_actor(move.subject) or voices.is_named(move.subject))
    if move.rule == "adjective" and move.subject is not None and voices.text.pos[move.subject] == "NOUN":
        return not voices.is_actor(move.subject) and not voices.denoted(move.subject)
    return move.subject is not None and move.kind not in ("breach", "agreement") and voices.is_thing(move.subject)


def _factuality(move: Move, conditional: bool, statement: Statement | None) -> Factuality:
    if move.negated:
        return "negated"
    if conditional:
        return "conditional"
    if move.planned:
        return "planned"
    if move.unreal:
        return "hypothetical"
    return "asserted" if statement is None else "attributed"


def _evidence(text: Text, move: Move) -> tuple[int, int]:
    """The tokens from the actor over the cue to the end of the content, of one sentence and not too long."""
    first, last = text.sentences[text.sentence_of[move.cue]]
    inside = [move.cue, *(j for j in (move.start, move.end - 1) if first <= j < last)]
    start, end = min(inside), max(inside) + 1
    by = move.owner.start if move.owner is not None else move.subject
    if by is not None and first <= by < last and text.starts[end - 1] - text.starts[min(start, by)] <= LONGEST:
        start = min(start, text.subtree(by)[0] if by < move.cue and text.subtree(by)[1] <= move.cue else by)
        end = max(end, by + 1)
    while end > start + 1 and text.ends[end - 1] - text.starts[start] > LONGEST:
        end -= 1
    return max(first, start), end
