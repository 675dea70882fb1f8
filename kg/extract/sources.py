"""Sources that no verb names: "according to X", "X, per Y", "in the view of X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.bounds import JOINING
from kg.extract.cues import Cue
from kg.extract.drafts import Draft
from kg.extract.edges import trimmed
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.speakers import SPEAKING, someone
from kg.extract.tags import FINITE, PREDICATES
from kg.extract.text import Text

FARTHEST_SOURCE = 9
LEADING = frozenset({"in", "to", "by", "on", "for", "as"})
SEEING = frozenset({"see", "tell", "have"})
LINKS = frozenset(
    "of from by released published issued obtained seen compiled circulated leaked prepared drafted written"
    " carried reviewed provided distributed cited quoted read drawn signed given shared held the a an new"
    " official latest".split()
)


def sources(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """ "X, according to Y": only people, institutions and polities are sources, never plans."""
    for i in range(len(text.words) - 2):
        if (held := _view(text, mentions, i)) is not None:
            yield held
            continue
        start = _source_start(text, i)
        source = _source(text, mentions, start) if start is not None else None
        if start is None or source is None:
            continue
        shown = " ".join(text.lower[i:start])
        cue = Cue(token=i, frame="noun", shown=shown, lemma=shown)
        span = _told(text, i, source)
        told = trimmed(text, *span) if span is not None else None
        if told is not None:
            yield Draft(cue=cue, start=told[0], end=told[1], speakers=(source,), rule="according-to", confidence=0.85)


def _view(text: Text, mentions: Mentions, i: int) -> Draft | None:
    """Somebody's view, by its preposition: before what it holds, at the sentence's start, or behind it and a comma."""
    first, last = text.sentences[text.sentence_of[i]]
    if i == first and text.lower[i] in LEADING:
        return _view_first(text, mentions, i, last)
    behind = i > first + 2 and text.words[i - 1] == "," and text.lower[i] == "in"
    if not behind or not any(text.lemmas[j] in text.lexicon.pack.cues.views for j in range(i + 1, min(i + 4, last))):
        return None
    owner = _owner(mentions, i + 1, min(i + FARTHEST_SOURCE, last))
    finite = any(text.tags[j] in FINITE for j in range(first, i))
    quote = next(((s, e) for s, e in text.quotes if e in (i - 1, i)), None)
    told = (first, i - 1) if finite and (quote is None or quote[0] < first + 3 or text.quoted[first]) else quote
    return _held(text, owner, i, told)


def _view_first(text: Text, mentions: Mentions, i: int, last: int) -> Draft | None:
    """ "In the minister's view, ...", "By its own account, ...", "To hear X tell it, ...", "For Paris, it is "dead"."""
    comma = next((j for j in range(i + 2, min(i + FARTHEST_SOURCE, last - 3)) if text.words[j] == ","), None)
    if comma is None:
        return None
    owner = _owner(mentions, i + 1, comma)
    views = text.lexicon.pack.cues.views
    held = any(text.lemmas[j] in views for j in range(i + 1, comma)) and text.lower[i] not in ("for", "as")
    told_of = text.lower[i] == "to" and text.lower[i + 1] in ("hear", "listen")
    told_of = told_of or (text.lower[i] == "as" and text.lower[comma - 1] == "it" and text.lemmas[comma - 2] in SEEING)
    quoted = any(comma < s < last for s, _ in text.quotes)
    alone = owner is not None and owner.end == comma and not _reported(text, comma, last)
    for_whom = text.lower[i] == "for" and quoted and alone
    return _held(text, owner, i, (comma + 1, last - 1)) if held or told_of or for_whom else None


def _reported(text: Text, start: int, last: int) -> bool:
    """True where a verb of the sentence has the words already."""
    animate = text.lexicon.pack.cues.animate
    return any(text.tags[j] in FINITE and text.lemmas[j] in animate and not text.quoted[j] for j in range(start, last))


def _owner(mentions: Mentions, start: int, end: int) -> Found | None:
    found = (f for j in range(start, end) if (f := mentions.at(j)) is not None and f.kind in SPEAKING)
    return next(found, None)


def _held(text: Text, owner: Found | None, i: int, told: tuple[int, int] | None) -> Draft | None:
    if owner is None or told is None:
        return None
    cue = Cue(token=i, frame="noun", shown=text.clean(i, owner.end), lemma="view")
    return Draft(cue=cue, start=told[0], end=told[1], speakers=(owner,), rule="in-view", confidence=0.75)


def _source_start(text: Text, i: int) -> int | None:
    if text.lower[i] == "according" and text.lower[i + 1] == "to":
        return i + 2
    return i + 1 if text.lower[i] == "per" and text.words[i - 1 : i] == [","] else None


def _source(text: Text, mentions: Mentions, start: int) -> Found | None:
    """The first actor behind the words, with nothing before it but what it published."""
    documents = text.lexicon.pack.cues.documents | text.lexicon.pack.cues.published
    for j in range(start, min(start + FARTHEST_SOURCE, len(text.words))):
        found = mentions.at(j)
        if found is not None and found.kind in SPEAKING:
            return found
        if text.pos[j] == "NOUN" and text.deps[j] != "compound" and text.lemmas[j] not in documents:
            return _apposed(text, mentions, j) or _body(text, j)
        if text.pos[j] == "VERB" and text.lower[j] not in LINKS:
            return None
    return None


def _apposed(text: Text, mentions: Mentions, i: int) -> Found | None:
    """ "The opposition leader, X"; without a name behind it, the noun's own bearer."""
    people = text.lexicon.pack.people
    if text.lemmas[i] not in people.heads | people.groups | people.unnamed and not _is_agent(text, i):
        return None
    if text.words[i + 1 : i + 2] == [","] and i + 2 < len(text.words):
        found = mentions.at(i + 2) or mentions.at(min(i + 3, len(text.words) - 1))
        if found is not None and found.kind == "person":
            return found
    return someone(text, i)


def _is_agent(text: Text, i: int) -> bool:
    """ "Monitors", "loggers": a plural for those who do something."""
    cues = text.lexicon.pack.cues
    things = cues.published | cues.inanimate | cues.documents | {"factor", "matter"}
    agent = text.lemmas[i].endswith(("er", "or", "ist", "ian"))
    return text.tags[i] == "NNS" and agent and text.lemmas[i] not in things


def _body(text: Text, i: int) -> Found | None:
    """ "Serbian media", "a council statement": a body that no mention covers."""
    if text.lemmas[i] not in text.lexicon.pack.cues.bodies | text.lexicon.pack.cues.press:
        return None
    start = i - (text.deps[i - 1] in ("amod", "compound") and text.heads[i - 1] == i)
    return Found(
        start=start, end=i + 1, form="group", kind="group", name=text.clean(start, i + 1), rule="source-noun",
        confidence=0.6, plural=text.tags[i] == "NNS", head=i,
    )  # fmt: skip


def _told(text: Text, i: int, source: Found) -> tuple[int, int] | None:
    """The clause before the source, the one behind it, or both where it parts them."""
    first, last = text.sentences[text.sentence_of[i]]
    before = i - (i > first and text.words[i - 1] == ",")
    comma = next((j for j in range(source.end, min(source.end + 8, last)) if text.words[j] == ","), None)
    if before - first <= 1:
        verb = next((j for j in range(source.end, last) if text.tags[j] in PREDICATES), last)
        if comma is not None and comma < verb:
            return comma + 1, last
        apart = verb < last and text.words[source.end] != "," and text.heads[source.end] not in range(i, source.end)
        return (source.end, last) if apart else (comma + 1, last) if comma is not None else None
    finite = any(text.tags[j] in PREDICATES for j in range(first, before))
    if comma is not None and not finite:
        return first + (text.lower[first] in JOINING), last
    return (first, before) if before - first > 3 else None
