"""Where behind a cue the words begin that it brings: a clause, a question, a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.bounds import LONGEST_CONTENT, PAUSE, takes_over
from kg.extract.cues import Cue
from kg.extract.dates import Dated
from kg.extract.found import SUBJECTS
from kg.extract.parted import LONGEST_ADDRESS
from kg.extract.tags import PREDICATES
from kg.extract.text import Text

# What one does by saying it: with a noun alone it is no report.
PERFORMATIVE = frozenset(
    "vow pledge promise threaten demand urge agree propose recommend offer plead appeal reject refuse".split()
)
# With a clause in the subjunctive they tell of an act, and not of what is so: "proposed that they be freed".
MANDATING = frozenset(
    "propose recommend agree request order direct instruct stipulate decree move ordain enact".split()
)
BINDING = frozenset({"should", "must", "shall"})
# "Now that", "provided that": conjunctions, and no verb's clause.
CONJOINED = frozenset("now so provided providing such except given in seeing granted save supposing assuming".split())
ASKING = frozenset({"ask", "wonder", "enquire", "inquire", "question", "query"})
EXPECTING = frozenset({"expect", "believe", "consider", "estimate", "reckon", "judge", "understand"})
CLEARING = frozenset({"make", "let", "leave"})
CHALLENGES = frozenset({"challenge", "question", "query", "taunt", "jibe"})
QUESTIONS = frozenset("whether if who what why how when where which whom whose".split())


@dataclass(frozen=True, slots=True)
class Openings:
    """Finds them in one article, whose dates by their first token are given."""

    text: Text
    dates: dict[int, Dated]

    def start(self, cue: Cue, last: int) -> int | None:
        if cue.frame != "clause":
            return self._quote_start(cue.token, last, adjacent=True)
        if cue.lemma in CLEARING:  # "made it clear that"
            return self._that(cue, last)
        finders = (self._complement, self._that, self._question, self._told_clause, self._bare_clause)
        for start in (find(cue, last) for find in finders):
            if start is not None:
                return start
        if self.text.is_headline(self.text.sentence_of[cue.token]) and not self._is_directive(cue):
            return cue.token + 1
        quote = self._quote_start(cue.token, last, adjacent=False)
        return quote if quote is None else self._said_before(cue, quote)

    def is_mandate(self, cue: Cue) -> bool:
        """ "Proposed that the men be tried", "agreed that they should resume": a move, and no report of what is so."""
        text = self.text
        if cue.lemma not in MANDATING or cue.subject is None:
            return False
        clause = next((j for j in text.children[cue.token] if j > cue.token and text.deps[j] == "ccomp"), None)
        if clause is None or text.quoted[clause] or not any(text.deps[j] in SUBJECTS for j in text.children[clause]):
            return False
        helpers = [j for j in text.children[clause] if text.deps[j] in ("aux", "auxpass") and j < clause]
        if cue.lemma == "agree" and any(text.lower[j] in BINDING for j in helpers):
            return True
        return text.tags[min([*helpers, clause])] == "VB"

    def _is_directive(self, cue: Cue) -> bool:
        """ "Tells owners to sell", "vows revenge": an act and no report, in a headline too."""
        text = self.text
        if cue.lemma not in text.lexicon.pack.cues.animate or cue.lemma in PERFORMATIVE:
            return True
        return any(text.tags[j] == "VB" and self._has_to(j) for j in text.children[cue.token] if j > cue.token)

    def _said_before(self, cue: Cue, quote: int) -> int:
        """Where content begins that is quoted in part: "said Thursday negotiators face a "large amount"."""
        text, start = self.text, cue.token + 1
        if start in self.dates:
            start = self.dates[start].end
        spoken = cue.lemma == "say" and quote - start > 2 and text.pos[start] in ("NOUN", "PROPN", "DET", "ADJ", "PRON")
        return start if spoken else quote

    def _complement(self, cue: Cue, last: int) -> int | None:
        """The verb's clausal complement behind it; "told its refiners to buy" is a directive and no content."""
        text, v = self.text, cue.token
        adjectives = [k for j in text.children[v] if text.deps[j] == "acomp" for k in text.children[j]]
        for clause in (*text.children[v], *adjectives):
            if clause < v or text.deps[clause] not in ("ccomp", "parataxis") or self._is_aside(clause):
                continue
            infinitive = text.tags[clause] == "VB" and self._has_to(clause) and not self._is_expected(cue, clause)
            if not infinitive and (text.tags[clause] != "VBG" or cue.lemma in ("say", "add")):
                start = self._skip_that(max(v + 1, text.subtree(clause)[0]), clause)
                adjacent = text.lower[v + 1] == "that" and text.tags[v + 1] in ("IN", "WDT", "DT") and start > v + 4
                return v + 2 if adjacent and text.deps[v + 1] != "det" else start
        return None

    def _is_expected(self, cue: Cue, clause: int) -> bool:
        """ "Expects costs to rise": an infinitive with a subject of its own."""
        return cue.lemma in EXPECTING and any(self.text.deps[j] == "nsubj" for j in self.text.children[clause])

    def _is_aside(self, verb: int) -> bool:
        """ ", officials said,": words that only tell whose the others are."""
        text = self.text
        start = text.subtree(verb)[0]
        start += text.words[start] in PAUSE
        parts = text.words[start - 1] in PAUSE and text.words[verb + 1 : verb + 2] in ([","], ["."])
        return parts and text.lemmas[verb] in text.lexicon.pack.cues.speech and verb - start < 6

    def _has_to(self, verb: int) -> bool:
        return any(self.text.lower[k] == "to" and self.text.deps[k] == "aux" for k in self.text.children[verb])

    def _that(self, cue: Cue, last: int) -> int | None:
        """A clause that opens with "that" soon behind the verb, whatever the parser hung it on."""
        text = self.text
        if cue.lemma == "say" and any(text.deps[j] == "dobj" for j in text.children[cue.token]):
            return None
        for j in range(cue.token + 1, min(last, cue.token + LONGEST_ADDRESS, len(text.tokens) - 1)):
            if text.tags[j] in PREDICATES | {"VBN"} and text.lemmas[j] in text.lexicon.pack.cues.speech:
                return None
            if text.words[j] == "," and takes_over(text, j + 1):
                return None
            if text.tags[j] == "TO" and text.tags[j + 1] == "VB" and cue.lemma in PERFORMATIVE:
                return None  # "promised to look again at a contract that he tore up"
            if text.lower[j] == "that" and text.tags[j] in ("IN", "WDT") and text.tags[j + 1] not in PREDICATES:
                if self._is_answered(j - 1) or text.lower[j - 1] in CONJOINED:
                    return None
                speaks = text.pos[j - 1] != "NOUN" or cue.lemma in text.lexicon.pack.cues.animate
                return j + 1 if speaks else None
        return None

    def _is_answered(self, noun: int) -> bool:
        """ "Responding to charges that the firm had lied": others' words, to which somebody answers."""
        text, cues = self.text, self.text.lexicon.pack.cues
        answered = text.deps[noun] == "pobj" and text.lower[text.heads[noun]] == "to"
        return answered and text.lemmas[noun] in cues.said | cues.nouns | CHALLENGES

    def _question(self, cue: Cue, last: int) -> int | None:
        """ "Asked publicly who had redrafted it": an indirect question."""
        text, v = self.text, cue.token
        if cue.lemma not in ASKING:
            return None
        for j in range(v + 1, min(last, v + LONGEST_ADDRESS)):
            if text.lower[j] in QUESTIONS:
                return j
            if text.tags[j] in PREDICATES or text.tags[j] == "TO":
                return None
        return None

    def _bare_clause(self, cue: Cue, last: int) -> int | None:
        """ "Said in Tehran any ship would be attacked": a clause that the parser took for an object."""
        text, v = self.text, cue.token
        if cue.lemma != "say" or not any(j > v and text.deps[j] in ("dobj", "nsubj", "pobj") for j in self._near(v)):
            return None
        start = v + 1
        if text.pos[start] == "ADP" and text.pos[start + 1] == "PROPN":
            start = next((j for j in range(start + 1, last) if text.pos[j] != "PROPN"), last)
        start = self.dates[start].end if start in self.dates else start
        if start >= last or text.pos[start] not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            return None
        near = min(last, start + LONGEST_CONTENT)
        verbs = [j for j in range(start, near) if text.tags[j] in PREDICATES and not text.quoted[j]]
        opened = [j for j in range(start, near) if text.tags[j] in ("WDT", "WP", "WRB") or text.deps[j] == "mark"]
        return start if len(verbs) > len(opened) else None

    def _near(self, v: int) -> list[int]:
        return [*self.text.children[v], *(k for j in self.text.children[v] for k in self.text.children[j])]

    def _told_clause(self, cue: Cue, last: int) -> int | None:
        """ "Told NRK his country had offered": a clause without "that", taken for a relative one of the addressee."""
        text = self.text
        if cue.lemma != "tell":
            return None
        addressed = [j for j in text.children[cue.token] if text.deps[j] in ("dobj", "dative")]
        relatives = [k for j in addressed for k in text.children[j] if text.deps[k] == "relcl"]
        relatives += [k for k in text.children[cue.token] if text.deps[k] == "advcl" and addressed[:1] < [k]]
        return next((text.subtree(k)[0] for k in relatives if self._has_subject(k)), None)

    def _has_subject(self, verb: int) -> bool:
        """True for a clause with a subject that is no relative pronoun: the parser took it for a relative clause."""
        text = self.text
        kinds = {text.deps[j] for j in text.children[verb] if text.tags[j] not in ("WDT", "WP")}
        return "nsubj" in kinds and "mark" not in kinds

    def _skip_that(self, start: int, clause: int) -> int:
        """Past what belongs to the cue: "on Thursday that", "in a statement that"."""
        text = self.text
        marks = [j for j in text.children[clause] if text.lower[j] == "that" and text.deps[j] == "mark"]
        if marks:
            return marks[0] + 1
        unmarked = text.lower[start] == "that" and text.tags[start] == "IN" and text.tags[start + 1] not in PREDICATES
        return start + unmarked

    def _quote_start(self, v: int, last: int, *, adjacent: bool) -> int | None:
        """A quotation that opens soon behind the verb; `adjacent` allows no address between them, only a pause."""
        text = self.text
        for start, _ in text.quotes:
            if v < start < min(last, v + LONGEST_ADDRESS):
                between = range(v + 1, start)
                if adjacent and between and text.words[start - 1] not in PAUSE:
                    continue
                if not any(text.pos[j] == "VERB" and text.deps[j] != "amod" for j in between):
                    return start
        return None
