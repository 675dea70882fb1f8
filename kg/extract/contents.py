"""What was said: the tokens that a cue's clause, quotation, object or complement spans."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.bounds import CLOSING, JOINING, PAUSE, content_end, is_relative_report
from kg.extract.complements import thing_said
from kg.extract.cues import Cue
from kg.extract.dates import Dated
from kg.extract.edges import trimmed
from kg.extract.idioms import managed_by
from kg.extract.noun_clauses import noun_clause
from kg.extract.openings import Openings
from kg.extract.parted import ADDRESSING, LONGEST_ADDRESS, is_clause, parted, pause_behind
from kg.extract.silences import silence
from kg.extract.tags import PREDICATES
from kg.extract.text import Text

# Characters that a passage can have and still be one statement.
LONGEST_PASSAGE = 400
LEAST_CLAUSE = 3
# What reports with a quotation only: "began", "went on"; without one it tells what somebody did.
DOING = frozenset("go begin start continue read offer finish conclude leave call urge volunteer open close".split())


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the content of a cue can lie: the quotations and dates of its article."""

    text: Text
    dates: dict[int, Dated]

    def of(self, cue: Cue, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        """The content's tokens, punctuation at its edges trimmed; None where the cue reports nothing."""
        if cue.frame == "silence":
            found: tuple[int, int] | None = self._silence(cue)
        elif cue.frame == "noun":
            found = noun_clause(self.text, cue.token)
        elif cue.frame == "object":
            cues = self.text.lexicon.pack.cues
            quoting = self.text.quotes and cue.lemma in cues.object_verbs | cues.quote
            participle = self.text.tags[cue.token] == "VBN" and self.text.deps[cue.token] in ("acl", "advcl")
            found = self._thing(cue) or (self._clause(cue, subject) if quoting and not participle else None)
        else:
            found = self._clause(cue, subject)
        if found is not None and cue.frame == "object":
            found = found[0], self._next_deed(cue.token, *found)
        return trimmed(self.text, *found) if found else None

    def _next_deed(self, v: int, start: int, end: int) -> int:
        """ "Called that a pretext and froze relations": where somebody goes on to do or say something else."""
        text = self.text
        for j in range(start + 1, end - 1):
            if text.words[j] == "," and is_relative_report(text, j + 1, end):
                return j
            if text.lower[j] in JOINING and not text.quoted[j] and text.tags[v] in ("VBD", "VBZ"):
                verb = j + 1 + (text.pos[j + 1] == "ADV")
                nominal = text.pos[text.heads[verb]] in ("NOUN", "PROPN", "ADJ")
                if text.tags[verb] == text.tags[v] and text.deps[verb] == "conj" and nominal:
                    return j
        return end

    def _thing(self, cue: Cue) -> tuple[int, int] | None:
        """What is said about a thing; the quotation, where a colon brings one behind it."""
        found = thing_said(self.text, cue)
        if found is not None and self.text.words[found[1] : found[1] + 1] == [":"]:
            return next(((s, e) for s, e in self.text.quotes if s == found[1] + 1), found)
        return found

    def _silence(self, cue: Cue) -> tuple[int, int]:
        """What was not said, without the day on which it was not."""
        start, end = silence(self.text, cue.token, cue.lemma, self.text.sentences[self.text.sentence_of[cue.token]][1])
        dated = next((d.start for d in self.dates.values() if cue.token < d.start < end and d.end >= end), None)
        if dated is not None:
            end = max(dated - (self.text.pos[dated - 1] == "ADP"), start + 1)
        return start, end

    # A clause or a quotation

    def _clause(self, cue: Cue, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        text, v = self.text, cue.token
        if Openings(text, self.dates).is_mandate(cue):
            return None
        first, last = text.sentences[text.sentence_of[v]]
        if text.is_headline(text.sentence_of[v]) and v > first + 2 and text.words[v - 1] == ",":
            return first, v - 1  # "Strike is back on, say drivers"
        near = subject is not None and subject[1] >= v - 1
        own = cue.subject is None or near or text.heads[cue.subject] in (v, managed_by(text, v))
        group = min(subject[0], v) if subject is not None and own and first <= subject[0] else v
        after = self._after(cue, last)
        if after is not None and cue.subject is not None and max(v + 1, after[0]) <= cue.subject < after[1]:
            after = None  # ", said two delegates who were there"
        if after is not None and (judged := self._judged_noun(cue, after[0], last)) is not None:
            return judged
        if after is None and (thing := self._thing(cue)) is not None:
            return thing
        if text.tags[v] == "VBG" and text.words[v - 1 : v] == [","]:  # ", citing demand" takes nothing from before it
            return after
        if after is not None and text.words[v + 1 : v + 2] == [":"]:
            inside = cue.subject is not None and first <= cue.subject < group - 1  # "The aide, asked why, said: "..."
            parted_off = group > first + LEAST_CLAUSE and text.words[group - 1] == "," and not text.quoted[first]
            parted_off = parted_off and not inside
            return (first, group - 1) if parted_off and is_clause(text, first, group - 1) else after
        before = self._before(cue, group, first)
        if before is not None and self._ends_quoted(before[1]) and (after is None or before[1] > first):
            return before
        behind = pause_behind(text, self.dates, cue, subject, last) if own else None
        if behind is not None and first < group and text.words[group - 1] in PAUSE:
            whole = parted(text, cue, group, behind, first, last)
            if whole is not None:
                return whole
        return before if after is None else after

    def _judged_noun(self, cue: Cue, start: int, last: int) -> tuple[int, int] | None:
        """ "Practices (that) they say are unfair": the noun with what is said of it."""
        text, v = self.text, cue.token
        if start != v + 1 or text.tags[start] not in PREDICATES or cue.subject != v - 1:
            return None
        noun = v - 2 - (text.tags[v - 2] in ("WDT", "IN"))
        if noun < 0 or text.pos[noun] not in ("NOUN", "PROPN"):
            return None
        end = start + 1
        while (
            end < min(last, v + LONGEST_ADDRESS)
            and text.words[end] not in PAUSE
            and text.tags[end] not in PREDICATES | {"VB", "."}
        ):
            end += 1
        return min(text.subtree(noun)[0], noun), end

    def _ends_quoted(self, end: int) -> bool:
        return any(abs(e - end) <= 1 for _, e in self.text.quotes)

    def _after(self, cue: Cue, last: int) -> tuple[int, int] | None:
        """The clause or quotation behind the verb."""
        text, v = self.text, cue.token
        start = Openings(text, self.dates).start(cue, last)
        if start is None:
            return None
        if start in self.dates and self.dates[start].end < last:
            start = self.dates[start].end
        end = min(last, content_end(text, v, start, last))
        if (
            text.deps[v] == "advcl" and text.heads[v] > v and start < text.subtree(v)[1]
        ):  # "Conceding that it was, he disputed"
            end = min(end, text.subtree(v)[1])
        aside = text.tags[v] == "VBG" and text.words[v - 1] == "," and text.deps[v] in ("acl", "advcl")
        if aside and text.heads[v] < v and text.words[text.subtree(v)[1] : text.subtree(v)[1] + 1] == [","]:
            end = min(end, max(text.subtree(v)[1], start + 2))  # "X, noting that it was late, appealed"
        if text.deps[v] == "relcl" and text.words[text.subtree(v)[1] : text.subtree(v)[1] + 1] == [","]:
            end = min(end, max(text.subtree(v)[1], start + 2))
        enclosing = [e for s, e in text.quotes if s < v < e]
        if enclosing:
            end = min(end, enclosing[0])
        elif end == last:
            end = self._quoted_on(start, last)
        return (start, end) if start < end else None

    def _quoted_on(self, start: int, last: int) -> int:
        """Where a quotation that opens here ends, in a later sentence it may be: "said: "A. B." "."""
        runs_on = (e for s, e in self.text.quotes if start - 1 <= s < last < e)
        end = next(runs_on, last)
        if start >= end or self.text.ends[end - 1] - self.text.starts[start] > LONGEST_PASSAGE:
            return last
        return end

    def _before(self, cue: Cue, group: int, first: int) -> tuple[int, int] | None:
        """What precedes speaker and verb, parted from them by a comma or a closing quotation mark."""
        text = self.text
        before = group - 1
        if before <= first:
            quote = next(((s, e) for s, e in text.quotes if e == first == group and text.words[s - 1] != ":"), None)
            more = {"xcomp", "ccomp"} if cue.lemma in ADDRESSING else {"xcomp", "ccomp", "dobj"}
            if any(text.deps[j] in more for j in text.children[cue.token]):  # "vowed to hold out" has words enough
                return None
            return quote if quote is not None and self._is_same_paragraph(quote[1] - 1, first) else None
        if text.lower[before] == "as" and text.words[before - 1] in PAUSE:  # ", as the minister was quick to note"
            before -= 1
        mark = text.words[before]
        if mark not in PAUSE and mark not in CLOSING and mark not in ("?", "!"):
            return None
        own = cue.subject is not None and text.heads[cue.subject] == cue.token
        transitive = own and cue.lemma not in ADDRESSING and self._has_object(cue.token, cue.subject)
        closing = [(s, e) for s, e in text.quotes if before - 1 <= e <= before + 1]
        if closing:
            introduced = text.words[closing[0][0] - 1 : closing[0][0]] == [":"]
            return closing[0][0] if introduced else min(first, closing[0][0]), closing[0][1]
        inherited = cue.subject is not None and not own and first <= cue.subject < before
        if transitive or mark == ":" or (inherited and text.deps[cue.token] == "conj"):
            return None
        if (cue.frame == "quote" and cue.lemma in DOING) or self._has_infinitive(cue.token):
            return None
        inverted = own and cue.subject is not None and cue.subject > cue.token  # "Not a chance, say the Greeks"
        if before - first < 2 or not (inverted or is_clause(self.text, first, before)):
            return None
        return first, before

    def _has_object(self, verb: int, subject: int | None) -> bool:
        """True where the verb has a thing of its own for an object, as "demanded a ceiling" has."""
        text = self.text
        objects = (j for j in text.children[verb] if text.deps[j] == "dobj" and j > verb and j != subject)
        return any(text.pos[j] == "NOUN" for j in objects)

    def _has_infinitive(self, verb: int) -> bool:
        """ "From behind the barricade, residents vowed to resist": the verb has its words behind it."""
        text = self.text
        below = (j for j in text.children[verb] if text.deps[j] == "xcomp" and text.tags[j] == "VB" and j > verb)
        return any(text.lower[k] == "to" for j in below for k in text.children[j])

    def _is_same_paragraph(self, i: int, j: int) -> bool:
        return self.text.paragraph(self.text.sentence_of[i]) == self.text.paragraph(self.text.sentence_of[j])
