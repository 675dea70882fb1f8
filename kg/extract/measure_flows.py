"""Measures on flows of goods: limited, stopped, taxed, held down or let in by so much."""

from __future__ import annotations

from kg.extract.actors import owner, polity_at
from kg.extract.acts import Act, Scene, is_power
from kg.extract.arguments import direct_object, objects_of, passive_guest, raised, role_of
from kg.extract.measure_nouns import governing
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.extract.verbs import is_passive, phrases_of
from kg.model import MeasureKind

TRADED = frozenset("import export shipment sale delivery purchase supply flow flight transit".split())

LEVELS = frozenset({"level", "output", "production", "quota", "ceiling", "allotment", "emission", "export", "catch"})

CAPPING = frozenset({"cap", "limit", "restrict", "peg", "ration"})
"""What no drought does to a flow, so that somebody did where nobody is named."""

STOPPAGES = frozenset({"suspension", "halt", "stoppage", "cessation", "prohibition", "resumption", "freeze", "banning"})

SELLING = frozenset({"export", "sell", "ship", "supply", "deliver"})


WILLING = frozenset("agree promise pledge undertake commit decide vow consent offer bind oblige require".split())

AT_MOST = ("no more than", "not more than", "at most", "a maximum of", "less", "fewer")

ENTERING = frozenset("leave enter import ship export land arrive come sell bring cross".split())


def find_flow(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Will limit exports to 90,000 tonnes", "banned imports of beef", "tax all imports"."""
    text, pack = scene.text, scene.text.lexicon.pack.measures
    kind = pack.flows.get(lemma)
    if kind is None or text.pos[i] != "NOUN":
        return None
    if role_of(text, i) not in ("dobj", "obj", "nsubjpass"):
        return _limited(text, i, kind) or _stoppage(scene, i)
    verb = raised(text, text.heads[i]) if text.deps[i].startswith("nsubj") else text.heads[i]
    if text.lemmas[verb] in pack.limits.tax and lemma in ("import", "export"):
        return Act(kind="tariff", head=i, noun=i, verb=verb, action="in-force", rule="flow")
    if lemma in TRADED and _is_stopped(text, verb):
        stopped: MeasureKind = "sanction" if lemma in ("import", "purchase") else "export-control"
        return Act(kind=stopped, head=i, noun=i, verb=verb, action="in-force", rule="flow")
    start, end = text.subtree(verb)
    sized = scene.has_amount(max(start, verb - 1), end) or _is_counted(text, verb)
    capped = text.lemmas[verb] in CAPPING and is_passive(text, verb) and _is_counted(text, verb)
    if text.lemmas[verb] in pack.limits.limit and sized and (capped or is_power(scene, verb)):
        return Act(kind=kind, head=i, noun=i, verb=verb, action="in-force", rule="flow")
    return None


def _limited(text: Text, flow: int, kind: MeasureKind) -> Act | None:
    """ "With annual shipments capped at 7 gigawatts", "exports limited to 90,000 tonnes"."""
    verbs = [j for j in text.children[flow] if text.deps[j] == "acl"]
    verbs += [text.heads[flow]] if text.deps[flow] == "nsubj" and text.deps[text.heads[flow]] == "pcomp" else []
    limits = text.lexicon.pack.measures.limits.limit
    limited = (j for j in verbs if text.tags[j] == "VBN" and text.lemmas[j] in limits and _is_counted(text, j))
    verb = next(limited, None)
    return None if verb is None else Act(kind=kind, head=flow, noun=flow, verb=verb, action="in-force", rule="flow")


def _stoppage(scene: Scene, flow: int) -> Act | None:
    """ "China's suspension of beef imports", "announced a halt to shipments": the stopping of a flow as a noun."""
    text = scene.text
    above = text.heads[text.heads[flow]]
    if text.deps[flow] != "pobj" or text.lower[text.heads[flow]] not in ("of", "to", "on"):
        return None
    if text.lemmas[above] not in STOPPAGES or text.pos[above] != "NOUN" or text.lemmas[flow] not in TRADED:
        return None
    verb, action = governing(text, above)
    by = objects_of(text, above, frozenset({"by"}))
    if verb is None and not by and owner(text, scene.mentions, above) is None:
        return None
    action = "lifted" if text.lemmas[above] == "resumption" and action != "proposed" else action
    kind: MeasureKind = "sanction" if text.lemmas[flow] in ("import", "purchase", "flight") else "export-control"
    return Act(kind=kind, head=above, noun=above, verb=verb, action=action, rule="noun")


def _is_counted(text: Text, verb: int) -> bool:
    """ "Cut its flights from five a week to two"."""
    bounds = objects_of(text, verb, frozenset({"to", "from", "by", "at"}))
    return any(text.tags[k] == "CD" for j in bounds for k in (j, *text.children[j]))


def _is_stopped(text: Text, verb: int) -> bool:
    """ "Halted deliveries", "cut off supplies"."""
    return bool({text.lemmas[verb], *phrases_of(text, verb)} & text.lexicon.pack.measures.limits.stop)


def find_cutback(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Would trim 4 percent from May levels", "would each cut to 8 million", "take 2m barrels off the market"."""
    text = scene.text
    if text.pos[i] != "VERB" or mood_of(text, i).form == "may" or not is_power(scene, i):
        return None
    cut = direct_object(text, i)
    if cut is None:
        to = (j for j in objects_of(text, i, frozenset({"to"})) if lemma != "take" and _is_number(text, j))
        head = next(to, None)
    else:
        head = cut if cut in scene.amounts and _is_cut_off(scene, i, cut) else None
    if head is None:
        return None
    return Act(kind="production-target", head=head, noun=head, verb=i, action="in-force", rule="flow")


def _is_number(text: Text, i: int) -> bool:
    """ "8.5 million", "40 boats", and no sum, time or share."""
    counted = text.tags[i] == "CD" or any(text.tags[j] == "CD" for j in text.children[i])
    return counted and text.tokens[i].ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")


def _is_cut_off(scene: Scene, verb: int, cut: int) -> bool:
    """A share of an output or of a level of it, or a quantity off the market."""
    text = scene.text
    if scene.amounts[cut].is_rate:
        whole = [
            *objects_of(text, verb, frozenset({"from", "off"})),
            *objects_of(text, cut, frozenset({"from", "off"})),
        ]
        return text.lemmas[verb] != "take" and any(text.lemmas[j] in LEVELS for j in whole)
    off = [*objects_of(text, verb, frozenset({"off"})), *objects_of(text, cut, frozenset({"off"}))]
    return not scene.amounts[cut].is_money and any(text.lemmas[j] == "market" for j in off)


def find_cease(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Stopped buying oil", "will cease exporting it": what one does not do any longer, or does again."""
    text, pack = scene.text, scene.text.lexicon.pack.measures
    done = next((j for j in text.children[i] if text.deps[j] == "xcomp" and text.tags[j] == "VBG"), None)
    if done is None or text.pos[i] != "VERB" or text.lemmas[done] not in pack.taking or not is_power(scene, i):
        return None
    kind: MeasureKind = "sanction" if text.lemmas[done] in pack.purchases else "production-target"
    kind = "export-control" if text.lemmas[done] in SELLING else kind
    goods = direct_object(text, done)
    head = done if goods is None else goods
    return Act(kind=kind, head=head, noun=head, verb=i, action="in-force", rule="flow")


def find_restraint(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Undertook to ship no more than 40,000 tonnes", "agreed to sell 9 million pounds less": what one holds down."""
    text, goods, mood = scene.text, direct_object(scene.text, i), mood_of(scene.text, i)
    if text.pos[i] != "VERB" or goods is None or mood.governor is None or mood.negated or not is_power(scene, i):
        return None
    if mood.form != "infinitive" or text.lemmas[mood.governor] not in WILLING:
        return None
    end = max(text.subtree(goods)[1], goods + 2)
    behind = f" {' '.join(text.lower[i + 1 : end])} "
    counted = any(text.tags[j] == "CD" for j in range(i + 1, end))
    if not counted or not any(f" {bound} " in behind for bound in AT_MOST):
        return None
    return Act(kind="quota", head=goods, noun=goods, verb=i, action="in-force", rule="flow")


def find_taxed(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Cars shipped to Peru will be taxed at 12 percent": goods from abroad, and no income."""
    text, goods = scene.text, passive_guest(scene.text, i)
    if text.pos[i] != "VERB" or goods is None or text.tags[goods] != "NNS":
        return None
    spans = [text.subtree(j) for j in text.children[i] if text.lower[j] == "at"]
    rated = any(scene.amounts[k].is_rate for span in spans for k in range(*span) if k in scene.amounts)
    near = range(text.subtree(goods)[0], i)
    foreign = any(text.lemmas[j] in ENTERING | {"foreign", "imported"} for j in near)
    foreign = foreign or any(polity_at(text, scene.mentions, j) for j in text.children[goods] if j < goods)
    return (
        Act(kind="tariff", head=goods, noun=goods, verb=i, action="in-force", rule="verb")
        if rated and foreign
        else None
    )
