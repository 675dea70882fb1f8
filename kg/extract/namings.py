"""What someone or something is called or pronounced to be."""

from __future__ import annotations

from kg.extract.cues import Cue
from kg.extract.noun_clauses import Tokens
from kg.extract.tags import FINITE
from kg.extract.text import Text

NAMING = frozenset({"express", "call", "describe", "brand", "label", "term", "dub", "deem", "style"})
PRONOUNCING = frozenset({"pronounce", "rule", "profess", "declare", "proclaim", "judge", "adjudge"})
LONGEST_NAME = 14
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def name_given(text: Text, cue: Cue, last: int) -> Tokens | None:
    """What someone or something is called."""
    v = cue.token
    if cue.lemma not in NAMING | PRONOUNCING:
        return None
    if text.lower[v + 1 : v + 2] in (["for"], ["on"], ["upon"], ["off"], ["up"], ["by"], ["in"]):
        return None
    if cue.lemma in PRONOUNCING:
        return _pronounced(text, v)
    if cue.lemma == "express" and text.lower[v + 1 : v + 2] and text.lower[v + 1] not in REFLEXIVE:
        return None
    named = next((e for s, e in text.quotes if v < s and e <= last and s - v < LONGEST_NAME), None)
    if text.lower[v + 1 : v + 2] and text.lower[v + 1] in REFLEXIVE:
        return (v + 2, named) if cue.lemma == "express" and named is not None else None
    if named is not None and any(text.tags[j] in FINITE and not text.quoted[j] for j in range(v + 1, named)):
        named = None
    if named is not None:
        return v + 1, named
    parts = [j for j in text.children[v] if j > v and text.deps[j] in ("dobj", "ccomp", "oprd")]
    if len(parts) > 1 or any(text.deps[j] in ("ccomp", "oprd") for j in parts):
        return v + 1, max(text.subtree(j)[1] for j in parts)
    return None


def _pronounced(text: Text, v: int) -> Tokens | None:
    """ "Pronounced the talks a success", "ruled the seizure unlawful", "professed itself ready"."""
    parts = [
        j for j in text.children[v]
        if j > v
        and (text.deps[j] in ("dobj", "oprd", "acomp", "ccomp") or (text.deps[j] == "advmod" and text.tags[j] == "JJ"))
    ]  # fmt: skip
    judged = len(parts) > 1 and text.deps[parts[0]] == "dobj" and not any(text.deps[j] == "ccomp" for j in parts[1:])
    inner = [k for j in parts if text.deps[j] == "ccomp" for k in text.children[j] if text.deps[k] == "nsubj"]
    verbless = bool(inner) and text.pos[text.heads[inner[0]]] in ("ADJ", "NOUN")
    return (v + 1, max(text.subtree(j)[1] for j in parts)) if judged or verbless else None
