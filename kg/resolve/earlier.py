"""Whom a title means that nobody in the article is said to hold: "the official", "the party's president"."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile
from typing import Final

from kg.model import ArticleRecords, Mention
from kg.resolve.names import plain
from kg.resolve.people import Person, Roster
from kg.resolve.reference import Anaphor
from kg.resolve.titles import head, is_loose

# What anybody may be called who has just spoken without a name.
_ANY: Final = frozenset("official source diplomat delegate negotiator aide spokesman spokeswoman".split())
NEAR: Final = 2


class Earlier:
    """Looks back in one article for the only person near whom a title does not rule out."""

    def __init__(self, records: ArticleRecords, roster: Roster) -> None:
        self._roster = roster
        self._unnamed = [m for m in records.mentions if m.kind == "group" and not m.plural]
        self._named = [m for m in records.mentions if m.kind == "person" and m.form == "name"]
        self._named.sort(key=_end)
        self._said = sorted((s for s in records.statements if s.speakers), key=lambda s: s.content_end)

    def unnamed(self, mention: Mention) -> Anaphor | None:
        """ "The official" is the one told of before, or the nameless one who has just spoken, of whatever noun."""
        noun = plain(mention.name).split()[-1:]
        start = mention.evidence.start
        same = [m for m in self._unnamed if m.evidence.end <= start and plain(m.name).split()[-1:] == noun]
        if same:
            return Anaphor((same[-1],), "unnamed-again", 0.65)
        speaker = self._speaker(mention)
        if speaker is None or plain(mention.name) not in _ANY or mention.sentence - speaker.sentence > 1:
            return None
        nameless = speaker.kind == "group" and not speaker.plural
        return Anaphor((speaker,), "unnamed-speaker", 0.6) if nameless else None

    def untitled(self, mention: Mention) -> Anaphor | None:
        """ "The party's president", who has just spoken; "the Danish minister", the last person named, of no title."""
        if not mention.subject:
            return None
        speaker = self._speaker(mention)
        near = speaker is not None and 0 <= mention.sentence - speaker.sentence <= 1 and speaker.form == "name"
        if speaker is not None and near and self._suits(mention, speaker):
            return Anaphor((speaker,), "title-of-speaker", 0.65)
        named = self._last_named(mention)
        specific = mention.polity is not None or " " in mention.name
        return Anaphor((named,), "title-of-last-person", 0.65) if named is not None and specific else None

    def _speaker(self, mention: Mention) -> Mention | None:
        """Who spoke last before the title."""
        start = mention.evidence.start
        before = reversed(self._said[: bisect_right(self._said, start, key=lambda s: s.content_end)])
        return next((s.speakers[0] for s in before if s.speakers[0].evidence.end < start), None)

    def _last_named(self, mention: Mention) -> Mention | None:
        """The one person of the last sentence that names any."""
        before = bisect_right(self._named, mention.evidence.start, key=_end)
        if not before:
            return None
        last = self._named[before - 1]
        beside = takewhile(lambda m: m.sentence == last.sentence, reversed(self._named[:before]))
        alone = len({self._roster.of.get(m) for m in beside}) == 1
        near = 1 <= mention.sentence - last.sentence <= NEAR
        return last if alone and near and self._suits(mention, last) else None

    def _suits(self, mention: Mention, named: Mention) -> bool:
        """True where nothing that is known of the person speaks against the title."""
        person = self._roster.of.get(named)
        if person is None or (mention.polity and person.polities and mention.polity not in person.polities):
            return False
        return all(_tells_little(person, title, mention) for title in person.titles)


def _end(mention: Mention) -> int:
    return mention.evidence.end


def _tells_little(person: Person, title: str, mention: Mention) -> bool:
    """ "Union boss" leaves room for "general secretary", where no office of state is known."""
    return is_loose(title) and not person.offices and head(title) != head(mention.name)
