"""What the parse says of a verb: its auxiliaries, infinitives, objects, and the span of what depends on it."""

from __future__ import annotations

from kg.extract.dates import Dated
from kg.extract.tags import PREDICATES
from kg.extract.text import Text
from kg.extract.verbs import is_passive

CONDITIONAL = frozenset({"if", "unless", "provided", "providing"})
CONTRASTING = frozenset({"while", "whereas", "although", "though"})
FACE = frozenset({"face", "risk", "lose", "suffer"})
EDGES = frozenset({",", ";", ":", "-", "–", "--", "—", "."})
HOLDERS = frozenset({"dobj", "dative", "prep", "obj", "npadvmod"})
OBJECTS = frozenset({"dobj", "obj", "attr"})
FARTHEST_INFINITIVE = 12


def auxiliaries(text: Text, verb: int) -> set[str]:
    """The verb's auxiliaries, also those of the verb it is coordinated with, if it has no subject of its own."""
    own = {text.lower[j] for j in text.children[verb] if text.deps[j] in ("aux", "auxpass")}
    shares = text.deps[verb] == "conj" and not any(text.deps[j].startswith("nsubj") for j in text.children[verb])
    if not own and shares and text.tags[verb] == "VB" and text.heads[verb] != verb:
        return auxiliaries(text, text.heads[verb])
    return own


def has_to(text: Text, verb: int) -> bool:
    return any(text.lower[j] == "to" and text.deps[j] == "aux" for j in text.children[verb])


def infinitives(text: Text, cue: int) -> list[int]:
    """The infinitives with "to" that depend on the cue, or on its object, with those that are coordinated."""
    direct = [j for j in text.children[cue] if j > cue and _is_infinitive(text, j)]
    if not direct:
        phrases = [j for j in text.children[cue] if j > cue and text.deps[j] in HOLDERS]
        phrases += [k for j in phrases for k in text.children[j] if text.deps[k] == "pobj"]
        direct = [k for j in phrases for k in text.children[j] if k > j and _is_infinitive(text, k)]
    if not direct:
        direct = _ahead(text, cue)
    return [verb for first in direct[:1] for verb in coordinated(text, first)]


def _is_infinitive(text: Text, verb: int) -> bool:
    """ "To hold", and "to be held"."""
    return has_to(text, verb) and (text.tags[verb] == "VB" or is_passive(text, verb))


def _ahead(text: Text, cue: int) -> list[int]:
    """The first infinitive in reach, before any finite verb: the parser may have hung it anywhere."""
    last = text.sentences[text.sentence_of[cue]][1]
    for j in range(cue + 1, min(last - 1, cue + FARTHEST_INFINITIVE)):
        if text.tags[j] in PREDICATES | {"WDT", "WP"} or text.deps[j] == "mark" or text.words[j] == ";":
            return []
        if text.tags[j] == "TO":
            verb = next((k for k in range(j + 1, min(last, j + 3)) if text.tags[k] == "VB"), None)
            return [verb] if verb is not None and text.heads[j] == verb and cue in _above(text, verb) else []
    return []


def _above(text: Text, i: int) -> list[int]:
    """The tokens that the token depends on, nearest first."""
    found: list[int] = []
    while text.heads[i] != i and len(found) < 5:
        i = text.heads[i]
        found.append(i)
    return found


def coordinated(text: Text, verb: int) -> list[int]:
    """The verb and the bare verbs joined to it by "and" or in a list: each is a move; "or" leaves them one."""
    found = [verb]
    for j in text.children[verb]:
        if is_joined(text, verb, j):
            found += coordinated(text, j)
    if len(found) == 1:
        found += astray(text, verb) or _listed(text, verb)
    return found


def astray(text: Text, verb: int) -> list[int]:
    """ "Not to fill it before they have met, and to release": infinitives hung on a verb that is none."""
    if not has_to(text, verb):
        return []
    last = text.sentences[text.sentence_of[verb]][1]
    return [j for j in range(verb + 1, last) if _is_astray(text, j) and _partner(text, j) in (verb, text.heads[verb])]


def _is_astray(text: Text, i: int) -> bool:
    """An infinitive behind "and to", joined to a finite verb or gerund."""
    if text.deps[i] != "conj" or text.tags[i] != "VB" or not has_to(text, i) or has_to(text, text.heads[i]):
        return False
    opens = next(j for j in text.children[i] if text.lower[j] == "to")
    return text.lower[opens - 1 - (text.lower[opens - 1] == "not")] == "and"


def _partner(text: Text, i: int) -> int:
    """The verb that an infinitive gone astray belongs beside or below: the infinitive, or else the last verb above."""
    above = [j for j in _above(text, i) if text.pos[j] == "VERB"]
    return next((j for j in above if has_to(text, j)), above[-1] if above else i)


def _listed(text: Text, verb: int) -> list[int]:
    """ "To open its ports, free the crew and pay": the bare verbs of a list whose second the parser hung elsewhere."""
    above = text.heads[verb]
    if above == verb or not has_to(text, verb):
        return []
    start, last = text.subtree(verb)[1], text.sentences[text.sentence_of[verb]][1]
    next_verb = next((j for j in range(start, min(last, start + 3)) if _is_bare(text, j)), None)
    if next_verb is None or above not in _above(text, next_verb) or text.lower[next_verb - 1] not in (",", "and"):
        return []
    within = [j for j in range(next_verb + 1, text.subtree(next_verb)[1]) if _is_bare(text, j)]
    more = [j for j in within if text.deps[j] == "conj" and not {"or"} & set(text.lower[next_verb:j])]
    return [next_verb, *more] if more else []


def _is_bare(text: Text, verb: int) -> bool:
    """A verb in the form of an infinitive, whatever the tagger took it for, that has no subject before it."""
    subjects = [j for j in text.children[verb] if j < verb and text.deps[j].startswith(("nsubj", "aux"))]
    return text.pos[verb] == "VERB" and text.lower[verb] == text.lemmas[verb] and not subjects


def is_joined(text: Text, verb: int, other: int) -> bool:
    if text.deps[other] != "conj" or text.tags[other] != text.tags[verb] or text.pos[other] not in ("VERB", "AUX"):
        return False
    if any(text.deps[k].startswith("nsubj") for k in text.children[other]):
        return False
    joiners = {text.lower[k] for k in text.children[verb] if text.deps[k] == "cc" and k < other}
    return "or" not in joiners


def verb_phrase(text: Text, verb: int) -> tuple[int, int]:
    """The infinitive without its "to" and all that depends on it: no verb coordinated with it, no condition."""
    marks = [j for j in text.children[verb] if text.deps[j] in ("aux", "nsubj", "nsubjpass", "mark") and j < verb]
    start = marks[-1] + 1 if marks else verb
    if marks and text.lower[start - 2] in text.lexicon.pack.negation.negators:
        start -= 2
    return start, end_of(text, verb)


def end_of(text: Text, verb: int) -> int:
    """Where the verb's phrase ends: before a verb coordinated with it, a condition or another sentence's words."""
    end = text.subtree(verb)[1]
    cuts = [text.subtree(j)[0] for j in text.children[verb] if j > verb and _cuts(text, verb, j)]
    cuts += [j - 1 for j in astray(text, verb)]
    ends = (*cuts, *_conditions(text, verb + 1, end), *_asides(text, verb + 1, end))
    end = min([end, text.sentences[text.sentence_of[verb]][1], *ends])
    while end > verb + 1 and (text.words[end - 1] in EDGES or text.deps[end - 1] == "cc"):
        end -= 1
    return end


def _conditions(text: Text, start: int, end: int) -> list[int]:
    """Where an "if" or "unless" opens a clause, or its "only"."""
    found = [j for j in range(start, end) if text.lower[j] in CONDITIONAL and text.deps[j] == "mark"]
    return [j - (text.lower[j - 1] in ("only", "but")) for j in found]


def _asides(text: Text, start: int, end: int) -> list[int]:
    """Where a relative clause opens that tells more: ", which it signed", "a pact under which 20,000 would go"."""
    clauses = [text.subtree(j)[0] for j in range(start, end) if text.deps[j] == "relcl"]
    clauses = [j for j in clauses if start < j]
    told = [j for j in range(start, end) if text.tags[j] == "IN" and text.lower[j + 1 : j + 2] == ["which"]]
    return [j - 1 for j in clauses if text.words[j - 1] == ","] + told


def _cuts(text: Text, verb: int, other: int) -> bool:
    if text.deps[other] == "parataxis" or (text.deps[other] == "advcl" and _contrasts(text, other)):
        return True
    if text.deps[other] != "conj" or text.pos[other] not in ("VERB", "AUX"):
        return False
    owned = any(text.deps[j].startswith("nsubj") for j in text.children[other])
    owned = owned or text.lemmas[other] in FACE  # "to comply or face a strike"
    return owned or text.tags[other] != text.tags[verb] or is_joined(text, verb, other)


def _contrasts(text: Text, clause: int) -> bool:
    """ ", while Pristina will ...": another sentence in the form of a clause."""
    return any(text.lower[j] in CONTRASTING for j in text.children[clause] if text.deps[j] == "mark")


def noun_phrase(text: Text, noun: int) -> tuple[int, int]:
    """The noun with all that depends on it."""
    start, end = text.subtree(noun)
    last = text.sentences[text.sentence_of[noun]][1]
    end = min([end, last, *_conditions(text, noun + 1, end), *_asides(text, noun + 1, end)])
    while end > noun + 1 and text.words[end - 1] in EDGES:
        end -= 1
    return start, end


def object_of(text: Text, verb: int) -> int | None:
    """What the verb is done to: its object, the subject of its passive, or the noun that its clause describes."""
    recipient = next((j for j in text.children[verb] if text.deps[j] == "nsubjpass"), None)
    given = [j for j in text.children[verb] if j > verb and text.deps[j] in ("dobj", "obj")]
    if recipient is not None and given:
        return given[-1]
    if is_passive(text, verb):
        subject = next((j for j in text.children[verb] if text.deps[j] in ("nsubjpass", "nsubj")), None)
        if subject is not None and text.lower[subject] not in ("that", "which"):
            return subject
        return text.heads[verb] if text.deps[verb] in ("acl", "relcl") else None
    objects = [j for j in text.children[verb] if text.deps[j] in OBJECTS and text.tags[j] not in ("WDT", "WP")]
    objects += [j for j in text.children[verb] if j > verb and text.deps[j] == "npadvmod" and _is_sum(text, j)]
    found = objects[-1] if objects else None
    if found is None and text.deps[verb] == "relcl" and not _is_stranded(text, verb) and not _is_relative(text, verb):
        return text.heads[verb]
    return found


def _is_sum(text: Text, noun: int) -> bool:
    """ "£31m", which the parser takes for an adverb."""
    return text.tags[text.subtree(noun)[0]] == "$"


def _is_relative(text: Text, verb: int) -> bool:
    """ "The bank which had pledged": the relative pronoun is the subject, and no object is left out."""
    return any(text.deps[j] == "nsubj" and text.tags[j] in ("WDT", "WP") for j in text.children[verb])


def _is_stranded(text: Text, verb: int) -> bool:
    """ "Something we agree with": nothing stands behind the preposition, so that no object is left out."""
    deps = [(text.deps[j], text.children[j]) for j in text.children[verb]]
    return any(dep in ("ccomp", "xcomp") or (dep in ("prep", "dative") and not below) for dep, below in deps)


def prepositions(text: Text, verb: int, dates: dict[int, Dated]) -> list[tuple[str, int]]:
    """Prepositions of the verb with what they govern; those hung on a date or adverb count, dates themselves do not."""
    found: list[tuple[str, int]] = []
    for j in text.children[verb]:
        if j > verb and text.deps[j] in ("prep", "dative", "agent"):
            for k in text.children[j]:
                if text.deps[k] in ("pobj", "pcomp"):
                    if k in dates:
                        found += prepositions(text, k, dates)
                    else:
                        found.append((text.lower[j], k))
                elif text.deps[k] == "prep" and k == j + 1:  # "out of"
                    found += prepositions(text, j, dates)
        elif j > verb and (text.deps[j] in ("advmod", "prt") or (text.deps[j] == "npadvmod" and j in dates)):
            found += prepositions(text, j, dates)
    return found
