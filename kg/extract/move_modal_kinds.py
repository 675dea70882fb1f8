"""Which move a verb with an auxiliary makes: a pledge, a refusal, a threat, a demand or an obligation."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses import infinitives, object_of, prepositions
from kg.extract.dates import Dated
from kg.extract.move_actors import FIRST_PERSON, Voices
from kg.extract.move_harm import LIKELY, WOULD, Harm, Modal
from kg.extract.move_lists import is_among, is_idle, takes_none
from kg.extract.reality import UNREAL
from kg.extract.text import Text
from kg.extract.verbs import is_negated
from kg.packs import MoveKind

ABLE = frozenset({"can", "could", "ca"})
BOUND = frozenset({"must"})
OPEN = frozenset({"if", "unless", "whether", "when", "once"})
INSISTING = frozenset(
    {"insist", "vow", "swear", "stress", "declare", "rule", "pledge", "promise", "repeat", "reiterate"}
)
NO = frozenset({"no", "neither"})
NEVER = frozenset({"under no circumstances", "in no circumstances", "under no condition", "on no account"})
# What goes on or stops of itself, where parties let it: "imports would resume".
RESUMING = frozenset({"resume", "restart", "reopen", "stop", "cease", "halt", "end"})
TALKS = frozenset({"talk", "negotiation", "meeting", "session", "discussion"})
THESE = frozenset({"it", "this", "that", "these", "them"})
TEXTS = frozenset({"text", "plan", "term", "draft", "formula", "package", "proposal", "compromise", "scheme"})


@dataclass(frozen=True, slots=True)
class ModalKinds:
    """Tells the moves of verbs with auxiliaries apart."""

    text: Text
    voices: Voices
    dates: dict[int, Dated]

    def of(self, modal: Modal) -> MoveKind | None:
        text, i = self.text, modal.verb
        if any(text.lower[j] in OPEN and text.deps[j] == "mark" for j in text.children[i]):
            return None
        if text.lower[modal.subject] == "there":
            return self._existence(modal)
        if modal.helpers & UNREAL and is_under_pact(text, self.dates, i):
            return "pledge" if not is_idle(text, i) else None
        going = text.deps[i] == "xcomp" and text.lemmas[text.heads[i]] == "go"
        if is_negated(text, text.heads[i] if going else i) or self._never(i) or takes_none(text, i, self.dates):
            return "refusal" if self._refuses(modal) else None
        if modal.helpers & BOUND:
            return self._obliges(modal)
        if "is-to" in modal.helpers:
            bound = text.lemmas[i] in text.lexicon.pack.moves.acts or is_under_pact(text, self.dates, text.heads[i])
            return "pledge" if bound else None
        if Harm(text, self.dates).threatens(modal):
            return "threat"
        return "pledge" if self._pledges(modal) else None

    def _existence(self, modal: Modal) -> MoveKind | None:
        """ "There will be no extension": a refusal."""
        nouns = [j for j in self.text.children[modal.verb] if self.text.deps[j] in ("attr", "nsubj") and j > modal.verb]
        none = any(self.text.lower[k] in NO for j in nouns for k in (*self.text.children[j], j))
        going = any(self.text.tags[j] == "VBG" for j in nouns)  # "no going back"
        ruled = going or self.text.lemmas[self.text.heads[modal.verb]] in INSISTING
        none = none and (ruled or any(self.text.lemmas[j] in self.text.lexicon.pack.moves.boons for j in nouns))
        if none and modal.conditional and modal.helpers & UNREAL and modal.statement is not None:
            return "threat"
        return (
            "refusal"
            if none and not modal.warned and modal.helpers & (UNREAL | ABLE) and modal.statement is not None
            else None
        )

    def _obliges(self, modal: Modal) -> MoveKind | None:
        if Harm(self.text, self.dates).forces(modal):
            return "threat"
        if modal.statement is None:
            return None if modal.passive else "obligation"
        return None if modal.own else "demand"

    def _refuses(self, modal: Modal) -> bool:
        """ "Would not accept", "will not guard", "would not be bound"."""
        text, moves, i = self.text, self.text.lexicon.pack.moves, modal.verb
        lemma = text.lemmas[i]
        if not modal.helpers & (UNREAL | ABLE):
            return False
        if modal.passive:
            denied = modal.statement is not None and bool(modal.helpers & UNREAL) and lemma in moves.yields
            return lemma in moves.unbowed if modal.own else denied
        if lemma == "be":
            nouns = [j for j in text.children[i] if text.deps[j] in ("attr", "acomp")]
            kept = {text.lemmas[j] for j in nouns} & moves.unbowed
            named = self.voices.mentions.at(modal.subject)
            other = named is not None and named.kind == "person"  # "conceded that its leader will not be minister"
            other = other or (text.pos[modal.subject] == "PRON" and text.lower[modal.subject] not in FIRST_PERSON)
            posed = not other and bool(nouns) and text.deps[nouns[0]] == "attr"
            return modal.own and bool(kept or posed)
        if is_among(text, i, moves.yields):
            return True
        silent = any(lemma in verbs for verbs in text.lexicon.pack.cues.silence.values())
        silent = silent or (is_idle(text, i) and not self._makes_none(i))
        return modal.own and bool(modal.helpers & UNREAL) and not silent

    def _pledges(self, modal: Modal) -> bool:
        """An act that parties bind themselves to; in reported speech whatever one's own side says it will do."""
        text, moves, deed = self.text, self.text.lexicon.pack.moves, deed_of(self.text, modal.verb)
        acts = is_among(text, deed, moves.acts)
        if modal.helpers & LIKELY:
            return modal.own and modal.conditional and acts and not modal.passive
        if not modal.helpers & UNREAL or "nothing" in text.lower[modal.verb + 1 : modal.verb + 4]:
            return False
        if modal.helpers & WOULD and modal.statement is None and not modal.conditional:
            return False
        if modal.passive:
            flows = text.lexicon.pack.measures.flows.keys() | {"trade"}
            eased = text.lemmas[modal.subject] in moves.barriers | moves.boons | moves.parties | flows
            return acts and (modal.own or eased) and text.lemmas[modal.subject] not in TALKS
        if deed != modal.verb and not modal.own:
            return False
        if is_idle(text, deed):
            return acts and object_of(text, modal.verb) is not None
        return acts or (modal.own and self._is_done_to(modal.verb))

    def _is_done_to(self, i: int) -> bool:
        """A deed that has an object: "will vote" and "would hurt" promise nothing."""
        deed = deed_of(self.text, i)
        beside = prepositions(self.text, deed, self.dates)
        party = self.voices.is_actor
        return object_of(self.text, deed) is not None or any(word != "with" or party(j) for word, j in beside)

    def _never(self, i: int) -> bool:
        """ "Under no circumstances are we going to", "would in no circumstances submit"."""
        first = self.text.sentences[self.text.sentence_of[i]][0]
        deps = [self.text.deps[j][:5] for j in self.text.children[i]]
        inverted = "aux" in deps and "nsubj" in deps[deps.index("aux") :]
        if inverted and self.text.lower[first] in ("not", "never"):  # "Not for anything would he sign"
            return True
        return any(" ".join(self.text.lower[j : j + 3]) in NEVER for j in range(first, i))

    def _makes_none(self, i: int) -> bool:
        """ "Would make no further offers": the idle verb gives the noun's move."""
        text, moves, noun = self.text, self.text.lexicon.pack.moves, object_of(self.text, i)
        made = noun is not None and text.lemmas[noun] in moves.noun_frames.keys() | moves.boons
        return made and takes_none(text, i, self.dates)


def deed_of(text: Text, i: int) -> int:
    """The verb that says what is done: of "would try to reduce", the second."""
    if text.lemmas[i] not in text.lexicon.pack.moves.trying:
        return i
    gerunds = [j for j in text.children[i] if text.deps[j] == "xcomp" and text.tags[j] == "VBG" and j > i]
    return next(iter(infinitives(text, i) or gerunds), i)


def is_under_pact(text: Text, dates: dict[int, Dated], i: int) -> bool:
    """ "Under the deal, Oslo will": what a text binds its parties to."""
    pacts = text.lexicon.pack.moves.noun_frames
    above = [(word, j) for word, j in prepositions(text, i, dates) if word == "under"]
    above += [("under", k) for j in text.children[i] if text.lower[j] == "under" for k in text.children[j]]
    above = [(word, text.heads[i] if text.lower[j] == "which" else j) for word, j in above]
    if text.deps[i] == "conj" and not above:
        return is_under_pact(text, dates, text.heads[i])
    bound = {"agreement", "pledge"}
    return any(
        text.lemmas[j] in TEXTS or text.lower[j] in THESE or any(f.kind in bound for f in pacts.get(text.lemmas[j], ()))
        for _, j in above
    )
