"""Verbs that are measures with their object: listing, banning, levying, ruling, buying."""

from __future__ import annotations

from kg.extract.actors import named, owner, polity_at
from kg.extract.acts import MODIFIERS, UPON, Act, Scene, action_of, closed_to, is_power
from kg.extract.arguments import (
    agent_of,
    by_agent,
    direct_object,
    objects_of,
    own_subject,
    passive_guest,
)
from kg.extract.moods import mood_of
from kg.extract.verbs import particle, phrases_of

POLLS = frozenset({"vote", "election", "poll", "referendum", "celebration"})


def find_list(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Placed X on an entity list", "added to its blacklist"."""
    text, pack = scene.text, scene.text.lexicon.pack.measures.lists
    modified = pack.modified.get(lemma, frozenset())
    named_list = lemma in pack.nouns or any(text.lemmas[j] in modified for j in text.children[i])
    above = text.heads[i]
    if not named_list or text.deps[i] != "pobj" or text.lower[above] not in ("on", "onto", "to", "in", "from"):
        return None
    verb = text.heads[above]
    for _ in range(3):
        verb = verb if text.pos[verb] == "VERB" else text.heads[verb]
    off = text.lower[above] == "from" and action_of(text, verb) == "lifted"
    if text.lemmas[verb] not in pack.verbs and not off:
        return None
    return Act(kind="entity-listing", head=i, noun=i, verb=verb, action="lifted" if off else "in-force", rule="list")


def find_verb(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Sanctioned the bank", "blacklisted 12 firms"."""
    text = scene.text
    if text.pos[i] != "VERB" or text.deps[i] in MODIFIERS:
        return None
    target = direct_object(text, i)
    target = own_subject(text, i) if target is None else target
    if lemma.startswith("subsidi") and not scene.has_amount(*text.subtree(i)):
        return None
    if target is None or text.lemmas[target] in text.lexicon.meeting_nouns or text.lemmas[target] in POLLS:
        return None
    kind = text.lexicon.pack.measures.acts[lemma]
    if kind == "law" and not _is_state(scene, i):
        return None
    return Act(kind=kind, head=target, noun=target, verb=i, action="in-force", rule="verb")


def find_subsidised(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "A decision to sell 500,000 tonnes of subsidised wheat", "its offer of subsidised butter": of some amount."""
    text, goods = scene.text, scene.text.heads[i]
    if not lemma.startswith("subsidi") or text.deps[i] != "amod" or text.pos[goods] not in ("NOUN", "PROPN"):
        return None
    above = text.heads[text.heads[goods]]
    head = above if text.deps[goods] == "pobj" and text.lower[text.heads[goods]] == "of" else goods
    if not scene.has_amount(text.subtree(head)[0], goods):
        return None
    verb = text.heads[head] if text.deps[head] in ("dobj", "obj") else None
    return Act(kind="subsidy", head=head, noun=goods, verb=verb, action="in-force" if verb else None, rule="deed")


def _is_state(scene: Scene, verb: int) -> bool:
    """False of the members of a union that ratify its deal by post."""
    agent = agent_of(scene.text, verb)
    agent = passive_guest(scene.text, verb) if agent is None else agent
    doer = named(scene.text, scene.mentions, agent) if agent is not None else None
    chambers = scene.text.lexicon.pack.measures.chambers
    return doer is None or doer.kind in ("polity", "institution", "person") or doer.name.split()[-1].lower() in chambers


def find_ban(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Bans hormone-treated beef", "barred the ships from its ports": flows of goods are told by their noun."""
    text, pack = scene.text, scene.text.lexicon.pack.measures
    if text.pos[i] != "VERB" or text.deps[i] in MODIFIERS:
        return None
    banned = direct_object(text, i)
    closed = closed_to(text, i)
    shut_out = banned is None and any(text.pos[j] in ("NOUN", "PROPN") for j in closed)
    banned = passive_guest(text, i) if shut_out else banned
    if banned is None or not (shut_out or is_power(scene, i)):
        return None
    if text.lemmas[banned] in pack.flows or text.pos[banned] not in ("NOUN", "PROPN"):
        return None
    phrases = set(phrases_of(text, i))
    foreign = any(owner(text, scene.mentions, j) or polity_at(text, scene.mentions, j) for j in closed)
    shut = phrases & pack.shuts and foreign and text.pos[banned] == "NOUN"
    whose = any(polity_at(text, scene.mentions, j) for j in text.children[banned] if j < banned)
    let_in = lemma in pack.readmits and text.pos[banned] == "NOUN" and whose
    if not (phrases & pack.bans or shut or let_in):
        return None
    return Act(
        kind="sanction", head=banned, noun=banned, verb=i, action="lifted" if let_in else "in-force", rule="verb"
    )


def find_stop(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Stop its trawlers landing mackerel", "kept refiners from buying crude"."""
    text = scene.text
    kept = direct_object(text, i)
    if text.pos[i] != "VERB" or kept is None or not is_power(scene, i):
        return None
    below = [*text.children[kept], *text.children[i], *(k for j in text.children[i] for k in text.children[j])]
    taking = text.lexicon.pack.measures.taking
    done = (j for j in below if text.deps[j] in ("acl", "pcomp", "xcomp", "ccomp") and text.tags[j] in ("VBG", "VB"))
    if not any(text.lemmas[j] in taking for j in done):
        return None
    return Act(kind="sanction", head=kept, noun=kept, verb=i, action="in-force", rule="verb")


def find_levy(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Charges 300 percent on butter", "slapped 25 percent on steel"."""
    text = scene.text
    rate = direct_object(text, i)
    rate = passive_guest(text, i) if rate is None else rate
    if rate is None or text.pos[i] != "VERB" or rate not in scene.amounts or not scene.amounts[rate].is_rate:
        return None
    upon = [*objects_of(text, i, UPON), *objects_of(text, rate, UPON)]
    if not any(text.tokens[j].ent_type_ not in ("DATE", "TIME") for j in upon):
        return None
    return Act(kind="tariff", head=rate, noun=rate, verb=i, action="in-force", rule="noun")


def find_ruling(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "The panel ruled that", "a court struck down"."""
    text, pack = scene.text, scene.text.lexicon.pack.measures
    prt = particle(text, i)
    judge = by_agent(text, i)
    subject = own_subject(text, i) if judge is None else judge
    if f"{lemma} {prt}" not in pack.rulings and (lemma not in pack.rulings or prt):
        return None
    if (
        subject is None
        or text.pos[i] != "VERB"
        or text.lemmas[subject] not in pack.judges
        or text.tags[subject] == "NNS"
    ):
        return None
    if lemma in ("find", "order") and not mood_of(text, i).is_real:
        return None
    return Act(kind="ruling", head=subject, noun=subject, verb=i, action="in-force", rule="ruling")


def find_purchase(scene: Scene, i: int, lemma: str) -> Act | None:
    """A quantity that an actor has bought or agreed to buy."""
    text = scene.text
    bought = direct_object(text, i)
    if lemma not in text.lexicon.pack.measures.purchases:
        return None
    if text.pos[i] != "VERB" or bought is None or not is_power(scene, i) or mood_of(text, i).form == "may":
        return None
    if lemma == "import" and mood_of(text, i).is_real:
        return None
    start, end = text.subtree(bought)
    counted = any(text.deps[j] == "nummod" and text.tokens[j].ent_type_ == "CARDINAL" for j in text.children[bought])
    if not counted and not any(not scene.amounts[j].is_rate for j in range(start, end) if j in scene.amounts):
        return None
    return Act(kind="purchase", head=bought, noun=bought, verb=i, action="in-force", rule="purchase")
