"""Leaving what was agreed: pacts quit, notice given, a withdrawal announced."""

from __future__ import annotations

from kg.extract.actors import owner
from kg.extract.acts import Act, Scene, action_of, is_power
from kg.extract.arguments import direct_object, governor, objects_of
from kg.extract.text import Text
from kg.extract.verbs import phrases_of

FROM = frozenset({"from", "out", "of"})
CLAUSES = frozenset({"acl", "ccomp", "relcl"})


def find_pact(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Leave the bloc", "withdraw from the treaty"."""
    text, pack = scene.text, scene.text.lexicon.pack.measures.pacts
    if text.pos[i] not in ("NOUN", "PROPN"):
        return None
    left = _left_behind(text, i)
    if left is not None:
        return Act(kind="withdrawal", head=i, noun=i, verb=left, action="announced", rule="pact")
    verb = governor(text, i, FROM)
    if verb is None or not is_power(scene, verb):
        return None
    direct = bool(set(phrases_of(text, verb)) & pack.verbs) and direct_object(text, verb) == i
    through = text.lemmas[verb] in pack.from_ and any(text.lower[j] in FROM for j in range(verb, i))
    if not direct and not through:
        return None
    return Act(kind="withdrawal", head=i, noun=i, verb=verb, action="in-force", rule="pact")


def _left_behind(text: Text, pact: int) -> int | None:
    """The verb of leaving in "the pact, which it would terminate", "which it said it would leave"."""
    verbs = text.lexicon.pack.measures.pacts.verbs
    for j in text.children[pact]:
        if text.deps[j] != "relcl" or not any(text.lower[k] in ("which", "that") for k in text.children[j]):
            continue
        below = [j, *(k for k in text.children[j] if text.deps[k] in ("ccomp", "xcomp"))]
        if verb := next((k for k in below if text.lemmas[k] in verbs and direct_object(text, k) is None), None):
            return verb
    return None


def find_departure(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "America's withdrawal from the accord", "the treaty, from which it announced its withdrawal"."""
    text, pacts = scene.text, scene.text.lexicon.pack.measures.pacts
    if text.pos[i] != "NOUN":
        return None
    left = [*objects_of(text, i, FROM), *_relative_of(text, i)]
    whose = owner(text, scene.mentions, i)
    verb = text.heads[i] if text.deps[i] in ("dobj", "nsubjpass") else None
    action = action_of(text, verb) if verb is not None else None
    if not any(text.lemmas[j] in pacts.nouns for j in left) or (whose is None and action is None):
        return None
    kept = verb if action is not None else None
    return Act(kind="withdrawal", head=i, noun=i, verb=kept, action=action, rule="pact")


def _relative_of(text: Text, i: int) -> list[int]:
    """What "from which" stands for in the clause around the noun."""
    clause = text.heads[i]
    whiches = [k for k in objects_of(text, clause, FROM) if text.lower[k] == "which"]
    return [text.heads[clause]] if whiches and text.deps[clause] == "relcl" else []


def find_notice(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Served notice that it would leave it", "giving a year's notice of termination of the agreement"."""
    text, pacts = scene.text, scene.text.lexicon.pack.measures.pacts
    verb = text.heads[i]
    if text.deps[i] not in ("dobj", "obj") or text.lemmas[verb] not in ("give", "serve", "hand", "send", "deliver"):
        return None
    ended = any(text.lemmas[j] in pacts.ends for j in objects_of(text, i, frozenset({"of"})))
    clauses = [j for n in (i, verb) for j in text.children[n] if text.deps[j] in CLAUSES]
    left = any(
        text.lemmas[j] in pacts.verbs | pacts.from_
        and ((met := direct_object(text, j)) is None or text.lemmas[met] not in pacts.nouns)
        for j in clauses
    )
    return Act(kind="withdrawal", head=i, noun=i, verb=verb, action="in-force", rule="deed") if ended or left else None
