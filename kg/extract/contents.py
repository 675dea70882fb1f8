"""What was said: the tokens that a cue's clause, quotation, object or complement spans."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cues import Cue
from kg.extract.dates import Dated
from kg.extract.text import Text

OPENING = frozenset({'"', "“", "„", "«", "'", "‘", "``"})
CLOSING = frozenset({'"', "”", "»", "'", "’", "''"})
PAUSE = frozenset({",", "-", "–", "--", "—", ":"})
LONGEST_ADDRESS = 14
# What opens a subordinate clause or adverbial before the speaker, and not what was said.
NO_CLAUSE = frozenset("asked speaking when while although though as after before since pressed citing quoting".split())


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the content of a cue can lie: the quotations and dates of its article."""

    text: Text
    dates: dict[int, Dated]

    def of(self, cue: Cue, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        """The content's tokens, punctuation at its edges trimmed; None where the cue reports nothing."""
        found = {
            "clause": self._clause,
            "quote": self._clause,
            "object": self._object,
            "silence": self._silence,
            "noun": self._noun,
        }[cue.frame](cue, subject)
        return self.trim(*found) if found else None

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
        if (
            after is None
            and cue.lemma in self.text.lexicon.pack.cues.object_verbs
            and (noun := self._said_noun(cue)) is not None
        ):
            return noun
        before = self._before(cue, group, first)
        if before is not None and self._ends_quoted(before[1]):
            return before
        if self._is_enclosed(v, group, subject, first, last):
            return first, last
        return before if after is None else after

    def _ends_quoted(self, end: int) -> bool:
        return any(abs(e - end) <= 1 for _, e in self.text.quotes)

    def _is_enclosed(self, v: int, group: int, subject: tuple[int, int] | None, first: int, last: int) -> bool:
        """ "The talks, he conceded, were not there yet": speaker and verb stand between commas."""
        words = self.text.words
        behind = max(v + 1, subject[1] if subject is not None and subject[0] > v else 0)
        enclosed = first < group and words[group - 1] in PAUSE and behind < last - 2 and words[behind] in PAUSE
        return enclosed and not self._takes_over(behind + 1) and self.text.lower[first] not in NO_CLAUSE

    def _after(self, cue: Cue, last: int) -> tuple[int, int] | None:
        """The clause or quotation behind the verb."""
        text, v = self.text, cue.token
        start = self._clause_start(cue, last)
        if start is None:
            return None
        if start in self.dates and self.dates[start].end < last:
            start = self.dates[start].end
        end = min(last, self._next_cue(v, start, last))
        enclosing = [e for s, e in text.quotes if s < v < e]
        if enclosing:
            end = min(end, enclosing[0])
        return (start, end) if start < end else None

    def _clause_start(self, cue: Cue, last: int) -> int | None:
        if cue.frame != "clause":
            return self._quote_start(cue.token, last, adjacent=True)
        for start in (self._complement(cue), self._that(cue, last), self._told_clause(cue)):
            if start is not None:
                return start
        if self.text.is_headline(self.text.sentence_of[cue.token]):
            return cue.token + 1
        quote = self._quote_start(cue.token, last, adjacent=False)
        return quote if quote is None else self._said_before(cue, quote)

    def _said_before(self, cue: Cue, quote: int) -> int:
        """Where content begins that is quoted in part: "said Thursday negotiators face a "large amount"."""
        text, start = self.text, cue.token + 1
        if start in self.dates:
            start = self.dates[start].end
        spoken = cue.lemma == "say" and quote - start > 2 and text.pos[start] in ("NOUN", "PROPN", "DET", "ADJ", "PRON")
        return start if spoken else quote

    def _complement(self, cue: Cue) -> int | None:
        """The verb's clausal complement behind it; "told its refiners to buy" is a directive and no content."""
        text, v = self.text, cue.token
        for clause in text.children[v]:
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
        for j in range(cue.token + 1, min(last, cue.token + LONGEST_ADDRESS)):
            if text.lower[j] == "that" and text.tags[j] in ("IN", "WDT") and text.pos[j + 1 : j + 2] != ["VERB"]:
                speaks = text.pos[j - 1] != "NOUN" or cue.lemma in text.lexicon.pack.cues.animate
                return j + 1 if speaks else None
        return None

    def _told_clause(self, cue: Cue) -> int | None:
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

    def _next_cue(self, v: int, start: int, last: int) -> int:
        """Where a verb coordinated with the cue, or a participle like "adding", takes over."""
        text = self.text
        ends = [last]
        for j in text.children[v]:
            if j <= start:
                continue
            if text.deps[j] == "conj" and text.pos[j] == "VERB" and (self._speaks(j) or not self._goes_on(j)):
                ends.append(
                    next((k for k in range(j - 1, start, -1) if text.deps[k] == "cc" or text.words[k] in PAUSE), j)
                )
            elif text.deps[j] == "advcl" and text.tags[j] == "VBG" and text.words[text.subtree(j)[0] - 1] in PAUSE:
                ends.append(text.subtree(j)[0])
        ends += [j for j in range(start + 1, last - 2) if text.words[j] == "," and self._takes_over(j + 1)]
        return min(ends)

    def _speaks(self, verb: int) -> bool:
        """ "..., but the army said": another speaker with a cue of its own."""
        text = self.text
        return text.lemmas[verb] in text.lexicon.pack.cues.animate and any(
            text.deps[j] == "nsubj" for j in text.children[verb]
        )

    def _goes_on(self, verb: int) -> bool:
        """ "That A, but that B": a second clause of the same content, or a verb with a subject of its own."""
        start = self.text.subtree(verb)[0]
        return "that" in self.text.lower[max(0, start - 2) : start + 2] or any(
            self.text.deps[j] == "nsubj" for j in self.text.children[verb]
        )

    def _takes_over(self, i: int) -> bool:
        """ ", adding that", ", while hinting that": the cue's speaker goes on in other words."""
        text = self.text
        i += text.lower[i] in ("while", "but", "and", "often", "also")
        return text.tags[i] == "VBG" and text.lemmas[i] in text.lexicon.pack.cues.speech and not text.quoted[i]

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
            start = min(first, closing[0][0])
            return start, closing[0][1]
        if before - first < 2 or not self._is_clause(first, before):
            return None
        return first, before

    def _is_same_paragraph(self, i: int, j: int) -> bool:
        return self.text.paragraph(self.text.sentence_of[i]) == self.text.paragraph(self.text.sentence_of[j])

    def _is_clause(self, start: int, end: int) -> bool:
        """True when these tokens hold a finite verb: "On Thursday," and "Asked about it," are none."""
        text = self.text
        if text.lower[start] in NO_CLAUSE:
            return False
        return any(text.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(start, end))

    # An object, a complement, a noun's clause

    def _object(self, cue: Cue, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        """ "Rejected accusations that ...", "voiced hope that ...": the object with all that belongs to it."""
        text = self.text
        return self._said_noun(cue) or (self._clause(cue, subject) if text.quotes else None)

    def _said_noun(self, cue: Cue) -> tuple[int, int] | None:
        """The object, when it is a noun for something said; what someone is called, when the verb calls."""
        text, v = self.text, cue.token
        said = text.lexicon.pack.cues.said
        for j in text.children[v]:
            if text.deps[j] in ("dobj", "obj") and j > v and text.lemmas[j] in said:
                start, end = text.subtree(j)
                clause = self._that_clause(j, end)
                return clause if clause is not None and cue.lemma in ("voice", "express") else (max(start, v + 1), end)
        if cue.lemma in ("call", "describe", "brand", "label"):
            last = text.sentences[text.sentence_of[v]][1]
            named = next((e for s, e in text.quotes if v < s and e <= last and s - v < LONGEST_ADDRESS), None)
            if named is not None:
                return v + 1, named
            parts = [j for j in text.children[v] if j > v and text.deps[j] in ("dobj", "ccomp", "oprd", "prep")]
            if len(parts) > 1 or any(text.deps[j] in ("ccomp", "oprd") for j in parts):
                return v + 1, max(text.subtree(j)[1] for j in parts)
        return None

    def _silence(self, cue: Cue, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        """What was not said: the complement, or with the verb where it is a word or two."""
        text, v = self.text, cue.token
        last = text.sentences[text.sentence_of[v]][1]
        complements = [j for j in text.children[v] if j > v and text.deps[j] in ("xcomp", "dobj", "ccomp", "obj")]
        end = max((text.subtree(j)[1] for j in complements), default=min(last, text.subtree(v)[1]))
        dated = next((d.start for d in self.dates.values() if v < d.start < end and d.end >= end), None)
        if dated is not None:
            end = dated - (text.pos[dated - 1] == "ADP")
        start = (
            complements[0]
            if complements and text.deps[complements[0]] == "xcomp"
            else min([v, *(j for j in text.children[v] if text.deps[j] in ("aux", "neg"))])
        )
        return start, max(end, v + 1)

    def _noun(self, cue: Cue, subject: tuple[int, int] | None) -> tuple[int, int] | None:
        """ "Complaints that ...", "the core of the allegations is that ..."."""
        i = cue.token
        last = self.text.sentences[self.text.sentence_of[i]][1]
        return self._that_clause(i, last) or self._copular(i)

    def _that_clause(self, noun: int, limit: int) -> tuple[int, int] | None:
        text = self.text
        for j in range(noun + 1, min(noun + 4, limit)):
            if text.lower[j] == "that" and text.pos[j] in ("SCONJ", "PRON", "DET"):
                clause = next(
                    (k for k in text.children[noun] if text.deps[k] in ("acl", "relcl", "ccomp") and k > j), None
                )
                relative = (
                    clause is not None and text.deps[j] in ("nsubj", "dobj", "nsubjpass") and text.heads[j] == clause
                )
                if clause is None or relative:
                    return None
                return j + 1, text.subtree(clause)[1]
        return None

    def _copular(self, noun: int) -> tuple[int, int] | None:
        text, i = self.text, noun
        for _ in range(4):
            i = text.heads[i]
            if text.lemmas[i] == "be":
                clause = next((j for j in text.children[i] if text.deps[j] == "ccomp" and j > noun), None)
                if clause is None or not any(text.lower[k] == "that" for k in text.children[clause]):
                    return None
                start, end = text.subtree(clause)
                return self._skip_that(start, clause), end
        return None
