"""Measures told by a verb and what it is done to: ties cut, ports closed, loans granted, troops withdrawn."""

from __future__ import annotations

from kg.extract.actors import named
from kg.extract.acts import MODIFIERS, Act, Scene, is_power
from kg.extract.arguments import agent_of, direct_object, objects_of, passive_guest, raised, role_of
from kg.extract.measure_nouns import changed, governing, is_changed, is_sized, is_sought, is_told
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.extract.verbs import phrases_of
from kg.model import MeasureStatus
from kg.packs import Deed

WILLING = frozenset("agree promise pledge decide offer vow plan continue begin start commit undertake prepare".split())
TIMES = frozenset({"day", "week", "month", "year", "season"})
INTO = frozenset({"into", "under"})
DONE_TO = frozenset({"dobj", "obj", "nsubjpass", "conj"})


def find_deed(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Cut ties with", "a licence, issued in", "6,000 troops would stay", "$900 million in loans"."""
    text = scene.text
    if text.pos[i] not in ("NOUN", "PROPN") or (text.deps[i] == "compound" and not is_changed(text, i)):
        return None
    head = changed(scene, i)
    near = {text.lemmas[j] for j in text.children[i] if j < i and text.deps[j] in MODIFIERS}
    near |= {
        text.lemmas[k] for n in (i, text.heads[i]) for j in objects_of(text, n, INTO) for k in (j, *text.children[j])
    }
    for deed in text.lexicon.deeds.get(lemma, ()):
        if deed.before and not near & deed.before:
            continue
        is_change = head != i and text.lemmas[head] in text.lexicon.pack.measures.changes
        verb, action = governing(text, head) if is_change else _doing(scene, deed, head)
        if verb is not None or (deed.alone and _stands(scene, head, i)):
            return Act(kind=deed.kind, head=head, noun=i, verb=verb, action=action, rule="deed")
    return None


def _stands(scene: Scene, head: int, noun: int) -> bool:
    """Told by its own amount, and not asked for, owed or needed."""
    return not is_sought(scene.text, head) and is_told(scene, head, noun) and is_sized(scene, head, noun)


def _doing(scene: Scene, deed: Deed, head: int) -> tuple[int | None, MeasureStatus | None]:
    """The verb that does to it what makes it a measure."""
    text = scene.text
    verbs = [j for j in text.children[head] if text.deps[j] in ("acl", "relcl") and text.tags[j] in ("VBN", "VBD")]
    verbs += [raised(text, text.heads[head])] if role_of(text, head) in DONE_TO else []
    verbs += [text.heads[text.heads[head]]] if text.deps[head] == "conj" else []
    for verb in verbs:
        action = action_in(text, deed, verb)
        if action is not None and _is_done(scene, deed, verb, head):
            return verb, action
    mover = raised(text, text.heads[head])
    if role_of(text, head) == "nsubj" and set(phrases_of(text, mover)) & deed.moves and _is_dated(scene, mover):
        return mover, "in-force"
    return None, None


def action_in(text: Text, deed: Deed, verb: int) -> MeasureStatus | None:
    if text.pos[verb] not in ("VERB", "AUX"):
        return None
    phrases = phrases_of(text, verb)
    return next((status for phrase in phrases for status, verbs in deed.verbs.items() if phrase in verbs), None)


def _is_done(scene: Scene, deed: Deed, verb: int, head: int) -> bool:
    """By an actor, or by one left unsaid; with an amount where the words alone would say too little."""
    if deed.amount and not scene.has_amount(min(verb, scene.text.subtree(head)[0]), scene.text.subtree(verb)[1]):
        return False
    return is_power(scene, verb) or agent_of(scene.text, verb) is None


def _is_dated(scene: Scene, verb: int) -> bool:
    """A number or time in the verb's clause."""
    span = range(*scene.text.subtree(verb))
    return any(scene.text.tokens[j].ent_type_ in ("DATE", "CARDINAL", "QUANTITY") or j in scene.amounts for j in span)


def find_payment(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Brussels will pay 105 million euros", "lent Zambia $188 million"."""
    text = scene.text
    paid = direct_object(text, i)
    if paid is None or paid not in scene.amounts or not scene.amounts[paid].is_money:
        return None
    agent = agent_of(text, i)
    payer = named(text, scene.mentions, agent) if agent is not None else None
    mood = mood_of(text, i)
    due = mood.form == "infinitive" and (mood.governor is None or text.lemmas[mood.governor] not in WILLING)
    if payer is None or payer.kind not in ("polity", "institution") or mood.form == "may" or due:
        return None
    return Act(kind="aid", head=paid, noun=paid, verb=i, action="in-force", rule="deed")


def find_frozen(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Some $8 billion was blocked by Washington", "froze 30 million crowns": money, without a noun for it."""
    text = scene.text
    held = direct_object(text, i)
    held = passive_guest(text, i) if held is None else held
    if text.pos[i] != "VERB" or held is None or held not in scene.amounts or not scene.amounts[held].is_money:
        return None
    action: MeasureStatus = "lifted" if lemma.startswith("un") else "in-force"
    return (
        Act(kind="sanction", head=held, noun=held, verb=i, action=action, rule="deed") if is_power(scene, i) else None
    )


def find_forgiven(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Cancel 80 per cent of the $38 billion that Baghdad owes": a sum that is owed, without a noun for it."""
    text, pack = scene.text, scene.text.lexicon.pack.measures
    owed = direct_object(text, i)
    owed = passive_guest(text, i) if owed is None else owed
    if text.pos[i] != "VERB" or owed is None or not set(phrases_of(text, i)) & pack.forgiving or not is_power(scene, i):
        return None
    start, end = text.subtree(owed)
    debts = any(text.lemmas[j] in ("owe", "debt", "loan") for j in range(start, end))
    if text.lemmas[owed] in text.lexicon.deeds or not debts or not scene.has_amount(start, end):
        return None
    return Act(kind="aid", head=owed, noun=owed, verb=i, action="in-force", rule="deed")


def find_allowance(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Allowing British boats to take 130,000 tons of fish", "lets 24 trawlers a day fish", "will be able to land"."""
    text = scene.text
    verb = text.heads[i] if lemma == "able" else i
    for j in text.children[i]:
        if text.deps[j] in ("xcomp", "ccomp") and text.lemmas[j] in text.lexicon.pack.measures.taking:
            taken = direct_object(text, j)
            span = text.subtree(taken) if taken is not None else (0, 0)
            if any(not a.is_money for k in range(*span) if (a := scene.amounts.get(k))) or _is_rationed(text, taken):
                return Act(kind="quota", head=j, noun=j, verb=verb, action="in-force", rule="deed")
    let = direct_object(text, i)
    let = next(iter(objects_of(text, i, frozenset({"in"}))), None) if let is None and lemma == "let" else let
    if let is None or not _is_rationed(text, let) or not is_power(scene, i):
        return None
    return Act(kind="quota", head=let, noun=let, verb=i, action="in-force", rule="deed")


def _is_rationed(text: Text, noun: int | None) -> bool:
    """ "No more than 24 boats a day", "50,000 cars a year": a number of them for each time."""
    if noun is None or not any(text.tags[j] == "CD" for j in text.children[noun]):
        return False
    behind = range(noun + 1, min(max(noun + 3, text.subtree(noun)[1]), len(text.words) - 1))
    return any(text.lower[j] in ("a", "per", "each") and text.lemmas[j + 1] in TIMES for j in behind)
