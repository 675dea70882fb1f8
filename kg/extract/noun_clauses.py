"""The clause that tells what a noun says: "complaints that ...", "the core of the allegations is that ..."."""

from __future__ import annotations

from kg.extract.bounds import content_end
from kg.extract.text import Text

Tokens = tuple[int, int]

LONGEST_INSERTION = 16
# What brings a clause without "that" too.
BRINGING = frozenset({"notice", "word", "warning", "assurance"})
# What one can make, break or put: "the promise that it could keep".
MADE = frozenset(
    "promise pledge threat point argument statement announcement remark message comment claim prediction response"
    " answer reply proposal report forecast estimate guarantee excuse case".split()
)


def noun_clause(text: Text, i: int) -> Tokens | None:
    """ "Complaints that ...", "the core of the allegations is that ..."."""
    return that_clause(text, i, text.sentences[text.sentence_of[i]][1]) or _copular(text, i)


def that_clause(text: Text, noun: int, limit: int) -> Tokens | None:
    """The clause with "that" soon behind a noun, where it tells what the noun is and does not pick it out."""
    farthest = LONGEST_INSERTION if text.words[noun + 1 : noun + 2] == [","] else 6
    for j in range(noun + 1, min(noun + farthest, limit)):
        if text.lower[j] == "that" and text.pos[j] in ("SCONJ", "PRON", "DET"):
            clause = next((k for k in text.children[noun] if text.deps[k] in ("acl", "relcl", "ccomp") and k > j), None)
            relative = clause is not None and _is_relative(text, noun, j, clause)
            if clause is None:
                return _unparsed(text, noun, j, limit)
            return None if relative else (j + 1, text.subtree(clause)[1])
    return _bare(text, noun, limit)


def _bare(text: Text, noun: int, limit: int) -> Tokens | None:
    """ "Served notice he would ask for more": a clause without "that"."""
    clause = next((k for k in text.children[noun] if text.deps[k] in ("acl", "relcl", "ccomp")), None)
    if text.lemmas[noun] not in BRINGING or clause is None or text.subtree(clause)[0] != noun + 1:
        return None
    own = any(text.deps[j] == "nsubj" and j >= noun + 1 for j in text.children[clause])
    helped = any(text.tags[j] == "MD" for j in text.children[clause])
    return (noun + 1, content_end(text, text.heads[noun], noun + 1, limit)) if own and helped else None


def _is_relative(text: Text, noun: int, that: int, clause: int) -> bool:
    """ "The claim that he made" picks one out; "the hope that he would sign", wherever "that" hangs, says which."""
    if text.heads[that] != clause or text.deps[that] not in ("nsubj", "dobj", "nsubjpass"):
        return False
    own = any(text.deps[j] == "nsubj" and j != that for j in text.children[clause])
    helped = any(text.tags[j] == "MD" for j in text.children[clause])
    return not (text.deps[that] == "dobj" and own and helped and text.lemmas[noun] not in MADE)


def _unparsed(text: Text, noun: int, that: int, limit: int) -> Tokens | None:
    """ "Gave notice that": the parser hung the clause on the noun's verb."""
    clause = text.heads[that]
    if (
        text.deps[that] != "mark"
        or text.heads[clause] != text.heads[noun]
        or text.deps[clause] not in ("ccomp", "advcl", "csubj", "csubjpass")
    ):
        return None
    return that + 1, min(text.subtree(clause)[1], limit)


def _copular(text: Text, noun: int) -> Tokens | None:
    i = noun
    for _ in range(4):
        i = text.heads[i]
        if text.lemmas[i] in ("be", "remain", "stay"):
            clause = next((j for j in text.children[i] if text.deps[j] == "ccomp" and j > noun), None)
            if clause is None:
                return None
            mark = next((k for k in text.children[clause] if text.lower[k] == "that" and text.deps[k] == "mark"), None)
            return (mark + 1, text.subtree(clause)[1]) if mark is not None else None
    return None
