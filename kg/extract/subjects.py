"""Whose a verb of speech is: its own subject, its relative's antecedent, or what the parser gave to another verb."""

from __future__ import annotations

from kg.extract.asides import subject_past_aside
from kg.extract.bounds import CLOSING, finite_above, is_raised
from kg.extract.found import SUBJECTS
from kg.extract.idioms import managed_by
from kg.extract.reporting import is_tagged
from kg.extract.tags import FINITE
from kg.extract.text import Text
from kg.extract.verbs import is_main_astray

CIRCUMSTANCES = frozenset({"after", "before", "as", "since", "until", "when", "because"})
# What hangs on a verb so may share its subject.
SHARING = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "acomp"})
LONGEST_NOUN = 16
FARTHEST = 5
# Verbs that take no noun for an object: what stands behind them is who spoke.
MERELY = frozenset(
    "say argue insist reply retort grumble complain moan gripe grouse groan quip joke sigh snap contend reckon remark"
    " opine muse rejoin counter agree believe think fume scoff boast wonder concede observe lament".split()
)
CLOSES = frozenset({",", ".", ";", ":", "-", "--", "–", "—"})
QUOTING = frozenset({"quote", "cite", "report", "describe"})


def subject_of(text: Text, i: int) -> int | None:
    """The head of the verb's subject: its own, its relative's antecedent, or that of the verb it depends on."""
    beside = _beside(text, i)
    if beside is not None:
        return beside
    verb: int | None = i
    for step in range(FARTHEST):
        if verb is None:
            return None
        found = _at(text, verb)
        if found is not None:
            return found
        verb = _governor(text, verb, first=step == 0)
    return None


def _beside(text: Text, i: int) -> int | None:
    """Who speaks, where the parser knows another subject: "was condemned by the bishops", "..." declared X"."""
    agent = _agent(text, i)
    if agent is not None:
        return agent
    inverted = _inverted(text, i)
    if inverted is not None:
        return inverted
    return text.heads[i] if is_tagged(text, i) else None


def _agent(text: Text, i: int) -> int | None:
    return next((k for j in text.children[i] if text.deps[j] == "agent" for k in text.children[j]), None)


def _at(text: Text, i: int) -> int | None:
    """The subject that stands at this verb: its own, or what the parser gave to another."""
    own = [j for j in text.children[i] if text.deps[j] in SUBJECTS and text.quoted[j] <= text.quoted[i]]
    own = [j for j in own if text.deps[j] != "agent" and text.words[j + 1 : j + 2] != [":"]]
    if own:
        first = _nearest(text, i, own)
        return _antecedent(text, i, first) if text.tags[first] in ("WP", "WDT") else first
    for find in (_agent, subject_past_aside, _stray_subject):
        found = find(text, i)
        if found is not None:
            return found
    if text.tags[i] == "VBG" and (quoted := _quoted_as(text, i)) is not None:
        return quoted
    # "Brazil, complaining of an ultimatum, followed"
    adjoined = text.tags[i] == "VBG" and text.deps[i] == "acl" and text.words[i - 1] == ","
    return text.heads[i] if adjoined or is_main_astray(text, i) else None


def _nearest(text: Text, verb: int, own: list[int]) -> int:
    """ "The general, his spokesman told the press, feels": of two nouns that a comma parts, the one at the verb."""
    before = [j for j in own if j < verb]
    parted = len(before) > 1 and text.words[text.subtree(before[-1])[0] - 1] == ","
    return before[-1] if parted else own[0]


def _governor(text: Text, i: int, *, first: bool) -> int | None:
    """The verb whose subject is that of a verb without one; `first` of the verb that was asked for."""
    above, documents = text.heads[i], text.lexicon.pack.cues.documents
    if text.tags[i] == "VBG" and text.deps[i] == "acl" and text.lemmas[above] in documents:
        return text.heads[above] if text.deps[above] == "dobj" else above  # "read a statement acknowledging"
    if text.tags[i] == "VBG" and _is_told_of(text, above):
        return text.heads[above]
    if first and text.tags[i] == "VBG" and text.deps[i] == "dobj":  # "flew home complaining of"
        return above
    if is_raised(text, i):
        return finite_above(text, i)
    managing = managed_by(text, i)
    if managing is not None:
        return managing
    return above if text.deps[i] in SHARING and above != i else None


def _is_told_of(text: Text, i: int) -> bool:
    """ "Said they would retaliate, calling it": a participle that the parser hung on what was said, and not on who."""
    above, kinds = text.heads[i], {text.deps[j] for j in text.children[i] if text.lower[j] != "it"}
    if text.deps[i] == "conj":  # "was raised, but Haig opposed it, arguing"
        return not kinds & {"nsubj", "nsubjpass"}
    cues = text.lexicon.pack.cues
    return text.deps[i] == "ccomp" and text.lemmas[above] in cues.speech | cues.mental


def _stray_subject(text: Text, i: int) -> int | None:
    """ "X, calling himself Y, told", "..., a spokeswoman, X, confirmed": what the parser gave to another verb."""
    for j in text.children[i]:
        if text.deps[j] == "advcl" and text.tags[j] == "VBG" and j < i:
            return next((k for k in text.children[j] if text.deps[k] in SUBJECTS and k < j), None)
    if _is_inverted(text, i):
        return next((j for j in text.children[i] if text.deps[j] == "dobj" and j > i), None)
    if text.words[i - 1] == "," and text.tags[i] in FINITE:
        circumstance = next((j for j in range(i - 2, max(i - LONGEST_NOUN, 0), -1) if _opens_clause(text, j, i)), None)
        if circumstance is not None:
            return circumstance
        titled = next((k for k in range(i - 2, max(i - LONGEST_NOUN, 0), -1) if _is_titled(text, k, i)), None)
        if titled is not None:
            return titled
    comma, name = i - 1, i - 2
    if name < 2 or text.words[comma] != "," or text.deps[name] != "appos" or text.tags[i] not in FINITE:
        return None
    noun = text.heads[name]
    return noun if noun < name and text.pos[noun] == "NOUN" and text.words[i + 1 : i + 2] in ([","], ["."]) else None


def _opens_clause(text: Text, noun: int, verb: int) -> bool:
    """ "After X, the premier, hinted": X, whom the parser hung on "after" alone."""
    above = text.heads[noun]
    opened = text.deps[noun] == "pobj" and text.lower[above] in CIRCUMSTANCES and text.heads[above] == text.heads[verb]
    return opened and text.deps[verb] == "advcl" and text.subtree(noun)[1] == verb


def _is_titled(text: Text, noun: int, verb: int) -> bool:
    """ "Time was up, the head of the union, X, warned": a noun for people that the parser takes for an apposition."""
    people, (start, end) = text.lexicon.pack.people, text.subtree(noun)
    human = text.lemmas[noun] in people.heads | people.groups
    return human and text.deps[noun] == "appos" and end >= verb - 1 and text.words[start - 1] == ","


def _inverted(text: Text, i: int) -> int | None:
    """ ", said an official who was there, ", "..." declared a triumphant X": the subject behind its verb."""
    after_quote = text.words[i - 1] in CLOSING and text.quoted[i - 1]
    mere = text.words[i - 1] == "," and text.lemmas[i] in MERELY
    if not (after_quote or mere) or text.tags[i] not in FINITE or text.quoted[i] or text.lemmas[i] == "tell":
        return None
    objects = [j for j in text.children[i] if text.deps[j] == "dobj" and j > i]
    objects = [j for j in objects if text.pos[j] in ("NOUN", "PROPN") or (after_quote and text.lower[j] == "one")]
    own = [j for j in text.children[i] if text.deps[j] in SUBJECTS and (j > i or (after_quote and j == i - 1))]
    if not own and not objects and text.lemmas[i] in MERELY:
        return _noun_behind(text, i)
    if own or not objects or text.subtree(objects[0])[0] != i + 1:
        return None
    behind = text.subtree(objects[0])[1]
    return objects[0] if text.words[behind] in CLOSES else None


def _noun_behind(text: Text, i: int) -> int | None:
    """ ", said two delegates who were there; its minister": the noun phrase at the verb, given to a later one."""
    last = text.sentences[text.sentence_of[i]][1]
    end = i + 1
    while end < last and text.pos[end] in ("DET", "ADJ", "NUM", "NOUN", "PROPN"):
        end += 1
    named = i + 1 < end < last and text.pos[end - 1] in ("NOUN", "PROPN") and text.heads[end - 1] > i
    closed = named and (text.words[end] in CLOSES or text.tags[end] == "WP")
    return end - 1 if closed and text.deps[end - 1] in SUBJECTS else None


def _is_inverted(text: Text, i: int) -> bool:
    """ "Don't expect miracles, groaned one governor." """
    cues = text.lexicon.pack.cues
    manner = text.lemmas[i] in cues.quote - cues.object_verbs - cues.things
    last = text.sentences[text.sentence_of[i]][1]
    return manner and text.words[i - 1] == "," and text.subtree(i)[1] >= last - 1


def _quoted_as(text: Text, i: int) -> int | None:
    """ "Tass quoted X as saying": X says it."""
    above = text.heads[i]
    if text.lower[i - 1] != "as" or text.lemmas[text.heads[above]] not in QUOTING:
        return None
    kinds = ("dobj", "nsubjpass")
    return next((j for j in text.children[text.heads[above]] if text.deps[j] in kinds and j < i), None)


def _antecedent(text: Text, verb: int, relative: int) -> int:
    """What a relative pronoun stands for: the noun of its clause, or what the sentence's earlier "who" follows."""
    i = verb
    while text.deps[i] == "conj" and text.heads[i] != i:
        i = text.heads[i]
    if text.deps[i] == "relcl":
        noun = text.heads[i]
        apposed = text.deps[noun] == "appos" and text.tags[text.heads[noun]] == "NNP" and noun > text.heads[noun]
        return text.heads[noun] if apposed else noun  # "Ivory Coast, the largest grower, which complained"
    start = text.sentences[text.sentence_of[verb]][0]
    earlier = (j for j in range(start + 2, relative + 1) if text.tags[j] in ("WP", "WDT", "WP$"))
    return next((j - 2 for j in earlier if text.words[j - 1] == ","), relative)
