"""Finds the words that tell of a measure: its noun with what is done to it, or a verb that is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.acts import MODIFIERS, UPON, Act, Scene, action_of
from kg.extract.arguments import governor, objects_of, owner, particle, polity_at
from kg.extract.measure_verbs import find_ban, find_flow, find_list, find_pact, find_purchase, find_ruling, find_verb
from kg.extract.moods import mood_of
from kg.extract.text import Text
from kg.model import MeasureKind, MeasureStatus

STATING = frozenset({"be", "total", "amount", "stand", "reach", "cover", "run", "come"})

CHANGED = frozenset({"in", "of", "to", "on"})

NOT_DONE = frozenset({"threat", "risk", "possibility", "prospect", "fear", "threaten"})


def find_acts(scene: Scene) -> Iterator[Act]:
    """The cues in the order of the text, one for each token."""
    text = scene.text
    words = text.lexicon.measure_words
    for i, lemma in enumerate(text.lemmas):
        for finder in FINDERS.get(words.get(lemma, ""), ()):
            act = finder(scene, i, lemma)
            if act is not None:
                yield act
                break


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


def _noun(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Imposed tariffs on", "US tariffs on", "the 90,000-tonne quota"."""
    text = scene.text
    kind = kind_of(text, i) or _imposed(scene, i, lemma)
    if kind is None or (text.deps[i] == "compound" and not _is_changed(text, i)):
        return None
    head = _change(scene, i)
    verb, action = _governing(text, head)
    if verb is None and not _is_told(scene, head, i):
        return None
    return Act(kind=kind, head=head, noun=i, verb=verb, action=action, rule="noun")


def _imposed(scene: Scene, i: int, lemma: str) -> MeasureKind | None:
    """ "Impose cuts", "its ban on imports": nouns that need a verb of imposing, or an owner and a target."""
    text, pack = scene.text, scene.text.lexicon.pack.measures
    kind = pack.imposed.get(lemma)
    if kind is None or text.pos[i] != "NOUN":
        return None
    verb = text.heads[i]
    if text.deps[i] in ("dobj", "obj", "nsubjpass") and text.lemmas[verb] in pack.imposing:
        return kind
    return kind if objects_of(text, i, UPON) and owner(text, scene.mentions, i) is not None else None


def _is_changed(text: Text, i: int) -> bool:
    return text.lemmas[text.heads[i]] in text.lexicon.pack.measures.changes and text.heads[i] > i


def _change(scene: Scene, i: int) -> int:
    """The head of "tariff increase", "an increase in tariffs", "$5 billion in subsidies"; else the noun itself."""
    text = scene.text
    changes = text.lexicon.pack.measures.changes
    if _is_changed(text, i):
        return text.heads[i]
    above = text.heads[i]
    if text.deps[i] == "pobj" and text.lower[above] in CHANGED:
        whole = text.heads[above]
        if text.lemmas[whole] in changes or (whole in scene.amounts and text.lower[above] in ("in", "of")):
            return whole
    return i


def _governing(text: Text, head: int) -> tuple[int | None, MeasureStatus | None]:
    """The verb that does something to the measure, and what that makes of it."""
    for j in text.children[head]:
        if text.deps[j] in ("acl", "relcl") and text.pos[j] == "VERB" and (action := action_of(text, j)):
            return j, action
    with_verb = _with(text, head)
    if with_verb is not None:
        return with_verb, "threatened" if text.lemmas[with_verb] == "threaten" else "in-force"
    verb = governor(text, head)
    if verb is None:
        return None, None
    above = text.heads[head]
    if text.lower[above] == "of" and text.lemmas[text.heads[above]] in NOT_DONE:
        return text.heads[above], "threatened"
    governed = text.deps[head] in ("dobj", "obj", "nsubjpass", "conj") or text.lower[above] == "of"
    action = action_of(text, verb) if governed else None
    return (verb, action) if action else (None, None)


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
            if text.lemmas[j] in verbs and text.pos[j] == "VERB"
        ),
        None,
    )


def _is_told(scene: Scene, head: int, noun: int) -> bool:
    """Without a verb: whose it is or how much, and what it is on."""
    text, mentions = scene.text, scene.mentions
    start, end = text.subtree(head)
    owned = any(owner(text, mentions, n) is not None for n in (head, noun))
    upon = objects_of(text, head, UPON) + (objects_of(text, noun, UPON) if noun != head else [])
    if upon:
        start, end = min(text.subtree(j)[0] for j in upon), max(text.subtree(j)[1] for j in upon)
        return owned or scene.has_amount(start, end) or any(polity_at(text, mentions, j) for j in range(start, end))
    return (
        (owned and scene.has_amount(start, end))
        or _is_stated(scene, head)
        or (scene.has_amount(start, noun) and noun - start <= 8)
    )


def _is_stated(scene: Scene, head: int) -> bool:
    """ "Its quota is 4 mln bpd", "quotas totalling 15.8 mln bpd"."""
    text, verb = scene.text, scene.text.heads[head]
    stating = [j for j in text.children[head] if text.deps[j] == "acl"]
    stating += [verb] if text.deps[head] == "nsubj" and verb > head else []
    return any(text.lemmas[j] in STATING and scene.has_amount(j, text.subtree(j)[1]) for j in stating)


def _law(scene: Scene, i: int, lemma: str) -> Act | None:
    """ "Passed a law", "a bill was approved", "put into law new measures"."""
    text = scene.text
    if text.pos[i] not in ("NOUN", "PROPN"):
        return None
    verb = governor(text, i, frozenset({"into", "through"}))
    if verb is None or text.deps[i] not in ("dobj", "obj", "nsubjpass", "pobj", "conj"):
        return None
    prt = particle(text, verb)
    phrases = {text.lemmas[verb], f"{text.lemmas[verb]} {prt or ''}"}
    action = next((a for a, verbs in text.lexicon.pack.measures.laws.verbs.items() if phrases & verbs), None)
    weak = text.lemmas[verb] in ("put", "rush")
    bare = lemma in ("measure", "regulation", "act") or weak
    if action == "proposed" or (action == "in-force" and not _is_enacted(text, verb)):
        action = "proposed" if mood_of(text, verb).is_real else None
    if action is None or (bare and not _through_law(text, verb, i)):
        return None
    return Act(kind="law", head=i, noun=i, verb=verb, action=action, rule="law")


def _is_enacted(text: Text, verb: int) -> bool:
    """False where someone only wants or may pass it."""
    mood = mood_of(text, verb)
    return mood.is_real or mood.form == "future"


def _through_law(text: Text, verb: int, noun: int) -> bool:
    """ "Put into law", "rushed through a law", "signed into law", "passed an act": no "put measures on the table"."""
    into = any(text.lower[j] == "into" and text.lower[j + 1 : j + 2] == ["law"] for j in text.children[verb])
    through = text.lower[verb + 1 : verb + 2] == ["through"] and text.lemmas[noun] != "measure"
    return into or through or text.lemmas[verb] in ("pass", "enact", "adopt", "approve", "promulgate")


Finder = Callable[[Scene, int, str], Act | None]
FINDERS: dict[str, tuple[Finder, ...]] = {
    "noun": (_noun,),
    "law": (_law,),
    "flow": (find_flow,),
    "pact": (find_pact,),
    "list": (find_list,),
    "verb": (find_verb, find_list, _noun),
    "ban": (find_ban, _noun),
    "ruling": (find_ruling, find_purchase),
    "purchase": (find_purchase,),
}
