"""A parsed article -> its records: one question per file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from kg.extract.amounts import find_amounts
from kg.extract.dates import find_dates
from kg.extract.lexicon import Lexicon
from kg.extract.loose_ends import loose_ends
from kg.extract.measures import measures
from kg.extract.meetings import meetings
from kg.extract.mentions import find_mentions
from kg.extract.moves import moves
from kg.extract.places import places
from kg.extract.roles import find_roles, roles
from kg.extract.statements import statements
from kg.extract.text import Text
from kg.extract.topic_phrases import topic_phrases
from kg.model import ArticleRecords, Commitment, Measure, Meeting, Mention, Statement

__all__ = ["Lexicon", "Text", "extract"]


Record = Statement | Commitment | Meeting | Measure


def extract(text: Text) -> ArticleRecords:
    """All records of one article, each kind in the order of the text."""
    mentions = find_mentions(text)
    dates = find_dates(text)
    amounts = find_amounts(text)
    held = find_roles(text, mentions)
    said = tuple(statements(text, mentions, dates, held))
    made = tuple(moves(text, mentions, dates, amounts, said))
    met = tuple(meetings(text, mentions, dates))
    imposed = tuple(measures(text, mentions, dates, amounts))
    roles_held = tuple(roles(text, mentions, held, dates))
    denoting = {mention.key: mention for mention in (found.mention(text) for found in mentions.found)}
    located = (found.mention(text) for found in places(text, mentions))
    for mention in (*_named_in((*said, *made, *met, *imposed)), *located):
        denoting.setdefault(mention.key, mention)
    return ArticleRecords(
        article=text.article,
        mentions=tuple(denoting[key] for key in sorted(denoting)),
        statements=said,
        roles=roles_held,
        dates=tuple(dated.record for dated in dates),
        meetings=met,
        measures=imposed,
        commitments=made,
        loose_ends=tuple(loose_ends(text, (*said, *made, *met, *imposed, *roles_held), dates, amounts)),
        topic_phrases=tuple(topic_phrases(text, mentions, (*said, *made))),
    )


def _named_in(records: Iterable[Record]) -> Iterator[Mention]:
    """The mentions in the slots of the records: some are of words that no finder took."""
    for record in records:
        for slot in fields(record):
            value = getattr(record, slot.name)
            yield from (m for m in (value if isinstance(value, tuple) else (value,)) if isinstance(m, Mention))
