"""What was said, where it is no clause: a thing, a judgement of one, silence, or the clause of a noun."""

from __future__ import annotations

from kg.extract.bounds import PAUSE, content_end
from kg.extract.cues import Cue
from kg.extract.idioms import idiom_at
from kg.extract.namings import name_given
from kg.extract.noun_clauses import Tokens, that_clause
from kg.extract.reporting import COPULAS, attitude
from kg.extract.tags import PREDICATES
from kg.extract.text import Text

OBJECTS = ("dobj", "obj")
LONGEST_OBJECT = 20
ENDING = frozenset({".", ",", ";"})
# Of the mind, and the gerund is what one thinks of: "fear losing their catch", "regretted having signed".
DREADING = frozenset({"fear", "dread", "regret", "recall"})
# What tells when or where it was said, and not of what.
MEANWHILE = frozenset({"after", "before", "during", "at", "in", "on"})
LONGEST_QUOTATION = 14
# What is to come has its time: "predicted agreement within a week".
FORETELLING = frozenset("predict forecast foresee expect anticipate prophesy envisage voice express".split())
COMING = frozenset({"by", "within", "before", "in", "next"})
SCANT = frozenset({"no", "little", "few", "scant", "any"})


def thing_said(text: Text, cue: Cue) -> Tokens | None:
    """The content of a cue whose complement is no clause, by the first of its frames that fits."""
    last = text.sentences[text.sentence_of[cue.token]][1]
    for frame in (
        _idiomatic,
        _outlook,
        _attitude,
        _judgement,
        _matter,
        _said_noun,
        name_given,
        _gerund,
        _named,
        _quoted_in_part,
    ):
        found = frame(text, cue, last)
        # "..." lamented the envoy": the subject behind its verb is no object.
        if found is not None and found[0] < found[1] and not (cue.subject and found[0] <= cue.subject < found[1]):
            return found
    return None


def _idiomatic(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Poured cold water on the plan", "took issue with the idea that": what the idiom's last word brings."""
    idiom = idiom_at(text, cue.token) if " " in cue.lemma else None
    if idiom is None or idiom.phrase != cue.lemma:
        return None
    end = _phrase_end(text, cue.token, idiom.end - 1, last)
    return (idiom.end, end) if end > idiom.end else None


def _outlook(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Sees no quick end to the strike", "saw little reason to sign", "sees demand rising"."""
    v, cues = cue.token, text.lexicon.pack.cues
    if cue.lemma != "see":
        return None
    for j in text.children[v]:
        words = [text.lower[k] for k in text.children[j]]
        foreseen = text.deps[j] in OBJECTS and (text.lemmas[j] in cues.said or any(word in SCANT for word in words))
        gerunds = [j, *(k for k in text.children[j] if text.deps[k] == "acl")]
        rising = text.deps[j] in ("ccomp", "dobj") and any(text.tags[k] == "VBG" for k in gerunds)
        rising = rising or any(text.tags[k] == "JJR" for k in text.children[j] if k < j)
        rising = rising and text.tags[v] != "VBD"
        if j > v and (foreseen or rising):
            return v + 1, _with_tail(text, v, text.subtree(j)[1], last)
    return None


def _attitude(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Is worried about being left out", "was confident of a deal": what the feeling is about."""
    if cue.lemma not in COPULAS:
        return None
    felt = attitude(text, cue.token)
    if felt is None:
        return None
    end = text.subtree(felt)[1]
    behind = (k for k in text.children[cue.token] if text.subtree(k)[0] == end and text.lower[k] in ("by", "within"))
    return felt + 1, min(max([end, *(text.subtree(k)[1] for k in behind)]), last)


def _judgement(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Dismissed the offer as propaganda", "accused them of cheating": the object and what is said of it."""
    v = cue.token
    words = {word for word, verbs in text.lexicon.pack.cues.judged.items() if cue.lemma in verbs}
    for j in range(v + 1, min(last, v + LONGEST_OBJECT) if words else 0):
        if not text.quoted[j] and (text.tags[j] in PREDICATES | {"TO"} or text.words[j] in (";", ":")):
            return None
        above = text.heads[j]
        if text.lower[j] == "of" and text.deps[above] == "pobj" and text.lower[text.heads[above]] in MEANWHILE:
            continue  # "warned after the session of ministers"
        if text.lower[j] == "at" and not any(text.pos[k] in ("NUM", "SYM") for k in range(j + 1, min(j + 5, last))):
            continue
        if (
            text.lower[j] in words
            and text.pos[j] in ("ADP", "SCONJ", "ADV")
            and (j > v + 1 or text.lower[j] == "as" or _is_of_whom(text, v))
        ):
            end = _phrase_end(text, v, j, last)
            if j == v + 1:
                objects = [k for k in text.children[v] if text.deps[k] in OBJECTS and k > j]
                end = max([end, *(text.subtree(k)[1] for k in objects)])
            agent = any(text.deps[k] == "agent" for k in text.children[v])
            return (j if agent else v + 1, end) if end > j + 1 else None
    return None


def _is_of_whom(text: Text, v: int) -> bool:
    """ "Whom the government accuses of"."""
    return any(text.deps[j] == "dobj" and j < v and text.tags[j] in ("WP", "WDT") for j in text.children[v])


def _matter(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Complained of being ignored", "warned Iceland of sanctions"."""
    v = cue.token
    words = {word for word, verbs in text.lexicon.pack.cues.about.items() if cue.lemma in verbs}
    for j in text.children[v]:
        if j > v and text.lower[j] in words and text.deps[j] == "prep":
            end = _with_tail(text, v, _phrase_end(text, v, j, last), last)
            return (j + 1 if j == v + 1 else v + 1, end) if end > j + 1 else None
    return None


def _phrase_end(text: Text, v: int, i: int, last: int) -> int:
    """Where the phrase that opens at `i` ends: with its subtree, or with the quotation that it opens."""
    end = max(text.subtree(i)[1], i + 1)
    if end == i + 1:
        end = next((j for j in range(i + 1, last) if text.words[j] in PAUSE and not text.quoted[j]), last)
    closing = [e for s, e in text.quotes if i < s <= i + LONGEST_QUOTATION and s < end]
    if closing and closing[-1] > end:
        return min(closing[-1], last)
    end = min(max([end, *closing]), last)
    return min(end, content_end(text, v, i, end)) if end - i > 3 else end


def _with_tail(text: Text, v: int, end: int, last: int) -> int:
    """Where a phrase ends with what hangs on the verb: "at eleven schools", "to scrap them"; no day, no venue."""
    for k in text.children[v]:
        if not v < k or text.subtree(k)[0] != end or text.subtree(k)[1] > last:
            continue
        purpose = text.tags[k] == "VB" and text.lower[end] == "to" and text.deps[k] in ("xcomp", "advcl")
        coming = text.lemmas[v] in FORETELLING and text.lower[k] in COMING
        if purpose or (text.deps[k] == "prep" and (coming or not _tells_when(text, k))):
            end = text.subtree(k)[1]
    return end


def _tells_when(text: Text, preposition: int) -> bool:
    """ "On Tuesday", "after the meeting", "in a statement": of the report, not of what was said."""
    if text.lower[preposition] in ("after", "before", "during", "as", "since", "until", "by"):
        return True
    nouns = [j for j in text.children[preposition] if text.deps[j] == "pobj"]
    cues = text.lexicon.pack.cues
    media = cues.occasions | cues.documents if text.lower[preposition] == "in" else cues.occasions
    return any(text.tokens[j].ent_type_ in ("DATE", "TIME") or text.lemmas[j] in media for j in nouns)


def _said_noun(text: Text, cue: Cue, last: int) -> Tokens | None:
    """The object, when it is a noun for something said."""
    v, cues = cue.token, text.lexicon.pack.cues
    laid = cues.laid if cue.lemma in cues.voicing else frozenset()
    nouns = cues.said if cue.lemma in cues.object_verbs else laid
    for j in text.children[v]:
        if text.deps[j] in OBJECTS and j > v and text.lemmas[j] in nouns:
            start, end = text.subtree(j)
            if text.lemmas[j] in laid:
                end = max(
                    [
                        end,
                        *(text.subtree(k)[1] for k in text.children[v] if text.lower[k] in ("on", "upon", "at", "to")),
                    ]
                )
            clause = that_clause(text, j, end)
            if clause is not None and cue.lemma in ("voice", "express"):
                return clause
            return max(start, v + 1), _without_medium(text, j, _with_tail(text, v, end, last))
    return None


def _without_medium(text: Text, noun: int, end: int) -> int:
    """ "Rejected the charge in a telex from Moscow": without the document in which it was said."""
    media = text.lexicon.pack.cues.documents | text.lexicon.pack.cues.occasions
    for j in text.children[noun]:
        told = text.deps[j] == "prep" and text.lower[j] == "in" and text.subtree(j)[1] == end
        if told and any(text.deps[k] == "pobj" and text.lemmas[k] in media for k in text.children[j]):
            return j
    return end


def _gerund(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Denied having broken the contract", "claims to have won it"."""
    v, named = cue.token, cue.lemma in text.lexicon.pack.cues.named | DREADING
    for j in text.children[v]:
        if j <= v or text.deps[j] not in ("xcomp", "ccomp", "dobj", "pcomp"):
            continue
        helpers = {text.lower[k] for k in text.children[j] if text.deps[k] in ("aux", "auxpass")}
        if named and text.subtree(j)[0] <= v + 2 and (text.tags[j] == "VBG" or helpers & {"having", "being"}):
            return v + 1, text.subtree(j)[1]
        if text.tags[j] == "VBN" and {"to", "have"} <= helpers:
            return text.subtree(j)[0], text.subtree(j)[1]
    return None


def _named(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Predicted a rush of sales", "announced an end to the fighting": whatever the object is."""
    v, cues = cue.token, text.lexicon.pack.cues
    if cue.lemma not in cues.named or any(text.deps[j] in ("dative", "auxpass") for j in text.children[v]):
        return None
    particle = [k for j in text.children[v] if text.deps[j] == "prt" for k in text.children[j]]  # "played down the row"
    for j in (*text.children[v], *(k for k in particle if text.deps[k] == "pobj")):
        if particle and text.deps[j] == "pobj":
            return text.subtree(j)[0], _with_tail(text, v, text.subtree(j)[1], last)
        if (
            text.deps[j] in OBJECTS
            and j > v
            and text.lower[j] in ("that", "this", "it")
            and ENDING.intersection(text.words[j + 1 : j + 2])
        ):
            return j, j + 1
        if text.deps[j] in OBJECTS and j > v and text.pos[j] in ("NOUN", "PROPN"):
            if cue.lemma == "deny" and text.lemmas[j] in cues.withheld:
                return None
            start, end = text.subtree(j)
            begin = v + 1 + (" " in cue.lemma)  # behind "ruled out"
            if start > begin + 1 and _is_adverbial(text, v, start):
                begin = start
            return (begin, _with_tail(text, v, end, last)) if start <= begin + 1 else None
    return None


def _is_adverbial(text: Text, v: int, start: int) -> bool:
    """ "Deplored on Friday a conspiracy": a day or a place between the verb and its object."""
    between = [j for j in text.children[v] if v < j < start]
    kinds = {text.deps[j] for j in between}
    return kinds <= {"prep", "npadvmod", "advmod", "punct"} and all(text.subtree(j)[1] <= start for j in between)


def _quoted_in_part(text: Text, cue: Cue, last: int) -> Tokens | None:
    """ "Hailed a "milestone"": an object that quotes the speaker."""
    v = cue.token
    if cue.lemma not in text.lexicon.pack.cues.object_verbs:
        return None
    for j in text.children[v]:
        if text.deps[j] in OBJECTS and j > v:
            start, end = text.subtree(j)
            end = max([end, *(e for s, e in text.quotes if start <= s < end)])
            near = start == v + 1 or _is_adverbial(text, v, start)
            return (start, min(end, last)) if near and any(text.quoted[start:end]) else None
    return None
