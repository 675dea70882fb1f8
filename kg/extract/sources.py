"""Sources that no verb names: "according to X", "X, per Y", and "X - MINISTER" in headlines."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.bounds import FINITE, JOINING
from kg.extract.contents import Contents
from kg.extract.cues import Cue
from kg.extract.drafts import Draft
from kg.extract.found import Found
from kg.extract.mentions import Mentions
from kg.extract.speakers import SPEAKING, someone
from kg.extract.text import Text

FARTHEST_SOURCE = 9
LEADING = frozenset({"in", "to", "by", "on", "for", "as"})
SEEING = frozenset({"see", "tell", "have"})
DASHES = frozenset({"-", "--", "–", "—"})
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
        cue = Cue(token=i, frame="noun", shown=shown, lemma=shown, subject=None)
        span = _told(text, i, source)
        trimmed = Contents(text, {}).trim(*span) if span is not None else None
        if trimmed is not None:
            yield Draft(
                cue=cue, start=trimmed[0], end=trimmed[1], speakers=(source,), rule="according-to", confidence=0.85
            )


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
    cue = Cue(token=i, frame="noun", shown=text.clean(i, owner.end), lemma="view", subject=None)
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
        return (comma + 1, last) if comma is not None else None
    finite = any(text.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(first, before))
    if comma is not None and not finite:
        return first + (text.lower[first] in JOINING), last
    return (first, before) if before - first > 3 else None


def _said_last(text: Text, mentions: Mentions, first: int, last: int) -> Draft | None:
    """ "OPEC MAY LOWER OUTPUT, MINISTER SAYS": in capitals the parser knows neither speaker nor verb."""
    verb = last - 1
    comma = next((j for j in range(verb - 1, max(first + 2, verb - 6), -1) if text.words[j] == ","), None)
    if text.lower[verb] not in ("says", "said", "say") or comma is None or not text.words[verb].isupper():
        return None
    own = next((f for j in range(comma + 1, verb) if (f := mentions.at(j)) is not None and f.kind in SPEAKING), None)
    if own is None or own.end > verb:
        own = Found(
            start=comma + 1, end=verb, form="name" if own else "group", kind="person" if own else "group",
            name=text.clean(comma + 1, verb).title(), rule="headline-source", confidence=0.6, head=verb - 1,
        )  # fmt: skip
    cue = Cue(token=verb, frame="clause", shown=text.words[verb], lemma="say", subject=None)
    return Draft(cue=cue, start=first, end=comma, speakers=(own,), rule="headline-source", confidence=0.92)


def _by_colon(text: Text, mentions: Mentions, first: int, last: int) -> Draft | None:
    """ "We will not be bullied": union boss hits back", "Holm: no deal before May", in a headline."""
    colon = next((j for j in range(first + 1, last - 2) if text.words[j] == ":" and not text.quoted[j]), None)
    if colon is None:
        return None
    quote = next((q for q in text.quotes if q == (first, colon)), None)
    start, end = (colon + 1, min(colon + 5, last)) if quote is not None else (first, colon)
    people, speaker = text.lexicon.pack.people, None
    for j in range(start, end):
        found = mentions.at(j)
        named = found is not None and (found.kind == "person" or (quote is None and _is_body(text, found, first)))
        if found is not None and named and (quote is not None or found.end == colon):
            speaker = found
        elif quote is None and j == first and colon == first + 1 and _is_office(text, j):
            speaker = someone(text, j)
        elif (
            quote is not None
            and text.deps[j] != "compound"
            and text.lemmas[j] in people.heads | people.groups | people.unnamed
        ):
            speaker = found or someone(text, j)
        if speaker is not None:
            told = quote or (colon + 1, last)
            cue = Cue(token=colon, frame="clause", shown=":", lemma=":", subject=None)
            return Draft(
                cue=cue, start=told[0], end=told[1], speakers=(speaker,), rule="headline-colon", confidence=0.75
            )
    return None


def _is_office(text: Text, j: int) -> bool:
    """ "Minister: ", "Analysts: "."""
    people, word = text.lexicon.pack.people, text.lower[j]
    return bool({word, word.removesuffix("s")} & (people.heads | people.groups | people.unnamed))


def _is_body(text: Text, found: Found, first: int) -> bool:
    """ "UN: ", "Kremlin: ": a body, or a capital's seat, that alone stands before the colon."""
    seat = found.kind == "polity" and text.clean(found.start, found.end) in text.lexicon.seats
    return found.start == first and (found.kind == "institution" or seat)


def headline_sources(text: Text, mentions: Mentions) -> Iterator[Draft]:
    """ "TOKYO OFFERS TO END QUOTAS - PAPER": behind the last dash of a headline stands who says so."""
    people, cues = text.lexicon.pack.people, text.lexicon.pack.cues
    for number, (first, last) in enumerate(text.sentences):
        if not text.is_headline(number):
            break  # headlines come first
        told = _said_last(text, mentions, first, last) or _by_colon(text, mentions, first, last)
        if told is not None:
            yield told
            continue
        nouns = people.groups | people.unnamed | people.heads | cues.bodies | {"source", "official", "report"}
        dash = next((j for j in range(max(first + 4, last - 5), last - 1) if text.words[j] in DASHES), None)
        if dash is None:
            continue
        found = mentions.at(last - 1)
        word = text.lower[last - 1]
        if found is not None and found.start <= dash:
            found = None
        if found is None and not {word, word.removesuffix("s")} & nouns:
            continue
        speaker = found or Found(
            start=dash + 1, end=last, form="group", kind="group", name=text.clean(dash + 1, last),
            rule="headline-source", confidence=0.6, plural=word.endswith("s"), head=last - 1,
        )  # fmt: skip
        if speaker.kind in SPEAKING:
            cue = Cue(token=last - 1, frame="noun", shown=text.words[last - 1], lemma=word, subject=None)
            yield Draft(cue=cue, start=first, end=dash, speakers=(speaker,), rule="headline-source", confidence=0.7)
