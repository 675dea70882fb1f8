"""Words without a cue of their own: quotations in which the last speaker goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.extract.bounds import CLOSING
from kg.extract.cues import Cue
from kg.extract.drafts import Draft
from kg.extract.found import Found, head_of
from kg.extract.mentions import Mentions
from kg.extract.parted import is_whole
from kg.extract.speakers import SPEAKING
from kg.extract.text import Text

FARTHEST_SPEAKER = 3
FARTHEST_REST = 12
DASHES = frozenset({"-", "--", "–", "—"})


def orphans(text: Text, mentions: Mentions, drafts: list[Draft]) -> list[Draft]:
    """Whole sentences in quotation marks without a cue: the last speaker goes on, unless someone else has come in."""
    found: list[Draft] = []
    for number, (start, end) in enumerate(text.quotes):
        first = text.sentences[text.sentence_of[start]][0]
        last = text.sentences[text.sentence_of[end - 1]][1]
        if any(d.start < end and start < d.end for d in drafts):
            continue
        resumed = _resumed(text, drafts, start)
        if resumed is not None:
            found.append(replace(resumed, start=start, end=end, rule="resumed-quote", confidence=0.8))
            continue
        signed = _signed(text, mentions, start, end) if start == first else None
        if signed is not None:
            found.append(signed)
            continue
        if text.words[start - 1 : start] == [":"] and start > first:
            found.extend(_introduced(text, mentions, first, start, end))
            continue
        if start != first or last - end > 1 or end - start < 4:
            continue
        ended = _ended_by(text, drafts, number)
        voice = (ended.cue, ended.speakers) if ended else _last_voice(text, mentions, [*drafts, *found], start)
        if voice is not None:
            cue, speakers = voice
            found.append(Draft(cue=cue, start=start, end=end, speakers=speakers, rule="orphan-quote", confidence=0.7))
    return found


def rejoined(text: Text, draft: Draft) -> Draft:
    """ "Forty million euros," he said, "is an insult": a quotation that speaker and verb cut in two is one."""
    before = draft.end - 1
    while before > draft.start and text.pos[before] == "PUNCT":
        before -= 1
    left_open = text.lemmas[before] in ("have", "be", "do") or text.tags[before] in ("MD", "TO", "IN", "DT", "PRP$")
    if not text.quoted[draft.start] or (is_whole(text, draft.start, draft.end) and not left_open):
        return draft
    near = range(draft.place + 1, min(draft.place + FARTHEST_REST, text.sentences[text.sentence_of[draft.place]][1]))
    rest = next(((s, e) for s, e in text.quotes if s in near and text.words[s - 1] == ","), None)
    if rest is None or draft.place < draft.end:
        return draft
    goes_on = text.words[rest[0] + 1][0].islower() and text.pos[rest[0] + 1] != "CCONJ"
    return replace(draft, end=rest[1]) if goes_on else draft


def _resumed(text: Text, drafts: list[Draft], start: int) -> Draft | None:
    """The draft whose quotation goes on in the same sentence: "A," he said, "b"."""
    if start < 2 or text.words[start - 1] not in (",", "-", "–", "--", "—", ".", ":"):
        return None
    here = [
        d for d in drafts if text.sentence_of[d.cue.token] == text.sentence_of[start] and d.end <= d.cue.token < start
    ]
    return here[-1] if here and start - here[-1].place < 12 else None


def _ended_by(text: Text, drafts: list[Draft], number: int) -> Draft | None:
    """ "We cannot wait. | Nobody can," said X: the draft that ends a quotation left open at its paragraph's end."""
    own = _paragraph(text, text.quotes[number][0])
    if any(_paragraph(text, d.start) == own and text.quoted[d.start] for d in drafts):
        return None  # "A," said X. "B. | C."
    for (first, end), (again, behind) in pairwise(text.quotes[number:]):
        begins = text.sentences[text.sentence_of[again]][0] == again and _paragraph(text, again)
        if text.words[end - 1] in CLOSING or begins != _paragraph(text, first) + 1:
            return None
        here = next((d for d in drafts if d.start < behind and again < d.end), None)
        if here is not None:
            return here
    return None


def _paragraph(text: Text, i: int) -> int:
    return text.paragraph(text.sentence_of[i])


def _signed(text: Text, mentions: Mentions, start: int, end: int) -> Draft | None:
    """ "If they want war they can have it" - Milan Babic: the name behind a dash."""
    speaker = mentions.at(end + 1) if text.words[end : end + 1] and text.words[end] in DASHES else None
    if speaker is None or speaker.kind != "person" or speaker.form == "pronoun":
        return None
    cue = Cue(token=end, frame="quote", shown=text.words[end])
    return Draft(cue=cue, start=start, end=end, speakers=(speaker,), rule="signed-quote", confidence=0.75)


def _introduced(text: Text, mentions: Mentions, first: int, start: int, end: int) -> Iterator[Draft]:
    """A source was blunter: "...": a colon gives the quotation to the sentence's subject."""
    inside = [f for f in mentions.found if first <= f.start and f.end < start and f.kind in SPEAKING]
    subjects = [f for f in inside if text.deps[head_of(text, f.start, f.end)] == "nsubj"]
    speaker = next(iter(subjects or inside), None)
    if speaker is not None:
        cue = Cue(token=start - 1, frame="quote", shown=":")
        yield Draft(cue=cue, start=start, end=end, speakers=(speaker,), rule="colon-quote", confidence=0.7)


def _last_voice(
    text: Text, mentions: Mentions, drafts: list[Draft], start: int
) -> tuple[Cue, tuple[Found, ...]] | None:
    """Cue and speakers of the draft that goes on, or a person who has become the subject since."""
    before = [d for d in drafts if d.end <= start and d.speakers]
    latest = max(before, key=lambda d: d.end, default=None)
    here = text.sentence_of[start]
    since = [
        f for f in mentions.found
        if f.kind == "person" and f.form == "name" and f.end <= start and text.deps[f.end - 1] == "nsubj"
        and here - text.sentence_of[f.start] <= 1 and (latest is None or f.start > max(latest.end, latest.place))
    ]  # fmt: skip
    if since and not any(since[-1] in d.speakers for d in before):
        return Cue(token=since[-1].end - 1, frame="quote", shown=""), (since[-1],)
    near = latest is not None and here - text.sentence_of[latest.end - 1] <= FARTHEST_SPEAKER
    return (latest.cue, latest.speakers) if latest is not None and near else None
