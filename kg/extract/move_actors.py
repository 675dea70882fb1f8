"""Who makes a move, to whom, and who says so: mentions of the phrase, or "we", the speakers of the statement."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cues import Cue, speakers_of
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.move_drafts import Move
from kg.extract.text import Text
from kg.model import Mention, Statement

FIRST_PERSON = frozenset({"we", "We", "I", "us", "our", "Our", "my", "My", "ourselves"})
SINGULAR = frozenset({"he", "she", "it"})


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements of an article, by what they span."""

    text: Text
    mentions: Mentions
    said: tuple[Statement, ...]

    def around(self, token: int) -> Statement | None:
        """The innermost statement whose content holds the token."""
        place = self.text.span(token, token + 1).start
        inside = [s for s in self.said if s.content_start <= place < s.content_end]
        return min(inside, key=lambda s: s.content_end - s.content_start, default=None)

    def actors(self, move: Move) -> tuple[Mention, ...]:
        """Who makes the move: a noun's owner, the subject with what is coordinated with it, the agreement's partner."""
        if move.owner is not None:
            return (move.owner.mention(self.text),)
        if move.speaker or (move.subject is not None and self.text.words[move.subject] in FIRST_PERSON):
            statement = self.around(move.cue)
            return statement.speakers if statement is not None else ()
        found = self.denoted(move.subject) if move.subject is not None else ()
        if move.subject is not None and not found and self._is_spoken_of(move.subject):
            statement = self.around(move.cue)
            return statement.speakers if statement is not None else ()
        partner = self.mentions.at(move.partner) if move.partner is not None and found else None
        partners = self.denoted(partner.end - 1) if partner is not None else ()
        return tuple(f.mention(self.text) for f in dict.fromkeys((*found, *partners)))

    def beneficiaries(self, move: Move) -> tuple[Mention, ...]:
        if move.target is None or move.target == move.subject:
            return ()
        named = self.mentions.at(move.target) is not None or move.rule == "verb-order"
        found = self.denoted(move.target) if named else ()
        return tuple(f.mention(self.text) for f in found)

    def denoted(self, token: int) -> tuple[Found, ...]:
        """The mentions that a noun or pronoun and its conjuncts denote."""
        cue = Cue(token=token, frame="clause", shown="", lemma="say", subject=token)
        return speakers_of(self.text, self.mentions, cue)

    def is_self(self, token: int, statement: Statement | None) -> bool:
        """ "We" in a quotation, "it" in what a company is reported to say: the speaker."""
        if self.text.words[token] in FIRST_PERSON:
            return True
        word = self.text.lower[token]
        if self.text.quoted[token] or statement is None or not statement.speakers or word not in {*SINGULAR, "they"}:
            return False
        if word == "they":
            return statement.speakers[-1].plural or len(statement.speakers) > 1
        return word == "it" if statement.speakers[0].kind != "person" else word != "it"

    def _is_spoken_of(self, token: int) -> bool:
        """ "Syria says it is willing": an "it" that is no mention, where the speaker is no person."""
        statement = self.around(token) if self.text.lower[token] == "it" and not self.text.quoted[token] else None
        return statement is not None and any(speaker.kind != "person" for speaker in statement.speakers)

    def is_actor(self, token: int) -> bool:
        """A party, and not a thing: what can bind itself."""
        found, pack = self.mentions.at(token), self.text.lexicon.pack
        if found is not None:
            return found.kind != "place" and not (found.name == "it" and self.text.quoted[token])
        nouns = pack.cues.bodies | pack.moves.parties
        return self.text.words[token] in FIRST_PERSON or self.text.lemmas[token] in nouns

    def is_thing(self, token: int) -> bool:
        """A law, a plan, a figure: it demands or refuses nothing."""
        if self.mentions.at(token) is not None or self.text.pos[token] not in ("NOUN", "PRON"):
            return False
        if self._is_spoken_of(token):
            return False
        pack, lemma = self.text.lexicon.pack, self.text.lemmas[token]
        return lemma in pack.cues.inanimate or lemma in pack.cues.documents
