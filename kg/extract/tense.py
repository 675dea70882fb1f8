"""Where a bare weekday, month or feast lies: before or after publication, as the words that govern it tell."""

from __future__ import annotations

import re

from kg.calendar import MONTHS, WEEKDAYS
from kg.extract.bounds import is_shouted
from kg.extract.text import Text
from kg.extract.time_readings import Direction

_AHEAD = re.compile(r"\b(?:before|due|next|deadline|starting|beginning|ahead\sof)\b\W*(?:the\s)?$", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:since|last|past|missed|after)\b\W*(?:the\s)?$", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:by|until|till|from)\b\W*(?:the\s|midnight\s|noon\s|on\s|late\s|early\s)*$", re.IGNORECASE)
BEFORE = frozenset({"before", "ahead"})
IF = frozenset({"if", "unless", "whether", "until"})
WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "should", "could", "may", "might", "must", "can"})
# Past and bare form alike: "let planters know on Saturday".
ALIKE = frozenset("let put cut set hit quit shut cost beat bet cast hurt rid shed spread split thrust read".split())
CAUSING = frozenset({"let", "make", "see", "hear", "watch", "help"})
SELF = frozenset({"i", "you", "we"})
HAD = frozenset({"had", "has", "have", "having"})
PROMISES = frozenset({"promise", "pledge", "word", "vow", "undertaking", "commitment", "agreement", "deal", "offer"})
STRETCHING = frozenset({"to", "until", "till", "through"})
LONGEST_CLIMB = 12


def direction(text: Text, start: int, end: int) -> Direction:
    """By the verb that governs it, else by the words before it."""
    sentence = text.sentences[text.sentence_of[start]]
    before = text.reading.text[text.starts[max(sentence[0], start - 4)] : text.starts[start]]
    by_words = _by_words(text, before, end)
    named = text.deps[end - 1] in ("compound", "nmod") and text.lower[end - 1] in MONTHS  # "its March programme"
    if by_words or named or is_shouted(text, text.sentence_of[start]):
        return by_words or "open"
    return _by_verb(text, start, limit=found[0] if (found := _LIMIT.search(before)) else "")


def _by_words(text: Text, before: str, end: int) -> Direction | None:
    if _BEHIND.search(before):
        return "past"
    called = text.lower[end - 1] in WEEKDAYS and before.endswith("for ") and text.lower[end : end + 1] != ["'s"]
    if called or _AHEAD.search(before) or text.lower[end : end + 1] == ["deadline"]:
        return "future"
    return None


def _by_verb(text: Text, start: int, *, limit: str) -> Direction:
    """The tense of the nearest verb above the expression, auxiliaries included."""
    verb, nouns = _governor(text, start)
    words, lemma, tag = text.lexicon.pack.dates, text.lemmas[verb], text.tags[verb]
    helpers = {text.lower[j] for j in text.children[verb] if text.deps[j] in ("aux", "auxpass")}
    if any(text.lower[j] == "due" for j in nouns):
        return "future"
    if any(text.lower[j] == "than" for j in nouns):
        return "past"
    if any(text.lower[j] in BEFORE for j in nouns[1:]):
        return "future"
    if helpers & WILL:
        return "past" if "have" in helpers and tag == "VBN" else "future"
    if "to" in helpers:
        return _by_infinitive(text, verb, helpers)
    if any(text.lower[j] == "deadline" for j in nouns) and tag in ("VBD", "VBN"):
        return "open"
    if tag == "VB":
        return "past" if not helpers and _is_bare_past(text, verb) else "future"
    if any(text.lower[j] in IF and text.deps[j] == "mark" for j in text.children[verb]):
        return "future"
    if limit and tag == "VBN" and not helpers & HAD:
        return "past" if _is_stretch_told(text, verb, start) else "future"
    if limit and tag in ("VBD", "VBN", "VBG"):
        reaching = words.extending | (words.planned if limit.startswith("by") else frozenset())
        return "future" if lemma in reaching and "having" not in helpers else "past"
    if tag in ("VBN", "JJ") and lemma in words.scheduled and not helpers & HAD:
        return "future"
    # "Has suggested talks in March": the perfect tells of no day, so the day is the talks'.
    if lemma in words.proposing and (helpers & {"has", "have"} or any(text.pos[j] == "NOUN" for j in nouns)):
        return "future"
    if tag == "VBN":
        return "future" if helpers & {"is", "are", "'s", "’s", "being"} else "past"
    if tag == "VBD":
        return "past"
    return _by_present(text, verb)


def _is_bare_past(text: Text, verb: int) -> bool:
    """ "The bank cut it on Friday", "he let them know on Friday": past, though the verb has its bare form."""
    above = text.heads[verb]
    if text.deps[verb] in ("ccomp", "xcomp") and text.lemmas[above] in CAUSING:
        verb = above
        if any(text.deps[j] in ("aux", "auxpass") for j in text.children[verb]):
            return False
    subject = any(text.deps[j] == "nsubj" and text.lower[j] not in SELF for j in text.children[verb])
    return subject and (text.lower[verb] in ALIKE or text.tags[verb] == "VBD")


def _is_stretch_told(text: Text, verb: int, start: int) -> bool:
    """ "The talks, held from May 8 to 12, broke down": the sentence tells of what has been."""
    stretch = text.lower[start - 1] == "from" and STRETCHING & set(text.lower[start + 1 : start + 4])
    return bool(stretch) and text.deps[verb] == "acl" and _is_past(text, text.heads[verb])


def _is_past(text: Text, noun: int) -> bool:
    """Whether the verb that the noun hangs on tells of the past."""
    verb = _governor(text, noun)[0]
    helpers = {text.lower[j] for j in text.children[verb] if text.deps[j] == "aux"}
    return text.tags[verb] == "VBD" or (text.tags[verb] == "VBN" and bool(helpers & HAD))


def _governor(text: Text, start: int) -> tuple[int, list[int]]:
    """The nearest verb above, and what stands between."""
    i, between = start, []
    for _ in range(LONGEST_CLIMB):
        if (text.pos[i] in ("VERB", "AUX") and text.deps[i] not in ("aux", "auxpass")) or text.heads[i] == i:
            break
        if i != start:
            between.append(i)
        i = text.heads[i]
    return i, between


def _by_infinitive(text: Text, verb: int, helpers: set[str]) -> Direction:
    """ "Met to discuss it on Tuesday" was on Tuesday; "agreed to discuss it on Tuesday" is to come."""
    above = text.heads[verb]
    if above == verb:
        return "future"
    if "had" in {text.lower[j] for j in text.children[above] if text.deps[j] == "aux"}:
        return "open"  # "had promised to leave by May": whether the day has come is not told
    if text.deps[verb] == "acl" and text.lemmas[above] in PROMISES and _is_past(text, above):
        return "open"  # "broke its word to leave by May"
    if "have" in helpers:  # "were to have reported on Tuesday"
        return "past"
    if text.deps[verb] in ("xcomp", "ccomp", "acl", "relcl", "ROOT") and text.tags[above] not in ("VBD", "VBN"):
        return "future"
    words = text.lexicon.pack.dates
    if text.lemmas[above] in words.planned or text.lemmas[verb] in words.scheduled:
        return "future"
    return "past" if text.tags[above] in ("VBD", "VBN") else "future"


def _by_present(text: Text, verb: int) -> Direction:
    """ "The truce comes into force on Monday": an event in the present tense is to come, a report is not."""
    if text.tags[verb] not in ("VBZ", "VBP") or text.is_headline(text.sentence_of[verb]):
        return "open"
    cues = text.lexicon.pack.cues
    if text.lemmas[verb] in text.lexicon.pack.dates.following:
        return "past"
    return "open" if text.lemmas[verb] in cues.speech | cues.mental else "future"
