"""Whom a title means that nobody in the article is said to hold: "the official", "the party's president"."""

from __future__ import annotations

from typing import Final

from kg.model import ArticleRecords, Mention
from kg.resolve.names import plain
from kg.resolve.people import Person, Roster
from kg.resolve.reference import Link
from kg.resolve.titles import head, is_loose

# What anybody may be called who has just spoken without a name.
_ANY: Final = frozenset("official source diplomat delegate negotiator aide spokesman spokeswoman".split())
NEAR: Final = 2


class Earlier:
    """Looks back in one article for the only person near whom a title does not rule out."""

    def __init__(self, records: ArticleRecords, roster: Roster) -> None:
        self._records, self._roster = records, roster

    def unnamed(self, mention: Mention) -> Link | None:
        """ "The official" is the one told of before, or the nameless one who has just spoken, of whatever noun."""
        noun = plain(mention.name).split()[-1:]
        before = [m for m in self._records.mentions if m.evidence.end <= mention.evidence.start]
        same = [m for m in before if m.kind == "group" and not m.plural and plain(m.name).split()[-1:] == noun]
        if same:
            return Link((same[-1],), "unnamed-again", 0.65)
        speaker = self._speaker(mention)
        if speaker is None or plain(mention.name) not in _ANY or mention.sentence - speaker.sentence > 1:
            return None
        nameless = speaker.kind == "group" and not speaker.plural
        return Link((speaker,), "unnamed-speaker", 0.6) if nameless else None

    def untitled(self, mention: Mention) -> Link | None:
        """ "The party's president", who has just spoken; "the Danish minister", the last person named, of no title."""
        if not mention.subject:
            return None
        speaker = self._speaker(mention)
        near = speaker is not None and 0 <= mention.sentence - speaker.sentence <= 1 and speaker.form == "name"
        if speaker is not None and near and self._suits(mention, speaker):
            return Link((speaker,), "title-of-speaker", 0.65)
        named = self._last_named(mention)
        specific = mention.polity is not None or " " in mention.name
        return Link((named,), "title-of-last-person", 0.65) if named is not None and specific else None

    def _speaker(self, mention: Mention) -> Mention | None:
        """Who spoke last before the title."""
        start = mention.evidence.start
        said = [s for s in self._records.statements if s.speakers and s.content_end <= start]
        said = [s for s in said if s.speakers[0].evidence.end < start]
        return said[-1].speakers[0] if said else None

    def _last_named(self, mention: Mention) -> Mention | None:
        """The one person of the last sentence that names any."""
        named = [
            m for m in self._records.mentions
            if m.kind == "person" and m.form == "name" and m.evidence.end <= mention.evidence.start
        ]  # fmt: skip
        last = [m for m in named if m.sentence == max(n.sentence for n in named)]
        alone = len({self._roster.of.get(m) for m in last}) == 1 and 1 <= mention.sentence - last[0].sentence <= NEAR
        return last[-1] if alone and self._suits(mention, last[-1]) else None

    def _suits(self, mention: Mention, named: Mention) -> bool:
        """True where nothing that is known of the person speaks against the title."""
        person = self._roster.of.get(named)
        if person is None or (mention.polity and person.polities and mention.polity not in person.polities):
            return False
        return all(_tells_little(person, title, mention) for title in person.titles)


def _tells_little(person: Person, title: str, mention: Mention) -> bool:
    """ "Union boss" leaves room for "general secretary", where no office of state is known."""
    return is_loose(title) and not person.offices and head(title) != head(mention.name)
