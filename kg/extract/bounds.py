"""Where reported words end: at another cue, another voice, or the reporter's own afterthought."""

from __future__ import annotations

from kg.extract.tags import FINITE, PREDICATES
from kg.extract.text import Text

OPENING = frozenset({'"', "“", "„", "«", "'", "‘", "``"})
CLOSING = frozenset({'"', "”", "»", "'", "’", "''"})
PAUSE = frozenset({",", "-", "–", "--", "—", ":"})
# ", weeks after Canberra had asked": when it was, as the reporter tells it.
SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})
# Fewer words in capitals tell nothing.
SHORTEST = 3
# No sentence of a paper is longer; a hostile one costs no more than its length.
LONGEST_CONTENT = 150
JOINING = frozenset({"and", "but"})
CONTRASTING = frozenset({"while", "whereas", "whilst"})
# ", a reference to", ", an apparent dig at": what the reporter makes of the words.
# ", stopping short of", ", alluding to": what the speaker did with the words.
KEPT = frozenset({"give", "provide", "offer", "name", "say"})
GESTURES = frozenset("stop refer allude point gesture echo read hold look smile nod speak sound".split())


def is_shouted(text: Text, sentence: int) -> bool:
    """True for a sentence of the body without a small letter."""
    here = text.reading.sentences[min(sentence, len(text.reading.sentences) - 1)]
    string = text.reading.text[here.start : here.end]
    return not here.headline and string.isupper() and string.count(" ") >= SHORTEST - 1


def is_raised(text: Text, i: int) -> bool:
    """ "Said it would not sell, and called for": a finite verb is not coordinate with a bare infinitive's."""
    if text.deps[i] != "conj" or text.tags[i] not in FINITE:
        return False
    if any(text.deps[j] in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for j in text.children[i]):
        return False
    above = text.heads[i]
    return text.tags[above] == "VB" or _is_told_of(text, i, above)


def _is_told_of(text: Text, i: int, above: int) -> bool:
    """ "Said they had offered it, and accused him of": the one verb speaks, and the other is what was said."""
    cues, teller = text.lexicon.pack.cues, text.heads[above]
    return (
        text.deps[above] == "ccomp"
        and above > teller
        and text.tags[teller] == text.tags[i]
        and text.tags[i] in ("VBD", "VBZ")
        and text.lemmas[teller] in cues.animate | cues.only_that
        and text.lemmas[i] in cues.animate | cues.speech | cues.object_verbs
        and not text.quoted[i]
    )


def finite_above(text: Text, i: int) -> int:
    """The nearest finite verb above one that the parser coordinates with what hangs on it."""
    above = text.heads[i]
    if text.deps[above] == "ccomp":
        above = text.heads[above]
    while text.tags[above] not in FINITE and text.heads[above] != above:
        above = text.heads[above]
    return above


def content_end(text: Text, v: int, start: int, last: int) -> int:
    """Where the words that begin at `start` behind the verb `v` end, at the latest with the sentence."""
    near = min(last, start + LONGEST_CONTENT)
    ends = [last, *_by_coordination(text, v, start), *_by_conjunction(text, v, start, near)]
    ends += [j for j in range(start + 1, near - 2) if text.words[j] == "," and takes_over(text, j + 1)]
    return _without_afterthought(text, v, start, min(ends), near)


def _by_coordination(text: Text, v: int, start: int) -> list[int]:
    """A verb that the parser coordinates with the cue, or a participle like "adding"."""
    ends = []
    for j in text.children[v]:
        if j <= start:
            continue
        helped = any(text.deps[k] == "aux" for k in text.children[j])
        if (
            helped and text.tags[j] != text.tags[v] and not _speaks(text, j)
        ):  # "clear, she insisted, and would not change"
            continue
        if text.deps[j] == "conj" and text.pos[j] == "VERB" and (_speaks(text, j) or not _goes_on(text, j)):
            ends.append(next((k for k in range(j - 1, start, -1) if text.deps[k] == "cc" or text.words[k] in PAUSE), j))
        elif text.deps[j] == "advcl" and text.tags[j] == "VBG" and text.words[text.subtree(j)[0] - 1] in PAUSE:
            ends.append(text.subtree(j)[0])
    return ends


def _by_conjunction(text: Text, v: int, start: int, last: int) -> list[int]:
    """ "And called for", "and promised that": the speaker goes on, whatever the parser coordinates the verb with."""
    ends = []
    for j in range(start + 1, last - 2):
        if text.lower[j] not in JOINING or text.quoted[j] != text.quoted[start]:
            continue
        verb = j + 1 + (text.pos[j + 1] == "ADV")
        if text.deps[verb] == "ccomp" and text.heads[verb] == v and text.tags[verb] == text.tags[v]:
            if _says_that(text, verb) and not any(text.deps[k] in ("nsubj", "nsubjpass") for k in text.children[verb]):
                ends.append(j)  # "warned that each day cost it ten million and asked that"
            continue
        if text.tags[verb] != text.tags[v] or text.deps[verb] != "conj" or not start < text.heads[verb] < j:
            continue
        alone = not any(text.deps[k] in ("nsubj", "nsubjpass") for k in text.children[verb])
        if (is_raised(text, verb) and finite_above(text, verb) <= v) or (alone and _says_that(text, verb)):
            ends.append(j)
    return ends


def _says_that(text: Text, verb: int) -> bool:
    cues = text.lexicon.pack.cues
    return text.lemmas[verb] in cues.animate | cues.speech and any(
        text.deps[j] == "ccomp" and j > verb for j in text.children[verb]
    )


def _speaks(text: Text, verb: int) -> bool:
    """ "..., but the army said": another speaker with a cue of its own."""
    cues = text.lexicon.pack.cues
    prepositions = {text.lower[j] for j in text.children[verb] if text.deps[j] == "prep"}
    about = any(text.lemmas[verb] in cues.about.get(word, ()) for word in prepositions)
    return (about or text.lemmas[verb] in cues.animate) and any(text.deps[j] == "nsubj" for j in text.children[verb])


def _goes_on(text: Text, verb: int) -> bool:
    """ "That A, but that B": a second clause of the same content, or a verb with a subject of its own."""
    start = text.subtree(verb)[0]
    return "that" in text.lower[max(0, start - 2) : min(start + 2, verb)] or any(
        text.deps[j] == "nsubj" for j in text.children[verb]
    )


def takes_over(text: Text, i: int) -> bool:
    """ ", adding that", ", while hinting that": the cue's speaker goes on in other words."""
    i += text.lower[i : i + 1] in (["while"], ["but"], ["and"], ["often"], ["also"])
    return text.tags[i : i + 1] == ["VBG"] and text.lemmas[i] in text.lexicon.pack.cues.speech and not text.quoted[i]


def _without_afterthought(text: Text, v: int, start: int, end: int, near: int) -> int:
    """Without what the reporter adds behind a pause: a gloss, ", without elaborating", a clause in his own tense."""
    relative = _is_in_relative(text, v)
    for j in range(start + 2, min(end, near) - 1):
        closed = text.words[j] in CLOSING and text.words[j - 1] == "," and not text.quoted[j + 1]
        if closed and is_afterthought(text, v, j + 1, end):
            return j + 1
        if text.quoted[j]:
            continue
        if text.words[j] == ";" and text.lower[j + 1] != "that":
            return j
        if text.words[j] == ":" and text.words[j + 1] in OPENING and text.quoted[j + 1]:
            return j
        if text.words[j] in PAUSE and is_afterthought(text, v, j + 1, end):
            return j
        if text.lower[j] == "as" and text.is_headline(text.sentence_of[j]) and _is_meanwhile(text, j, end):
            return j
        if relative and text.words[j] == "," and text.tags[j + 1] in PREDICATES:
            return j
    return end


def is_afterthought(text: Text, v: int, i: int, end: int) -> bool:
    """True when the words at `i`, behind a pause, are the reporter's and not the speaker's."""
    if is_relative_report(text, i, end) or (
        text.lemmas[i] in SPANS and text.lower[i + 1 : i + 2] in (["after"], ["before"])
    ):
        return True
    if text.lower[i] == "without" and text.tags[i + 1 : i + 2] == ["VBG"]:
        return text.lemmas[i + 1] in text.lexicon.pack.cues.unsaid | KEPT
    if text.lower[i] in ("though", "although", "but") and _is_unsaid(text, i, end):
        return True
    if text.tags[i] == "VBG" and text.lemmas[i] in GESTURES and text.pos[i] == "VERB":
        return True
    if text.lower[i] in ("a", "an"):
        noun = next((j for j in range(i + 1, min(i + 4, end)) if text.pos[j] == "NOUN"), None)
        return noun is not None and text.lemmas[noun] in text.lexicon.pack.cues.glosses
    if text.lower[i] == "as":
        speech = text.lexicon.pack.cues.speech
        return any(text.tags[j] in FINITE and text.lemmas[j] in speech for j in range(i + 1, min(i + 16, end)))
    if text.lower[i] in JOINING | CONTRASTING:
        return is_others(text, v, i, end)
    if text.is_headline(text.sentence_of[i]):
        return text.tags[i] in ("NNP", "NNS", "NNPS") and i + 1 < end and text.tags[i + 1] in FINITE
    return _is_tag(text, i, end)


def _is_unsaid(text: Text, i: int, end: int) -> bool:
    """ ", though he did not propose to reveal it", ", but declined to name them": what the speaker kept to himself."""
    near, cues = range(i + 1, min(i + 10, end)), text.lexicon.pack.cues
    held = any(text.lower[j] in text.lexicon.pack.negation.negators or text.lemmas[j] in cues.silence for j in near)
    own = text.lower[i + 1] in ("he", "she", "it", "they") or text.lemmas[i + 1] in (*cues.silence, "do", "would")
    return held and own and any(text.tags[j] == "VB" and text.lemmas[j] in cues.unsaid | KEPT for j in near)


def _is_in_relative(text: Text, v: int) -> bool:
    """ "Who is understood to have objected that": the verb or one above it is a relative clause's."""
    while text.deps[v] in ("xcomp", "conj") and text.heads[v] < v:
        v = text.heads[v]
    return text.deps[v] == "relcl"


def is_relative_report(text: Text, i: int, end: int) -> bool:
    """ ", in which, he said, nobody": a relative clause that has a speaker and verb of its own."""
    pronoun = i + (text.pos[i] == "ADP")
    if text.tags[pronoun] not in ("WDT", "WP") or text.words[pronoun + 1 : pronoun + 2] != [","]:
        return False
    return any(_is_report(text, j) and text.words[j + 1] == "," for j in range(pronoun + 2, min(pronoun + 8, end - 1)))


def _is_report(text: Text, j: int) -> bool:
    return text.tags[j] in FINITE and text.lemmas[j] in text.lexicon.pack.cues.animate


def _is_tag(text: Text, i: int, end: int) -> bool:
    """ ", the White House said": speaker and verb behind what they part."""
    j = i
    while j < min(i + 8, end) and text.pos[j] in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "ADV"):
        j += 1
    return i < j < end and end - j <= 3 and _is_report(text, j) and not text.quoted[j]


def _is_meanwhile(text: Text, i: int, end: int) -> bool:
    """ "As walkout begins", "as China says", in a headline: what goes on besides."""
    return any(text.tags[j] in FINITE and text.deps[j] == "advcl" for j in range(i + 2, min(i + 16, end)))


def is_others(text: Text, v: int, i: int, end: int) -> bool:
    """ ", and dealers predicted", ", and the delegation is expected": another's words, or the reporter's."""
    if text.lower[i] in JOINING and text.tags[v] == "VBD" and is_in_present(text, i, end):
        return True
    return any(
        _speaks(text, j) and any(i < k < j for k in text.children[j] if text.deps[k] == "nsubj")
        for j in range(i + 1, min(i + 24, end))
        if text.pos[j] == "VERB" and (text.heads[j] <= v or text.lower[i] in CONTRASTING)
    )


def is_in_present(text: Text, i: int, end: int) -> bool:
    """ ", and the delegation is expected back": behind "said", a clause in the present tense is nobody's words."""
    for j in range(i + 1, min(i + 12, end)):
        if text.words[j] in PAUSE or text.tags[j] in ("VBD", "MD"):
            return False
        if text.tags[j] in ("VBZ", "VBP"):
            governor = j if text.deps[j] not in ("aux", "auxpass") else text.heads[j]
            return any(i < k < j and text.deps[k] in ("nsubj", "nsubjpass") for k in text.children[governor])
    return False
