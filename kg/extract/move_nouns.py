"""Nouns that make moves: "China's pledge to buy", "demands for access", "a promise made in 1979"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import auxiliaries, coordinated, end_of, infinitives, noun_phrase, prepositions, verb_phrase
from kg.extract.crowds import someone
from kg.extract.dates import Dated
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.move_drafts import Move, Part
from kg.extract.move_parts import phrase_of
from kg.extract.reality import UNREAL, doer_of, reality_of
from kg.extract.speakers import SPEAKING
from kg.extract.subjects import subject_of
from kg.extract.text import Text
from kg.packs import MoveFrame

NEAR = 9
FARTHEST_CLAUSE = 5
TAKING = frozenset(
    {"win", "extract", "secure", "wring", "get", "obtain", "receive", "exact", "elicit", "wrest", "have"}
)
POINTING = frozenset({"that", "this", "those", "these"})
FORMER = frozenset({"similar", "earlier", "previous", "former"})
COMING = frozenset({"come", "arrive", "counter", "respond", "reply", "answer"})


GIVING = frozenset({"make", "give"})


@dataclass(frozen=True, slots=True)
class Nouns:
    """Finds moves made by nouns."""

    text: Text
    mentions: Mentions
    dates: dict[int, Dated]

    def find(self) -> Iterator[Move]:
        moves = self.text.lexicon.pack.moves
        for i, lemma in enumerate(self.text.lemmas):
            if self.text.is_headline(self.text.sentence_of[i]):
                continue
            if lemma in moves.noun_frames and (self.text.pos[i] == "NOUN" or is_owned(self.text, i)):
                for frame in moves.noun_frames[lemma]:
                    yield from self._noun(i, frame)

    def _noun(self, i: int, frame: MoveFrame) -> Iterator[Move]:
        text = self.text
        owner = self._owner(i)
        subject = self._maker(i) if owner is None else None
        bound = frame.kind in ("agreement", "pledge") and owner is None and subject is None
        kept = self._kept_by(i) if bound and self._possessive(i) is None else None
        if kept is not None:
            subject = doer_of(text, kept) if text.pos[kept] == "VERB" else self._maker(kept)
        owned = owner is not None or subject is not None or self._possessive(i) is not None
        if not owned and not self._stands_alone(i, frame):
            return
        none = any(
            text.lower[j] in ("no", "any", "little") for j in text.children[i] if text.deps[j] in ("det", "amod")
        )
        if none and subject is not None and self._is_made(i):
            yield from self._denied(i, subject)
            return
        kind = frame.negated if none else frame.kind
        if kind is None:
            return
        for start, end, head in self._complement(i, frame, light=subject is not None):
            pronoun = self._possessive(i)
            yield Move(
                cue=i, kind=kind, start=start, end=end, head=head, rule="noun", confidence=0.75, owner=owner,
                subject=subject, speaker=pronoun is not None and text.lower[pronoun] in ("our", "my"),
            )  # fmt: skip

    def _kept_by(self, i: int) -> int | None:
        """ "In violation of an agreement to hold tolls", "honoured a deal to": the word that says what became of it."""
        text, moves = self.text, self.text.lexicon.pack.moves
        above = text.heads[text.heads[i]] if text.deps[i] == "pobj" else text.heads[i]
        verbs, nouns = moves.verb_frames, moves.noun_frames
        told = verbs.get(phrase_of(text, above)) or verbs.get(text.lemmas[above], ())
        frames = told if text.pos[above] == "VERB" else nouns.get(text.lemmas[above], ())
        return above if above != i and any(frame.kind in ("breach", "fulfilment") for frame in frames) else None

    def _is_made(self, i: int) -> bool:
        """ "Made no promise", "gave no such undertaking"; "would make no promise" is another matter."""
        governor = self._governor(i)
        made = governor is not None and self.text.lemmas[governor] in ("make", "give", "issue", "offer")
        return made and reality_of(self.text, governor or 0) == "real"

    def _denied(self, i: int, subject: int) -> Iterator[Move]:
        verb = self._governor(i)
        if verb is not None:
            yield Move(
                cue=verb, kind="denial", start=verb, end=end_of(self.text, verb), head=verb, rule="none-made",
                confidence=0.7, subject=subject,
            )  # fmt: skip

    def _stands_alone(self, i: int, frame: MoveFrame) -> bool:
        """Whether the noun makes a move that is nobody's here: "demand for oil" is none, "demands for access" are."""
        if frame.kind == "threat" and frame.objects:
            return False
        if frame.kind == "fulfilment":
            return self.text.lower[i - 1] == "in"
        if self.text.tags[i] == "NNS" or (frame.kind == "breach" and self.text.lower[i - 1] == "in"):
            return frame.kind != "agreement"
        before = [j for j in self.text.children[i] if self.text.deps[j] in ("det", "amod", "compound")]
        if frame.kind in ("demand", "breach"):
            return any(self.text.lower[j] in ("a", "an", "another") for j in before)
        return "gerund" in frame.takes or (frame.kind != "agreement" and bool(before))

    def _maker(self, i: int) -> int | None:
        """The subject of a light verb: "issued a threat", "gave that promise"."""
        text, governor = self.text, self._governor(i)
        if governor is None and (text.lower[i - 1 : i + 1] == ["on", "notice"] or self._in_breach(i)):
            return subject_of(text, text.heads[i - 1])
        above = text.heads[i]
        if text.deps[i] == "pobj" and text.lower[above] == "with" and text.lemmas[text.heads[above]] in COMING:
            return subject_of(text, text.heads[above])  # "came with a demand"
        told = [j for j in text.children[i] if text.deps[j] in ("relcl", "acl") and text.lemmas[j] in self._light]
        if told:
            return doer_of(text, told[0])
        if governor is None or i < governor or text.deps[i] not in ("dobj", "attr", "obj"):
            return None
        makes = text.lemmas[governor] in self._light and reality_of(text, governor) is not None
        return subject_of(text, governor) if makes else None

    def _in_breach(self, i: int) -> bool:
        """ "In violation of", "in defiance of": whoever does the deed so described."""
        frames = self.text.lexicon.pack.moves.noun_frames[self.text.lemmas[i]]
        return self.text.lower[i - 1] == "in" and any(frame.kind in ("breach", "fulfilment") for frame in frames)

    @property
    def _light(self) -> frozenset[str]:
        return self.text.lexicon.pack.moves.light

    def _governor(self, i: int) -> int | None:
        head = self.text.heads[i]
        return head if head != i and self.text.pos[head] in ("VERB", "AUX") else None

    def _possessive(self, i: int) -> int | None:
        return next((j for j in self.text.children[i] if self.text.deps[j] == "poss"), None)

    def _owner(self, i: int) -> Found | None:
        """Whose the noun is: "China's pledge", "the US demand", "a promise by Oslo"."""
        text = self.text
        possessive = self._possessive(i)
        if possessive is not None and text.tags[possessive] == "WP$":
            possessive = antecedent_of(text, i)
        inside = [possessive] if possessive is not None else []
        inside += [j for j in text.children[i] if text.deps[j] in ("amod", "compound", "nmod") and j < i]
        inside += [k for j in text.children[i] if j > i and text.lower[j] in ("by", "from") for k in text.children[j]]
        governor = self._governor(i)
        if governor is not None and text.lemmas[governor] in TAKING:  # "won from Chad a promise to"
            inside += [k for word, k in prepositions(text, governor, self.dates) if word == "from"]
        for j in inside:
            found = self.mentions.at(j) or (someone(text, self.mentions, j) if text.pos[j] == "NOUN" else None)
            if found is not None and found.kind in SPEAKING:
                return found
            if text.words[j] in text.lexicon.polity_words:
                return Found(
                    start=j, end=j + 1, form="name", kind="polity", name=text.words[j],
                    polity=text.lexicon.polity_words[text.words[j]], rule="demonym-owner", confidence=0.7,
                )  # fmt: skip
        return None

    def _complement(self, i: int, frame: MoveFrame, *, light: bool) -> list[Part]:
        text = self.text
        never = frame.never
        if frame.takes & {"infinitive", "keep"}:
            duties = text.lexicon.pack.moves.duties
            direct = [j for j in text.children[i] if j > i and text.tags[j] == "VB"]
            verbs = infinitives(text, i) or self._behind(i)
            verbs = verbs if verbs and (verbs[0] in self._near(i) or verbs[0] in direct) else []
            kept = [v for v in verbs if "keep" not in frame.takes or text.lemmas[v] in duties]
            if kept and text.lemmas[kept[0]] not in never:
                return [(*verb_phrase(text, v), v) for v in kept]
        if "gerund" in frame.takes:
            acts = [j for j in text.children[i] if text.deps[j] == "acl" and text.tags[j] == "VBG"]
            return [(j, end_of(text, j), j) for j in acts if text.lemmas[j] in frame.objects]
        if "clause" in frame.takes and (clause := self._that(i, frame)) is not None:
            return [clause]
        for word, j in [*prepositions(text, i, self.dates), *self._beside(i)]:
            if word in frame.preps and self._is_content(j, frame) and not (word == "to" and self._is_party(j)):
                return [(j, end_of(text, j), j)] if text.tags[j] == "VBG" else [(*noun_phrase(text, j), j)]
        if "anaphor" not in frame.takes:
            return []
        pointing = any(text.lower[j] in POINTING for j in text.children[i] if text.deps[j] == "det")
        former = any(text.lower[j] in FORMER for j in text.children[i] if text.deps[j] == "amod")
        return [(*noun_phrase(text, i), i)] if (light and pointing) or former or self._is_given(i) else []

    def _is_given(self, i: int) -> bool:
        """ "A promise made in 1979", "the pledge it gave at Oslo": the noun itself is what is told."""
        text = self.text
        given = [j for j in text.children[i] if text.deps[j] in ("acl", "relcl") and text.lemmas[j] in GIVING]
        return any(text.tags[j] in ("VBN", "VBD") for j in given)

    def _behind(self, i: int) -> list[int]:
        """ "Broke its word to free the crew": the infinitive right behind the noun, hung on the verb."""
        text = self.text
        hung = text.lower[i + 1 : i + 2] == ["to"] and text.tags[i + 2 : i + 3] == ["VB"] and text.deps[i] == "dobj"
        owned = self._possessive(i) is not None
        if hung and owned and text.heads[i + 2] == text.heads[i]:
            return coordinated(text, i + 2)
        given = [text.subtree(j)[1] for j in text.children[i] if j > i and text.lower[j] in ("from", "by")]
        to = given[0] if given else 0  # "a promise from the owners to pay"
        verb = to + 1 + (text.words[to + 1 : to + 2] in (['"'], ["“"]))
        return [verb] if given and text.lower[to : to + 1] == ["to"] and text.tags[verb : verb + 1] == ["VB"] else []

    def _is_party(self, j: int) -> bool:
        """ "Its undertaking to the Fund": to whom it was given."""
        found = self.mentions.at(j)
        return found is not None and found.kind in SPEAKING

    def _is_content(self, j: int, frame: MoveFrame) -> bool:
        lemma = self.text.lemmas[j]
        if lemma in {*frame.never, "vote", "test"} or self.text.pos[j] == "PRON":
            return False
        return not frame.objects or lemma in frame.objects

    def _beside(self, i: int) -> list[tuple[str, int]]:
        """ "Dropped their insistence on a third man": the preposition right behind the noun, hung on the verb."""
        governor = self._governor(i)
        hung = self.text.children[governor] if governor is not None else []
        return [
            (self.text.lower[j], k)
            for j in hung if j == i + 1 and self.text.deps[j] == "prep"
            for k in self.text.children[j] if self.text.deps[k] in ("pobj", "pcomp") and k not in self.dates
        ]  # fmt: skip

    def _near(self, i: int) -> range:
        return range(i + 1, min(i + NEAR, len(self.text.words)))

    def _that(self, i: int, frame: MoveFrame) -> Part | None:
        """The noun's that-clause; the parser may have hung it on the verb: "renewed its demand today that"."""
        text, governor = self.text, self._governor(i)
        light = governor is not None and text.lemmas[governor] in self._light
        if text.lower[i - 1 : i + 1] == ["on", "notice"]:
            governor, light = text.heads[i - 1], True
        hung = (
            [j for j in text.children[governor] if text.subtree(j)[0] in self._near(i)]
            if governor is not None and light
            else []
        )
        for j in [*text.children[i], *hung]:
            if j > i and text.deps[j] in ("acl", "ccomp", "relcl"):
                marks = [k for k in text.children[j] if text.lower[k] == "that" and text.deps[k] == "mark"]
                done = frame.kind == "demand" and auxiliaries(text, j) & {"has", "have", "had"}
                if marks and not done and (frame.kind != "threat" or auxiliaries(text, j) & UNREAL):
                    return marks[0] + 1, end_of(text, j), j
        return None


def is_owned(text: Text, i: int) -> bool:
    """ "Whose offer to pay": a noun that the tagger takes for a verb."""
    return text.pos[i] == "VERB" and any(text.deps[j] == "poss" and text.tags[j] == "WP$" for j in text.children[i])


def antecedent_of(text: Text, i: int) -> int | None:
    """The noun that the relative clause around the token tells of: "the owners, whose offer was spurned"."""
    for _ in range(FARTHEST_CLAUSE):
        if text.deps[i] == "relcl" or text.heads[i] == i:
            break
        i = text.heads[i]
    return text.heads[i] if text.deps[i] == "relcl" else None
