"""Acts of state and enterprise: who imposes, changes or lifts what, on whom, how much of it, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.acts import Act, Scene, is_of_none
from kg.extract.amounts import Amounted, RateChange, find_changes
from kg.extract.dates import Dated, is_moment
from kg.extract.extents import hangs_on
from kg.extract.measure_cues import find_acts
from kg.extract.measure_imposers import imposers_of
from kg.extract.measure_slots import phrase_of, product_of, rates_of, targets_of
from kg.extract.mentions import Mentions
from kg.extract.moods import Mood, is_on_condition, mood_of
from kg.extract.text import Text
from kg.extract.verbs import is_over, is_passive
from kg.model import Measure, MeasureStatus, Mention, When

CONFIDENCE = {
    "noun": 0.85,
    "law": 0.85,
    "flow": 0.75,
    "pact": 0.8,
    "list": 0.9,
    "verb": 0.8,
    "ruling": 0.7,
    "purchase": 0.6,
    "deed": 0.7,
}

NEARBY = 500

RETOLD = frozenset({"those", "these", "this", "that", "the", "such", "both", "its", "their", "his"})

THREATS = frozenset({"threaten", "threat", "warn", "risk", "ultimatum", "deadline", "vow"})

WISHES = frozenset(
    "want urge propose seek ask consider demand call proposal recommend offer request hope try wish push bid press"
    " suggest mull".split()
)

RESOLVED = frozenset(
    "agree decide begin start announce accord agreement decision deal continue accept move use proceed help".split()
)


@dataclass
class Told:
    """The measures told so far in an article, so that another telling finds its event."""

    by_kind: dict[str, list[tuple[str, tuple[str, ...], Measure]]] = field(default_factory=dict)


def measures(text: Text, mentions: Mentions, dates: list[Dated], amounts: list[Amounted]) -> Iterator[Measure]:
    """The measures of the article in the order of their cues; those of headlines are told again below."""
    at = {i: amount for amount in amounts for i in range(amount.start, amount.end)}
    scene = Scene(text, mentions, at)
    changes = find_changes(text, amounts)
    told = Told()
    found: list[Measure] = []
    taken: set[tuple[int, int | None]] = set()
    for act in find_acts(scene):
        key = (act.head, act.verb)
        if key in taken or text.is_headline(text.sentence_of[act.head]):
            continue
        taken.add(key)
        found.append(_record(scene, dates, changes, told, act))
    yield from _completed(found)


def _completed(found: list[Measure]) -> Iterator[Measure]:
    """The measures; those without imposers have the ones that another telling of their event names first."""
    known: dict[str, tuple[Mention, ...]] = {}
    for measure in found:
        if measure.imposers:
            known.setdefault(measure.event, measure.imposers)
    for measure in found:
        yield measure if measure.imposers else replace(measure, imposers=known.get(measure.event, ()))


def _record(scene: Scene, dates: list[Dated], changes: list[RateChange], told: Told, act: Act) -> Measure:
    text = scene.text
    start, end = phrase_of(text, act)
    inside = [a for i in range(start, end) if (a := scene.amounts.get(i)) is not None and a.start == i]
    if act.rule in ("law", "ruling"):
        inside = []
    amount = next((a for a in inside if a.is_money), next((a for a in inside if not a.is_rate), None))
    before, after = rates_of(inside, changes)
    imposers = imposers_of(scene, act)
    return _with_event(text, told, act, Measure(
        evidence=text.evidence(start, end, f"measure-{act.rule}", CONFIDENCE[act.rule]),
        event="",
        kind=act.kind,
        imposers=tuple(f.mention(text) for f in imposers),
        targets=tuple(f.mention(text) for f in targets_of(scene, act, imposers)),
        product=product_of(scene, act),
        amount=amount.value if amount else None,
        currency=amount.currency if amount else None,
        rate=after,
        rate_from=before,
        status=status_of(text, act),
        when=_when(text, dates, act, start, end),
    ))  # fmt: skip


def status_of(text: Text, act: Act) -> MeasureStatus:
    """What the verb does to the measure, as far as its mood lets it be done."""
    if act.verb is None:
        return _noun_status(text, act)
    action = act.action or "in-force"
    if action == "in-force" and is_over(text, act.verb):
        return "lifted"
    mood = mood_of(text, act.verb)
    if action in ("suspended", "lifted"):
        done = mood.is_real or mood.form == "future" or _governs(text, mood) in RESOLVED
        return action if done and not mood.negated and not is_of_none(text, act) else "in-force"
    if action != "in-force" or (mood.is_real and not _is_pending(text, act.verb, mood)):
        return action
    return _unreal(text, act.verb, mood)


def _governs(text: Text, mood: Mood) -> str:
    return text.lemmas[mood.governor] if mood.governor is not None else ""


def _unreal(text: Text, verb: int, mood: Mood) -> MeasureStatus:
    above = _governs(text, mood)
    if mood.conditional or above in THREATS or mood.form == "may" or is_on_condition(text, verb, mood):
        return "threatened"
    if above in WISHES or mood.negated:
        return "proposed"
    return "announced"


def _is_pending(text: Text, verb: int, mood: Mood) -> bool:
    """ "A deadline for raising tariffs", "from imposing": a gerund that has not come about."""
    if mood.form != "gerund":
        return False
    above = text.heads[verb]
    return text.lower[above] in ("for", "from", "of", "against") or text.lemmas[above] in WISHES | THREATS


def _noun_status(text: Text, act: Act) -> MeasureStatus:
    words = set(text.lower[text.subtree(act.head)[0] : act.noun])
    table: tuple[tuple[set[str], MeasureStatus], ...] = (
        ({"threatened", "looming"}, "threatened"),
        ({"proposed"}, "proposed"),
        ({"scheduled", "planned", "pending"}, "announced"),
        ({"suspended"}, "suspended"),
    )
    return next((status for marks, status in table if words & marks), "in-force")


def _when(text: Text, dates: list[Dated], act: Act, start: int, end: int) -> When | None:
    """The time in the phrase, or the one that hangs on its verb."""
    sentence = text.sentence_of[act.head]
    here = [d for d in dates if text.sentence_of[d.start] == sentence and is_moment(d)]
    inside = [d for d in here if start <= d.start < end]
    hanging = [d for d in here if act.verb is not None and hangs_on(text, d.start, {act.verb})]
    return next((d.record.when for d in inside or hanging), None)


def _with_event(text: Text, told: Told, act: Act, measure: Measure) -> Measure:
    """An earlier telling's event, when this one refers back to it or has the same parties and goods."""
    earlier = told.by_kind.setdefault(measure.kind, [])
    key = _signature(measure)
    determiner = next((text.lower[j] for j in text.children[act.noun] if text.deps[j] in ("det", "poss")), "")
    same = next((m for _, k, m in earlier if k == key and sum(map(bool, key)) > 1), None)
    back = earlier[-1][2] if earlier and determiner in RETOLD and _agrees(measure, earlier[-1][2]) else None
    first = same or back
    event = first.event if first else f"{measure.evidence.start}-{measure.evidence.end}"
    whole = replace(measure, event=event)
    if first is not None:
        whole = replace(whole, imposers=whole.imposers or first.imposers, targets=whole.targets or first.targets)
    frozen = act.rule == "deed" and act.kind == "sanction" and act.verb is None
    told_of = act.rule in ("noun", "deed", "flow") or (act.rule == "verb" and _is_agentless(text, act))
    if not whole.imposers and told_of and not frozen:
        whole = replace(whole, imposers=_imposers_before(told, whole, determiner in RETOLD or _is_agentless(text, act)))
        whole = whole if _may_be(text, act, whole) else replace(whole, imposers=())
    earlier.append((event, key, whole))
    return whole


def _is_agentless(text: Text, act: Act) -> bool:
    """ "Will be charged the full duty", "with shipments capped": done by those whose doings are told of."""
    return act.verb is not None and is_passive(text, act.verb)


def _may_be(text: Text, act: Act, measure: Measure) -> bool:
    """False where the earlier imposer is named in this sentence in another part: no author pays his own tariff."""
    start, end = text.sentences[text.sentence_of[act.head]]
    words = set(text.words[start:end])
    return not any(set(m.name.split()) <= words for m in measure.imposers)


def _imposers_before(told: Told, measure: Measure, definite: bool) -> tuple[Mention, ...]:
    """Who took the last measure of the kind, or the one that "the" refers to, that was told shortly before."""
    kinds = told.by_kind.values() if definite else (told.by_kind[measure.kind],)
    earlier = [m for kept in kinds for _, _, m in kept if m.imposers]
    last = max(earlier, key=lambda m: m.evidence.start, default=None)
    near = last is not None and measure.evidence.start - last.evidence.end < NEARBY
    return last.imposers if last is not None and near else ()


def _signature(measure: Measure) -> tuple[str, ...]:
    who = sorted(m.polity or m.name.lower() for m in measure.imposers)
    whom = sorted(m.polity or m.name.lower() for m in measure.targets)
    return ("|".join(who), "|".join(whom), (measure.product or "").lower(), str(measure.amount or ""))


def _agrees(later: Measure, earlier: Measure) -> bool:
    """True unless they name different imposers, products or amounts."""
    same_amount = later.amount is None or earlier.amount is None or later.amount == earlier.amount
    who = {m.polity for m in later.imposers} - {None}, {m.polity for m in earlier.imposers} - {None}
    goods = later.product is None or earlier.product is None or later.product.lower() == earlier.product.lower()
    return same_amount and goods and (not who[0] or not who[1] or bool(who[0] & who[1]))
