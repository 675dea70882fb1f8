"""What was said: the tokens that a cue's clause, quotation, object or complement spans."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.bounds import LONGEST_CONTENT, OPENING, PAUSE, content_end
from kg.extract.complements import noun_clause, silence, thing_said
from kg.extract.cues import Cue
from kg.extract.dates import Dated
from kg.extract.parted import LONGEST_ADDRESS, VERBAL, is_clause, parted, pause_behind
from kg.extract.text import Text

CLOSING = frozenset({'"', "”", "»", "'", "’", "''"})
# What one does by saying it: with a noun alone it is no report.
PERFORMATIVE = frozenset(
    "vow pledge promise threaten demand urge agree propose recommend offer plead appeal reject refuse".split()
)
ASKING = frozenset({"ask", "wonder", "enquire", "inquire", "question", "query"})
QUESTIONS = frozenset("whether if who what why how when where which whom whose".split())


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
            found = self._thing(cue) or (self._clause(cue, subject) if quoting else None)
        else:
            found = self._clause(cue, subject)
        return self.trim(*found) if found else None

    def _thing(self, cue: Cue) -> tuple[int, int] | None:
        """What is said about a thing; the quotation, where a colon brings one behind it."""
        found = thing_said(self.text, cue)
        if found is not None and self.text.words[found[1] : found[1] + 1] == [":"]:
            return next(((s, e) for s, e in self.text.quotes if s == found[1] + 1), found)
        return found

    def _silence(self, cue: Cue) -> tuple[int, int]:
        """What was not said, without the day on which it was not."""
        start, end = silence(self.text, cue, self.text.sentences[self.text.sentence_of[cue.token]][1])
        dated = next((d.start for d in self.dates.values() if cue.token < d.start < end and d.end >= end), None)
        if dated is not None:
            end = max(dated - (self.text.pos[dated - 1] == "ADP"), start + 1)
        return start, end

    def trim(self, start: int, end: int) -> tuple[int, int] | None:
        """Without commas and dashes at the edges, and without a quotation mark that the content does not pair."""
        words = self.text.words
        while start < end and (words[start] in PAUSE or (words[start] in CLOSING and not self._is_paired(start, end))):
            start += 1
        while end > start and (words[end - 1] in PAUSE or words[end - 1] in (".", ";")):
            end -= 1
        while end > start and words[end - 1] in OPENING and not self._is_paired(start, end):
            end -= 1
        return self._with_marks(start, end) if end > start else None

    def _with_marks(self, start: int, end: int) -> tuple[int, int]:
        """A quotation that makes up the content, or closes it, keeps both its marks."""
        for first, last in self.text.quotes:
            if first == start - 1 and last <= end + 1:
                start = first
            if last == end + 1 and first >= start:
                end = last
        return start, end

    def _is_paired(self, start: int, end: int) -> bool:
        return any(s < end and e > start and (start <= s or s < start < e) for s, e in self.text.quotes)

    # A clause or a quotation

    def _clause(self, cue: Cue, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        text, v = self.text, cue.token
        first, last = text.sentences[text.sentence_of[v]]
        own = cue.subject is None or text.heads[cue.subject] == v
        group = min(subject[0], v) if subject is not None and own and first <= subject[0] else v
        after = self._after(cue, last)
        if after is not None and (judged := self._judged_noun(cue, after[0], last)) is not None:
            return judged
        if after is None and (thing := self._thing(cue)) is not None:
            return thing
        before = self._before(cue, group, first)
        if before is not None and self._ends_quoted(before[1]):
            return before
        if text.tags[v] == "VBG" and text.words[v - 1 : v] == [","]:  # ", citing demand" takes nothing from before it
            return after
        behind = pause_behind(text, self.dates, cue, subject, last)
        if behind is not None and first < group and text.words[group - 1] in PAUSE:
            whole = parted(text, cue, group, behind, first, last)
            if whole is not None:
                return whole
        return before if after is None else after

    def _judged_noun(self, cue: Cue, start: int, last: int) -> tuple[int, int] | None:
        """ "Practices (that) they say are unfair": the noun with what is said of it."""
        text, v = self.text, cue.token
        if start != v + 1 or text.tags[start] not in VERBAL or cue.subject != v - 1:
            return None
        noun = v - 2 - (text.tags[v - 2] in ("WDT", "IN"))
        if noun < 0 or text.pos[noun] not in ("NOUN", "PROPN"):
            return None
        end = start + 1
        while (
            end < min(last, v + LONGEST_ADDRESS)
            and text.words[end] not in PAUSE
            and text.tags[end] not in VERBAL | {"VB", "."}
        ):
            end += 1
        return min(text.subtree(noun)[0], noun), end

    def _ends_quoted(self, end: int) -> bool:
        return any(abs(e - end) <= 1 for _, e in self.text.quotes)

    def _after(self, cue: Cue, last: int) -> tuple[int, int] | None:
        """The clause or quotation behind the verb."""
        text, v = self.text, cue.token
        start = self._clause_start(cue, last)
        if start is None:
            return None
        if start in self.dates and self.dates[start].end < last:
            start = self.dates[start].end
        end = min(last, content_end(text, v, start, last))
        enclosing = [e for s, e in text.quotes if s < v < e]
        if enclosing:
            end = min(end, enclosing[0])
        return (start, end) if start < end else None

    def _clause_start(self, cue: Cue, last: int) -> int | None:
        if cue.frame != "clause":
            return self._quote_start(cue.token, last, adjacent=True)
        finders = (self._complement, self._that, self._question, self._told_clause, self._bare_clause)
        for start in (find(cue, last) for find in finders):
            if start is not None:
                return start
        if self.text.is_headline(self.text.sentence_of[cue.token]) and not self._is_directive(cue):
            return cue.token + 1
        quote = self._quote_start(cue.token, last, adjacent=False)
        return quote if quote is None else self._said_before(cue, quote)

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
            if clause < v or text.deps[clause] not in ("ccomp", "parataxis"):
                continue
            infinitive = text.tags[clause] == "VB" and self._has_to(clause)
            if not infinitive and (text.tags[clause] != "VBG" or cue.lemma in ("say", "add")):
                return self._skip_that(max(v + 1, text.subtree(clause)[0]), clause)
        return None

    def _has_to(self, verb: int) -> bool:
        return any(self.text.lower[k] == "to" and self.text.deps[k] == "aux" for k in self.text.children[verb])

    def _that(self, cue: Cue, last: int) -> int | None:
        """A clause that opens with "that" soon behind the verb, whatever the parser hung it on."""
        text = self.text
        if cue.lemma == "say" and any(text.deps[j] == "dobj" for j in text.children[cue.token]):
            return None
        for j in range(cue.token + 1, min(last, cue.token + LONGEST_ADDRESS, len(text.tokens) - 1)):
            if text.tags[j] in VERBAL and text.lemmas[j] in text.lexicon.pack.cues.speech:
                return None
            if text.lower[j] == "that" and text.tags[j] in ("IN", "WDT") and text.tags[j + 1] not in VERBAL:
                speaks = text.pos[j - 1] != "NOUN" or cue.lemma in text.lexicon.pack.cues.animate
                return j + 1 if speaks else None
        return None

    def _question(self, cue: Cue, last: int) -> int | None:
        """ "Asked publicly who had redrafted it": an indirect question."""
        text, v = self.text, cue.token
        if cue.lemma not in ASKING:
            return None
        for j in range(v + 1, min(last, v + LONGEST_ADDRESS)):
            if text.lower[j] in QUESTIONS:
                return j
            if text.tags[j] in VERBAL or text.tags[j] == "TO":
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
        verbs = [j for j in range(start, near) if text.tags[j] in VERBAL and not text.quoted[j]]
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
        relatives = (k for j in addressed for k in text.children[j] if text.deps[k] == "relcl")
        return next((text.subtree(k)[0] for k in relatives if self._has_subject(k)), None)

    def _has_subject(self, verb: int) -> bool:
        """True for a clause with a subject that is no relative pronoun: the parser took it for a relative clause."""
        text = self.text
        return any(text.deps[j] == "nsubj" and text.tags[j] not in ("WDT", "WP") for j in text.children[verb])

    def _skip_that(self, start: int, clause: int) -> int:
        """Past what belongs to the cue: "on Thursday that", "in a statement that"."""
        text = self.text
        marks = [j for j in text.children[clause] if text.lower[j] == "that" and text.deps[j] == "mark"]
        return marks[0] + 1 if marks else start

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

    def _before(self, cue: Cue, group: int, first: int) -> tuple[int, int] | None:
        """What precedes speaker and verb, parted from them by a comma or a closing quotation mark."""
        text = self.text
        before = group - 1
        if before <= first:
            quote = next(((s, e) for s, e in text.quotes if e == first == group), None)
            return quote if quote is not None and self._is_same_paragraph(quote[1] - 1, first) else None
        mark = text.words[before]
        if mark not in PAUSE and mark not in CLOSING and mark not in ("?", "!"):
            return None
        closing = [(s, e) for s, e in text.quotes if before - 1 <= e <= before + 1]
        if closing:
            introduced = text.words[closing[0][0] - 1 : closing[0][0]] == [":"]
            return closing[0][0] if introduced else min(first, closing[0][0]), closing[0][1]
        if before - first < 2 or not is_clause(self.text, first, before):
            return None
        return first, before

    def _is_same_paragraph(self, i: int, j: int) -> bool:
        return self.text.paragraph(self.text.sentence_of[i]) == self.text.paragraph(self.text.sentence_of[j])
