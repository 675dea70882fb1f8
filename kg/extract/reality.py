"""Whether a verb tells what was done, would be done or neither; and who does it."""

from __future__ import annotations

from typing import Literal

from kg.extract.asides import is_aside, subject_past_aside
from kg.extract.clauses import auxiliaries, has_to
from kg.extract.subjects import subject_of
from kg.extract.tags import FINITE
from kg.extract.text import Text
from kg.extract.verbs import is_negated, is_passive

Reality = Literal["real", "unreal"]

UNREAL = frozenset({"would", "will", "'ll", "’ll", "wo", "'d", "’d", "shall"})
ONLY_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ca"})
UNCERTAIN = frozenset({"if", "unless", "whether", "provided", "until", "before", "lest"})
TO_COME = frozenset({"after", "once", "when", "as"})
UNDONE = frozenset({"without", "instead", "from", "against", "of", "for", "at", "toward", "towards", "to"})
PROVISOS = frozenset({"condition", "proviso", "understanding", "assumption"})
WHEN_OR_HOW = frozenset({"how", "whether", "when", "why", "whatever", "whoever", "what"})


def doer_of(text: Text, i: int) -> int | None:
    """The token of who does what the verb says: its subject, the passive's agent, the noun of a participle."""
    if is_aside(text, i):
        return None
    if text.deps[i] == "acl" and (past := subject_past_aside(text, i)) is not None:
        return past
    if is_passive(text, i):
        by = [j for j in text.children[i] if text.deps[j] == "agent" or text.lower[j] == "by"]
        agents = [k for j in by for k in text.children[j]]
        agents = [k for k in agents if text.deps[k] == "pobj" and text.tokens[k].ent_type_ not in ("DATE", "TIME")]
        return next(iter(agents), None)  # "promised by May"
    if text.deps[i] == "acl" and text.tags[i] == "VBG":
        return text.heads[i]
    if (accused := accused_of(text, i)) is not None:
        return accused
    subjects = [j for j in text.children[i] if j < i and text.deps[j] == "nsubj"]
    if len(subjects) > 1:  # "over the contract Hunt has vowed to impose": the nearest
        return subjects[-1]
    with_noun = i > 0 and text.tags[i] == "VBG" and not subjects and text.lower[text.heads[i - 1]] == "with"
    return i - 1 if with_noun and text.deps[i - 1] == "pobj" else subject_of(text, _told_with(text, i))


def _told_with(text: Text, i: int) -> int:
    """ "Said that Chad had broken its word, and called for": the verb as finite as this one, and not "broken"."""
    above, own = text.heads[i], text.children[i]
    if text.deps[i] != "conj" or text.tags[i] not in FINITE or any(text.deps[j].startswith("nsubj") for j in own):
        return i
    if text.deps[above] != "ccomp" or not {"have", "be", "will", "would", "should"} & _helping(text, above):
        return i
    outer = text.heads[above]
    return outer if outer < above and text.tags[outer] == text.tags[i] and not auxiliaries(text, i) else i


def _helping(text: Text, verb: int) -> set[str]:
    return {text.lemmas[j] for j in text.children[verb] if text.deps[j] in ("aux", "auxpass")}


def accused_of(text: Text, i: int) -> int | None:
    """Whom the verb above blames for it: "France" of "accused France of breaking its word"."""
    verb = text.heads[text.heads[i]]
    if text.deps[i] != "pcomp" or text.lemmas[verb] not in text.lexicon.pack.moves.blaming:
        return None
    return next((j for j in text.children[verb] if text.deps[j] in ("dobj", "nsubjpass")), None)


def reality_of(text: Text, i: int) -> Reality | None:
    """Whether the verb tells what was done, or what would be; None where it tells neither."""
    helpers = auxiliaries(text, i)
    if is_negated(text, i) or helpers & ONLY_POSSIBLE or text.deps[i] in ("amod", "compound", "csubj"):
        return None
    marks = {text.lower[j] for j in text.children[i] if j < i and text.deps[j] in ("mark", "advmod")}
    present = text.tags[i] in ("VBZ", "VBP") or helpers & {"is", "are", "has", "have"}
    above = auxiliaries(text, text.heads[i]) if text.deps[i] == "advcl" else set()
    if marks & UNCERTAIN or (marks & TO_COME and (present or above & {"would", "will"})):
        return None  # "will go once it is signed", "would go once it was signed"
    told = text.deps[i] in ("advcl", "relcl", "acl") and not present
    if is_asked(text, i) and not (told and any(text.lower[j] == "when" for j in text.children[i])):
        return None
    if text.deps[i] == "ccomp" and text.lemmas[text.heads[i]] in text.lexicon.pack.negation.wished:
        return None
    if text.tags[i] == "VB" and not helpers & {*UNREAL, "do", "does", "did"}:
        return _infinitive_reality(text, i)
    if text.deps[i] == "acl" and "that" in marks and text.lemmas[text.heads[i]] in PROVISOS:
        return None
    if text.deps[i] == "pcomp" and auxiliaries(text, text.heads[text.heads[i]]) & ONLY_POSSIBLE:
        return None
    undone = text.heads[i] if text.deps[i] == "conj" and text.tags[i] == "VBG" else i  # "without confirming or denying"
    if text.deps[undone] == "pcomp" and text.lower[text.heads[undone]] in UNDONE and accused_of(text, undone) is None:
        return None
    return "unreal" if helpers & UNREAL else "real"


def is_asked(text: Text, i: int) -> bool:
    """ "How they would vote", "what they cannot agree": a question, or the answer to one."""
    return any(text.lower[j] in WHEN_OR_HOW for j in text.children[i] if j < i)


def _infinitive_reality(text: Text, i: int) -> Reality | None:
    """ "Continued to demand" is real; "hopes to reach" is not; "flew there to ask" may be."""
    governor = text.lemmas[text.heads[i]]
    if text.deps[i] in ("xcomp", "conj") and governor in text.lexicon.pack.moves.implicative:
        return "real"
    owned = any(text.deps[j].startswith("nsubj") for j in text.children[i])
    return "unreal" if text.deps[i] == "advcl" and has_to(text, i) and not owned else None
