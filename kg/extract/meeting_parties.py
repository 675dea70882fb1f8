"""Who takes part in an encounter: the arguments of its cue, its hosts, or those who were said to meet before."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.actors import actors, named
from kg.extract.arguments import agent_of, direct_object, objects_of, passive_guest
from kg.extract.crowds import crowd
from kg.extract.encounters import Encounter, Stage, companions, owner_of, paired, parties_beside, purposes, whole_of
from kg.extract.found import Found
from kg.extract.text import Text
from kg.extract.verbs import conjuncts
from kg.model import Meeting, MeetingKind, Mention

BETWEEN = frozenset({"between", "among"})
TOLD = frozenset({"tell", "assure", "inform", "warn", "hand", "offer", "give", "ask", "urge"})
AUDIENCES = frozenset("reporter journalist parliament conference news press viewer newspaper radio crowd".split())
BIDDING = frozenset({"join", "invite", "summon", "welcome", "receive", "host", "engage", "greet"})


def participants_of(stage: Stage, encounter: Encounter) -> list[Found]:
    """The arguments of the cue: subject, object, with whom; never the rest of the sentence."""
    text, mentions, i = stage.text, stage.mentions, encounter.token
    if encounter.rule == "noun":
        return _of_noun(stage, encounter)
    agent = agent_of(text, i) if encounter.joins else None
    heads = [agent] if agent is not None else []
    if encounter.rule in ("session", "arrival"):
        heads = heads or [j for j in text.children[i] if text.deps[j] == "nsubjpass"]
        return actors(text, mentions, heads)
    if encounter.rule == "travel" and not encounter.joins:  # "sent a delegation to"
        sent = direct_object(text, i)
        return actors(text, mentions, [sent]) if sent is not None else []
    if encounter.kind == "signing":
        return actors(text, mentions, [*heads, *companions(text, i)])
    met = direct_object(text, i)
    met = passive_guest(text, i) if met is None else met
    heads += [met] if met is not None and encounter.kind != "visit" else []
    heads += companions(text, i)
    heads += objects_of(text, i, frozenset({"to"})) if encounter.rule == "phone" else []
    aims = purposes(text, i)
    heads += [k for j in aims for k in parties_beside(text, j)]
    found = present(stage, dict.fromkeys(heads))
    return found if len(found) > 1 or not aims else [*found, *_hosts(stage, encounter, found)]


def present(stage: Stage, heads: Iterable[int]) -> list[Found]:
    """The actors that the heads and their conjuncts denote; any plural there is a group of people: "pressmen"."""
    text, mentions = stage.text, stage.mentions
    found: list[Found] = []
    for head in heads:
        for one in (head, *conjuncts(text, head)):
            whole = named(text, mentions, one)
            group = crowd(text, one) if whole is None else None
            found += [group] if group is not None else actors(text, mentions, [one])
    return list(dict.fromkeys(found))


def _hosts(stage: Stage, encounter: Encounter, guests: list[Found]) -> list[Found]:
    """Those to whom guests go for talks, where nobody else is named: the polity whose capital or land it is."""
    text = stage.text
    heads = [k for j in text.children[encounter.token] if text.lower[j] in ("in", "to", "at") for k in text.children[j]]
    met = direct_object(text, encounter.token)
    heads += [met] if met is not None and encounter.kind == "visit" else []
    hosts = [f for k in heads if (f := stage.mentions.at(k)) is not None and f.kind == "polity"]
    return [f for f in hosts[:1] if f.polity not in {g.polity for g in guests}]


def _of_noun(stage: Stage, encounter: Encounter) -> list[Found]:
    text, i = stage.text, encounter.token
    found = list(paired(stage, i))
    mine = owner_of(stage, i)
    found += [mine] if mine is not None else []
    between = enclosed(text, i)
    if between:
        return list(dict.fromkeys([*found, *present(stage, between)]))
    if encounter.joins and encounter.verb is not None and text.pos[encounter.verb] in ("VERB", "AUX"):
        joining = _joining(stage, encounter.verb, i)
        mine = None if joining and mine is not None and mine.form == "pronoun" else mine
        found = [f for f in found if f is mine or f.form != "pronoun"] + joining
    found += present(stage, parties_beside(text, i))
    found = list(dict.fromkeys(found))
    return [*_teller(stage, encounter), *found] if len(found) == 1 and companions(text, i) else found


def _joining(stage: Stage, verb: int, noun: int) -> list[Found]:
    """The subject of the verb of holding or telling, those it is done with, and those bidden or fed."""
    text, mentions = stage.text, stage.mentions
    agent = agent_of(text, verb)
    agent = passive_guest(text, verb) if agent is None else agent
    given = [j for j in text.children[verb] if text.deps[j] == "dative" and text.pos[j] in ("NOUN", "PROPN")]
    found = actors(text, mentions, [agent]) if agent is not None and agent != noun else []
    found += actors(text, mentions, [*given, *companions(text, verb)])
    over = text.lower[text.heads[noun]] == "over"
    told = text.lower[text.heads[noun]] in ("during", "at", "in") and text.lemmas[verb] in TOLD
    told = told and direct_object(text, verb) is not None and not _is_audience(text, direct_object(text, verb) or 0)
    over = over or told
    met = direct_object(text, verb) if over or text.lemmas[verb] in BIDDING else None
    to = objects_of(text, verb, frozenset({"to"})) if over else []
    return found + (present(stage, [met]) if met is not None else []) + actors(text, mentions, to)


def _is_audience(text: Text, head: int) -> bool:
    """ "Told reporters", "told parliament": who hear it, and do not talk back."""
    return text.lemmas[head] in AUDIENCES


def enclosed(text: Text, noun: int) -> list[int]:
    """The heads behind "between" and "among", which name all that take part; past a bracket the parser trips over."""
    heads = [j for n in dict.fromkeys((noun, whole_of(text, noun))) for j in objects_of(text, n, BETWEEN)]
    if len(heads) != 1 or conjuncts(text, heads[0]) or text.tags[heads[0]] in ("NNS", "NNPS", "PRP"):
        return heads
    end = text.sentences[text.sentence_of[noun]][1]
    joined = next((j for j in range(heads[0] + 1, min(end, heads[0] + 8)) if text.lower[j] == "and"), None)
    if joined is None:
        return heads
    after = (j for j in range(joined + 1, min(end, joined + 12)) if text.pos[j] in ("NOUN", "PROPN"))
    return [*heads, *(j for j in after if text.deps[j] not in ("compound", "nmod", "poss"))][:2]


def _teller(stage: Stage, encounter: Encounter) -> list[Found]:
    """ "Brandt announced that talks with the union had failed", "the bus drivers will walk out after talks with it"."""
    text, i = stage.text, encounter.verb
    while i is not None and text.deps[i] in ("xcomp", "conj", "aux") and text.heads[i] != i:
        i = text.heads[i]
    if i is None or text.deps[i] not in ("ccomp", "advcl"):
        return []
    agent = agent_of(text, text.heads[i])
    return actors(text, stage.mentions, [agent]) if agent is not None else []


def are_carried(encounter: Encounter) -> bool:
    """Talks whose parties are not named again are between those who were said to talk."""
    return encounter.rule == "noun" and encounter.kind in ("talks", "dinner", "summit", "call")


def carried(
    told: list[Meeting], earlier: Meeting | None, kind: MeetingKind, parties: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The parties of the telling it refers back to, or of the last talks; a summit that is new has its own."""
    if earlier is None and kind == "summit":
        return parties
    source = earlier or next(
        (m for m in reversed(told) if _is_pair(m.participants) and m.kind in ("talks", "dinner")), None
    )
    if source is None:
        return parties
    names = {p.name for p in parties}
    return source.participants if not parties or names & {p.name for p in source.participants} else parties


def unsaid(text: Text, encounter: Encounter) -> tuple[Mention, ...]:
    """Those between whom talks are whose parties nobody names: the two that the article turns on, if two stand out."""
    if encounter.rule != "noun" or encounter.kind not in ("talks", "call"):
        return ()
    i = encounter.token
    found = Found(
        start=i, end=i + 1, form="group", kind="group", name="parties to the talks", rule="parties-to-talks",
        reference="parties", confidence=0.55, plural=True,
    )  # fmt: skip
    return (found.mention(text),)


def _is_pair(parties: tuple[Mention, ...]) -> bool:
    return len(parties) > 1 or any(p.reference == "sides" for p in parties)
