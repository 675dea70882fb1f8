"""Who imposes a measure: the agent of its verb, whoever laid it on before, or those whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.actors import actors, owner, polity_at
from kg.extract.acts import MODIFIERS, Act, Scene, action_of, authorities, closed_to, doer_of
from kg.extract.arguments import RAISING, agent_of, by_agent, objects_of, role_of
from kg.extract.crowds import crowd
from kg.extract.found import Found
from kg.extract.text import Text

WISHES = frozenset(
    "want propose plan promise offer demand consider announce warn threaten vow declare decree concede agree decide"
    " pledge confirm disclose rule order undertake signal".split()
)

ALLOTTED = frozenset({"exceed", "observe", "respect", "honour", "honor"})
"""What members do with the quota that somebody sets for them."""

OTHERS = frozenset({"want", "demand"})
"""Wishes that another should undo what he does."""

RESORTING = frozenset("settle opt resort go proceed press push stick persist retaliate respond agree campaign".split())

BEFORE = frozenset({"in", "before", "by"})

OWNED = frozenset({"noun", "list", "law", "deed", "ruling", "flow"})
"""Rules by which the measure itself, or the flow that it limits, may be somebody's."""


def imposers_of(scene: Scene, act: Act) -> list[Found]:
    """The agent of the verb; without one, who laid the measure on before, who wishes it, or whose it is."""
    text = scene.text
    if act.verb is not None and act.kind == "quota" and text.lemmas[act.verb] in ALLOTTED:
        return []
    agent = doer_of(text, act.verb) if act.verb is not None and text.pos[act.verb] == "VERB" else None
    agent = None if agent == act.head else agent
    if act.rule == "law" and act.verb is None:
        return actors(text, scene.mentions, objects_of(text, act.head, BEFORE))
    found = (
        (_layers(scene, act) if act.action == "proposed" else [])
        or (_doers(scene, agent) if agent is not None else [])
        or _layers(scene, act)
        or _offerers(scene, act)
        or _closers(scene, act)
        or (_principals(scene, agent) if agent is not None else [])
    )
    if found or act.rule not in OWNED:
        return found
    if act.rule not in ("ruling", "flow"):
        return _makers(scene, act)
    own = act.rule == "ruling" or any(text.deps[j] == "poss" for j in text.children[act.head])
    whose = owner(text, scene.mentions, act.head) if own else None
    return [whose] if whose is not None else []


def _doers(scene: Scene, agent: int) -> list[Found]:
    """The actors that the agent denotes, those who rule the place, or who drew up the instrument."""
    text = scene.text
    found = actors(text, scene.mentions, [agent])
    if not found and (ruled := authorities(text, agent)) is not None:
        return [ruled]
    drawn_up = text.lemmas[agent] in text.lexicon.pack.measures.instruments
    return _drafters(scene, agent) if drawn_up and not found else found


def _principals(scene: Scene, agent: int) -> list[Found]:
    """Whose the agent is: "China's import body", or a crowd that nothing names."""
    whose = owner(scene.text, scene.mentions, agent)
    group = crowd(scene.text, agent) if whose is None else whose
    return [group] if group is not None else []


def _layers(scene: Scene, act: Act) -> list[Found]:
    """ "The tariff of 30 percent that Seoul clamped on garlic": who did what the clause behind the measure tells."""
    text = scene.text
    if act.rule != "noun":
        return []
    behind = range(max(act.head, act.noun) + 1, text.subtree(act.head)[1])
    clauses = [j for j in behind if text.deps[j] == "relcl" and text.pos[j] == "VERB" and action_of(text, j)]
    agents = [k for j in clauses if (k := agent_of(text, j)) is not None and text.pos[k] != "PRON"]
    return actors(text, scene.mentions, [k for k in agents if k < act.head or k > act.noun])[:2]


def _closers(scene: Scene, act: Act) -> list[Found]:
    """ "Barred from Chilean ports", "kept out of the Mexican market": whose ports and market they are."""
    if act.rule != "verb" or act.kind != "sanction" or act.verb is None:
        return []
    return _owners(scene, closed_to(scene.text, act.verb))


def _owners(scene: Scene, nouns: Iterable[int]) -> list[Found]:
    """Whose the first of the nouns is that is of somebody or names a country."""
    whose = (owner(scene.text, scene.mentions, n) or polity_at(scene.text, scene.mentions, n) for n in nouns)
    return [found for found in whose if found is not None][:1]


def _makers(scene: Scene, act: Act) -> list[Found]:
    """Those who made it by what stands in its noun phrase: "by Canada", "the Treasury's", "EU"."""
    text, mentions = scene.text, scene.mentions
    makers = [f for j in text.children[act.noun] if text.deps[j] in MODIFIERS and (f := polity_at(text, mentions, j))]
    if makers and makers[0].kind == "institution":
        return makers[:1]
    if act.rule == "deed" and act.verb is None and act.kind == "sanction":  # "access to its frozen funds": those hit
        return []
    owners = [f for n in dict.fromkeys((act.head, act.noun)) if (f := owner(text, mentions, n)) is not None]
    bys = [k for j in text.children[act.head] if text.deps[j] == "acl" and (k := by_agent(text, j)) is not None]
    return actors(text, mentions, [*bys, *objects_of(text, act.head, frozenset({"by"}))]) or owners[:1]


def _drafters(scene: Scene, instrument: int) -> list[Found]:
    """Those whose the draft, deal or law is, or who pass, strike or propose it."""
    text, mentions = scene.text, scene.mentions
    whose = owner(text, mentions, instrument)
    if whose is not None:
        return [whose]
    verb = text.heads[instrument] if text.deps[instrument] in ("dobj", "obj") else None
    maker = agent_of(text, verb) if verb is not None else None
    heads = [maker] if maker is not None else objects_of(text, instrument, frozenset({"between", "by"}))
    return actors(text, mentions, heads)


def _offerers(scene: Scene, act: Act) -> list[Found]:
    """ "Its offer of a cut", "Washington wants subsidies cut": whose the noun or verb above the measure is."""
    text, mentions = scene.text, scene.mentions
    above = text.heads[text.heads[act.head]]
    if (
        text.deps[act.head] == "pobj"
        and text.pos[above] == "NOUN"
        and text.lower[text.heads[act.head]] in ("of", "for")
    ):
        whose = owner(text, mentions, above)
        return [whose] if whose is not None else []
    if text.deps[act.head] == "pobj" and text.lemmas[above] in RESORTING and act.verb is None:
        return _agents(scene, above)
    wish = text.heads[act.head] if act.verb is None else _above(text, act.verb)
    if text.lemmas[wish] == "call" and text.lower[wish + 1 : wish + 2] == ["for"] and act.verb is not None:
        return _agents(scene, wish)
    if text.lemmas[wish] not in WISHES or role_of(text, act.head) in ("nsubj", "pobj"):
        return []
    if text.lemmas[wish] in OTHERS and act.action in ("lifted", "suspended"):
        return []
    return _agents(scene, wish)


def _agents(scene: Scene, verb: int) -> list[Found]:
    """The actors that do what the verb says."""
    agent = agent_of(scene.text, verb)
    return actors(scene.text, scene.mentions, [agent]) if agent is not None else []


def _above(text: Text, verb: int) -> int:
    """The verb above it, past those that only raise its subject: "are to be cut, the Treasury announced"."""
    above = text.heads[verb]
    while text.deps[verb] == "xcomp" and text.lemmas[above] in RAISING and text.heads[above] != above:
        verb, above = above, text.heads[above]
    return above
