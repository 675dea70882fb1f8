"""A measure told by its noun: what is done to it, or whose it is, how much of it and what it is on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kg.extract.actors import owner, polity_at
from kg.extract.acts import MODIFIERS, UPON, Act, Scene, action_of
from kg.extract.arguments import governor, objects_of, role_of
from kg.extract.text import Text
from kg.model import MeasureKind, MeasureStatus

STATING = frozenset({"be", "average", "total", "amount", "stand", "reach", "cover", "run", "come"})

SIZED = frozenset({"of", "worth", "at", "totalling", "around"})

SOUGHT = frozenset({"for", "of", "to"})

MOVING = frozenset("fall rise drop go come jump double triple climb increase decrease shrink halve".split())

CHANGED = frozenset({"in", "of", "to", "on"})

CALLS = frozenset("call demand appeal plea pressure request clamour clamor push campaign lobby cry".split())

PLANS = frozenset({"plan", "proposal", "idea", "scheme", "suggestion"})

LOOSE = frozenset({"cut", "fee", "premium", "halt", "pause", "exemption"})
"""Nouns of much else, which only a verb of imposing makes a measure."""

STRONG = frozenset({"ban", "curb", "restriction", "cap", "tax"})
"""Nouns that are measures with what they are on, whoever takes them."""

DONE = frozenset("boycott blockade nationalisation nationalization expropriation confiscation expulsion".split())
"""Nouns of doing, which have what they are done to behind "of"."""

REGIMES = frozenset({"system", "regime", "scheme", "arrangement", "programme", "program", "agreement", "mechanism"})

PARTS = frozenset(
    "most some many part half third quarter all any rest bulk number series range raft host share remainder majority"
    " lot round set package wave batch string couple handful fifth tenth two-third".split()
)

NOT_DONE = frozenset({"threat", "risk", "possibility", "prospect", "fear", "threaten"})


def kind_of(text: Text, i: int) -> MeasureKind | None:
    """The kind of measure that a noun names, by itself or by its modifiers."""
    pack, lemma = text.lexicon.pack.measures, text.lemmas[i]
    if text.pos[i] not in ("NOUN", "PROPN"):
        return None
    kind = text.lexicon.measure_nouns.get(lemma)
    if kind is not None:
        return kind
    modified = pack.modified.get(lemma, {})
    near = [text.lemmas[j] for j in text.children[i] if text.deps[j] in MODIFIERS and j < i] if modified else []
    return next((modified[word] for word in near if word in modified), None)


def find_noun(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Imposed tariffs on", "US tariffs on", "the 90,000-tonne quota"."""
    text = scene.text
    kind = kind_of(text, i) or _imposed(scene, i, lemma)
    if kind is not None and is_regime(text, i):
        return Act(kind=kind, head=text.heads[i], noun=i, rule="noun")
    if kind is None or (text.deps[i] == "compound" and not is_changed(text, i)):
        return None
    head = changed(scene, i)
    verb, action = governing(text, head)
    verb, action = (verb, action) if verb is not None else moving(scene, head)
    if verb is None and (is_owed(text, head) or _is_called_for(text, head) or not is_told(scene, head, i)):
        return None
    return Act(kind=kind, head=head, noun=i, verb=verb, action=action, rule="noun")


def moving(scene: Scene, head: int) -> tuple[int | None, MeasureStatus | None]:
    """ "The tax falls from 15 to 5 percent": a measure that is changed, by nobody in particular."""
    text, verb = scene.text, scene.text.heads[head]
    rates = any(scene.amounts[j].is_rate for j in range(verb, text.subtree(verb)[1]) if j in scene.amounts)
    moved = text.deps[head] == "nsubj" and text.lemmas[verb] in MOVING and rates
    return (verb, "in-force") if moved else (None, None)


def is_owed(text: Text, head: int) -> bool:
    verb = governor(text, head)
    return verb is not None and text.lemmas[verb] in ("owe", "repay") and text.deps[head] in ("dobj", "obj")


def _is_called_for(text: Text, head: int) -> bool:
    """ "Abandoned their call for a moratorium", "pressure for curbs": what somebody only wishes."""
    above = text.heads[head]
    called = text.deps[head] == "pobj" and text.lower[above] == "for" and text.pos[text.heads[above]] == "NOUN"
    return called and text.lemmas[text.heads[above]] in CALLS


def is_sought(text: Text, head: int) -> bool:
    """ "Its claim to 24 million in guarantees", "owes 15 million in levies": asked for, owed or needed."""
    sought = text.lexicon.pack.measures.sought
    verb = governor(text, head, SOUGHT)
    above = text.heads[text.heads[head]] if text.deps[head] == "pobj" else head
    return (verb is not None and text.lemmas[verb] in sought) or text.lemmas[above] in sought


def _imposed(scene: Scene, i: int, lemma: str) -> MeasureKind | None:
    """ "Impose cuts", "its ban on imports": nouns that need a verb of imposing, or an owner and a target."""
    text, pack = scene.text, scene.text.lexicon.pack.measures
    kind = pack.imposed.get(lemma)
    if kind is None or text.pos[i] != "NOUN":
        return None
    head = changed(scene, i)
    verb = text.heads[head]
    acted = text.lemmas[verb] in pack.imposing or (lemma not in LOOSE and action_of(text, verb) is not None)
    if (role_of(text, head) in ("dobj", "obj", "nsubjpass") and acted) or planned(text, head) is not None:
        return kind
    if next(chain(_participles(text, i), relatives(text, i)), None) is not None:
        return kind
    whose, upon = owner(text, scene.mentions, i), objects_of(text, i, UPON)
    participles = [j for j in text.children[i] if text.deps[j] == "acl"]
    if (upon or whose) and any(living(text, j) for j in participles):
        return kind
    if text.deps[i] == "nsubj" and (upon or whose) and living(text, verb):
        return kind
    if upon and lemma in STRONG:
        return kind
    return kind if upon and (whose is not None or is_sized(scene, i, i)) else None


def is_changed(text: Text, i: int) -> bool:
    """ "The tariff increase"; in "the tariffs increase" nothing stands behind the noun but its verb."""
    head = text.heads[i]
    return text.lemmas[head] in text.lexicon.pack.measures.changes and head > i and text.pos[head] in ("NOUN", "PROPN")


def changed(scene: Scene, i: int) -> int:
    """The head of "tariff increase", "an increase in tariffs", "$5 billion in subsidies"; else the noun itself."""
    text = scene.text
    changes = text.lexicon.pack.measures.changes
    if is_changed(text, i):
        return text.heads[i]
    above = text.heads[i]
    if text.deps[i] == "pobj" and text.lower[above] in CHANGED:
        whole = text.heads[above]
        part = text.lower[above] == "of" and text.lemmas[whole] in PARTS
        if part or text.lemmas[whole] in changes or (whole in scene.amounts and not scene.amounts[whole].is_rate):
            return whole
    return i


def governing(text: Text, head: int) -> tuple[int | None, MeasureStatus | None]:
    """The verb that does something to the measure, and what that makes of it; else that of a clause behind it."""
    return _above(text, head) or next(chain(_participles(text, head), relatives(text, head)), (None, None))


def _above(text: Text, head: int) -> tuple[int, MeasureStatus] | None:
    with_verb = _with(text, head)
    if with_verb is not None:
        return with_verb, "threatened" if text.lemmas[with_verb] == "threaten" else "in-force"
    above, role = text.heads[head], role_of(text, head)
    behind = text.heads[above] if text.pos[text.heads[above]] != "ADV" else text.heads[text.heads[above]]
    if role == "pobj" and (intended := planned(text, head)) is not None:
        return intended, "proposed"
    if role == "pobj" and text.pos[behind] == "VERB" and (action := action_of(text, behind, text.lower[above])):
        return behind, action
    verb = governor(text, head)
    if verb is None:
        return None
    if text.lower[above] == "of" and text.lemmas[text.heads[above]] in NOT_DONE:
        return text.heads[above], "threatened"
    if role == "nsubj":
        action = living(text, verb)
    else:
        governed = role in ("dobj", "obj", "nsubjpass", "conj") or text.lower[above] == "of"
        action = action_of(text, verb) if governed else None
    return (verb, action) if action else None


def is_regime(text: Text, i: int) -> bool:
    """ "Under the quota system": something that holds."""
    above = text.heads[i]
    return text.deps[i] == "compound" and text.lemmas[above] in REGIMES and text.lower[text.heads[above]] == "under"


def planned(text: Text, head: int) -> int | None:
    """The verb of "shelved plans for a tax", "floated the idea of a levy"."""
    above = text.heads[text.heads[head]]
    if text.deps[head] != "pobj" or text.lower[text.heads[head]] not in SOUGHT or text.lemmas[above] not in PLANS:
        return None
    verb = governor(text, above)
    return verb if verb is not None and action_of(text, verb) is not None else None


def _participles(text: Text, head: int) -> Iterator[tuple[int, MeasureStatus]]:
    """ "The duties imposed by Canada"."""
    for j in text.children[head]:
        if text.deps[j] == "acl" and text.pos[j] == "VERB" and (action := action_of(text, j)):
            yield j, action


def relatives(text: Text, head: int) -> Iterator[tuple[int, MeasureStatus]]:
    """What relative clauses say was done to the measure: "which Mr Carter imposed", "of 30 percent that Seoul set"."""
    for n in (head, *objects_of(text, head, SIZED)):
        for j in text.children[n]:
            if text.deps[j] == "relcl" and text.pos[j] == "VERB" and (action := action_of(text, j)):
                yield j, action


def living(text: Text, verb: int) -> MeasureStatus | None:
    """ "Take effect", "come into force", "expire"."""
    bound = [*text.children[verb], *(k for j in text.children[verb] for k in text.children[j])]
    phrases = {text.lemmas[verb], *(f"{text.lemmas[verb]} {text.lemmas[j]}" for j in bound)}
    lives = text.lexicon.pack.measures.lives
    return next((status for status, words in lives.items() if phrases & words), None)


def _with(text: Text, head: int) -> int | None:
    """The verb of "retaliated with duties", wherever the parser hangs the phrase."""
    above = text.heads[head]
    if text.lower[above] != "with" or text.deps[head] != "pobj":
        return None
    first = text.sentences[text.sentence_of[head]][0]
    verbs = text.lexicon.pack.measures.with_
    return next(
        (
            j
            for j in range(above - 1, max(first, above - 7) - 1, -1)
            if text.lemmas[j] in verbs and text.pos[j] == "VERB" and "," not in text.words[j:above]
        ),
        None,
    )


def is_told(scene: Scene, head: int, noun: int) -> bool:
    """Without a verb: whose it is or how much, and what it is on."""
    text, mentions = scene.text, scene.mentions
    start, end = text.subtree(head)
    owned = any(owner(text, mentions, n) is not None for n in (head, noun))
    owned = owned or bool(objects_of(text, noun, frozenset({"by"})))
    on = UPON | {"of"} if text.lemmas[noun] in DONE else UPON
    upon = objects_of(text, head, on) + (objects_of(text, noun, on) if noun != head else [])
    if upon:
        start, end = min(text.subtree(j)[0] for j in upon), max(text.subtree(j)[1] for j in upon)
        return (
            owned
            or is_sized(scene, head, noun)
            or scene.has_amount(start, end)
            or any(polity_at(text, mentions, j) for j in range(start, end))
        )
    return (owned and scene.has_amount(start, end)) or _is_stated(scene, head) or is_sized(scene, head, noun)


def is_sized(scene: Scene, head: int, noun: int) -> bool:
    """ "A 90,000-tonne quota", "$900 million in loans", "a surcharge of $400 a tonne"."""
    text = scene.text
    start = text.subtree(head)[0]
    behind = [j for n in (head, noun) for j in objects_of(text, n, SIZED)]
    return (
        head in scene.amounts
        or (scene.has_amount(start, noun) and noun - start <= 8)
        or any(scene.has_amount(text.subtree(j)[0], j + 1) for j in behind)
    )


def _is_stated(scene: Scene, head: int) -> bool:
    """ "Its quota is 4 mln bpd", "quotas totalling 15.8 mln bpd"."""
    text, verb = scene.text, scene.text.heads[head]
    stating = [j for j in text.children[head] if text.deps[j] in ("acl", "relcl")]
    stating += [k for j in stating for k in text.children[j] if text.deps[k] == "xcomp"]
    stating += [verb] if text.deps[head] == "nsubj" and verb > head else []
    return any(text.lemmas[j] in STATING and _has_number(scene, j) for j in stating)


def _has_number(scene: Scene, verb: int) -> bool:
    """An amount behind the verb; of "covered 900 products" also a number of goods."""
    text, goods = scene.text, (j for j in scene.text.children[verb] if scene.text.deps[j] == "dobj")
    counted = text.lemmas[verb] == "cover" and any(text.tags[k] == "CD" for j in goods for k in text.children[j])
    return counted or scene.has_amount(verb, text.subtree(verb)[1])
