"""A parsed article -> its records: one question per file."""

from __future__ import annotations

from kg.extract.dates import find_dates
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import find_mentions
from kg.extract.roles import find_roles, roles
from kg.extract.statements import statements
from kg.extract.text import Text
from kg.model import ArticleRecords

__all__ = ["Lexicon", "Text", "extract"]


def extract(text: Text) -> ArticleRecords:
    """All records of one article, each kind in the order of the text."""
    mentions = find_mentions(text)
    dates = find_dates(text)
    held = find_roles(text, mentions)
    said = tuple(statements(text, mentions, dates, held))
    denoting = {mention.key: mention for mention in (found.mention(text) for found in mentions.found)}
    for speaker in (s for statement in said for s in (*statement.speakers, *statement.via)):
        denoting.setdefault(speaker.key, speaker)
    return ArticleRecords(
        article=text.article,
        mentions=tuple(denoting[key] for key in sorted(denoting)),
        statements=said,
        roles=tuple(roles(text, mentions, held)),
        dates=tuple(dated.record for dated in dates),
    )
