"""Words that speaker and verb stand in the midst of: "The talks, he conceded, were not there yet"."""

from __future__ import annotations

from kg.extract.bounds import CLOSING, JOINING, PAUSE, content_end, is_others, takes_over
from kg.extract.cues import Cue
from kg.extract.dates import Dated
from kg.extract.tags import PREDICATES
from kg.extract.text import Text

LONGEST_ADDRESS = 14
# With somebody for an object, to whom it is said.
ADDRESSING = frozenset({"tell", "ask", "remind", "assure", "inform", "warn", "advise", "brief", "notify"})
COMPLETING = frozenset("of for from in with between against under over about".split())
# "In reply", "in reference to": of the saying, and not of what was said.
ANSWERS = frozenset(
    "reply response answer reference reaction remark comment reporter private public note memo filing voice accent tone"
    " way word term language turn return passing jest evening morning week day month year time capacity".split()
)
LONGEST_LEAD = 100
# What stands before its subject where it sets a condition: "should they refuse", "had he known".
INVERTED = frozenset({"should", "were", "had"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
# What goes on with a clause that was whole before speaker and verb.
GOES_ON = frozenset(
    "because if unless that even not or nor so since until till provided whether lest while least let much still except"
    " save especially particularly notably rather".split()
)
# What opens a subordinate clause or adverbial before the speaker, and not what was said.
NO_CLAUSE = frozenset("asked speaking when while although though as after before since pressed citing quoting".split())


def pause_behind(
    text: Text, dates: dict[int, Dated], cue: Cue, subject: tuple[int, int] | None, last: int
) -> int | None:
    """The pause right behind speaker and verb, or behind the day, place or listener named there."""
    i = max(cue.token + 1, subject[1] if subject is not None and subject[0] > cue.token else 0)
    limit = min(last - 2, i + LONGEST_ADDRESS)
    while i < limit and text.words[i] not in PAUSE:
        if text.lower[i] == "that" and text.tags[i] in ("IN", "WDT"):
            return None
        if i in dates:
            i = dates[i].end
        elif text.pos[i] in ("ADV", "ADP") or text.lower[i] in ("late", "early") or cue.lemma in ADDRESSING:
            i += 1
            while i < limit and text.pos[i] in ("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON") and i not in dates:
                i += 1
        else:
            return None
    return i if i < limit else None


def parted(text: Text, cue: Cue, group: int, behind: int, first: int, last: int) -> tuple[int, int] | None:
    """ "The talks, he conceded, were not there yet": the words that speaker and verb part, or those before them."""
    after = behind + 1
    if takes_over(text, after):
        return None
    if opens_aside(text, first):
        return (after, content_end(text, cue.token, after, last)) if is_whole(text, after, last) else None
    if text.tags[group - 2] in ("WDT", "WP", "WRB"):  # "which, he argued, runs until 2041"
        return after, content_end(text, cue.token, after, last)
    lead = _lead(text, first, group)
    whole = lead, content_end(text, cue.token, after, last)
    subordinate = text.tags[lead] == "IN" and text.deps[lead] == "mark"
    unfinished = subordinate or text.tags[lead] in ("WP", "WDT", "WRB") or text.tags[after] in PREDICATES
    unfinished = unfinished or text.tags[group - 2] in ("MD", "TO") or text.lower[group - 2] == "not"
    unfinished = unfinished or _is_half(text, lead, group - 2, after)
    if unfinished or not is_whole(text, lead, group - 1) or text.quoted[after]:
        return whole
    if _complements(text, after, last):
        return whole
    joined = text.lower[after] in JOINING and not is_others(text, cue.token, after, last)
    return whole if joined or text.lower[after] in GOES_ON else (lead, group - 1)


def _is_half(text: Text, lead: int, before: int, after: int) -> bool:
    """ "Should they refuse", "it was the Greeks" (who), "is", "is ready" (to sign): a clause that wants its rest."""
    opens = text.lower[lead]
    inverted = opens in INVERTED and text.deps[lead + 1] not in ("ROOT", "acomp")
    cleft = opens in ("it", "that") and text.tags[after] in ("WP", "WDT") and text.lemmas[lead + 1] == "be"
    copula = text.lemmas[before] == "be" and text.tags[before] in PREDICATES
    willing = text.tags[after] == "TO" and text.deps[before] in ("acomp", "oprd")
    while before > lead and text.pos[before] in ("ADV", "PUNCT"):
        before -= 1
    there = "expl" in {text.deps[j] for j in text.children[before] if j >= lead} or text.heads[after] == before
    bare = there and not any(before < j < after - 2 and text.deps[j] == "attr" for j in text.children[before])
    return inverted or cleft or copula or willing or bare


def _complements(text: Text, i: int, last: int) -> bool:
    """ ", he said, in the report that": a phrase that the clause before speaker and verb needs, to its end."""
    nouns = [j for j in text.children[i] if text.deps[j] == "pobj"]
    if text.lower[i] not in COMPLETING or not nouns or any(text.words[j] in PAUSE for j in range(i, last)):
        return False
    that = any(text.deps[j] == "acl" for j in text.children[nouns[0]])
    return text.pos[nouns[0]] == "NOUN" and (
        that or text.lemmas[nouns[0]] not in text.lexicon.pack.cues.occasions | ANSWERS
    )


def opens_aside(text: Text, i: int) -> bool:
    """ "While the talks went on," opens no words of the speaker; "After eight hours he had agreed" does."""
    noun = text.deps[i] == "prep" and any(text.deps[j] == "pobj" for j in text.children[i])
    return text.lower[i] in NO_CLAUSE and not (noun and text.deps[text.heads[i]] in ("ccomp", "advcl"))


def _lead(text: Text, first: int, group: int) -> int:
    """Where the clause that is parted begins: behind a semicolon, or behind ", and" after a clause of its own."""
    for j in range(group - 2, max(first + 1, group - LONGEST_LEAD), -1):
        if text.words[j] == ";" or _is_plan(text, first, j, group):
            return j + 1
        if text.deps[j] == "mark" and text.words[j - 1] in PAUSE | CLOSING and not is_clause(text, j, group):
            return j + 1  # ", although the bank, dealers said, sold"
        joined = text.lower[j] in JOINING and text.words[j - 1] == ","
        if joined and is_whole(text, first, j) and not is_clause(text, j, group):
            return j + 1
    return first


def _is_plan(text: Text, first: int, colon: int, group: int) -> bool:
    """ "The envoy had other plans: more time was needed, he said": what the reporter opens is not said by him."""
    told = text.words[colon] == ":" and not text.quoted[colon] and text.lower[group] in ("he", "she", "they", "it")
    return told and is_whole(text, first, colon) and is_whole(text, colon, group)


def is_whole(text: Text, start: int, end: int) -> bool:
    """True when these tokens hold a finite verb and its subject."""
    for j in range(max(start, end - LONGEST_LEAD), end):
        if text.tags[j] in PREDICATES:
            verb = text.heads[j] if text.deps[j] in ("aux", "auxpass") else j
            if verb < end and any(start <= k and text.deps[k] in SUBJECTS for k in text.children[verb]):
                return True
    return False


def is_clause(text: Text, start: int, end: int) -> bool:
    """True when these tokens hold a finite verb: "On Thursday," and "Asked about it," are none."""
    if opens_aside(text, start):
        return False
    return any(text.tags[j] in PREDICATES for j in range(max(start, end - LONGEST_LEAD), end))
