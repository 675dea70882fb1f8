"""What a measure's words tell of it: the phrase, who imposes it on whom, the goods, the rates."""

from __future__ import annotations

from kg.extract.actors import actors, owner, polity_at
from kg.extract.acts import UPON, Act, Scene
from kg.extract.amounts import Amounted, RateChange
from kg.extract.arguments import direct_object, objects_of
from kg.extract.extents import reach, within_clause
from kg.extract.found import Found
from kg.extract.text import Text

LONGEST = 380
CLOSED = frozenset({"relcl", "ccomp", "advcl", "appos", "parataxis"})

AT = frozenset({*UPON, "from", "to", "for", "with"})

TAILS = frozenset(
    {"prep", "npadvmod", "dobj", "obj", "agent", "advmod", "prt", "dative", "oprd", "acl", "pobj", "dep", "attr"}
)


def phrase_of(text: Text, act: Act) -> tuple[int, int]:
    """The verb with the measure and what belongs to both, short enough to be shown."""
    spans = [reach(text, i, CLOSED) for i in dict.fromkeys((act.head, act.noun))]
    verbs = [act.verb] if act.verb is not None else []
    spans += [(verb, verb + 1) for verb in verbs]
    if text.deps[act.head] == "nsubj" and text.heads[act.head] > act.head:
        verbs.append(text.heads[act.head])
    tails = [j for verb in verbs for j in text.children[verb] if j > min(verb, act.head) and text.deps[j] in TAILS]
    last = max(end for _, end in [*spans, *(reach(text, j, CLOSED) for j in tails)])
    cue = max(act.head, act.noun, act.verb or 0)
    if act.kind != "law":  # "a law that protects investors": what it is for
        clauses = [text.subtree(j)[0] for j in range(cue + 1, last) if text.deps[j] == "relcl"]
        last = max(cue + 1, min([last, *clauses]))
    return within_clause(text, min(start for start, _ in spans), last, cue, LONGEST)


def rates_of(inside: list[Amounted], changes: list[RateChange]) -> tuple[float | None, float | None]:
    """The percentages before and after."""
    rates = [a for a in inside if a.is_rate]
    places = {a.start for a in rates}
    for change in changes:
        ends = [a for a in (change.before, change.after) if a is not None]
        if any(a.start in places for a in ends) and all(a.is_rate for a in ends):
            return (change.before.value if change.before else None, change.after.value if change.after else None)
    return None, next((a.upper or a.value for a in rates), None)


def targets_of(scene: Scene, act: Act, imposers: list[Found]) -> list[Found]:
    """Those that the measure is on or against: named, or in the name of their goods."""
    text, mentions = scene.text, scene.mentions
    if act.rule in ("list", "verb") and act.verb is not None:
        head = direct_object(text, act.verb)
        listed = [head] if head is not None else [act.head]
        whose = [f for j in listed if (f := owner(text, mentions, j)) is not None]
        return [f for f in actors(text, mentions, listed) or whose if f not in imposers]
    heads = [j for n in _governors(act) for j in objects_of(text, n, AT if act.rule == "flow" else UPON)]
    own = {f.polity for f in imposers} - {None}
    found = [f for j in heads for i in range(*text.subtree(j)) if (f := polity_at(text, mentions, i)) is not None]
    if act.rule == "flow" and not found:
        found = [f] if (f := owner(text, mentions, act.head)) is not None and f.form != "pronoun" else []
    return [f for f in dict.fromkeys(found) if f not in imposers and (f.polity is None or f.polity not in own)][:3]


def _governors(act: Act) -> list[int]:
    return [n for n in dict.fromkeys((act.head, act.noun, act.verb)) if n is not None]


def product_of(scene: Scene, act: Act) -> str | None:
    """What the measure is on: "Chinese imports"; of "beef quota", beef."""
    text = scene.text
    if act.rule in ("law", "ruling", "list", "pact", "verb"):
        return None
    if act.rule == "flow":
        of = objects_of(text, act.head, frozenset({"of"}))
        return _printed(scene, of[0]) if of else _printed(scene, act.head)
    for j in (j for n in _governors(act) for j in objects_of(text, n, UPON)):
        goods = _goods(scene, j)
        if goods is not None:
            return _printed(scene, goods)
    generic = text.lexicon.pack.measures.generic
    near = [
        j for j in text.children[act.noun]
        if text.deps[j] in ("compound", "nmod") and text.lemmas[j] not in generic and text.lower[j] not in generic
        and j not in scene.amounts and polity_at(text, scene.mentions, j) is None and text.pos[j] == "NOUN"
    ]  # fmt: skip
    return text.words[near[0]] if near else None


def _goods(scene: Scene, head: int) -> int | None:
    """Past the amount: "$200 billion worth of Chinese imports", "$4 billion of goods", "$250 billion in imports"."""
    text, i = scene.text, head
    for _ in range(4):
        if text.tokens[i].ent_type_ in ("DATE", "TIME"):
            return None
        if i not in scene.amounts and text.lemmas[i] not in ("worth", "value", "share", "part"):
            return None if polity_at(text, scene.mentions, i) is not None else i
        i = next(iter(objects_of(text, i, frozenset({"of", "in"}))), i)
    return None


def _printed(scene: Scene, head: int) -> str:
    text = scene.text
    start, end = reach(text, head, CLOSED)
    start = max(start, head - 5)
    while start < head and (text.pos[start] in ("DET", "PUNCT", "ADP", "NUM") or start in scene.amounts):
        start += 1
    return " ".join(text.clean(start, max(head + 1, min(end, head + 8))).split())
