"""Who makes a move, to whom, and who says so: mentions of the phrase, or "we", the speakers of the statement."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import crowds
from kg.extract.cues import Cue
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.move_drafts import Move
from kg.extract.speakers import SOME, is_people, someone, speakers_of
from kg.extract.text import Text
from kg.model import Mention, Statement

FIRST_PERSON = frozenset({"we", "We", "I", "us", "our", "Our", "my", "My", "ourselves"})
OWNED = frozenset({"his", "her", "its", "their", "our", "my"})
OFFICES = frozenset({"government", "administration", "country", "cabinet", "side"})
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
        if move.subject is not None and all(f.form == "pronoun" for f in found) and self._speaks(move):
            return self.around(move.cue).speakers  # type: ignore[union-attr]
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
        """The mentions that a noun and its conjuncts denote; of "Setanta, the broadcaster which", the name."""
        while self.text.deps[token] == "appos" and self.mentions.at(above := self.text.heads[token]) is not None:
            if {":", ";"} & set(self.text.words[above:token]):
                break
            token = above
        cue = Cue(token=token, frame="clause", shown="", lemma="say", subject=token)
        found = speakers_of(self.text, self.mentions, cue)
        if not found and (some := self._counted(token)) is not None:
            return (some,)
        if len(found) == 1 and self._is_unnamed_party(token) and self._is_inside(token, found[0]):
            return (someone(self.text, token),)
        return self._by_name(token, found) or found

    def _counted(self, token: int) -> Found | None:
        """ "The Six", "eight of the ministers", "some of its members"."""
        text = self.text
        of = [k for j in text.children[token] if text.lower[j] == "of" for k in text.children[j]]
        nouns = text.lexicon.pack.cues.bodies | text.lexicon.pack.moves.parties
        people = any(is_people(text, j) or text.lemmas[j] in nouns for j in of)
        number = text.tags[token] == "CD" or text.lower[token] in SOME
        return someone(text, token) if people and number else crowds.someone(text, self.mentions, token)

    def _is_unnamed_party(self, token: int) -> bool:
        parties = self.text.lexicon.pack.cues.bodies | self.text.lexicon.pack.moves.parties
        return self.mentions.at(token) is None and self.text.lemmas[token] in parties

    def _is_inside(self, token: int, found: Found) -> bool:
        """Of "regional U.S. banks" the country."""
        last = found.end - 1
        before = last < token and self.text.deps[last] in ("compound", "amod") and self.text.heads[last] == token
        return before and found.kind == "polity"

    def _by_name(self, token: int, found: tuple[Found, ...]) -> tuple[Found, ...]:
        """ "The CDU's ally, the CSU,": the name in apposition to a noun that tells less."""
        if len(found) != 1 or found[0].form not in ("group", "title") or self.mentions.at(token) is None:
            return ()
        text = self.text
        beside = (j for j in text.children[token] if text.deps[j] == "appos")
        apposed = [self.mentions.at(j) for j in beside if "," in text.words[text.subtree(j)[0] - 1 : j]]
        return tuple(f for f in apposed[:1] if f is not None and f.form in ("name", "acronym") and f.kind != "place")

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

    def _speaks(self, move: Move) -> bool:
        """Whether the subject is whoever says so: "he", "it" or "his country" in what he or it is told to say."""
        statement = self.around(move.cue)
        if move.subject is None or statement is None or not statement.speakers:
            return False
        return self._is_spoken_of(move.subject) or self.is_own(move.subject, statement)

    def _is_spoken_of(self, token: int) -> bool:
        """ "Syria says it is willing": an "it" that is no mention, where the speaker is no person."""
        statement = self.around(token) if self.text.lower[token] == "it" and not self.text.quoted[token] else None
        return statement is not None and any(speaker.kind != "person" for speaker in statement.speakers)

    def is_own(self, token: int, statement: Statement | None) -> bool:
        """The speaker or the speaker's side: "we", "his country", "the company", or a party that an official names."""
        if self.is_self(token, statement):
            return True
        if statement is None or not statement.speakers:
            return False
        text, speaker, pack = self.text, statement.speakers[-1], self.text.lexicon.pack
        side = text.lemmas[token] in pack.cues.bodies | pack.moves.parties
        before = {text.lower[j] for j in text.children[token] if text.deps[j] in ("poss", "det")}
        words = " ".join(
            text.words[j] for j in text.children[token] if j < token and text.deps[j] in ("amod", "compound")
        )
        theirs = text.lexicon.polity_names.get(words)
        if side and (before & OWNED or (theirs is not None and theirs in {s.polity for s in statement.speakers})):
            return True
        if speaker.kind == "person" and "the" in before and text.lemmas[token] in pack.cues.bodies | OFFICES:
            return True
        found = self.mentions.at(token)
        if found is None or found.form == "pronoun" or found.kind not in ("polity", "institution"):
            return False
        apart = speaker.polity is not None and found.polity is not None and speaker.polity != found.polity
        return not apart and (
            speaker.kind == "person" or (speaker.polity is not None and speaker.polity == found.polity)
        )

    def is_possessed(self, token: int) -> bool:
        """ "He", "his club": somebody's own, where nobody is known to speak."""
        before = {self.text.lower[j] for j in self.text.children[token] if self.text.deps[j] == "poss"}
        return self.text.lower[token] in {*SINGULAR, "they", "we", "i"} or bool(before & OWNED)

    def is_actor(self, token: int) -> bool:
        """A party, and not a thing: what can bind itself."""
        found, pack = self.mentions.at(token), self.text.lexicon.pack
        if found is not None:
            return found.kind != "place" and not (found.name == "it" and self.text.quoted[token])
        nouns = pack.cues.bodies | pack.moves.parties
        return self.text.words[token] in FIRST_PERSON or self.text.lemmas[token] in nouns

    def is_named(self, token: int) -> bool:
        return self.mentions.at(token) is not None

    def is_thing(self, token: int) -> bool:
        """A law, a plan, a figure: it demands or refuses nothing."""
        if self.mentions.at(token) is not None or self.text.pos[token] not in ("NOUN", "PRON"):
            return False
        if self._is_spoken_of(token):
            return False
        pack, lemma = self.text.lexicon.pack, self.text.lemmas[token]
        return lemma in pack.cues.inanimate and self.text.lower[token] != "it"
